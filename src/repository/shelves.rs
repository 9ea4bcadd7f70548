//! What runs out, and who waits for what is sold out.

use super::StoreError;
use crate::domain::{CustomerId, ProductId, SkuId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Shelves that are getting empty, or full again.
#[async_trait]
pub trait Shelves: Send {
    /// Variants on sale of which at most `few` pieces can be sold and nobody was told, at most `limit`: from now on they
    /// count as told. What is above that again will be told of when it runs out the next time.
    async fn newly_low(&mut self, few: u32, limit: u32) -> Result<Vec<SkuId>, StoreError>;
    /// Notes that a customer wants to be told when what is sold out of a product is back. Noted once.
    async fn wish(
        &mut self,
        customer: CustomerId,
        product: ProductId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Products that are back, each with somebody who waits for it, who waited longest first, at most `limit`: their
    /// wishes are fulfilled. Wishes of those who cannot be reached, or are not served, end without a word.
    async fn fulfil(&mut self, limit: u32) -> Result<Vec<(CustomerId, ProductId)>, StoreError>;
}
