//! Every press is answered: unanswered, the button spins on the customer's screen. Behind a webhook the acknowledgement of a
//! press in a private chat is its answer already (`http::webhook`).

use super::bot::{CallError, tell};
use crate::delivery::{Incoming, Refusal, classify};
use teloxide::Bot;
use teloxide::payloads::AnswerCallbackQuery;
use teloxide::prelude::Requester;
use teloxide::requests::{HasPayload, JsonRequest};
use teloxide::types::CallbackQuery;

/// Answers a press without words.
pub(super) async fn release(bot: &Bot, press: &CallbackQuery) {
    answer(bot, press, bot.answer_callback_query(press.id.clone())).await;
}

/// Answers a press with a short text, at most 200 characters (Bot API, "answerCallbackQuery"): on top of the chat, or in a
/// window that has to be closed.
pub(super) async fn toast(bot: &Bot, press: &CallbackQuery, text: &str, window: bool) {
    let mut request = bot.answer_callback_query(press.id.clone());
    request.payload_mut().text = Some(text.chars().take(200).collect());
    request.payload_mut().show_alert = Some(window);
    answer(bot, press, request).await;
}

/// Tells somebody in their private chat why their press does nothing: in a window or, if Telegram has an answer to the press
/// already, with a message.
///
/// # Errors
/// The message was not sent.
pub(super) async fn explain(
    bot: &Bot,
    update: &Incoming,
    press: &CallbackQuery,
    text: &str,
) -> Result<(), CallError> {
    if update.answered {
        return tell(bot, bot.send_message(press.from.id, text)).await;
    }
    toast(bot, press, text, true).await;
    Ok(())
}

/// Tries twice: nobody comes back to it later. An old or repeated query cannot be answered any more, and nobody waits for
/// it: no reason to fail.
async fn answer(bot: &Bot, press: &CallbackQuery, request: JsonRequest<AnswerCallbackQuery>) {
    let mut outcome = tell(bot, request.clone()).await;
    if let Err(CallError::Request(error)) = &outcome
        && classify(error) == Refusal::Unavailable
    {
        outcome = tell(bot, request).await;
    }
    if let Err(error) = outcome {
        tracing::debug!(query = %press.id, %error, "a press was not answered");
    }
}
