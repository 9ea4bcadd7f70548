//! Claims rows and sends them, many chats at the same time, one message per chat.

use super::courier::{Courier, SendError, is_quiet};
use super::limits::Limits;
use crate::delivery::OutSettings;
use crate::delivery::backoff::Jitter;
use crate::delivery::settling::{self, Ending as Place, Ledger};
use crate::delivery::statement::limited;
use crate::delivery::telegram_errors::{Refusal, classify};
use crate::domain::{ChatId, Urgency};
use crate::repository::{Ended, Ending, Instance, OutboxQueue, OutboxRow, StoreError};
use async_trait::async_trait;
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

/// A wait up to this long is spent with the row in hand, a longer one in the database.
const SHORT: Duration = Duration::from_millis(1200);
/// How long what is for the staff waits before it is looked whether they have a group.
const NO_GROUP: Duration = Duration::from_secs(5);
/// How often the depth of the queue is measured.
const MEASURE_EVERY: Duration = Duration::from_secs(15);

/// The part of delivery that sends what waits in the outbox.
pub struct Outbound {
    queue: Arc<dyn OutboxQueue>,
    courier: Arc<dyn Courier>,
    limits: Limits,
    jitter: Jitter,
    settings: OutSettings,
    wake: Arc<Notify>,
}

impl Outbound {
    /// Builds it; nothing runs before [`Outbound::run`]. `wake` is notified when there may be something to
    /// send; without it the queue is looked at every second.
    #[must_use]
    pub fn new(
        queue: Arc<dyn OutboxQueue>,
        courier: Arc<dyn Courier>,
        limits: Limits,
        instance: Instance,
        settings: OutSettings,
        wake: Arc<Notify>,
    ) -> Self {
        Self { queue, courier, limits, jitter: Jitter::of(instance), settings, wake }
    }

    /// Runs until `stop`; then finishes what is in flight, within the limit.
    pub async fn run(self, stop: CancellationToken) {
        let (endings, ended) = mpsc::channel(self.settings.in_flight.max(1));
        let settling = tokio::spawn(settling::run::<Ended>(
            Arc::new(Rows(Arc::clone(&self.queue))),
            ended,
            self.settings.stop_limit,
        ));
        let measuring = tokio::spawn(measure(Arc::clone(&self.queue)));
        let stop_limit = self.settings.stop_limit;
        let wake = Arc::clone(&self.wake);
        let (look_every, look_pause) = (self.settings.look_every, self.settings.look_pause);
        let sender = Arc::new(Sender {
            places: Arc::new(Semaphore::new(self.settings.in_flight)),
            tasks: TaskTracker::new(),
            outbound: self,
            endings,
            stop: stop.clone(),
        });
        while !stop.is_cancelled() {
            let more = sender.send_due().await.unwrap_or_else(|error| {
                tracing::warn!(%error, "the outbox could not be read; trying again");
                false
            });
            tokio::select! {
                () = stop.cancelled() => break,
                () = sleep(look_pause) => {}
            }
            if !more {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = wake.notified() => {}
                    () = sleep(look_every) => {}
                }
            }
        }
        measuring.abort();
        sender.tasks.close();
        if timeout(stop_limit, sender.tasks.wait()).await.is_err() {
            tracing::warn!(
                messages = sender.tasks.len(),
                "stopped in the middle of sending; they may be sent again"
            );
        }
        // The channel closes with the last of its senders.
        drop(sender);
        let _ = timeout(stop_limit, settling).await;
    }
}

struct Rows(Arc<dyn OutboxQueue>);

#[async_trait]
impl Ledger<Ended> for Rows {
    async fn write(&self, ended: &[Ended]) -> Result<(), StoreError> {
        self.0.settle(ended).await
    }
}

struct Sender {
    outbound: Outbound,
    places: Arc<Semaphore>,
    tasks: TaskTracker,
    endings: mpsc::Sender<Place<Ended>>,
    stop: CancellationToken,
}

impl Sender {
    /// Begins to send what is due, as far as there are places. True if there may be more.
    async fn send_due(self: &Arc<Self>) -> Result<bool, StoreError> {
        let mut more = false;
        for urgency in Urgency::OUTBOX {
            if urgency == Urgency::Bulk && is_quiet(&*self.outbound.courier).await {
                continue;
            }
            more |= self.send_class(urgency).await?;
        }
        Ok(more)
    }

    async fn send_class(self: &Arc<Self>, urgency: Urgency) -> Result<bool, StoreError> {
        let mut cursor = None;
        loop {
            let limit = self.places.available_permits();
            if limit == 0 {
                return Ok(true);
            }
            let hold = self.outbound.settings.hold;
            let claim = self.outbound.queue.claim(urgency, cursor, limit as i64, hold);
            let (rows, next) = limited(claim).await?;
            let claimed = rows.len();
            for row in rows {
                // Nobody else takes places, so there is one for each row.
                if let Ok(place) = Arc::clone(&self.places).acquire_owned().await {
                    self.spawn(row, place);
                }
            }
            match next {
                Some(last) => cursor = Some(last),
                None => return Ok(claimed > 0),
            }
        }
    }

