//! Customers as the staff look them up, and whom the shop no longer serves.

use super::Shop;
use crate::domain::{Actor, Customer, CustomerId, Deed, Phone, Subject};
use crate::repository::StoreError;

impl Shop {
    /// The customer behind `@username`, a phone number or a Telegram user id; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn look_up_customer(&self, typed: &str) -> Result<Option<Customer>, StoreError> {
        let mut session = self.session().await?;
        if let Some(name) = typed.strip_prefix('@') {
            let Some(id) = session.staff().named(name).await? else { return Ok(None) };
            return session.customers().find(CustomerId(id)).await;
        }
        let is_id = typed.chars().all(|c| c.is_ascii_digit());
        if is_id
            && let Ok(id) = typed.parse()
            && let Some(customer) = session.customers().find(CustomerId(id)).await?
        {
            return Ok(Some(customer));
        }
        let Ok(phone) = Phone::parse(typed, self.terms.country) else { return Ok(None) };
        let Some(id) = session.customers().with_phone(&phone).await? else { return Ok(None) };
        session.customers().find(id).await
    }

    /// What the staff noted about a customer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn customer_note(&self, id: CustomerId) -> Result<Option<String>, StoreError> {
        self.session().await?.customers().staff_note(id).await
    }

    /// Notes something about a customer for colleagues, or (`None`) nothing any more. False if it is noted already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn annotate_customer(
        &self,
        id: CustomerId,
        note: Option<&str>,
        by: Actor,
    ) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        if !work.customers().annotate(id, note).await? {
            return Ok(false);
        }
        let word = if note.is_some() { "noted" } else { "removed" };
        let (subject, change) = (Subject::Person(id.0), (None, Some(word.to_owned())));
        self.commit_deed(work, by, Deed::CustomerAnnotated, subject, change).await?;
        Ok(true)
    }

    /// Lets what a customer did not collect count no more. False if it is so already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn clear_no_shows(&self, id: CustomerId, by: Actor) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        let Some(before) = work.track_records().clear_no_shows(id).await? else { return Ok(false) };
        let change = (Some(before.to_string()), Some("0".to_owned()));
        self.commit_deed(work, by, Deed::NoShowsCleared, Subject::Person(id.0), change).await?;
        Ok(true)
    }

    /// Serves a customer no longer, or again. False if it is so already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_banned(&self, id: CustomerId, banned: bool, by: Actor) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        if !work.customers().set_banned(id, banned).await? {
            return Ok(false);
        }
        let word = |banned| Some(if banned { "banned" } else { "served" }.to_owned());
        let change = (word(!banned), word(banned));
        self.commit_deed(work, by, Deed::CustomerBanned, Subject::Person(id.0), change).await?;
        Ok(true)
    }
}
