//! Chats: private ones and groups.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

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

/// What a group has beyond a private chat.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) title: String,
    pub(crate) username: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) is_supergroup: bool,
    pub(crate) is_forum: bool,
    pub(crate) members: BTreeMap<i64, Member>,
    /// `ChatPermissions` that are switched off for ordinary members.
    pub(crate) denied: BTreeSet<String>,
    pub(crate) topics: BTreeMap<i64, Topic>,
    pub(crate) general_closed: bool,
    pub(crate) general_hidden: bool,
    pub(crate) migrated_to: Option<i64>,
    pub(crate) next_message_id: i64,
}

/// A forum topic.
#[derive(Clone, Debug)]
pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) icon_color: i64,
    pub(crate) icon_custom_emoji_id: Option<String>,
    pub(crate) closed: bool,
    pub(crate) creator: i64,
}

/// Somebody's standing in a group.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) status: Status,
    /// Administrator rights, or permissions of a restricted member: those that are granted.
    pub(crate) rights: BTreeSet<String>,
    pub(crate) custom_title: Option<String>,
    pub(crate) until_date: i64,
}

/// `ChatMember.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Creator,
    Administrator,
    Member,
    Restricted,
    Left,
    Kicked,
}

impl Status {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Creator => "creator",
            Self::Administrator => "administrator",
            Self::Member => "member",
            Self::Restricted => "restricted",
            Self::Left => "left",
            Self::Kicked => "kicked",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Creator, Self::Administrator, Self::Member, Self::Restricted, Self::Left, Self::Kicked]
            .into_iter()
            .find(|status| status.name() == name)
    }

    /// Takes part in the group.
    pub(crate) fn is_in(self) -> bool {
        !matches!(self, Self::Left | Self::Kicked)
    }

    pub(crate) fn is_admin(self) -> bool {
        matches!(self, Self::Creator | Self::Administrator)
    }
}

/// The rights of `ChatAdministratorRights` that groups know.
pub(crate) const ADMIN_RIGHTS: [&str; 13] = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    // Bot API 10.3; libraries made for it insist on the field.
    "can_send_welcome_messages",
];

/// The fields of `ChatPermissions`.
pub(crate) const PERMISSIONS: [&str; 16] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

impl Member {
    pub(crate) fn plain(status: Status) -> Self {
        let rights = match status {
            Status::Administrator => ADMIN_RIGHTS.iter().map(ToString::to_string).collect(),
            _ => BTreeSet::new(),
        };
        Self { status, rights, custom_title: None, until_date: 0 }
    }

    /// The Bot API's `ChatMember`.
    pub(crate) fn json(&self, user: Value) -> Value {
        let mut member = Map::new();
        member.insert("status".into(), self.status.name().into());
        member.insert("user".into(), user);
        let title = self.custom_title.as_deref();
        match self.status {
            Status::Creator | Status::Administrator => {
                member.insert("is_anonymous".into(), false.into());
                if let Some(title) = title {
                    member.insert("custom_title".into(), title.into());
                }
            }
            Status::Kicked | Status::Restricted => {
                member.insert("until_date".into(), self.until_date.into());
            }
            Status::Member | Status::Left => {}
        }
        if self.status == Status::Administrator {
            member.insert("can_be_edited".into(), false.into());
            for right in ADMIN_RIGHTS {
                member.insert(right.into(), self.rights.contains(right).into());
            }
        }
        if self.status == Status::Restricted {
            member.insert("is_member".into(), true.into());
            for permission in PERMISSIONS {
                member.insert(permission.into(), self.rights.contains(permission).into());
            }
        }
        member.into()
    }
}

impl Group {
    pub(crate) fn status(&self, account: i64) -> Status {
        self.members.get(&account).map_or(Status::Left, |member| member.status)
    }

    /// May `account` do what `right` names: an administrator right or a permission to send.
    pub(crate) fn allows(&self, account: i64, right: &str) -> bool {
        let Some(member) = self.members.get(&account) else { return false };
        match member.status {
            Status::Creator => true,
            // Administrators may always write; their list holds administrative rights only.
            Status::Administrator => right.starts_with("can_send_") || member.rights.contains(right),
            Status::Member => PERMISSIONS.contains(&right) && !self.denied.contains(right),
            Status::Restricted => member.rights.contains(right) && !self.denied.contains(right),
            Status::Left | Status::Kicked => false,
        }
    }

    /// Ids of those who are in.
    pub(crate) fn present(&self) -> impl Iterator<Item = i64> + '_ {
        self.members.iter().filter(|(_, member)| member.status.is_in()).map(|(id, _)| *id)
    }

    pub(crate) fn permissions(&self) -> Value {
        PERMISSIONS.iter().map(|name| (name.to_string(), Value::from(!self.denied.contains(*name)))).collect()
    }
}
