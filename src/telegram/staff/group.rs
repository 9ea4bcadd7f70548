//! Which group is the staff's, and who belongs to it.

use super::Colleague;
use crate::delivery::Trouble;
use crate::domain::{ChatId, Lang, StaffMember, Standing};
use crate::repository::{OutboxQueue, Presence};
use crate::services::Shop;
use crate::telegram::bot::{CallError, call};
use crate::telegram::errors::Outcome;
use moka::future::Cache;
use std::sync::Arc;
use std::time::Duration;
use teloxide::prelude::Requester;
use teloxide::types::{self, ChatMember, ChatMemberUpdated, Message, User, UserId};
use teloxide::{ApiError, Bot, RequestError};

/// How long a membership is believed without asking again. Telegram's message that it changed ends that at once, on every
/// instance; where the bot is no administrator and the group hides such messages, they can press for so long.
const MEMBERSHIP: Duration = Duration::from_secs(60);

/// How long a group's place is believed: another instance may learn of another one.
const PLACE: Duration = Duration::from_secs(2);

/// What Telegram said of somebody, and how often it had said that it changed by then.
#[derive(Debug, Clone, Copy)]
struct Known {
    standing: Option<Standing>,
    moves: i32,
}

/// The staff group.
pub(in crate::telegram) struct StaffGroup {
    configured: Option<ChatId>,
    lang: Lang,
    shop: Shop,
    outbox: Arc<dyn OutboxQueue>,
    place: Cache<(), ChatId>,
    members: Cache<u64, Known>,
}

impl StaffGroup {
    pub(in crate::telegram) fn of(shop: &Shop, outbox: Arc<dyn OutboxQueue>) -> Self {
        Self {
            configured: shop.terms().staff_chat,
            lang: shop.terms().lang,
            shop: shop.clone(),
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

    /// Where it is now, under its new id once it has become a supergroup.
    pub(super) async fn chat(&self) -> Option<ChatId> {
        let place = self.place(self.configured?).await;
        (place != ChatId::STAFF).then_some(place)
    }

    /// Another group was chosen, or it has another id.
    pub(super) async fn forget_place(&self) {
        self.place.invalidate(&()).await;
    }

    async fn place(&self, configured: ChatId) -> ChatId {
        let current = self.place.try_get_with((), self.outbox.current(configured)).await;
        if matches!(current, Ok(ChatId::STAFF)) {
            // It may be chosen at any moment, on another instance.
            self.forget_place().await;
        }
        current.unwrap_or_else(|error| {
            tracing::warn!(%error, "it is not known whether the staff group has moved");
            configured
        })
    }

    /// Who of the staff this is, with the role they have now; `None` if they do not belong to it.
    pub(in crate::telegram) async fn colleague(
        &self,
        bot: &Bot,
        user: &User,
    ) -> Result<Option<Colleague>, Trouble> {
        let member = self.shop.staff_member(id(user)).await?;
        let moves = member.as_ref().map_or(0, |member| member.moves);
        let standing = match self.members.get(&user.id.0).await {
            Some(known) if known.moves == moves => known.standing,
            _ => self.ask(bot, user.id).await?.and_then(|member| standing(&member)),
        };
        self.members.insert(user.id.0, Known { standing, moves }).await;
        let Some(standing) = standing else { return Ok(None) };
        let presence = presence(user, Some(standing));
        let member = match member.filter(|known| is_same(known, &presence)) {
            Some(known) => known,
            None => self.shop.meet_staff(&presence).await?,
        };
        Ok(Some(Colleague::of(&member, standing.role(member.given))))
    }

    /// Somebody with this id, as the group knows them now; `None` if Telegram does not know them there.
    pub(super) async fn look_up(&self, bot: &Bot, person: i64) -> Result<Option<StaffMember>, Trouble> {
        let Ok(user) = u64::try_from(person) else { return Ok(None) };
        let Some(member) = self.ask(bot, UserId(user)).await? else { return Ok(None) };
        let standing = standing(&member);
        if standing.is_none() {
            return Ok(None);
        }
        Ok(Some(self.shop.meet_staff(&presence(&member.user, standing)).await?))
    }

    async fn ask(&self, bot: &Bot, user: UserId) -> Result<Option<ChatMember>, CallError> {
        let Some(group) = self.chat().await else { return Ok(None) };
        match call::<ChatMember>(bot, bot.get_chat_member(types::ChatId(group.0), user)).await {
            Ok(member) => Ok(Some(member)),
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

    /// Telegram says that somebody came, left, or is something else in a group now.
    pub(in crate::telegram) async fn changed(&self, change: &ChatMemberUpdated) -> Outcome {
        let user = &change.new_chat_member.user;
        if self.is(ChatId(change.chat.id.0)).await && !user.is_bot {
            self.moved(user, standing(&change.new_chat_member)).await?;
        }
        Ok(())
    }

    async fn moved(&self, user: &User, standing: Option<Standing>) -> Outcome {
        self.members.invalidate(&user.id.0).await;
        self.shop.staff_moved(&presence(user, standing)).await?;
        Ok(())
    }
}

fn id(user: &User) -> i64 {
    i64::try_from(user.id.0).unwrap_or_default()
}

fn presence(user: &User, standing: Option<Standing>) -> Presence {
    Presence { person: id(user), name: user.full_name(), username: user.username.clone(), standing }
}

fn is_same(known: &StaffMember, now: &Presence) -> bool {
    known.name == now.name && known.username == now.username && known.standing == now.standing
}

fn standing(member: &ChatMember) -> Option<Standing> {
    if member.is_owner() {
        Some(Standing::Creator)
    } else if member.is_privileged() {
        Some(Standing::Administrator)
    } else {
        member.is_present().then_some(Standing::Member)
    }
}

/// A message about the group itself, and not of somebody to somebody.
pub(in crate::telegram) fn is_service(message: &Message) -> bool {
    message.left_chat_member().is_some()
        || message.new_chat_members().is_some()
        || message.migrate_to_chat_id().is_some()
}

/// Messages about the group itself: it may have become a supergroup with a new id, or somebody has come or left.
pub(in crate::telegram) async fn service(
    message: Message,
    group: Arc<StaffGroup>,
    outbox: Arc<dyn OutboxQueue>,
) -> Outcome {
    if let Some(gone) = message.left_chat_member().filter(|gone| !gone.is_bot) {
        group.moved(gone, None).await?;
    }
    for new in message.new_chat_members().into_iter().flatten().filter(|new| !new.is_bot) {
        group.moved(new, Some(Standing::Member)).await?;
    }
    if let Some(new) = message.migrate_to_chat_id() {
        outbox.migrate(ChatId(message.chat.id.0), ChatId(new.0)).await?;
        group.forget_place().await;
        tracing::info!(old = message.chat.id.0, new = new.0, "the staff group has a new id");
    }
    Ok(())
}
