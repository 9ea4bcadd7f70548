//! One connection to Redis that everything shares, with a time limit on every answer.
//!
//! What is asked at the same moment travels together, and nobody asks whether the connection still works: where it does
//! not, the question is asked once more on a new one. So every question must bear to be asked twice.

use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, RedisError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::timeout;

/// How long Redis may take to answer, a new connection included.
const PATIENCE: Duration = Duration::from_secs(2);

/// The URL is not a Redis URL.
#[derive(Debug, thiserror::Error)]
#[error("cannot use this Redis URL: {0}")]
pub struct AddressError(#[from] RedisError);

/// Why there is no answer.
pub(super) type Silence = Box<dyn std::error::Error + Send + Sync>;

type Shared = Arc<OnceCell<MultiplexedConnection>>;

/// A Redis. Connects when it is first asked. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Redis {
    client: Client,
    current: Arc<Mutex<Shared>>,
}

impl Redis {
    /// The Redis at `url`.
    ///
    /// # Errors
    /// [`AddressError`] if `url` is not a Redis URL.
    pub fn at(url: &str) -> Result<Self, AddressError> {
        Ok(Self { client: Client::open(url)?, current: Arc::default() })
    }

    /// Asks whether Redis answers.
    ///
    /// # Errors
    /// What kept it from answering.
    pub async fn ping(&self) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        self.ask(|mut redis| async move { redis::cmd("PING").query_async(&mut redis).await }).await
    }

    /// Puts a question, twice if the connection was lost over the first.
    pub(super) async fn ask<T, Answer>(
        &self,
        question: impl Fn(MultiplexedConnection) -> Answer,
    ) -> Result<T, Silence>
    where
        Answer: Future<Output = Result<T, RedisError>> + Send,
    {
        match self.ask_once(&question).await? {
            Err((error, true)) if error.is_unrecoverable_error() => {
                self.ask_once(&question).await?.map_err(|(error, _)| error.into())
            }
            answer => answer.map_err(|(error, _)| error.into()),
        }
    }

    /// The answer, or why there is none and whether there was a connection.
    async fn ask_once<T, Answer>(
        &self,
        question: &impl Fn(MultiplexedConnection) -> Answer,
    ) -> Result<Result<T, (RedisError, bool)>, Silence>
    where
        Answer: Future<Output = Result<T, RedisError>> + Send,
    {
        let shared = Arc::clone(&*self.current());
        let answer = timeout(PATIENCE, async {
            let redis = shared.get_or_try_init(|| self.connect()).await.map_err(|error| (error, false))?;
            question(redis.clone()).await.map_err(|error| (error, true))
        });
        let answer = answer.await;
        if !matches!(answer, Ok(Ok(_))) {
            self.replace(&shared);
        }
        Ok(answer?)
    }

    async fn connect(&self) -> Result<MultiplexedConnection, RedisError> {
        // The time limit is the one of the question.
        let config = AsyncConnectionConfig::new().set_connection_timeout(None).set_response_timeout(None);
        self.client.get_multiplexed_async_connection_with_config(&config).await
    }

    /// Whoever asks next connects anew, whatever was wrong; who waits for an answer goes on waiting.
    fn replace(&self, failed: &Shared) {
        let mut current = self.current();
        if Arc::ptr_eq(&current, failed) {
            *current = Shared::default();
        }
    }

    fn current(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
