//! The one error boundary. A refusal is text on a screen and never comes here; trouble ends in an apology.
//!
//! The cause is logged by delivery, once per attempt, and the update is tried again there.

use super::bot::tell;
use super::message::topic_of_update;
use super::presses;
use super::texts::phrases;
use crate::delivery::{Incoming, Trouble};
use crate::domain::Lang;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::UpdateKind;

/// What every update ends in.
pub(super) type Outcome = Result<(), Trouble>;

/// Turns trouble into words.
pub(super) struct Boundary {
    pub(super) bot: Bot,
    pub(super) staff_lang: Lang,
}

impl Boundary {
    /// Apologises, once per update: with the first failure of a dependency or of patience, because it may take a
    /// while until the next attempt; with the last one of anything else, because until then it may still work. A
    /// press is answered with the first failure in any case: its button must not spin. But after the time limit
    /// of a handler Telegram does not show that answer any more, and one that has an answer gets no second, so the words go
    /// to the chat.
    pub(super) async fn apologise(&self, update: &Incoming, trouble: &Trouble) {
        let (text, is_time) = match trouble {
            Trouble::Dependency(_) | Trouble::TimedOut => ("trouble-technical", update.attempt == 1),
            Trouble::Broken(_) => ("trouble-unexpected", update.last_attempt),
        };
        match &update.update.kind {
            UpdateKind::CallbackQuery(press) if !update.answered => {
                if matches!(trouble, Trouble::TimedOut) && is_time {
                    tokio::join!(self.say(update, text), presses::release(&self.bot, press));
                } else if update.attempt == 1 {
                    presses::toast(&self.bot, press, &self.text(update, text), true).await;
                }
            }
            UpdateKind::CallbackQuery(_) | UpdateKind::Message(_) if is_time => self.say(update, text).await,
            _ => {}
        }
    }

    async fn say(&self, update: &Incoming, id: &str) {
        let Some(chat) = update.update.chat() else { return };
        let mut apology = self.bot.send_message(chat.id, self.text(update, id));
        apology.payload_mut().message_thread_id = topic_of_update(&update.update.kind);
        if let Err(error) = tell(&self.bot, apology).await {
            tracing::debug!(%error, "the apology was not sent");
        }
    }

    /// In Telegram's language for this person: the customer may be what could not be loaded.
    fn text(&self, update: &Incoming, id: &str) -> String {
        let in_group = update.update.chat().is_some_and(|chat| !chat.is_private());
        let code = update.update.from().and_then(|user| user.language_code.as_deref());
        let lang = if in_group { self.staff_lang } else { code.and_then(Lang::parse).unwrap_or_default() };
        phrases(lang).plain(id, &[])
    }
}
