//! Every press is answered: unanswered, the button spins on the customer's screen.

use super::bot::call;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::CallbackQuery;

/// Answers a press without words.
pub(super) async fn release(bot: &Bot, press: &CallbackQuery) {
    log(press, call(bot, bot.answer_callback_query(press.id.clone())).await.map(drop));
}

/// Answers a press with a short text, at most 200 characters (Bot API, "answerCallbackQuery"): on top of the chat, or in a
/// window that has to be closed.
pub(super) async fn toast(bot: &Bot, press: &CallbackQuery, text: &str, window: bool) {
    let mut request = bot.answer_callback_query(press.id.clone());
    request.payload_mut().text = Some(text.chars().take(200).collect());
    request.payload_mut().show_alert = Some(window);
    log(press, call(bot, request).await.map(drop));
}

/// An old or repeated query cannot be answered any more, and nobody waits for it: no reason to fail.
fn log(press: &CallbackQuery, outcome: Result<(), super::bot::CallError>) {
    if let Err(error) = outcome {
        tracing::debug!(query = %press.id, %error, "a press was not answered");
    }
}
