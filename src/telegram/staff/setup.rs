//! `/setup CODE` in a group makes it the staff's; in the staff group, `/setup` tells what is still missing there.

use super::{Colleague, Hand, StaffGroup, reply, topics};
use crate::delivery::Trouble;
use crate::domain::{Actor, ChatId, Role};
use crate::repository::SetupState;
use crate::services::Shop;
use crate::telegram::bot::call;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::html::Html;
use crate::telegram::register::register_staff;
use crate::telegram::setup_code::SetupCode;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::types::{self, ChatMember, Me, Message, User, UserId};
use teloxide::utils::command::BotCommands;

/// The one command that is heard in a group that is not the staff's.
#[derive(Debug, Clone, PartialEq, Eq, BotCommands)]
#[command(rename_rule = "snake_case")]
pub(in crate::telegram) enum Asked {
    /// `/setup`, `/setup CODE`
    Setup(String),
}

/// Does somebody want this group to be the staff's?
pub(in crate::telegram) fn asked(message: Message, me: Me) -> Option<Asked> {
    let is_group = message.chat.is_group() || message.chat.is_supergroup();
    Asked::parse(message.text().filter(|_| is_group)?, me.username()).ok()
}

/// Somebody does. Who does not know the code learns nothing but that.
pub(in crate::telegram) async fn take(
    message: Message,
    asked: Asked,
    bot: Bot,
    me: Me,
    shop: Shop,
    group: Arc<StaffGroup>,
) -> Outcome {
    let Asked::Setup(typed) = asked;
    if !shop.is_set_up_in_chat() {
        return Ok(());
    }
    let storefront = Storefront::of(&shop).await?;
    let voice = Voice { lang: group.lang(), shop: &storefront };
    let state = shop.setup_state().await?;
    let say = |text: &str| voice.say(text);
    let told = match person(&message) {
        Some(user) if !typed.trim().is_empty() => {
            match judge(&typed, user, &message, &bot, &shop, &group, state).await? {
                None => return welcome(&message, &bot, &me, &shop, &group, voice).await,
                Some(refusal) => say(refusal),
            }
        }
        // Nobody has to know that there is a staff group already.
        _ if state.group.is_some() => return Ok(()),
        Some(_) => say("setup-hint"),
        None => say("setup-anonymous"),
    };
    reply(&bot, &message, &told).await
}

/// A person, and not an administrator who hides behind the group.
fn person(message: &Message) -> Option<&User> {
    message.from.as_ref().filter(|_| message.sender_chat.is_none())
}

/// Makes the group the staff's; or tells why not.
async fn judge(
    typed: &str,
    user: &User,
    message: &Message,
    bot: &Bot,
    shop: &Shop,
    group: &StaffGroup,
    state: SetupState,
) -> Result<Option<&'static str>, Trouble> {
    let id = i64::try_from(user.id.0).unwrap_or_default();
    if !shop.may_try_code(id).await? {
        tracing::warn!(user = id, "too many codes were tried");
        return Ok(Some("setup-too-often"));
    }
    if !SetupCode::of(bot, state.generation).is(typed) {
        tracing::warn!(user = id, "a wrong code was tried");
        return Ok(Some("setup-wrong"));
    }
    if state.group.is_some() {
        let colleague = group.colleague(bot, user).await?;
        if colleague.as_ref().map(Colleague::role) != Some(Role::Owner) {
            return Ok(Some("setup-not-owner"));
        }
    }
    let member = call::<ChatMember>(bot, bot.get_chat_member(message.chat.id, user.id)).await?;
    if !member.is_privileged() {
        return Ok(Some("setup-not-admin"));
    }
    let actor = Actor::Staff(id, user.full_name());
    let chosen = shop.set_up(state, ChatId(message.chat.id.0), actor).await?;
    Ok((!chosen).then_some("setup-wrong"))
}

async fn welcome(
    message: &Message,
    bot: &Bot,
    me: &Me,
    shop: &Shop,
    group: &StaffGroup,
    voice: Voice<'_>,
) -> Outcome {
    tracing::info!(chat = message.chat.id.0, "the staff have a group");
    group.forget_place().await;
    if let Err(error) = register_staff(bot, ChatId(message.chat.id.0), group.lang()).await {
        tracing::warn!(%error, "the menu of commands was not set");
    }
    let text = voice.tell("setup-done", [("shop", voice.shop.settings.name.as_str().into())]);
    let text = text.paragraph(missing(message, bot, me, voice).await?);
    reply(bot, message, &text.paragraph(topics::make(message, bot, shop, voice).await?)).await
}

/// `/setup` in the staff group.
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let voice = hand.voice();
    let text = voice.say("setup-is").paragraph(missing(message, &hand.bot, &hand.me, voice).await?);
    let made = topics::make(message, &hand.bot, &hand.shop, voice).await?;
    reply(&hand.bot, message, &text.paragraph(made)).await
}

/// What the bot cannot do in the group, and how to mend it; empty if nothing is missing.
async fn missing(message: &Message, bot: &Bot, me: &Me, voice: Voice<'_>) -> Result<Html, Trouble> {
    let own: ChatMember =
        call(bot, bot.get_chat_member(types::ChatId(message.chat.id.0), UserId(me.id.0))).await?;
    Ok(if own.is_privileged() { Html::default() } else { voice.say("setup-bot-not-admin") })
}
