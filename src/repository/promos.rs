//! Promo codes and their uses.

use super::StoreError;
use crate::domain::{CustomerId, OrderId, Promo, PromoCode, PromoHistory};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A promo to set up. Its scope names categories and products by slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPromo {
    /// Everything but the id and the scope, which are given by the database.
    pub promo: Promo,
    /// Slugs of categories.
    pub categories: Vec<String>,
    /// Slugs of products.
    pub products: Vec<String>,
}

/// Promo codes.
#[async_trait]
pub trait Promos: Send {
    /// The promo of a code, and what the customer did before, as far as promos care.
    async fn find(
        &mut self,
        code: &PromoCode,
        customer: CustomerId,
    ) -> Result<Option<(Promo, PromoHistory)>, StoreError>;
    /// Takes one use for an order. `false` if a limit of the row (active, time, total uses, uses per customer, first
    /// order) says no: the row decides, not an earlier read. The caller [holds](super::Customers::hold) the customer.
    async fn redeem(
        &mut self,
        promo: i64,
        customer: CustomerId,
        order: OrderId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError>;
    /// Gives the use of an order back, once.
    async fn give_back(&mut self, order: OrderId) -> Result<(), StoreError>;
    /// Sets up a promo, or changes the one with its code (uses stay). Returns the slugs of its scope that do not
    /// exist.
    async fn put(&mut self, promo: &NewPromo) -> Result<Vec<String>, StoreError>;
}
