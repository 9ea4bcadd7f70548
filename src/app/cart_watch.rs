//! Reminds customers of carts they left behind, where the shop wants it.

use crate::services::Shop;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// A reminder comes so late at most, and so often a batch of them is written. A look costs one probe of a small index.
const EVERY: Duration = Duration::from_secs(30);

/// Looks until `stop`.
pub(super) async fn watch_carts(shop: Shop, stop: CancellationToken) {
    let rounds = async {
        loop {
            sleep(EVERY).await;
            if let Err(error) = shop.remind_of_carts().await {
                tracing::warn!(%error, "nobody was reminded of a cart; trying again soon");
            }
        }
    };
    stop.run_until_cancelled(rounds).await;
}
