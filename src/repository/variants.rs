//! What customers see of the variants of a product, as the staff make and change them.

use super::{Changed, Made, StoreError};
use crate::domain::{Lang, Money, ProductId, SkuId, UpdateId};
use async_trait::async_trait;

/// Variants, made and changed.
#[async_trait]
pub trait Variants: Send {
    /// Gives a product its first variant. `None` if it has one.
    async fn first(&mut self, id: ProductId, price: Money) -> Result<Option<SkuId>, StoreError>;
    /// Adds a hidden variant with the price of the first one, for the answer to the question of `asked`. `None` if there
    /// are [`MAX_VARIANTS`](crate::domain::MAX_VARIANTS), or no such product or price.
    async fn add(
        &mut self,
        id: ProductId,
        asked: UpdateId,
        lang: Lang,
        label: &str,
    ) -> Result<Option<Made<SkuId>>, StoreError>;
    /// Sets or takes away the label of a variant in one language. `None` if it is so already.
    async fn label(
        &mut self,
        sku: SkuId,
        lang: Lang,
        label: Option<&str>,
    ) -> Result<Option<Changed<Option<String>>>, StoreError>;
    /// Shows or hides a variant; `None` if it is so already.
    async fn show(&mut self, sku: SkuId, visible: bool) -> Result<Option<ProductId>, StoreError>;
}
