//! Support threads.

use super::store::{Held, Pg};
use crate::domain::{ChatId, CustomerId, MessageId, UpdateId};
use crate::repository::{StoreError, Support};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Support for Pg<C> {
    async fn first_time(&mut self, update: UpdateId, now: DateTime<Utc>) -> Result<bool, StoreError> {
        // A week after, a restarted count may legally bring the same number again.
        let done = sqlx::query!(
            "WITH old AS (DELETE FROM relayed_updates WHERE at < $2::timestamptz - interval '3 days')
             INSERT INTO relayed_updates (update_id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            update.0,
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn link(
        &mut self,
        chat: ChatId,
        message: MessageId,
        customer: CustomerId,
    ) -> Result<(), StoreError> {
        // A customer who was forgotten meanwhile gets no link.
        sqlx::query!(
            "INSERT INTO support_links (chat, message, customer) SELECT $1, $2, id FROM customers WHERE id = $3
             ON CONFLICT (chat, message) DO UPDATE SET customer = excluded.customer",
            chat.0,
            message.0,
            customer.0,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn latest(&mut self, chat: ChatId, customer: CustomerId) -> Result<Option<MessageId>, StoreError> {
        let found = sqlx::query_scalar!(
            "SELECT message FROM support_links WHERE customer = $1 AND chat = $2 ORDER BY message DESC LIMIT 1",
            customer.0,
            chat.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(found.map(MessageId))
    }

    async fn customer_of(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<CustomerId>, StoreError> {
        let found = sqlx::query_scalar!(
            "SELECT customer FROM support_links WHERE chat = $1 AND message = $2",
            chat.0,
            message.0
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(found.map(CustomerId))
    }
}
