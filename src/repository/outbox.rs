//! Messages to other chats, written in the transaction of their cause.

use super::StoreError;
use crate::domain::{ChatId, Notice};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The writing end of the outbox.
#[async_trait]
pub trait Outbox: Send {
    /// Leaves notices for the senders.
    async fn push(&mut self, notices: &[(ChatId, Notice)], now: DateTime<Utc>) -> Result<(), StoreError>;
}
