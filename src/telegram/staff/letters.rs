//! What a customer and the shop wrote to each other, from the card of the customer.

use super::patron::PatronDeed;
use super::payload::{StaffButton, encode};
use super::{Card, Hand};
use crate::domain::{Bounded, CustomerId, Letter};
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, InlineKeyboardButton};

/// Messages on a page, and characters of one: all of them fit into a message.
const PAGE: u32 = 8;
const WIDTH: usize = 400;

/// A page of the messages with a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) struct LettersView {
    /// With whom.
    pub customer: CustomerId,
    /// Those before this one; `None`: the newest.
    pub before: Option<i64>,
}

impl LettersView {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        format!("{}:{}", self.customer, self.before.unwrap_or_default())
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [customer, before] = words else { return None };
        let before: i64 = before.parse().ok()?;
        Some(Self { customer: CustomerId(customer.parse().ok()?), before: (before > 0).then_some(before) })
    }
}

/// The button that leads to the newest page.
pub(super) fn key(voice: Voice<'_>, customer: CustomerId) -> InlineKeyboardButton {
    let newest = StaffButton::Letters(LettersView { customer, before: None });
    InlineKeyboardButton::callback(voice.label("letters-open"), encode(&newest))
}

/// A page was asked for.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, view: LettersView) -> Outcome {
    hand.release(press).await;
    let Some(customer) = hand.shop.customer(view.customer).await? else { return Ok(()) };
    let mut letters = hand.shop.letters(view.customer, view.before, PAGE + 1).await?;
    let is_last = letters.len() <= PAGE as usize;
    letters.truncate(PAGE as usize);
    let voice = hand.voice();
    let name = customer.name.as_str();
    let lines = letters.iter().rev().map(|one| letter(one, name, voice));
    let lines = if letters.is_empty() {
        voice.say("letters-none")
    } else {
        lines.fold(Html::default(), Html::paragraph)
    };
    let text = voice.tell("letters", [("name", name.into())]).paragraph(lines);
    let button = |label: &str, before: Option<i64>| {
        let view = LettersView { before, ..view };
        InlineKeyboardButton::callback(voice.label(label), encode(&StaffButton::Letters(view)))
    };
    let newest = view.before.map(|_| button("staff-newest", None));
    let older = letters.last().filter(|_| !is_last).map(|last| button("staff-older", Some(last.id)));
    let back = encode(&StaffButton::Patron(view.customer, PatronDeed::Back));
    let back = InlineKeyboardButton::callback(voice.label("staff-back"), back);
    let rows = [newest.into_iter().chain(older).collect(), vec![back]];
    let rows = rows.into_iter().filter(|row: &Vec<_>| !row.is_empty());
    hand.show(press, Card::new(text, rows)).await
}

fn letter(letter: &Letter, customer: &str, voice: Voice<'_>) -> Html {
    let (head, who) = match &letter.author {
        Some(author) => ("letters-shop", author.as_str()),
        None => ("letters-customer", customer),
    };
    let head = voice.tell(head, [("who", who.into()), ("at", voice.short_moment(letter.at).into())]);
    let file = if letter.has_file { voice.say("letters-file") } else { Html::default() };
    let body = Html::escaped(letter.body.as_deref().unwrap_or_default()).cut(WIDTH);
    head.line(file).line(body)
}
