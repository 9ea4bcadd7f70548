//! The summary, and what comes of confirming it.

use super::{Ask, Browse, Draft, Place, Remark, State, Step};
use crate::domain::{CheckoutRefusal, Fulfilment, Placement, Placing, Seen};
use serde::{Deserialize, Serialize};

/// Everything is known; the customer sees the summary and may confirm it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirm {
    draft: Draft,
    seen: Seen,
}

impl Confirm {
    pub(super) const fn of(draft: Draft, seen: Seen) -> Self {
        Self { draft, seen }
    }

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
        let credit = draft.credit();
        let fulfilment = match draft.address {
            Some(destination) if draft.pickup == Some(false) => Fulfilment::Delivery(destination),
            Some(_) | None => Fulfilment::Pickup,
        };
        Placing {
            order: draft.order,
            name: draft.name.expect("the summary comes after the name"),
            phone: draft.phone.expect("the summary comes after the phone number"),
            fulfilment,
            zone: draft.zone.unwrap_or_default(),
            timed: draft.timed.unwrap_or_default(),
            note: draft.note,
            promo: draft.promo,
            credit,
            seen: self.seen.clone(),
        }
    }

    pub(super) fn placed(mut self, answer: Placement) -> Step {
        match answer {
            Placement::Placed(receipt) => Step::at(Browse::to(Place::Placed(receipt.order), None)),
            Placement::Changed(quote, changes) => {
                if quote.refused.is_some() {
                    self.draft.promo = None;
                }
                self.seen = quote.seen();
                Step::say(self, Remark::Changed(changes))
            }
            Placement::Refused(CheckoutRefusal::SlotGone) => self.draft.slot_gone(),
            Placement::Refused(CheckoutRefusal::PhoneUnshared) => self.draft.phone_unshared(),
            Placement::Refused(CheckoutRefusal::ZoneGone) => self.draft.zone_gone(),
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
