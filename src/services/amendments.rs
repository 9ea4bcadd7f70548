//! Changes of an order that the staff propose and the customer agrees to.
//!
//! Nothing is reserved for a change that is only proposed: it would keep pieces from customers who buy now, for somebody
//! who may never answer. More pieces are taken when the customer agrees, in the same transaction, or not at all.

use super::Shop;
use crate::domain::{
    Actor, AmendRefusal, Amendment, AmendmentId, AmendmentState, CreditChange, CustomerId, Deed,
    MAX_PER_LINE, Money, Notice, Order, OrderId, Promo, PromoCode, Requote, ShopSettings, SkuId, Subject,
};
use crate::repository::{Closed, Closing, NewCreditEntry, Proposal, Session, StoreError, UnitOfWork};

/// Changes that lapse in one round.
const ROUND: u32 = 100;

/// A change, the order as it is, and what it would cost.
#[derive(Debug, Clone)]
pub struct Drafted {
    /// The order.
    pub order: Order,
    /// The change.
    pub amendment: Amendment,
    /// What it would cost.
    pub requote: Requote,
}

impl Shop {
    /// Begins a change of an order, or goes on with the one that is there. `None` if the order cannot be changed (any
    /// more), or its customer was forgotten.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn amend(&self, order: OrderId) -> Result<Option<Drafted>, StoreError> {
        let settings = self.settings().await?;
        let mut session = self.session().await?;
        session.amendments().draft(order).await?;
        let Some(amendment) = session.amendments().live(order).await? else { return Ok(None) };
        self.drafted(session.as_mut(), amendment, &settings).await
    }

    /// A change as it is now; `None` if there is none with this id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn amendment(&self, id: AmendmentId) -> Result<Option<Drafted>, StoreError> {
        let settings = self.settings().await?;
        let mut session = self.session().await?;
        let Some(amendment) = session.amendments().find(id).await? else { return Ok(None) };
        self.drafted(session.as_mut(), amendment, &settings).await
    }

    /// Sets the pieces of a line of a draft, counted from 0. False if it is no draft any more, or there is no such line.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn amend_line(&self, id: AmendmentId, line: u32, pieces: u32) -> Result<bool, StoreError> {
        let pieces = pieces.min(MAX_PER_LINE);
        self.session().await?.amendments().set_pieces(id, line, pieces).await
    }

    /// Names the delivery fee of a draft. False if it is no draft any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn amend_fee(&self, id: AmendmentId, fee: Money) -> Result<bool, StoreError> {
        self.session().await?.amendments().set_fee(id, Some(fee)).await
    }

    /// Puts a draft to the customer, as whoever sends it has seen it. Once: the same again changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn propose(
        &self,
        id: AmendmentId,
        version: i32,
        actor: Actor,
    ) -> Result<Result<(), AmendRefusal>, StoreError> {
        let (at, settings) = (self.now(), self.settings().await?);
        let mut work = self.begin().await?;
        let found = match work.amendments().find(id).await? {
            Some(amendment) => self.drafted(work.as_mut(), amendment, &settings).await?,
            None => None,
        };
        let Some(drafted) = found else { return Ok(Err(AmendRefusal::Overtaken)) };
        // The same press again: the customer is asked already.
        if drafted.amendment.state == AmendmentState::Open && drafted.amendment.version == version {
            return Ok(Ok(()));
        }
        if let Err(refusal) = acceptable(work.as_mut(), &drafted).await? {
            return Ok(Err(refusal));
        }
        let gist = drafted.requote.gist.clone();
        let expires_at = at + self.terms.confirm_within;
        let proposal =
            Proposal { id, version, requote: drafted.requote, expires_at, actor: actor.clone(), at };
        let Some((order, customer)) = work.amendments().propose(&proposal).await? else {
            return Ok(Err(AmendRefusal::Overtaken));
        };
        let change = (Some(gist.from.amount().to_string()), Some(gist.to.amount().to_string()));
        self.record(work.as_mut(), actor, Deed::OrderAmended, Subject::Order(order), change).await?;
        work.outbox().push(&[(customer.chat(), Notice::AmendmentProposed { amendment: id })], at).await?;
        self.push_to_staff(work.as_mut(), &[Notice::StaffCard { order }]).await?;
        work.commit().await?;
        Ok(Ok(()))
    }

    /// The staff take a change back, or throw a draft away. False if it has ended.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn withdraw(&self, id: AmendmentId, actor: Actor) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        let closing = Closing {
            id,
            to: AmendmentState::Withdrawn,
            actor: actor.clone(),
            at: self.now(),
            only_of: None,
        };
        let Some(closed) = work.amendments().close(&closing).await? else { return Ok(false) };
        if closed.was_open {
            let change = (Some("proposed".to_owned()), Some("withdrawn".to_owned()));
            let subject = Subject::Order(closed.order);
            self.record(work.as_mut(), actor, Deed::OrderAmended, subject, change).await?;
            self.tell_over(work.as_mut(), &closed, id).await?;
        }
        self.push_to_staff(work.as_mut(), &[Notice::StaffCard { order: closed.order }]).await?;
        work.commit().await?;
        Ok(true)
    }

    /// The customer answers a change of their order: where it stands then, and for which order. The same answer again,
    /// however often, is the same. `None` if there is no such change of an order of theirs.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn answer_amendment(
        &self,
        customer: CustomerId,
        id: AmendmentId,
        agrees: bool,
    ) -> Result<Option<(OrderId, AmendmentState)>, StoreError> {
        if !agrees {
            self.close(customer, id, AmendmentState::Declined).await?;
        } else if !self.agree(customer, id).await? {
            self.close(customer, id, AmendmentState::SoldOut).await?;
        }
        let mut session = self.session().await?;
        let Some(amendment) = session.amendments().find(id).await? else { return Ok(None) };
        let order = session.orders().find(amendment.order).await?;
        let is_theirs = order.is_some_and(|order| order.customer == Some(customer));
        Ok(is_theirs.then_some((amendment.order, amendment.state)))
    }

    /// Ends the changes to which nobody has said anything in time, and tells both sides. Returns how many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lapse_amendments(&self) -> Result<usize, StoreError> {
        let at = self.now();
        let due = self.session().await?.amendments().due(at, ROUND).await?;
        for id in &due {
            let mut work = self.begin().await?;
            let closing =
                Closing { id: *id, to: AmendmentState::Expired, actor: Actor::System, at, only_of: None };
            let Some(closed) = work.amendments().close(&closing).await? else { continue };
            self.tell_over(work.as_mut(), &closed, *id).await?;
            self.tell_answer(work.as_mut(), closed.order, *id).await?;
            work.commit().await?;
        }
        Ok(due.len())
    }

    /// False if there are too few pieces: then nothing of it happened.
    async fn agree(&self, customer: CustomerId, id: AmendmentId) -> Result<bool, StoreError> {
        let at = self.now();
        let mut work = self.begin().await?;
        let Some(amendment) = work.amendments().find(id).await? else { return Ok(true) };
        work.credit().hold_owner(amendment.order).await?;
        let Some(amending) = work.amendments().agree(id, customer, at).await? else { return Ok(true) };
        if !work.catalog().shift(&amending.pieces).await?.is_empty() {
            return Ok(false);
        }
        if !amending.keeps_promo {
            work.promos().give_back(amending.order).await?;
        }
        if !amending.surplus.is_zero() {
            let (back, key) = (CreditChange::Given(amending.surplus), format!("amended:{id}"));
            let entry = NewCreditEntry::of_order(customer, back, amending.order, key, at);
            work.credit().book(&entry).await?;
        }
        self.tell_answer(work.as_mut(), amending.order, id).await?;
        work.commit().await?;
        Ok(true)
    }

    /// The order stays as it is.
    async fn close(
        &self,
        customer: CustomerId,
        id: AmendmentId,
        to: AmendmentState,
    ) -> Result<(), StoreError> {
        let mut work = self.begin().await?;
        let closing = Closing { id, to, actor: Actor::Customer, at: self.now(), only_of: Some(customer) };
        if let Some(closed) = work.amendments().close(&closing).await? {
            self.tell_answer(work.as_mut(), closed.order, id).await?;
            work.commit().await?;
        }
        Ok(())
    }

    async fn tell_over(
        &self,
        work: &mut dyn UnitOfWork,
        closed: &Closed,
        amendment: AmendmentId,
    ) -> Result<(), StoreError> {
        let Some(customer) = closed.customer else { return Ok(()) };
        work.outbox().push(&[(customer.chat(), Notice::AmendmentOver { amendment })], self.now()).await
    }

    async fn tell_answer(
        &self,
        work: &mut dyn UnitOfWork,
        order: OrderId,
        amendment: AmendmentId,
    ) -> Result<(), StoreError> {
        self.push_to_staff(work, &[Notice::StaffCard { order }, Notice::AmendmentAnswered { amendment }])
            .await
    }

    async fn drafted<S: Session + ?Sized>(
        &self,
        session: &mut S,
        amendment: Amendment,
        settings: &ShopSettings,
    ) -> Result<Option<Drafted>, StoreError> {
        let Some(order) = session.orders().find(amendment.order).await? else { return Ok(None) };
        let shelves = session.amendments().shelves(order.id).await?;
        let promo = promo_of(session, &order).await?;
        let mut terms = settings.delivery.clone();
        if let Some(name) = &order.zone {
            let zone = settings.zones.all().iter().find(|zone| zone.name == *name);
            // For a zone that the shop has given up it costs what was agreed.
            terms.fee = zone.map_or(order.totals.delivery, |zone| zone.fee);
        }
        let requote = Requote::of(&order, &amendment.pieces, amendment.fee, &shelves, &terms, promo);
        Ok(Some(Drafted { order, amendment, requote }))
    }
}

