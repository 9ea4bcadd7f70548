//! Who works in which lane: claims with a lease and a fencing number.

use super::{Instance, Lane, StoreError};
use crate::domain::{ChatId, Notice, UpdateId};
use async_trait::async_trait;
use std::time::Duration;

/// The right to work in a lane for a while. Whoever claims the lane later gets a higher fencing number,
/// and writes with the older one are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// The lane.
    pub lane: Lane,
    /// The fencing number.
    pub fence: i64,
}

/// An update that waits in a lane.
#[derive(Debug, Clone)]
pub struct WaitingUpdate {
    /// Telegram's number for it.
    pub id: UpdateId,
    /// Its kind.
    pub kind: String,
    /// The update as Telegram wrote it.
    pub raw: String,
    /// How often it was tried before.
    pub attempts: i16,
    /// How long ago it came in, by the database's clock.
    pub age: Duration,
}

/// A lane that was claimed, with the first of what waits in it.
#[derive(Debug)]
pub struct Claimed {
    /// The right to work in it.
    pub lease: Lease,
    /// What waits in it.
    pub reading: Reading,
}

/// What was seen in a lane.
#[derive(Debug)]
pub struct Reading {
    /// The lane.
    pub lane: Lane,
    /// How many times others had put something into it while it was held.
    pub arrivals: i32,
    /// The first updates, in order. As many as asked for: there may be more.
    pub waiting: Vec<WaitingUpdate>,
}

/// What became of an update that was worked on.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// It is done: its row goes.
    Done,
    /// It failed and will be tried again in the same lane; the attempt is counted.
    Failed {
        /// Why, without personal data.
        cause: String,
    },
    /// It is given up: it moves to the dead letters, and the staff are told.
    Dead {
        /// Why, without personal data.
        cause: String,
        /// What to tell, and where; in the same transaction.
        tell: Option<(ChatId, Notice)>,
    },
}

/// A verdict to write down.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The right by which it was worked on.
    pub lease: Lease,
    /// The update.
    pub update: UpdateId,
    /// What became of it.
    pub verdict: Verdict,
}

/// The lanes.
#[async_trait]
pub trait Lanes: Send + Sync {
    /// Claims up to `limit` lanes that are due, the longest waiting first, and reads up to `depth` updates
    /// of each. Lanes that another claims at this moment are skipped. A lane taken over from a holder that
    /// died counts an attempt for its first update, so that an update which kills its worker ends in the
    /// dead letters too.
    ///
    /// # Errors
    /// Nothing was claimed.
    async fn claim(
        &self,
        holder: Instance,
        lease: Duration,
        limit: i64,
        depth: i64,
    ) -> Result<Vec<Claimed>, StoreError>;

    /// Reads the first `depth` waiting updates of each lane.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn read(&self, lanes: &[Lane], depth: i64) -> Result<Vec<Reading>, StoreError>;

    /// Which of these updates have been stored, by any instance.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn seen(&self, updates: &[UpdateId]) -> Result<Vec<UpdateId>, StoreError>;

    /// Writes verdicts down, in one commit. Returns those that were refused, because somebody else has
    /// claimed the lane since.
    ///
    /// # Errors
    /// Nothing was written.
    async fn settle(&self, verdicts: &[Settled]) -> Result<Vec<UpdateId>, StoreError>;

    /// Moves the end of the leases to `lease` from now. Returns the lanes that are no longer ours.
    ///
    /// # Errors
    /// Nothing was renewed.
    async fn renew(&self, leases: &[Lease], lease: Duration) -> Result<Vec<Lane>, StoreError>;

    /// Lets go of lanes in which nothing waits and of which `arrivals` (beside each lease) says that
    /// everything in them was read. Returns the lanes let go; the others have something waiting.
    ///
    /// # Errors
    /// Nothing was let go.
    async fn release(&self, leases: &[(Lease, i32)]) -> Result<Vec<Lane>, StoreError>;

    /// Hands lanes over at a stop: whatever waits in them may be claimed by anyone after `delay`.
    ///
    /// # Errors
    /// Nothing was handed over; the leases end by themselves.
    async fn hand_over(&self, leases: &[(Lease, Duration)]) -> Result<(), StoreError>;

    /// The safety net: makes lanes due in which something waits for longer than `age` and that nobody
    /// knows of. Returns how many; more than none is worth a look.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn sweep(&self, age: Duration) -> Result<u64, StoreError>;

    /// How many updates wait, and in how many lanes.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn depth(&self) -> Result<(i64, i64), StoreError>;

    /// Listens for news from other instances. While nobody listens, the regular claim does the work.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn listen(&self) -> Result<Box<dyn Announcements>, StoreError>;
}

/// News from other instances.
#[async_trait]
pub trait Announcements: Send {
    /// The next news.
    ///
    /// # Errors
    /// The connection broke; what was announced meanwhile is lost.
    async fn next(&mut self) -> Result<News, StoreError>;
}

/// What other instances have announced.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Lanes that got something while somebody held them.
    pub grown: Vec<Lane>,
    /// True if a lane waits that nobody holds.
    pub due: bool,
}
