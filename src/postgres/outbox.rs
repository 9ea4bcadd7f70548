//! The writing end of the outbox.

use super::store::{Held, Pg};
use crate::domain::{ChatId, Notice};
use crate::repository::{Outbox, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::types::Json;

#[async_trait]
impl<C: Held> Outbox for Pg<C> {
    async fn push(&mut self, notices: &[(ChatId, Notice)], now: DateTime<Utc>) -> Result<(), StoreError> {
        if notices.is_empty() {
            return Ok(());
        }
        let chats: Vec<i64> = notices.iter().map(|(chat, _)| chat.0).collect();
        let urgencies: Vec<i16> = notices.iter().map(|(_, notice)| notice.urgency() as i16).collect();
        let keys: Vec<Option<String>> = notices.iter().map(|(_, notice)| notice.coalesce_key()).collect();
        let notices: Vec<Json<&Notice>> = notices.iter().map(|(_, notice)| Json(notice)).collect();
        sqlx::query!(
            "INSERT INTO outbox (chat_id, urgency, coalesce_key, notice, created_at)
             SELECT chat, urgency, key, notice, $5
             FROM unnest($1::bigint[], $2::smallint[], $3::text[], $4::jsonb[]) AS n (chat, urgency, key, notice)",
            &chats,
            &urgencies,
            &keys as _,
            &notices as _,
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }
}
