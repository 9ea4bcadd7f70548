//! Reminds the staff of orders that nobody has accepted, and ends changes of orders that nobody has answered.

use crate::services::Shop;
use chrono::TimeDelta;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// A look costs one statement over the orders that wait, which are few. Faster for a limit of seconds, as in a trial.
const EVERY: Duration = Duration::from_secs(20);

/// Looks until `stop`.
pub(super) async fn watch_orders(shop: Shop, accept_within: Duration, stop: CancellationToken) {
    let after = TimeDelta::from_std(accept_within).unwrap_or(TimeDelta::days(1));
    let confirm_within = shop.terms().confirm_within.to_std().unwrap_or(EVERY);
    let pause = EVERY.min(accept_within.min(confirm_within) / 2).max(Duration::from_millis(100));
    let rounds = async {
        loop {
            sleep(pause).await;
            if let Err(error) = shop.remind_of_waiting(after).await {
                tracing::warn!(%error, "the staff were not reminded; trying again soon");
            }
            if let Err(error) = shop.lapse_amendments().await {
                tracing::warn!(%error, "changes of orders have not lapsed; trying again soon");
            }
        }
    };
    stop.run_until_cancelled(rounds).await;
}
