//! Storing updates: one statement and one commit for a whole batch.

use super::delivery::{Delivery, seconds};
use crate::domain::{Notice, UpdateId};
use crate::repository::{Arrival, Inbox, Instance, Lane, Lease, StoreError, Stored, Touch};
use async_trait::async_trait;
use std::time::Duration;

#[async_trait]
impl Inbox for Delivery {
    async fn store(
        &self,
        batch: &[Arrival],
        touch: &Touch,
        holder: Instance,
        lease: Duration,
    ) -> Result<Stored, StoreError> {
        // Sorted, because two instances that insert the same keys in different orders would deadlock;
        // and without repetitions, which the join below would multiply.
        let mut rows: Vec<&Arrival> = batch.iter().collect();
        rows.sort_by_key(|row| row.id);
        rows.dedup_by_key(|row| row.id);
        let ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
        let lanes: Vec<Option<i64>> = rows.iter().map(|row| row.lane.map(|lane| lane.0)).collect();
        let kinds: Vec<&str> = rows.iter().map(|row| row.kind.as_str()).collect();
        let raws: Vec<&str> = rows.iter().map(|row| row.raw.as_str()).collect();
        let Touch { claim, announce, held, doubtful, room } = touch;
        let mut touched: Vec<(i64, bool)> = claim
            .iter()
            .map(|lane| (lane.0, true))
            .chain(announce.iter().map(|lane| (lane.0, false)))
            .collect();
        touched.sort_unstable();
        touched.dedup_by_key(|(lane, _)| *lane);
        let (touched, mine): (Vec<i64>, Vec<bool>) = touched.into_iter().unzip();
        let (held, read): (Vec<i64>, Vec<i32>) =
            held.iter().map(|(lane, arrivals)| (lane.0, *arrivals)).unzip();
        let doubtful: Vec<i64> = doubtful.iter().map(|lane| lane.0).collect();
        let warning =
            serde_json::to_value(Notice::Flooded).map_err(|error| StoreError::Broken(Box::new(error)))?;

        if touched.is_empty() && doubtful.is_empty() {
            return self.store_for_held(&ids, &lanes, &kinds, &raws, &held, &read).await;
        }
        // The staff's group may be as crowded as it likes, also the one that `/setup` chose or that has moved.
        // A lane whose row is there already is held by somebody or waits to be claimed: its count of
        // arrivals goes up, which locks out a release at the same moment.
        let row = sqlx::query!(
            r#"
            WITH fresh AS (
                INSERT INTO seen_updates (update_id)
                SELECT id FROM unnest($1::bigint[]) AS id
                ON CONFLICT DO NOTHING
                RETURNING update_id
            ), crowded AS MATERIALIZED (
                SELECT lane FROM unnest($9::bigint[]) AS d(lane)
                WHERE EXISTS (SELECT FROM inbox i WHERE i.lane = d.lane OFFSET $10 LIMIT 1)
                  AND NOT EXISTS (SELECT FROM chat_migrations m WHERE m.new_chat_id = d.lane)
            ), waiting AS (
                INSERT INTO inbox (lane, update_id, kind, raw)
                SELECT a.lane, a.id, a.kind, a.raw
                FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) AS a(id, lane, kind, raw)
                JOIN fresh ON fresh.update_id = a.id
                WHERE a.lane IS NOT NULL AND NOT EXISTS (SELECT FROM crowded c WHERE c.lane = a.lane)
            ), surplus AS (
                SELECT a.lane, a.id FROM unnest($1::bigint[], $2::bigint[]) AS a(id, lane)
                JOIN crowded USING (lane) JOIN fresh ON fresh.update_id = a.id
            ), flooded AS (
                INSERT INTO floods (lane, dropped)
                SELECT lane, count(*) FROM surplus GROUP BY lane ORDER BY lane
                ON CONFLICT (lane) DO UPDATE SET dropped = floods.dropped + excluded.dropped, last_at = now()
                RETURNING lane, xmax = 0 AS begins
            ), warned AS (
                INSERT INTO outbox (chat_id, urgency, notice)
                SELECT lane, $11::smallint, $12::jsonb FROM flooded WHERE begins AND lane > 0
            ), touched AS (
                INSERT INTO lanes (lane, holder, due_at)
                SELECT t.lane, CASE WHEN t.mine THEN $7::uuid END,
                       CASE WHEN t.mine THEN now() + make_interval(secs => $8) ELSE now() END
                FROM unnest($5::bigint[], $6::boolean[]) AS t(lane, mine)
                ON CONFLICT (lane) DO UPDATE SET arrivals = lanes.arrivals + 1
                RETURNING lane, fence, arrivals, holder
            ), told AS (
                SELECT pg_notify('lanes', string_agg(DISTINCT CASE WHEN holder IS NULL THEN 'due' ELSE lane::text END, ','))
                FROM touched WHERE arrivals > 0 OR holder IS NULL
                HAVING count(*) > 0
            ), claimed AS (
                SELECT array_agg(lane) AS lanes, array_agg(fence) AS fences
                FROM touched WHERE arrivals = 0 AND holder IS NOT NULL
            )
            SELECT (SELECT array_agg(update_id) FROM fresh) AS "fresh: Vec<i64>",
                   (SELECT array_agg(id) FROM surplus) AS "surplus: Vec<i64>",
                   (SELECT array_agg(lane) FROM flooded WHERE begins) AS "flooded: Vec<i64>",
                   (SELECT array_agg(h.lane) FROM unnest($13::bigint[], $14::integer[]) AS h(lane, arrivals)
                    WHERE h.arrivals <> (SELECT l.arrivals FROM lanes l WHERE l.lane = h.lane)) AS "grown: Vec<i64>",
                   claimed.lanes AS "lanes: Vec<i64>", claimed.fences AS "fences: Vec<i64>",
                   (SELECT count(*) FROM told) AS told
            FROM claimed
            "#,
            &ids,
            &lanes as &[Option<i64>],
            &kinds as &[&str],
            &raws as &[&str],
            &touched,
            &mine,
            holder.0,
            seconds(lease),
            &doubtful,
            (room - 1).max(0),
            Notice::Flooded.urgency() as i16,
            warning,
            &held,
            &read,
        )
        .fetch_one(&mut *self.connections.lend().await?)
        .await?;

