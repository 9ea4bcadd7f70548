//! The recipients of broadcasts.

use super::delivery::{Delivery, seconds};
use super::pool::Work;
use super::store::Pg;
use super::value::broken;
use crate::domain::{BroadcastId, BroadcastLink, ChatId, CustomerId, MessageId, Notice};
use crate::repository::{
    BulkClaim, BulkEnded, BulkEnding, BulkQueue, BulkRow, Departure, Outbox as _, StoreError,
};
use async_trait::async_trait;
use std::time::Duration;

#[async_trait]
impl BulkQueue for Delivery {
    async fn claim(&self, limit: i64, hold: Duration) -> Result<Vec<BulkRow>, StoreError> {
        // One probe of the index for each broadcast that is sending: those called off may have left many rows there.
        // News waits if the head of a chat is due: what stands behind a head that rests must not stop everything.
        let rows = sqlx::query!(
            r#"
            WITH next AS MATERIALIZED (
                SELECT r.broadcast, r.customer
                FROM broadcasts b
                CROSS JOIN LATERAL (
                    SELECT w.broadcast, w.customer FROM broadcast_recipients w
                    WHERE w.broadcast = b.id AND w.state = 'waiting' AND w.due_at <= now()
                    ORDER BY w.customer LIMIT $1
                    FOR UPDATE SKIP LOCKED
                ) r
                WHERE b.state = 'sending'
                  AND NOT EXISTS (
                      SELECT FROM outbox o
                      WHERE o.state = 'waiting' AND o.urgency = 0 AND o.due_at <= now()
                        AND NOT EXISTS (SELECT FROM outbox head
                                        WHERE head.state = 'waiting' AND head.urgency = 0
                                          AND head.chat_id = o.chat_id AND head.id < o.id))
                ORDER BY b.id LIMIT $1
            ), claimed AS (
                UPDATE broadcast_recipients r
                SET claim = nextval('broadcast_claim'), due_at = now() + make_interval(secs => $2)
                FROM next n WHERE r.broadcast = n.broadcast AND r.customer = n.customer
                RETURNING r.broadcast, r.customer, r.claim
            )
            SELECT c.broadcast, c.customer, c.claim AS "claim!", b.chat, b.message, b.link
            FROM claimed c JOIN broadcasts b ON b.id = c.broadcast
            ORDER BY c.broadcast, c.customer
            "#,
            limit,
            seconds(hold),
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        let link = |word: &str| BroadcastLink::parse(word).ok_or_else(|| broken("a link that is not known"));
        let rows = rows.into_iter().map(|row| {
            Ok(BulkRow {
                claim: BulkClaim {
                    broadcast: BroadcastId(row.broadcast),
                    customer: CustomerId(row.customer),
                    number: row.claim,
                },
                original: (ChatId(row.chat), MessageId(row.message)),
                link: link(&row.link)?,
            })
        });
        rows.collect()
    }

    async fn depart(&self, claim: BulkClaim, hold: Duration) -> Result<Departure, StoreError> {
        let state = sqlx::query_scalar!(
            r#"
            WITH departed AS (
                UPDATE broadcast_recipients r
                SET state = CASE WHEN c.unreachable_at IS NOT NULL THEN 'unreachable'
                                 WHEN NOT c.banned AND c.wants_broadcasts THEN 'in_flight'
                                 ELSE 'skipped' END,
                    due_at = now() + make_interval(secs => $4)
                FROM broadcasts b LEFT JOIN customers c ON c.id = $2
                WHERE r.broadcast = $1 AND r.customer = $2 AND r.claim = $3 AND r.state = 'waiting'
                  AND b.id = r.broadcast AND b.state = 'sending'
                RETURNING r.broadcast, r.state
            ), counted AS (
                UPDATE broadcasts b SET skipped = skipped + (d.state = 'skipped')::int,
                                        unreachable = unreachable + (d.state = 'unreachable')::int
                FROM departed d WHERE b.id = d.broadcast AND d.state <> 'in_flight'
            )
            SELECT state FROM departed
            "#,
            claim.broadcast.0,
            claim.customer.0,
            claim.number,
            seconds(hold),
        )
        .fetch_optional(&mut *self.connections.lend().await?)
        .await?;
        Ok(if state.as_deref() == Some("in_flight") { Departure::Go } else { Departure::Stay })
    }

    async fn settle(&self, ended: &[BulkEnded]) -> Result<(), StoreError> {
        let mut broadcasts: Vec<i64> = Vec::new();
        let mut customers: Vec<i64> = Vec::new();
        let mut claims: Vec<i64> = Vec::new();
        let mut states: Vec<&str> = Vec::new();
        let mut delays: Vec<f64> = Vec::new();
        let mut causes: Vec<Option<&str>> = Vec::new();
        for BulkEnded { claim, ending } in ended {
            let (state, delay, cause) = match ending {
                BulkEnding::Sent => ("sent", Duration::ZERO, None),
                BulkEnding::Unreachable => ("unreachable", Duration::ZERO, None),
                BulkEnding::Failed(cause) => ("failed", Duration::ZERO, Some(cause.as_str())),
                BulkEnding::Uncertain => ("uncertain", Duration::ZERO, None),
                BulkEnding::Wait(delay) => ("waiting", *delay, None),
            };
            broadcasts.push(claim.broadcast.0);
            customers.push(claim.customer.0);
            claims.push(claim.number);
            states.push(state);
            delays.push(seconds(delay));
            causes.push(cause);
        }
        // An answer that comes after its claim has ended still corrects "uncertain": nobody sends that again.
        sqlx::query!(
            "WITH held AS MATERIALIZED (
                 SELECT r.broadcast, r.customer, r.state AS was, e.state, e.delay, e.cause
                 FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::float8[], $6::text[])
                      AS e(broadcast, customer, claim, state, delay, cause)
                 JOIN broadcast_recipients r
                      ON r.broadcast = e.broadcast AND r.customer = e.customer AND r.claim = e.claim
                 WHERE r.state IN ('waiting', 'in_flight') OR (r.state = 'uncertain' AND e.state <> 'waiting')
                 FOR UPDATE OF r
             ), written AS (
                 UPDATE broadcast_recipients r
                 SET state = h.state, cause = h.cause, claim = NULL,
                     due_at = now() + make_interval(secs => h.delay)
                 FROM held h WHERE r.broadcast = h.broadcast AND r.customer = h.customer
             )
             UPDATE broadcasts b
             SET sent = b.sent + d.sent, unreachable = b.unreachable + d.unreachable, failed = b.failed + d.failed,
                 uncertain = b.uncertain + d.uncertain
             FROM (SELECT broadcast,
                          count(*) FILTER (WHERE state = 'sent')::int AS sent,
                          count(*) FILTER (WHERE state = 'unreachable')::int AS unreachable,
                          count(*) FILTER (WHERE state = 'failed')::int AS failed,
                          (count(*) FILTER (WHERE state = 'uncertain')
                           - count(*) FILTER (WHERE was = 'uncertain'))::int AS uncertain
                   FROM held GROUP BY broadcast ORDER BY broadcast) d
             WHERE b.id = d.broadcast",
            &broadcasts,
            &customers,
            &claims,
            &states as &[&str],
            &delays,
            &causes as &[Option<&str>],
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(())
    }

