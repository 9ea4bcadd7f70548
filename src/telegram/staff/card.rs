//! What the staff are shown: a text with buttons below it.

use crate::telegram::bot::CallError;
use crate::telegram::html::Html;
use crate::telegram::message;
use teloxide::Bot;
use teloxide::payloads::{SendMessage, SendMessageSetters};
use teloxide::requests::JsonRequest;
use teloxide::types::{ChatId, InlineKeyboardButton, InlineKeyboardMarkup, MessageId};

/// A card to show. It always fits into a message.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::telegram) struct Card {
    text: Html,
    keyboard: InlineKeyboardMarkup,
}

impl Card {
    /// A text, cut to what a message holds, and rows of buttons.
    pub(super) fn new<Rows>(text: Html, rows: Rows) -> Self
    where
        Rows: IntoIterator<Item: IntoIterator<Item = InlineKeyboardButton>>,
    {
        Self { text: text.cut_to_message(), keyboard: InlineKeyboardMarkup::new(rows) }
    }

    /// A text without buttons, cut in the same way.
    pub(super) fn plain(text: Html) -> Self {
        Self::new(text, [[]; 0])
    }

    /// The same text with other buttons.
    pub(super) fn with_rows<Rows>(self, rows: Rows) -> Self
    where
        Rows: IntoIterator<Item: IntoIterator<Item = InlineKeyboardButton>>,
    {
        Self { keyboard: InlineKeyboardMarkup::new(rows), ..self }
    }

    /// The message that brings it.
    pub(in crate::telegram) fn message(self, bot: &Bot, chat: ChatId) -> JsonRequest<SendMessage> {
        message::message(bot, chat, self.text.as_str()).reply_markup(self.keyboard)
    }

    /// Shows it in the place of a message. One that looks so already is as good as done.
    ///
    /// # Errors
    /// Telegram refused, or could not be reached in time.
    pub(in crate::telegram) async fn show(
        self,
        bot: &Bot,
        place: (ChatId, MessageId),
    ) -> Result<(), CallError> {
        message::show(bot, place, self.text.as_str(), self.keyboard).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_never_longer_than_a_message() {
        let card = Card::plain(Html::escaped(&"<tea>".repeat(1000)));
        let read = card.text.as_str().replace("&lt;", "<").replace("&gt;", ">");
        assert_eq!((read.chars().count(), read.chars().last()), (4096, Some('…')));
    }
}
