//! The table: every state meets every event here, and every button in `press`. What is not wanted is answered here too,
//! and only here.

use super::ask::Target;
use super::press::on_press;
use super::{
    Ask, Browse, Command, DeepLink, Event, Input, Opening, Place, Remark, State, Step, SupportMessage,
};
use crate::domain::{OrderId, PromoCode, UpdateId};
use phonenumber::country;

/// Moves a conversation on. `country` is where phone numbers without a country code are from.
#[must_use]
pub fn step(state: State, input: Input, country: country::Id) -> Step {
    let Input { customer, update, event } = input;
    match event {
        Event::Command(command) => on_command(state, command, update),
        Event::Press(button) => on_press(state, button, update, OrderId::minted(customer, update)),
        Event::StalePress => Step::say(state, Remark::Stale),
        Event::Text { message, text } => match state {
            State::Browse(browse) => search(&text, browse),
            State::Quantity(card) => card.typed(&text),
            State::Name(name) => name.typed(&text),
            State::Phone(phone) => phone.typed(&text, country),
            State::Address(address) => address.typed(&text),
            State::Note(note) => note.typed(&text),
            State::Promo(promo) => promo.typed(&text),
            State::NewName(name) => name.typed(&text),
            State::NewPhone(phone) => phone.typed(&text, country),
            State::Support(at) => at.given(message, Some(text), None),
            state @ (State::Method(_) | State::Zone(_) | State::Time(_) | State::Confirm(_)) => {
                Step::say(state, Remark::Hint)
            }
        },
        Event::Contact { number, is_own } => {
            if let State::Phone(phone) = state {
                if is_own { phone.shared(&number, country) } else { phone.typed(&number, country) }
            } else if let State::NewPhone(phone) = state {
                if is_own { phone.shared(&number, country) } else { phone.typed(&number, country) }
            } else {
                Step::say(state, Remark::Hint)
            }
        }
        Event::Location(destination) => {
            if let State::Address(address) = state {
                address.shared(destination)
            } else if let State::Zone(zone) = state {
                zone.shared(destination)
            } else {
                Step::say(state, Remark::Hint)
            }
        }
        Event::Media { message, caption } => {
            if let State::Support(at) = state {
                at.given(message, None, caption)
            } else {
                Step::say(state, Remark::Hint)
            }
        }
        Event::Edited => Step::say(state, Remark::EditedIgnored),
    }
}

fn on_command(state: State, command: Command, update: UpdateId) -> Step {
    let go = |place| Step::at(Browse::to(place, state.clone().into_promo()));
    match command {
        Command::Start(None) => go(Place::Home),
        Command::Start(Some(DeepLink::Product(product))) => {
            open(Target::Product(product), update, state.into_promo())
        }
        Command::Start(Some(DeepLink::Promo(code))) => {
            Step::say(Browse::to(Place::Home, Some(code.clone())), Remark::PromoKept(code))
        }
        Command::Start(Some(DeepLink::Order(order))) => go(Place::Order(order)),
        Command::Start(Some(DeepLink::Unknown)) => {
            Step::say(Browse::to(Place::Home, state.into_promo()), Remark::UnknownLink)
        }
        Command::Menu => go(Place::Catalog),
        Command::Cart => go(Place::Cart),
        Command::Orders => go(Place::Orders(0)),
        Command::Profile => go(Place::Profile),
        Command::Language => go(Place::Languages),
        Command::Notifications => go(Place::Notifications),
        Command::Help => go(Place::Help),
        Command::DeleteMe => go(Place::DeleteMe),
        Command::Support => Step::at(State::Support(SupportMessage::open(state.into_promo()))),
        Command::Cancel => cancel(state),
        Command::Unknown => Step::say(state, Remark::UnknownCommand),
    }
}

fn cancel(state: State) -> Step {
    match state {
        State::Browse(browse) => {
            Step::say(Browse::to(Place::Home, browse.promo().cloned()), Remark::NothingToCancel)
        }
        State::Quantity(card) => Step::at(Browse::to(Place::Product(card.product()), card.into_promo())),
        State::Name(at) => at.0.leave(),
        State::Phone(at) => at.0.leave(),
        State::Method(at) => at.0.leave(),
        State::Address(at) => at.0.leave(),
        State::Zone(at) => at.0.leave(),
        State::Time(at) => at.0.leave(),
        State::Note(at) => at.0.leave(),
        State::Promo(at) => at.0.leave(),
        State::Confirm(at) => at.into_draft().leave(),
        State::NewName(at) => Step::say(at.left(), Remark::Left),
        State::NewPhone(at) => Step::say(at.left(), Remark::Left),
        State::Support(at) => Step::say(at.left(), Remark::Left),
    }
}

pub(super) fn open(target: Target, key: UpdateId, promo: Option<PromoCode>) -> Step {
    Step::Ask(Ask::Open(Opening { target, key, promo, add: None }))
}

fn search(text: &str, browse: Browse) -> Step {
    let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(64).collect();
    if words.is_empty() {
        return Step::say(browse, Remark::Hint);
    }
    Step::at(Browse::to(Place::Results(words, 0), browse.promo().cloned()))
}

impl State {
    /// The promo code that goes along, wherever the customer goes next.
    pub(super) fn into_promo(self) -> Option<PromoCode> {
        match self {
            Self::Browse(at) => at.promo().cloned(),
            Self::Quantity(at) => at.into_promo(),
            Self::Name(at) => at.0.into_promo(),
            Self::Phone(at) => at.0.into_promo(),
            Self::Method(at) => at.0.into_promo(),
            Self::Address(at) => at.0.into_promo(),
            Self::Zone(at) => at.0.into_promo(),
            Self::Time(at) => at.0.into_promo(),
            Self::Note(at) => at.0.into_promo(),
            Self::Promo(at) => at.0.into_promo(),
            Self::Confirm(at) => at.into_draft().into_promo(),
            Self::NewName(at) => at.into_promo(),
            Self::NewPhone(at) => at.into_promo(),
            Self::Support(at) => at.into_promo(),
        }
    }
}
