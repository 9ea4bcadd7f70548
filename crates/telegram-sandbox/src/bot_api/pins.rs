//! Pinned messages.

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::World;
use crate::world::chat::ChatKey;

pub(super) fn pin(world: &mut World, call: &Call) -> Answer {
    let key = place(world, call)?;
    let id = call.params.int("message_id")?.unwrap_or(0);
    if world.message(key, id).is_none_or(|message| message.content.is_service()) {
        return Err(Refusal::bad("message to pin not found"));
    }
    world.pin(key, id, call.bot);
    Ok(true.into())
}

pub(super) fn unpin(world: &mut World, call: &Call) -> Answer {
    let key = place(world, call)?;
    let newest = world.chat(key).and_then(|chat| chat.pinned.last().copied());
    let id = match call.params.int("message_id")? {
        Some(id) if world.message(key, id).is_some() => Some(id),
        Some(_) => return Err(Refusal::bad("message to unpin not found")),
        None => newest,
    };
    if let Some(id) = id {
        world.unpin(key, id);
    }
    Ok(true.into())
}

pub(super) fn unpin_all(world: &mut World, call: &Call) -> Answer {
    let key = place(world, call)?;
    for id in world.chat(key).map(|chat| chat.pinned.clone()).unwrap_or_default() {
        world.unpin(key, id);
    }
    Ok(true.into())
}

fn place(world: &World, call: &Call) -> Result<ChatKey, Refusal> {
    let key = call.writable_chat(world)?;
    match world.group(key) {
        Some(group) if !group.allows(call.bot, "can_pin_messages") => {
            Err(Refusal::bad("not enough rights to manage pinned messages in the chat"))
        }
        _ => Ok(key),
    }
}
