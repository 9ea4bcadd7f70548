//! Forwarding and copying.

use serde_json::{Value, json};

use super::refusal::{Answer, Refusal};
use super::sending::Place;
use super::{Call, deletion, sending};
use crate::world::Draft;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::keyboard::ReplyMarkup;
use crate::world::message::{Content, Message, origin};

pub(super) fn forward(world: &mut World, call: &Call) -> Answer {
    let place = sending::place(world, call)?;
    let source = source(world, call, "message to forward not found")?;
    let id = forward_one(world, call, &place, source)?;
    Ok(sending::sent(world, call, place.key, id))
}

pub(super) fn forward_several(world: &mut World, call: &Call) -> Answer {
    let place = sending::place(world, call)?;
    each(world, call, |world, message| forward_one(world, call, &place, message))
}

pub(super) fn copy(world: &mut World, call: &Call) -> Answer {
    let place = sending::place(world, call)?;
    let source = source(world, call, "message to copy not found")?;
    let id = copy_one(world, call, &place, source, true)?;
    Ok(json!({"message_id": id}))
}

pub(super) fn copy_several(world: &mut World, call: &Call) -> Answer {
    let place = sending::place(world, call)?;
    each(world, call, |world, message| copy_one(world, call, &place, message, false))
}

fn each(
    world: &mut World,
    call: &Call,
    mut send: impl FnMut(&mut World, Message) -> Result<i64, Refusal>,
) -> Answer {
    let from = call.chat_named(world, "from_chat_id")?;
    let messages: Vec<Message> =
        deletion::ids(call)?.into_iter().filter_map(|id| world.message(from, id).cloned()).collect();
    if messages.is_empty() {
        return Err(Refusal::bad("there are no messages to forward"));
    }
    let mut sent = Vec::new();
    for message in messages {
        sent.push(json!({"message_id": send(world, message)?}));
    }
    Ok(sent.into())
}

fn source(world: &World, call: &Call, missing: &str) -> Result<Message, Refusal> {
    let from: ChatKey = call.chat_named(world, "from_chat_id")?;
    let id = call.params.int("message_id")?.unwrap_or(0);
    world.message(from, id).cloned().ok_or_else(|| Refusal::bad(missing))
}

fn forward_one(world: &mut World, call: &Call, place: &Place, source: Message) -> Result<i64, Refusal> {
    if source.protected || source.content.is_service() {
        return Err(Refusal::bad("message can't be forwarded"));
    }
    sending::check_right(world, call, place.key, &source.content)?;
    call.take_room(world, place.key, 1)?;
    let mut draft = Draft::new(call.bot, source.content);
    let origin = source.forward_origin.unwrap_or_else(|| origin(world.account(source.sender), source.date));
    draft.forward_origin = Some(origin);
    draft.thread = place.thread;
    draft.protected = call.params.flag("protect_content");
    // Buttons that lead out of the chat stay; those that call the bot go.
    draft.keyboard = source.keyboard.filter(|keyboard| {
        use crate::world::keyboard::Action;
        keyboard.rows.iter().flatten().all(|button| matches!(button.action, Action::Url(_)))
    });
    Ok(world.post(place.key, draft))
}

fn copy_one(
    world: &mut World,
    call: &Call,
    place: &Place,
    source: Message,
    with_parameters: bool,
) -> Result<i64, Refusal> {
    if source.protected || source.content.is_service() || matches!(source.content, Content::Invoice(_)) {
        return Err(Refusal::bad("message can't be copied"));
    }
    let mut content = source.content;
    let mut markup = None;
    if with_parameters {
        if let (Content::Media(media), Some(_)) = (&mut content, call.params.text("caption")) {
            media.caption = sending::caption(call.params)?;
        }
        markup = sending::markup(call.params, place.key)?;
    }
    if let (Content::Media(media), true) = (&mut content, call.params.flag("remove_caption")) {
        media.caption = crate::text::Formatted::default();
    }
    sending::check_right(world, call, place.key, &content)?;
    call.take_room(world, place.key, 1)?;
    let markup: Option<ReplyMarkup> = markup;
    Ok(sending::post(world, call, place, content, markup, None))
}

/// `MessageOrigin` for what a person forwards.
pub(crate) fn origin_of(world: &World, message: &Message) -> Value {
    message.forward_origin.clone().unwrap_or_else(|| origin(world.account(message.sender), message.date))
}
