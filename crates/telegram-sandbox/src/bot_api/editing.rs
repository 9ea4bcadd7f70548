//! Changing messages that were sent.

use serde_json::{Value, json};

use super::refusal::{Answer, Refusal};
use super::{Call, media, messages, sending};
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::keyboard::{InlineKeyboard, ReplyMarkup};
use crate::world::message::{Content, Message};

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the \
                            same as a current content and reply markup of the message";

/// Which message is to be edited: one the bot has sent, or one a person has sent through its inline mode.
struct Target {
    key: ChatKey,
    id: i64,
    inline: bool,
}

fn target(world: &World, call: &Call) -> Result<Target, Refusal> {
    if let Some(inline_id) = call.params.text("inline_message_id") {
        let place = world.inline_messages.get(&inline_id).filter(|(key, id)| {
            world.message(*key, *id).is_some_and(|message| message.via_bot == Some(call.bot))
        });
        let (key, id) = *place.ok_or_else(|| Refusal::bad("MESSAGE_ID_INVALID"))?;
        return Ok(Target { key, id, inline: true });
    }
    let key = call.writable_chat(world)?;
    let id = call.params.int("message_id")?.filter(|id| *id != 0);
    let id = id.ok_or_else(|| Refusal::bad("message identifier is not specified"))?;
    let message = world.message(key, id).ok_or_else(|| Refusal::bad("message to edit not found"))?;
    if message.sender != call.bot || message.content.is_service() || message.forward_origin.is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok(Target { key, id, inline: false })
}

fn message<'w>(world: &'w World, target: &Target) -> Result<&'w Message, Refusal> {
    world.message(target.key, target.id).ok_or_else(|| Refusal::bad("message to edit not found"))
}

/// The inline keyboard of an edit; without one the message loses its keyboard.
fn keyboard(call: &Call, target: &Target) -> Result<Option<InlineKeyboard>, Refusal> {
    match sending::markup(call.params, target.key)? {
        None => Ok(None),
        Some(ReplyMarkup::Inline(keyboard)) => Ok(Some(keyboard)),
        Some(_) => Err(Refusal::bad("inline keyboard expected")),
    }
}

/// Writes the change, if it is one.
fn apply(
    world: &mut World,
    call: &Call,
    target: &Target,
    content: Content,
    keyboard: Option<InlineKeyboard>,
) -> Answer {
    let now = world.now();
    let old = message(world, target)?;
    if old.content == content && old.keyboard == keyboard {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    let only_keyboard = old.content == content;
    call.take_room(world, target.key, 1)?;
    if let Some(message) = world.message_mut(target.key, target.id) {
        message.content = content;
        message.keyboard = keyboard;
        // Telegram shows "edited" only when the words have changed.
        if !only_keyboard {
            message.edit_date = Some(now);
        }
    }
    world.touch(target.key, target.id, "edited");
    Ok(answer(world, call, target))
}

fn answer(world: &World, call: &Call, target: &Target) -> Value {
    match target.inline {
        true => true.into(),
        false => sending::sent(world, call, target.key, target.id),
    }
}

pub(super) fn text(world: &mut World, call: &Call) -> Answer {
    let target = target(world, call)?;
    let body = sending::message_text(call.params).map_err(|refusal| match refusal.description.as_str() {
        "Bad Request: message is too long" => Refusal::bad("MESSAGE_TOO_LONG"),
        _ => refusal,
    })?;
    if !matches!(message(world, &target)?.content, Content::Text { .. }) {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    let link_preview = call.params.json("link_preview_options")?;
    let keyboard = keyboard(call, &target)?;
    apply(world, call, &target, Content::Text { body, link_preview }, keyboard)
}

pub(super) fn caption(world: &mut World, call: &Call) -> Answer {
    let target = target(world, call)?;
    let caption = sending::caption(call.params)?;
    let Content::Media(old) = &message(world, &target)?.content else {
        return Err(Refusal::bad("there is no caption in the message to edit"));
    };
    let mut new = old.clone();
    new.caption = caption;
    new.caption_above = call.params.flag("show_caption_above_media");
    let keyboard = keyboard(call, &target)?;
    apply(world, call, &target, Content::Media(new), keyboard)
}

pub(super) fn media(world: &mut World, call: &Call) -> Answer {
    let target = target(world, call)?;
    if !matches!(message(world, &target)?.content, Content::Media(_) | Content::Text { .. }) {
        return Err(Refusal::bad("there is no media in the message to edit"));
    }
    let item = call.params.json("media")?.ok_or_else(|| Refusal::bad("media is empty"))?;
    let content = Content::Media(media::from_input(world, call, &item)?);
    let keyboard = keyboard(call, &target)?;
    apply(world, call, &target, content, keyboard)
}

pub(super) fn reply_markup(world: &mut World, call: &Call) -> Answer {
    let target = target(world, call)?;
    let keyboard = keyboard(call, &target)?;
    let content = message(world, &target)?.content.clone();
    apply(world, call, &target, content, keyboard)
}

pub(super) fn live_location(world: &mut World, call: &Call) -> Answer {
    let target = target(world, call)?;
    let Content::Plain("location", old) = &message(world, &target)?.content else {
        return Err(Refusal::bad("there is no live location in the message to edit"));
    };
    let Some(period) = old.get("live_period").cloned() else {
        return Err(Refusal::bad("message can't be edited"));
    };
    let mut new = messages::location(call)?;
    new["live_period"] = period;
    let keyboard = keyboard(call, &target)?;
    apply(world, call, &target, Content::Plain("location", new), keyboard)
}

pub(super) fn stop_live_location(world: &mut World, call: &Call) -> Answer {
    let target = target(world, call)?;
    let Content::Plain("location", old) = &message(world, &target)?.content else {
        return Err(Refusal::bad("there is no live location in the message to edit"));
    };
    if old.get("live_period").is_none() {
        return Err(Refusal::bad("message can't be edited"));
    }
    let still = json!({"latitude": old["latitude"], "longitude": old["longitude"]});
    let keyboard = keyboard(call, &target)?;
    apply(world, call, &target, Content::Plain("location", still), keyboard)
}
