//! Which group is the staff's, where no setting says so.

use super::StoreError;
use crate::domain::ChatId;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The group of the staff, as `/setup` left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetupState {
    /// Counts the groups there were.
    pub generation: i32,
    /// Where it is now; `None`: nobody has chosen one.
    pub group: Option<ChatId>,
}

/// The choice of the staff group.
#[async_trait]
pub trait Setup: Send {
    /// How it stands.
    async fn state(&mut self) -> Result<SetupState, StoreError>;
    /// Counts a try, and tells how many this person made within an hour.
    async fn attempt(&mut self, person: i64, now: DateTime<Utc>) -> Result<u32, StoreError>;
    /// Makes a group the staff's, if nobody has chosen another since `seen`. What waits for the staff goes there, and nobody is
    /// known to be in it.
    async fn choose(&mut self, seen: i32, group: ChatId) -> Result<bool, StoreError>;
}
