//! What the commands, buttons and answers of the staff work with: who asks, and for which shop.

use super::{Card, Colleague, StaffGroup};
use crate::delivery::Incoming;
use crate::services::Shop;
use crate::telegram::bot::tell;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::html::Html;
use crate::telegram::message;
use crate::telegram::presses;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::payloads::SendMessageSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{CallbackQuery, ChatId, Me, Message, ReactionType, ReplyParameters, ThreadId};

/// A member of the staff at work. Made for each update, once it is known who they are.
#[derive(Clone)]
pub(in crate::telegram) struct Hand {
    pub(super) update: Arc<Incoming>,
    pub(super) colleague: Colleague,
    pub(super) bot: Bot,
    pub(super) me: Me,
    pub(super) shop: Shop,
    pub(super) group: Arc<StaffGroup>,
    pub(super) storefront: Arc<Storefront>,
}

impl Hand {
    /// All that dptree injects.
    pub(in crate::telegram) fn of(
        update: Arc<Incoming>,
        colleague: Colleague,
        bot: Bot,
        me: Me,
        shop: Shop,
        group: Arc<StaffGroup>,
        storefront: Arc<Storefront>,
    ) -> Self {
        Self { update, colleague, bot, me, shop, group, storefront }
    }

    /// How the shop speaks to its staff.
    pub(super) fn voice(&self) -> Voice<'_> {
        Voice { lang: self.group.lang(), shop: &self.storefront }
    }

    /// The Telegram id of the bot.
    pub(super) fn bot_id(&self) -> i64 {
        i64::try_from(self.me.id.0).unwrap_or_default()
    }

    /// Sends a card of its own below a command.
    pub(super) async fn post(&self, below: &Message, drawn: Card) -> Outcome {
        self.post_in(below.chat.id, drawn).await
    }

    /// Where the answer belongs: the topic in which it was asked.
    pub(super) fn topic(&self) -> Option<ThreadId> {
        message::topic_of_update(&self.update.update.kind)
    }

    /// Sends a card of its own to a chat.
    pub(super) async fn post_in(&self, chat: ChatId, drawn: Card) -> Outcome {
        let mut sent = drawn.message(&self.bot, chat);
        sent.payload_mut().message_thread_id = self.topic();
        tell(&self.bot, sent).await?;
        Ok(())
    }

    /// Answers a message with a text without variables.
    pub(super) async fn say(&self, to: &Message, text: &str) -> Outcome {
        reply(&self.bot, to, &self.voice().say(text)).await
    }

    /// Shows this instead of the card whose button was pressed.
    pub(super) async fn show(&self, press: &CallbackQuery, drawn: Card) -> Outcome {
        if let Some(pressed) = &press.message {
            drawn.show(&self.bot, (pressed.chat().id, pressed.id())).await?;
        }
        Ok(())
    }

    /// Answers a press with a text without variables.
    pub(super) async fn toast(&self, press: &CallbackQuery, text: &str) {
        presses::toast(&self.bot, press, &self.voice().label(text), false).await;
    }

    /// Takes the hourglass from a button.
    pub(super) async fn release(&self, press: &CallbackQuery) {
        presses::release(&self.bot, press).await;
    }

    /// Done. A group may have switched reactions off; then the card alone tells it.
    pub(super) async fn thumb_up(&self, message: &Message) -> Outcome {
        let mut reaction = self.bot.set_message_reaction(message.chat.id, message.id);
        reaction.payload_mut().reaction = Some(vec![ReactionType::Emoji { emoji: "👍".to_owned() }]);
        if let Err(error) = tell(&self.bot, reaction).await {
            tracing::debug!(%error, "no reaction was set");
        }
        Ok(())
    }
}

/// Answers a message of the staff.
pub(in crate::telegram) async fn reply(bot: &Bot, to: &Message, text: &Html) -> Outcome {
    let mut answer = message::message(bot, to.chat.id, text.as_str())
        .reply_parameters(ReplyParameters::new(to.id).allow_sending_without_reply());
    answer.payload_mut().message_thread_id = message::topic_of(to);
    tell(bot, answer).await?;
    Ok(())
}
