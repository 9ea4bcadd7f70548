//! `/customer`: who somebody is, what they ordered last, and whether the shop serves them.

use super::card::status_word;
use super::payload::{StaffButton, encode};
use super::prompt::{self, Question};
use super::{Card, Hand, person};
use crate::domain::{Bounded, Customer, CustomerId, Money};
use crate::repository::StoreError;
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message};

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
    /// Back to the card.
    Back,
}

impl PatronDeed {
    /// Every deed.
    pub(super) const ALL: [Self; 5] = [Self::AskBan, Self::Ban, Self::Unban, Self::Note, Self::Back];

    /// The word in a payload, for ever.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::AskBan => "ask-ban",
            Self::Ban => "ban",
            Self::Unban => "unban",
            Self::Note => "note",
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
}

impl PatronQuestion {
    /// Every question.
    #[cfg(test)]
    pub(super) const ALL: [Self; 1] = [Self::Note];

    /// The word in the link of a question, for ever.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Note => "cn",
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        (word == Self::Note.word()).then_some(Self::Note)
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Note => ("staff-ask-patron-note", "staff-ask-note-hint"),
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
    match deed {
        PatronDeed::Ban => ban(hand, press, id, true).await?,
        PatronDeed::Unban => ban(hand, press, id, false).await?,
        PatronDeed::AskBan | PatronDeed::Note | PatronDeed::Back => hand.release(press).await,
    }
    let Some(customer) = hand.shop.customer(id).await? else { return Ok(()) };
    match (deed, &press.message) {
        (PatronDeed::Note, Some(card)) => {
            let (place, question) = ((card.chat().id, card.id()), Question::Patron(id, PatronQuestion::Note));
            prompt::ask(hand, place, question, customer.name.as_str()).await
        }
        _ => {
            let mut drawn = card(&hand.shop, &customer, hand.voice()).await?;
            if deed == PatronDeed::AskBan {
                drawn.keyboard = really(id, hand.voice());
            }
            hand.show(press, drawn).await
        }
    }
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

/// Somebody answered what colleagues should know. The same words again change nothing, and are as good as noted.
pub(super) async fn answered(
    hand: &Hand,
    message: &Message,
    id: CustomerId,
    question: PatronQuestion,
) -> Outcome {
    let PatronQuestion::Note = question;
    let Some(words) = prompt::words(hand, message).await? else { return Ok(()) };
    let note = Some(words.as_str()).filter(|words| *words != NOTHING);
    if hand.shop.customer(id).await?.is_none() {
        return hand.say(message, "staff-patron-none").await;
    }
    hand.shop.annotate_customer(id, note, hand.colleague.actor()).await?;
    hand.thumb_up(message).await
}

async fn card(shop: &Shop, customer: &Customer, voice: Voice<'_>) -> Result<Card, StoreError> {
    let latest = shop.orders(customer.id, 0, LATEST).await?;
    let who = person(customer.id.0, customer.name.as_str(), customer.username.as_deref());
    let lang = customer.lang.code().to_uppercase();
    let mut about = vec![
        voice.tell("staff-customer", [("who", who.into()), ("lang", lang.into())]),
        voice.tell("staff-patron-id", [("id", customer.id.to_string().into())]),
    ];
    let phone = customer.phone.as_ref();
    about.extend(phone.map(|phone| voice.tell("staff-phone", [("phone", phone.as_str().into())])));
    if customer.balance > Money::ZERO {
        about.push(voice.tell("staff-patron-credit", [("sum", voice.money(customer.balance).into())]));
    }
    if customer.banned {
        about.push(voice.say("staff-patron-banned"));
    }
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
    let note = button(voice, customer.id, "staff-annotate", PatronDeed::Note);
    let row = [note, button(voice, customer.id, label, deed)];
    Ok(Card { text: text.cut(4096).to_string(), keyboard: InlineKeyboardMarkup::new([row]) })
}

/// Are they really to be served no longer?
fn really(id: CustomerId, voice: Voice<'_>) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([
        [button(voice, id, "staff-patron-ban-really", PatronDeed::Ban)],
        [button(voice, id, "staff-back", PatronDeed::Back)],
    ])
}

fn button(voice: Voice<'_>, id: CustomerId, label: &str, deed: PatronDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(voice.label(label), encode(&StaffButton::Patron(id, deed)))
}
