//! Who works here, and who did what.

use super::Shop;
use crate::domain::{Actor, AuditEntry, AuditFilter, Deed, NewAudit, Role, StaffMember, Subject};
use crate::repository::{Presence, StoreError, UnitOfWork};

impl Shop {
    /// Somebody who was met in the staff group.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_member(&self, person: i64) -> Result<Option<StaffMember>, StoreError> {
        self.session().await?.staff().find(person).await
    }

    /// Who has this username: somebody of the staff, or a customer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person_named(&self, username: &str) -> Result<Option<i64>, StoreError> {
        self.session().await?.staff().named(username).await
    }

    /// Who is in the staff group, by name, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_members(&self, limit: u32) -> Result<Vec<StaffMember>, StoreError> {
        self.session().await?.staff().list(limit).await
    }

    /// Writes down who somebody of the staff group is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meet_staff(&self, who: &Presence) -> Result<StaffMember, StoreError> {
        self.session().await?.staff().met(who, false).await
    }

    /// Somebody came to the staff group, left it, or is something else in it now. Holds at once on every instance.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_moved(&self, who: &Presence) -> Result<StaffMember, StoreError> {
        self.session().await?.staff().met(who, true).await
    }

    /// Gives somebody another role. False if the role they had been given is not `from` any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn give_role(
        &self,
        person: i64,
        from: Option<Role>,
        to: Option<Role>,
        by: Actor,
    ) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        if !work.staff().give(person, from, to).await? {
            return Ok(false);
        }
        let word = |role: Option<Role>| role.map(|role| role.as_str().to_owned());
        let change = (word(from), word(to));
        self.commit_deed(work, by, Deed::RoleGiven, Subject::Person(person), change).await?;
        Ok(true)
    }

    /// What the staff did, the newest first: at most `limit` entries with an id below `before`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audit(
        &self,
        filter: AuditFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.session().await?.audit().latest(filter, before, limit).await
    }

    /// Writes down a deed that another room has done.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_deed(
        &self,
        by: Actor,
        deed: Deed,
        subject: Subject,
        after: &str,
    ) -> Result<(), StoreError> {
        let work = self.begin().await?;
        self.commit_deed(work, by, deed, subject, (None, Some(after.to_owned()))).await
    }

    /// Writes down a deed, and makes it true together with what was done.
    pub(super) async fn commit_deed(
        &self,
        mut work: Box<dyn UnitOfWork>,
        actor: Actor,
        deed: Deed,
        subject: Subject,
        change: (Option<String>, Option<String>),
    ) -> Result<(), StoreError> {
        self.record(work.as_mut(), actor, deed, subject, change).await?;
        work.commit().await
    }

    /// Writes down a deed in its own transaction: true together or not at all.
    pub(super) async fn record(
        &self,
        work: &mut dyn UnitOfWork,
        actor: Actor,
        deed: Deed,
        subject: Subject,
        (before, after): (Option<String>, Option<String>),
    ) -> Result<(), StoreError> {
        let at = self.now();
        work.audit().record(&NewAudit { actor, deed, subject, before, after, at }).await
    }
}
