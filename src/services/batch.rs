//! Several orders at once, each by a step of its own: what is refused for one does not stop the others.

use super::{Move, Shop, orders::Guard};
use crate::domain::{Actor, Fulfilment, OrderNumber, Status};
use crate::repository::StoreError;

/// What is done to several orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchStep {
    /// New orders are accepted.
    Accept,
    /// Packed orders are shipped, or laid out for pickup.
    Ship,
}

impl BatchStep {
    /// The status that an order must have, and the one it gets.
    #[must_use]
    pub const fn statuses(self) -> (Status, Status) {
        match self {
            Self::Accept => (Status::Placed, Status::Accepted),
            Self::Ship => (Status::Accepted, Status::Shipped),
        }
    }
}

/// How one of several orders stands after all were tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Its number.
    pub number: OrderNumber,
    /// True if it was moved now, by whoever asked.
    pub is_moved: bool,
    /// True if it has made the step, now or before, by whomever.
    pub is_through: bool,
    /// Where it stands.
    pub status: Status,
    /// True if the customer comes for it.
    pub is_pickup: bool,
    /// Who brought it there.
    pub by: Actor,
}

impl Shop {
    /// Moves these orders on, those that can be. Repeating it moves nothing twice.
    ///
    /// # Errors
    /// [`StoreError`]: some may have been moved; repeating it goes on with the others.
    pub async fn advance_all(
        &self,
        orders: &[OrderNumber],
        step: BatchStep,
        actor: &Actor,
    ) -> Result<Vec<Tried>, StoreError> {
        let (from, to) = step.statuses();
        let guard = Guard { only_packed: step == BatchStep::Ship, ..Guard::default() };
        let mut tried = Vec::new();
        for number in orders {
            let Some(order) = self.staff_order_by_number(*number).await? else { continue };
            let moving = Move { order: order.id, from, to, actor: actor.clone(), note: None };
            let is_moved = order.status == from && self.take(moving, guard).await?.is_ok();
            let now = if is_moved { self.staff_order(order.id).await?.unwrap_or(order) } else { order };
            tried.push(Tried {
                number: *number,
                is_moved,
                is_through: now.timeline.iter().any(|entry| entry.status == to),
                status: now.status,
                is_pickup: matches!(now.fulfilment, Some(Fulfilment::Pickup)),
                by: now.timeline.last().map_or(Actor::System, |entry| entry.actor.clone()),
            });
        }
        Ok(tried)
    }
}
