//! Writing down what became of updates, for those whose lanes are still ours.

use super::delivery::Delivery;
use crate::domain::UpdateId;
use crate::repository::{Settled, StoreError, Verdict};

impl Delivery {
    /// What nearly always happens: everything is done.
    pub(super) async fn settle_done(&self, verdicts: &[Settled]) -> Result<Vec<UpdateId>, StoreError> {
        let (lanes, fences, ids) = keys(verdicts);
        let refused = sqlx::query_scalar!(
            // Its commit does not wait for the disk: what is lost with the server's memory is repeated, like what is lost
            // with ours.
            r#"
            WITH verdicts AS MATERIALIZED (
                SELECT v.lane, v.update_id, l.lane IS NOT NULL AS ours
                FROM set_config('synchronous_commit', 'off', true),
                     unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS v(lane, fence, update_id)
                LEFT JOIN lanes l ON l.lane = v.lane AND l.fence = v.fence
            ), gone AS (
                DELETE FROM inbox USING verdicts v
                WHERE v.ours AND inbox.lane = v.lane AND inbox.update_id = v.update_id
            )
            SELECT update_id AS "update_id!" FROM verdicts WHERE NOT ours
            "#,
            &lanes,
            &fences,
            &ids,
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        Ok(refused.into_iter().map(UpdateId).collect())
    }

    pub(super) async fn settle_all(&self, verdicts: &[Settled]) -> Result<Vec<UpdateId>, StoreError> {
        let (lanes, fences, ids) = keys(verdicts);
        let mut kinds: Vec<&str> = Vec::new();
        let mut causes: Vec<Option<&str>> = Vec::new();
        let mut chats: Vec<Option<i64>> = Vec::new();
        let mut urgencies: Vec<Option<i16>> = Vec::new();
        let mut notices: Vec<Option<serde_json::Value>> = Vec::new();
        for settled in verdicts {
            let (kind, cause, tell) = match &settled.verdict {
                Verdict::Done => ("done", None, None),
                Verdict::Failed { cause } => ("failed", Some(cause.as_str()), None),
                Verdict::Dead { cause, tell } => ("dead", Some(cause.as_str()), tell.as_ref()),
            };
            kinds.push(kind);
            causes.push(cause);
            chats.push(tell.map(|(chat, _)| chat.0));
            urgencies.push(tell.map(|(_, notice)| notice.urgency() as i16));
            let notice = tell.map(|(_, notice)| serde_json::to_value(notice)).transpose();
            notices.push(notice.map_err(|error| StoreError::Broken(Box::new(error)))?);
        }
        let refused = sqlx::query_scalar!(
            r#"
            WITH verdicts AS MATERIALIZED (
                SELECT v.*, l.lane IS NOT NULL AS ours
                FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[],
                            $6::bigint[], $7::smallint[], $8::jsonb[])
                     AS v(lane, fence, update_id, kind, cause, chat, urgency, notice)
                LEFT JOIN lanes l ON l.lane = v.lane AND l.fence = v.fence
            ), gone AS (
                DELETE FROM inbox USING verdicts v
                WHERE v.ours AND v.kind <> 'failed' AND inbox.lane = v.lane AND inbox.update_id = v.update_id
                RETURNING inbox.*
            ), failed AS (
                UPDATE inbox SET attempts = attempts + 1, last_error = v.cause FROM verdicts v
                WHERE v.ours AND v.kind = 'failed' AND inbox.lane = v.lane AND inbox.update_id = v.update_id
            ), buried AS (
                INSERT INTO dead_letters (update_id, lane, kind, raw, attempts, cause, received_at)
                SELECT g.update_id, g.lane, g.kind, g.raw, g.attempts + 1, v.cause, g.received_at
                FROM gone g JOIN verdicts v USING (update_id) WHERE v.kind = 'dead'
                RETURNING update_id
            ), told AS (
                INSERT INTO outbox (chat_id, urgency, notice)
                SELECT v.chat, v.urgency, v.notice FROM buried JOIN verdicts v USING (update_id)
                WHERE v.chat IS NOT NULL
            )
            SELECT update_id AS "update_id!" FROM verdicts WHERE NOT ours
            "#,
            &lanes,
            &fences,
            &ids,
            &kinds as &[&str],
            &causes as &[Option<&str>],
            &chats as &[Option<i64>],
            &urgencies as &[Option<i16>],
            &notices as &[Option<serde_json::Value>],
        )
        .fetch_all(&mut *self.connections.lend().await?)
        .await?;
        Ok(refused.into_iter().map(UpdateId).collect())
    }
}

fn keys(verdicts: &[Settled]) -> (Vec<i64>, Vec<i64>, Vec<i64>) {
    (
        verdicts.iter().map(|settled| settled.lease.lane.0).collect(),
        verdicts.iter().map(|settled| settled.lease.fence).collect(),
        verdicts.iter().map(|settled| settled.update.0).collect(),
    )
}
