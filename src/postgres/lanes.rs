//! Claiming lanes, keeping them, and letting them go.

use super::delivery::{Delivery, age, seconds};
use crate::domain::UpdateId;
use crate::repository::{
    Announcements, Claimed, Instance, Lane, Lanes, Lease, News, Reading, Settled, StoreError, Verdict,
    WaitingUpdate,
};
use async_trait::async_trait;
use std::time::Duration;

/// The channel on which instances tell each other of lanes.
const CHANNEL: &str = "lanes";
/// What is said there of a lane that nobody holds; of the others, their numbers.
const DUE: &str = "due";

#[async_trait]
impl Lanes for Delivery {
    async fn claim(
        &self,
        holder: Instance,
        lease: Duration,
        limit: i64,
        depth: i64,
    ) -> Result<Vec<Claimed>, StoreError> {
        let rows = sqlx::query!(
            r#"
            WITH due AS (
                SELECT lane, holder FROM lanes
                WHERE due_at <= now() ORDER BY due_at LIMIT $3
                FOR UPDATE SKIP LOCKED
            ), claimed AS (
                UPDATE lanes SET holder = $1, fence = nextval('lane_fence'),
                                 due_at = now() + make_interval(secs => $2)
                WHERE lanes.lane = ANY (ARRAY(SELECT lane FROM due))
                RETURNING lanes.lane, lanes.fence, lanes.arrivals
            ), taken AS (
                SELECT claimed.*, due.holder IS NOT NULL AS orphaned FROM claimed JOIN due USING (lane)
            ), counted AS (
                UPDATE inbox SET attempts = attempts + 1, last_error = 'its worker stopped in the middle'
                FROM taken
                WHERE taken.orphaned AND inbox.lane = taken.lane
                  AND inbox.update_id = (SELECT min(h.update_id) FROM inbox h WHERE h.lane = taken.lane)
            )
            SELECT c.lane, c.fence, c.arrivals, c.orphaned AS "orphaned!",
                   w.update_id AS "update_id?", w.kind AS "kind?", w.raw AS "raw?", w.attempts AS "attempts?",
                   extract(epoch FROM now() - w.received_at)::float8 AS age
            FROM taken c
            LEFT JOIN LATERAL (
                SELECT i.update_id, i.kind, i.raw, i.attempts, i.received_at
                FROM inbox i WHERE i.lane = c.lane ORDER BY i.update_id LIMIT $4
            ) w ON true
            ORDER BY c.lane, w.update_id
            "#,
            holder.0,
            seconds(lease),
            limit,
            depth,
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;

        let mut claimed: Vec<Claimed> = Vec::new();
        for row in rows {
            let lane = Lane(row.lane);
            if claimed.last().is_none_or(|last| last.lease.lane != lane) {
                let reading = Reading { lane, arrivals: row.arrivals, waiting: Vec::new() };
                claimed.push(Claimed { lease: Lease { lane, fence: row.fence }, reading });
            }
            let waiting = waiting(row.update_id, row.kind, row.raw, row.attempts, row.age);
            if let (Some(mut update), Some(last)) = (waiting, claimed.last_mut()) {
                // The statement reads what was there before it counted.
                let first = last.reading.waiting.is_empty();
                update.attempts += i16::from(row.orphaned && first);
                last.reading.waiting.push(update);
            }
        }
        Ok(claimed)
    }

    async fn read(&self, lanes: &[Lane], depth: i64) -> Result<Vec<Reading>, StoreError> {
        let lanes: Vec<i64> = lanes.iter().map(|lane| lane.0).collect();
        let rows = sqlx::query!(
            r#"
            SELECT asked.lane AS "lane!", coalesce(l.arrivals, -1) AS "arrivals!",
                   w.update_id AS "update_id?", w.kind AS "kind?", w.raw AS "raw?", w.attempts AS "attempts?",
                   extract(epoch FROM now() - w.received_at)::float8 AS age
            FROM unnest($1::bigint[]) AS asked(lane)
            LEFT JOIN lanes l ON l.lane = asked.lane
            LEFT JOIN LATERAL (
                SELECT i.update_id, i.kind, i.raw, i.attempts, i.received_at
                FROM inbox i WHERE i.lane = asked.lane ORDER BY i.update_id LIMIT $2
            ) w ON true
            ORDER BY asked.lane, w.update_id
            "#,
            &lanes,
            depth,
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;

        let mut readings: Vec<Reading> = Vec::new();
        for row in rows {
            let lane = Lane(row.lane);
            if readings.last().is_none_or(|last| last.lane != lane) {
                readings.push(Reading { lane, arrivals: row.arrivals, waiting: Vec::new() });
            }
            let waiting = waiting(row.update_id, row.kind, row.raw, row.attempts, row.age);
            if let (Some(update), Some(last)) = (waiting, readings.last_mut()) {
                last.waiting.push(update);
            }
        }
        Ok(readings)
    }

    async fn seen(&self, updates: &[UpdateId]) -> Result<Vec<UpdateId>, StoreError> {
        let ids: Vec<i64> = updates.iter().map(|id| id.0).collect();
        let seen = sqlx::query_scalar!("SELECT update_id FROM seen_updates WHERE update_id = ANY($1)", &ids)
            .fetch_all(&mut *self.connections.lend().await?)
            .await?;
        Ok(seen.into_iter().map(UpdateId).collect())
    }

    async fn settle(&self, verdicts: &[Settled]) -> Result<Vec<UpdateId>, StoreError> {
        if verdicts.iter().all(|settled| matches!(settled.verdict, Verdict::Done)) {
            self.settle_done(verdicts).await
        } else {
            self.settle_all(verdicts).await
        }
    }

    async fn renew(&self, leases: &[Lease], lease: Duration) -> Result<Vec<Lane>, StoreError> {
        let (lanes, fences): (Vec<i64>, Vec<i64>) =
            leases.iter().map(|lease| (lease.lane.0, lease.fence)).unzip();
        let ours = sqlx::query_scalar!(
            // In the order in which a batch of updates touches lanes: the two would wait for each other otherwise.
            "WITH ours AS (
                 SELECT l.lane FROM lanes l
                 JOIN unnest($1::bigint[], $2::bigint[]) AS r(lane, fence) ON r.lane = l.lane AND r.fence = l.fence
                 ORDER BY l.lane FOR NO KEY UPDATE OF l
             )
             UPDATE lanes SET due_at = now() + make_interval(secs => $3)
             FROM ours WHERE lanes.lane = ours.lane RETURNING lanes.lane",
            &lanes,
            &fences,
            seconds(lease),
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        let ours: std::collections::HashSet<i64> = ours.into_iter().collect();
        Ok(lanes.into_iter().filter(|lane| !ours.contains(lane)).map(Lane).collect())
    }

    async fn release(&self, leases: &[(Lease, i32)]) -> Result<Vec<Lane>, StoreError> {
        let lanes: Vec<i64> = leases.iter().map(|(lease, _)| lease.lane.0).collect();
        let fences: Vec<i64> = leases.iter().map(|(lease, _)| lease.fence).collect();
        let arrivals: Vec<i32> = leases.iter().map(|(_, arrivals)| *arrivals).collect();
        let released = sqlx::query_scalar!(
            // What somebody is putting something into at this moment stays.
            "WITH idle AS (
                 SELECT l.lane FROM lanes l
                 JOIN unnest($1::bigint[], $2::bigint[], $3::integer[]) AS r(lane, fence, arrivals)
                   ON r.lane = l.lane AND r.fence = l.fence AND r.arrivals = l.arrivals
                 WHERE NOT EXISTS (SELECT FROM inbox WHERE inbox.lane = l.lane)
                 FOR UPDATE OF l SKIP LOCKED
             )
             DELETE FROM lanes USING idle WHERE lanes.lane = idle.lane RETURNING lanes.lane",
            &lanes,
            &fences,
            &arrivals,
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        Ok(released.into_iter().map(Lane).collect())
    }

    async fn hand_over(&self, leases: &[(Lease, Duration)]) -> Result<(), StoreError> {
        let lanes: Vec<i64> = leases.iter().map(|(lease, _)| lease.lane.0).collect();
        let fences: Vec<i64> = leases.iter().map(|(lease, _)| lease.fence).collect();
        let delays: Vec<f64> = leases.iter().map(|(_, delay)| seconds(*delay)).collect();
        sqlx::query!(
            "WITH ours AS (
                 SELECT l.lane, r.delay FROM lanes l
                 JOIN unnest($1::bigint[], $2::bigint[], $3::float8[]) AS r(lane, fence, delay)
                   ON r.lane = l.lane AND r.fence = l.fence
                 ORDER BY l.lane FOR NO KEY UPDATE OF l
             ), handed AS (
                 UPDATE lanes SET holder = NULL, due_at = now() + make_interval(secs => ours.delay)
                 FROM ours WHERE lanes.lane = ours.lane RETURNING lanes.lane
             )
             SELECT pg_notify('lanes', 'due') FROM handed LIMIT 1",
            &lanes,
            &fences,
            &delays,
        )
        .fetch_optional(&mut *self.connections.lend().await?)
        .await?;
        Ok(())
    }

    async fn sweep(&self, age: Duration) -> Result<u64, StoreError> {
        let found = sqlx::query!(
            "INSERT INTO lanes (lane, due_at)
             SELECT DISTINCT i.lane, now() FROM inbox i
             WHERE i.received_at < now() - make_interval(secs => $1)
               AND NOT EXISTS (SELECT FROM lanes l WHERE l.lane = i.lane)
             ON CONFLICT DO NOTHING",
            seconds(age),
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(found.rows_affected())
    }

    async fn depth(&self) -> Result<(i64, i64), StoreError> {
        let row = sqlx::query!(
            r#"SELECT (SELECT count(*) FROM inbox) AS "updates!", (SELECT count(*) FROM lanes) AS "lanes!""#
        )
        .fetch_one(&mut *self.connections.lend().await?)
        .await?;
        Ok((row.updates, row.lanes))
    }

    async fn listen(&self) -> Result<Box<dyn Announcements>, StoreError> {
        let mut listener = self.connections.listener().await?;
        listener.listen(CHANNEL).await?;
        Ok(Box::new(Listener(listener)))
    }
}

/// The right side of a left join: there, or not.
fn waiting(
    id: Option<i64>,
    kind: Option<String>,
    raw: Option<String>,
    attempts: Option<i16>,
    seconds: Option<f64>,
) -> Option<WaitingUpdate> {
    Some(WaitingUpdate { id: UpdateId(id?), kind: kind?, raw: raw?, attempts: attempts?, age: age(seconds?) })
}

struct Listener(sqlx::postgres::PgListener);

#[async_trait]
impl Announcements for Listener {
    async fn next(&mut self) -> Result<News, StoreError> {
        let Some(notification) = self.0.try_recv().await? else {
            return Err(StoreError::Unavailable("the listening connection was closed".into()));
        };
        let words = || notification.payload().split(',');
        let grown = words().filter_map(|word| word.parse().ok()).map(Lane).collect();
        Ok(News { grown, due: words().any(|word| word == DUE) })
    }
}
