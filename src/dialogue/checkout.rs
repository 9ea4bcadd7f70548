//! The questions of the checkout. Each takes its answer into the draft and asks for the next thing that is missing.

use super::{Ask, Draft, Redeeming, Remark, State, Step, Using};
use crate::domain::{self, Bounded, CheckoutRefusal, Destination, PersonName, PromoCode};
use phonenumber::country;
use serde::{Deserialize, Serialize};

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
            Ok(phone) if self.0.must_share && self.0.phone.as_ref() != Some(&phone) => {
                Step::say(self, Remark::Checkout(CheckoutRefusal::PhoneUnshared))
            }
            Ok(phone) => {
                self.0.phone = Some(phone);
                self.0.next()
            }
            Err(invalid) => Step::say(self, Remark::Invalid(invalid)),
        }
    }

    /// The number of their own account.
    pub(super) fn shared(self, number: &str, country: country::Id) -> Step {
        match domain::Phone::parse(number, country) {
            Ok(phone) => Step::Ask(Ask::Share(Sharing { draft: self.0, phone })),
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

/// Keeping the number of the customer's own Telegram account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    draft: Draft,
    phone: domain::Phone,
}

impl Sharing {
    /// The number.
    #[must_use]
    pub const fn phone(&self) -> &domain::Phone {
        &self.phone
    }

    /// Goes on once it is kept.
    #[must_use]
    pub fn resume(mut self) -> Step {
        self.draft.phone = Some(self.phone);
        self.draft.next()
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
