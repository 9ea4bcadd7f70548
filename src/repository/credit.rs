//! Store credit: a ledger per customer, and the balance that it comes to.

use super::StoreError;
use crate::domain::{CreditChange, CreditEntry, CustomerId, Money, OrderId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// An entry to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCreditEntry {
    /// Whose credit.
    pub customer: CustomerId,
    /// What it changes.
    pub change: CreditChange,
    /// Why; empty for an order.
    pub reason: String,
    /// Who of the staff.
    pub who: Option<String>,
    /// The order.
    pub order: Option<OrderId>,
    /// Written once for each key.
    pub key: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl NewCreditEntry {
    /// What an order takes, or gives back.
    #[must_use]
    pub const fn of_order(
        customer: CustomerId,
        change: CreditChange,
        order: OrderId,
        key: String,
        at: DateTime<Utc>,
    ) -> Self {
        Self { customer, change, reason: String::new(), who: None, order: Some(order), key, at }
    }
}

/// What came of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    /// It is written; the balance after it.
    Done(Money),
    /// It is there already, or nobody is there.
    Already,
    /// There is less than it takes. The unit of work must not be committed.
    Short,
}

/// Store credit. Whoever changes it holds the customer until the unit of work ends.
#[async_trait]
pub trait Credit: Send {
    /// What a customer has.
    async fn balance(&mut self, customer: CustomerId) -> Result<Money, StoreError>;
    /// Writes an entry and changes the balance, which cannot go below zero. Within a unit of work.
    async fn book(&mut self, entry: &NewCreditEntry) -> Result<Booked, StoreError>;
    /// Holds the customer of an order, if there is one, until the unit of work ends. Who then locks the order as well
    /// does it in the order in which all do.
    async fn hold_owner(&mut self, order: OrderId) -> Result<(), StoreError>;
    /// Gives back what an order has spent, once. The order's figures stay: they say what was agreed.
    async fn give_back(&mut self, order: OrderId, at: DateTime<Utc>) -> Result<(), StoreError>;
    /// The latest entries of a customer, the newest first.
    async fn latest(&mut self, customer: CustomerId, limit: u32) -> Result<Vec<CreditEntry>, StoreError>;
}
