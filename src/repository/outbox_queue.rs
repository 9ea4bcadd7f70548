//! The queue of messages to other chats, as its senders see it.

use super::StoreError;
use crate::domain::{ChatId, Notice, Urgency};
use async_trait::async_trait;
use std::time::Duration;

/// The right to send one row: a later claim of the same row has another number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Claim {
    /// The row.
    pub id: i64,
    /// The number of the claim.
    pub number: i64,
}

/// A message to send.
#[derive(Debug, Clone)]
pub struct OutboxRow {
    /// The right to send it.
    pub claim: Claim,
    /// Where to; a chat that has moved is followed.
    pub chat: ChatId,
    /// What goes first.
    pub urgency: Urgency,
    /// What to tell; `None` if it was written by a newer version of this program and cannot be read.
    pub notice: Option<Notice>,
    /// How often it was tried before.
    pub attempts: i16,
    /// How long it has waited, by the database's clock.
    pub age: Duration,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Telegram has taken it.
    Sent,
    /// The customer has blocked the bot or is gone.
    Unreachable,
    /// It cannot be sent.
    Dead {
        /// Why, without personal data.
        cause: String,
    },
    /// It was not tried: a limit asks to wait. The attempt is not counted.
    Wait(Duration),
    /// It was tried and goes back.
    Retry {
        /// When to try again, from now.
        after: Duration,
        /// Why it failed.
        cause: String,
    },
}

/// An ending to write down.
#[derive(Debug, Clone)]
pub struct Ended {
    /// The right by which it was sent.
    pub claim: Claim,
    /// What became of it.
    pub ending: Ending,
}

/// How many rows there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxDepth {
    /// The urgency.
    pub urgency: Urgency,
    /// How many wait.
    pub waiting: i64,
    /// How long the oldest has waited.
    pub oldest: Duration,
}

/// The queue.
#[async_trait]
pub trait OutboxQueue: Send + Sync {
    /// Claims the first waiting row of up to `limit` chats, going through the chats after `cursor` in
    /// turn. Of rows that say the same thing the newest is sent and the others end as superseded. A row
    /// that is not settled within `hold` may be claimed again. The second value is the cursor for the
    /// next call: `None` when every chat had its turn.
    ///
    /// # Errors
    /// Nothing was claimed.
    async fn claim(
        &self,
        urgency: Urgency,
        cursor: Option<ChatId>,
        limit: i64,
        hold: Duration,
    ) -> Result<(Vec<OutboxRow>, Option<ChatId>), StoreError>;

    /// Writes endings down, in one commit. Rows claimed again since are left alone.
    ///
    /// # Errors
    /// Nothing was written.
    async fn settle(&self, ended: &[Ended]) -> Result<(), StoreError>;

    /// A chat has a new id: stores it and readdresses what waits.
    ///
    /// # Errors
    /// Nothing was changed.
    async fn migrate(&self, old: ChatId, new: ChatId) -> Result<(), StoreError>;

    /// Where a chat is now.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn current(&self, chat: ChatId) -> Result<ChatId, StoreError>;

    /// How many rows wait, by urgency.
    ///
    /// # Errors
    /// The storage is in trouble.
    async fn depth(&self) -> Result<Vec<OutboxDepth>, StoreError>;

    /// Removes rows that ended more than `age` ago, at most `limit` of them. Dead ones stay. Returns
    /// how many.
    ///
    /// # Errors
    /// Nothing was removed.
    async fn forget(&self, age: Duration, limit: i64) -> Result<u64, StoreError>;
}
