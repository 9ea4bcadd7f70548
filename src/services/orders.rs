//! Orders after they were placed.

use super::Shop;
use crate::domain::{
    Actor, AdvanceRefusal, ChatId, CustomerId, Deed, MessageId, Notice, Order, OrderId, OrderNumber, Receipt,
    RejectReason, Status, StockEffect, Subject,
};
use crate::repository::{Advance, Drift, OrderSummary, Page, StoreError, UnitOfWork};

/// A step somebody wants an order to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The order.
    pub order: OrderId,
    /// The status it has on the screen of who asks.
    pub from: Status,
    /// The status it shall get.
    pub to: Status,
    /// Who asks.
    pub actor: Actor,
    /// A reason or a tracking text.
    pub note: Option<String>,
}

/// What else must hold for an order to be moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Guard {
    /// It is this customer's.
    pub only_of: Option<CustomerId>,
    /// It is packed.
    pub only_packed: bool,
}

impl Guard {
    /// It is this customer's.
    pub(super) const fn of(customer: CustomerId) -> Self {
        Self { only_of: Some(customer), only_packed: false }
    }
}

impl Move {
    /// Nobody took an order that was ready or at the door.
    #[must_use]
    pub fn not_collected(order: OrderId, actor: Actor) -> Self {
        let note = RejectReason::NotCollected.as_note().to_owned();
        Self { order, from: Status::Shipped, to: Status::Cancelled, actor, note: Some(note) }
    }

    /// What it does to the stock; `None` if there is no such step. An order that is on its way is called off only because
    /// nobody took it.
    fn effect(&self) -> Option<StockEffect> {
        let effect = self.from.step(self.to)?;
        let is_no_show = self.note.as_deref() == Some(RejectReason::NotCollected.as_note());
        (effect != StockEffect::Return || is_no_show).then_some(effect)
    }

    /// The customer calls an order off that nobody has accepted.
    pub(super) const fn cancelling(order: OrderId) -> Self {
        Self { order, from: Status::Placed, to: Status::Cancelled, actor: Actor::Customer, note: None }
    }
}

impl Shop {
    /// A page of the customer's orders, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn orders(
        &self,
        customer: CustomerId,
        page: u32,
        size: u32,
    ) -> Result<Page<OrderSummary>, StoreError> {
        self.session().await?.orders().of_customer(customer, page, size).await
    }

    /// One of the customer's own orders.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn order(&self, customer: CustomerId, id: OrderId) -> Result<Option<Order>, StoreError> {
        let order = self.session().await?.orders().find(id).await?;
        Ok(order.filter(|order| order.customer == Some(customer)))
    }

    /// What the customer is told of an order of theirs that stands.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn receipt(&self, customer: CustomerId, id: OrderId) -> Result<Option<Receipt>, StoreError> {
        self.session().await?.orders().receipt(id, customer).await
    }

    /// Any order, for the staff.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.session().await?.orders().find(id).await
    }

    /// Any order by its number, for the staff.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_order_by_number(&self, number: OrderNumber) -> Result<Option<Order>, StoreError> {
        self.session().await?.orders().find_by_number(number).await
    }

    /// The customer calls an order off, while nobody has accepted it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cancel(
        &self,
        customer: CustomerId,
        order: OrderId,
    ) -> Result<Result<(), AdvanceRefusal>, StoreError> {
        self.take(Move::cancelling(order), Guard::of(customer)).await
    }

    /// The staff move an order. Compare-and-set: of two at once one wins, the other is told the new status.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn advance(&self, step: Move) -> Result<Result<(), AdvanceRefusal>, StoreError> {
        self.take(step, Guard::default()).await
    }

    /// Remembers the staff group's card of an order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_card(&self, order: OrderId, chat: ChatId, message: MessageId) -> Result<(), StoreError> {
        self.session().await?.orders().set_card(order, chat, message).await
    }

    /// The order whose card this message is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn order_of_card(
        &self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<OrderId>, StoreError> {
        self.session().await?.orders().of_card(chat, message).await
    }

    /// Compares the reserved pieces with those of the open orders. Empty: all is well.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn check_reservations(&self) -> Result<Vec<Drift>, StoreError> {
        self.session().await?.catalog().drift().await
    }

    pub(super) async fn take(
        &self,
        step: Move,
        guard: Guard,
    ) -> Result<Result<(), AdvanceRefusal>, StoreError> {
        let mut work = self.begin().await?;
        if self.move_in(work.as_mut(), &step, guard).await? {
            work.commit().await?;
            return Ok(Ok(()));
        }
        drop(work);
        let order = self.session().await?.orders().find(step.order).await?;
        let only_of = guard.only_of;
        let visible = order.filter(|order| only_of.is_none() || order.customer == only_of);
        Ok(Err(visible.map_or(AdvanceRefusal::Unknown, |order| AdvanceRefusal::NotNow { now: order.status })))
    }

    /// The move with all that follows from it. `false` if the order had another status; nothing was written then.
    pub(super) async fn move_in(
        &self,
        work: &mut dyn UnitOfWork,
        step: &Move,
        guard: Guard,
    ) -> Result<bool, StoreError> {
        let Some(effect) = step.effect() else { return Ok(false) };
        let now = self.now();
        let Move { order, from, to, actor, note } = step.clone();
        let Guard { only_of, only_packed } = guard;
        let advance = Advance { order, from, to, actor, note, at: now, only_of, only_packed };
        if effect.is_undoing() {
            work.credit().hold_owner(order).await?;
        }
        let Some(moved) = work.orders().advance(&advance).await? else { return Ok(false) };
        let change = (Some(from.as_str().to_owned()), Some(to.as_str().to_owned()));
        self.record(work, step.actor.clone(), Deed::OrderMoved, Subject::Order(order), change).await?;
        // Before the pieces, as placing does: two that meet wait for each other, not for ever.
        if effect == StockEffect::Release {
            work.bookings().unbook(order).await?;
        }
        match effect {
            StockEffect::Keep => {}
            StockEffect::Consume | StockEffect::Release => work.catalog().settle(order, effect).await?,
            StockEffect::Return => {
                work.catalog().take_back(order, step.actor.name(), now).await?;
                if let Some(customer) = moved.customer {
                    work.track_records().count_no_show(customer).await?;
                }
            }
        }
        if to != Status::Accepted {
            work.amendments().end_with(order, &step.actor, now).await?;
        }
        if effect.is_undoing() {
            work.promos().give_back(order).await?;
            work.credit().give_back(order, now).await?;
        }
        let card = self.terms.staff_chat.map(|chat| (chat, Notice::StaffCard { order }));
        // Customers know what they have done themselves.
        let news = moved
            .customer
            .filter(|_| step.actor != Actor::Customer)
            .map(|customer| (customer.chat(), Notice::OrderNews { order, status: to }));
        let notices: Vec<_> = news.into_iter().chain(card).collect();
        work.outbox().push(&notices, now).await?;
        Ok(true)
    }
}
