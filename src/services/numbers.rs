//! How the shop does: statistics for the staff, and what they are counted from.

use super::Shop;
use crate::domain::{
    Buyers, DaySpan, Funnel, Period, PromoEffect, Quarter, Sales, Sold, moments_before, total,
};
use crate::repository::StoreError;
use chrono::NaiveDate;

/// Products on a chart.
const BEST_PRODUCTS: u32 = 8;
/// Promo codes below it.
const BEST_PROMOS: u32 = 5;

/// What was sold, beside the days before.
#[derive(Debug, Clone)]
pub struct SalesReport {
    /// The days.
    pub days: DaySpan,
    /// What was sold on them, quarter by quarter.
    pub quarters: Vec<Quarter>,
    /// What was sold on as many days before, as far as these have come.
    pub before: Vec<Quarter>,
    /// Who ordered.
    pub buyers: Buyers,
}

/// Which products and promo codes brought how much.
#[derive(Debug, Clone)]
pub struct GoodsReport {
    /// The days.
    pub days: DaySpan,
    /// All that was sold.
    pub total: Sales,
    /// The products that brought most.
    pub products: Vec<Sold>,
    /// What promo codes did.
    pub promos: PromoEffect,
}

/// When customers order.
#[derive(Debug, Clone)]
pub struct HoursReport {
    /// The days.
    pub days: DaySpan,
    /// What was sold on them, quarter by quarter.
    pub quarters: Vec<Quarter>,
}

/// Who came, how far, and who ordered; each beside the days before.
#[derive(Debug, Clone)]
pub struct VisitorsReport {
    /// The days.
    pub days: DaySpan,
    /// How far visitors came: now, and before.
    pub funnel: [Funnel; 2],
    /// Who ordered: now, and before.
    pub buyers: [Buyers; 2],
}

impl Shop {
    /// The day it is at the shop.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.terms.timezone).date_naive()
    }

    /// What was sold.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sales_report(&self, period: Period) -> Result<SalesReport, StoreError> {
        let days = period.days(self.today());
        let zone = self.terms.timezone;
        let currency = self.terms.currency.code();
        let moments = days.moments(zone);
        let mut session = self.session().await?;
        let numbers = session.numbers();
        let quarters = numbers.sales(moments, currency).await?;
        let before = numbers.sales(moments_before(days, self.now(), zone), currency).await?;
        let buyers = numbers.buyers(moments).await?;
        Ok(SalesReport { days, quarters, before, buyers })
    }

    /// What sells.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn goods_report(&self, period: Period) -> Result<GoodsReport, StoreError> {
        let days = period.days(self.today());
        let moments = days.moments(self.terms.timezone);
        let currency = self.terms.currency.code();
        let mut session = self.session().await?;
        let numbers = session.numbers();
        let products = numbers.best_products(moments, currency, BEST_PRODUCTS).await?;
        let promos = numbers.promo_effect(moments, currency, BEST_PROMOS).await?;
        let total = total(&numbers.sales(moments, currency).await?);
        Ok(GoodsReport { days, total, products, promos })
    }

    /// When customers order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn hours_report(&self, period: Period) -> Result<HoursReport, StoreError> {
        let days = period.days(self.today());
        let moments = days.moments(self.terms.timezone);
        let quarters = self.session().await?.numbers().sales(moments, self.terms.currency.code()).await?;
        Ok(HoursReport { days, quarters })
    }

    /// Who came, and how far.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn visitors_report(&self, period: Period) -> Result<VisitorsReport, StoreError> {
        let days = period.days(self.today());
        let zone = self.terms.timezone;
        let mut session = self.session().await?;
        let numbers = session.numbers();
        Ok(VisitorsReport {
            days,
            funnel: [numbers.funnel(days).await?, numbers.funnel(days.before()).await?],
            buyers: [
                numbers.buyers(days.moments(zone)).await?,
                numbers.buyers(moments_before(days, self.now(), zone)).await?,
            ],
        })
    }
}