        let leases = row.lanes.unwrap_or_default().into_iter().zip(row.fences.unwrap_or_default());
        Ok(Stored {
            fresh: row.fresh.unwrap_or_default().into_iter().map(UpdateId).collect(),
            surplus: row.surplus.unwrap_or_default().into_iter().map(UpdateId).collect(),
            flooded: row.flooded.unwrap_or_default().into_iter().map(Lane).collect(),
            grown: row.grown.unwrap_or_default().into_iter().map(Lane).collect(),
            claimed: leases.map(|(lane, fence)| Lease { lane: Lane(lane), fence }).collect(),
        })
    }

    async fn end_floods(&self, calm: Duration) -> Result<u64, StoreError> {
        let ended = sqlx::query!(
            "DELETE FROM floods WHERE last_at < now() - make_interval(secs => $1)",
            seconds(calm)
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(ended.rows_affected())
    }

    async fn forget(&self, age: Duration, limit: i64) -> Result<u64, StoreError> {
        let gone = sqlx::query!(
            "DELETE FROM seen_updates WHERE ctid IN (
                 SELECT ctid FROM seen_updates
                 WHERE received_at < now() - make_interval(secs => $1) LIMIT $2
             )",
            seconds(age),
            limit
        )
        .execute(&mut *self.connections.lend().await?)
        .await?;
        Ok(gone.rows_affected())
    }
}

impl Delivery {
    /// What nearly always happens: all lanes are held here, and all that waits in them is known. A third of the work.
    async fn store_for_held(
        &self,
        ids: &[i64],
        lanes: &[Option<i64>],
        kinds: &[&str],
        raws: &[&str],
        held: &[i64],
        read: &[i32],
    ) -> Result<Stored, StoreError> {
        let row = sqlx::query!(
            r#"
            WITH fresh AS (
                INSERT INTO seen_updates (update_id)
                SELECT id FROM unnest($1::bigint[]) AS id
                ON CONFLICT DO NOTHING
                RETURNING update_id
            ), waiting AS (
                INSERT INTO inbox (lane, update_id, kind, raw)
                SELECT a.lane, a.id, a.kind, a.raw
                FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) AS a(id, lane, kind, raw)
                JOIN fresh ON fresh.update_id = a.id
                WHERE a.lane IS NOT NULL
            )
            SELECT (SELECT array_agg(update_id) FROM fresh) AS "fresh: Vec<i64>",
                   (SELECT array_agg(h.lane) FROM unnest($5::bigint[], $6::integer[]) AS h(lane, arrivals)
                    WHERE h.arrivals <> (SELECT l.arrivals FROM lanes l WHERE l.lane = h.lane)) AS "grown: Vec<i64>"
            "#,
            ids,
            lanes as &[Option<i64>],
            kinds as &[&str],
            raws as &[&str],
            held,
            read,
        )
        .fetch_one(&mut *self.connections.lend().await?)
        .await?;
        Ok(Stored {
            fresh: row.fresh.unwrap_or_default().into_iter().map(UpdateId).collect(),
            grown: row.grown.unwrap_or_default().into_iter().map(Lane).collect(),
            ..Stored::default()
        })
    }
}
