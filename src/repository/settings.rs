//! What the staff decided about the shop.

use super::StoreError;
use crate::domain::{Setting, UpdateId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A setting that was changed at some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSetting {
    /// Which.
    pub setting: Setting,
    /// Its text; `None`: the value of the installation again.
    pub value: Option<String>,
    /// The version that brought it.
    pub version: i64,
}

/// All of them. What this program does not know (a newer one may have stored it) is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredSettings {
    /// Counts the changes.
    pub version: i64,
    /// Those that were changed.
    pub all: Vec<StoredSetting>,
}

impl StoredSettings {
    /// What was stored of one.
    #[must_use]
    pub fn find(&self, setting: Setting) -> Option<&StoredSetting> {
        self.all.iter().find(|stored| stored.setting == setting)
    }
}

/// Settings.
#[async_trait]
pub trait Settings: Send {
    /// All of them, as they hold now.
    async fn read(&mut self) -> Result<StoredSettings, StoreError>;
    /// The same. Nobody else changes one until the unit of work ends.
    async fn hold(&mut self) -> Result<StoredSettings, StoreError>;
    /// Sets one, and counts the version up. Between [`hold`](Self::hold) and the end of the unit of work.
    async fn set(&mut self, setting: Setting, value: Option<&str>) -> Result<(), StoreError>;
    /// Keeps a text that is not to hold yet, once per update. Forgets those of last month.
    async fn keep_draft(
        &mut self,
        update: UpdateId,
        setting: Setting,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Takes such a text away; `None` if somebody has done so.
    async fn take_draft(&mut self, update: UpdateId) -> Result<Option<(Setting, String)>, StoreError>;
}