async fn promo_of<S: Session + ?Sized>(session: &mut S, order: &Order) -> Result<Option<Promo>, StoreError> {
    let code = order.promo.as_deref().and_then(|code| PromoCode::parse(code).ok());
    let (Some(code), Some(customer)) = (code, order.customer) else { return Ok(None) };
    let found = session.promos().find(&code, customer).await?;
    Ok(found.map(|(promo, _)| promo))
}

/// Can a draft be put to the customer? What there is of the pieces is asked only so that nobody is offered what is not
/// there; they are taken when the customer agrees.
async fn acceptable(
    work: &mut dyn UnitOfWork,
    drafted: &Drafted,
) -> Result<Result<(), AmendRefusal>, StoreError> {
    let Drafted { order, amendment, requote } = drafted;
    if amendment.state != AmendmentState::Draft {
        return Ok(Err(AmendRefusal::Overtaken));
    }
    if amendment.pieces.iter().all(|pieces| *pieces == 0) {
        return Ok(Err(AmendRefusal::Empty));
    }
    if requote.gist.changes.is_empty() {
        return Ok(Err(AmendRefusal::Nothing));
    }
    let more: Vec<(SkuId, u32)> = order
        .lines
        .iter()
        .zip(&amendment.pieces)
        .filter(|(line, pieces)| **pieces > line.quantity)
        .map(|(line, pieces)| (line.sku, pieces - line.quantity))
        .collect();
    let short = work.amendments().short(&more).await?;
    Ok(if short.is_empty() { Ok(()) } else { Err(AmendRefusal::Short(short)) })
}
