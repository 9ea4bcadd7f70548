//! Orders as the staff work on them: lists, who looks after which, what colleagues should know.

use super::StoreError;
use crate::domain::{Currency, CustomerId, Money, OrderId, OrderNumber, Status};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Which orders to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrderFilter {
    /// Those with one of these statuses.
    In(Vec<Status>),
    /// Those that are packed and not shipped yet.
    Packed,
    /// Those of a customer.
    Of(CustomerId),
    /// Those placed since the first moment and before the second.
    Placed(DateTime<Utc>, DateTime<Utc>),
    /// Those whose name and phone number hold all of these words, in lower case. The first three count.
    With(Vec<String>),
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOrder {
    /// Its number: the key of the pages.
    pub number: OrderNumber,
    /// Where it stands.
    pub status: Status,
    /// The name to deliver to; `None` once forgotten.
    pub name: Option<String>,
    /// What it cost.
    pub total: Money,
    /// In which currency.
    pub currency: Currency,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// Who looks after it.
    pub taken_by: Option<String>,
}

/// Orders on the staff's desk.
#[async_trait]
pub trait Desk: Send {
    /// The latest orders with a number below `before`, the newest first. A page has at most 50.
    async fn list(
        &mut self,
        filter: &OrderFilter,
        before: Option<OrderNumber>,
        limit: u32,
    ) -> Result<Vec<ListedOrder>, StoreError>;
    /// Somebody looks after an open order that nobody looks after; false if it is no such order (any more).
    async fn take(&mut self, order: OrderId, person: i64, name: &str) -> Result<bool, StoreError>;
    /// They do so no more; false if somebody else does, or nobody.
    async fn put_back(&mut self, order: OrderId, person: i64) -> Result<bool, StoreError>;
    /// An accepted order is packed (or not after all); false if it was so already, or is not accepted.
    async fn pack(&mut self, order: OrderId, packed: bool) -> Result<bool, StoreError>;
    /// Sets the note for colleagues; false if it is the same already.
    async fn annotate(&mut self, order: OrderId, note: &str) -> Result<bool, StoreError>;
    /// Orders placed before `since` that nobody has accepted and whose reminder with this number is due: each is told
    /// once, also to several instances.
    async fn remind(&mut self, since: DateTime<Utc>, reminder: i16) -> Result<Vec<OrderId>, StoreError>;
}
