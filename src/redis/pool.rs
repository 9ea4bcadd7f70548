//! The connection pool, with a time limit on everything.

use deadpool_redis::{Config, Pool, PoolConfig, Runtime, Timeouts};
use std::time::Duration;

/// How long to wait for a connection, and for Redis to answer on it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The pool cannot be made: the URL is not a Redis URL.
#[derive(Debug, thiserror::Error)]
#[error("cannot use this Redis URL: {0}")]
pub struct PoolError(#[from] deadpool_redis::CreatePoolError);

/// A pool of at most `size` connections to `url`. Connects when first used.
///
/// # Errors
/// [`PoolError`] if `url` is not a Redis URL.
pub fn pool(url: &str, size: usize) -> Result<Pool, PoolError> {
    let mut config = Config::from_url(url);
    let mut limits = PoolConfig::new(size);
    limits.timeouts = Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(PATIENCE) };
    config.pool = Some(limits);
    Ok(config.create_pool(Some(Runtime::Tokio1))?)
}

/// Asks whether Redis answers.
///
/// # Errors
/// What kept it from answering.
pub async fn ping(pool: &Pool) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut connection = pool.get().await?;
    within(deadpool_redis::redis::cmd("PING").query_async(&mut connection)).await
}

/// Runs one Redis call under the time limit.
pub(crate) async fn within<T>(
    call: impl Future<Output = Result<T, deadpool_redis::redis::RedisError>> + Send,
) -> Result<T, Box<dyn std::error::Error + Send + Sync>> {
    Ok(tokio::time::timeout(PATIENCE, call).await??)
}
