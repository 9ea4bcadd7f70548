//! The conversation as a pure machine: `(State, Event) -> Step`. No async, no Telegram, no database.
//!
//! A [`State`] is both where the customer is and what they see: the screen is drawn from it. A [`Remark`] is a
//! sentence on top of that screen: a hint, a refusal, a piece of news.
#![deny(clippy::wildcard_enum_match_arm)]

mod ask;
mod browse;
mod checkout;
mod confirm;
mod draft;
mod event;
mod orders;
mod press;
mod profile;
mod quantity;
mod record;
mod remark;
mod step;
mod time;
mod zone;

pub use ask::{
    Adding, Answerless, Ask, Effect, Opened, Opening, Pricing, Redeeming, Starting, Target, Using,
};
pub use browse::{Browse, Place};
pub use checkout::{Address, Method, Name, Note, Phone, Promo, Sharing};
pub use confirm::{Confirm, Ordering};
pub use draft::Draft;
pub use event::{Button, Command, DeepLink, Event, Input, Part};
pub use orders::{Amending, Cancelling, Finding, Reordering};
pub use profile::{NewName, NewPhone, SupportMessage};
pub use quantity::Quantity;
pub use record::{RECORD_VERSION, Record};
pub use remark::Remark;
pub use step::step;
pub use time::{Scheduling, Time};
pub use zone::{Locating, Zone};

use serde::{Deserialize, Serialize};

/// Where a customer is between two updates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Looking around: catalogue, cart, orders, profile. A text is a search.
    Browse(Browse),
    /// On a product's card: how many?
    Quantity(Quantity),
    /// Checkout: who is it for?
    Name(Name),
    /// Checkout: which phone number?
    Phone(Phone),
    /// Checkout: delivery or pickup?
    Method(Method),
    /// Checkout: where to?
    Address(Address),
    /// Checkout: in which delivery zone is that?
    Zone(Zone),
    /// Checkout: when shall it be brought?
    Time(Time),
    /// Checkout: a note to the shop?
    Note(Note),
    /// Checkout: a promo code?
    Promo(Promo),
    /// Checkout: everything is known; confirm?
    Confirm(Confirm),
    /// Profile: the new name.
    NewName(NewName),
    /// Profile: the new phone number.
    NewPhone(NewPhone),
    /// A message to the shop.
    Support(SupportMessage),
}

impl Default for State {
    fn default() -> Self {
        Self::Browse(Browse::default())
    }
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Remember the state, show it with the remark on top, wait for the customer.
    Wait(State, Option<Remark>),
    /// Put a question to the shop; its answer, given to `resume`, leads to the next step.
    Ask(Ask),
}

impl Step {
    fn at(state: impl Into<State>) -> Self {
        Self::Wait(state.into(), None)
    }

    fn say(state: impl Into<State>, remark: Remark) -> Self {
        Self::Wait(state.into(), Some(remark))
    }
}
