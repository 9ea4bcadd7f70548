//! Messages to many customers: somebody replies to one with `/broadcast` and decides on its card.

use super::payload::BroadcastDeed;
use super::press::Hand;
use super::{StaffGroup, broadcast_card, prompt};
use crate::domain::{Actor, Broadcast, BroadcastId, BroadcastState, ChatId, MessageId};
use crate::repository::StoreError;
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use crate::telegram::presses;
use crate::telegram::texts::phrases;
use teloxide::Bot;
use teloxide::types::{CallbackQuery, Message};

/// `/broadcast`: its card comes through the outbox, below the message that is to be sent.
pub(super) async fn ask(message: &Message, bot: &Bot, shop: &Shop, group: &StaffGroup, by: Actor) -> Outcome {
    let refuse = async |text| prompt::reply(bot, message, &phrases(group.lang()).html(text, &[])).await;
    let Some(original) = message.reply_to_message() else { return refuse("staff-broadcast-hint").await };
    // Telegram copies single messages; of an album that would be one of its pictures.
    if original.media_group_id().is_some() {
        return refuse("staff-broadcast-album").await;
    }
    let id = |message: &Message| MessageId(message.id.0);
    shop.draft_broadcast(ChatId(message.chat.id.0), id(original), id(message), by).await?;
    Ok(())
}

/// A button of the card was pressed.
pub(super) async fn pressed(
    hand: &Hand,
    press: &CallbackQuery,
    id: BroadcastId,
    deed: BroadcastDeed,
) -> Outcome {
    let by = hand.colleague.actor();
    let done = match deed {
        BroadcastDeed::Choose(segment) => hand.shop.choose_segment(id, segment).await?,
        BroadcastDeed::Send(segment) => hand.shop.begin_broadcast(id, segment, by).await?,
        BroadcastDeed::Pause => hand.shop.pause_broadcast(id, by).await?,
        BroadcastDeed::Resume => hand.shop.resume_broadcast(id, by).await?,
        BroadcastDeed::Cancel => hand.shop.cancel_broadcast(id, by).await?,
    };
    tracing::info!(
        broadcast = id.0,
        ?deed,
        done,
        user = hand.colleague.id(),
        "a broadcast was decided about"
    );
    match (done, deed) {
        (true, BroadcastDeed::Choose(_)) => presses::release(&hand.bot, press).await,
        // The card follows through the outbox, in the same transaction as the state.
        (true, _) => {
            hand.toast(press, super::broadcast_card::title(reached(deed))).await;
            return Ok(());
        }
        (false, _) => hand.toast(press, "staff-broadcast-moved-on").await,
    }
    match hand.shop.broadcast(id).await? {
        Some(broadcast) => redraw(hand, press, &broadcast).await,
        None => Ok(()),
    }
}

const fn reached(deed: BroadcastDeed) -> BroadcastState {
    match deed {
        BroadcastDeed::Choose(_) => BroadcastState::Draft,
        BroadcastDeed::Send(_) | BroadcastDeed::Resume => BroadcastState::Sending,
        BroadcastDeed::Pause => BroadcastState::Paused,
        BroadcastDeed::Cancel => BroadcastState::Cancelled,
    }
}

async fn redraw(hand: &Hand, press: &CallbackQuery, broadcast: &Broadcast) -> Outcome {
    let audience = audience(&hand.shop, broadcast).await?;
    let rate = hand.shop.terms().bulk_rate;
    hand.show(press, broadcast_card(broadcast, audience, rate, hand.group.lang())).await
}

/// How many customers a draft has now; of what was begun, the tally tells.
pub(in crate::telegram) async fn audience(shop: &Shop, broadcast: &Broadcast) -> Result<u32, StoreError> {
    match broadcast.state {
        BroadcastState::Draft => shop.audience(broadcast.segment).await,
        _ => Ok(0),
    }
}
