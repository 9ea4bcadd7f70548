//! The table: every state meets every event here. What is not wanted is answered here too, and only here.

use super::ask::{Effect, Target};
use super::{
    Amending, Answerless, Ask, Browse, Button, Cancelling, Command, DeepLink, Event, Finding, Input, Name,
    NewName, NewPhone, Opening, Part, Phone, Place, Quantity, Remark, Reordering, Starting, State, Step,
    SupportMessage,
};
use crate::domain::{OrderId, PromoCode, SkuId, UpdateId};
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

fn on_press(state: State, button: Button, update: UpdateId, fresh: OrderId) -> Step {
    match button {
        // Places: from everywhere.
        Button::Home => go(state, Place::Home),
        Button::Catalog => go(state, Place::Catalog),
        Button::Category(category, page) => go(state, Place::Category(category, page)),
        Button::Cart => go(state, Place::Cart),
        Button::Orders(page) => go(state, Place::Orders(page)),
        Button::Order(order) => go(state, Place::Order(order)),
        Button::CancelOrder(order) => go(state, Place::CancelOrder(order)),
        Button::Profile => go(state, Place::Profile),
        Button::Languages => go(state, Place::Languages),
        Button::Notifications => go(state, Place::Notifications),
        Button::Help => go(state, Place::Help),
        Button::DeleteMe => go(state, Place::DeleteMe),
        Button::Results(page) => match state.words() {
            Some(words) => go(state, Place::Results(words, page)),
            None => Step::say(state, Remark::Stale),
        },
        // The catalogue and the cart.
        Button::Product(product) => open(Target::Product(product), update, state.into_promo()),
        Button::Picture(product, number) => {
            if let State::Quantity(card) = &state
                && card.product() == product
            {
                Step::at(card.clone().showing(number))
            } else {
                go(state, Place::Picture(product, number))
            }
        }
        Button::Sku(sku) => open(Target::Sku(sku), update, state.into_promo()),
        Button::Pieces(sku, quantity, key) => match state.card(sku) {
            Ok(card) => card.keyed(key).pieces(quantity),
            Err(state) => open(Target::Sku(sku), update, state.into_promo()),
        },
        // Honoured wherever the customer is by now: the key of the card lets it count once.
        Button::Add(sku, quantity, key) => match state.card(sku) {
            Ok(card) => card.keyed(key).add(quantity),
            Err(state) => {
                let (target, promo) = (Target::Sku(sku), state.into_promo());
                Step::Ask(Ask::Open(Opening { target, key, promo, add: Some(quantity) }))
            }
        },
        Button::Line(sku, quantity) => {
            let cart = Browse::to(Place::Cart, state.into_promo());
            Answerless::then(Effect::SetLine(sku, quantity), cart, None)
        }
        Button::EmptyCart => {
            let cart = Browse::to(Place::Cart, state.into_promo());
            Answerless::then(Effect::EmptyCart, cart, Remark::CartEmptied)
        }
        // The checkout: only where its question is open.
        Button::Checkout => Step::Ask(Ask::Start(Starting { order: fresh, promo: state.into_promo() })),
        Button::Keep => keep(state),
        Button::Delivery => {
            if let State::Method(at) = state {
                at.chosen(false)
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::Pickup => {
            if let State::Method(at) = state {
                at.chosen(true)
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::SavedAddress(address) => {
            if let State::Address(at) = state {
                at.saved(address)
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::Zone(zone) => {
            if let State::Zone(at) = state {
                at.chosen(zone)
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::NoZone => {
            if let State::Zone(at) = state {
                at.elsewhere()
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::Time(slot) => {
            if let State::Time(at) = state {
                at.chosen(slot)
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::Skip => skip(state),
        Button::Back => back(state),
        Button::Change(part) => {
            if let State::Confirm(at) = state {
                at.into_draft().change(part)
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::UseCredit(is_used) => {
            if let State::Confirm(at) = state {
                at.into_draft().with_credit(is_used).next()
            } else {
                Step::say(state, Remark::Stale)
            }
        }
        Button::Confirm(order) => confirm(state, order),
        // My orders.
        Button::CancelOrderYes(order) => Step::Ask(Ask::Cancel(Cancelling(order))),
        Button::AnswerChange(amendment, agrees) => Step::Ask(Ask::Amend(Amending { amendment, agrees })),
        Button::Reorder(order) => Step::Ask(Ask::Reorder(Reordering(order))),
        // My profile, the shop's ear.
        Button::EditName => Step::at(State::NewName(NewName::open(state.into_promo()))),
        Button::EditPhone => Step::at(State::NewPhone(NewPhone::open(state.into_promo()))),
        Button::RemoveAddress(address) => {
            let profile = Browse::to(Place::Profile, state.into_promo());
            Answerless::then(Effect::RemoveAddress(address), profile, Remark::Saved)
        }
        Button::Language(lang) => {
            let home = Browse::to(Place::Home, state.into_promo());
            Answerless::then(Effect::SetLang(lang), home, Remark::LanguageSet)
        }
        // It stands under every broadcast, and whoever presses it may be in the middle of something.
        Button::SetBroadcasts(wanted) => {
            Answerless::then(Effect::SetBroadcasts(wanted), state, Remark::Broadcasts(wanted))
        }
        Button::TellMe(product) => {
            let card = Browse::to(Place::Product(product), state.into_promo());
            Answerless::then(Effect::TellWhenBack(product), card, Remark::WillTell)
        }
        Button::Support => Step::at(State::Support(SupportMessage::open(state.into_promo()))),
        Button::DeleteMeYes => Answerless::then(Effect::Forget, Browse::default(), Remark::Forgotten),
        Button::Label => Step::at(state),
    }
}

fn go(state: State, place: Place) -> Step {
    let left = state.is_checkout() && place != Place::Cart;
    let browse = Browse::to(place, state.into_promo());
    Step::Wait(browse.into(), left.then_some(Remark::CheckoutLeft))
}

fn open(target: Target, key: UpdateId, promo: Option<PromoCode>) -> Step {
    Step::Ask(Ask::Open(Opening { target, key, promo, add: None }))
}

fn search(text: &str, browse: Browse) -> Step {
    let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(64).collect();
    if words.is_empty() {
        return Step::say(browse, Remark::Hint);
    }
    Step::at(Browse::to(Place::Results(words, 0), browse.promo().cloned()))
}

fn back(state: State) -> Step {
    match state {
        State::Name(at) if at.0.name().is_some() => at.0.next(),
        State::Phone(at) if at.0.phone().is_some() => at.0.next(),
        State::Name(at) => at.0.back_from(Part::Name),
        State::Phone(at) => at.0.back_from(Part::Phone),
        State::Method(at) => at.0.back_from(Part::Delivery),
        State::Address(at) => at.0.back_from(Part::Delivery),
        State::Zone(at) => at.0.back_to_address(),
        State::Time(at) => at.0.back_to_address(),
        State::Note(at) => at.0.back_from(Part::Note),
        State::Promo(at) => at.0.back_from(Part::Promo),
        State::Confirm(at) => at.into_draft().back_from_summary(),
        State::Quantity(card) => Step::at(Browse::to(Place::Product(card.product()), card.into_promo())),
        State::NewName(at) => Step::at(at.left()),
        State::NewPhone(at) => Step::at(at.left()),
        State::Support(at) => Step::at(at.left()),
        State::Browse(at) => Step::at(Browse::to(Place::Home, at.promo().cloned())),
    }
}

fn keep(state: State) -> Step {
    if let State::Name(Name(draft)) | State::Phone(Phone(draft)) = state {
        // Without a name or number to keep, `next` asks for it again.
        draft.next()
    } else {
        Step::say(state, Remark::Stale)
    }
}

fn skip(state: State) -> Step {
    if let State::Note(at) = state {
        at.given(None)
    } else if let State::Promo(at) = state {
        at.skip()
    } else {
        Step::say(state, Remark::Stale)
    }
}

/// A press on "Confirm" that does not fit the screen is an earlier one, resent: show what became of it.
fn confirm(state: State, order: OrderId) -> Step {
    if let State::Confirm(at) = &state
        && at.draft().order() == order
    {
        return at.clone().press();
    }
    Step::Ask(Ask::Find(Finding { order, otherwise: state }))
}

impl State {
    fn is_checkout(&self) -> bool {
        match self {
            Self::Name(_)
            | Self::Phone(_)
            | Self::Method(_)
            | Self::Address(_)
            | Self::Zone(_)
            | Self::Time(_)
            | Self::Note(_)
            | Self::Promo(_)
            | Self::Confirm(_) => true,
            Self::Browse(_) | Self::Quantity(_) | Self::NewName(_) | Self::NewPhone(_) | Self::Support(_) => {
                false
            }
        }
    }

    fn card(self, sku: SkuId) -> Result<Quantity, Box<Self>> {
        if let Self::Quantity(card) = self {
            if card.sku() == sku { Ok(card) } else { Err(Box::new(Self::Quantity(card))) }
        } else {
            Err(Box::new(self))
        }
    }

    /// The words of the search whose results are on the screen.
    fn words(&self) -> Option<String> {
        let Self::Browse(browse) = self else { return None };
        let Place::Results(words, _) = browse.place() else { return None };
        Some(words.clone())
    }

    /// The promo code that goes along, wherever the customer goes next.
    fn into_promo(self) -> Option<PromoCode> {
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
