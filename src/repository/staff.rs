//! Who works here, and who did what.

use super::StoreError;
use crate::domain::{AuditEntry, AuditFilter, NewAudit, Role, StaffMember, Standing};
use async_trait::async_trait;

/// Somebody of the staff group, as Telegram tells of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The Telegram user id.
    pub person: i64,
    /// First and last name.
    pub name: String,
    /// The username without `@`.
    pub username: Option<String>,
    /// What they are in the group; `None` if they are not in it.
    pub standing: Option<Standing>,
}

/// The staff.
#[async_trait]
pub trait Staff: Send {
    /// Somebody who was met in the group.
    async fn find(&mut self, person: i64) -> Result<Option<StaffMember>, StoreError>;
    /// Who has this username, among the staff and then among the customers.
    async fn named(&mut self, username: &str) -> Result<Option<i64>, StoreError>;
    /// Who is in the group, by name, at most `limit`.
    async fn list(&mut self, limit: u32) -> Result<Vec<StaffMember>, StoreError>;
    /// Writes down who they are. With `moved`, what was remembered of their place in the group is old everywhere. Who
    /// leaves gives their role back, but not a ban on having one.
    async fn met(&mut self, who: &Presence, moved: bool) -> Result<StaffMember, StoreError>;
    /// Compare-and-set of the role that was given; false if it was not `from`.
    async fn give(&mut self, person: i64, from: Option<Role>, to: Option<Role>) -> Result<bool, StoreError>;
}

/// Who did what.
#[async_trait]
pub trait Audit: Send {
    /// Writes down what somebody of the staff did, in the transaction of the deed. Deeds of others are left out.
    async fn record(&mut self, entry: &NewAudit) -> Result<(), StoreError>;
    /// The latest entries with an id below `before`, the newest first. A page has at most 50.
    async fn latest(
        &mut self,
        filter: AuditFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, StoreError>;
}
