//! Tells the staff what runs out, and customers what is back.

use crate::services::Shop;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// A look costs one transaction over the variants of the catalogue.
const EVERY: Duration = Duration::from_secs(5);

/// Looks until `stop`.
pub(super) async fn watch_shelves(shop: Shop, stop: CancellationToken) {
    let rounds = async {
        loop {
            sleep(EVERY).await;
            if let Err(error) = shop.tell_of_shelves().await {
                tracing::warn!(%error, "nobody was told what runs out and what is back; trying again soon");
            }
        }
    };
    stop.run_until_cancelled(rounds).await;
}
