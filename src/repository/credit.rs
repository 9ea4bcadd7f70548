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
    /// The latest entries of a customer, the newest first.
    async fn latest(&mut self, customer: CustomerId, limit: u32) -> Result<Vec<CreditEntry>, StoreError>;
}
