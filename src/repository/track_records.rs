//! What counts against a customer, or for them.

use super::StoreError;
use crate::domain::{CustomerId, Phone, TrackRecord};
use async_trait::async_trait;

/// Track records.
#[async_trait]
pub trait TrackRecords: Send {
    /// What counts against a customer, or for them; nothing for somebody who is not known.
    async fn of(&mut self, id: CustomerId) -> Result<TrackRecord, StoreError>;
    /// They have shared the number of their own Telegram account.
    async fn verify_phone(&mut self, id: CustomerId, phone: &Phone) -> Result<(), StoreError>;
    /// They did not collect an order.
    async fn count_no_show(&mut self, id: CustomerId) -> Result<(), StoreError>;
    /// What they did not collect does not count any more. How many it were; `None` if it is so already.
    async fn clear_no_shows(&mut self, id: CustomerId) -> Result<Option<u32>, StoreError>;
}
