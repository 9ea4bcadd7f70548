//! `/topics`: where the staff group is a forum, a topic for each kind of message.

use super::{Hand, reply};
use crate::delivery::Trouble;
use crate::domain::{ChatId, StaffTopic};
use crate::services::Shop;
use crate::telegram::bot::{CallError, call};
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use serde::Deserialize;
use teloxide::prelude::Requester;
use teloxide::types::{ChatKind, Message, PublicChatKind};
use teloxide::{Bot, RequestError};

/// A topic that was made.
#[derive(Deserialize)]
struct Made {
    message_thread_id: i32,
}

/// `/topics`
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let voice = hand.voice();
    let told = match is_forum(message) {
        true => make(message, &hand.bot, &hand.shop, voice).await?,
        false => voice.say("topics-no-forum"),
    };
    reply(&hand.bot, message, &told).await
}

/// Makes the topics that are missing, and tells of it; empty where the group is no forum. Updates of a group are handled one
/// after the other, so nobody else makes them at the same time.
pub(super) async fn make(
    message: &Message,
    bot: &Bot,
    shop: &Shop,
    voice: Voice<'_>,
) -> Result<Html, Trouble> {
    if !is_forum(message) {
        return Ok(Html::default());
    }
    let chat = ChatId(message.chat.id.0);
    let missing = shop.missing_topics(chat).await?;
    if missing.is_empty() {
        return Ok(voice.say("topics-there"));
    }
    for topic in missing {
        let new = bot.create_forum_topic(message.chat.id, voice.label(name(topic)));
        match call::<Made>(bot, new).await {
            Ok(made) => shop.keep_topic(chat, topic, made.message_thread_id).await?,
            Err(CallError::Request(RequestError::Api(error))) => {
                tracing::info!(%error, "a topic was not made");
                return Ok(voice.say("topics-no-right"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(voice.say("topics-made"))
}

/// How a topic is called.
pub(in crate::telegram) const fn name(topic: StaffTopic) -> &'static str {
    match topic {
        StaffTopic::Orders => "topic-orders",
        StaffTopic::Support => "topic-support",
        StaffTopic::Stock => "topic-stock",
        StaffTopic::Alerts => "topic-alerts",
    }
}

fn is_forum(message: &Message) -> bool {
    match &message.chat.kind {
        ChatKind::Public(chat) => match &chat.kind {
            PublicChatKind::Supergroup(group) => group.is_forum,
            PublicChatKind::Channel(_) | PublicChatKind::Group => false,
        },
        ChatKind::Private(_) => false,
    }
}
