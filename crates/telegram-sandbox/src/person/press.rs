//! Inline buttons.

use serde_json::{Value, json};

use super::Unable;
use crate::world::chat::ChatKey;
use crate::world::keyboard::Action;
use crate::world::query::About;
use crate::world::updates::Lane;
use crate::world::{Viewer, World};

/// Which button of a message.
#[derive(Clone, Debug)]
pub(crate) enum Button<'a> {
    At(usize, usize),
    Labelled(&'a str),
}

/// What a press led to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Pressed {
    /// The bot was asked; the id of the query.
    Asked(String),
    Action(Action),
}

/// Presses a button under a message.
pub(crate) fn press(
    world: &mut World,
    user: i64,
    key: ChatKey,
    id: i64,
    button: &Button,
) -> Result<Pressed, Unable> {
    let message =
        world.message(key, id).ok_or_else(|| Unable::missing(format!("there is no message {id}")))?;
    let keyboard = message.keyboard.as_ref().ok_or_else(|| Unable::missing("the message has no buttons"))?;
    let (row, column) = match button {
        Button::At(row, column) => (*row, *column),
        Button::Labelled(text) => {
            keyboard.find(text).ok_or_else(|| Unable::missing(format!("there is no button \"{text}\"")))?
        }
    };
    let button = keyboard.button(row, column).ok_or_else(|| Unable::missing("there is no such button"))?;
    if let Action::Callback(data) = &button.action {
        let data = data.clone();
        return Ok(Pressed::Asked(ask(world, user, key, id, (row, column), &data)?));
    }
    Ok(Pressed::Action(button.action.clone()))
}

fn ask(
    world: &mut World,
    user: i64,
    key: ChatKey,
    id: i64,
    (row, column): (usize, usize),
    data: &str,
) -> Result<String, Unable> {
    let message = world.message(key, id).ok_or_else(|| Unable::missing("the message is gone"))?;
    let bot = match message.via_bot {
        Some(bot) => bot,
        None => message.sender,
    };
    if !world.bots.contains_key(&bot) {
        return Err(Unable::because("nobody answers this button"));
    }
    let query = send_press(world, bot, user, key, id, (row, column), data);
    world.blink(key, id);
    if world.chaos.resends_press() {
        send_press(world, bot, user, key, id, (row, column), data);
    }
    Ok(query)
}

/// Queues the `callback_query`.
fn send_press(
    world: &mut World,
    bot: i64,
    user: i64,
    key: ChatKey,
    id: i64,
    (row, column): (usize, usize),
    data: &str,
) -> String {
    let now = world.now_ms;
    let about = About::Press { chat: key, message_id: id, row, column, data: data.to_owned() };
    let query = world.queries.ask(bot, user, now, about);
    let mut update = json!({
        "id": query,
        "from": world.account(user),
        "chat_instance": chat_instance(key),
        "data": data,
    });
    if let Some(message) = world.message(key, id) {
        match &message.inline_message_id {
            Some(inline) => update["inline_message_id"] = inline.as_str().into(),
            None => update["message"] = world.render(key, message, Viewer::Bot(bot)),
        }
    }
    world.emit(bot, "callback_query", Lane::Presses(user), update, None);
    query
}

/// "Global identifier, uniquely corresponding to the chat."
fn chat_instance(key: ChatKey) -> String {
    match key {
        ChatKey::Private { bot, user } => format!("{}", bot.wrapping_mul(31).wrapping_add(user)),
        ChatKey::Group(id) => format!("{}", id.unsigned_abs()),
    }
}

/// Sends a press again as apps do after reconnecting: another update with another query, and the data of the button as
/// it was, whatever stands in its place now.
pub(crate) fn resend(world: &mut World, query_id: &str) -> Result<String, Unable> {
    let query = world.queries.find(query_id).cloned();
    let query = query.ok_or_else(|| Unable::missing(format!("there is no press {query_id}")))?;
    let About::Press { chat, message_id, row, column, data } = query.about else {
        return Err(Unable::because("only presses are resent"));
    };
    Ok(send_press(world, query.bot, query.user, chat, message_id, (row, column), &data))
}

/// What became of a press.
pub(crate) fn answer(world: &World, query_id: &str) -> Option<Value> {
    let query = world.queries.find(query_id)?;
    let answer = query.answer.clone().map(|mut answer| {
        answer["after_ms"] = (query.answered_ms - query.asked_ms).into();
        answer
    });
    Some(json!({"query_id": query_id, "answer": answer, "expired": query.expired}))
}

impl Pressed {
    pub(crate) fn json(&self) -> Value {
        match self {
            Self::Asked(query) => json!({"kind": "callback", "query_id": query, "answer": null}),
            Self::Action(Action::Url(url)) => json!({"kind": "url", "url": url}),
            Self::Action(Action::SwitchInline { query, current_chat }) => {
                json!({"kind": "switch_inline", "query": query, "current_chat": current_chat})
            }
            Self::Action(Action::Copy(text)) => json!({"kind": "copy", "text": text}),
            Self::Action(Action::WebApp(url)) => json!({"kind": "web_app", "url": url}),
            Self::Action(Action::Login(url)) => json!({"kind": "login", "url": url}),
            Self::Action(Action::Pay) => json!({"kind": "pay"}),
            Self::Action(Action::Game | Action::Callback(_)) => json!({"kind": "game"}),
        }
    }
}
