//! Putting messages into chats and telling the bots.

use serde_json::Value;

use super::World;
use super::chat::ChatKey;
use super::keyboard::InlineKeyboard;
use super::message::{Content, Message};
use super::render::Viewer;
use super::updates::Lane;

/// A message that is about to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) sender: i64,
    pub(crate) content: Content,
    pub(crate) keyboard: Option<InlineKeyboard>,
    pub(crate) reply_to: Option<i64>,
    pub(crate) thread: Option<i64>,
    pub(crate) via_bot: Option<i64>,
    pub(crate) forward_origin: Option<Value>,
    pub(crate) media_group: Option<String>,
    pub(crate) protected: bool,
    pub(crate) inline_message_id: Option<String>,
    pub(crate) effect_id: Option<String>,
}

impl Draft {
    pub(crate) fn new(sender: i64, content: Content) -> Self {
        Self {
            sender,
            content,
            keyboard: None,
            reply_to: None,
            thread: None,
            via_bot: None,
            forward_origin: None,
            media_group: None,
            protected: false,
            inline_message_id: None,
            effect_id: None,
        }
    }
}

impl World {
    /// Sends a message and announces it to the bots that may see it. Returns its id.
    pub(crate) fn post(&mut self, key: ChatKey, draft: Draft) -> i64 {
        let id = self.take_message_id(key);
        let from_bot = self.bots.contains_key(&draft.sender);
        self.revision += 1;
        let message = Message {
            id,
            revision: self.revision,
            date: self.now(),
            edit_date: None,
            sender: draft.sender,
            thread: draft.thread,
            reply_to: draft.reply_to,
            forward_origin: draft.forward_origin,
            via_bot: draft.via_bot,
            media_group: draft.media_group,
            content: draft.content,
            keyboard: draft.keyboard,
            protected: draft.protected,
            deleted: false,
            read: false,
            reactions: Vec::new(),
            inline_message_id: draft.inline_message_id,
            effect_id: draft.effect_id,
        };
        let keep = self.keep_messages;
        let chat = self.chat_mut(key);
        if from_bot {
            chat.typing = None;
            chat.last_bot = Some(draft.sender);
        } else {
            chat.read_up_to.insert(draft.sender, id);
        }
        chat.messages.insert(id, message);
        while chat.messages.len() > keep {
            chat.messages.pop_first();
        }
        self.message_event(key, id, "sent");
        self.announce(key, id, "message");
        id
    }

    /// Writes a service message.
    pub(crate) fn serve(&mut self, key: ChatKey, by: i64, field: &'static str, value: Value) -> i64 {
        self.post(key, Draft::new(by, Content::Service(field, value)))
    }

    fn take_message_id(&mut self, key: ChatKey) -> i64 {
        // Private chats and basic groups share one counter per account, a supergroup has its own: an id that is
        // used with the wrong chat finds nothing, as at Telegram's.
        let counter = match key {
            ChatKey::Private { bot, .. } => self.bots.get_mut(&bot).map(|bot| &mut bot.next_message_id),
            ChatKey::Group(_) => self.group_mut(key).map(|group| &mut group.next_message_id),
        };
        match counter {
            Some(counter) => {
                *counter += 1;
                *counter - 1
            }
            None => 1,
        }
    }

    /// Marks a message as changed now.
    pub(crate) fn touch(&mut self, key: ChatKey, id: i64, change: &'static str) {
        self.message_event(key, id, change);
        let revision = self.revision;
        if let Some(message) = self.chats.get_mut(&key).and_then(|chat| chat.messages.get_mut(&id)) {
            message.revision = revision;
        }
    }

    /// Tells who watches that a button of a message has begun or ceased to spin. The message itself is as it was.
    pub(crate) fn blink(&mut self, key: ChatKey, id: i64) {
        self.message_event(key, id, "edited");
    }

    /// Deletes a message; it stays in the transcript, marked.
    pub(crate) fn delete(&mut self, key: ChatKey, id: i64) {
        if let Some(message) = self.message_mut(key, id) {
            message.deleted = true;
        }
        let chat = self.chat_mut(key);
        chat.pinned.retain(|pinned| *pinned != id);
        chat.forced_replies.retain(|_, (message, _)| *message != id);
        self.touch(key, id, "deleted");
    }

    /// Tells the bots of a chat about a message (`message`) or its change (`edited_message`).
    pub(crate) fn announce(&mut self, key: ChatKey, id: i64, kind: &'static str) {
        for bot in self.listeners(key, id) {
            let Some(message) = self.message(key, id) else { return };
            let body = self.render(key, message, Viewer::Bot(bot));
            self.emit(bot, kind, Lane::Chat(key), body, Some((key, id)));
        }
    }

    /// The bots that see a message.
    fn listeners(&self, key: ChatKey, id: i64) -> Vec<i64> {
        let Some(message) = self.message(key, id) else { return Vec::new() };
        // Bots never see what bots write, nor what they did themselves.
        if self.bots.contains_key(&message.sender) {
            return Vec::new();
        }
        match key {
            ChatKey::Private { bot, .. } => vec![bot],
            ChatKey::Group(_) => {
                let Some(group) = self.group(key) else { return Vec::new() };
                let bots = group.present().filter(|id| self.bots.contains_key(id));
                bots.filter(|bot| self.sees(key, message, *bot)).collect()
            }
        }
    }

    /// Privacy mode (documentation, "Privacy mode"): a bot that is no administrator sees service messages, commands
    /// for it, replies to it and what was sent through it.
    fn sees(&self, key: ChatKey, message: &Message, bot_id: i64) -> bool {
        let Some(bot) = self.bots.get(&bot_id) else { return false };
        let Some(chat) = self.chat(key) else { return false };
        let is_admin = chat.group.as_ref().is_some_and(|group| group.status(bot_id).is_admin());
        if bot.reads_all_group_messages || is_admin || message.content.is_service() {
            return true;
        }
        if message.via_bot == Some(bot_id) {
            return true;
        }
        let replied = message.reply_to.and_then(|id| chat.messages.get(&id));
        if replied.is_some_and(|replied| replied.sender == bot_id) {
            return true;
        }
        let Some(words) = message.content.words() else { return false };
        let Some(command) = words.text.split_whitespace().next().filter(|word| word.starts_with('/')) else {
            return false;
        };
        match command.split_once('@') {
            Some((_, name)) => name.eq_ignore_ascii_case(&bot.username),
            None => chat.last_bot.is_none_or(|last| last == bot_id),
        }
    }
}
