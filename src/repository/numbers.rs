//! How the shop does.

use super::StoreError;
use crate::domain::{Buyers, DaySpan, Funnel, OpenOrders, PromoEffect, Quarter, Sold};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// From the first moment to just before the second.
pub type Moments = (DateTime<Utc>, DateTime<Utc>);

/// What is counted. Orders that were rejected or cancelled are left out, and those in another currency than the shop's.
#[async_trait]
pub trait Numbers: Send {
    /// Sales by quarters of an hour, those without any left out.
    async fn sales(&mut self, when: Moments, currency: &str) -> Result<Vec<Quarter>, StoreError>;
    /// The products that brought most, the best first.
    async fn best_products(
        &mut self,
        when: Moments,
        currency: &str,
        limit: u32,
    ) -> Result<Vec<Sold>, StoreError>;
    /// What promo codes did, with so many of the best.
    async fn promo_effect(
        &mut self,
        when: Moments,
        currency: &str,
        limit: u32,
    ) -> Result<PromoEffect, StoreError>;
    /// Who ordered.
    async fn buyers(&mut self, when: Moments) -> Result<Buyers, StoreError>;
    /// Customers who came for the first time.
    async fn newcomers(&mut self, when: Moments) -> Result<u32, StoreError>;
    /// Orders that somebody has to go on with now.
    async fn open_orders(&mut self) -> Result<OpenOrders, StoreError>;
    /// True for the first who asks to send the digest of a day.
    async fn begin_digest(&mut self, day: NaiveDate, now: DateTime<Utc>) -> Result<bool, StoreError>;
    /// How far visitors came.
    async fn funnel(&mut self, days: DaySpan) -> Result<Funnel, StoreError>;
}
