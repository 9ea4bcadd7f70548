//! Catalogue files that wait for a "yes".

use super::{StockedProduct, StoreError};
use crate::domain::UpdateId;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogDraft {
    /// It waits.
    Open {
        /// The file.
        content: String,
    },
    /// It was imported.
    Imported(ImportCounts),
    /// It is not to be.
    Left,
}

/// How many products an import touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportCounts {
    /// That were not there.
    pub added: u32,
    /// That are something else now.
    pub changed: u32,
}

/// Files that wait. Of the last day, and the newest twenty of those.
#[async_trait]
pub trait Imports: Send {
    /// Keeps a file, once per update.
    async fn keep(&mut self, update: UpdateId, content: &str, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// A file, which nobody else settles until the unit of work ends. `None` if it is too old.
    async fn hold(
        &mut self,
        update: UpdateId,
        now: DateTime<Utc>,
    ) -> Result<Option<CatalogDraft>, StoreError>;
    /// Settles a file that waits.
    async fn settle(&mut self, update: UpdateId, draft: &CatalogDraft) -> Result<(), StoreError>;
    /// Nobody else changes what is in the catalogue of these, or takes pieces of them, until the unit of work ends.
    async fn hold_catalogue(&mut self, products: &[StockedProduct]) -> Result<(), StoreError>;
    /// Those of these pictures that nobody has sent.
    async fn missing_pictures(&mut self, photos: &[String]) -> Result<Vec<String>, StoreError>;
}