    fn spawn(self: &Arc<Self>, row: OutboxRow, place: OwnedSemaphorePermit) {
        let span =
            tracing::info_span!("outbox", row = row.claim.id, chat = row.chat.0, attempt = row.attempts + 1);
        let sender = Arc::clone(self);
        let send = async move {
            let claim = row.claim;
            let ending = AssertUnwindSafe(sender.send(&row)).catch_unwind().await.unwrap_or_else(|_| {
                tracing::error!("rendering or sending a message panicked");
                sender.failed(&row, "panicked")
            });
            metrics::counter!("outbox_total", "outcome" => label(&ending)).increment(1);
            if sender.endings.send((Ended { claim, ending }, place)).await.is_err() {
                tracing::error!("the outcome of a message could not be written down");
            }
        };
        self.tasks.spawn(send.instrument(span));
    }

    async fn send(&self, row: &OutboxRow) -> Ending {
        let Some(notice) = &row.notice else {
            // During a rolling update an older instance may meet what a newer one wrote.
            return self.failed(row, "written by another version of this program");
        };
        if row.chat == ChatId::STAFF {
            // Nobody has chosen the staff group yet.
            return Ending::Wait(NO_GROUP);
        }
        loop {
            let wait = self.outbound.limits.wait(row.chat, row.urgency, &self.outbound.settings).await;
            if wait.is_zero() {
                break;
            }
            if wait > SHORT || self.stop.is_cancelled() {
                return Ending::Wait(wait);
            }
            sleep(wait).await;
        }
        // It has become quiet since it was claimed.
        if row.urgency == Urgency::Bulk && is_quiet(&*self.outbound.courier).await {
            return Ending::Wait(Duration::ZERO);
        }
        metrics::histogram!("outbox_wait_seconds").record(row.age);
        let delivery = self.outbound.courier.deliver(row.chat, notice);
        match timeout(self.outbound.settings.send_limit, delivery).await {
            Ok(Ok(())) => Ending::Sent,
            Ok(Err(SendError::Telegram(error))) => self.refused(row, classify(&error)).await,
            Ok(Err(SendError::Store(StoreError::Unavailable(_)))) => Ending::Wait(self.pause(2)),
            Ok(Err(SendError::Store(error))) => self.failed(row, &error.to_string()),
            Ok(Err(SendError::Impossible(cause))) => dead(cause),
            Ok(Err(SendError::TimedOut)) | Err(_) => self.uncertain(row),
        }
    }

    async fn refused(&self, row: &OutboxRow, refusal: Refusal) -> Ending {
        match refusal {
            Refusal::Unchanged => Ending::Sent,
            Refusal::TooFast(pause) => {
                metrics::counter!("telegram_too_fast_total").increment(1);
                tracing::warn!(seconds = pause.as_secs(), "Telegram asks to wait");
                self.outbound.limits.pause(row.chat, row.urgency, pause).await;
                Ending::Wait(pause)
            }
            Refusal::Unavailable => self.uncertain(row),
            Refusal::Rejected(cause) => dead(cause),
            // The staff group is not given up so soon: the bot may be invited again.
            Refusal::Unreachable if is_group(row.chat) => self.failed(row, "the bot is not in the group"),
            Refusal::Unreachable => match self.outbound.courier.unreachable(row.chat).await {
                Ok(()) => Ending::Unreachable,
                Err(error) => self.failed(row, &error.to_string()),
            },
            Refusal::Moved(new) => match self.outbound.queue.migrate(row.chat, new).await {
                Ok(()) => {
                    tracing::info!(new = new.0, "a group has a new id");
                    Ending::Wait(Duration::ZERO)
                }
                Err(error) => self.failed(row, &error.to_string()),
            },
        }
    }

    /// No answer: it may have arrived. Counted, because a repetition may be seen twice.
    fn uncertain(&self, row: &OutboxRow) -> Ending {
        metrics::counter!("outbox_uncertain_total").increment(1);
        // What nobody waits for may be missed, but comes to nobody twice.
        if row.urgency == Urgency::Bulk {
            return Ending::Sent;
        }
        self.failed(row, "no answer from Telegram")
    }

    fn failed(&self, row: &OutboxRow, cause: &str) -> Ending {
        let settings = &self.outbound.settings;
        let failures = u16::try_from(row.attempts).unwrap_or(0).saturating_add(1);
        if failures >= settings.max_attempts {
            return dead(cause.to_owned());
        }
        tracing::warn!(cause, "a message was not sent; trying again");
        Ending::Retry { after: self.pause(failures.into()), cause: cause.to_owned() }
    }

    fn pause(&self, failures: u32) -> Duration {
        let Outbound { jitter, settings, .. } = &self.outbound;
        jitter.backoff(settings.retry_base, settings.retry_cap, failures)
    }
}

fn dead(cause: String) -> Ending {
    tracing::error!(cause, "a message is given up");
    Ending::Dead { cause }
}

const fn is_group(chat: ChatId) -> bool {
    chat.0 < 0
}

const fn label(ending: &Ending) -> &'static str {
    match ending {
        Ending::Sent => "sent",
        Ending::Unreachable => "unreachable",
        Ending::Dead { .. } => "dead",
        Ending::Wait(_) => "waits",
        Ending::Retry { .. } => "retried",
    }
}

async fn measure(queue: Arc<dyn OutboxQueue>) {
    loop {
        if let Ok(depths) = limited(queue.depth()).await {
            for depth in depths {
                let urgency = match depth.urgency {
                    Urgency::News => "news",
                    Urgency::Staff => "staff",
                    Urgency::Bulk => "bulk",
                };
                metrics::gauge!("outbox_waiting", "urgency" => urgency).set(depth.waiting as f64);
                metrics::gauge!("outbox_oldest_seconds", "urgency" => urgency)
                    .set(depth.oldest.as_secs_f64());
            }
        }
        sleep(MEASURE_EVERY).await;
    }
}
