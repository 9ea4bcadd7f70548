//! The reserved pieces must be those of the open orders. Statements see to that; this sees whether they do.

use crate::services::Shop;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// A comparison reads the open orders: some 20 ms with a million orders in the database (docs/performance.md).
const EVERY: Duration = Duration::from_secs(3600);

/// Compares until `stop`. What differs is logged with both numbers, for it must never be.
pub(super) async fn watch_stock(shop: Shop, stop: CancellationToken) {
    let rounds = async {
        loop {
            sleep(EVERY).await;
            compare(&shop).await;
        }
    };
    stop.run_until_cancelled(rounds).await;
}

async fn compare(shop: &Shop) {
    match shop.check_reservations().await {
        Ok(drifts) => {
            metrics::gauge!("stock_drift_skus")
                .set(f64::from(u32::try_from(drifts.len()).unwrap_or(u32::MAX)));
            for drift in drifts {
                let (reserved, ordered) = (drift.reserved, drift.ordered);
                tracing::error!(
                    sku = drift.code,
                    reserved,
                    ordered,
                    "reserved pieces without an order, or the reverse"
                );
            }
        }
        Err(error) => tracing::warn!(%error, "the stock was not compared; trying again in an hour"),
    }
}
