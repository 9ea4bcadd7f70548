//! Changing the profile, and writing to the shop.

use super::ask::Effect;
use super::{Answerless, Browse, Place, Remark, State, Step};
use crate::domain::{Bounded, MessageId, PersonName, Phone, PromoCode};
use phonenumber::country;
use serde::{Deserialize, Serialize};

/// Waiting for the new name. The promo code goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewName(Option<PromoCode>);

/// Waiting for the new phone number. The promo code goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPhone(Option<PromoCode>);

/// Waiting for a message to the shop. The promo code goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportMessage(Option<PromoCode>);

fn profile(promo: Option<PromoCode>) -> Browse {
    Browse::to(Place::Profile, promo)
}

impl NewName {
    pub(super) const fn open(promo: Option<PromoCode>) -> Self {
        Self(promo)
    }

    pub(super) fn typed(self, text: &str) -> Step {
        match PersonName::parse(text) {
            Ok(name) => Answerless::then(Effect::SetName(name), profile(self.0), Remark::Saved),
            Err(invalid) => Step::say(State::NewName(self), Remark::Invalid(invalid)),
        }
    }

    pub(super) fn left(self) -> Browse {
        profile(self.0)
    }

    pub(super) fn into_promo(self) -> Option<PromoCode> {
        self.0
    }
}

impl NewPhone {
    pub(super) const fn open(promo: Option<PromoCode>) -> Self {
        Self(promo)
    }

    pub(super) fn typed(self, text: &str, country: country::Id) -> Step {
        match Phone::parse(text, country) {
            Ok(phone) => Answerless::then(Effect::SetPhone(phone), profile(self.0), Remark::Saved),
            Err(invalid) => Step::say(State::NewPhone(self), Remark::Invalid(invalid)),
        }
    }

    /// The number of their own account.
    pub(super) fn shared(self, number: &str, country: country::Id) -> Step {
        match Phone::parse(number, country) {
            Ok(phone) => Answerless::then(Effect::SharePhone(phone), profile(self.0), Remark::Saved),
            Err(invalid) => Step::say(State::NewPhone(self), Remark::Invalid(invalid)),
        }
    }

    pub(super) fn left(self) -> Browse {
        profile(self.0)
    }

    pub(super) fn into_promo(self) -> Option<PromoCode> {
        self.0
    }
}

impl SupportMessage {
    pub(super) const fn open(promo: Option<PromoCode>) -> Self {
        Self(promo)
    }

    pub(super) fn given(self, message: MessageId, text: Option<String>, caption: Option<String>) -> Step {
        Answerless::then(Effect::AskSupport { message, text, caption }, self.left(), Remark::SupportSent)
    }

    pub(super) fn left(self) -> Browse {
        Browse::to(Place::Home, self.0)
    }

    pub(super) fn into_promo(self) -> Option<PromoCode> {
        self.0
    }
}
