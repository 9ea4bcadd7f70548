//! Which chat a call means, and what the bot may do there.

use super::Call;
use super::refusal::Refusal;
use crate::limits::Limits;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::group::{Group, Status};

impl Call<'_> {
    /// The chat named by `chat_id`, if the bot knows it.
    pub(crate) fn chat(&self, world: &World) -> Result<ChatKey, Refusal> {
        self.chat_named(world, "chat_id")
    }

    pub(crate) fn chat_named(&self, world: &World, parameter: &str) -> Result<ChatKey, Refusal> {
        let id = self.params.text(parameter).ok_or_else(|| Refusal::bad(format!("{parameter} is empty")))?;
        let not_found = || Refusal::bad("chat not found");
        let key = if let Some(name) = id.strip_prefix('@') {
            let named = world.chats.iter().find(|(_, chat)| {
                let username = chat.group.as_ref().and_then(|group| group.username.as_deref());
                username.is_some_and(|username| username.eq_ignore_ascii_case(name))
            });
            *named.ok_or_else(not_found)?.0
        } else {
            match id.trim().parse::<i64>().map_err(|_| not_found())? {
                id if id > 0 => ChatKey::Private { bot: self.bot, user: id },
                id => ChatKey::Group(id),
            }
        };
        match key {
            ChatKey::Private { user, .. } => self.check_private(world, key, user)?,
            ChatKey::Group(_) => self.check_group(world.group(key).ok_or_else(not_found)?)?,
        }
        Ok(key)
    }

    fn check_private(&self, world: &World, key: ChatKey, user: i64) -> Result<(), Refusal> {
        if world.bots.contains_key(&user) {
            return Err(Refusal::forbidden("bots can't send messages to bots"));
        }
        if world.chat(key).is_some_and(|chat| chat.started) {
            return Ok(());
        }
        // The bot knows people it has met in a group, but may not write to them first.
        let met = world
            .chats
            .values()
            .filter_map(|chat| chat.group.as_ref())
            .any(|group| group.members.contains_key(&user) && group.status(self.bot).is_in());
        match met && world.users.contains_key(&user) {
            true => Err(Refusal::forbidden("bot can't initiate conversation with a user")),
            false => Err(Refusal::bad("chat not found")),
        }
    }

    fn check_group(&self, group: &Group) -> Result<(), Refusal> {
        if let Some(new) = group.migrated_to {
            return Err(Refusal::migrated(new));
        }
        let kind = if group.is_supergroup { "supergroup" } else { "group" };
        match group.members.get(&self.bot).map(|member| member.status) {
            None => Err(Refusal::bad("chat not found")),
            Some(Status::Kicked) => Err(Refusal::forbidden(format!("bot was kicked from the {kind} chat"))),
            Some(Status::Left) => Err(Refusal::forbidden(format!("bot is not a member of the {kind} chat"))),
            Some(_) => Ok(()),
        }
    }

    /// The chat named by `chat_id`, if the bot may write there.
    pub(crate) fn writable_chat(&self, world: &World) -> Result<ChatKey, Refusal> {
        let key = self.chat(world)?;
        if let ChatKey::Private { user, .. } = key {
            if world.users.get(&user).is_none_or(|user| user.deactivated) {
                return Err(Refusal::forbidden("user is deactivated"));
            }
            if world.chat(key).is_some_and(|chat| chat.blocked) {
                return Err(Refusal::forbidden("bot was blocked by the user"));
            }
        }
        Ok(key)
    }

    /// A group in which the bot is administrator with this right.
    pub(crate) fn administered(&self, world: &World, right: &str, deed: &str) -> Result<ChatKey, Refusal> {
        let key = self.chat(world)?;
        let Some(group) = world.group(key) else {
            return Err(Refusal::bad(format!("can't {deed} in private chats")));
        };
        let member = group.members.get(&self.bot);
        if !member.is_some_and(|member| member.status.is_admin() && member.rights.contains(right)) {
            return Err(Refusal::bad(format!("not enough rights to {deed}")));
        }
        Ok(key)
    }

    pub(crate) fn supergroup<'w>(&self, world: &'w World, key: ChatKey) -> Result<&'w Group, Refusal> {
        let group = world.group(key).filter(|group| group.is_supergroup);
        group.ok_or_else(|| Refusal::bad("method is available only for supergroups"))
    }

    /// Takes room for `messages` under the rate limits.
    pub(crate) fn take_room(&self, world: &mut World, key: ChatKey, messages: usize) -> Result<(), Refusal> {
        let limits = world.chaos.faults.limits;
        if limits == Limits::Off {
            return Ok(());
        }
        let unasked = !recently_written(world, key);
        for _ in 0..messages {
            let now = world.now_ms;
            if let Err(seconds) = world.buckets.take(self.bot, key, unasked, now) {
                if limits == Limits::Enforce {
                    return Err(Refusal::too_many(seconds));
                }
                let refusal = Refusal::too_many(seconds);
                world.violation(self.bot, self.method, "rate limit", &refusal.description);
            }
        }
        Ok(())
    }
}

/// Did the person write within the last minute? Then an answer does not count as bulk.
fn recently_written(world: &World, key: ChatKey) -> bool {
    let ChatKey::Private { user, .. } = key else { return true };
    let since = world.now() - 60;
    world.chat(key).is_some_and(|chat| {
        let recent = chat.messages.values().rev().take_while(|message| message.date >= since);
        recent.take(50).any(|message| message.sender == user)
    })
}
