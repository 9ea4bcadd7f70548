//! Forum topics.

use serde_json::{Value, json};

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::Draft;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::group::Topic;
use crate::world::message::Content;

/// Documentation of `createForumTopic`: the colours a topic may have.
const COLOURS: [i64; 6] = [7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047];
/// Documentation of `createForumTopic`: 1-128 characters.
const NAME: usize = 128;

fn forum(world: &World, call: &Call) -> Result<ChatKey, Refusal> {
    let key = call.administered(world, "can_manage_topics", "create a topic")?;
    match world.group(key).is_some_and(|group| group.is_forum) {
        true => Ok(key),
        false => Err(Refusal::bad("the chat is not a forum")),
    }
}

fn topic<'w>(world: &'w mut World, call: &Call) -> Result<(ChatKey, i64, &'w mut Topic), Refusal> {
    let key = forum(world, call)?;
    let id = call.params.int("message_thread_id")?.unwrap_or(0);
    let topic = world.group_mut(key).and_then(|group| group.topics.get_mut(&id));
    topic.map(|topic| (key, id, topic)).ok_or_else(|| Refusal::bad("TOPIC_ID_INVALID"))
}

/// A service message inside a topic.
fn note(world: &mut World, call: &Call, key: ChatKey, thread: i64, field: &'static str, value: Value) {
    let mut draft = Draft::new(call.bot, Content::Service(field, value));
    draft.thread = Some(thread);
    world.post(key, draft);
    world.chat_event(key);
}

pub(super) fn create(world: &mut World, call: &Call) -> Answer {
    let key = forum(world, call)?;
    let name = call.params.text("name").unwrap_or_default().into_owned();
    if !(1..=NAME).contains(&name.chars().count()) {
        return Err(Refusal::bad("TOPIC_TITLE_EMPTY"));
    }
    let icon_color = call.params.int("icon_color")?.unwrap_or(COLOURS[0]);
    if !COLOURS.contains(&icon_color) {
        return Err(Refusal::bad("TOPIC_ICON_COLOR_INVALID"));
    }
    let icon = call.params.text("icon_custom_emoji_id").map(String::from);
    let id = world.add_topic(key, call.bot, &name, icon_color, icon.clone());
    let mut topic = json!({"message_thread_id": id, "name": name, "icon_color": icon_color});
    if let Some(icon) = icon {
        topic["icon_custom_emoji_id"] = icon.into();
    }
    Ok(topic)
}

pub(super) fn edit(world: &mut World, call: &Call) -> Answer {
    let name = call.params.text("name").map(String::from);
    let icon = call.params.text("icon_custom_emoji_id").map(String::from);
    let (key, id, topic) = topic(world, call)?;
    if name.as_ref().is_none_or(|name| *name == topic.name) && icon.is_none() {
        return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
    }
    let mut change = json!({});
    if let Some(name) = name {
        change["name"] = name.as_str().into();
        topic.name = name;
    }
    if let Some(icon) = icon {
        change["icon_custom_emoji_id"] = icon.as_str().into();
        topic.icon_custom_emoji_id = Some(icon);
    }
    note(world, call, key, id, "forum_topic_edited", change);
    Ok(true.into())
}

pub(super) fn close(world: &mut World, call: &Call) -> Answer {
    set_closed(world, call, true, "forum_topic_closed")
}

pub(super) fn reopen(world: &mut World, call: &Call) -> Answer {
    set_closed(world, call, false, "forum_topic_reopened")
}

fn set_closed(world: &mut World, call: &Call, closed: bool, field: &'static str) -> Answer {
    let (key, id, topic) = topic(world, call)?;
    if topic.closed == closed {
        return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.closed = closed;
    note(world, call, key, id, field, json!({}));
    Ok(true.into())
}

pub(super) fn delete(world: &mut World, call: &Call) -> Answer {
    let (key, id, _) = topic(world, call)?;
    let inside: Vec<i64> = world.chat(key).map_or_else(Vec::new, |chat| {
        chat.messages
            .values()
            .filter(|message| message.thread == Some(id))
            .map(|message| message.id)
            .collect()
    });
    for message in inside {
        world.delete(key, message);
    }
    if let Some(group) = world.group_mut(key) {
        group.topics.remove(&id);
    }
    world.chat_event(key);
    Ok(true.into())
}

pub(super) fn close_general(world: &mut World, call: &Call) -> Answer {
    general(world, call, "general_forum_topic_closed", |closed, _| *closed = true)
}

pub(super) fn reopen_general(world: &mut World, call: &Call) -> Answer {
    general(world, call, "general_forum_topic_reopened", |closed, _| *closed = false)
}

pub(super) fn hide_general(world: &mut World, call: &Call) -> Answer {
    general(world, call, "general_forum_topic_hidden", |closed, hidden| {
        // Documentation: the topic is closed if it was open.
        *closed = true;
        *hidden = true;
    })
}

pub(super) fn unhide_general(world: &mut World, call: &Call) -> Answer {
    general(world, call, "general_forum_topic_unhidden", |_, hidden| *hidden = false)
}

fn general(
    world: &mut World,
    call: &Call,
    field: &'static str,
    change: impl FnOnce(&mut bool, &mut bool),
) -> Answer {
    let key = forum(world, call)?;
    let Some(group) = world.group_mut(key) else { return Err(Refusal::bad("the chat is not a forum")) };
    let before = (group.general_closed, group.general_hidden);
    change(&mut group.general_closed, &mut group.general_hidden);
    if before == (group.general_closed, group.general_hidden) {
        return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
    }
    world.serve(key, call.bot, field, json!({}));
    world.chat_event(key);
    Ok(true.into())
}

pub(super) fn icon_stickers(_: &mut World, _: &Call) -> Answer {
    Ok(json!([]))
}
