//! What customers write to the shop, and what the staff reply.

use super::Hand;
use crate::domain::{ChatId, MessageId, OrderId, Right};
use crate::services::{Relayed, Written};
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
    let relayed = hand.shop.answer_support(reply.to, &written(&hand, &message)).await?;
    tell_of(&hand, &message, relayed, None).await
}

/// The first words of the shop to the customer of an order. From then on both answer each other as always.
pub(super) async fn write(hand: &Hand, message: &Message, order: OrderId) -> Outcome {
    let relayed = hand.shop.write_about(order, &written(hand, message)).await?;
    tell_of(hand, message, relayed, Some("staff-nobody-to-write-to")).await
}

fn written(hand: &Hand, message: &Message) -> Written {
    Written {
        update: hand.update.id,
        place: (ChatId(message.chat.id.0), MessageId(message.id.0)),
        text: message.text().map(str::to_owned),
        caption: message.caption().map(str::to_owned),
        by: hand.colleague.actor(),
    }
}

async fn tell_of(hand: &Hand, message: &Message, relayed: Relayed, nobody: Option<&str>) -> Outcome {
    match (relayed, nobody) {
        (Relayed::To(_), _) => hand.thumb_up(message).await,
        (Relayed::ToNobody, Some(text)) => hand.say(message, text).await,
        (Relayed::ToNobody, None) => Ok(()),
        (Relayed::NoSuchAnswer(name), _) => {
            let text = hand.voice().tell("canned-unknown", [("name", name.to_string().into())]);
            super::reply(&hand.bot, message, &text).await
        }
    }
}
