//! Updates with a deadline: answered at once, outside the lanes, never repeated.

use super::board::Ready;
use super::incoming::{Failures, Handler, Incoming};
use crate::repository::{Arrival, Lane, Lease};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::Instant;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

pub(super) struct Direct {
    handler: Arc<dyn Handler>,
    permits: Arc<Semaphore>,
    limit: Duration,
    tasks: TaskTracker,
}

impl Direct {
    pub(super) fn new(handler: Arc<dyn Handler>, in_work: usize, limit: Duration) -> Self {
        Self { handler, permits: Arc::new(Semaphore::new(in_work)), limit, tasks: TaskTracker::new() }
    }

    /// Answers in a task of its own. When more wait than can be answered in time, the newest is dropped:
    /// its sender sees what it sees when a shop does not answer, and tries again.
    pub(super) fn answer(&self, arrival: Arrival) {
        let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() else {
            metrics::counter!("direct_updates_dropped_total").increment(1);
            tracing::error!(
                update = arrival.id.0,
                kind = arrival.kind,
                "too many queries at once; one was not answered"
            );
            return;
        };
        let span = tracing::info_span!("update", update = arrival.id.0, kind = arrival.kind);
        let Arrival { id, kind, raw, .. } = arrival;
        let ready = Ready { id, kind, raw, attempts: 0, received: Instant::now(), answered: false };
        let no_lane = Lease { lane: Lane(0), fence: 0 };
        let update = Arc::new(Incoming::of(&ready, no_lane, Failures::default(), 1));
        let (handler, limit) = (Arc::clone(&self.handler), self.limit);
        let answer = async move {
            let began = Instant::now();
            let answered = AssertUnwindSafe(handler.answer_now(update)).catch_unwind();
            match tokio::time::timeout(limit, answered).await {
                Ok(Ok(Ok(()))) => {}
                Ok(Ok(Err(trouble))) => tracing::error!(error = %trouble, "a query was not answered"),
                Ok(Err(_)) => tracing::error!("a query was not answered: its handler panicked"),
                Err(_) => tracing::error!("a query was not answered in time"),
            }
            metrics::histogram!("direct_update_seconds").record(began.elapsed());
            drop(permit);
        };
        self.tasks.spawn(answer.instrument(span));
    }

    pub(super) fn close(&self) {
        self.tasks.close();
    }

    pub(super) async fn finished(&self) {
        self.tasks.wait().await;
    }
}
