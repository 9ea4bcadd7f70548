//! `/customer`: who somebody is, what they ordered last, and whether the shop serves them.

use super::order_card::{no_shows, status_word};
use super::payload::{StaffButton, encode};
use super::prompt::{self, Question};
use super::{Card, Hand, letters, patron_credit, person};
use crate::domain::{Bounded, CreditChange, Customer, CustomerId, UpdateId};
use crate::repository::StoreError;
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, InlineKeyboardButton, Message};

/// Orders on a card.
const LATEST: u32 = 5;

/// What is answered to take a note away.
const NOTHING: &str = "-";

/// What the buttons of a customer's card do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum PatronDeed {
    /// Ask whether they are really to be served no longer.
    AskBan,
    /// Serve them no longer.
    Ban,
    /// Serve them again.
    Unban,
    /// Ask what colleagues should know.
    Note,
    /// Ask how much store credit they are given.
    Give,
    /// Ask how much of it is taken away.
    Take,
    /// Show what changed it.
    Ledger,
    /// What they did not collect counts no more.
    ClearNoShows,
    /// Back to the card.
    Back,
}

impl PatronDeed {
    /// Every deed.
    pub(super) const ALL: [Self; 9] = [
        Self::AskBan,
        Self::Ban,
        Self::Unban,
        Self::Note,
        Self::Give,
        Self::Take,
        Self::Ledger,
        Self::ClearNoShows,
        Self::Back,
    ];

    /// The word in a payload, for ever.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::AskBan => "ask-ban",
            Self::Ban => "ban",
            Self::Unban => "unban",
            Self::Note => "note",
            Self::Give => "give",
            Self::Take => "take",
            Self::Ledger => "credit",
            Self::ClearNoShows => "clear",
            Self::Back => "back",
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }
}

/// What is asked about a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum PatronQuestion {
    /// What should colleagues know?
    Note,
    /// How much store credit are they given, and why? The update that asked is its key.
    Give(UpdateId),
    /// How much of it is taken away, and why?
    Take(UpdateId),
}

impl PatronQuestion {
    /// As the link of the question carries it.
    pub(super) fn words(self, id: CustomerId) -> String {
        match self {
            Self::Note => format!("cn-{id}"),
            Self::Give(asked) => format!("kg-{id}-{asked}"),
            Self::Take(asked) => format!("kt-{id}-{asked}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str, about: &str) -> Option<(CustomerId, Self)> {
        let id = |text: &str| text.parse().ok().map(CustomerId);
        if word == "cn" {
            return Some((id(about)?, Self::Note));
        }
        let question = match word {
            "kg" => Self::Give,
            "kt" => Self::Take,
            _ => return None,
        };
        let (customer, asked) = about.split_once('-')?;
        Some((id(customer)?, question(UpdateId(asked.parse().ok()?))))
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Note => ("staff-ask-patron-note", "staff-ask-note-hint"),
            Self::Give(_) => ("staff-ask-give", "staff-ask-give-hint"),
            Self::Take(_) => ("staff-ask-take", "staff-ask-take-hint"),
        }
    }
}

/// `/customer @name`, `/customer +49 30 123456`, `/customer 123456789`.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    if typed.is_empty() {
        return hand.say(message, "staff-patron-hint").await;
    }
    let Some(customer) = hand.shop.look_up_customer(typed).await? else {
        return hand.say(message, "staff-patron-none").await;
    };
    let drawn = card(&hand.shop, &customer, hand.voice()).await?;
    hand.post(message, drawn).await
}

/// A button of the card was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, id: CustomerId, deed: PatronDeed) -> Outcome {
    let asked = hand.update.id;
    match deed {
        PatronDeed::Ban => ban(hand, press, id, true).await?,
        PatronDeed::Unban => ban(hand, press, id, false).await?,
        PatronDeed::ClearNoShows => clear_no_shows(hand, press, id).await?,
        PatronDeed::Note => return ask(hand, press, id, PatronQuestion::Note).await,
        PatronDeed::Give => return ask(hand, press, id, PatronQuestion::Give(asked)).await,
        PatronDeed::Take => return ask(hand, press, id, PatronQuestion::Take(asked)).await,
        PatronDeed::Ledger => return patron_credit::show(hand, press, id).await,
        PatronDeed::AskBan | PatronDeed::Back => hand.release(press).await,
    }
    let Some(customer) = hand.shop.customer(id).await? else { return Ok(()) };
    let drawn = card(&hand.shop, &customer, hand.voice()).await?;
    let drawn = match deed {
        PatronDeed::AskBan => drawn.with_rows(really(id, hand.voice())),
        _ => drawn,
    };
    hand.show(press, drawn).await
}

async fn ask(hand: &Hand, press: &CallbackQuery, id: CustomerId, question: PatronQuestion) -> Outcome {
    hand.release(press).await;
    let Some(customer) = hand.shop.customer(id).await? else { return Ok(()) };
    let Some(card) = &press.message else { return Ok(()) };
    let place = (card.chat().id, card.id());
    prompt::ask(hand, place, Question::Patron(id, question), customer.name.as_str()).await
}

