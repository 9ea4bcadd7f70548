//! Where updates are stored before Telegram is told that they arrived.

use super::{Instance, StoreError};
use crate::domain::UpdateId;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::time::Duration;

/// What is handled one at a time and in order: a user, or a group. It has the number of its chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lane(pub i64);

impl std::fmt::Display for Lane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// An update as it came in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Telegram's number for it.
    pub id: UpdateId,
    /// The lane it waits in; `None` if it has a deadline and is answered at once, outside the lanes.
    pub lane: Option<Lane>,
    /// The kind, as Telegram names the field ("message", "callback_query").
    pub kind: String,
    /// The update as Telegram wrote it.
    pub raw: String,
    /// The callback query that is answered together with the acknowledgement. Not stored: whoever works on the update
    /// after a crash answers it once more, which Telegram bears.
    pub answered: Option<String>,
}

/// What became of a batch.
#[derive(Debug, Default)]
pub struct Stored {
    /// The updates that were new; the others had come before.
    pub fresh: Vec<UpdateId>,
    /// Those of them that were not kept, because their lane holds as much as it may.
    pub surplus: Vec<UpdateId>,
    /// Lanes to which that happened for the first time in a while.
    pub flooded: Vec<Lane>,
    /// Lanes into which others put something that their holder has not read yet.
    pub grown: Vec<Lane>,
    /// The lanes that this instance now holds.
    pub claimed: Vec<super::Lease>,
}

/// What a batch does about its lanes.
#[derive(Debug, Clone, Default)]
pub struct Touch {
    /// Claimed for the instance if nothing waits in them and nobody holds them.
    pub claim: Vec<Lane>,
    /// Marked as having something waiting.
    pub announce: Vec<Lane>,
    /// Held by the instance, with what it has read of them ([`super::Reading::arrivals`]).
    pub held: Vec<(Lane, i32)>,
    /// May hold as much as a lane may: what is over is seen and counted, and not kept. Whoever the lane belongs to is
    /// told of it once.
    pub doubtful: Vec<Lane>,
    /// How much a lane may hold.
    pub room: i64,
}

/// Takes updates in.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// Stores a batch in one statement and one commit; what came before is left out. Lanes are touched as told, those
    /// that are claimed for `holder`. Other instances are told where it concerns them. When this returns, the batch is
    /// on disk.
    ///
    /// # Errors
    /// Nothing was stored.
    async fn store(
        &self,
        batch: &[Arrival],
        touch: &Touch,
        holder: Instance,
        lease: Duration,
    ) -> Result<Stored, StoreError>;

    /// Ends floods of which nothing came for `calm`: the next surplus of their lanes is told again.
    ///
    /// # Errors
    /// None was ended.
    async fn end_floods(&self, calm: Duration) -> Result<u64, StoreError>;

    /// Forgets the numbers of updates that came more than `age` ago, at most `limit` of them. Returns
    /// how many.
    ///
    /// # Errors
    /// Nothing was forgotten.
    async fn forget(&self, age: Duration, limit: i64) -> Result<u64, StoreError>;
}

/// An update that could not be handled.
#[derive(Debug, Clone)]
pub struct DeadLetter {
    /// The update.
    pub update: UpdateId,
    /// Its lane.
    pub lane: Lane,
    /// Its kind.
    pub kind: String,
    /// The update as Telegram wrote it. Holds personal data: show it to nobody but the owner.
    pub raw: String,
    /// How often it was tried.
    pub attempts: i16,
    /// Why the last attempt failed.
    pub cause: String,
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// When it was given up.
    pub died_at: DateTime<Utc>,
}

/// The updates that could not be handled.
#[async_trait]
pub trait DeadLetters: Send + Sync {
    /// The newest first, `limit` at most, older than `before`.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn list(&self, before: Option<DateTime<Utc>>, limit: i64) -> Result<Vec<DeadLetter>, StoreError>;

    /// One of them; `None` if it is not (or no longer) there.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn find(&self, update: UpdateId) -> Result<Option<DeadLetter>, StoreError>;

    /// Puts it back into its lane, with all its attempts before it. False if it is not (or no longer)
    /// there: a second press does nothing.
    ///
    /// # Errors
    /// Nothing was changed.
    async fn retry(&self, update: UpdateId) -> Result<bool, StoreError>;

    /// Gives it up for good. False if it is not (or no longer) there.
    ///
    /// # Errors
    /// Nothing was changed.
    async fn drop_letter(&self, update: UpdateId) -> Result<bool, StoreError>;
}
