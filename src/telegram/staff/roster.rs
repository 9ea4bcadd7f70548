//! `/staff`: who works here, and as what.

use super::payload::{StaffButton, encode};
use super::{Card, Hand, person};
use crate::domain::{Lang, Role, StaffMember, Standing};
use crate::repository::StoreError;
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use crate::telegram::texts::{Phrases, phrases};
use teloxide::types::{CallbackQuery, InlineKeyboardButton, Message};

/// People on the list. A keyboard holds 100 buttons.
const MOST: u32 = 60;

/// What the buttons of the list do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum RosterDeed {
    /// Show everybody.
    All,
    /// Show one person.
    Show(i64),
    /// Give a role; `None`: the one their place in the group brings.
    Give {
        /// To whom.
        person: i64,
        /// The role on the card: whoever presses has seen this one.
        seen: Option<Role>,
        /// The new one.
        role: Option<Role>,
    },
}

impl RosterDeed {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        let word = |role: Option<Role>| role.map_or("-", Role::as_str);
        match self {
            Self::All => "all".to_owned(),
            Self::Show(person) => person.to_string(),
            Self::Give { person, seen, role } => format!("{person}:{}:{}", word(seen), word(role)),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let role = |word: &str| match word {
            "-" => Some(None),
            word => Role::parse(word).map(Some),
        };
        match words {
            ["all"] => Some(Self::All),
            [person] => person.parse().ok().map(Self::Show),
            [person, seen, next] => {
                Some(Self::Give { person: person.parse().ok()?, seen: role(seen)?, role: role(next)? })
            }
            _ => None,
        }
    }
}

/// The name of a role.
pub(in crate::telegram) const fn role_text(role: Role) -> &'static str {
    match role {
        Role::Owner => "staff-role-owner",
        Role::Manager => "staff-role-manager",
        Role::Packer => "staff-role-packer",
        Role::Support => "staff-role-support",
        Role::Guest => "staff-role-guest",
    }
}

/// `/staff`, `/staff @name`, `/staff 123456`, or `/staff` as a reply to somebody.
pub(super) async fn command(hand: &Hand, message: &Message, about: &str) -> Outcome {
    let lang = hand.group.lang();
    let Some(asked) = asked(message, about, &hand.shop).await? else {
        return hand.post(message, list(&hand.shop.staff_members(MOST).await?, lang)).await;
    };
    let found = match asked {
        Some(person) => hand.group.look_up(&hand.bot, person).await?,
        None => None,
    };
    match found {
        Some(member) => hand.post(message, card(&member, lang)).await,
        None => hand.say(message, "staff-nobody").await,
    }
}

/// Who is asked about: `None` for everybody, `Some(None)` for somebody nobody has heard of.
async fn asked(message: &Message, about: &str, shop: &Shop) -> Result<Option<Option<i64>>, StoreError> {
    if let Some(name) = about.strip_prefix('@') {
        return Ok(Some(shop.person_named(name).await?));
    }
    if !about.is_empty() {
        return Ok(Some(about.parse().ok()));
    }
    let replied_to = message.reply_to_message().and_then(|original| original.from.as_ref());
    let somebody = replied_to.filter(|user| !user.is_bot);
    Ok(somebody.map(|user| i64::try_from(user.id.0).ok()))
}

/// A button of the list was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: RosterDeed) -> Outcome {
    let lang = hand.group.lang();
    let person = match deed {
        RosterDeed::All => {
            hand.release(press).await;
            return hand.show(press, list(&hand.shop.staff_members(MOST).await?, lang)).await;
        }
        RosterDeed::Show(person) => {
            hand.release(press).await;
            person
        }
        RosterDeed::Give { person, seen, role } => {
            give(hand, press, person, seen, role).await?;
            person
        }
    };
    match hand.shop.staff_member(person).await? {
        Some(member) => hand.show(press, card(&member, lang)).await,
        None => hand.show(press, list(&hand.shop.staff_members(MOST).await?, lang)).await,
    }
}

async fn give(
    hand: &Hand,
    press: &CallbackQuery,
    person: i64,
    seen: Option<Role>,
    role: Option<Role>,
) -> Outcome {
    // Whoever takes their own rights away by mistake could not give them back.
    if person == hand.colleague.id() {
        hand.toast(press, "staff-role-own").await;
        return Ok(());
    }
    let done = hand.shop.give_role(person, seen, role, hand.colleague.actor()).await?;
    hand.toast(press, if done { "staff-role-given" } else { "staff-role-overtaken" }).await;
    Ok(())
}

fn list(members: &[StaffMember], lang: Lang) -> Card {
    let texts = phrases(lang);
    let text = texts.html("staff-roster", &[]);
    let rows = members.iter().map(|member| {
        let label = format!("{} · {}", member.name, role_name(member, texts));
        vec![button(label, RosterDeed::Show(member.person))]
    });
    Card::new(text, rows)
}

fn role_name(member: &StaffMember, texts: &Phrases) -> String {
    match member.role() {
        Some(role) => texts.plain(role_text(role), &[]),
        None => texts.plain("staff-role-gone", &[]),
    }
}

fn card(member: &StaffMember, lang: Lang) -> Card {
    let texts = phrases(lang);
    let who = person(member.person, &member.name, member.username.as_deref());
    let why = match (member.standing, member.given) {
        (Some(Standing::Creator), _) => texts.html("staff-role-of-creator", &[]),
        (_, None) => texts.html("staff-role-of-standing", &[]),
        (_, Some(_)) => Html::default(),
    };
    let role = role_name(member, texts);
    let text = texts.html("staff-person", &[("who", who.into()), ("role", role.into())]).paragraph(why);
    let choice = |role: Option<Role>, label: &str| {
        let mark = if role == member.given { "✓ " } else { "" };
        let deed = RosterDeed::Give { person: member.person, seen: member.given, role };
        button(format!("{mark}{}", texts.plain(label, &[])), deed)
    };
    let mut rows: Vec<Vec<InlineKeyboardButton>> = Vec::new();
    if member.standing.is_some_and(|standing| standing != Standing::Creator) {
        let roles: Vec<_> = Role::ALL.map(|role| choice(Some(role), role_text(role))).into();
        rows.extend(roles.chunks(2).map(<[_]>::to_vec));
        rows.push(vec![choice(None, "staff-role-default")]);
    }
    rows.push(vec![button(texts.plain("staff-roster-back", &[]), RosterDeed::All)]);
    Card::new(text, rows)
}

fn button(label: String, deed: RosterDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, encode(&StaffButton::Roster(deed)))
}
