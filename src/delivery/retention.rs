//! Removes what is not needed any more, a little at a time.

use crate::repository::{BulkQueue, Inbox, Letters, OutboxQueue, StoreError};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Telegram repeats an update for up to 24 h: the numbers are kept for twice that.
const UPDATES_KEPT: Duration = Duration::from_secs(48 * 3600);
/// What was sent is of interest for a few days.
const MESSAGES_KEPT: Duration = Duration::from_secs(7 * 24 * 3600);
/// Who got which broadcast; the counts stay.
const RECIPIENTS_KEPT: Duration = Duration::from_secs(90 * 24 * 3600);
/// What customers and the staff wrote to each other: long enough for a question about last year's order.
const LETTERS_KEPT: Duration = Duration::from_secs(365 * 24 * 3600);
/// A flood that paused for longer is over: the next is told again.
const CALM: Duration = Duration::from_secs(600);
/// Rows per statement: a few milliseconds each.
const BATCH: i64 = 1000;
/// Between two statements, and between two rounds.
const BREATH: Duration = Duration::from_millis(200);
const EVERY: Duration = Duration::from_secs(60);

/// Runs until `stop`. Several instances may do this at the same time.
pub async fn run_retention(
    inbox: Arc<dyn Inbox>,
    outbox: Arc<dyn OutboxQueue>,
    bulk: Arc<dyn BulkQueue>,
    letters: Arc<dyn Letters>,
    stop: CancellationToken,
) {
    let rounds = async {
        loop {
            sleep(EVERY).await;
            if let Err(error) = round(&*inbox, &*outbox, &*bulk, &*letters).await {
                tracing::warn!(%error, "old rows were not removed; trying again in a minute");
            }
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        () = rounds => {}
    }
}

async fn round(
    inbox: &dyn Inbox,
    outbox: &dyn OutboxQueue,
    bulk: &dyn BulkQueue,
    letters: &dyn Letters,
) -> Result<(), StoreError> {
    inbox.end_floods(CALM).await?;
    while inbox.forget(UPDATES_KEPT, BATCH).await? == BATCH as u64 {
        sleep(BREATH).await;
    }
    while outbox.forget(MESSAGES_KEPT, BATCH).await? == BATCH as u64 {
        sleep(BREATH).await;
    }
    while bulk.forget_recipients(RECIPIENTS_KEPT, BATCH).await? == BATCH as u64 {
        sleep(BREATH).await;
    }
    while letters.forget_letters(LETTERS_KEPT, BATCH).await? == BATCH as u64 {
        sleep(BREATH).await;
    }
    Ok(())
}
