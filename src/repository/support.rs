//! Which message in the staff group belongs to which customer, so that a reply finds its way.

use super::StoreError;
use crate::domain::{ChatId, CustomerId, MessageId, UpdateId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Support threads.
#[async_trait]
pub trait Support: Send {
    /// True the first time an update is seen here: a redelivered message is relayed once.
    async fn first_time(&mut self, update: UpdateId, now: DateTime<Utc>) -> Result<bool, StoreError>;
    /// Remembers that this message in the staff group speaks for this customer, or was written to them.
    async fn link(
        &mut self,
        chat: ChatId,
        message: MessageId,
        customer: CustomerId,
    ) -> Result<(), StoreError>;
    /// The latest message in this chat that belongs to this customer.
    async fn latest(&mut self, chat: ChatId, customer: CustomerId) -> Result<Option<MessageId>, StoreError>;
    /// The customer for whom this message in the staff group speaks.
    async fn customer_of(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<CustomerId>, StoreError>;
}
