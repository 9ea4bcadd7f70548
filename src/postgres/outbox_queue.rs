//! The queue of messages to other chats.

use super::delivery::{Delivery, age, seconds};
use crate::domain::{ChatId, Urgency};
use crate::repository::{Claim, Ended, Ending, OutboxDepth, OutboxQueue, OutboxRow, StoreError};
use async_trait::async_trait;
use std::time::Duration;

/// How many chats one claim looks at. Chats that rest are looked at too, with one index probe each.
const CHATS_PER_CLAIM: i64 = 256;

#[async_trait]
impl OutboxQueue for Delivery {
    async fn claim(
        &self,
        urgency: Urgency,
        cursor: Option<ChatId>,
        limit: i64,
        hold: Duration,
    ) -> Result<(Vec<OutboxRow>, Option<ChatId>), StoreError> {
        // `chats` walks the index from chat to chat, so that a group with thousands of waiting rows costs
        // one probe. A row behind the head of its chat is never looked at: that keeps the order.
        let rows = sqlx::query!(
            r#"
            WITH RECURSIVE chats AS (
                (SELECT chat_id FROM outbox
                 WHERE state = 'waiting' AND urgency = $1 AND chat_id > $2 ORDER BY chat_id LIMIT 1)
                UNION ALL
                SELECT (SELECT o.chat_id FROM outbox o
                        WHERE o.state = 'waiting' AND o.urgency = $1 AND o.chat_id > c.chat_id
                        ORDER BY o.chat_id LIMIT 1)
                FROM chats c WHERE c.chat_id IS NOT NULL
            ), looked AS MATERIALIZED (
                SELECT chat_id FROM chats WHERE chat_id IS NOT NULL LIMIT $3
            ), heads AS MATERIALIZED (
                SELECT h.id, h.due_at FROM looked, LATERAL (
                    SELECT o.id, o.due_at FROM outbox o
                    WHERE o.state = 'waiting' AND o.urgency = $1 AND o.chat_id = looked.chat_id
                    ORDER BY o.id LIMIT 1
                ) h
                WHERE h.due_at <= now() LIMIT $4
            ), locked AS MATERIALIZED (
                SELECT o.id, o.chat_id, o.coalesce_key FROM outbox o JOIN heads h ON h.id = o.id
                WHERE o.state = 'waiting' AND o.due_at <= now()
                FOR UPDATE OF o SKIP LOCKED
            ), newest AS MATERIALIZED (
                SELECT l.id, l.chat_id, l.coalesce_key, n.id AS newest_id, n.notice
                FROM locked l, LATERAL (
                    SELECT o.id, o.notice FROM outbox o
                    WHERE o.state = 'waiting' AND o.chat_id = l.chat_id
                      AND o.coalesce_key = l.coalesce_key AND o.coalesce_key IS NOT NULL AND o.id > l.id
                    ORDER BY o.id DESC LIMIT 1
                ) n
            ), superseded AS (
                UPDATE outbox o SET state = 'superseded', ended_at = now() FROM newest n
                WHERE o.state = 'waiting' AND o.chat_id = n.chat_id AND o.coalesce_key = n.coalesce_key
                  AND o.coalesce_key IS NOT NULL AND o.id > n.id AND o.id <= n.newest_id
            ), claimed AS (
                UPDATE outbox o SET claim = nextval('outbox_claim'), notice = coalesce(n.notice, o.notice),
                                    due_at = now() + make_interval(secs => $5)
                FROM locked l LEFT JOIN newest n ON n.id = l.id
                WHERE o.id = l.id
                RETURNING o.id, o.claim, o.chat_id, o.notice, o.attempts, o.created_at
            )
            SELECT (SELECT count(*) FROM looked) AS "looked!",
                   (SELECT max(chat_id) FROM looked) AS last_looked,
                   (SELECT count(*) FROM heads) AS "heads!",
                   c.id AS "id?", c.claim AS "claim?", c.notice AS "notice?", c.attempts AS "attempts?",
                   coalesce(m.new_chat_id, c.chat_id) AS chat_id,
                   c.chat_id AS "queued_for?",
                   extract(epoch FROM now() - c.created_at)::float8 AS age
            FROM (SELECT 1) AS always
            LEFT JOIN claimed c ON true
            LEFT JOIN chat_migrations m ON m.old_chat_id = c.chat_id
            ORDER BY c.id
            "#,
            urgency as i16,
            cursor.map_or(i64::MIN, |chat| chat.0),
            CHATS_PER_CLAIM,
            limit,
            seconds(hold),
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;

        // Full hands: go on behind the last chat that was served. Otherwise behind the last one looked at.
        let served = rows.iter().filter_map(|row| row.queued_for).max();
        let next = rows.first().and_then(|row| {
            if row.heads >= limit {
                served.map(ChatId)
            } else {
                row.last_looked.filter(|_| row.looked >= CHATS_PER_CLAIM).map(ChatId)
            }
        });
        let claimed = rows.into_iter().filter_map(|row| {
            Some(OutboxRow {
                claim: Claim { id: row.id?, number: row.claim? },
                chat: ChatId(row.chat_id?),
                urgency,
                notice: serde_json::from_value(row.notice?).ok(),
                attempts: row.attempts?,
                age: age(row.age?),
            })
        });
        Ok((claimed.collect(), next))
    }

    async fn settle(&self, ended: &[Ended]) -> Result<(), StoreError> {
        let mut ids: Vec<i64> = Vec::new();
        let mut claims: Vec<i64> = Vec::new();
        let mut states: Vec<&str> = Vec::new();
        let mut delays: Vec<f64> = Vec::new();
        let mut tried: Vec<i16> = Vec::new();
        let mut causes: Vec<Option<&str>> = Vec::new();
        for Ended { claim, ending } in ended {
            let (state, delay, attempt, cause) = match ending {
                Ending::Sent => ("sent", Duration::ZERO, 1, None),
                Ending::Unreachable => ("unreachable", Duration::ZERO, 1, None),
                Ending::Dead { cause } => ("dead", Duration::ZERO, 1, Some(cause.as_str())),
                Ending::Wait(delay) => ("waiting", *delay, 0, None),
                Ending::Retry { after, cause } => ("waiting", *after, 1, Some(cause.as_str())),
            };
            ids.push(claim.id);
            claims.push(claim.number);
            states.push(state);
            delays.push(seconds(delay));
            tried.push(attempt);
            causes.push(cause);
        }
        sqlx::query!(
            "UPDATE outbox o SET state = e.state, attempts = o.attempts + e.tried, claim = NULL,
                    last_error = coalesce(e.cause, o.last_error),
                    due_at = now() + make_interval(secs => e.delay),
                    ended_at = CASE WHEN e.state <> 'waiting' THEN now() END
             FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::float8[], $5::smallint[], $6::text[])
                  AS e(id, claim, state, delay, tried, cause)
             WHERE o.id = e.id AND o.claim = e.claim AND o.state = 'waiting'",
            &ids,
            &claims,
            &states as &[&str],
            &delays,
            &tried,
            &causes as &[Option<&str>],
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(())
    }

    async fn migrate(&self, old: ChatId, new: ChatId) -> Result<(), StoreError> {
        let mut tx = self.connections.begin().await?;
        // A chat may move twice: what led to the old id leads to the new one.
        sqlx::query!("UPDATE chat_migrations SET new_chat_id = $2 WHERE new_chat_id = $1", old.0, new.0)
            .execute(&mut *tx)
            .await?;
        sqlx::query!(
            "INSERT INTO chat_migrations (old_chat_id, new_chat_id) VALUES ($1, $2)
             ON CONFLICT (old_chat_id) DO UPDATE SET new_chat_id = excluded.new_chat_id, migrated_at = now()",
            old.0,
            new.0
        )
        .execute(&mut *tx)
        .await?;
        sqlx::query!(
            "UPDATE outbox SET chat_id = $2 WHERE state = 'waiting' AND urgency IN (0, 1, 2) AND chat_id = $1",
            old.0,
            new.0
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await
    }

    async fn current(&self, chat: ChatId) -> Result<ChatId, StoreError> {
        let new =
            sqlx::query_scalar!("SELECT new_chat_id FROM chat_migrations WHERE old_chat_id = $1", chat.0)
                .fetch_optional(&mut *self.connections.lend().await?)
                .await?;
        Ok(new.map_or(chat, ChatId))
    }

    async fn depth(&self) -> Result<Vec<OutboxDepth>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT urgency, count(*) AS "waiting!",
                      extract(epoch FROM now() - min(created_at))::float8 AS "oldest!"
               FROM outbox WHERE state = 'waiting' GROUP BY urgency"#
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        let depth = |urgency: Urgency| {
            let row = rows.iter().find(|row| row.urgency == urgency as i16);
            OutboxDepth {
                urgency,
                waiting: row.map_or(0, |row| row.waiting),
                oldest: row.map_or(Duration::ZERO, |row| age(row.oldest)),
            }
        };
        Ok(Urgency::OUTBOX.map(depth).to_vec())
    }

    async fn forget(&self, age: Duration, limit: i64) -> Result<u64, StoreError> {
        let gone = sqlx::query!(
            "DELETE FROM outbox WHERE id = ANY (ARRAY(
                 SELECT id FROM outbox
                 WHERE state <> 'waiting' AND state <> 'dead' AND ended_at < now() - make_interval(secs => $1)
                 ORDER BY ended_at LIMIT $2
             ))",
            seconds(age),
            limit
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(gone.rows_affected())
    }
}
