//! Carts: one line per customer and SKU, kept until ordered or removed.

use super::StoreError;
use crate::domain::{CartLine, CartRefusal, CustomerId, Money, OrderId, Placing, SkuId, Texts, UpdateId};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// Which carts count as left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftBehind {
    /// Nothing in it was changed after this moment.
    pub since: DateTime<Utc>,
    /// It was left behind after this one.
    pub not_before: DateTime<Utc>,
    /// The moment it is now.
    pub now: DateTime<Utc>,
}

/// When something is put into a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilledAt {
    /// The moment.
    pub now: DateTime<Utc>,
    /// The shop's day, on which the visit is counted as one that came as far as the cart.
    pub day: NaiveDate,
}

/// A cart that was taken for an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenCart {
    /// Its lines; none if the order has been placed already.
    pub lines: Vec<CartLine>,
    /// The customer's store credit, which nobody changes before the unit of work ends; without lines none.
    pub balance: Money,
    /// The version of the settings at that moment; `None` without lines.
    pub settings: Option<i64>,
}

/// Carts.
#[async_trait]
pub trait Carts: Send {
    /// The lines with what the catalogue says of them now, oldest first.
    async fn lines(&mut self, customer: CustomerId) -> Result<Vec<CartLine>, StoreError>;
    /// The same, with the customer's store credit (without lines: none).
    async fn lines_and_credit(&mut self, customer: CustomerId) -> Result<(Vec<CartLine>, Money), StoreError>;
    /// Takes everything out of the cart for an order that is not placed yet, and returns it as [`lines`](Self::lines)
    /// would have. Takes name, phone and address of the checkout into the profile; the same address again only moves up.
    /// Holds the customer until the unit of work ends, so that two checkouts of one person come one after the other.
    async fn take(
        &mut self,
        customer: CustomerId,
        placing: &Placing,
        now: DateTime<Utc>,
    ) -> Result<TakenCart, StoreError>;
    /// Adds pieces to a line at the price of now, unless that would make more than there are. `key` is the update
    /// that opened the product's card: a second press, resent or redelivered, has the same key and changes
    /// nothing. At most [`crate::domain::MAX_PER_LINE`] pieces, and [`crate::domain::MAX_CART_LINES`] lines. Returns the
    /// lines as they are then.
    async fn add(
        &mut self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
        key: UpdateId,
        at: FilledAt,
    ) -> Result<Result<Vec<CartLine>, CartRefusal>, StoreError>;
    /// Sets the pieces of a line that is in the cart, and the price as seen now; 0 removes it. A line that is not
    /// there stays away.
    async fn set(
        &mut self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Puts the lines of an earlier order of this customer into the cart, as far as there are pieces and room: sets
    /// their quantities, so that a repetition changes nothing. Returns the names of what is missing, wholly or in
    /// part; `None` if the customer has no such order.
    async fn refill(
        &mut self,
        customer: CustomerId,
        order: OrderId,
        at: FilledAt,
    ) -> Result<Option<Vec<Texts>>, StoreError>;
    /// Customers who left a cart behind, have ordered nothing since, want news and can be reached; and that they are
    /// reminded of its content, of which nobody is reminded twice. Looks at `limit` lines at most, each once.
    async fn left_behind(&mut self, left: &LeftBehind, limit: u32) -> Result<Vec<CustomerId>, StoreError>;
    /// Removes every line.
    async fn clear(&mut self, customer: CustomerId) -> Result<(), StoreError>;
}
