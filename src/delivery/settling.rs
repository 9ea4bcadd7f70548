//! Writes down what became of messages; what ends at the same time shares a commit.

use super::statement::limited;
use crate::repository::StoreError;
use async_trait::async_trait;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::time::sleep;

/// A moment for others to end too.
const SHARE: Duration = Duration::from_millis(10);
const REST: Duration = Duration::from_millis(500);

/// Where endings are written down.
#[async_trait]
pub(super) trait Ledger<E>: Send + Sync {
    /// Writes them in one commit. Writing the same ones again changes nothing.
    async fn write(&self, ended: &[E]) -> Result<(), StoreError>;
}

/// An ending, with the place in flight that it frees once it is on disk: while the database is away,
/// nothing more is sent than it knows of.
pub(super) type Ending<E> = (E, OwnedSemaphorePermit);

/// Runs until every sender of the channel is gone and everything is written.
pub(super) async fn run<E: Send + Sync>(
    ledger: Arc<dyn Ledger<E>>,
    mut endings: mpsc::Receiver<Ending<E>>,
    patience: Duration,
) {
    while let Some(first) = endings.recv().await {
        sleep(SHARE).await;
        let mut batch = vec![first];
        while let Ok(next) = endings.try_recv() {
            batch.push(next);
        }
        let (ended, permits): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        write(&*ledger, &ended, endings.is_closed(), patience).await;
        drop(permits);
    }
}

/// Tries until it is written; at a stop, for as long as a stop may take.
async fn write<E: Send + Sync>(ledger: &dyn Ledger<E>, ended: &[E], stopping: bool, patience: Duration) {
    let begin = tokio::time::Instant::now();
    loop {
        let Err(error) = limited(ledger.write(ended)).await else { return };
        tracing::warn!(%error, rows = ended.len(), "what was sent could not be written down; trying again");
        if stopping && begin.elapsed() > patience {
            tracing::error!(rows = ended.len(), "what was sent is not written down");
            return;
        }
        sleep(REST).await;
    }
}
