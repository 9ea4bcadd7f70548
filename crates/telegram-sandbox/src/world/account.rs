//! Who takes part: people and bots.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use tokio::sync::Notify;

use super::updates::Updates;
use crate::delivery::webhook::Webhook;

/// A person.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) id: i64,
    pub(crate) first_name: String,
    pub(crate) last_name: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) language_code: Option<String>,
    pub(crate) is_premium: bool,
    pub(crate) phone_number: String,
    pub(crate) deactivated: bool,
}

impl User {
    /// The Bot API's `User`.
    pub(crate) fn json(&self) -> Value {
        let mut user = Map::new();
        user.insert("id".into(), self.id.into());
        user.insert("is_bot".into(), false.into());
        // A deleted account keeps its id and loses its names.
        if self.deactivated {
            user.insert("first_name".into(), "".into());
            return user.into();
        }
        user.insert("first_name".into(), self.first_name.as_str().into());
        let optional = [
            ("last_name", &self.last_name),
            ("username", &self.username),
            ("language_code", &self.language_code),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                user.insert(name.into(), value.as_str().into());
            }
        }
        if self.is_premium {
            user.insert("is_premium".into(), true.into());
        }
        user.into()
    }

    pub(crate) fn full_name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

/// For whom a list of commands is: the scope's canonical name and a language ("" for all).
pub(crate) type CommandKey = (CommandScope, String);

/// The seven scopes of `setMyCommands`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CommandScope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(i64),
    ChatAdministrators(i64),
    ChatMember(i64, i64),
}

/// A bot, and what it has told Telegram about itself.
#[derive(Debug)]
pub(crate) struct Bot {
    pub(crate) id: i64,
    pub(crate) secret: String,
    pub(crate) first_name: String,
    pub(crate) username: String,
    /// Names by language; "" is the default.
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) descriptions: BTreeMap<String, String>,
    pub(crate) short_descriptions: BTreeMap<String, String>,
    pub(crate) commands: BTreeMap<CommandKey, Vec<Value>>,
    /// By private chat; `None` is the default for all.
    pub(crate) menu_buttons: BTreeMap<Option<i64>, Value>,
    /// Keyed by "for channels".
    pub(crate) default_rights: BTreeMap<bool, Value>,
    /// Privacy mode off.
    pub(crate) reads_all_group_messages: bool,
    pub(crate) supports_inline: bool,
    pub(crate) inline_placeholder: Option<String>,
    pub(crate) can_join_groups: bool,
    pub(crate) next_message_id: i64,
    pub(crate) updates: Updates,
    pub(crate) webhook: Option<Webhook>,
    /// Grows with every `getUpdates` and `setWebhook`: a poll that finds it changed was replaced.
    pub(crate) poll_generation: u64,
    pub(crate) polling: bool,
    /// Wakes whoever hands out this bot's updates.
    pub(crate) wake: Arc<Notify>,
    pub(crate) stars: i64,
}

impl Bot {
    /// The bot as a `User` in messages.
    pub(crate) fn json(&self) -> Value {
        json!({"id": self.id, "is_bot": true, "first_name": self.name(""), "username": self.username})
    }

    pub(crate) fn name(&self, language: &str) -> &str {
        by_language(&self.names, language).unwrap_or(&self.first_name)
    }

    /// What `getMe` answers.
    pub(crate) fn me(&self) -> Value {
        let mut me = self.json();
        me["can_join_groups"] = self.can_join_groups.into();
        me["can_read_all_group_messages"] = self.reads_all_group_messages.into();
        me["supports_inline_queries"] = self.supports_inline.into();
        me["can_connect_to_business"] = false.into();
        me["has_main_web_app"] = false.into();
        me
    }
}

/// The text for a language, or the default one.
pub(crate) fn by_language<'a>(texts: &'a BTreeMap<String, String>, language: &str) -> Option<&'a str> {
    texts.get(language).or_else(|| texts.get("")).map(String::as_str)
}
