//! A chat as text, as one would tell it to somebody.

use std::fmt::Write;

use serde_json::Value;

use super::view::{Window, messages};
use crate::bot_api::amount;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::message::{Content, Message};

/// The last messages of a chat: who, what, the buttons below, and the reply keyboard of `user` at the end.
pub(crate) fn transcript(world: &World, user: i64, key: ChatKey, limit: usize) -> String {
    let mut text = String::new();
    for message in messages(world, key, &Window { limit, before: None, thread: None, deleted: true }) {
        write_message(&mut text, world, key, message);
    }
    if let Some(keyboard) = world.chat(key).and_then(|chat| chat.keyboards.get(&user)) {
        let rows = keyboard.markup["keyboard"].as_array().into_iter().flatten().filter_map(Value::as_array);
        for row in rows {
            let keys: Vec<&str> = row.iter().filter_map(|key| key["text"].as_str()).collect();
            line(&mut text, &format!("    ({})", keys.join(") (")));
        }
    }
    text
}

fn line(text: &mut String, line: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{line}");
}

fn write_message(text: &mut String, world: &World, key: ChatKey, message: &Message) {
    let name = world.account(message.sender);
    let name = name["first_name"].as_str().unwrap_or("?").to_owned();
    let mut notes = String::new();
    if message.deleted {
        notes.push_str(" [deleted]");
    }
    if message.edit_date.is_some() {
        notes.push_str(" [edited]");
    }
    if let Some(replied) = message.reply_to.and_then(|id| world.message(key, id)) {
        let quote: String = words(replied).chars().take(30).collect();
        let _ = write!(notes, " [reply to \"{}\"]", quote.replace('\n', " "));
    }
    if message.forward_origin.is_some() {
        notes.push_str(" [forwarded]");
    }
    let words = words(message).replace('\n', "\n    ");
    line(text, &format!("{name}:{notes} {words}"));
    for row in message.keyboard.iter().flat_map(|keyboard| &keyboard.rows) {
        let labels: Vec<&str> = row.iter().map(|button| button.text.as_str()).collect();
        line(text, &format!("    [{}]", labels.join("] [")));
    }
    for (_, emoji) in &message.reactions {
        line(text, &format!("    {emoji}"));
    }
}

/// What a message says, in words.
pub(crate) fn words(message: &Message) -> String {
    match &message.content {
        Content::Text { body, .. } => body.text.clone(),
        Content::Media(media) => {
            let label = media.kind.field();
            match media.caption.is_empty() {
                true => format!("<{label}>"),
                false => format!("<{label}> {}", media.caption.text),
            }
        }
        Content::Plain("location", place) => {
            format!("<location {} {}>", place["latitude"], place["longitude"])
        }
        Content::Plain("contact", contact) => {
            format!("<contact {}>", contact["phone_number"].as_str().unwrap_or_default())
        }
        Content::Plain("venue", venue) => format!("<venue {}>", venue["title"].as_str().unwrap_or_default()),
        Content::Plain("poll", poll) => format!("<poll {}>", poll["question"].as_str().unwrap_or_default()),
        Content::Plain(field, value) => format!("<{field} {value}>"),
        Content::Invoice(invoice) => {
            let price = amount(invoice.total(), &invoice.currency);
            format!("<invoice {}: {price} {}> {}", invoice.title, invoice.currency, invoice.description)
        }
        Content::Service(field, value) => match value {
            Value::Object(_) | Value::Array(_) => format!("<{}>", field.replace('_', " ")),
            other => format!("<{} {other}>", field.replace('_', " ")),
        },
        Content::Pinned(_) => "<pinned a message>".to_owned(),
    }
}

/// The first message of somebody else that came or changed after `revision` and shows `text` somewhere.
pub(crate) fn heard<'w>(
    world: &'w World,
    user: i64,
    key: ChatKey,
    revision: u64,
    text: &str,
) -> Option<&'w Message> {
    let messages = world.chat(key)?.messages.values().rev().take(500);
    let fitting = messages.filter(|message| {
        message.revision > revision && message.sender != user && !message.deleted && shows(message, text)
    });
    fitting.min_by_key(|message| message.revision)
}

/// Does a message show this text, in its words or on a button?
pub(crate) fn shows(message: &Message, text: &str) -> bool {
    words(message).contains(text)
        || message
            .keyboard
            .iter()
            .flat_map(|k| k.rows.iter().flatten())
            .any(|button| button.text.contains(text))
}
