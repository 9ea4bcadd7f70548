//! Orders, their lines and timelines.

use super::{Page, StoreError};
use crate::domain::{
    Actor, ChatId, Currency, CustomerId, Fulfilment, Lang, MessageId, Money, Note, Order, OrderGuard,
    OrderId, OrderLine, OrderNumber, PersonName, Phone, PromoCode, Receipt, Slot, Status, Totals,
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// An order to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrder {
    /// Minted when the checkout began.
    pub id: OrderId,
    /// Whose it is.
    pub customer: CustomerId,
    /// The name to deliver to.
    pub name: PersonName,
    /// The phone number.
    pub phone: Phone,
    /// The language for its news.
    pub lang: Lang,
    /// How it reaches the customer.
    pub fulfilment: Fulfilment,
    /// The delivery zone, if the shop has any.
    pub zone: Option<String>,
    /// When it is to be brought, if that was agreed.
    pub slot: Option<Slot>,
    /// The note to the shop.
    pub note: Option<Note>,
    /// Its lines.
    pub lines: Vec<OrderLine>,
    /// Its sums.
    pub totals: Totals,
    /// Their currency.
    pub currency: Currency,
    /// The code it was placed with.
    pub promo: Option<PromoCode>,
    /// What the shop asks of its customer.
    pub guard: OrderGuard,
    /// When.
    pub at: DateTime<Utc>,
    /// The shop's day, on which the visit is counted as one that came as far as an order.
    pub day: NaiveDate,
    /// Where the staff get a card of it.
    pub staff: Option<ChatId>,
}

/// A line in a list of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderSummary {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// Where it stands.
    pub status: Status,
    /// What it cost.
    pub total: Money,
    /// In which currency.
    pub currency: Currency,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
}

/// A step of an order's status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance {
    /// The order.
    pub order: OrderId,
    /// The status it must have.
    pub from: Status,
    /// The status it gets.
    pub to: Status,
    /// Who does it.
    pub actor: Actor,
    /// A reason or a tracking text.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Only if it is this customer's.
    pub only_of: Option<CustomerId>,
    /// Only if it is packed.
    pub only_packed: bool,
}

/// An order that was moved to another status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advanced {
    /// Whose it is; `None` if they asked to be forgotten.
    pub customer: Option<CustomerId>,
}

/// Orders.
#[async_trait]
pub trait Orders: Send {
    /// Writes the order, its lines and the first entry of its timeline, reserves its pieces, and leaves the staff's card to
    /// the senders. `None` if it is already there (a second press on "Confirm"), there are too few pieces of something, or
    /// its guard does not admit the customer: then nothing is written. Who counts open orders holds the customer
    /// ([`Carts::take`](super::Carts::take)).
    async fn add(&mut self, order: &NewOrder) -> Result<Option<OrderNumber>, StoreError>;
    /// An order with lines and timeline.
    async fn find(&mut self, id: OrderId) -> Result<Option<Order>, StoreError>;
    /// The same by its number.
    async fn find_by_number(&mut self, number: OrderNumber) -> Result<Option<Order>, StoreError>;
    /// A page of a customer's orders, the newest first.
    async fn of_customer(
        &mut self,
        customer: CustomerId,
        page: u32,
        size: u32,
    ) -> Result<Page<OrderSummary>, StoreError>;
    /// What a customer is told of an order of theirs; `None` if they have no such order.
    async fn receipt(&mut self, id: OrderId, customer: CustomerId) -> Result<Option<Receipt>, StoreError>;
    /// Compare-and-set of the status, with an entry in the timeline; within a unit of work. `None` if the order had another
    /// status: of two presses at once one wins.
    async fn advance(&mut self, step: &Advance) -> Result<Option<Advanced>, StoreError>;
    /// Remembers the staff group's card.
    async fn set_card(&mut self, order: OrderId, chat: ChatId, message: MessageId) -> Result<(), StoreError>;
    /// The order whose card this message is.
    async fn of_card(&mut self, chat: ChatId, message: MessageId) -> Result<Option<OrderId>, StoreError>;
}
