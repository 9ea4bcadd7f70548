//! What all sending methods have in common.

use serde_json::Value;

use super::Call;
use super::params::Params;
use super::refusal::{Answer, Refusal};
use crate::text::Formatted;
use crate::world::chat::{ChatKey, ShownKeyboard};
use crate::world::keyboard::{self, ReplyMarkup};
use crate::world::message::Content;
use crate::world::{Draft, Viewer, World};

/// Documentation of `sendMessage`: 1-4096 characters after entities parsing.
pub(crate) const TEXT_LENGTH: usize = 4096;
/// Documentation of `sendPhoto`: 0-1024 characters after entities parsing.
pub(crate) const CAPTION_LENGTH: usize = 1024;

/// Where a message goes and what it hangs on.
pub(crate) struct Place {
    pub(crate) key: ChatKey,
    pub(crate) reply_to: Option<i64>,
    pub(crate) thread: Option<i64>,
}

/// Sends one message with everything that the common parameters say.
pub(crate) fn send(world: &mut World, call: &Call, content: Content) -> Answer {
    let place = place(world, call)?;
    let markup = markup(call.params, place.key)?;
    check_right(world, call, place.key, &content)?;
    call.take_room(world, place.key, 1)?;
    let id = post(world, call, &place, content, markup, None);
    Ok(sent(world, call, place.key, id))
}

/// The message as the bot gets it back.
pub(crate) fn sent(world: &World, call: &Call, key: ChatKey, id: i64) -> Value {
    let message = world.message(key, id);
    message.map(|message| world.render(key, message, Viewer::Bot(call.bot))).unwrap_or_default()
}

pub(crate) fn place(world: &World, call: &Call) -> Result<Place, Refusal> {
    let key = call.writable_chat(world)?;
    let thread = thread(world, call, key)?;
    Ok(Place { key, reply_to: reply_to(world, call, key)?, thread })
}

pub(crate) fn post(
    world: &mut World,
    call: &Call,
    place: &Place,
    content: Content,
    markup: Option<ReplyMarkup>,
    media_group: Option<String>,
) -> i64 {
    let mut draft = Draft::new(call.bot, content);
    draft.reply_to = place.reply_to;
    draft.thread = place.thread;
    draft.media_group = media_group;
    draft.protected = call.params.flag("protect_content");
    draft.effect_id = call.params.text("message_effect_id").map(String::from);
    let below_input = match markup {
        Some(ReplyMarkup::Inline(keyboard)) => {
            draft.keyboard = Some(keyboard);
            None
        }
        other => other,
    };
    let id = world.post(place.key, draft);
    if let Some(markup) = below_input {
        show(world, place.key, id, place.reply_to, &markup);
    }
    id
}

/// Puts a reply keyboard before those it is meant for.
fn show(world: &mut World, key: ChatKey, message_id: i64, reply_to: Option<i64>, markup: &ReplyMarkup) {
    let (value, force) = match markup {
        ReplyMarkup::Inline(_) => return,
        ReplyMarkup::Keyboard(value) | ReplyMarkup::Remove(value) => (value, false),
        ReplyMarkup::Force(value) => (value, true),
    };
    let selective = value["selective"] == true;
    let audience: Vec<i64> = match key {
        ChatKey::Private { user, .. } => vec![user],
        ChatKey::Group(_) => {
            // Selective: those who are mentioned, and the one who is replied to.
            let words = world.message(key, message_id).and_then(|message| message.content.words().cloned());
            let replied = reply_to.and_then(|id| world.message(key, id)).map(|message| message.sender);
            let people = world.group(key).into_iter().flat_map(|group| group.present());
            let meant = people.filter(|id| {
                let Some(user) = world.users.get(id) else { return false };
                !selective
                    || replied == Some(*id)
                    || words.as_ref().is_some_and(|words| mentions(words, *id, user.username.as_deref()))
            });
            meant.collect()
        }
    };
    let chat = world.chat_mut(key);
    for user in audience {
        if force {
            chat.forced_replies.insert(user, (message_id, value.clone()));
            continue;
        }
        chat.forced_replies.remove(&user);
        match markup {
            ReplyMarkup::Keyboard(_) => {
                chat.keyboards.insert(user, ShownKeyboard { message_id, markup: value.clone(), used: false });
            }
            _ => {
                chat.keyboards.remove(&user);
            }
        }
    }
    world.chat_event(key);
}

