//! A message of ours: HTML, without a preview of the links in it, which would hide what comes next.

use super::bot::{CallError, tell};
use teloxide::payloads::{EditMessageText, EditMessageTextSetters, SendMessage, SendMessageSetters};
use teloxide::prelude::Requester;
use teloxide::requests::JsonRequest;
use teloxide::types::{
    ChatId, InlineKeyboardMarkup, LinkPreviewOptions, Message, MessageId, ParseMode, ThreadId, UpdateKind,
};
use teloxide::{ApiError, Bot, RequestError};

const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

/// A message to send.
pub(super) fn message(bot: &Bot, chat: ChatId, text: &str) -> JsonRequest<SendMessage> {
    bot.send_message(chat, text).parse_mode(ParseMode::Html).link_preview_options(NO_PREVIEW)
}

/// A new text for a message that was sent.
pub(super) fn edit(bot: &Bot, chat: ChatId, message: MessageId, text: &str) -> JsonRequest<EditMessageText> {
    bot.edit_message_text(chat, message, text).parse_mode(ParseMode::Html).link_preview_options(NO_PREVIEW)
}

/// The topic in which a message stands, in a group that is a forum; `None`: the general one. (A thread of replies in any other
/// group has a number too, and nothing is to be sent there.)
pub(super) fn topic_of(message: &Message) -> Option<ThreadId> {
    message.thread_id.filter(|_| message.is_topic_message)
}

/// The topic in which an update happened.
pub(super) fn topic_of_update(update: &UpdateKind) -> Option<ThreadId> {
    match update {
        UpdateKind::Message(message) => topic_of(message),
        UpdateKind::CallbackQuery(press) => topic_of(press.regular_message()?),
        _ => None,
    }
}

/// Shows text and buttons in the place of a message. One that looks so already is as good as done.
///
/// # Errors
/// Telegram refused, or could not be reached in time.
pub(super) async fn show(
    bot: &Bot,
    (chat, message): (ChatId, MessageId),
    text: &str,
    keyboard: InlineKeyboardMarkup,
) -> Result<(), CallError> {
    match tell(bot, edit(bot, chat, message, text).reply_markup(keyboard)).await {
        Err(CallError::Request(RequestError::Api(ApiError::MessageNotModified))) => Ok(()),
        outcome => outcome,
    }
}
