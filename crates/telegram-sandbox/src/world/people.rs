//! Making users, bots and groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tokio::sync::Notify;

use super::account::{Bot, User};
use super::chat::ChatKey;
use super::group::{Group, Member, Status};
use super::updates::Updates;
use super::{World, first_id};

/// A `bot<token>` that is not made as Telegram makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MalformedToken;

/// Splits a token into bot id and secret.
pub(crate) fn split_token(token: &str) -> Result<(i64, &str), MalformedToken> {
    let (id, secret) = token.split_once(':').ok_or(MalformedToken)?;
    let well_formed = secret.len() >= 3
        && token.len() <= 80
        && !id.starts_with('0')
        && id.bytes().all(|b| b.is_ascii_digit())
        && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let id = id.parse::<i64>().ok().filter(|id| *id > 0 && well_formed);
    id.map(|id| (id, secret)).ok_or(MalformedToken)
}

impl World {
    /// Adds a person; `id` 0 takes the next free one.
    pub(crate) fn add_user(&mut self, mut user: User) -> i64 {
        if user.id == 0 {
            while self.account_exists(self.next_user) {
                self.next_user += 1;
            }
            user.id = self.next_user;
            self.next_user += 1;
        }
        let id = user.id;
        if user.phone_number.is_empty() {
            // Numbers 555-01xx are reserved for fiction.
            user.phone_number = format!("+1202555{:04}", 100 + id.rem_euclid(100));
        }
        self.users.insert(id, user);
        self.event("user", serde_json::json!({"id": id}));
        id
    }

    /// The bot with this token, made at its first call.
    ///
    /// `None` when a bot with this id exists and has another secret.
    pub(crate) fn bot_for_token(&mut self, id: i64, secret: &str) -> Option<&mut Bot> {
        if !self.bots.contains_key(&id) {
            if self.users.contains_key(&id) {
                return None;
            }
            let bot = Bot {
                id,
                secret: secret.to_owned(),
                first_name: format!("Bot {id}"),
                username: format!("bot{id}_bot"),
                names: BTreeMap::new(),
                descriptions: BTreeMap::new(),
                short_descriptions: BTreeMap::new(),
                commands: BTreeMap::new(),
                menu_buttons: BTreeMap::new(),
                default_rights: BTreeMap::new(),
                reads_all_group_messages: false,
                supports_inline: true,
                inline_placeholder: None,
                can_join_groups: true,
                next_message_id: first_id(self.seed, 2) % 100_000 + 1,
                updates: Updates::starting_at(first_id(self.seed, 1)),
                webhook: None,
                poll_generation: 0,
                polling: false,
                wake: Arc::new(Notify::new()),
                stars: 0,
            };
            self.bots.insert(id, bot);
            self.event("bot", serde_json::json!({"id": id}));
        }
        self.bots.get_mut(&id).filter(|bot| bot.secret == secret)
    }

    /// Adds an empty group; `id` 0 takes the next free one of its kind.
    pub(crate) fn add_group(&mut self, title: &str, is_supergroup: bool, is_forum: bool, id: i64) -> ChatKey {
        let id = match (id, is_supergroup) {
            (0, true) => -1_002_000_000_000 - self.take_group_number(),
            (0, false) => -4_000_000 - self.take_group_number(),
            (id, _) => id,
        };
        let key = ChatKey::Group(id);
        let group = Group {
            title: title.to_owned(),
            username: None,
            description: None,
            is_supergroup,
            is_forum: is_forum && is_supergroup,
            members: BTreeMap::new(),
            denied: BTreeSet::from(
                ["can_change_info", "can_pin_messages", "can_manage_topics"].map(str::to_owned),
            ),
            topics: BTreeMap::new(),
            general_closed: false,
            general_hidden: false,
            migrated_to: None,
            next_message_id: 1,
        };
        self.chat_mut(key).group = Some(group);
        self.chat_event(key);
        key
    }

    fn take_group_number(&mut self) -> i64 {
        self.next_group += 1;
        self.next_group - 1
    }

    /// Turns a group into a supergroup with a new id; the old id only says where it went.
    pub(crate) fn migrate(&mut self, key: ChatKey) -> Option<ChatKey> {
        let old =
            self.group(key).filter(|group| !group.is_supergroup && group.migrated_to.is_none())?.clone();
        let new = self.add_group(&old.title, true, false, 0);
        let by = old.members.iter().find(|(_, m)| m.status == Status::Creator).map_or(0, |(id, _)| *id);
        if let Some(group) = self.group_mut(new) {
            group.members = old.members;
            group.denied = old.denied;
            group.description = old.description;
        }
        self.serve(key, by, "migrate_to_chat_id", new.for_bot().into());
        if let Some(group) = self.group_mut(key) {
            group.migrated_to = Some(new.for_bot());
            group.members = group.members.keys().map(|id| (*id, Member::plain(Status::Left))).collect();
        }
        self.serve(new, by, "migrate_from_chat_id", key.for_bot().into());
        self.chat_event(key);
        Some(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_a_number_a_colon_and_a_secret() {
        assert_eq!(split_token("123:abc_-9"), Ok((123, "abc_-9")));
        for wrong in ["", "123", "123:", "0123:abcd", "x:abcd", "123:ab cd", "123:a/b", "-5:abcd"] {
            assert_eq!(split_token(wrong), Err(MalformedToken), "{wrong}");
        }
    }
}
