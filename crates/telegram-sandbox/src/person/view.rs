//! What a person sees: chat lists, chats, messages.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::polls;
use crate::world::account::by_language;
use crate::world::chat::{Chat, ChatKey};
use crate::world::group::Status;
use crate::world::message::{Content, Message};
use crate::world::{Viewer, World};

/// A message with what the sandbox knows about it.
pub(crate) fn message(world: &World, user: i64, key: ChatKey, message: &Message) -> Value {
    let mut json = world.render(key, message, Viewer::Person(user));
    let chat = world.chat(key);
    let spinning: Vec<Value> = match &message.keyboard {
        Some(_) => world
            .queries
            .spinning(key, user, message.id)
            .into_iter()
            .map(|(query, row, column)| json!({"row": row, "column": column, "query_id": query.to_string()}))
            .collect(),
        None => Vec::new(),
    };
    let mut about = json!({
        "revision": message.revision,
        "outgoing": message.sender == user,
        "deleted": message.deleted,
        "read": message.read,
        "pressed": spinning,
        "reactions": reactions(message, user),
        "pinned": chat.is_some_and(|chat| chat.pinned.contains(&message.id)),
        "files": files(&json),
    });
    if let Content::Invoice(invoice) = &message.content {
        about["payment"] = if invoice.paid { "paid" } else { "open" }.into();
        about["invoice"] = invoice.form();
    }
    if let Content::Plain("poll", poll) = &message.content {
        about["voted"] = polls::votes_of(world, poll["id"].as_str().unwrap_or_default(), user).into();
    }
    json["sandbox"] = about;
    json
}

fn reactions(message: &Message, user: i64) -> Value {
    let mut counted: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for (who, emoji) in &message.reactions {
        let entry = counted.entry(emoji).or_default();
        entry.0 += 1;
        entry.1 |= *who == user;
    }
    counted
        .into_iter()
        .map(|(emoji, (count, mine))| json!({"type": "emoji", "emoji": emoji, "count": count, "mine": mine}))
        .collect()
}

