//! Verdicts that wait to be written down.

use crate::repository::Settled;
use std::sync::{Mutex, PoisonError};
use tokio::sync::{Notify, oneshot};

/// A verdict, and who waits for it to be on disk.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) settled: Settled,
    pub(super) written: Option<oneshot::Sender<()>>,
}

/// As many as there are updates in work at most, as a failed one waits, and a done one waits 50 ms.
#[derive(Debug, Default)]
pub(super) struct Verdicts {
    pending: Mutex<Vec<Pending>>,
    pub(super) some: Notify,
}

impl Verdicts {
    /// Writes it down with the next batch.
    pub(super) fn push(&self, settled: Settled) {
        self.add(Pending { settled, written: None });
    }

    /// Writes it down and waits until it is on disk.
    pub(super) async fn write(&self, settled: Settled) {
        let (written, done) = oneshot::channel();
        self.add(Pending { settled, written: Some(written) });
        // Dropped without an answer when the lane was lost: then nothing has to be waited for.
        let _ = done.await;
    }

    /// Takes what waits, or puts back what could not be written.
    pub(super) fn take(&self) -> Vec<Pending> {
        std::mem::take(&mut *self.lock())
    }

    pub(super) fn put_back(&self, mut unwritten: Vec<Pending>) {
        let mut pending = self.lock();
        unwritten.append(&mut pending);
        *pending = unwritten;
    }

    fn add(&self, pending: Pending) {
        self.lock().push(pending);
        self.some.notify_one();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Pending>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
