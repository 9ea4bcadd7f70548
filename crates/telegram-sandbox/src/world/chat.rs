//! Chats, private or of a group.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::group::Group;
use super::message::Message;

/// A chat, as the world knows it. A bot sees a private chat under the user's id, a person under the bot's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ChatKey {
    Private { bot: i64, user: i64 },
    Group(i64),
}

impl ChatKey {
    /// The id a bot uses for this chat.
    pub(crate) fn for_bot(self) -> i64 {
        match self {
            Self::Private { user, .. } => user,
            Self::Group(id) => id,
        }
    }

    /// The id a person uses for this chat.
    pub(crate) fn for_person(self) -> i64 {
        match self {
            Self::Private { bot, .. } => bot,
            Self::Group(id) => id,
        }
    }

    /// How events name it.
    pub(crate) fn json(self) -> Value {
        match self {
            Self::Private { bot, user } => json!({"bot": bot, "user": user}),
            Self::Group(id) => json!({"group": id}),
        }
    }
}

/// A chat and everything in it.
#[derive(Debug, Default)]
pub(crate) struct Chat {
    pub(crate) messages: BTreeMap<i64, Message>,
    /// Newest last.
    pub(crate) pinned: Vec<i64>,
    /// Reply keyboard by person.
    pub(crate) keyboards: BTreeMap<i64, ShownKeyboard>,
    /// `ForceReply` by person.
    pub(crate) forced_replies: BTreeMap<i64, (i64, Value)>,
    pub(crate) typing: Option<Typing>,
    /// Last message read by person.
    pub(crate) read_up_to: BTreeMap<i64, i64>,
    /// Private: the person has pressed Start.
    pub(crate) started: bool,
    /// Private: the person has blocked the bot.
    pub(crate) blocked: bool,
    pub(crate) group: Option<Group>,
    /// Groups: the bot that wrote last, which gets plain commands under privacy mode.
    pub(crate) last_bot: Option<i64>,
}

/// A reply keyboard on somebody's screen.
#[derive(Clone, Debug)]
pub(crate) struct ShownKeyboard {
    pub(crate) message_id: i64,
    /// `ReplyKeyboardMarkup`.
    pub(crate) markup: Value,
    /// It was a one-time keyboard and a key was pressed.
    pub(crate) used: bool,
}

/// "Bot is typing".
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    pub(crate) bot: i64,
    pub(crate) action: String,
    pub(crate) until_ms: i64,
}
