//! Messages to many customers: somebody replies to one with `/broadcast` and decides on its card.

use super::{Hand, broadcast_card};
use crate::domain::{Broadcast, BroadcastId, BroadcastState, ChatId, MessageId, Segment};
use crate::repository::StoreError;
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use teloxide::types::{CallbackQuery, Message};

/// What to do with a broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum BroadcastDeed {
    /// This is who shall get it.
    Choose(Segment),
    /// Send it to them.
    Send(Segment),
    /// Stop for a while.
    Pause,
    /// Go on.
    Resume,
    /// Call it off.
    Cancel,
}

impl BroadcastDeed {
    pub(super) fn word(self) -> String {
        match self {
            Self::Choose(segment) => format!("to-{segment}"),
            Self::Send(segment) => format!("go-{segment}"),
            Self::Pause => "pause".to_owned(),
            Self::Resume => "resume".to_owned(),
            Self::Cancel => "cancel".to_owned(),
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "pause" => Some(Self::Pause),
            "resume" => Some(Self::Resume),
            "cancel" => Some(Self::Cancel),
            _ => match word.split_once('-')? {
                ("to", segment) => Segment::parse(segment).map(Self::Choose),
                ("go", segment) => Segment::parse(segment).map(Self::Send),
                _ => None,
            },
        }
    }
}

/// `/broadcast`: its card comes through the outbox, below the message that is to be sent.
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let Some(original) = message.reply_to_message() else {
        return hand.say(message, "staff-broadcast-hint").await;
    };
    // Telegram copies single messages; of an album that would be one of its pictures.
    if original.media_group_id().is_some() {
        return hand.say(message, "staff-broadcast-album").await;
    }
    let id = |message: &Message| MessageId(message.id.0);
    let (chat, by) = (ChatId(message.chat.id.0), hand.colleague.actor());
    hand.shop.draft_broadcast(chat, id(original), id(message), by).await?;
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
        (true, BroadcastDeed::Choose(_)) => hand.release(press).await,
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
