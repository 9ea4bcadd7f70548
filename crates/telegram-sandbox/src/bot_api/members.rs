//! Who is in a group, and with which rights.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::group::{ADMIN_RIGHTS, Group, Member, PERMISSIONS, Status};

/// Documentation of `setChatAdministratorCustomTitle`: 0-16 characters.
const CUSTOM_TITLE: usize = 16;

fn user(call: &Call, world: &World) -> Result<i64, Refusal> {
    let id = call.params.int("user_id")?.ok_or_else(|| Refusal::bad("invalid user_id specified"))?;
    match world.account_exists(id) {
        true => Ok(id),
        false => Err(Refusal::bad("PARTICIPANT_ID_INVALID")),
    }
}

pub(super) fn get(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    let user = user(call, world)?;
    let member = match world.group(key) {
        Some(group) => group.members.get(&user).cloned().unwrap_or_else(|| Member::plain(Status::Left)),
        None => Member::plain(Status::Member),
    };
    Ok(member.json(world.account(user)))
}

pub(super) fn count(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    Ok(world.group(key).map_or(2, |group| group.present().count()).into())
}

pub(super) fn administrators(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    let group =
        world.group(key).ok_or_else(|| Refusal::bad("there are no administrators in the private chat"))?;
    // Documentation: all administrators who aren't bots, and the bot itself is not left out either in practice.
    let admins = group.members.iter().filter(|(id, member)| {
        member.status.is_admin() && (**id == call.bot || !world.bots.contains_key(id))
    });
    Ok(admins.map(|(id, member)| member.json(world.account(*id))).collect())
}

/// The group and a member of it whom the bot may touch.
fn subject(world: &World, call: &Call) -> Result<(ChatKey, i64), Refusal> {
    let key = call.administered(world, "can_restrict_members", "restrict/unrestrict chat member")?;
    let user = user(call, world)?;
    let status = world.group(key).map_or(Status::Left, |group| group.status(user));
    match status {
        Status::Creator => Err(Refusal::bad("can't remove chat owner")),
        Status::Administrator => Err(Refusal::bad("user is an administrator of the chat")),
        _ => Ok((key, user)),
    }
}

pub(super) fn ban(world: &mut World, call: &Call) -> Answer {
    let (key, user) = subject(world, call)?;
    let until_date = call.params.int("until_date")?.unwrap_or(0);
    world.set_member(key, user, call.bot, Member { until_date, ..Member::plain(Status::Kicked) });
    Ok(true.into())
}

pub(super) fn unban(world: &mut World, call: &Call) -> Answer {
    let (key, user) = subject(world, call)?;
    let status = world.group(key).map_or(Status::Left, |group| group.status(user));
    // Documentation: a member who is in is removed, unless only_if_banned is set.
    let only_banned = call.params.flag("only_if_banned");
    if status == Status::Kicked || (status.is_in() && !only_banned) {
        world.set_member(key, user, call.bot, Member::plain(Status::Left));
    }
    Ok(true.into())
}

pub(super) fn restrict(world: &mut World, call: &Call) -> Answer {
    let (key, user) = subject(world, call)?;
    call.supergroup(world, key)?;
    let permissions =
        call.params.json("permissions")?.ok_or_else(|| Refusal::bad("can't parse permissions"))?;
    let rights = granted(&permissions, &PERMISSIONS);
    let status = if rights.len() == PERMISSIONS.len() { Status::Member } else { Status::Restricted };
    let until_date = call.params.int("until_date")?.unwrap_or(0);
    let rights = if status == Status::Member { BTreeSet::new() } else { rights };
    world.set_member(key, user, call.bot, Member { status, rights, custom_title: None, until_date });
    Ok(true.into())
}

/// The rights that a JSON object switches on.
pub(crate) fn granted(rights: &Value, known: &[&str]) -> BTreeSet<String> {
    known
        .iter()
        .filter(|name| rights.get(**name) == Some(&Value::Bool(true)))
        .map(ToString::to_string)
        .collect()
}

pub(super) fn promote(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_promote_members", "promote chat member")?;
    let user = user(call, world)?;
    let rights: BTreeSet<String> =
        ADMIN_RIGHTS.iter().filter(|name| call.params.flag(name)).map(ToString::to_string).collect();
    let own = world.group(key).and_then(|group| group.members.get(&call.bot));
    if own.is_some_and(|own| own.status != Status::Creator && !rights.is_subset(&own.rights)) {
        return Err(Refusal::bad("RIGHT_FORBIDDEN"));
    }
    let is_in = world.group(key).is_some_and(|group| group.status(user).is_in());
    if !is_in {
        return Err(Refusal::bad("USER_NOT_PARTICIPANT"));
    }
    let status = if rights.is_empty() { Status::Member } else { Status::Administrator };
    world.set_member(key, user, call.bot, Member { status, rights, custom_title: None, until_date: 0 });
    Ok(true.into())
}

pub(super) fn set_title(world: &mut World, call: &Call) -> Answer {
    let key = call.administered(world, "can_promote_members", "change custom title of the user")?;
    let user = user(call, world)?;
    let title = call.params.text("custom_title").map(String::from);
    if title.as_ref().is_some_and(|title| title.chars().count() > CUSTOM_TITLE) {
        return Err(Refusal::bad("ADMIN_RANK_INVALID"));
    }
    let admin = |group: &mut Group| -> Option<()> {
        let member = group.members.get_mut(&user).filter(|member| member.status == Status::Administrator)?;
        member.custom_title = title;
        Some(())
    };
    world.group_mut(key).and_then(admin).ok_or_else(|| Refusal::bad("user is not an administrator"))?;
    world.chat_event(key);
    Ok(true.into())
}
