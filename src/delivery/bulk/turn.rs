//! One recipient's turn: wait for the rate, write down that it departs, send, judge the answer.

use super::sender::{Bulk, Sender};
use crate::delivery::outbox::{SendError, is_quiet};
use crate::delivery::statement::limited;
use crate::delivery::telegram_errors::{Refusal, classify};
use crate::domain::{Notice, Urgency};
use crate::repository::{BulkEnding, BulkRow, Departure};
use std::sync::atomic::Ordering;
use std::time::Duration;
use teloxide::RequestError;
use tokio::time::{Instant, sleep, timeout};

/// A wait up to this long is spent with the recipient in hand, a longer one in the database.
pub(super) const SHORT: Duration = Duration::from_millis(1200);
/// Telegram's words for a message that is not there any more, or is of a kind that has no copies.
const NO_COPIES: [&str; 3] = ["message to copy not found", "message can't be copied", "MESSAGE_ID_INVALID"];
/// After so many refusals in a row it is the message that Telegram does not take, and not this or that customer.
const HOPELESS: u32 = 10;

impl Sender {
    /// One recipient's turn.
    pub(super) async fn turn(&self, row: &BulkRow) -> BulkEnding {
        let settings = &self.bulk.settings;
        let chat = row.claim.customer.chat();
        let claimed = Instant::now();
        loop {
            let wait = self.bulk.limits.wait(chat, Urgency::Bulk, settings).await;
            if wait.is_zero() {
                break;
            }
            let too_long = wait > SHORT || claimed.elapsed() > settings.hold / 3;
            if too_long || self.stop.is_cancelled() {
                self.held_up.store(true, Ordering::Relaxed);
                return BulkEnding::Wait(wait);
            }
            sleep(wait).await;
        }
        // It has become quiet since it was claimed.
        if is_quiet(&*self.bulk.courier).await {
            self.held_up.store(true, Ordering::Relaxed);
            return BulkEnding::Wait(Duration::ZERO);
        }
        match limited(self.bulk.queue.depart(row.claim, settings.hold)).await {
            Ok(Departure::Go) => {}
            // Not ours any more, or not now: then somebody else, or a later claim, has its turn.
            Ok(Departure::Stay) => return BulkEnding::Wait(Duration::ZERO),
            Err(error) => {
                tracing::warn!(%error, "a message of a broadcast could not depart; its turn comes again");
                return BulkEnding::Wait(self.pause(1));
            }
        }
        let notice = Notice::Broadcast { from: row.original, link: row.link };
        let ending = match timeout(settings.send_limit, self.bulk.courier.deliver(chat, &notice)).await {
            Ok(Ok(())) => BulkEnding::Sent,
            Ok(Err(SendError::Telegram(error))) => self.refused(row, &error).await,
            Ok(Err(SendError::Store(error))) => {
                tracing::warn!(%error, "a message of a broadcast could not be rendered; its turn comes again");
                BulkEnding::Wait(self.pause(2))
            }
            Ok(Err(SendError::Impossible(cause))) => BulkEnding::Failed(cause),
            Ok(Err(SendError::TimedOut)) | Err(_) => self.lost().await,
        };
        match ending {
            BulkEnding::Wait(_) => self.held_up.store(true, Ordering::Relaxed),
            BulkEnding::Uncertain => {}
            BulkEnding::Failed(_) => self.troubles.store(0, Ordering::Relaxed),
            BulkEnding::Sent | BulkEnding::Unreachable => {
                self.troubles.store(0, Ordering::Relaxed);
                self.refusals.store(0, Ordering::Relaxed);
            }
        }
        ending
    }

    async fn refused(&self, row: &BulkRow, error: &RequestError) -> BulkEnding {
        let chat = row.claim.customer.chat();
        match classify(error) {
            Refusal::TooFast(pause) => {
                metrics::counter!("telegram_too_fast_total").increment(1);
                tracing::warn!(seconds = pause.as_secs(), "Telegram asks broadcasts to wait");
                self.bulk.limits.pause(chat, Urgency::Bulk, pause).await;
                BulkEnding::Wait(pause)
            }
            // It never left: no connection was made.
            Refusal::Unavailable if is_unsent(error) => BulkEnding::Wait(self.rest().await),
            Refusal::Unavailable => self.lost().await,
            // The bot was put out of the group that it copies from: no customer has blocked it.
            Refusal::Unreachable if error.to_string().contains("group chat") => {
                self.halt(row, &error.to_string()).await
            }
            Refusal::Unreachable => {
                if let Err(error) = limited(self.bulk.courier.unreachable(chat)).await {
                    tracing::warn!(%error, "a customer was not marked as unreachable");
                }
                BulkEnding::Unreachable
            }
            // The chat that is copied from, for customers' chats do not move.
            Refusal::Moved(_) => self.halt(row, "the group has a new id").await,
            Refusal::Rejected(cause) if self.is_hopeless(&cause) => self.halt(row, &cause).await,
            Refusal::Rejected(cause) => {
                tracing::warn!(cause, "Telegram refused a message of a broadcast");
                BulkEnding::Failed(cause)
            }
            Refusal::Unchanged => BulkEnding::Failed("an answer that makes no sense".into()),
        }
    }

    /// True if the others would be refused too.
    fn is_hopeless(&self, cause: &str) -> bool {
        let in_a_row = self.refusals.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        in_a_row >= HOPELESS || NO_COPIES.iter().any(|words| cause.contains(words))
    }

    /// Pauses the whole broadcast: the staff may know what is wrong, and nobody loses their turn.
    async fn halt(&self, row: &BulkRow, cause: &str) -> BulkEnding {
        tracing::warn!(cause, "a broadcast is paused: Telegram does not take its message");
        self.refusals.store(0, Ordering::Relaxed);
        match limited(self.bulk.queue.halt(row.claim.broadcast, cause)).await {
            Ok(()) => BulkEnding::Wait(Duration::ZERO),
            Err(error) => {
                tracing::warn!(%error, "a broadcast could not be paused; trying again");
                BulkEnding::Wait(self.pause(2))
            }
        }
    }

    /// It may have arrived. While Telegram answers nobody, few are put at that risk: the class rests, longer each time.
    async fn lost(&self) -> BulkEnding {
        tracing::warn!("no answer to a message of a broadcast; it may have arrived and is not sent again");
        self.rest().await;
        BulkEnding::Uncertain
    }

    async fn rest(&self) -> Duration {
        let pause = self.pause(self.troubles.fetch_add(1, Ordering::Relaxed).saturating_add(1));
        self.bulk.limits.pause_bulk(pause).await;
        pause
    }

    fn pause(&self, failures: u32) -> Duration {
        let Bulk { jitter, settings, .. } = &self.bulk;
        jitter.backoff(settings.retry_base, settings.retry_cap, failures)
    }
}

/// True if no connection was made, so that Telegram cannot have read the request.
fn is_unsent(error: &RequestError) -> bool {
    matches!(error, RequestError::Network(error) if error.is_connect())
}
