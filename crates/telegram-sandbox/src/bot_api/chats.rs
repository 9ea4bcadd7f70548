//! Reading and changing chats.

use serde_json::{Value, json};

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::chat::ChatKey;
use crate::world::group::{Member, PERMISSIONS, Status};
use crate::world::{Viewer, World};

pub(super) fn get(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    Ok(world.full_chat(key, Viewer::Bot(call.bot)))
}

pub(super) fn leave(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    if world.group(key).is_none() {
        return Err(Refusal::bad("chat member status can't be changed in private chats"));
    }
    world.set_member(key, call.bot, call.bot, Member::plain(Status::Left));
    Ok(true.into())
}

pub(super) fn set_title(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_change_info", "change chat title")?;
    let title = call.params.text("title").unwrap_or_default().into_owned();
    // Documentation: 1-128 characters.
    if !(1..=128).contains(&title.chars().count()) {
        return Err(Refusal::bad("title must be non-empty"));
    }
    world.rename(key, call.bot, title);
    Ok(true.into())
}

pub(super) fn set_description(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_change_info", "change chat description")?;
    let description = call.params.text("description").map(String::from);
    // Documentation: 0-255 characters.
    if description.as_ref().is_some_and(|text| text.chars().count() > 255) {
        return Err(Refusal::bad("chat description is too long"));
    }
    if let Some(group) = world.group_mut(key) {
        if group.description == description {
            return Err(Refusal::bad("chat description is not modified"));
        }
        group.description = description;
    }
    world.chat_event(key);
    Ok(true.into())
}

pub(super) fn set_permissions(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_restrict_members", "change chat permissions")?;
    let permissions =
        call.params.json("permissions")?.ok_or_else(|| Refusal::bad("can't parse permissions"))?;
    if let Some(group) = world.group_mut(key) {
        group.denied = denied(&permissions);
    }
    world.chat_event(key);
    Ok(true.into())
}

/// The permissions that `ChatPermissions` leaves off.
pub(crate) fn denied(permissions: &Value) -> std::collections::BTreeSet<String> {
    let off = PERMISSIONS.iter().filter(|name| permissions.get(**name) != Some(&Value::Bool(true)));
    off.map(ToString::to_string).collect()
}

fn invite_link(world: &mut World, key: ChatKey) -> String {
    format!("https://t.me/+sandbox{}{}", key.for_bot().unsigned_abs(), world.serial())
}

pub(super) fn export_invite_link(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_invite_users", "export chat invite link")?;
    Ok(invite_link(world, key).into())
}

pub(super) fn create_invite_link(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_invite_users", "manage chat invite link")?;
    let mut link = json!({
        "invite_link": invite_link(world, key),
        "creator": world.account(call.bot),
        "creates_join_request": call.params.flag("creates_join_request"),
        "is_primary": false,
        "is_revoked": false,
    });
    if let Some(name) = call.params.text("name") {
        link["name"] = name.into();
    }
    for number in ["expire_date", "member_limit"] {
        if let Some(value) = call.params.int(number)? {
            link[number] = value.into();
        }
    }
    Ok(link)
}
