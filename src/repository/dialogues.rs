//! What can go wrong when a conversation is remembered. The storage itself is teloxide's `Storage` trait, so that
//! any of its backends' readers feels at home.

/// The conversation was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum DialogueError {
    /// Another update of this customer was faster: read again, step again.
    #[error("the conversation has moved on")]
    Conflict,
    /// The store is away or too slow.
    #[error("the store of conversations is not available: {0}")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl DialogueError {
    /// Wraps whatever the store says.
    pub fn unavailable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unavailable(cause.into())
    }
}
