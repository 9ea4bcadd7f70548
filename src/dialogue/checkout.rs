//! The checkout: a draft that is filled, question by question, until it can be confirmed.

use super::{Ask, Browse, Part, Place, Pricing, Redeeming, Remark, State, Step, Using};
use crate::domain::{
    self, Bounded, Destination, Fulfilment, Known, OrderId, PersonName, Placement, Placing, PromoCode, Quote,
    Seen,
};
use phonenumber::country;
use serde::{Deserialize, Serialize};

/// What is known of an order so far. Asks for the first thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    order: OrderId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<PersonName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<domain::Phone>,
    can_pick_up: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pickup: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<Destination>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<domain::Note>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promo: Option<PromoCode>,
    asked_note: bool,
    asked_promo: bool,
}

impl Draft {
    pub(super) fn begin(order: OrderId, known: Known, promo: Option<PromoCode>) -> Self {
        Self {
            order,
            name: known.name,
            phone: known.phone,
            can_pick_up: known.pickup,
            pickup: (!known.pickup).then_some(false),
            address: None,
            note: None,
            asked_promo: promo.is_some(),
            promo,
            asked_note: false,
        }
    }

    /// The order this draft becomes.
    #[must_use]
    pub const fn order(&self) -> OrderId {
        self.order
    }

    /// The name, once known.
    #[must_use]
    pub const fn name(&self) -> Option<&PersonName> {
        self.name.as_ref()
    }

    /// The phone number, once known.
    #[must_use]
    pub const fn phone(&self) -> Option<&domain::Phone> {
        self.phone.as_ref()
    }

    /// True unless the customer will come for it.
    #[must_use]
    pub const fn is_delivery(&self) -> bool {
        !matches!(self.pickup, Some(true))
    }

    /// True if the customer may choose between delivery and pickup.
    #[must_use]
    pub const fn can_pick_up(&self) -> bool {
        self.can_pick_up
    }

    /// Where to, once known.
    #[must_use]
    pub const fn address(&self) -> Option<&Destination> {
        self.address.as_ref()
    }

    /// The note to the shop.
    #[must_use]
    pub const fn note(&self) -> Option<&domain::Note> {
        self.note.as_ref()
    }

    /// The promo code.
    #[must_use]
    pub const fn promo(&self) -> Option<&PromoCode> {
        self.promo.as_ref()
    }

    pub(super) fn with_address(mut self, address: Destination) -> Self {
        self.address = Some(address);
        self
    }

    pub(super) fn with_promo(mut self, promo: Option<PromoCode>) -> Self {
        self.asked_promo = true;
        self.promo = promo;
        self
    }

    /// The first question that is still open; the summary if there is none.
    pub(super) fn next(self) -> Step {
        if self.name.is_none() {
            return Step::at(Name(self));
        }
        if self.phone.is_none() {
            return Step::at(Phone(self));
        }
        if self.pickup.is_none() {
            return Step::at(Method(self));
        }
        if self.is_delivery() && self.address.is_none() {
            return Step::at(Address(self));
        }
        if !self.asked_note {
            return Step::at(Note(self));
        }
        if !self.asked_promo {
            return Step::at(Promo(self));
        }
        Step::Ask(Ask::Price(Pricing(self)))
    }

    pub(super) fn priced(mut self, quote: &Quote) -> Step {
        if let Some(refusal) = quote.nothing_to_order() {
            return Step::say(Browse::to(Place::Cart, self.promo), Remark::Checkout(refusal));
        }
        if let Some(refusal) = quote.refused {
            self.promo = None;
            self.asked_promo = false;
            return Step::say(Promo(self), Remark::Promo(refusal));
        }
        Step::at(Confirm { draft: self, seen: quote.seen() })
    }

    /// One question back; from the first one, back to the cart. A part that was changed from the summary leads
    /// back there, unchanged.
    pub(super) fn back_from(mut self, part: Part) -> Step {
        match part {
            Part::Promo if self.asked_promo => self.next(),
            Part::Note if self.asked_note => self.next(),
            Part::Promo => {
                self.asked_note = false;
                Step::at(Note(self))
            }
            Part::Note if self.is_delivery() => {
                self.address = None;
                Step::at(Address(self))
            }
            Part::Note => Step::at(Method(self.without_method())),
            Part::Delivery if self.can_pick_up && self.pickup.is_some() => {
                Step::at(Method(self.without_method()))
            }
            Part::Delivery | Part::Phone | Part::Name => Step::at(Browse::to(Place::Cart, self.promo)),
        }
    }

    pub(super) fn back_from_summary(mut self) -> Step {
        self.asked_promo = false;
        Step::at(Promo(self))
    }

    fn without_method(mut self) -> Self {
        self.pickup = (!self.can_pick_up).then_some(false);
        self.address = None;
        self
    }

    pub(super) fn change(self, part: Part) -> Step {
        match part {
            Part::Name => Step::at(Name(self)),
            Part::Phone => Step::at(Phone(self)),
            Part::Delivery => self.without_method().next(),
            Part::Note => Step::at(Note(self)),
            Part::Promo => Step::at(Promo(self)),
        }
    }

