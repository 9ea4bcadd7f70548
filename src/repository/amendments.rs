//! Changes of orders that the staff propose and the customer agrees to.

use super::StoreError;
use crate::domain::{
    Actor, Amendment, AmendmentId, AmendmentState, CustomerId, Money, OrderId, Requote, Shelved, SkuId,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A change that is put to the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which draft.
    pub id: AmendmentId,
    /// The version of the draft that whoever sends it has seen.
    pub version: i32,
    /// What the order would cost.
    pub requote: Requote,
    /// Until when the customer can agree.
    pub expires_at: DateTime<Utc>,
    /// Who of the staff sends it.
    pub actor: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// An order that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amending {
    /// Which.
    pub order: OrderId,
    /// So many more or fewer pieces of each variant.
    pub pieces: Vec<(SkuId, i32)>,
    /// False if its promo code no longer holds.
    pub keeps_promo: bool,
    /// Store credit that it spent and no longer needs.
    pub surplus: Money,
}

/// The end of a change that does not change the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Which.
    pub id: AmendmentId,
    /// How it ends. A draft can only be withdrawn.
    pub to: AmendmentState,
    /// Who ends it.
    pub actor: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Only if the order is this customer's.
    pub only_of: Option<CustomerId>,
}

/// A change that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// The order it was to change.
    pub order: OrderId,
    /// Whose order it is; `None` if they asked to be forgotten.
    pub customer: Option<CustomerId>,
    /// False if it was a draft, of which the customer has never heard.
    pub was_open: bool,
}

/// Changes of orders. An order has at most one that is a draft or open.
#[async_trait]
pub trait Amendments: Send {
    /// Begins a draft for an order that is placed or accepted and has a customer, unless it has a live change already.
    async fn draft(&mut self, order: OrderId) -> Result<(), StoreError>;
    /// The draft or open change of an order.
    async fn live(&mut self, order: OrderId) -> Result<Option<Amendment>, StoreError>;
    /// One change, whatever became of it.
    async fn find(&mut self, id: AmendmentId) -> Result<Option<Amendment>, StoreError>;
    /// Sets the pieces of a line of a draft, counted from 0; false if it is no draft any more.
    async fn set_pieces(&mut self, id: AmendmentId, line: u32, pieces: u32) -> Result<bool, StoreError>;
    /// Names the delivery fee of a draft; false if it is no draft any more.
    async fn set_fee(&mut self, id: AmendmentId, fee: Option<Money>) -> Result<bool, StoreError>;
    /// Where the lines of an order stand in the catalogue.
    async fn shelves(&mut self, order: OrderId) -> Result<Vec<Shelved>, StoreError>;
    /// Of these variants, those of which fewer pieces can be sold than asked for.
    async fn short(&mut self, pieces: &[(SkuId, u32)]) -> Result<Vec<SkuId>, StoreError>;
    /// Puts a draft to the customer, with an entry in the timeline. `None` if it is no draft, not of this version, or the
    /// order has gone on.
    async fn propose(&mut self, proposal: &Proposal) -> Result<Option<(OrderId, CustomerId)>, StoreError>;
    /// Changes the order as its customer agrees, with an entry in the timeline. The caller moves the stock by what comes
    /// back, and gives the promo use and the surplus of credit back. `None` if there is nothing (any more) to agree to.
    async fn agree(
        &mut self,
        id: AmendmentId,
        customer: CustomerId,
        at: DateTime<Utc>,
    ) -> Result<Option<Amending>, StoreError>;
    /// Ends a change that is a draft or open, with an entry in the timeline if it was open. `None` if it has ended.
    async fn close(&mut self, closing: &Closing) -> Result<Option<Closed>, StoreError>;
    /// The order goes on: its live change ends. The caller has moved the order.
    async fn end_with(&mut self, order: OrderId, actor: &Actor, at: DateTime<Utc>) -> Result<(), StoreError>;
    /// Open changes whose time is over, at most `limit`.
    async fn due(&mut self, now: DateTime<Utc>, limit: u32) -> Result<Vec<AmendmentId>, StoreError>;
}
