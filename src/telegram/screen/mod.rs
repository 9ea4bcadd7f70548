//! What a customer sees: a state, and a remark on top of it, drawn as text, picture and buttons.
//!
//! `load` reads what the screen of a state needs; `draw` is pure.

mod cart;
mod catalog;
mod checkout;
mod home;
mod load;
mod orders;
mod product;
mod profile;
mod remark;
mod time;
mod zone;

pub(super) use home::greeting;
pub(super) use load::{Loaded, load};

pub(super) use orders::{gist, reason_text};

use super::format::Voice;
use super::html::Html;
use super::texts::phrases;
use crate::dialogue::{Browse, Button, Place, Remark, State};
use crate::domain::{Customer, Lang};

/// A button: what it says, and what pressing it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    /// What it says.
    pub label: String,
    /// What pressing it means.
    pub button: Button,
}

/// What can be pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Keyboard {
    /// Rows of buttons under the message.
    Inline(Vec<Vec<Key>>),
    /// Instead of the letters: a button that shares the phone number, and words to tap.
    Contact(String, Vec<String>),
    /// Instead of the letters: a button that shares the location, and words to tap.
    Location(String, Vec<String>),
}

/// Everything that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Screen {
    /// The text.
    pub text: Html,
    /// The path or address of a picture above it.
    pub photo: Option<String>,
    /// What can be pressed.
    pub keyboard: Keyboard,
    /// True for what stays in the chat: it is never edited or removed.
    pub lasting: bool,
}

impl Screen {
    fn new(text: Html, rows: Vec<Vec<Key>>) -> Self {
        Self { text, photo: None, keyboard: Keyboard::Inline(rows), lasting: false }
    }

    fn with_photo(mut self, photo: Option<String>) -> Self {
        self.photo = photo;
        self
    }
}

/// Draws the screen of a state.
pub(super) fn draw(
    voice: Voice<'_>,
    customer: &Customer,
    state: &State,
    remark: Option<&Remark>,
    loaded: &Loaded,
) -> Screen {
    let screen = match state {
        State::Browse(browse) => draw_place(voice, customer, browse, loaded),
        State::Quantity(card) => product::quantity(voice, card, loaded),
        State::Name(at) => checkout::name(voice, at.draft()),
        State::Phone(at) => checkout::phone(voice, at.draft()),
        State::Method(at) => checkout::method(voice, at.draft()),
        State::Address(_) => checkout::address(voice, loaded),
        State::Zone(at) => zone::zone(voice, at.draft()),
        State::Time(_) => time::time(voice, loaded),
        State::Note(at) => checkout::note(voice, at.draft()),
        State::Promo(at) => checkout::promo(voice, at.draft()),
        State::Confirm(at) => checkout::confirm(voice, at, loaded),
        State::NewName(_) => profile::new_name(voice, customer),
        State::NewPhone(_) => profile::new_phone(voice),
        State::Support(_) => home::support(voice),
    };
    let said = remark.map(|remark| remark::say(voice, state, remark)).unwrap_or_default();
    let text = said.paragraph(screen.text);
    let text = if screen.photo.is_some() { text.cut_to_caption() } else { text.cut_to_message() };
    Screen { text, ..screen }
}

fn draw_place(voice: Voice<'_>, customer: &Customer, browse: &Browse, loaded: &Loaded) -> Screen {
    match browse.place() {
        Place::Home => home::home(voice, customer, loaded),
        Place::Catalog => catalog::top(voice, loaded),
        Place::Category(id, page) => catalog::category(voice, *id, *page, loaded),
        Place::Product(_) => product::card(voice, 0, loaded),
        Place::Picture(_, picture) => product::card(voice, *picture, loaded),
        Place::Results(words, _) => catalog::results(voice, words, loaded),
        Place::Cart => cart::cart(voice, loaded),
        Place::Placed(_) => orders::placed(voice, loaded),
        Place::Orders(_) => orders::list(voice, loaded),
        Place::Order(_) => orders::detail(voice, loaded),
        Place::CancelOrder(order) => orders::cancel(voice, *order, loaded),
        Place::Profile => profile::profile(voice, customer, loaded),
        Place::Languages => profile::languages(voice),
        Place::Notifications => profile::notifications(voice, customer),
        Place::Help => home::help(voice),
        Place::DeleteMe => profile::delete_me(voice, customer),
    }
}

/// The button that words on a keyboard instead of the letters stand for, in whatever language they were shown.
pub(super) fn reply_button(text: &str) -> Option<Button> {
    let stands_for = |id: &str| Lang::ALL.into_iter().any(|lang| phrases(lang).plain(id, &[]) == text);
    [("button-back", Button::Back), ("button-keep-phone", Button::Keep)]
        .into_iter()
        .find(|(id, _)| stands_for(id))
        .map(|(_, button)| button)
}

fn key(label: impl Into<String>, button: Button) -> Key {
    Key { label: label.into(), button }
}

impl Voice<'_> {
    /// A button with a text of the locale.
    fn key(&self, id: &str, button: Button) -> Key {
        key(self.label(id), button)
    }
}

/// Arrows around the number of the page; nothing where there is only one.
fn pager(number: u32, count: u32, to: impl Fn(u32) -> Button) -> Option<Vec<Key>> {
    (count > 1).then(|| {
        let before = if number > 0 { number - 1 } else { count - 1 };
        let after = if number + 1 < count { number + 1 } else { 0 };
        vec![
            key("‹", to(before)),
            key(format!("{} / {count}", number + 1), Button::Label),
            key("›", to(after)),
        ]
    })
}

#[cfg(test)]
mod gallery_roads;
#[cfg(test)]
pub(super) mod gallery_shop;
#[cfg(test)]
mod gallery_tests;
