//! Which group is the staff's, where no setting says so.

use super::store::{Held, Pg};
use super::value::count;
use crate::domain::ChatId;
use crate::repository::{Setup, SetupState, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Setup for Pg<C> {
    async fn state(&mut self) -> Result<SetupState, StoreError> {
        let row = sqlx::query!(
            r#"SELECT s.generation, m.new_chat_id AS "group?"
               FROM staff_setup s LEFT JOIN chat_migrations m ON m.old_chat_id = $1"#,
            ChatId::STAFF.0,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(SetupState { generation: row.generation, group: row.group.map(ChatId) })
    }

    async fn attempt(&mut self, person: i64, now: DateTime<Utc>) -> Result<u32, StoreError> {
        let tries = sqlx::query_scalar!(
            "WITH old AS (DELETE FROM setup_attempts WHERE since < $2::timestamptz - interval '1 hour' AND person <> $1)
             INSERT INTO setup_attempts AS a (person, tries, since) VALUES ($1, 1, $2)
             ON CONFLICT (person) DO UPDATE
             SET tries = CASE WHEN a.since < $2::timestamptz - interval '1 hour' THEN 1 ELSE a.tries + 1 END,
                 since = CASE WHEN a.since < $2::timestamptz - interval '1 hour' THEN $2 ELSE a.since END
             RETURNING tries",
            person,
            now,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(count(tries))
    }

    async fn choose(&mut self, seen: i32, group: ChatId) -> Result<bool, StoreError> {
        let turned =
            sqlx::query!("UPDATE staff_setup SET generation = generation + 1 WHERE generation = $1", seen,)
                .execute(&mut *self.0)
                .await?;
        if turned.rows_affected() == 0 {
            return Ok(false);
        }
        sqlx::query!(
            "INSERT INTO chat_migrations (old_chat_id, new_chat_id) VALUES ($1, $2)
             ON CONFLICT (old_chat_id) DO UPDATE SET new_chat_id = excluded.new_chat_id, migrated_at = now()",
            ChatId::STAFF.0,
            group.0,
        )
        .execute(&mut *self.0)
        .await?;
        sqlx::query!(
            "UPDATE outbox SET due_at = now() WHERE state = 'waiting' AND urgency IN (0, 1, 2) AND chat_id = $1",
            ChatId::STAFF.0,
        )
        .execute(&mut *self.0)
        .await?;
        sqlx::query!("UPDATE staff SET standing = NULL, moves = moves + 1").execute(&mut *self.0).await?;
        Ok(true)
    }
}
