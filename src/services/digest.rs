//! The daily digest: how the day was, told to the staff group once.

use super::Shop;
use crate::domain::{Buyers, DigestDay, Notice, OpenOrders, Sales, Sold, total};
use crate::repository::StoreError;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Products in a digest.
const BEST_PRODUCTS: u32 = 3;

/// How a day was.
#[derive(Debug, Clone)]
pub struct Digest {
    /// What was sold.
    pub now: Sales,
    /// What was sold the day before.
    pub before: Sales,
    /// Who ordered.
    pub buyers: Buyers,
    /// Customers who came for the first time.
    pub newcomers: u32,
    /// The products that brought most.
    pub products: Vec<Sold>,
    /// Orders that somebody has to go on with.
    pub open: OpenOrders,
}

impl Shop {
    /// Sends the digest that is due now, if there is one, where it comes at `at` by the clock of the shop. Once a day,
    /// also from several instances. Returns its day.
    ///
    /// # Errors
    /// [`StoreError`]: then it is still due.
    pub async fn send_digest(&self, at: NaiveTime) -> Result<Option<NaiveDate>, StoreError> {
        let now = self.now();
        let Some(due) = DigestDay::due(now, at, self.terms.timezone) else { return Ok(None) };
        let Some(chat) = self.terms.staff_chat else { return Ok(None) };
        let mut work = self.begin().await?;
        if work.numbers().begin_digest(due.day, now).await? {
            let DigestDay { day, since, until } = due;
            work.outbox().push(&[(chat, Notice::Digest { day, since, until })], now).await?;
        }
        work.commit().await?;
        Ok(Some(due.day))
    }

    /// How the time between two moments was, beside the day before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn digest(&self, since: DateTime<Utc>, until: DateTime<Utc>) -> Result<Digest, StoreError> {
        let currency = self.terms.currency.code();
        let when = (since, until);
        let mut session = self.session().await?;
        let numbers = session.numbers();
        Ok(Digest {
            now: total(&numbers.sales(when, currency).await?),
            before: total(&numbers.sales((since - (until - since), since), currency).await?),
            buyers: numbers.buyers(when).await?,
            newcomers: numbers.newcomers(when).await?,
            products: numbers.best_products(when, currency, BEST_PRODUCTS).await?,
            open: numbers.open_orders().await?,
        })
    }
}
