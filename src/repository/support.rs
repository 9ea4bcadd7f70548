//! What customers and the staff write to each other: which message in the staff group belongs to which customer, so that
//! a reply finds its way, what was written so far, and canned answers.

use super::StoreError;
use crate::domain::{Canned, CannedId, CannedName, ChatId, CustomerId, Letter, MessageId, UpdateId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::time::Duration;

/// A message between a customer and the shop, to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// The customer.
    pub customer: CustomerId,
    /// Where it was written: the same message is kept once.
    pub place: (ChatId, MessageId),
    /// Who of the staff wrote it; `None`: the customer.
    pub author: Option<String>,
    /// Its words, if it has any.
    pub body: Option<String>,
    /// True for a picture, a voice message, a file.
    pub has_file: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// Support threads.
#[async_trait]
pub trait Support: Send {
    /// True the first time an update is seen here: a redelivered message is relayed once.
    async fn first_time(&mut self, update: UpdateId, now: DateTime<Utc>) -> Result<bool, StoreError>;
    /// Remembers that this message in the staff group speaks for this customer, or was written to them.
    async fn link(
        &mut self,
        chat: ChatId,
        message: MessageId,
        customer: CustomerId,
    ) -> Result<(), StoreError>;
    /// The latest message in this chat that belongs to this customer.
    async fn latest(&mut self, chat: ChatId, customer: CustomerId) -> Result<Option<MessageId>, StoreError>;
    /// The customer for whom this message in the staff group speaks.
    async fn customer_of(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<CustomerId>, StoreError>;
    /// Keeps a message. False if it was kept before, or there is no such customer (any more): then nothing is written.
    async fn keep(&mut self, letter: &NewLetter) -> Result<bool, StoreError>;
    /// The latest messages with a customer, the newest first; those before this one, if it is given.
    async fn letters(
        &mut self,
        customer: CustomerId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Letter>, StoreError>;
}

/// What came of making a canned answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannedMade {
    /// It is there, without a text.
    New(CannedId),
    /// The same question was answered before.
    Known(CannedId),
    /// Another one has this name.
    Taken,
    /// There are as many as there may be.
    Full,
}

/// Canned answers.
#[async_trait]
pub trait CannedAnswers: Send {
    /// All of them, by name.
    async fn list(&mut self) -> Result<Vec<Canned>, StoreError>;
    /// One of them.
    async fn find(&mut self, id: CannedId) -> Result<Option<Canned>, StoreError>;
    /// The one with this name.
    async fn named(&mut self, name: &CannedName) -> Result<Option<Canned>, StoreError>;
    /// Makes one. `asked`: the update whose question the name answers.
    async fn make(&mut self, asked: UpdateId, name: &CannedName) -> Result<CannedMade, StoreError>;
    /// Sets its text; false if it is gone, or says that already.
    async fn word(&mut self, id: CannedId, text: &str) -> Result<bool, StoreError>;
    /// Takes it away; false if it is gone.
    async fn remove(&mut self, id: CannedId) -> Result<bool, StoreError>;
}

/// Where old messages are thrown away.
#[async_trait]
pub trait Letters: Send + Sync {
    /// Removes messages with customers that are older than `age`, at most `limit`. Returns how many.
    ///
    /// # Errors
    /// Nothing was removed.
    async fn forget_letters(&self, age: Duration, limit: i64) -> Result<u64, StoreError>;
}
