//! Carts: one line per customer and SKU, kept until ordered or removed.

use super::StoreError;
use crate::domain::{CartLine, CustomerId, Money, SkuId, UpdateId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Carts.
#[async_trait]
pub trait Carts: Send {
    /// The lines with what the catalogue says of them now, oldest first.
    async fn lines(&mut self, customer: CustomerId) -> Result<Vec<CartLine>, StoreError>;
    /// Adds pieces to a line. `key` is the update that opened the product's card: a second press, resent or
    /// redelivered, has the same key and changes nothing. At most [`crate::domain::MAX_PER_LINE`] pieces.
    async fn add(
        &mut self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
        price: Money,
        key: UpdateId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Sets the pieces of a line that is in the cart, and the price as seen now; 0 removes it. A line that is not
    /// there stays away.
    async fn set(&mut self, customer: CustomerId, sku: SkuId, quantity: u32) -> Result<(), StoreError>;
    /// Takes the current prices as seen.
    async fn acknowledge_prices(&mut self, customer: CustomerId) -> Result<(), StoreError>;
    /// Removes every line.
    async fn clear(&mut self, customer: CustomerId) -> Result<(), StoreError>;
}
