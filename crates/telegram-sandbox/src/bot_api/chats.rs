//! Reading and changing chats.

use serde_json::{Value, json};

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::chat::{ChatKey, Member, PERMISSIONS, Status};
use crate::world::{Viewer, World};

pub(super) fn get(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    Ok(world.full_chat(key, Viewer::Bot(call.bot)))
}

impl World {
    /// `ChatFullInfo`
    pub(crate) fn full_chat(&self, key: ChatKey, viewer: Viewer) -> Value {
        let mut chat = self.chat_json(key, viewer);
        chat["accent_color_id"] = 0.into();
        chat["max_reaction_count"] = 11.into();
        let gifts = [
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ];
        chat["accepted_gift_types"] =
            gifts.iter().map(|kind| (kind.to_string(), Value::from(false))).collect();
        if let Some(group) = self.group(key) {
            chat["permissions"] = group.permissions();
            if let Some(description) = &group.description {
                chat["description"] = description.as_str().into();
            }
            if group.is_supergroup {
                chat["join_to_send_messages"] = true.into();
            }
        }
        let pinned = self.chat(key).and_then(|chat| chat.pinned.last()).and_then(|id| self.message(key, *id));
        if let Some(pinned) = pinned {
            chat["pinned_message"] = self.render(key, pinned, viewer);
        }
        chat
    }
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

impl World {
    /// Gives a group another title, with its service message.
    pub(crate) fn rename(&mut self, key: ChatKey, by: i64, title: String) {
        if let Some(group) = self.group_mut(key) {
            group.title.clone_from(&title);
        }
        self.serve(key, by, "new_chat_title", title.into());
        self.chat_event(key);
    }
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
