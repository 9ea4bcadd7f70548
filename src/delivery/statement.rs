//! Every statement of delivery has a time limit: a database that does not answer must not hold anything up.

use crate::repository::StoreError;
use std::future::Future;
use std::time::Duration;
use tokio::time::timeout;

const STATEMENT_LIMIT: Duration = Duration::from_secs(5);

/// The outcome of a statement; no answer in time is a database that is away.
pub(super) async fn limited<T>(
    statement: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    timeout(STATEMENT_LIMIT, statement)
        .await
        .unwrap_or_else(|_| Err(StoreError::Unavailable("no answer in time".into())))
}