fn mentions(words: &Formatted, id: i64, username: Option<&str>) -> bool {
    let by_name =
        username.is_some_and(|name| words.text.to_lowercase().contains(&format!("@{}", name.to_lowercase())));
    by_name || words.entities.iter().any(|entity| entity.kind == crate::text::Kind::TextMention(id))
}

/// `reply_parameters`, or the older `reply_to_message_id`.
fn reply_to(world: &World, call: &Call, key: ChatKey) -> Result<Option<i64>, Refusal> {
    let (id, lenient) = match call.params.json("reply_parameters")? {
        Some(reply) => {
            let id = reply.get("message_id").and_then(Value::as_i64);
            let id =
                id.ok_or_else(|| Refusal::bad("can't parse reply parameters: message_id must be specified"))?;
            let lenient = reply.get("allow_sending_without_reply") == Some(&Value::Bool(true));
            let elsewhere =
                reply.get("chat_id").and_then(Value::as_i64).is_some_and(|chat| chat != key.for_bot());
            if elsewhere {
                // A reply to a message of another chat is shown as a quotation, which is not modelled.
                return Ok(None);
            }
            (id, lenient)
        }
        None => match call.params.int("reply_to_message_id")? {
            Some(id) if id != 0 => (id, call.params.flag("allow_sending_without_reply")),
            _ => return Ok(None),
        },
    };
    match world.message(key, id) {
        Some(_) => Ok(Some(id)),
        None if lenient => Ok(None),
        None => Err(Refusal::bad("message to be replied not found")),
    }
}

fn thread(world: &World, call: &Call, key: ChatKey) -> Result<Option<i64>, Refusal> {
    let Some(thread) = call.params.int("message_thread_id")?.filter(|thread| *thread != 0) else {
        return Ok(None);
    };
    let group = world.group(key).filter(|group| group.is_forum);
    let topic = group.and_then(|group| group.topics.get(&thread));
    let (Some(group), Some(topic)) = (group, topic) else {
        return Err(Refusal::bad("message thread not found"));
    };
    if topic.closed && !group.allows(call.bot, "can_manage_topics") {
        return Err(Refusal::bad("TOPIC_CLOSED"));
    }
    Ok(Some(thread))
}

pub(crate) fn markup(params: &Params, key: ChatKey) -> Result<Option<ReplyMarkup>, Refusal> {
    match params.nested("reply_markup")? {
        Some(value) => keyboard::parse(&value, matches!(key, ChatKey::Private { .. })),
        None => Ok(None),
    }
}

pub(crate) fn check_right(
    world: &World,
    call: &Call,
    key: ChatKey,
    content: &Content,
) -> Result<(), Refusal> {
    match world.group(key) {
        Some(group) if !group.allows(call.bot, content.right()) => {
            Err(Refusal::bad(format!("not enough rights to send {} to the chat", content.plural())))
        }
        _ => Ok(()),
    }
}

/// Text in the call's `parse_mode` or with its entities.
pub(crate) fn formatted(params: &Params, text: &str, entities: &str) -> Result<Formatted, Refusal> {
    let words = params.text(text).unwrap_or_default();
    match params.json(entities)? {
        Some(list) => Formatted::with_entities(&words, &list),
        None => Formatted::parse(&words, params.text("parse_mode").as_deref()),
    }
}

/// A message's text, checked.
pub(crate) fn message_text(params: &Params) -> Result<Formatted, Refusal> {
    if params.text("text").is_none() {
        return Err(Refusal::bad("message text is empty"));
    }
    let body = formatted(params, "text", "entities")?;
    match body.utf16_len() {
        0 => Err(Refusal::bad("text must be non-empty")),
        length if length > TEXT_LENGTH => Err(Refusal::bad("message is too long")),
        _ => Ok(body),
    }
}

/// A caption, checked; it may be empty.
pub(crate) fn caption(params: &Params) -> Result<Formatted, Refusal> {
    let caption = formatted(params, "caption", "caption_entities")?;
    match caption.utf16_len() > CAPTION_LENGTH {
        true => Err(Refusal::bad("message caption is too long")),
        false => Ok(caption),
    }
}
