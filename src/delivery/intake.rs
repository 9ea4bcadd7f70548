//! Takes updates in: what waits at the same time shares one statement and one commit.

use super::header::{NotAnUpdate, header};
use super::inbound::Shared;
use crate::repository::Arrival;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Updates per statement.
const BATCH: usize = 256;
/// Statements at the same time: while one waits for the disk, the next is built.
const COMMITTERS: usize = 2;
/// How long nothing is tried after a failure.
const REST: Duration = Duration::from_millis(500);

/// Where polling and the webhook put updates.
#[derive(Debug, Clone)]
pub struct Intake {
    sender: mpsc::Sender<Submission>,
    health: Arc<Health>,
}

/// Why updates were not taken. Telegram keeps them and sends them again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// More is waiting than fits.
    #[error("too many updates wait to be stored")]
    Full,
    /// The database did not take them.
    #[error("updates cannot be stored at the moment")]
    Unavailable,
    /// The program is stopping.
    #[error("the program is stopping")]
    Stopping,
}

#[derive(Debug)]
struct Submission {
    updates: Vec<Arrival>,
    answer: oneshot::Sender<Result<(), NotTaken>>,
}

/// When the last failure was, in milliseconds after `begin`; 0 if the last store worked.
#[derive(Debug)]
struct Health {
    begin: Instant,
    failed_at: AtomicU64,
}

impl Health {
    fn millis(&self) -> u64 {
        u64::try_from(self.begin.elapsed().as_millis()).unwrap_or(u64::MAX).max(1)
    }

    fn rests(&self) -> bool {
        let failed = self.failed_at.load(Ordering::Relaxed);
        failed != 0 && self.millis() < failed + u64::try_from(REST.as_millis()).unwrap_or(u64::MAX)
    }
}

pub(super) struct Queue {
    receiver: mpsc::Receiver<Submission>,
    health: Arc<Health>,
}

pub(super) fn channel(room: usize) -> (Intake, Queue) {
    let (sender, receiver) = mpsc::channel(room);
    let health = Arc::new(Health { begin: Instant::now(), failed_at: AtomicU64::new(0) });
    (Intake { sender, health: Arc::clone(&health) }, Queue { receiver, health })
}

impl Intake {
    /// Reads the header of an update.
    ///
    /// # Errors
    /// It is no update.
    pub fn read(raw: String) -> Result<Arrival, NotAnUpdate> {
        Ok(Arrival { answered: None, ..Self::read_to_answer(raw)? })
    }

    /// The same for an update whose acknowledgement can carry the answer to a press: a customer's press is to be answered
    /// like this.
    ///
    /// # Errors
    /// It is no update.
    pub fn read_to_answer(raw: String) -> Result<Arrival, NotAnUpdate> {
        let header = header(&raw)?;
        Ok(Arrival { id: header.id, lane: header.lane, kind: header.kind, raw, answered: header.press })
    }

    /// Stores updates. When this returns, they are on disk and may be confirmed.
    ///
    /// # Errors
    /// [`NotTaken`]: nothing may be confirmed.
    pub async fn take(&self, updates: Vec<Arrival>) -> Result<(), NotTaken> {
        if self.health.rests() {
            return Err(NotTaken::Unavailable);
        }
        let (answer, taken) = oneshot::channel();
        self.sender.try_send(Submission { updates, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => NotTaken::Full,
            mpsc::error::TrySendError::Closed(_) => NotTaken::Stopping,
        })?;
        taken.await.unwrap_or(Err(NotTaken::Stopping))
    }

    /// True while updates are being taken.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        !self.sender.is_closed() && self.health.failed_at.load(Ordering::Relaxed) == 0
    }
}

/// The tasks that write batches.
pub(super) struct Committers {
    tasks: TaskTracker,
    closing: CancellationToken,
}

impl Committers {
    /// Takes nothing more, and waits until what was taken is stored or refused.
    pub(super) async fn finish(self) {
        self.closing.cancel();
        self.tasks.wait().await;
    }
}

pub(super) fn run(shared: &Arc<Shared>, queue: Queue) -> Committers {
    let Queue { receiver, health } = queue;
    let receiver = Arc::new(Mutex::new(receiver));
    let (tasks, closing) = (TaskTracker::new(), CancellationToken::new());
    for _ in 0..COMMITTERS {
        tasks.spawn(commit(Arc::clone(shared), Arc::clone(&receiver), Arc::clone(&health), closing.clone()));
    }
    tasks.close();
    Committers { tasks, closing }
}

