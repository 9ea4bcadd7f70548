//! Which group is the staff's, and who belongs to it.

use crate::domain::{Actor, ChatId, Lang};
use crate::repository::OutboxQueue;
use crate::services::Shop;
use crate::telegram::bot::{CallError, call};
use crate::telegram::errors::Outcome;
use moka::future::Cache;
use std::sync::Arc;
use std::time::Duration;
use teloxide::prelude::Requester;
use teloxide::types::{self, ChatMember, Message, User, UserId};
use teloxide::{ApiError, Bot, RequestError};

/// How long a membership is believed without asking again. The message that somebody has left ends it at once; where a
/// group hides such messages, and on other instances, they can press for so long.
const MEMBERSHIP: Duration = Duration::from_secs(60);

/// How long a group's place is believed.
const PLACE: Duration = Duration::from_secs(30);

/// The staff group.
pub(in crate::telegram) struct StaffGroup {
    configured: Option<ChatId>,
    lang: Lang,
    outbox: Arc<dyn OutboxQueue>,
    place: Cache<(), ChatId>,
    members: Cache<u64, Option<bool>>,
}

impl StaffGroup {
    pub(in crate::telegram) fn of(shop: &Shop, outbox: Arc<dyn OutboxQueue>) -> Self {
        Self {
            configured: shop.terms().staff_chat,
            lang: shop.terms().lang,
            outbox,
            place: Cache::builder().max_capacity(1).time_to_live(PLACE).build(),
            members: Cache::builder().max_capacity(10_000).time_to_live(MEMBERSHIP).build(),
        }
    }

    /// The language spoken there.
    pub(in crate::telegram) const fn lang(&self) -> Lang {
        self.lang
    }

    /// Is this chat the staff group? Also under its new id, once it has become a supergroup.
    pub(in crate::telegram) async fn is(&self, chat: ChatId) -> bool {
        match self.configured {
            Some(configured) => chat == configured || self.place(configured).await == chat,
            None => false,
        }
    }

    async fn place(&self, configured: ChatId) -> ChatId {
        let current = self.place.try_get_with((), self.outbox.current(configured)).await;
        current.unwrap_or_else(|error| {
            tracing::warn!(%error, "it is not known whether the staff group has moved");
            configured
        })
    }

    /// Who of the staff this is; `None` if they do not belong to it.
    pub(in crate::telegram) async fn colleague(
        &self,
        bot: &Bot,
        user: &User,
    ) -> Result<Option<Colleague>, CallError> {
        let Some(configured) = self.configured else { return Ok(None) };
        let role = match self.members.get(&user.id.0).await {
            Some(role) => role,
            None => {
                let role = ask(bot, self.place(configured).await, user.id).await?;
                self.members.insert(user.id.0, role).await;
                role
            }
        };
        let id = i64::try_from(user.id.0).unwrap_or_default();
        Ok(role.map(|is_admin| Colleague { id, name: user.full_name(), is_admin }))
    }
}

/// Is it an administrator, a member, or neither?
async fn ask(bot: &Bot, group: ChatId, user: UserId) -> Result<Option<bool>, CallError> {
    match call::<ChatMember>(bot, bot.get_chat_member(types::ChatId(group.0), user)).await {
        Ok(member) => Ok(member.is_present().then(|| member.is_privileged())),
        Err(CallError::Request(RequestError::Api(ApiError::UserNotFound))) => Ok(None),
        // Telegram's answers about somebody it has never seen in that chat.
        Err(CallError::Request(RequestError::Api(error)))
            if ["PARTICIPANT_ID_INVALID", "member not found", "user not found"]
                .iter()
                .any(|words| error.to_string().contains(words)) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) struct Colleague {
    id: i64,
    name: String,
    is_admin: bool,
}

impl Colleague {
    /// Whoever wrote a message in the group.
    pub(in crate::telegram) fn writing(message: &Message) -> Self {
        let user = message.from.as_ref().filter(|_| message.sender_chat.is_none());
        match user {
            Some(user) => Self {
                id: i64::try_from(user.id.0).unwrap_or_default(),
                name: user.full_name(),
                is_admin: false,
            },
            // An anonymous administrator writes in the name of the group; members may write in the name of a channel.
            None => Self {
                id: message.chat.id.0,
                name: message.chat.title().unwrap_or_default().to_owned(),
                is_admin: message.sender_chat.as_ref().is_some_and(|sender| sender.id == message.chat.id),
            },
        }
    }

    /// How the timeline names them.
    pub(in crate::telegram) fn actor(&self) -> Actor {
        Actor::Staff(self.id, self.name.clone())
    }

    /// The Telegram user id.
    pub(in crate::telegram) const fn id(&self) -> i64 {
        self.id
    }

    /// The name to show.
    pub(in crate::telegram) fn name(&self) -> &str {
        &self.name
    }

    /// True for the owner and the administrators of the group.
    pub(in crate::telegram) const fn is_admin(&self) -> bool {
        self.is_admin
    }
}

/// Messages about the group itself: it may have become a supergroup with a new id, or somebody has left.
pub(in crate::telegram) async fn service(
    message: Message,
    group: Arc<StaffGroup>,
    outbox: Arc<dyn OutboxQueue>,
) -> Outcome {
    if let Some(gone) = message.left_chat_member() {
        group.members.invalidate(&gone.id.0).await;
    }
    if let Some(new) = message.migrate_to_chat_id() {
        outbox.migrate(ChatId(message.chat.id.0), ChatId(new.0)).await?;
        tracing::info!(old = message.chat.id.0, new = new.0, "the staff group has a new id");
    }
    Ok(())
}
