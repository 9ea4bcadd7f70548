//! Questions about orders that stand.

use super::{Browse, Place, Remark, State, Step};
use crate::domain::{AdvanceRefusal, AmendmentId, AmendmentState, OrderId, Reordered, Status};

/// Looking for an order that a button names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub(super) order: OrderId,
    pub(super) otherwise: State,
}

impl Finding {
    /// The order.
    #[must_use]
    pub const fn order(&self) -> OrderId {
        self.order
    }

    /// Goes on with its status, if it exists and is this customer's.
    #[must_use]
    pub fn resume(self, answer: Option<Status>) -> Step {
        match answer {
            Some(Status::Placed) => Step::at(Browse::to(Place::Placed(self.order), None)),
            Some(status) => {
                Step::say(Browse::to(Place::Order(self.order), None), Remark::AlreadyPlaced(status))
            }
            None => Step::say(self.otherwise, Remark::Stale),
        }
    }
}

/// Calling an order off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelling(pub(super) OrderId);

impl Cancelling {
    /// The order.
    #[must_use]
    pub const fn order(&self) -> OrderId {
        self.0
    }

    /// Goes on with what came of it.
    #[must_use]
    pub fn resume(self, answer: Result<(), AdvanceRefusal>) -> Step {
        match answer {
            Ok(()) | Err(AdvanceRefusal::NotNow { now: Status::Cancelled }) => {
                Step::say(Browse::to(Place::Order(self.0), None), Remark::OrderCancelled)
            }
            Err(refusal @ AdvanceRefusal::NotNow { .. }) => {
                Step::say(Browse::to(Place::Order(self.0), None), Remark::NotAdvanced(refusal))
            }
            Err(refusal @ AdvanceRefusal::Unknown) => {
                Step::say(Browse::to(Place::Orders(0), None), Remark::NotAdvanced(refusal))
            }
        }
    }
}

/// Answering a change of an order that the staff propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amending {
    pub(super) amendment: AmendmentId,
    pub(super) agrees: bool,
}

impl Amending {
    /// The change.
    #[must_use]
    pub const fn amendment(&self) -> AmendmentId {
        self.amendment
    }

    /// True if the order shall be changed.
    #[must_use]
    pub const fn agrees(&self) -> bool {
        self.agrees
    }

    /// Goes on with where the change stands now, and for which order; `None` if there is no such change.
    #[must_use]
    pub fn resume(self, answer: Option<(OrderId, AmendmentState)>) -> Step {
        match answer {
            Some((order, state)) => Step::say(Browse::to(Place::Order(order), None), Remark::Change(state)),
            None => {
                Step::say(Browse::to(Place::Orders(0), None), Remark::NotAdvanced(AdvanceRefusal::Unknown))
            }
        }
    }
}

/// Putting an earlier order into the cart again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reordering(pub(super) OrderId);

impl Reordering {
    /// The order.
    #[must_use]
    pub const fn order(&self) -> OrderId {
        self.0
    }

    /// Goes on with what came of it.
    #[must_use]
    pub fn resume(self, answer: Result<Reordered, AdvanceRefusal>) -> Step {
        match answer {
            Ok(Reordered { missing }) => Step::say(Browse::to(Place::Cart, None), Remark::Reordered(missing)),
            Err(refusal) => Step::say(Browse::to(Place::Orders(0), None), Remark::NotAdvanced(refusal)),
        }
    }
}
