//! Tells the staff how the day was, at the hour that the owner has set.

use crate::services::Shop;
use chrono::NaiveTime;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// A digest comes so late at most. A look costs nothing until one is due.
const EVERY: Duration = Duration::from_secs(15);

/// Looks until `stop`.
pub(super) async fn watch_digest(shop: Shop, at: NaiveTime, stop: CancellationToken) {
    let rounds = async {
        loop {
            if let Err(error) = shop.send_digest(at).await {
                tracing::warn!(%error, "the digest was not sent; trying again soon");
            }
            sleep(EVERY).await;
        }
    };
    stop.run_until_cancelled(rounds).await;
}
