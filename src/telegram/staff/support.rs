//! What customers write to the shop, and what the staff reply.

use super::prompt::thumb_up;
use crate::delivery::Incoming;
use crate::domain::{ChatId, MessageId, Right};
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use crate::telegram::middleware::Needs;
use std::sync::Arc;
use teloxide::Bot;
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
pub(in crate::telegram) async fn relay(
    update: Arc<Incoming>,
    message: Message,
    reply: Reply,
    bot: Bot,
    shop: Shop,
) -> Outcome {
    let chat = ChatId(message.chat.id.0);
    let text = message.text().map(str::to_owned);
    let customer = shop.answer_support((chat, reply.to), update.id, MessageId(message.id.0), text).await?;
    match customer {
        Some(_) => thumb_up(&bot, &message).await,
        None => Ok(()),
    }
}
