//! Groups: members, ranks, rights, topics.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::World;
use super::chat::ChatKey;

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

impl World {
    /// Gives a group another title, with its service message.
    pub(crate) fn rename(&mut self, key: ChatKey, by: i64, title: String) {
        if let Some(group) = self.group_mut(key) {
            group.title.clone_from(&title);
        }
        self.serve(key, by, "new_chat_title", title.into());
        self.chat_event(key);
    }

    /// Opens a topic; its id is that of the service message that tells of it.
    pub(crate) fn add_topic(
        &mut self,
        key: ChatKey,
        by: i64,
        name: &str,
        icon_color: i64,
        icon_custom_emoji_id: Option<String>,
    ) -> i64 {
        let id = self.serve(key, by, "forum_topic_created", json!({"name": name, "icon_color": icon_color}));
        if let Some(message) = self.message_mut(key, id) {
            message.thread = Some(id);
        }
        let topic =
            Topic { name: name.to_owned(), icon_color, icon_custom_emoji_id, closed: false, creator: by };
        if let Some(group) = self.group_mut(key) {
            group.topics.insert(id, topic);
        }
        self.chat_event(key);
        id
    }
}
