//! Looking around the catalogue.

use super::Shop;
use crate::domain::{Category, CategoryId, Product, ProductId, SkuId};
use crate::repository::{Page, StoreError};

impl Shop {
    /// The categories below `parent` (`None`: the first level) in which something can be seen.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn categories(&self, parent: Option<CategoryId>) -> Result<Vec<Category>, StoreError> {
        self.session().await?.catalog().categories(parent).await
    }

    /// One category.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn category(&self, id: CategoryId) -> Result<Option<Category>, StoreError> {
        self.session().await?.catalog().category(id).await
    }

    /// A page of the products directly in a category.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn products(
        &self,
        category: CategoryId,
        page: u32,
        size: u32,
    ) -> Result<Page<Product>, StoreError> {
        self.session().await?.catalog().products(category, page, size).await
    }

    /// A product with its variants, if it is sold.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn product(&self, id: ProductId) -> Result<Option<Product>, StoreError> {
        self.session().await?.catalog().product(id).await
    }

    /// The product that has this variant, if it is sold.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn product_of(&self, sku: SkuId) -> Result<Option<Product>, StoreError> {
        self.session().await?.catalog().product_of(sku).await
    }

    /// Products that resemble `words` in any language, best first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn search(&self, words: &str, page: u32, size: u32) -> Result<Page<Product>, StoreError> {
        self.session().await?.catalog().search(words, page, size).await
    }

    /// The content of a picture that came with an import.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn picture(&self, photo: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.session().await?.catalog().picture(photo).await
    }

    /// Keeps the content of a picture, so that every instance can upload it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_picture(&self, photo: &str, content: &[u8]) -> Result<(), StoreError> {
        self.session().await?.catalog().keep_picture(photo, content).await
    }

    /// The `file_id` under which this bot has uploaded this photo before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn file_id(&self, bot: i64, photo: &str) -> Result<Option<String>, StoreError> {
        self.session().await?.catalog().file_id(bot, photo).await
    }

    /// Remembers an upload.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remember_file_id(&self, bot: i64, photo: &str, file_id: &str) -> Result<(), StoreError> {
        self.session().await?.catalog().remember_file_id(bot, photo, file_id).await
    }
}
