//! Coming to groups, leaving them, changing rank; blocking a bot.

use serde_json::{Value, json};

use super::World;
use super::chat::ChatKey;
use super::group::{Member, Status};
use super::updates::Lane;

impl World {
    /// Gives `account` a new standing in a group, with the service message and the updates that follow from it.
    pub(crate) fn set_member(&mut self, key: ChatKey, account: i64, by: i64, member: Member) {
        let Some(group) = self.group_mut(key) else { return };
        let old = group.members.get(&account).cloned().unwrap_or_else(|| Member::plain(Status::Left));
        let new = member.clone();
        if old == new {
            return;
        }
        let comes = !old.status.is_in() && new.status.is_in();
        let goes = old.status.is_in() && !new.status.is_in();
        if comes {
            group.members.insert(account, member);
            let user = self.account(account);
            self.serve(key, by, "new_chat_members", json!([user]));
        } else if goes {
            // The one who goes still sees it.
            let user = self.account(account);
            self.serve(key, by, "left_chat_member", user);
            if let Some(group) = self.group_mut(key) {
                group.members.insert(account, member);
            }
        } else {
            group.members.insert(account, member);
        }
        self.announce_membership(key, account, by, &old, &new);
        self.chat_event(key);
    }

    fn announce_membership(&mut self, key: ChatKey, account: i64, by: i64, old: &Member, new: &Member) {
        if self.bots.contains_key(&account) && account != by {
            let body = self.membership(key, account, account, by, old, new);
            self.emit(account, "my_chat_member", Lane::Chat(key), body, None);
        }
        let Some(group) = self.group(key) else { return };
        let admins: Vec<i64> = group
            .members
            .iter()
            .filter(|(id, member)| member.status.is_admin() && self.bots.contains_key(id) && **id != account)
            .map(|(id, _)| *id)
            .collect();
        for bot in admins {
            let body = self.membership(key, bot, account, by, old, new);
            self.emit(bot, "chat_member", Lane::Chat(key), body, None);
        }
    }

    /// `ChatMemberUpdated`
    fn membership(&self, key: ChatKey, bot: i64, account: i64, by: i64, old: &Member, new: &Member) -> Value {
        json!({
            "chat": self.chat_json(key, super::Viewer::Bot(bot)),
            "from": self.account(by),
            "date": self.now(),
            "old_chat_member": old.json(self.account(account)),
            "new_chat_member": new.json(self.account(account)),
        })
    }

    /// A person blocks a bot or lets it in again.
    pub(crate) fn set_blocked(&mut self, bot: i64, user: i64, blocked: bool) {
        let key = ChatKey::Private { bot, user };
        let chat = self.chat_mut(key);
        if chat.blocked == blocked {
            return;
        }
        chat.blocked = blocked;
        let [member, kicked] = [Status::Member, Status::Kicked].map(Member::plain);
        let (old, new) = if blocked { (member, kicked) } else { (kicked, member) };
        let body = self.membership(key, bot, bot, user, &old, &new);
        self.emit(bot, "my_chat_member", Lane::Chat(key), body, None);
        self.chat_event(key);
    }
}