    async fn halt(&self, broadcast: BroadcastId, cause: &str) -> Result<(), StoreError> {
        let mut work = Pg(self.connections.begin().await?);
        let halted = sqlx::query!(
            "UPDATE broadcasts SET state = 'paused', trouble = $2 WHERE id = $1 AND state = 'sending'
             RETURNING id, chat",
            broadcast.0,
            cause,
        )
        .fetch_optional(&mut *work.0)
        .await?;
        tell(&mut work, halted.into_iter().map(|row| (row.id, row.chat))).await?;
        work.0.commit().await
    }

    async fn keep_up(&self, every: Duration, is_quiet: bool) -> Result<(), StoreError> {
        let cut_off = sqlx::query_scalar!(
            r#"WITH lost AS (
                   UPDATE broadcast_recipients SET state = 'uncertain'
                   WHERE state = 'in_flight' AND due_at < now() RETURNING broadcast
               ), counted AS (
                   UPDATE broadcasts b SET uncertain = b.uncertain + l.lost
                   FROM (SELECT broadcast, count(*)::int AS lost FROM lost GROUP BY broadcast) l
                   WHERE b.id = l.broadcast
               )
               SELECT count(*) AS "count!" FROM lost"#
        )
        .fetch_one(&mut *self.connections.lend().await?)
        .await?;
        if cut_off > 0 {
            tracing::warn!(recipients = cut_off, "messages of a broadcast were cut off in flight");
        }
        let mut work = Pg(self.connections.begin().await?);
        let done = sqlx::query!(
            "UPDATE broadcasts b SET state = 'done', ended_at = now()
             WHERE b.state = 'sending'
               AND NOT EXISTS (SELECT FROM broadcast_recipients r
                               WHERE r.broadcast = b.id AND r.state = 'waiting')
               AND NOT EXISTS (SELECT FROM broadcast_recipients r
                               WHERE r.broadcast = b.id AND r.state = 'in_flight')
             RETURNING b.id, b.chat"
        )
        .fetch_all(&mut *work.0)
        .await?;
        let done: Vec<_> = done.into_iter().map(|row| (row.id, row.chat)).collect();
        let behind = sqlx::query!(
            "UPDATE broadcasts b
             SET told = sent + unreachable + failed + uncertain + skipped, told_at = now(), told_quiet = $2
             WHERE told <> sent + unreachable + failed + uncertain + skipped
                   AND told_at < now() - make_interval(secs => $1)
                OR state = 'sending' AND told_quiet <> $2
             RETURNING b.id, b.chat",
            seconds(every),
            is_quiet,
        )
        .fetch_all(&mut *work.0)
        .await?;
        let behind = behind.into_iter().map(|row| (row.id, row.chat)).filter(|one| !done.contains(one));
        let all: Vec<_> = behind.chain(done.iter().copied()).collect();
        tell(&mut work, all.into_iter()).await?;
        work.0.commit().await
    }

    async fn forget_recipients(&self, age: Duration, limit: i64) -> Result<u64, StoreError> {
        let gone = sqlx::query!(
            "DELETE FROM broadcast_recipients WHERE ctid = ANY (ARRAY(
                 SELECT r.ctid FROM broadcasts b
                 CROSS JOIN LATERAL (SELECT ctid FROM broadcast_recipients WHERE broadcast = b.id LIMIT 1000) r
                 WHERE b.ended_at < now() - make_interval(secs => $1) LIMIT $2
             ))",
            seconds(age),
            limit
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(gone.rows_affected())
    }
}

/// Leaves a word for the staff's cards.
async fn tell(work: &mut Pg<Work>, broadcasts: impl Iterator<Item = (i64, i64)>) -> Result<(), StoreError> {
    let notices: Vec<_> = broadcasts
        .map(|(id, chat)| (ChatId(chat), Notice::BroadcastCard { broadcast: BroadcastId(id) }))
        .collect();
    if notices.is_empty() {
        return Ok(());
    }
    let now = sqlx::query_scalar!(r#"SELECT now() AS "now!""#).fetch_one(&mut *work.0).await?;
    work.push(&notices, now).await
}
