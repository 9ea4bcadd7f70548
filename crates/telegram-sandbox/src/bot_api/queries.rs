//! `answerCallbackQuery`, and what all answers to queries share.

use serde_json::{Value, json};

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::query::{About, Query, Unanswerable};

/// Documentation of `answerCallbackQuery`: 0-200 characters.
const TOAST_LENGTH: usize = 200;

pub(super) fn answer_callback(world: &mut World, call: &Call) -> Answer {
    let text = call.params.text("text").map(String::from);
    if text.as_ref().is_some_and(|text| crate::text::utf16_len(text) > TOAST_LENGTH) {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let url = call.params.text("url").map(String::from);
    if url.as_ref().is_some_and(|url| !url.starts_with("https://t.me/") && !url.starts_with("t.me/")) {
        // Documentation: a game's URL, or t.me/your_bot?start=XXXX.
        return Err(Refusal::bad("URL_INVALID"));
    }
    let shown = json!({"text": text, "show_alert": call.params.flag("show_alert"), "url": url});
    let press =
        About::Press { chat: ChatKey::Group(0), message_id: 0, row: 0, column: 0, data: String::new() };
    let query = answer(world, call, "callback_query_id", &press, shown.clone())?;
    if let About::Press { chat, message_id, .. } = query.about {
        let id = call.params.text("callback_query_id").unwrap_or_default();
        let news = json!({
            "query_id": id,
            "user": query.user,
            "chat": chat.json(),
            "message_id": message_id,
            "answer": shown,
        });
        world.event("press_answered", news);
        world.blink(chat, message_id);
    }
    Ok(true.into())
}

/// Records an answer, or refuses it as Telegram does: too late, unknown and "again" all sound the same, but the
/// record of violations tells them apart.
pub(super) fn answer(
    world: &mut World,
    call: &Call,
    parameter: &str,
    kind: &About,
    answer: Value,
) -> Result<Query, Refusal> {
    let id = call.params.text(parameter).unwrap_or_default();
    let now = world.now_ms;
    let reason = match world.queries.answer(&id, call.bot, kind, now, answer) {
        Ok(query) => {
            let query = query.clone();
            return Ok(query);
        }
        Err(Unanswerable::Unknown) => "unknown query",
        Err(Unanswerable::TooLate) => "query answered too late",
        Err(Unanswerable::Twice) => "query answered twice",
    };
    let refusal = Refusal::bad("query is too old and response timeout expired or query ID is invalid");
    world.violation(call.bot, call.method, reason, &refusal.description);
    Err(refusal)
}
