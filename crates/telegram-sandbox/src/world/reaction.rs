//! Reactions to messages.

use serde_json::{Value, json};

use super::chat::ChatKey;
use super::updates::Lane;
use super::{Viewer, World};

impl World {
    /// Sets or takes away somebody's reaction and tells the bots that asked for it.
    pub(crate) fn react(&mut self, key: ChatKey, id: i64, who: i64, emoji: Option<String>) {
        let Some(message) = self.message_mut(key, id) else { return };
        let before =
            message.reactions.iter().find(|(account, _)| *account == who).map(|(_, emoji)| emoji.clone());
        if before == emoji {
            return;
        }
        message.reactions.retain(|(account, _)| *account != who);
        if let Some(emoji) = &emoji {
            message.reactions.push((who, emoji.clone()));
        }
        self.touch(key, id, "reaction");
        if self.bots.contains_key(&who) {
            return;
        }
        let list = |emoji: &Option<String>| -> Value {
            emoji.iter().map(|emoji| json!({"type": "emoji", "emoji": emoji})).collect()
        };
        for bot in self.reaction_listeners(key) {
            let update = json!({
                "chat": self.chat_json(key, Viewer::Bot(bot)),
                "message_id": id,
                "user": self.account(who),
                "date": self.now(),
                "old_reaction": list(&before),
                "new_reaction": list(&emoji),
            });
            self.emit(bot, "message_reaction", Lane::Chat(key), update, None);
        }
    }

    /// Documentation: in groups the bot must be an administrator to get these.
    fn reaction_listeners(&self, key: ChatKey) -> Vec<i64> {
        match key {
            ChatKey::Private { bot, .. } => vec![bot],
            ChatKey::Group(_) => {
                let members = self.group(key).into_iter().flat_map(|group| group.members.iter());
                let admins =
                    members.filter(|(id, member)| member.status.is_admin() && self.bots.contains_key(id));
                admins.map(|(id, _)| *id).collect()
            }
        }
    }
}
