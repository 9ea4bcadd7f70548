//! Products as the staff work on them: prices, pieces, what is on sale.

use super::Shop;
use super::showcase::figure;
use crate::domain::{Actor, Count, Deed, Goods, LedgerEntry, Money, ProductId, SkuId, UpdateId};
use crate::repository::{GoodsFilter, StoreError};

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It holds now, for this product.
    Done(ProductId),
    /// It holds already: asked for twice, or the same as before.
    Already,
    /// It cannot be: orders have reserved more pieces than would be left, or there is no such thing.
    Impossible,
}

impl Shop {
    /// Products with an id above `after`, hidden ones too, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn goods(
        &self,
        filter: &GoodsFilter,
        after: ProductId,
        limit: u32,
    ) -> Result<Vec<Goods>, StoreError> {
        self.session().await?.stockroom().list(filter, after, limit).await
    }

    /// A product, hidden or not, with the latest lines of its ledger.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn goods_and_ledger(
        &self,
        id: ProductId,
        lines: u32,
    ) -> Result<Option<(Goods, Vec<LedgerEntry>)>, StoreError> {
        let mut session = self.session().await?;
        let Some(goods) = session.stockroom().find(id).await? else { return Ok(None) };
        let ledger = session.stockroom().ledger(id, lines).await?;
        Ok(Some((goods, ledger)))
    }

    /// The product of a variant.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn product_of_variant(&self, sku: SkuId) -> Result<Option<ProductId>, StoreError> {
        self.session().await?.stockroom().of_variant(sku).await
    }

    /// Sets a price, once per update. Orders that were placed keep theirs.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_price(
        &self,
        sku: SkuId,
        price: Money,
        update: UpdateId,
        by: Actor,
    ) -> Result<Settled, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Settled::Already) };
        let Some(changed) = work.stockroom().set_price(sku, price).await? else {
            return Ok(Settled::Already);
        };
        let change = (Some(figure(changed.before)), Some(figure(changed.after)));
        self.finish(work, by, Deed::PriceSet, changed.product, change).await
    }

    /// Counts pieces in, out, or anew, once per update.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn count_pieces(
        &self,
        sku: SkuId,
        count: Count,
        reason: Option<&str>,
        update: UpdateId,
        (person, name): (i64, &str),
    ) -> Result<Settled, StoreError> {
        let now = self.now();
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Settled::Already) };
        let Some(changed) = work.stockroom().count(sku, count, reason, name, now).await? else {
            return Ok(Settled::Impossible);
        };
        let change = (Some(changed.before.to_string()), Some(changed.after.to_string()));
        let by = Actor::Staff(person, name.to_owned());
        self.finish(work, by, Deed::StockSet, changed.product, change).await
    }
}
