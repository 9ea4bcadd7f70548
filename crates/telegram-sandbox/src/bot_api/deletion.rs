//! Deleting messages.

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::World;
use crate::world::chat::ChatKey;

/// Documentation of `deleteMessage`: a message can only be deleted within 48 hours.
const DELETABLE_S: i64 = 48 * 3600;
/// Documentation of `deleteMessages`: 1-100 identifiers.
const AT_ONCE: usize = 100;

pub(super) fn one(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    let id =
        call.params.int("message_id")?.ok_or_else(|| Refusal::bad("message identifier is not specified"))?;
    check(world, call, key, id)?;
    world.delete(key, id);
    Ok(true.into())
}

pub(super) fn several(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    let ids = ids(call)?;
    // What cannot be found is skipped (documentation of `deleteMessages`).
    for id in ids {
        if check(world, call, key, id).is_ok() {
            world.delete(key, id);
        }
    }
    Ok(true.into())
}

/// `message_ids` of a call.
pub(super) fn ids(call: &Call) -> Result<Vec<i64>, Refusal> {
    let list = call.params.json("message_ids")?.unwrap_or_default();
    let ids = list.as_array().map(|ids| ids.iter().filter_map(serde_json::Value::as_i64).collect::<Vec<_>>());
    let ids = ids
        .filter(|ids| !ids.is_empty())
        .ok_or_else(|| Refusal::bad("message identifiers are not specified"))?;
    match ids.len() > AT_ONCE {
        true => Err(Refusal::bad("too many message identifiers specified")),
        false => Ok(ids),
    }
}

fn check(world: &World, call: &Call, key: ChatKey, id: i64) -> Result<(), Refusal> {
    let message = world.message(key, id).ok_or_else(|| Refusal::bad("message to delete not found"))?;
    let is_own = message.sender == call.bot;
    let may = match world.group(key) {
        // Documentation: bots can delete incoming messages in private chats.
        None => true,
        Some(group) => is_own || group.allows(call.bot, "can_delete_messages"),
    };
    if !may {
        return Err(Refusal::bad("message can't be deleted"));
    }
    if world.now() - message.date > DELETABLE_S {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    Ok(())
}
