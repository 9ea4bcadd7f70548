//! Changing the profile, and writing to the shop.

use super::ask::Effect;
use super::{Answerless, Browse, Place, Remark, State, Step};
use crate::domain::{Bounded, MessageId, PersonName, Phone};
use phonenumber::country;
use serde::{Deserialize, Serialize};

/// Waiting for the new name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewName(());

/// Waiting for the new phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPhone(());

/// Waiting for a message to the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportMessage(());

fn profile() -> Browse {
    Browse::to(Place::Profile, None)
}

impl NewName {
    pub(super) const fn open() -> Self {
        Self(())
    }

    pub(super) fn typed(self, text: &str) -> Step {
        match PersonName::parse(text) {
            Ok(name) => Answerless::then(Effect::SetName(name), profile(), Remark::Saved),
            Err(invalid) => Step::say(State::NewName(self), Remark::Invalid(invalid)),
        }
    }
}

impl NewPhone {
    pub(super) const fn open() -> Self {
        Self(())
    }

    pub(super) fn typed(self, text: &str, country: country::Id) -> Step {
        match Phone::parse(text, country) {
            Ok(phone) => Answerless::then(Effect::SetPhone(phone), profile(), Remark::Saved),
            Err(invalid) => Step::say(State::NewPhone(self), Remark::Invalid(invalid)),
        }
    }
}

impl SupportMessage {
    pub(super) const fn open() -> Self {
        Self(())
    }

    pub(super) fn given(message: MessageId, text: Option<String>) -> Step {
        Answerless::then(Effect::AskSupport { message, text }, Browse::default(), Remark::SupportSent)
    }
}
