//! Support threads.

use super::delivery::{Delivery, seconds};
use super::store::{Held, Pg};
use crate::domain::{ChatId, CustomerId, Letter, MessageId, UpdateId};
use crate::repository::{Letters, NewLetter, StoreError, Support};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::time::Duration;

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
    async fn keep(&mut self, letter: &NewLetter) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "INSERT INTO support_messages (customer, chat, message, author, body, has_file, at)
             SELECT id, $2, $3, $4, $5, $6, $7 FROM customers WHERE id = $1
             ON CONFLICT (chat, message) DO NOTHING",
            letter.customer.0,
            letter.place.0.0,
            letter.place.1.0,
            letter.author,
            letter.body,
            letter.has_file,
            letter.at,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn letters(
        &mut self,
        customer: CustomerId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Letter>, StoreError> {
        let letters = sqlx::query_as!(
            Letter,
            "SELECT id, author, body, has_file, at FROM support_messages
             WHERE customer = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3",
            customer.0,
            before,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(letters)
    }
}

#[async_trait]
impl Letters for Delivery {
    async fn forget_letters(&self, age: Duration, limit: i64) -> Result<u64, StoreError> {
        let gone = sqlx::query!(
            "DELETE FROM support_messages WHERE id = ANY (ARRAY(
                 SELECT id FROM support_messages WHERE at < now() - make_interval(secs => $1)
                 ORDER BY at LIMIT $2))",
            seconds(age),
            limit,
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(gone.rows_affected())
    }
}
