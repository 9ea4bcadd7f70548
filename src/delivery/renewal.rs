//! Leases are renewed long before they end, and lanes whose leases ended are dropped, whatever the clerk waits for.

use super::inbound::Shared;
use super::statement::limited;
use crate::repository::{Lease, StoreError};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Leases renewed by one statement: it holds the rows that new updates of these lanes may need.
const RENEW: usize = 512;
/// Pause after a failure.
const REST: Duration = Duration::from_millis(500);

/// Renews these leases; those that are not ours any more leave the board.
///
/// # Errors
/// [`StoreError`]: the rest is not renewed.
pub(super) async fn renew(shared: &Shared, mut leases: Vec<Lease>) -> Result<(), StoreError> {
    leases.sort_unstable_by_key(|lease| lease.lane);
    for some in leases.chunks(RENEW) {
        let sent = Instant::now();
        let gone = limited(shared.lanes.renew(some, shared.settings.lease)).await?;
        let lost = shared.board().renewed(some, &gone, shared.valid_until(sent));
        if !lost.is_empty() {
            tracing::warn!(lanes = ?lost, "lanes lost to another instance");
        }
    }
    Ok(())
}

/// Renews leases long before they end.
pub(super) async fn renew_leases(shared: Arc<Shared>) {
    loop {
        sleep(shared.settings.lease / 3).await;
        loop {
            let leases = shared.board().leases();
            let Err(error) = renew(&shared, leases).await else { break };
            tracing::warn!(%error, "leases were not renewed; trying again");
            sleep(REST.min(shared.settings.lease / 10)).await;
        }
    }
}

/// Drops lanes whose lease ran out, whatever the clerk is waiting for: another instance may have them.
pub(super) async fn watch_leases(shared: Arc<Shared>) {
    let mut every = tokio::time::interval(shared.settings.lease / 30);
    loop {
        every.tick().await;
        let lost = shared.board().expire(Instant::now());
        if lost > 0 {
            tracing::warn!(lanes = lost, "leases ran out before they could be renewed");
            metrics::counter!("leases_run_out_total").increment(lost as u64);
        }
    }
}
