//! Who brings a notice to its chat.

use crate::delivery::statement::limited;
use crate::domain::{ChatId, Notice};
use crate::repository::StoreError;
use async_trait::async_trait;

/// Why a notice was not delivered.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Telegram refused, or did not answer.
    #[error(transparent)]
    Telegram(#[from] teloxide::RequestError),
    /// No answer in time; it may have been sent all the same.
    #[error("Telegram did not answer in time")]
    TimedOut,
    /// What is to be told could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It can never be delivered: what it tells of is not there. Text for the logs, no personal data.
    #[error("{0}")]
    Impossible(String),
}

/// Renders and sends. Called by any instance, for one chat one notice at a time, at least once: a send
/// whose answer was lost is repeated, unless nobody waits for it.
#[async_trait]
pub trait Courier: Send + Sync {
    /// Loads the newest state of what the notice tells, renders it, and sends or edits the message.
    ///
    /// # Errors
    /// [`SendError`]: the sender decides when to try again.
    async fn deliver(&self, chat: ChatId, notice: &Notice) -> Result<(), SendError>;

    /// Do the shop's quiet hours hold back now what nobody waits for?
    ///
    /// # Errors
    /// It is not known.
    async fn is_quiet(&self) -> Result<bool, StoreError> {
        Ok(false)
    }

    /// The customer has blocked the bot or is gone: nothing is sent until they write again.
    ///
    /// # Errors
    /// It could not be stored; the notice is tried again.
    async fn unreachable(&self, chat: ChatId) -> Result<(), StoreError>;
}

/// Does what nobody waits for have to wait now? What is not known counts as quiet.
pub(in crate::delivery) async fn is_quiet(courier: &dyn Courier) -> bool {
    limited(courier.is_quiet()).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "it is not known whether it is quiet; what nobody waits for waits");
        true
    })
}
