//! Making groups and moving about in them.

use serde::Deserialize;
use serde_json::Value;

use super::Unable;
use crate::bot_api;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::group::{ADMIN_RIGHTS, Member, PERMISSIONS, Status};

/// A group to be made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NewGroup {
    pub(crate) title: String,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) is_forum: bool,
    pub(crate) username: Option<String>,
    pub(crate) creator: Option<i64>,
    pub(crate) members: Vec<i64>,
    pub(crate) admins: Vec<i64>,
    pub(crate) id: i64,
}

/// Makes a group and lets its people and bots in.
pub(crate) fn create(world: &mut World, new: &NewGroup) -> Result<ChatKey, Unable> {
    if new.title.trim().is_empty() {
        return Err(Unable::because("a group needs a title"));
    }
    let everybody = new.creator.iter().chain(&new.members).chain(&new.admins);
    if let Some(unknown) = everybody.clone().find(|id| !world.account_exists(**id)) {
        return Err(Unable::missing(format!("there is no user or bot {unknown}")));
    }
    let is_supergroup = match new.kind.as_deref() {
        None | Some("supergroup") => true,
        Some("group") => false,
        Some(other) => return Err(Unable::because(format!("a group is no \"{other}\""))),
    };
    if new.id > 0 || world.chat(ChatKey::Group(new.id)).is_some() {
        return Err(Unable::because("a group's id is negative and its own"));
    }
    let key = world.add_group(&new.title, is_supergroup, new.is_forum, new.id);
    if let Some(group) = world.group_mut(key) {
        group.username.clone_from(&new.username);
        // People first and without ado: they were there when the group began.
        for user in new.members.iter().filter(|id| **id != new.creator.unwrap_or(0)) {
            group.members.insert(*user, Member::plain(Status::Member));
        }
        for user in &new.admins {
            group.members.insert(*user, Member::plain(Status::Administrator));
        }
        if let Some(creator) = new.creator {
            group.members.insert(creator, Member::plain(Status::Creator));
        }
    }
    let by = new.creator.or(new.admins.first().copied()).or(new.members.first().copied()).unwrap_or(0);
    let bots: Vec<(i64, Member)> = world.group(key).map_or_else(Vec::new, |group| {
        let members = group.members.iter().filter(|(id, _)| world.bots.contains_key(id));
        members.map(|(id, member)| (*id, member.clone())).collect()
    });
    for (bot, member) in bots {
        if let Some(group) = world.group_mut(key) {
            group.members.remove(&bot);
        }
        world.set_member(key, bot, by, member);
    }
    world.chat_event(key);
    Ok(key)
}

/// A new standing of somebody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewStanding {
    pub(crate) status: String,
    #[serde(default)]
    pub(crate) by: Option<i64>,
    #[serde(default)]
    pub(crate) rights: Option<Value>,
    #[serde(default)]
    pub(crate) custom_title: Option<String>,
}

/// Lets somebody in, out, up or down.
pub(crate) fn set_standing(
    world: &mut World,
    key: ChatKey,
    account: i64,
    standing: &NewStanding,
) -> Result<(), Unable> {
    if !world.account_exists(account) {
        return Err(Unable::missing(format!("there is no user or bot {account}")));
    }
    let group = world.group(key).ok_or_else(|| Unable::missing("there is no such group"))?;
    let status = Status::named(&standing.status);
    let status =
        status.ok_or_else(|| Unable::because(format!("there is no status \"{}\"", standing.status)))?;
    let mut member = Member::plain(status);
    member.custom_title.clone_from(&standing.custom_title);
    if let Some(rights) = &standing.rights {
        let known: &[&str] = if status == Status::Restricted { &PERMISSIONS } else { &ADMIN_RIGHTS };
        member.rights = bot_api::granted(rights, known);
    }
    let creator = group.members.iter().find(|(_, m)| m.status == Status::Creator).map(|(id, _)| *id);
    // Who comes or goes does it by themself, unless somebody is named; ranks are given by the creator.
    let by = standing.by.unwrap_or(match status {
        Status::Member | Status::Left => account,
        _ => creator.unwrap_or(account),
    });
    world.set_member(key, account, by, member);
    Ok(())
}

/// A person comes by themself.
pub(crate) fn join(world: &mut World, user: i64, key: ChatKey) -> Result<(), Unable> {
    let group = world.group(key).ok_or_else(|| Unable::missing("there is no such group"))?;
    if group.status(user) == Status::Kicked {
        return Err(Unable::forbidden("this person is banned here"));
    }
    if !group.status(user).is_in() {
        world.set_member(key, user, user, Member::plain(Status::Member));
    }
    Ok(())
}

/// A person goes by themself.
pub(crate) fn leave(world: &mut World, user: i64, key: ChatKey) -> Result<(), Unable> {
    let group = world.group(key).ok_or_else(|| Unable::missing("there is no such group"))?;
    if group.status(user).is_in() {
        world.set_member(key, user, user, Member::plain(Status::Left));
    }
    Ok(())
}
