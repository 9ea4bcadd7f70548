//! The updates that could not be handled.

use super::delivery::Delivery;
use crate::domain::UpdateId;
use crate::repository::{DeadLetter, DeadLetters, Lane, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl DeadLetters for Delivery {
    async fn list(&self, before: Option<DateTime<Utc>>, limit: i64) -> Result<Vec<DeadLetter>, StoreError> {
        let rows = sqlx::query_as!(
            Row,
            "SELECT update_id, lane, kind, raw, attempts, cause, received_at, died_at FROM dead_letters
             WHERE died_at < coalesce($1, 'infinity'::timestamptz) ORDER BY died_at DESC LIMIT $2",
            before,
            limit
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        Ok(rows.into_iter().map(DeadLetter::from).collect())
    }

    async fn find(&self, update: UpdateId) -> Result<Option<DeadLetter>, StoreError> {
        let row = sqlx::query_as!(
            Row,
            "SELECT update_id, lane, kind, raw, attempts, cause, received_at, died_at FROM dead_letters
             WHERE update_id = $1",
            update.0
        )
        .fetch_optional(&mut *self.connections.lend().await?)
        .await?;
        Ok(row.map(DeadLetter::from))
    }

    async fn retry(&self, update: UpdateId) -> Result<bool, StoreError> {
        let moved = sqlx::query_scalar!(
            r#"
            WITH letter AS (
                DELETE FROM dead_letters WHERE update_id = $1 RETURNING *
            ), again AS (
                INSERT INTO inbox (lane, update_id, kind, raw, last_error, received_at)
                SELECT lane, update_id, kind, raw, cause, received_at FROM letter
            ), due AS (
                INSERT INTO lanes (lane, due_at) SELECT lane, now() FROM letter
                ON CONFLICT (lane) DO UPDATE SET arrivals = lanes.arrivals + 1
                RETURNING lane, holder
            )
            SELECT pg_notify('lanes', CASE WHEN holder IS NULL THEN 'due' ELSE lane::text END) IS NOT NULL AS told
            FROM due
            "#,
            update.0
        )
        .fetch_optional(&mut *self.connections.lend().await?)
        .await?;
        Ok(moved.is_some())
    }

    async fn drop_letter(&self, update: UpdateId) -> Result<bool, StoreError> {
        let gone = sqlx::query!("DELETE FROM dead_letters WHERE update_id = $1", update.0)
            .execute(&mut *self.connections.lend().await?)
            .await?;
        Ok(gone.rows_affected() > 0)
    }
}

struct Row {
    update_id: i64,
    lane: i64,
    kind: String,
    raw: String,
    attempts: i16,
    cause: String,
    received_at: DateTime<Utc>,
    died_at: DateTime<Utc>,
}

impl From<Row> for DeadLetter {
    fn from(row: Row) -> Self {
        Self {
            update: UpdateId(row.update_id),
            lane: Lane(row.lane),
            kind: row.kind,
            raw: row.raw,
            attempts: row.attempts,
            cause: row.cause,
            received_at: row.received_at,
            died_at: row.died_at,
        }
    }
}
