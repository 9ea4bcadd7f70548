//! Categories, products, stock, pictures.

use super::StoreError;
use crate::domain::{Category, CategoryId, Product, ProductId, SkuId, StockEffect};
use async_trait::async_trait;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Which page it is, from 0.
    pub number: u32,
    /// How many pages there are, at least 1.
    pub count: u32,
}

/// What the shop sells. Customers only ever see what is visible.
#[async_trait]
pub trait Catalog: Send {
    /// The categories below `parent` (`None`: the first level) that hold a visible product somewhere, in order.
    async fn categories(&mut self, parent: Option<CategoryId>) -> Result<Vec<Category>, StoreError>;
    /// One category.
    async fn category(&mut self, id: CategoryId) -> Result<Option<Category>, StoreError>;
    /// A page of the visible products directly in a category.
    async fn products(
        &mut self,
        category: CategoryId,
        page: u32,
        size: u32,
    ) -> Result<Page<Product>, StoreError>;
    /// A visible product with its variants.
    async fn product(&mut self, id: ProductId) -> Result<Option<Product>, StoreError>;
    /// The visible product that has this variant.
    async fn product_of(&mut self, sku: SkuId) -> Result<Option<Product>, StoreError>;
    /// Visible products whose name or text in any language resembles `words` (typos tolerated), best first.
    async fn search(&mut self, words: &str, page: u32, size: u32) -> Result<Page<Product>, StoreError>;
    /// Reserves pieces of every SKU, or tells which have too few and reserves nothing that matters: the caller
    /// drops the unit of work. Locks rows in id order.
    async fn reserve(&mut self, pieces: &[(SkuId, u32)]) -> Result<Vec<SkuId>, StoreError>;
    /// Consumes or releases reserved pieces.
    async fn settle(&mut self, pieces: &[(SkuId, u32)], effect: StockEffect) -> Result<(), StoreError>;
    /// The `file_id` under which this bot has uploaded this photo before.
    async fn file_id(&mut self, bot: i64, photo: &str) -> Result<Option<String>, StoreError>;
    /// Remembers an upload. A `file_id` is good for this bot for ever.
    async fn remember_file_id(&mut self, bot: i64, photo: &str, file_id: &str) -> Result<(), StoreError>;
}