async fn commit(
    shared: Arc<Shared>,
    queue: Arc<Mutex<mpsc::Receiver<Submission>>>,
    health: Arc<Health>,
    closing: CancellationToken,
) {
    while let Some(submissions) = next_batch(&queue, &closing).await {
        let (updates, answers): (Vec<_>, Vec<_>) =
            submissions.into_iter().map(|submission| (submission.updates, submission.answer)).unzip();
        let taken = store(&shared, updates.into_iter().flatten().collect(), &health).await;
        for answer in answers {
            // Whoever asked may have gone; the updates are stored all the same.
            let _ = answer.send(taken);
        }
    }
}

/// Whatever waits, up to [`BATCH`] updates. `None` when the program is stopping and nothing waits.
async fn next_batch(
    queue: &Mutex<mpsc::Receiver<Submission>>,
    closing: &CancellationToken,
) -> Option<Vec<Submission>> {
    let mut queue = queue.lock().await;
    let first = tokio::select! {
        first = queue.recv() => first,
        () = closing.cancelled() => {
            // What was taken before is still stored; then there is nothing more.
            queue.close();
            queue.recv().await
        }
    }?;
    let mut size = first.updates.len();
    let mut submissions = vec![first];
    while size < BATCH {
        let Ok(next) = queue.try_recv() else { break };
        size += next.updates.len();
        submissions.push(next);
    }
    Some(submissions)
}

async fn store(shared: &Arc<Shared>, mut batch: Vec<Arrival>, health: &Health) -> Result<(), NotTaken> {
    let now = Instant::now();
    let settings = &shared.settings;
    let mut ids = HashSet::new();
    batch.retain(|arrival| ids.insert(arrival.id));
    let limit = shared.store_limit();
    let mut plan = shared.board().plan(&batch, now + limit);
    plan.touch.room = settings.lane_rows.into();
    plan.touch.doubtful.retain(|lane| settings.staff_chat.is_none_or(|staff| staff.0 != lane.0));
    let store = shared.inbox.store(&batch, &plan.touch, shared.instance, settings.lease);
    let stored = match tokio::time::timeout(limit, store).await {
        Ok(Ok(stored)) => stored,
        failed => {
            // What Telegram keeps and sends again is no loss: one line for every batch is enough.
            match failed {
                Ok(Err(error)) => tracing::warn!(%error, updates = batch.len(), "updates were not stored"),
                _ => tracing::warn!(updates = batch.len(), "updates were not stored: no answer in time"),
            }
            health.failed_at.store(health.millis(), Ordering::Relaxed);
            shared.board().not_stored(plan, now);
            shared.urgent.notify_one();
            metrics::counter!("updates_not_stored_total").increment(batch.len() as u64);
            return Err(NotTaken::Unavailable);
        }
    };
    health.failed_at.store(0, Ordering::Relaxed);
    metrics::histogram!("inbox_store_seconds").record(now.elapsed());
    let mut kept: HashSet<_> = stored.fresh.into_iter().collect();
    let repeated: Vec<Arrival> = batch.extract_if(.., |arrival| !kept.contains(&arrival.id)).collect();
    metrics::counter!("updates_repeated_total").increment(repeated.len() as u64);
    for surplus in &stored.surplus {
        kept.remove(surplus);
    }
    batch.retain(|arrival| kept.contains(&arrival.id));
    metrics::counter!("updates_surplus_total").increment(stored.surplus.len() as u64);
    if !stored.flooded.is_empty() {
        tracing::warn!(lanes = ?stored.flooded, "more came in than is kept of one lane; the surplus is left out");
    }
    for arrival in &batch {
        metrics::counter!("updates_total", "kind" => kind_label(&arrival.kind)).increment(1);
        if arrival.lane.is_none() {
            shared.direct.answer(arrival.clone());
        }
    }
    if !plan.touch.announce.is_empty() {
        shared.look_for_due();
    }
    let valid_until = shared.valid_until(now);
    let (starts, unread) = {
        let mut board = shared.board();
        // Before what came in now is put behind what memory has of its lane.
        board.announced(&stored.grown);
        board.repeated(&repeated);
        stored.surplus.into_iter().for_each(|update| board.gaps.came(update));
        let starts = board.stored(plan, batch, stored.claimed, valid_until, Instant::now());
        (starts, board.has_unread())
    };
    if unread {
        shared.urgent.notify_one();
    }
    shared.start(starts);
    Ok(())
}

/// A bounded set of labels: what Telegram adds is "other".
fn kind_label(kind: &str) -> &'static str {
    super::header::ALLOWED_UPDATES.into_iter().find(|known| *known == kind).unwrap_or("other")
}
