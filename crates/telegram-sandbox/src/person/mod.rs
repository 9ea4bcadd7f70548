//! What a person does in an app: pure actions on the world.

pub(crate) mod checkout;
pub(crate) mod groups;
pub(crate) mod inline;
pub(crate) mod keys;
pub(crate) mod messages;
pub(crate) mod payments;
pub(crate) mod polls;
pub(crate) mod press;
pub(crate) mod transcript;
pub(crate) mod view;

use crate::world::World;
use crate::world::chat::ChatKey;

/// Why an app would not let a person do this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Unable {
    pub(crate) status: u16,
    pub(crate) reason: String,
}

impl Unable {
    pub(crate) fn because(reason: impl Into<String>) -> Self {
        Self { status: 400, reason: reason.into() }
    }

    pub(crate) fn missing(what: impl Into<String>) -> Self {
        Self { status: 404, reason: what.into() }
    }

    pub(crate) fn forbidden(reason: impl Into<String>) -> Self {
        Self { status: 403, reason: reason.into() }
    }
}

impl From<crate::bot_api::refusal::Refusal> for Unable {
    fn from(refusal: crate::bot_api::refusal::Refusal) -> Self {
        Self { status: refusal.code, reason: refusal.description }
    }
}

/// The chat a person means by `peer`: a bot's id or a group's.
pub(crate) fn chat(world: &World, user: i64, peer: i64) -> Result<ChatKey, Unable> {
    if !world.users.contains_key(&user) {
        return Err(Unable::missing(format!("there is no user {user}")));
    }
    let key = if peer > 0 { ChatKey::Private { bot: peer, user } } else { ChatKey::Group(peer) };
    let exists = match key {
        ChatKey::Private { bot, .. } => world.bots.contains_key(&bot),
        ChatKey::Group(_) => world.group(key).is_some(),
    };
    if exists { Ok(key) } else { Err(Unable::missing(format!("there is no chat {peer}"))) }
}
