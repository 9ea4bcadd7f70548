//! When the order is brought: one of the times that are free.

use super::{Ask, Draft, Remark, State, Step};
use crate::domain::{Slot, Timed};
use serde::{Deserialize, Serialize};

/// Waiting for the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(pub(super) Draft);

impl Time {
    /// What is known so far.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.0
    }

    pub(super) fn chosen(self, slot: Slot) -> Step {
        self.0.with_time(Timed::At(slot)).next()
    }
}

impl From<Time> for State {
    fn from(state: Time) -> Self {
        Self::Time(state)
    }
}

/// Does the shop ask for a time?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheduling {
    draft: Draft,
    remark: Option<Remark>,
}

impl Scheduling {
    pub(super) const fn ask(draft: Draft, remark: Option<Remark>) -> Step {
        Step::Ask(Ask::Schedule(Self { draft, remark }))
    }

    /// Goes on with whether it does.
    #[must_use]
    pub fn resume(self, is_asked: bool) -> Step {
        if is_asked {
            Step::Wait(Time(self.draft).into(), self.remark)
        } else {
            self.draft.with_time(Timed::Anytime).next()
        }
    }
}
