//! How many orders are to be brought at which time.

use super::StoreError;
use crate::domain::{OrderId, Slot};
use async_trait::async_trait;
use chrono::NaiveDate;

/// Times at which orders are brought.
#[async_trait]
pub trait Bookings: Send {
    /// The times from this day on that somebody has taken, with how many orders.
    async fn taken(&mut self, from: NaiveDate) -> Result<Vec<(Slot, u32)>, StoreError>;
    /// Takes a place, unless so many are taken already: the row decides.
    async fn book(&mut self, slot: Slot, places: u32) -> Result<bool, StoreError>;
    /// Gives back the place of an order, if it has one.
    async fn unbook(&mut self, order: OrderId) -> Result<(), StoreError>;
}
