//! What the board knows of one lane, and what a worker hears of it.

use crate::domain::UpdateId;
use crate::repository::Lease;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use tokio::sync::Notify;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// An update in memory, ready to be worked on.
#[derive(Debug, Clone)]
pub(in crate::delivery) struct Ready {
    pub(in crate::delivery) id: UpdateId,
    pub(in crate::delivery) kind: String,
    pub(in crate::delivery) raw: String,
    pub(in crate::delivery) attempts: i16,
    pub(in crate::delivery) received: Instant,
    /// Its press was answered with the acknowledgement.
    pub(in crate::delivery) answered: bool,
}

/// What a lane's worker is to do next.
#[derive(Debug)]
pub(in crate::delivery) enum Next {
    /// Work on this.
    Work(Ready),
    /// An earlier update is probably on its way here: look again then.
    Pause(Instant),
    /// It may still come to another instance: wait until then, or until told.
    Wait(Instant),
    /// Nothing: the worker ends.
    Rest,
}

/// A lane that needs a worker.
#[derive(Debug)]
pub(in crate::delivery) struct Start {
    pub(in crate::delivery) lease: Lease,
    pub(in crate::delivery) lost: CancellationToken,
    pub(in crate::delivery) news: Arc<Notify>,
}

/// A lane that is held.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) lease: Lease,
    pub(super) arrivals: i32,
    pub(super) valid_until: Instant,
    pub(super) queue: BTreeMap<UpdateId, Ready>,
    /// In work, or done and not yet written down.
    pub(super) unsettled: HashSet<UpdateId>,
    /// Updates of a batch that is being stored right now: the lane cannot be let go.
    pub(super) coming: usize,
    pub(super) running: bool,
    pub(super) idle_since: Instant,
    /// When the first update is tried again, if it failed.
    pub(super) retry_at: Option<Instant>,
    /// The update before which holes were noticed.
    pub(super) behind_holes: Option<UpdateId>,
    /// The update for which they were asked about.
    pub(super) asked_for: Option<UpdateId>,
    pub(super) lost: CancellationToken,
    pub(super) news: Arc<Notify>,
}

impl Held {
    /// In work, or done a moment ago.
    pub(super) fn is_known(&self, update: UpdateId, recent: &[HashSet<UpdateId>; 2]) -> bool {
        self.unsettled.contains(&update) || recent.iter().any(|recent| recent.contains(&update))
    }
}

/// A lane that is being let go.
#[derive(Debug)]
pub(in crate::delivery) struct OffBoard(pub(super) Held);

impl OffBoard {
    /// The lease, and what was read of the lane.
    pub(in crate::delivery) fn known(&self) -> (Lease, i32) {
        (self.0.lease, self.0.arrivals)
    }
}
