//! What promos apply to, as the staff change it.

use super::StoreError;
use crate::domain::{CoveredName, Scope, ScopeChange};
use async_trait::async_trait;

/// Scopes of promos. Of a series of codes, all have the same; it is named by its first.
#[async_trait]
pub trait PromoScopes: Send {
    /// What a promo applies to; `None` if there is no such promo. Holds all of its codes until the unit of work ends.
    async fn hold(&mut self, promo: i64) -> Result<Option<Scope>, StoreError>;
    /// Changes it; false if the rows say no: it is so already, what is to be covered is gone, there are
    /// [`MOST_COVERED`](crate::domain::MOST_COVERED), or a code would be left with nothing, which would be everything. The caller
    /// [holds](Self::hold) it.
    async fn change(&mut self, promo: i64, change: ScopeChange) -> Result<bool, StoreError>;
    /// Narrows a promo that was made just now; false if part of the scope is gone: then the caller drops the unit of work.
    async fn narrow(&mut self, promo: i64, scope: &Scope) -> Result<bool, StoreError>;
    /// What is in a scope, categories first, in the order of the catalogue. What is gone comes last, without a name.
    async fn named(&mut self, scope: &Scope) -> Result<Vec<CoveredName>, StoreError>;
}
