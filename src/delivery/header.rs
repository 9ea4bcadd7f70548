//! Reads of an update what is needed to store it: its number, its kind and its lane.
//!
//! Only these few fields are parsed, so that an update of any future kind can be stored.

use super::incoming::Header;
use crate::domain::UpdateId;
use crate::repository::Lane;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What we ask Telegram for. Kinds that are not in this list never reach us; `message_reaction` and the business kinds
/// are left out on purpose.
pub const ALLOWED_UPDATES: [&str; 10] = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
];

/// Kinds with a deadline and no use after it: 10 s for a pre-checkout query (Bot API, "answerPreCheckoutQuery"),
/// about as much for the others.
pub(super) const DIRECT: [&str; 3] = ["pre_checkout_query", "shipping_query", "inline_query"];

/// Not an update.
#[derive(Debug, thiserror::Error)]
#[error("not an update: {0}")]
pub struct NotAnUpdate(String);

/// Reads the header of an update.
///
/// # Errors
/// It is not a JSON object with an `update_id`.
pub(super) fn header(raw: &str) -> Result<Header, NotAnUpdate> {
    let fields: BTreeMap<Cow<'_, str>, &RawValue> =
        serde_json::from_str(raw).map_err(|error| NotAnUpdate(error.to_string()))?;
    let id = fields.get("update_id").ok_or_else(|| NotAnUpdate("no update_id".to_owned()))?;
    let id = id.get().parse().map_err(|_| NotAnUpdate("update_id is not a number".to_owned()))?;
    let Some((kind, content)) = fields.iter().find(|(key, _)| *key != "update_id") else {
        return Ok(Header { id: UpdateId(id), kind: "empty".to_owned(), lane: Some(Lane(0)), press: None });
    };
    let mut header = Header { id: UpdateId(id), kind: kind.to_string(), lane: None, press: None };
    if !DIRECT.contains(&kind.as_ref()) {
        let parties: Parties = serde_json::from_str(content.get()).unwrap_or_default();
        header.lane = Some(lane(&parties));
        let is_press = kind == "callback_query" && parties.chat().is_some_and(Chat::is_private);
        header.press = parties.id.filter(|_| is_press);
    }
    Ok(header)
}

/// The user's lane; in a group the group's; lane 0 for what belongs to neither.
fn lane(parties: &Parties) -> Lane {
    match (parties.chat(), parties.from.as_ref().or(parties.user.as_ref())) {
        (Some(chat), Some(user)) if chat.is_private() => Lane(user.id),
        (Some(chat), _) => Lane(chat.id),
        (None, Some(user)) => Lane(user.id),
        (None, None) => Lane(0),
    }
}

#[derive(Default, Deserialize)]
struct Parties {
    chat: Option<Chat>,
    from: Option<User>,
    user: Option<User>,
    message: Option<Message>,
    /// Of a query.
    #[serde(default, deserialize_with = "text")]
    id: Option<String>,
}

impl Parties {
    fn chat(&self) -> Option<&Chat> {
        self.chat.as_ref().or_else(|| self.message.as_ref()?.chat.as_ref())
    }
}

/// A text; what is none must not make the rest unreadable.
fn text<'de, D: Deserializer<'de>>(id: D) -> Result<Option<String>, D::Error> {
    Ok(match serde_json::Value::deserialize(id)? {
        serde_json::Value::String(id) => Some(id),
        _ => None,
    })
}

#[derive(Deserialize)]
struct Message {
    chat: Option<Chat>,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
    #[serde(rename = "type", default)]
    kind: String,
}

impl Chat {
    fn is_private(&self) -> bool {
        self.kind == "private"
    }
}

#[derive(Deserialize)]
struct User {
    id: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane_of(content: &str) -> Option<Lane> {
        header(content).unwrap().lane
    }

    #[test]
    fn a_private_message_is_in_its_users_lane() {
        let raw =
            r#"{"update_id":5,"message":{"message_id":1,"from":{"id":7},"chat":{"id":7,"type":"private"}}}"#;
        let read = header(raw).unwrap();
        assert_eq!((read.id, read.kind.as_str(), read.lane), (UpdateId(5), "message", Some(Lane(7))));
    }

    #[test]
    fn a_group_is_one_lane_for_messages_presses_and_members() {
        let chat = r#""chat":{"id":-100,"type":"supergroup"}"#;
        for raw in [
            format!(r#"{{"update_id":1,"message":{{"from":{{"id":7}},{chat}}}}}"#),
            format!(r#"{{"update_id":1,"callback_query":{{"from":{{"id":7}},"message":{{{chat}}}}}}}"#),
            format!(r#"{{"update_id":1,"my_chat_member":{{"from":{{"id":7}},{chat}}}}}"#),
        ] {
            assert_eq!(lane_of(&raw), Some(Lane(-100)), "{raw}");
        }
    }

    #[test]
    fn a_press_in_private_is_in_its_users_lane_even_without_a_message() {
        let with = r#"{"callback_query":{"from":{"id":7},"message":{"chat":{"id":7,"type":"private"}}},"update_id":1}"#;
        let without = r#"{"update_id":1,"callback_query":{"from":{"id":7},"inline_message_id":"x"}}"#;
        assert_eq!((lane_of(with), lane_of(without)), (Some(Lane(7)), Some(Lane(7))));
    }

    #[test]
    fn a_press_in_private_is_answered_at_the_door_and_no_other() {
        let press = |chat: &str| {
            let raw = format!(
                r#"{{"update_id":1,"callback_query":{{"id":"77","from":{{"id":7}},"message":{{"chat":{chat}}}}}}}"#
            );
            header(&raw).unwrap().press
        };
        assert_eq!(press(r#"{"id":7,"type":"private"}"#).as_deref(), Some("77"));
        assert_eq!(press(r#"{"id":-100,"type":"supergroup"}"#), None);
        let through_inline_mode = r#"{"update_id":1,"callback_query":{"id":"77","from":{"id":7}}}"#;
        assert_eq!(header(through_inline_mode).unwrap().press, None);
        let message = r#"{"update_id":1,"message":{"id":"77","chat":{"id":7,"type":"private"}}}"#;
        assert_eq!(header(message).unwrap().press, None);
    }

    #[test]
    fn what_has_a_deadline_is_in_no_lane() {
        for kind in DIRECT {
            assert_eq!(lane_of(&format!(r#"{{"update_id":1,"{kind}":{{"from":{{"id":7}}}}}}"#)), None);
        }
    }

    #[test]
    fn a_kind_of_the_future_has_a_lane_too() {
        assert_eq!(lane_of(r#"{"update_id":1,"telepathy":{"id":[5],"user":{"id":7}}}"#), Some(Lane(7)));
        let known = r#"{"update_id":1,"telepathy":{"user":{"id":7},"chat":"a word"}}"#;
        let unknown = r#"{"update_id":1,"telepathy":[1,2]}"#;
        assert_eq!(lane_of(r#"{"update_id":1,"telepathy":{"user":{"id":7}}}"#), Some(Lane(7)));
        assert_eq!((lane_of(known), lane_of(unknown)), (Some(Lane(0)), Some(Lane(0))));
    }

    #[test]
    fn what_is_no_update_is_refused() {
        for raw in ["", "[]", "{}", r#"{"update_id":"one"}"#, "nonsense"] {
            assert!(header(raw).is_err(), "{raw}");
        }
    }
}
