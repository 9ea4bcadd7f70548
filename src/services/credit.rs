//! Store credit that the staff give and take.

use super::Shop;
use super::showcase::figure;
use crate::domain::{
    Actor, CreditChange, CreditEntry, Customer, CustomerId, Deed, Notice, Subject, UpdateId,
};
use crate::repository::{Booked, NewCreditEntry, StoreError};

impl Shop {
    /// Gives store credit to a customer, or takes some away. Once for each question that was answered: `asked` is the
    /// update that brought it up. Who gets something is told.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn change_credit(
        &self,
        customer: CustomerId,
        change: CreditChange,
        reason: &str,
        asked: UpdateId,
        by: Actor,
    ) -> Result<Booked, StoreError> {
        let at = self.now();
        let who = Some(by.name().to_owned());
        let (reason, key) = (reason.to_owned(), format!("staff:{asked}"));
        let entry = NewCreditEntry { customer, change, reason, who, order: None, key, at };
        let mut work = self.begin().await?;
        let booked = work.credit().book(&entry).await?;
        let Booked::Done(after) = booked else { return Ok(booked) };
        let before = match change {
            CreditChange::Given(amount) => after.minus(amount),
            CreditChange::Taken(amount) => after.plus(amount),
        };
        let figures = (Some(figure(before)), Some(figure(after)));
        self.record(work.as_mut(), by, Deed::CreditChanged, Subject::Person(customer.0), figures).await?;
        if let CreditChange::Given(amount) = change {
            work.outbox().push(&[(customer.chat(), Notice::CreditGiven { amount })], at).await?;
        }
        work.commit().await?;
        Ok(booked)
    }

    /// A customer with the latest entries of their credit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn customer_and_credit(
        &self,
        id: CustomerId,
        entries: u32,
    ) -> Result<Option<(Customer, Vec<CreditEntry>)>, StoreError> {
        let mut session = self.session().await?;
        let Some(customer) = session.customers().find(id).await? else { return Ok(None) };
        let latest = session.credit().latest(id, entries).await?;
        Ok(Some((customer, latest)))
    }
}
