//! What customers see of a product, as the staff make and change it.

use super::{Changed, StoreError};
use crate::domain::{CategoryId, Lang, ProductId, Stage, UpdateId, Wording};
use async_trait::async_trait;

/// What came of turning a product to another stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// It is done.
    Done,
    /// It is so already.
    Already,
    /// It is something else by now, or lacks what it would need.
    Impossible,
}

/// What was written, or was there already: a question that is answered twice makes one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made<T> {
    /// Which it is.
    pub id: T,
    /// False: it was there.
    pub is_new: bool,
}

/// Where a product stands among those of its category that are not archived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// Products, made and changed.
#[async_trait]
pub trait Showcase: Send {
    /// Begins a draft for the answer to the question of `asked`. `slug` begins its slug.
    async fn draft(
        &mut self,
        asked: UpdateId,
        slug: &str,
        lang: Lang,
        name: &str,
    ) -> Result<Made<ProductId>, StoreError>;
    /// Sets or takes away a text in one language. `None` if it is so already, or would leave the product without a name.
    async fn word(
        &mut self,
        id: ProductId,
        which: Wording,
        lang: Lang,
        text: Option<&str>,
    ) -> Result<Option<Changed<Option<String>>>, StoreError>;
    /// Puts a product at the end of another category. `None` if it is there already, or one of the two is not.
    async fn move_to(
        &mut self,
        id: ProductId,
        category: CategoryId,
    ) -> Result<Option<Changed<Option<CategoryId>>>, StoreError>;
    /// Where a product stands; `None` for one that is archived or has no category.
    async fn place(&mut self, id: ProductId) -> Result<Option<Place>, StoreError>;
    /// Puts a product at this place, or the last one. `None` if it is there already, or nowhere.
    async fn put_at(&mut self, id: ProductId, number: u32) -> Result<Option<Changed<u32>>, StoreError>;
    /// Compare-and-set of the stage. What goes on sale needs a category and a variant.
    async fn turn(&mut self, id: ProductId, from: Stage, to: Stage) -> Result<Turned, StoreError>;
    /// The pictures of a product, which nobody else changes until the unit of work ends.
    async fn photos(&mut self, id: ProductId) -> Result<Option<Vec<String>>, StoreError>;
    /// Replaces them.
    async fn set_photos(&mut self, id: ProductId, photos: &[String]) -> Result<(), StoreError>;
}
