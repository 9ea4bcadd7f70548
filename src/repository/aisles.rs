//! Categories as the staff make and change them.

use super::{Made, Place, StoreError};
use crate::domain::{Aisle, CategoryId, Lang, UpdateId};
use async_trait::async_trait;

/// A text until now, and from now on.
pub type Reworded = (Option<String>, Option<String>);

/// Categories, hidden ones too.
#[async_trait]
pub trait Aisles: Send {
    /// All of them in their order, each followed by those below it.
    async fn list(&mut self) -> Result<Vec<Aisle>, StoreError>;
    /// Makes one at the end of its level, for the answer to the question of `asked`. `slug` begins its slug. `None` if the
    /// level is full ([`MAX_AISLES`](crate::domain::MAX_AISLES)), or `parent` is not on the first level.
    async fn make(
        &mut self,
        asked: UpdateId,
        parent: Option<CategoryId>,
        slug: &str,
        lang: Lang,
        name: &str,
    ) -> Result<Option<Made<CategoryId>>, StoreError>;
    /// Sets or takes away a name in one language. `None` if it is so already, or would leave the category without a name.
    async fn word(
        &mut self,
        id: CategoryId,
        lang: Lang,
        name: Option<&str>,
    ) -> Result<Option<Reworded>, StoreError>;
    /// Where a category stands on its level.
    async fn place(&mut self, id: CategoryId) -> Result<Option<Place>, StoreError>;
    /// Puts a category at this place of its level, or the last one; from where to where. `None` if it is there already.
    async fn put_at(&mut self, id: CategoryId, number: u32) -> Result<Option<(u32, u32)>, StoreError>;
    /// Shows or hides a category with all that is in it; false if it is so already.
    async fn show(&mut self, id: CategoryId, visible: bool) -> Result<bool, StoreError>;
    /// Takes a category away that nothing is in and nothing holds for; false if something is, or it is gone.
    async fn remove(&mut self, id: CategoryId) -> Result<bool, StoreError>;
}
