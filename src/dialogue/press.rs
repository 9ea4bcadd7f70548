//! Every state meets every button here. One whose question is not open any more is stale.

use super::ask::{Effect, Target};
use super::step::open;
use super::{
    Amending, Answerless, Ask, Browse, Button, Cancelling, Finding, Name, NewName, NewPhone, Opening, Part,
    Phone, Place, Quantity, Remark, Reordering, Starting, State, Step, SupportMessage,
};
use crate::domain::{OrderId, SkuId, UpdateId};

/// `fresh` is the number of an order that begins with this press.
pub(super) fn on_press(state: State, button: Button, update: UpdateId, fresh: OrderId) -> Step {
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
}
