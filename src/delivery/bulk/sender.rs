//! Claims recipients and sends to them, a few at the same time.

use super::turn::SHORT;
use crate::delivery::backoff::Jitter;
use crate::delivery::outbox::{Courier, Limits, is_quiet};
use crate::delivery::settling::{self, Ledger};
use crate::delivery::statement::limited;
use crate::delivery::{OutSettings, settling::Ending as Place};
use crate::repository::{BulkEnded, BulkEnding, BulkQueue, BulkRow, Instance, StoreError};
use async_trait::async_trait;
use futures::FutureExt;
use rust_decimal::prelude::ToPrimitive;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

/// How often cards and ends are looked after while something is sent.
const KEEP_UP: Duration = Duration::from_secs(2);
/// So many times longer while nothing was sent in the last rounds of looking for recipients.
const IDLE: u32 = 5;
const LIVELY_ROUNDS: u32 = 5;

/// The part of delivery that sends broadcasts.
pub struct Bulk {
    pub(super) queue: Arc<dyn BulkQueue>,
    pub(super) courier: Arc<dyn Courier>,
    pub(super) limits: Limits,
    pub(super) jitter: Jitter,
    pub(super) settings: OutSettings,
}

impl Bulk {
    /// Builds it; nothing runs before [`Bulk::run`].
    #[must_use]
    pub fn new(
        queue: Arc<dyn BulkQueue>,
        courier: Arc<dyn Courier>,
        limits: Limits,
        instance: Instance,
        settings: OutSettings,
    ) -> Self {
        Self { queue, courier, limits, jitter: Jitter::of(instance), settings }
    }

    /// Runs until `stop`; then finishes what is in flight, within the limit.
    pub async fn run(self, stop: CancellationToken) {
        let places = self.places();
        let (endings, ended) = mpsc::channel(places);
        let settling = tokio::spawn(settling::run::<BulkEnded>(
            Arc::new(Rows(Arc::clone(&self.queue))),
            ended,
            self.settings.stop_limit,
        ));
        let stop_limit = self.settings.stop_limit;
        let sender = Arc::new(Sender {
            places: Arc::new(Semaphore::new(places)),
            tasks: TaskTracker::new(),
            troubles: AtomicU32::new(0),
            refusals: AtomicU32::new(0),
            bulk: self,
            endings,
            held_up: AtomicBool::new(false),
            stop,
        });
        sender.work().await;
        sender.tasks.close();
        if timeout(stop_limit, sender.tasks.wait()).await.is_err() {
            tracing::warn!(messages = sender.tasks.len(), "stopped in the middle of a broadcast's messages");
        }
        // The channel closes with the last of its senders.
        drop(sender);
        let _ = timeout(stop_limit, settling).await;
    }

    /// How many are sent at the same time: a third of a second's worth, so that an answer may take that long.
    fn places(&self) -> usize {
        let places = (self.settings.bulk_per_second / 3.0).ceil().to_usize();
        places.unwrap_or(1).clamp(1, self.settings.in_flight.max(1))
    }
}

struct Rows(Arc<dyn BulkQueue>);

#[async_trait]
impl Ledger<BulkEnded> for Rows {
    async fn write(&self, ended: &[BulkEnded]) -> Result<(), StoreError> {
        self.0.settle(ended).await
    }
}

pub(super) struct Sender {
    pub(super) bulk: Bulk,
    places: Arc<Semaphore>,
    tasks: TaskTracker,
    /// Lost answers in a row.
    pub(super) troubles: AtomicU32,
    /// Refused messages in a row.
    pub(super) refusals: AtomicU32,
    /// A limit asked somebody to wait: the next would have to wait too.
    pub(super) held_up: AtomicBool,
    endings: mpsc::Sender<Place<BulkEnded>>,
    pub(super) stop: CancellationToken,
}

impl Sender {
    /// Claims and sends until the stop.
    async fn work(self: &Arc<Self>) {
        let look_every = self.bulk.settings.look_every;
        let (mut kept_up, mut idle) = (Instant::now(), 0);
        while !self.stop.is_cancelled() {
            let every = KEEP_UP.min(look_every * 2) * if idle < LIVELY_ROUNDS { 1 } else { IDLE };
            if kept_up.elapsed() >= every {
                self.keep_up().await;
                kept_up = Instant::now();
            }
            let claimed = match self.free_places().await {
                0 => continue,
                _ if is_quiet(&*self.bulk.courier).await => Ok(Vec::new()),
                places => self.claim(places).await,
            };
            let claimed = claimed.unwrap_or_else(|error| {
                tracing::warn!(%error, "recipients of broadcasts could not be read; trying again");
                Vec::new()
            });
            let pause = if claimed.is_empty() { look_every } else { Duration::ZERO };
            let is_idle = claimed.is_empty() && self.tasks.is_empty();
            idle = if is_idle { LIVELY_ROUNDS.min(idle + 1) } else { 0 };
            for row in claimed {
                // Nobody else takes places, so there is one for each row.
                if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
                    self.spawn(row, place);
                }
            }
            let held_up = self.held_up.swap(false, Ordering::Relaxed);
            tokio::select! {
                () = self.stop.cancelled() => {}
                () = sleep(if held_up { SHORT } else { pause }) => {}
            }
        }
    }

    /// Waits until there is one; zero at the stop.
    async fn free_places(&self) -> usize {
        tokio::select! {
            () = self.stop.cancelled() => 0,
            place = self.places.acquire() => {
                drop(place);
                self.places.available_permits()
            }
        }
    }

    async fn claim(&self, limit: usize) -> Result<Vec<BulkRow>, StoreError> {
        limited(self.bulk.queue.claim(limit as i64, self.bulk.settings.hold)).await
    }

    async fn keep_up(&self) {
        let (every, is_quiet) = (self.bulk.settings.tell_every, is_quiet(&*self.bulk.courier).await);
        if let Err(error) = limited(self.bulk.queue.keep_up(every, is_quiet)).await {
            tracing::warn!(%error, "the cards of broadcasts are not kept up; trying again");
        }
    }

    fn spawn(self: &Arc<Self>, row: BulkRow, place: OwnedSemaphorePermit) {
        let claim = row.claim;
        let span = tracing::info_span!("bulk", broadcast = claim.broadcast.0, customer = claim.customer.0);
        let sender = Arc::clone(self);
        let send = async move {
            let ending = AssertUnwindSafe(sender.turn(&row)).catch_unwind().await.unwrap_or_else(|_| {
                tracing::error!("sending a broadcast panicked");
                BulkEnding::Uncertain
            });
            metrics::counter!("bulk_total", "outcome" => label(&ending)).increment(1);
            if sender.endings.send((BulkEnded { claim, ending }, place)).await.is_err() {
                tracing::error!("the outcome of a message could not be written down");
            }
        };
        self.tasks.spawn(send.instrument(span));
    }
}

const fn label(ending: &BulkEnding) -> &'static str {
    match ending {
        BulkEnding::Sent => "sent",
        BulkEnding::Unreachable => "unreachable",
        BulkEnding::Failed(_) => "failed",
        BulkEnding::Uncertain => "uncertain",
        BulkEnding::Wait(_) => "waits",
    }
}
