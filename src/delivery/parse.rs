//! Typed parsing that never loses the text of a message.
//!
//! teloxide 0.17 knows Bot API 9.2. What Telegram has added since turns a whole update into
//! `UpdateKind::Error`, or a message into `MessageKind::Empty`. Then the update is reduced to the fields that
//! are known to parse, and parsed again.

use crate::domain::UpdateId;
use serde_json::{Map, Value, json};
use teloxide::types::{Message, MessageKind, Update, UpdateKind};

/// What the types could not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Nothing.
    None,
    /// Parts of a message (unknown entities, buttons, services); its text is there.
    Parts,
    /// Everything but the number: a kind that is not known.
    All,
}

/// The fields of a message that are kept when it has to be reduced.
const MESSAGE_FIELDS: [&str; 14] = [
    "message_id",
    "date",
    "edit_date",
    "chat",
    "from",
    "text",
    "caption",
    "photo",
    "document",
    "contact",
    "location",
    "successful_payment",
    "refunded_payment",
    "migrate_to_chat_id",
];
const CHAT_FIELDS: [&str; 7] = ["id", "type", "title", "username", "first_name", "last_name", "is_forum"];
const USER_FIELDS: [&str; 7] =
    ["id", "is_bot", "first_name", "last_name", "username", "language_code", "is_premium"];
const CHAT_TYPES: [&str; 4] = ["private", "group", "supergroup", "channel"];

/// Parses an update. Never fails: what is not understood at all becomes `UpdateKind::Error`.
pub(super) fn update(id: UpdateId, raw: &str) -> (Update, Loss) {
    match serde_json::from_str::<Update>(raw) {
        Ok(update) if is_complete(&update.kind) => (update, Loss::None),
        _ => reduced(raw).unwrap_or_else(|| {
            let kind = UpdateKind::Error(serde_json::from_str(raw).unwrap_or(Value::Null));
            let id = teloxide::types::UpdateId(u32::try_from(id.0).unwrap_or(0));
            (Update { id, kind }, Loss::All)
        }),
    }
}

fn is_complete(kind: &UpdateKind) -> bool {
    let has_content = |message: &Message| !matches!(message.kind, MessageKind::Empty {});
    match kind {
        UpdateKind::Error(_) => false,
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => has_content(message),
        _ => true,
    }
}

/// Reduces the update and parses it again. `None` if even that cannot be parsed.
fn reduced(raw: &str) -> Option<(Update, Loss)> {
    let Value::Object(mut fields) = serde_json::from_str(raw).ok()? else { return None };
    for (kind, content) in &mut fields {
        match (kind.as_str(), content) {
            ("message" | "edited_message", content) => reduce_message(content),
            ("callback_query", Value::Object(query)) => {
                if let Some(user) = query.get_mut("from") {
                    reduce_user(user);
                }
                if let Some(message) = query.get_mut("message") {
                    reduce_message(message);
                }
            }
            (_, Value::Object(content)) => reduce_parties(content),
            _ => {}
        }
    }
    // From text, because `from_value` yields `UpdateKind::Error` whatever it is given.
    let update: Update = serde_json::from_str(&Value::Object(fields).to_string()).ok()?;
    match update.kind {
        UpdateKind::Error(_) => None,
        _ => Some((update, Loss::Parts)),
    }
}

fn reduce_message(message: &mut Value) {
    let Value::Object(message) = message else { return };
    let had_text = message.contains_key("text") || message.contains_key("caption");
    message.retain(|field, _| MESSAGE_FIELDS.contains(&field.as_str()));
    reduce_parties(message);
    // A caption without the (unknown) medium it belongs to is a text.
    if had_text
        && !message.contains_key("photo")
        && !message.contains_key("document")
        && let Some(caption) = message.remove("caption")
    {
        message.entry("text").or_insert(caption);
    }
}

fn reduce_parties(content: &mut Map<String, Value>) {
    if let Some(user) = content.get_mut("from") {
        reduce_user(user);
    }
    if let Some(Value::Object(chat)) = content.get_mut("chat") {
        chat.retain(|field, _| CHAT_FIELDS.contains(&field.as_str()));
        let known = chat.get("type").and_then(Value::as_str).is_some_and(|kind| CHAT_TYPES.contains(&kind));
        if !known {
            let is_user = chat.get("id").and_then(Value::as_i64).is_some_and(|id| id > 0);
            chat.insert("type".to_owned(), json!(if is_user { "private" } else { "supergroup" }));
        }
    }
}

fn reduce_user(user: &mut Value) {
    if let Value::Object(user) = user {
        user.retain(|field, _| USER_FIELDS.contains(&field.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(raw: &Value) -> (Update, Loss) {
        update(UpdateId(1), &raw.to_string())
    }

    fn message(extra: Value) -> Value {
        let mut message = json!({
            "message_id": 1, "date": 1_700_000_000,
            "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
            "chat": {"id": 7, "type": "private", "first_name": "Ann"},
        });
        if let (Value::Object(message), Value::Object(extra)) = (&mut message, extra) {
            message.extend(extra);
        }
        json!({"update_id": 1, "message": message})
    }

    fn text(update: &Update) -> Option<&str> {
        match &update.kind {
            UpdateKind::Message(message) => message.text(),
            _ => None,
        }
    }

    #[test]
    fn an_ordinary_message_is_parsed_as_it_is() {
        let (update, loss) = parse(&message(json!({"text": "hello"})));
        assert_eq!((text(&update), loss), (Some("hello"), Loss::None));
    }

    #[test]
    fn a_text_survives_what_telegram_adds_to_it() {
        for extra in [
            json!({"text": "hello", "entities": [{"type": "hologram", "offset": 0, "length": 5}]}),
            json!({"text": "hello", "reply_markup": {"inline_keyboard": [[{"text": "x", "teleport": 1}]]}}),
            json!({"text": "hello", "chat": {"id": 7, "type": "dream", "first_name": "Ann"}}),
            json!({"text": "hello", "reply_to_message": {"message_id": "later"}}),
            json!({"caption": "hello", "hologram": {"file_id": "x"}}),
        ] {
            let raw = message(extra);
            let (update, loss) = parse(&raw);
            assert_eq!(text(&update), Some("hello"), "{raw}");
            assert_ne!(loss, Loss::All, "{raw}");
        }
    }

    #[test]
    fn a_press_survives_an_unknown_message_below_it() {
        let raw = json!({"update_id": 1, "callback_query": {
            "id": "1", "from": {"id": 7, "is_bot": false, "first_name": "Ann"}, "chat_instance": "1", "data": "v1",
            "message": {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 7, "type": "dream"},
                        "hologram": {"x": 1}},
        }});
        let (update, _) = parse(&raw);
        assert!(
            matches!(update.kind, UpdateKind::CallbackQuery(query) if query.data.as_deref() == Some("v1"))
        );
    }

    #[test]
    fn an_unknown_kind_is_kept_whole() {
        let raw = json!({"update_id": 1, "telepathy": {"thought": "hello"}});
        let (update, loss) = parse(&raw);
        assert_eq!(loss, Loss::All);
        assert!(matches!(update.kind, UpdateKind::Error(kept) if kept == raw));
    }
}
