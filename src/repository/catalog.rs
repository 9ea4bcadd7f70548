//! Categories, products, stock, pictures.

use super::StoreError;
use crate::domain::{Category, CategoryId, Money, OrderId, Product, ProductId, SkuId, StockEffect, Texts};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// One page of a list. Asked for one beyond the last (the list got shorter since its button was drawn), it is the
/// last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Which page it is, from 0.
    pub number: u32,
    /// How many pages there are, at least 1.
    pub count: u32,
}

/// A SKU whose reserved pieces are not those of its open orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The SKU.
    pub sku: SkuId,
    /// Its stock number.
    pub code: String,
    /// Pieces that are reserved.
    pub reserved: u32,
    /// Pieces in open orders.
    pub ordered: u32,
}

/// A category on the way to a product, from the top down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// Its slug, unique in the shop.
    pub slug: String,
    /// Its names.
    pub names: Texts,
}

/// A product as the shop owner keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockedProduct {
    /// Its category, or category and subcategory.
    pub shelves: Vec<Shelf>,
    /// Its slug, unique in the shop.
    pub slug: String,
    /// Its names.
    pub names: Texts,
    /// Its descriptions.
    pub texts: Texts,
    /// A file path or URL of its picture.
    pub photo: Option<String>,
    /// Its variants.
    pub skus: Vec<StockedSku>,
}

/// A variant as the shop owner keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockedSku {
    /// The stock number, unique in the shop.
    pub code: String,
    /// Its labels.
    pub options: Texts,
    /// The price of one piece.
    pub price: Money,
    /// Pieces that can be sold, those reserved for orders not counted.
    pub stock: u32,
    /// False for what customers must not see.
    pub visible: bool,
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
    /// Reserves more pieces of some variants and releases some of others, or tells of which there are too few: the caller
    /// drops the unit of work then. Locks rows in id order.
    async fn shift(&mut self, changes: &[(SkuId, i32)]) -> Result<Vec<SkuId>, StoreError>;
    /// Consumes or releases the pieces reserved for an order. Locks rows in id order.
    async fn settle(&mut self, order: OrderId, effect: StockEffect) -> Result<(), StoreError>;
    /// The pieces of an order that had left the shop are back on the shelf, with an entry in the ledger each. Locks rows
    /// in id order.
    async fn take_back(&mut self, order: OrderId, who: &str, at: DateTime<Utc>) -> Result<(), StoreError>;
    /// Where the reserved pieces differ from those of the open orders; empty if all is well.
    async fn drift(&mut self) -> Result<Vec<Drift>, StoreError>;
    /// Every product, hidden ones too, in the order of the shelves.
    async fn stocklist(&mut self) -> Result<Vec<StockedProduct>, StoreError>;
    /// Adds and changes these products; what is not among them is left alone. A category or SKU that exists moves to
    /// where it is named.
    async fn restock(&mut self, products: &[StockedProduct]) -> Result<(), StoreError>;
    /// The content of a picture that came with an import.
    async fn picture(&mut self, photo: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Keeps the content of a picture, so that every instance can upload it.
    async fn keep_picture(&mut self, photo: &str, content: &[u8]) -> Result<(), StoreError>;
    /// The `file_id` under which this bot has uploaded this photo before.
    async fn file_id(&mut self, bot: i64, photo: &str) -> Result<Option<String>, StoreError>;
    /// Remembers an upload. A `file_id` is good for this bot for ever.
    async fn remember_file_id(&mut self, bot: i64, photo: &str, file_id: &str) -> Result<(), StoreError>;
}
