//! Tables that the staff take out of the shop, page by page.

use super::{Moments, StoreError};
use crate::domain::{Currency, CustomerId, Lang, Money, OrderNumber, Status, Texts, Totals};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A line of an order, as far as a table tells it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct ExportedLine {
    /// The stock number.
    pub code: String,
    /// The product's names when it was ordered.
    pub names: Texts,
    /// The variant's labels when it was ordered.
    pub options: Texts,
    /// Pieces.
    pub quantity: u32,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedOrder {
    /// Its number.
    pub number: OrderNumber,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// Where it stands.
    pub status: Status,
    /// Whose it is; this and what follows is gone once the customer was forgotten.
    pub customer: Option<CustomerId>,
    /// The name to deliver to.
    pub name: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// The address; none for pickup.
    pub address: Option<String>,
    /// True if the customer comes for it.
    pub pickup: bool,
    /// The customer's note.
    pub note: Option<String>,
    /// Its lines.
    pub lines: Vec<ExportedLine>,
    /// Its sums.
    pub totals: Totals,
    /// Their currency.
    pub currency: Currency,
    /// The promo code.
    pub promo: Option<String>,
    /// Who of the staff looks after it.
    pub taken_by: Option<String>,
}

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedCustomer {
    /// The Telegram user id.
    pub id: CustomerId,
    /// The name for orders.
    pub name: String,
    /// The username without `@`.
    pub username: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// The language; `None`: the shop's.
    pub lang: Option<Lang>,
    /// When they came first.
    pub since: DateTime<Utc>,
    /// When they wrote last, within an hour.
    pub seen_at: DateTime<Utc>,
    /// Their orders that were not rejected or cancelled.
    pub orders: u32,
    /// What those brought.
    pub revenue: Money,
    /// When the last of those was placed.
    pub last_order: Option<DateTime<Utc>>,
    /// May be written to with news.
    pub wants_broadcasts: bool,
    /// Is not served.
    pub banned: bool,
    /// Store credit.
    pub balance: Money,
}

/// What a page begins after: the moment and the number or id of the last one before it.
pub type After = (DateTime<Utc>, i64);

/// Tables. The newest comes first.
#[async_trait]
pub trait Exports: Send {
    /// Orders placed within these moments.
    async fn orders(
        &mut self,
        when: Moments,
        after: Option<After>,
        limit: u32,
    ) -> Result<Vec<ExportedOrder>, StoreError>;
    /// Customers who came first within these moments.
    async fn customers(
        &mut self,
        when: Moments,
        after: Option<After>,
        limit: u32,
    ) -> Result<Vec<ExportedCustomer>, StoreError>;
}
