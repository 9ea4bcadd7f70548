//! Token buckets that all instances share.

use async_trait::async_trait;
use std::time::Duration;

/// A limit: so many tokens per second, so many at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Bucket {
    /// Names it among all the buckets ("chat:7", "bulk").
    pub key: String,
    /// Tokens that come back per second. Above zero.
    pub per_second: f64,
    /// Tokens there are at most, and at the start. At least one.
    pub burst: f64,
}

/// The answer to asking for tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// One token was taken from each bucket.
    Yes,
    /// Nothing was taken; there will be a token in each after this time, if nobody else takes it.
    Wait(Duration),
}

/// The buckets could not be asked.
#[derive(Debug, thiserror::Error)]
#[error("rate buckets: {0}")]
pub struct BucketTrouble(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// Token buckets.
#[async_trait]
pub trait Buckets: Send + Sync {
    /// Takes one token from every bucket, or from none.
    ///
    /// # Errors
    /// The buckets could not be asked; nothing was taken, or it is not known.
    async fn take(&self, buckets: &[Bucket]) -> Result<Taken, BucketTrouble>;

    /// Closes a bucket for a while: Telegram has asked for a pause.
    ///
    /// # Errors
    /// The buckets could not be asked.
    async fn pause(&self, key: &str, pause: Duration) -> Result<(), BucketTrouble>;
}