    pub(super) fn leave(self) -> Step {
        Step::say(Browse::to(Place::Cart, self.promo), Remark::CheckoutLeft)
    }

    pub(super) fn into_promo(self) -> Option<PromoCode> {
        self.promo
    }
}

macro_rules! question {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub(super) Draft);

        impl $name {
            /// What is known so far.
            #[must_use]
            pub const fn draft(&self) -> &Draft {
                &self.0
            }
        }

        impl From<$name> for State {
            fn from(state: $name) -> Self {
                Self::$name(state)
            }
        }
    };
}

question!(
    /// Waiting for the name.
    Name
);
question!(
    /// Waiting for the phone number.
    Phone
);
question!(
    /// Waiting for "delivery" or "pickup".
    Method
);
question!(
    /// Waiting for the address.
    Address
);
question!(
    /// Waiting for the note to the shop.
    Note
);
question!(
    /// Waiting for the promo code.
    Promo
);

impl Name {
    pub(super) fn typed(mut self, text: &str) -> Step {
        match PersonName::parse(text) {
            Ok(name) => {
                self.0.name = Some(name);
                self.0.next()
            }
            Err(invalid) => Step::say(self, Remark::Invalid(invalid)),
        }
    }
}

impl Phone {
    pub(super) fn typed(mut self, text: &str, country: country::Id) -> Step {
        match domain::Phone::parse(text, country) {
            Ok(phone) => {
                self.0.phone = Some(phone);
                self.0.next()
            }
            Err(invalid) => Step::say(self, Remark::Invalid(invalid)),
        }
    }
}

impl Method {
    pub(super) fn chosen(mut self, pickup: bool) -> Step {
        self.0.pickup = Some(pickup);
        self.0.next()
    }
}

impl Address {
    pub(super) fn typed(self, text: &str) -> Step {
        match domain::Address::parse(text) {
            Ok(address) => self.0.with_address(Destination { address, point: None }).next(),
            Err(invalid) => Step::say(self, Remark::Invalid(invalid)),
        }
    }

    pub(super) fn shared(self, destination: Destination) -> Step {
        self.0.with_address(destination).next()
    }

    pub(super) fn saved(self, address: i64) -> Step {
        Step::Ask(Ask::Use(Using { draft: self.0, address }))
    }
}

impl Note {
    pub(super) fn typed(self, text: &str) -> Step {
        match domain::Note::parse(text) {
            Ok(note) => self.given(Some(note)),
            Err(invalid) => Step::say(self, Remark::Invalid(invalid)),
        }
    }

    pub(super) fn given(mut self, note: Option<domain::Note>) -> Step {
        self.0.note = note;
        self.0.asked_note = true;
        self.0.next()
    }
}

impl Promo {
    pub(super) fn typed(self, text: &str) -> Step {
        match PromoCode::parse(text) {
            Ok(code) => Step::Ask(Ask::Redeem(Redeeming { draft: self.0, code })),
            Err(_) => Step::say(self, Remark::NotACode),
        }
    }

    pub(super) fn skip(self) -> Step {
        self.0.with_promo(None).next()
    }
}

/// Everything is known; the customer sees the summary and may confirm it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirm {
    draft: Draft,
    seen: Seen,
}

impl Confirm {
    /// The order as it will be placed.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The figures on the screen.
    #[must_use]
    pub const fn seen(&self) -> &Seen {
        &self.seen
    }

    pub(super) fn into_draft(self) -> Draft {
        self.draft
    }

    pub(super) fn press(self) -> Step {
        Step::Ask(Ask::Place(Ordering(self)))
    }

    pub(super) fn placing(&self) -> Placing {
        let draft = self.draft.clone();
        let fulfilment = match draft.address {
            Some(destination) if draft.pickup == Some(false) => Fulfilment::Delivery(destination),
            Some(_) | None => Fulfilment::Pickup,
        };
        Placing {
            order: draft.order,
            name: draft.name.expect("the summary comes after the name"),
            phone: draft.phone.expect("the summary comes after the phone number"),
            fulfilment,
            note: draft.note,
            promo: draft.promo,
            seen: self.seen.clone(),
        }
    }

    pub(super) fn placed(mut self, answer: Placement) -> Step {
        match answer {
            Placement::Placed(order, _) => Step::at(Browse::to(Place::Placed(order), None)),
            Placement::Changed(quote, changes) => {
                if quote.refused.is_some() {
                    self.draft.promo = None;
                }
                self.seen = quote.seen();
                Step::say(self, Remark::Changed(changes))
            }
            Placement::Refused(refusal) => {
                Step::say(Browse::to(Place::Cart, self.draft.promo), Remark::Checkout(refusal))
            }
        }
    }
}

impl From<Confirm> for State {
    fn from(confirm: Confirm) -> Self {
        Self::Confirm(confirm)
    }
}

/// Placing the order the customer confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordering(Confirm);

impl Ordering {
    pub(super) const fn confirm(&self) -> &Confirm {
        &self.0
    }

    pub(super) fn into_confirm(self) -> Confirm {
        self.0
    }
}
