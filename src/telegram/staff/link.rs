//! The code on a packing slip, scanned by somebody of the staff: it opens the bot, which brings the card to the group.
//! A customer who scans it is shown the order, if it is theirs, like any link.

use super::{Colleague, Hand, StaffGroup, orders};
use crate::delivery::Incoming;
use crate::dialogue::{Command, DeepLink, Event};
use crate::domain::{ChatId, MessageId, Order, OrderId, Right, StaffTopic};
use crate::telegram::bot::tell;
use crate::telegram::errors::Outcome;
use crate::telegram::message::message;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::payloads::SendMessageSetters;
use teloxide::types::{self, InlineKeyboardButton, InlineKeyboardMarkup};

/// Somebody of the staff has scanned a slip.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Scanned {
    order: OrderId,
    colleague: Colleague,
}

/// Is it somebody of the staff who may see orders? For everybody else it is a link like others.
pub(in crate::telegram) async fn scanned(
    event: Event,
    update: Arc<Incoming>,
    group: Arc<StaffGroup>,
    bot: Bot,
) -> Option<Scanned> {
    let Event::Command(Command::Start(Some(DeepLink::Order(order)))) = event else { return None };
    match group.colleague(&bot, update.update.from()?).await {
        Ok(colleague) => {
            let colleague = colleague.filter(|colleague| colleague.may(Right::SeeOrders))?;
            Some(Scanned { order, colleague })
        }
        Err(error) => {
            tracing::warn!(?error, "it is not known whether somebody who scanned a slip is of the staff");
            None
        }
    }
}

/// Who it is.
pub(in crate::telegram) fn colleague(scanned: Scanned) -> Colleague {
    scanned.colleague
}

/// Brings the card to the group, and says so where the code was opened.
pub(in crate::telegram) async fn bring(scanned: Scanned, hand: Hand) -> Outcome {
    let voice = hand.voice();
    let here = types::ChatId(hand.colleague.id());
    let (Some(order), Some(group)) = (hand.shop.staff_order(scanned.order).await?, hand.group.chat().await)
    else {
        tell(&hand.bot, message(&hand.bot, here, voice.say("staff-no-order").as_str())).await?;
        return Ok(());
    };
    bring_to_group(&hand, group, &order).await?;
    let number = order.number.to_string();
    let text = voice.tell("staff-link-brought", [("number", number.into())]);
    let card = hand.shop.staff_order(order.id).await?.and_then(|order| order.card);
    let button = card
        .and_then(address)
        .map(|address| InlineKeyboardButton::url(voice.label("staff-link-open"), address));
    let rows = button.map(|button| vec![button]);
    let told = message(&hand.bot, here, text.as_str()).reply_markup(InlineKeyboardMarkup::new(rows));
    tell(&hand.bot, told).await?;
    Ok(())
}

/// To the topic of orders, if there is one; where it was deleted, the general one will do.
async fn bring_to_group(hand: &Hand, group: ChatId, order: &Order) -> Outcome {
    let chat = types::ChatId(group.0);
    if let Some(thread) = hand.shop.topic_thread(group, StaffTopic::Orders).await? {
        let topic = types::ThreadId(types::MessageId(thread));
        match orders::bring_to(hand, (chat, Some(topic)), order).await {
            Ok(()) => return Ok(()),
            Err(error) => tracing::info!(%error, "a card did not get into the topic of orders"),
        }
    }
    orders::bring_to(hand, (chat, None), order).await
}

/// Where a message is for who is in its group. Only supergroups have such addresses: their ids begin with -100.
fn address((chat, message): (ChatId, MessageId)) -> Option<url::Url> {
    let id = chat.0.to_string();
    format!("https://t.me/c/{}/{}", id.strip_prefix("-100")?, message.0).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_of_a_supergroup_has_an_address() {
        let found = address((ChatId(-1_001_234_567_890), MessageId(7))).map(|address| address.to_string());
        assert_eq!(found.as_deref(), Some("https://t.me/c/1234567890/7"));
        assert_eq!(address((ChatId(-1_234), MessageId(7))), None);
    }
}
