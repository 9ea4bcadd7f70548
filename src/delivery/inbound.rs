//! What comes in: intake -> inbox -> lanes -> handler -> done.

use super::backoff::Jitter;
use super::board::{Board, Start};
use super::clerk::{self, Clerk};
use super::direct::Direct;
use super::incoming::Handler;
use super::intake::{self, Intake};
use super::renewal;
use super::settings::InSettings;
use super::verdicts::Verdicts;
use super::worker;
use crate::repository::{Inbox, Instance, Lanes};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The part of delivery that works off what comes in.
pub struct Inbound {
    shared: Arc<Shared>,
    intake: Intake,
    queue: intake::Queue,
}

/// What the parts of [`Inbound`] share.
pub(super) struct Shared {
    pub(super) settings: InSettings,
    pub(super) instance: Instance,
    pub(super) inbox: Arc<dyn Inbox>,
    pub(super) lanes: Arc<dyn Lanes>,
    pub(super) handler: Arc<dyn Handler>,
    pub(super) direct: Direct,
    pub(super) verdicts: Verdicts,
    pub(super) permits: Semaphore,
    pub(super) jitter: Jitter,
    /// Wakes the clerk at once.
    pub(super) urgent: Notify,
    /// A lane may be due that nobody holds.
    pub(super) due: AtomicBool,
    /// Called after verdicts were written down: what was handled may have filled the outbox.
    pub(super) after_work: Arc<Notify>,
    pub(super) workers: TaskTracker,
    /// Nothing new is begun.
    pub(super) stopping: CancellationToken,
    /// Everything that could be finished is.
    pub(super) finished: CancellationToken,
    board: Mutex<Board>,
}

impl Shared {
    /// The lanes held here. Never kept over an await.
    pub(super) fn board(&self) -> MutexGuard<'_, Board> {
        // A panic while the board is locked leaves it whole: each of its methods is one step.
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn start(self: &Arc<Self>, starts: impl IntoIterator<Item = Start>) {
        for start in starts {
            self.workers.spawn(worker::run(Arc::clone(self), start));
        }
    }

    pub(super) fn look_for_due(&self) {
        self.due.store(true, Ordering::Relaxed);
        self.urgent.notify_one();
    }

    /// How long a commit may take: less than is left of a lease that was renewed in time.
    pub(super) fn store_limit(&self) -> Duration {
        self.settings.store_limit.min(self.settings.lease / 2)
    }

    /// Until when a lease taken by a statement sent at `sent` is valid: earlier than in the database, whose
    /// count begins when the statement arrives.
    pub(super) fn valid_until(&self, sent: Instant) -> Instant {
        sent + self.settings.lease
    }
}

impl Inbound {
    /// Builds it; nothing runs before [`Inbound::run`].
    #[must_use]
    pub fn new(
        inbox: Arc<dyn Inbox>,
        lanes: Arc<dyn Lanes>,
        handler: Arc<dyn Handler>,
        instance: Instance,
        settings: InSettings,
    ) -> Self {
        let (intake, queue) = intake::channel(settings.ingress_queue);
        let board = Board::new(settings.lanes_held, settings.lane_depth.into(), settings.gap_grace);
        let shared = Shared {
            instance,
            inbox,
            lanes,
            direct: Direct::new(Arc::clone(&handler), settings.direct_in_work, settings.direct_limit),
            handler,
            verdicts: Verdicts::default(),
            permits: Semaphore::new(settings.in_work),
            jitter: Jitter::of(instance),
            urgent: Notify::new(),
            due: AtomicBool::new(true),
            after_work: Arc::new(Notify::new()),
            workers: TaskTracker::new(),
            stopping: CancellationToken::new(),
            finished: CancellationToken::new(),
            board: Mutex::new(board),
            settings,
        };
        Self { shared: Arc::new(shared), intake, queue }
    }

    /// Where polling and the webhook put updates.
    #[must_use]
    pub fn intake(&self) -> Intake {
        self.intake.clone()
    }

    /// Notified after updates were handled: the outbox may have something to send.
    #[must_use]
    pub fn after_work(&self) -> Arc<Notify> {
        Arc::clone(&self.shared.after_work)
    }

    /// Runs until `stop`; then takes nothing more, finishes what is in work within the limit, and hands
    /// its lanes over to other instances.
    pub async fn run(self, stop: CancellationToken) {
        let Self { shared, queue, .. } = self;
        let committers = intake::run(&shared, queue);
        let listener = tokio::spawn(clerk::listen(Arc::clone(&shared)));
        let leases = tokio::spawn(renewal::watch_leases(Arc::clone(&shared)));
        let renewal = tokio::spawn(renewal::renew_leases(Arc::clone(&shared)));
        let clerk = tokio::spawn(Clerk::new(Arc::clone(&shared)).run());

        stop.cancelled().await;
        committers.finish().await;
        shared.board().stop();
        shared.stopping.cancel();
        shared.workers.close();
        shared.direct.close();
        let finished = async { tokio::join!(shared.workers.wait(), shared.direct.finished()) };
        if tokio::time::timeout(shared.settings.stop_limit, finished).await.is_err() {
            let lanes = shared.board().running();
            tracing::warn!(lanes, "stopped in the middle of updates; they will be repeated");
        }
        shared.finished.cancel();
        listener.abort();
        if clerk.await.is_err() {
            tracing::error!("the lanes were not handed over; their leases end by themselves");
        }
        renewal.abort();
        leases.abort();
    }
}
