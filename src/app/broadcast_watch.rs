//! Begins broadcasts at the time that was set.

use crate::services::Shop;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// A broadcast begins so late at most. A look costs one probe of a small index.
const EVERY: Duration = Duration::from_secs(5);

/// Looks until `stop`.
pub(super) async fn watch_broadcasts(shop: Shop, stop: CancellationToken) {
    let rounds = async {
        loop {
            sleep(EVERY).await;
            if let Err(error) = shop.begin_due_broadcasts().await {
                tracing::warn!(%error, "scheduled broadcasts did not begin; trying again soon");
            }
        }
    };
    stop.run_until_cancelled(rounds).await;
}
