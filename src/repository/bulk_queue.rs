//! The recipients of broadcasts, as their senders see them.

use super::StoreError;
use crate::domain::{BroadcastId, BroadcastLink, ChatId, CustomerId, MessageId};
use async_trait::async_trait;
use std::time::Duration;

/// The right to send to one recipient: a later claim of the same one has another number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BulkClaim {
    /// The broadcast.
    pub broadcast: BroadcastId,
    /// The recipient.
    pub customer: CustomerId,
    /// The number of the claim.
    pub number: i64,
}

/// A recipient whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BulkRow {
    /// The right to send to them.
    pub claim: BulkClaim,
    /// The message to copy.
    pub original: (ChatId, MessageId),
    /// Where the button below it leads.
    pub link: BroadcastLink,
}

/// The answer to "may I send it now?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// Yes, and it is written down that it is in flight.
    Go,
    /// No: the broadcast does not go on, somebody else has the claim, or the customer does not want it any more.
    Stay,
}

/// What became of a recipient's turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkEnding {
    /// Telegram has taken it.
    Sent,
    /// The customer has blocked the bot or is gone.
    Unreachable,
    /// Telegram refused it; why, without personal data.
    Failed(String),
    /// Telegram's answer was lost. It is not sent again.
    Uncertain,
    /// It certainly was not sent: the turn comes again, not before this time.
    Wait(Duration),
}

/// An ending to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkEnded {
    /// The right by which it was sent.
    pub claim: BulkClaim,
    /// What became of it.
    pub ending: BulkEnding,
}

/// The queue. Any number of instances work on it at the same time.
#[async_trait]
pub trait BulkQueue: Send + Sync {
    /// Claims up to `limit` recipients of the broadcasts that are sending, the oldest first. Nobody while news for a
    /// customer waits to be sent: news goes first. Who is not sent to within `hold` may be claimed again.
    ///
    /// # Errors
    /// Nothing was claimed, or it is not known: then the claims end by themselves.
    async fn claim(&self, limit: i64, hold: Duration) -> Result<Vec<BulkRow>, StoreError>;

    /// Writes down that the message is in flight. From here on it is not sent again unless it is settled as
    /// [`BulkEnding::Wait`]. What is not settled within `hold` counts as uncertain.
    ///
    /// # Errors
    /// It is not known whether it was written.
    async fn depart(&self, claim: BulkClaim, hold: Duration) -> Result<Departure, StoreError>;

    /// Writes endings down and counts them, in one commit. Who was claimed again since is left alone.
    ///
    /// # Errors
    /// Nothing was written.
    async fn settle(&self, ended: &[BulkEnded]) -> Result<(), StoreError>;

    /// Pauses a broadcast that cannot go on, and tells the staff why.
    ///
    /// # Errors
    /// Nothing was changed.
    async fn halt(&self, broadcast: BroadcastId, cause: &str) -> Result<(), StoreError>;

    /// Counts what was cut off in flight as uncertain, ends what has nobody left, and brings the staff's cards up to
    /// date that were not for `every`, or that do not say that they wait for the end of quiet hours (or still do).
    ///
    /// # Errors
    /// Some of it was not done; the next call does it.
    async fn keep_up(&self, every: Duration, is_quiet: bool) -> Result<(), StoreError>;

    /// Removes recipients of broadcasts that ended more than `age` ago, at most `limit`. The counts stay. Returns how
    /// many.
    ///
    /// # Errors
    /// Nothing was removed.
    async fn forget_recipients(&self, age: Duration, limit: i64) -> Result<u64, StoreError>;
}