/// Serves somebody no longer, or again.
async fn ban(hand: &Hand, press: &CallbackQuery, id: CustomerId, banned: bool) -> Outcome {
    let done = hand.shop.set_banned(id, banned, hand.colleague.actor()).await?;
    let text = match (done, banned) {
        (false, _) => "staff-done-already",
        (true, true) => "staff-patron-banned",
        (true, false) => "staff-patron-served",
    };
    hand.toast(press, text).await;
    Ok(())
}

async fn clear_no_shows(hand: &Hand, press: &CallbackQuery, id: CustomerId) -> Outcome {
    let done = hand.shop.clear_no_shows(id, hand.colleague.actor()).await?;
    hand.toast(press, if done { "staff-no-shows-cleared" } else { "staff-done-already" }).await;
    Ok(())
}

/// Somebody answered what was asked about a customer.
pub(super) async fn answered(
    hand: &Hand,
    message: &Message,
    id: CustomerId,
    question: PatronQuestion,
) -> Outcome {
    match question {
        PatronQuestion::Note => note(hand, message, id).await,
        PatronQuestion::Give(asked) => {
            patron_credit::answered(hand, message, id, CreditChange::Given, asked).await
        }
        PatronQuestion::Take(asked) => {
            patron_credit::answered(hand, message, id, CreditChange::Taken, asked).await
        }
    }
}

/// The same words again change nothing, and are as good as noted.
async fn note(hand: &Hand, message: &Message, id: CustomerId) -> Outcome {
    let Some(words) = prompt::words(hand, message).await? else { return Ok(()) };
    let note = Some(words.as_str()).filter(|words| *words != NOTHING);
    if hand.shop.customer(id).await?.is_none() {
        return hand.say(message, "staff-patron-none").await;
    }
    hand.shop.annotate_customer(id, note, hand.colleague.actor()).await?;
    hand.thumb_up(message).await
}

/// Draws the card.
pub(super) async fn card(shop: &Shop, customer: &Customer, voice: Voice<'_>) -> Result<Card, StoreError> {
    let latest = shop.orders(customer.id, 0, LATEST).await?;
    let who = person(customer.id.0, customer.name.as_str(), customer.username.as_deref());
    let lang = customer.lang.code().to_uppercase();
    let mut about = vec![
        voice.tell("staff-customer", [("who", who.into()), ("lang", lang.into())]),
        voice.tell("staff-patron-id", [("id", customer.id.to_string().into())]),
    ];
    let phone = customer.phone.as_ref();
    about.extend(phone.map(|phone| voice.tell("staff-phone", [("phone", phone.as_str().into())])));
    about.push(voice.tell("staff-patron-credit", [("sum", voice.money(customer.balance).into())]));
    if customer.banned {
        about.push(voice.say("staff-patron-banned"));
    }
    about.extend(no_shows(customer.no_shows, voice));
    let note = shop.customer_note(customer.id).await?;
    about.extend(note.map(|note| voice.tell("staff-card-note", [("note", note.into())])));
    let orders = latest.items.iter().map(|order| {
        voice.tell(
            "staff-patron-order",
            [
                ("status", voice.label(status_word(order.status)).into()),
                ("number", order.number.to_string().into()),
                ("sum", amount(voice.lang, order.total, order.currency).into()),
                ("at", voice.moment(order.placed_at).into()),
            ],
        )
    });
    let orders: Vec<_> = orders.collect();
    let orders = if orders.is_empty() { vec![voice.say("staff-orders-none")] } else { orders };
    let text = Html::lines(about).paragraph(voice.say("staff-patron-orders").line(Html::lines(orders)));
    let (label, deed) = match customer.banned {
        true => ("staff-patron-unban", PatronDeed::Unban),
        false => ("staff-patron-ban", PatronDeed::AskBan),
    };
    let row = |buttons: [(&str, PatronDeed); 2]| {
        buttons.map(|(label, deed)| button(voice, customer.id, label, deed)).to_vec()
    };
    let mut rows = vec![
        row([("staff-patron-give", PatronDeed::Give), ("staff-patron-take", PatronDeed::Take)]),
        row([("staff-patron-ledger", PatronDeed::Ledger), ("staff-annotate", PatronDeed::Note)]),
        vec![letters::key(voice, customer.id), button(voice, customer.id, label, deed)],
    ];
    if customer.no_shows > 0 {
        rows.push(vec![button(voice, customer.id, "staff-clear-no-shows", PatronDeed::ClearNoShows)]);
    }
    Ok(Card::new(text, rows))
}

/// Are they really to be served no longer?
fn really(id: CustomerId, voice: Voice<'_>) -> [[InlineKeyboardButton; 1]; 2] {
    [
        [button(voice, id, "staff-patron-ban-really", PatronDeed::Ban)],
        [button(voice, id, "staff-back", PatronDeed::Back)],
    ]
}

pub(super) fn button(
    voice: Voice<'_>,
    id: CustomerId,
    label: &str,
    deed: PatronDeed,
) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(voice.label(label), encode(&StaffButton::Patron(id, deed)))
}
