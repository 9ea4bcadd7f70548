//! Pinned messages.

use super::chat::ChatKey;
use super::message::Content;
use super::{Draft, World};

impl World {
    /// Pins a message, with its service message.
    pub(crate) fn pin(&mut self, key: ChatKey, id: i64, by: i64) {
        let chat = self.chat_mut(key);
        chat.pinned.retain(|pinned| *pinned != id);
        chat.pinned.push(id);
        self.post(key, Draft::new(by, Content::Pinned(id)));
        self.touch(key, id, "pinned");
        self.chat_event(key);
    }

    /// Unpins a message.
    pub(crate) fn unpin(&mut self, key: ChatKey, id: i64) {
        self.chat_mut(key).pinned.retain(|pinned| *pinned != id);
        self.touch(key, id, "pinned");
        self.chat_event(key);
    }
}
