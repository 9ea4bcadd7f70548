//! Products as the staff work on them.

use super::StoreError;
use crate::domain::{Count, Goods, LedgerEntry, Money, ProductId, SkuId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Which products to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoodsFilter {
    /// All that are not archived.
    All,
    /// Those with a variant of which at most so many can be sold.
    Low(u32),
    /// Those with all of these words in a name or text, in lower case. The first three count.
    With(Vec<String>),
    /// Those that are being made.
    Drafts,
    /// Those that are gone from the other lists.
    Archived,
}

/// Something that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// The product.
    pub product: ProductId,
    /// How it was.
    pub before: T,
    /// How it is.
    pub after: T,
}

/// Products on the shelf.
#[async_trait]
pub trait Stockroom: Send {
    /// Products with an id above `after`, hidden ones too, in the order of their ids.
    async fn list(
        &mut self,
        filter: &GoodsFilter,
        after: ProductId,
        limit: u32,
    ) -> Result<Vec<Goods>, StoreError>;
    /// One product.
    async fn find(&mut self, id: ProductId) -> Result<Option<Goods>, StoreError>;
    /// The product of a variant.
    async fn of_variant(&mut self, sku: SkuId) -> Result<Option<ProductId>, StoreError>;
    /// Sets the price of a variant; `None` if it is that already. Orders keep theirs.
    async fn set_price(&mut self, sku: SkuId, price: Money) -> Result<Option<Changed<Money>>, StoreError>;
    /// Counts pieces, with a line in the ledger; `None` if fewer than the reserved ones would be left.
    async fn count(
        &mut self,
        sku: SkuId,
        count: Count,
        reason: Option<&str>,
        who: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Changed<i32>>, StoreError>;
    /// The latest lines of the ledger of a product.
    async fn ledger(&mut self, id: ProductId, limit: u32) -> Result<Vec<LedgerEntry>, StoreError>;
}
