//! What customers write to the shop, and what the staff reply.

use super::Hand;
use crate::domain::{ChatId, MessageId, OrderId, Right};
use crate::telegram::errors::Outcome;
use crate::telegram::middleware::Needs;
use teloxide::types::{Me, Message};

/// A reply to a message of the bot's that is not a question of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) struct Reply {
    to: MessageId,
}

impl Needs for Reply {
    fn right(&self) -> Option<Right> {
        Some(Right::AnswerCustomers)
    }
}

/// The message it replies to.
pub(in crate::telegram) fn reply(message: Message, me: Me) -> Option<Reply> {
    let original = message.reply_to_message()?;
    (original.from.as_ref()?.id == me.id).then_some(Reply { to: MessageId(original.id.0) })
}

/// Brings it to the customer for whom the original speaks. A reply to anything else is talk among colleagues.
pub(in crate::telegram) async fn relay(message: Message, reply: Reply, hand: Hand) -> Outcome {
    let chat = ChatId(message.chat.id.0);
    let text = message.text().map(str::to_owned);
    let (asked, answer) = ((chat, reply.to), MessageId(message.id.0));
    let customer = hand.shop.answer_support(asked, hand.update.id, answer, text).await?;
    match customer {
        Some(_) => hand.thumb_up(&message).await,
        None => Ok(()),
    }
}

/// The first words of the shop to the customer of an order. From then on both answer each other as always.
pub(super) async fn write(hand: &Hand, message: &Message, order: OrderId) -> Outcome {
    let text = message.text().map(str::to_owned);
    let from = (ChatId(message.chat.id.0), MessageId(message.id.0));
    match hand.shop.write_about(order, hand.update.id, from, text).await? {
        Some(_) => hand.thumb_up(message).await,
        None => hand.say(message, "staff-nobody-to-write-to").await,
    }
}
