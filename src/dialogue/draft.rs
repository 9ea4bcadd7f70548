//! The order that is being put together: asks for the first thing that is missing.

use super::{
    Address, Ask, Browse, Confirm, Locating, Method, Name, Note, Part, Phone, Place, Pricing, Promo, Remark,
    Scheduling, Step,
};
use crate::domain::{
    self, CheckoutRefusal, CreditUse, Destination, Known, OrderId, PersonName, PromoCode, Quote, Ride, Slot,
    Timed, Zoned,
};
use serde::{Deserialize, Serialize};

/// What is known of an order so far. Asks for the first thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub(super) order: OrderId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<PersonName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<domain::Phone>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) must_share: bool,
    pub(super) can_pick_up: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) pickup: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<Destination>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) zone: Option<Zoned>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) timed: Option<Timed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<domain::Note>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) promo: Option<PromoCode>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) keeps_credit: bool,
    pub(super) asked_note: bool,
    pub(super) asked_promo: bool,
}

impl Draft {
    pub(super) fn begin(order: OrderId, known: Known, promo: Option<PromoCode>) -> Self {
        Self {
            order,
            name: known.name,
            phone: known.phone,
            must_share: known.must_share,
            can_pick_up: known.pickup,
            pickup: (!known.pickup).then_some(false),
            address: None,
            zone: None,
            timed: None,
            note: None,
            asked_promo: promo.is_some(),
            promo,
            keeps_credit: false,
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

    /// True if only the number of the customer's own Telegram account will do.
    #[must_use]
    pub const fn must_share(&self) -> bool {
        self.must_share
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

    /// What it does with store credit.
    #[must_use]
    pub const fn credit(&self) -> CreditUse {
        if self.keeps_credit { CreditUse::Keep } else { CreditUse::Spend }
    }

    /// How it would travel. A zone that is not known yet costs what the shop says for everywhere.
    #[must_use]
    pub fn ride(&self) -> Ride {
        if self.is_delivery() {
            let to = self.address.as_ref().and_then(|to| to.point);
            Ride::To(self.zone.unwrap_or_default(), to)
        } else {
            Ride::Pickup
        }
    }

    pub(super) fn with_address(mut self, address: Destination) -> Self {
        self.address = Some(address);
        self.zone = None;
        self
    }

    pub(super) fn without_address(mut self) -> Self {
        self.address = None;
        self.zone = None;
        self
    }

    /// When it is to be brought, once that is known.
    #[must_use]
    pub const fn slot(&self) -> Option<Slot> {
        match self.timed {
            Some(Timed::At(slot)) if self.is_delivery() => Some(slot),
            _ => None,
        }
    }

    pub(super) const fn with_time(mut self, timed: Timed) -> Self {
        self.timed = Some(timed);
        self
    }

    pub(super) const fn with_zone(mut self, zone: Zoned) -> Self {
        self.zone = Some(zone);
        self
    }

    pub(super) fn with_promo(mut self, promo: Option<PromoCode>) -> Self {
        self.asked_promo = true;
        self.promo = promo;
        self
    }

    pub(super) const fn with_credit(mut self, is_used: bool) -> Self {
        self.keeps_credit = !is_used;
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
        if self.is_delivery() {
            match (&self.address, self.zone) {
                (None, _) => return Step::at(Address(self)),
                (Some(to), None) => {
                    let to = to.clone();
                    return Locating::ask(self, to, None);
                }
                (Some(_), Some(_)) if self.timed.is_none() => return Scheduling::ask(self, None),
                (Some(_), Some(_)) => {}
            }
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
        if quote.is_zone_gone {
            return self.zone_gone();
        }
        if let Some(refusal) = quote.refused {
            self.promo = None;
            self.asked_promo = false;
            return Step::say(Promo(self), Remark::Promo(refusal));
        }
        Step::at(Confirm::of(self, quote.seen()))
    }

    /// The zone is to be found or chosen again.
    pub(super) fn zone_gone(self) -> Step {
        let remark = Remark::Checkout(CheckoutRefusal::ZoneGone);
        match self.address.clone() {
            Some(to) => Locating::ask(Self { zone: None, ..self }, to, Some(remark)),
            None => Step::say(Address(self), remark),
        }
    }

    /// The number of the customer's own account is asked for.
    pub(super) fn phone_unshared(self) -> Step {
        let draft = Self { phone: None, must_share: true, ..self };
        Step::say(Phone(draft), Remark::Checkout(CheckoutRefusal::PhoneUnshared))
    }

    /// The time is to be chosen again.
    pub(super) fn slot_gone(self) -> Step {
        Scheduling::ask(Self { timed: None, ..self }, Some(Remark::Checkout(CheckoutRefusal::SlotGone)))
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
            Part::Note if self.slot().is_some() => Scheduling::ask(Self { timed: None, ..self }, None),
            Part::Note if self.is_delivery() => self.back_to_address(),
            Part::Note => Step::at(Method(self.without_method())),
            Part::Delivery if self.can_pick_up && self.pickup.is_some() => {
                Step::at(Method(self.without_method()))
            }
            Part::Delivery | Part::Phone | Part::Name => Step::at(Browse::to(Place::Cart, self.promo)),
        }
    }

    pub(super) fn back_to_address(self) -> Step {
        Step::at(Address(self.without_address()))
    }

    pub(super) fn back_from_summary(mut self) -> Step {
        self.asked_promo = false;
        Step::at(Promo(self))
    }

    fn without_method(mut self) -> Self {
        self.pickup = (!self.can_pick_up).then_some(false);
        self.timed = None;
        self.without_address()
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