/// Where each `file_id` in a message can be loaded.
fn files(message: &Value) -> Value {
    fn collect(value: &Value, found: &mut Map<String, Value>) {
        match value {
            Value::Object(fields) => {
                if let (Some(id), Some(unique)) = (
                    fields.get("file_id").and_then(Value::as_str),
                    fields.get("file_unique_id").and_then(Value::as_str),
                ) {
                    found.insert(id.to_owned(), format!("/sandbox/files/{unique}").into());
                }
                fields.values().for_each(|value| collect(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let mut found = Map::new();
    collect(message, &mut found);
    found.into()
}

/// A bot, as the person's side shows it.
pub(crate) fn bot(world: &World, id: i64, language: &str) -> Value {
    let Some(bot) = world.bots.get(&id) else { return Value::Null };
    let mut json = bot.json();
    let mode = match (&bot.webhook, bot.polling || bot.poll_generation > 0) {
        (Some(_), _) => "webhook",
        (None, true) => "polling",
        (None, false) => "silent",
    };
    json["sandbox"] = json!({
        "description": by_language(&bot.descriptions, language).unwrap_or_default(),
        "short_description": by_language(&bot.short_descriptions, language).unwrap_or_default(),
        "mode": mode,
        "pending_update_count": bot.updates.pending(),
        "supports_inline": bot.supports_inline,
        "inline_placeholder": bot.inline_placeholder,
    });
    json
}

/// A user, as the person's side shows it.
pub(crate) fn user(world: &World, id: i64) -> Value {
    let Some(user) = world.users.get(&id) else { return Value::Null };
    let mut json = user.json();
    json["sandbox"] = json!({"phone_number": user.phone_number, "deactivated": user.deactivated});
    json
}

/// A group with its members.
pub(crate) fn group(world: &World, key: ChatKey) -> Value {
    let mut json = world.full_chat(key, Viewer::Person(0));
    let members: Vec<Value> = world.group(key).map_or_else(Vec::new, |group| {
        let members = group.members.iter();
        members
            .map(|(id, member)| {
                let user = world.account(*id);
                json!({"user": user, "status": member.status.name(), "custom_title": member.custom_title})
            })
            .collect()
    });
    let migrated = world.group(key).and_then(|group| group.migrated_to);
    json["sandbox"] = json!({"members": members, "migrated_to": migrated});
    json
}

/// All chats of a person, newest first.
pub(crate) fn chats(world: &World, user: i64) -> Vec<Value> {
    let with_bots = world.bots.keys().map(|bot| ChatKey::Private { bot: *bot, user });
    let groups = world.chats.iter().filter(|(_, chat)| {
        let group = chat.group.as_ref().filter(|group| group.migrated_to.is_none());
        group.is_some_and(|group| group.members.contains_key(&user))
    });
    let mut keys: Vec<ChatKey> = with_bots.chain(groups.map(|(key, _)| *key)).collect();
    let newest = |key: &ChatKey| world.chat(*key).and_then(last).map_or(0, |message| message.revision);
    keys.sort_by_key(|key| std::cmp::Reverse(newest(key)));
    keys.into_iter().map(|key| summary(world, user, key)).collect()
}

fn last(chat: &Chat) -> Option<&Message> {
    chat.messages.values().rev().find(|message| !message.deleted)
}

/// A chat in a list.
pub(crate) fn summary(world: &World, user: i64, key: ChatKey) -> Value {
    let chat = world.chat(key);
    let name = world.chat_json(key, Viewer::Person(user));
    let title = name.get("title").or_else(|| name.get("first_name")).cloned().unwrap_or_default();
    let read = chat.and_then(|chat| chat.read_up_to.get(&user)).copied().unwrap_or(0);
    let unread = chat.map_or(0, |chat| {
        let later = chat.messages.range(read + 1..).map(|(_, message)| message);
        later.filter(|message| !message.deleted && message.sender != user).count()
    });
    let typing = chat.and_then(|chat| chat.typing.as_ref()).filter(|typing| typing.until_ms > world.now_ms);
    let status = world.group(key).map_or(Status::Member, |group| group.status(user));
    json!({
        "peer": key.for_person(),
        "type": name["type"],
        "title": title,
        "is_forum": world.group(key).is_some_and(|group| group.is_forum),
        "unread": unread,
        "last_message": chat.and_then(last).map(|last| message(world, user, key, last)),
        "typing": typing.map(|typing| json!({
            "action": typing.action, "until": typing.until_ms / 1000, "bot": typing.bot,
        })),
        "blocked": chat.is_some_and(|chat| chat.blocked),
        "status": status.name(),
    })
}

/// Which messages of a chat to show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) limit: usize,
    pub(crate) before: Option<i64>,
    pub(crate) thread: Option<i64>,
    pub(crate) deleted: bool,
}

/// The messages of a chat, oldest first.
pub(crate) fn messages<'w>(world: &'w World, key: ChatKey, window: &Window) -> Vec<&'w Message> {
    let Some(chat) = world.chat(key) else { return Vec::new() };
    let before = window.before.unwrap_or(i64::MAX);
    let wanted = chat.messages.range(..before).rev().map(|(_, message)| message).filter(|message| {
        (window.deleted || !message.deleted)
            && window.thread.is_none_or(|thread| message.thread == Some(thread))
    });
    let mut shown: Vec<&Message> = wanted.take(window.limit).collect();
    shown.reverse();
    shown
}

/// A whole chat as a person sees it.
pub(crate) fn chat(world: &World, user: i64, key: ChatKey, window: &Window) -> Value {
    let shown = messages(world, key, window);
    let chat = world.chat(key);
    let language = world.users.get(&user).and_then(|user| user.language_code.as_deref()).unwrap_or_default();
    let the_bot = match key {
        ChatKey::Private { bot: id, .. } => bot(world, id, language),
        ChatKey::Group(_) => Value::Null,
    };
    let keyboard = chat.and_then(|chat| chat.keyboards.get(&user));
    let forced = chat.and_then(|chat| chat.forced_replies.get(&user)).map(|(id, markup)| {
        json!({"message_id": id, "input_field_placeholder": markup["input_field_placeholder"]})
    });
    let pinned = chat.into_iter().flat_map(|chat| &chat.pinned).filter_map(|id| world.message(key, *id));
    let topics = world.group(key).into_iter().flat_map(|group| &group.topics).map(|(id, topic)| {
        let creator = topic.creator;
        json!({
            "message_thread_id": id, "name": topic.name, "icon_color": topic.icon_color,
            "icon_custom_emoji_id": topic.icon_custom_emoji_id, "closed": topic.closed, "creator": creator,
        })
    });
    let menu = match key {
        ChatKey::Private { bot, user } => world.bots.get(&bot).map(|bot| bot.menu_button(Some(user))),
        ChatKey::Group(_) => None,
    };
    json!({
        "chat": summary(world, user, key),
        "bot": the_bot,
        "messages": shown.into_iter().map(|shown| message(world, user, key, shown)).collect::<Vec<_>>(),
        "reply_keyboard": keyboard.map(|keyboard| keyboard.markup.clone()),
        "reply_keyboard_from": keyboard.map(|keyboard| keyboard.message_id),
        "reply_keyboard_used": keyboard.is_some_and(|keyboard| keyboard.used),
        "force_reply": forced,
        "commands": commands(world, user, key, language),
        "menu_button": menu.unwrap_or_else(|| json!({"type": "commands"})),
        "pinned": pinned.map(|pinned| message(world, user, key, pinned)).collect::<Vec<_>>(),
        "topics": topics.collect::<Vec<_>>(),
        "started": chat.is_some_and(|chat| chat.started),
        "can_write": super::messages::may_write(world, user, key, "can_send_messages").is_ok(),
    })
}

/// The command menu of this person in this chat.
fn commands(world: &World, user: i64, key: ChatKey, language: &str) -> Vec<Value> {
    match key {
        ChatKey::Private { bot, .. } => world
            .bots
            .get(&bot)
            .map_or_else(Vec::new, |bot| bot.commands_for(key, user, language, Status::Member).to_vec()),
        ChatKey::Group(_) => {
            let Some(group) = world.group(key) else { return Vec::new() };
            let bots = group.present().filter_map(|id| world.bots.get(&id));
            bots.flat_map(|bot| {
                let commands = bot.commands_for(key, user, language, group.status(user)).iter();
                commands.map(|command| {
                    let mut command = command.clone();
                    command["bot"] = bot.username.as_str().into();
                    command
                })
            })
            .collect()
        }
    }
}
