//! The pool of connections, with a limit on everything that waits.

use super::PgStore;
use crate::repository::StoreError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool};
use std::str::FromStr;
use std::time::Duration;

/// A statement that takes longer than this is broken off by the server, and the update is tried again.
const STATEMENT_MS: &str = "5000";
/// A statement that waits longer than this for a row that another transaction holds.
const LOCK_MS: &str = "3000";
/// A transaction whose client went silent is rolled back, and its rows are free again.
const IDLE_IN_TRANSACTION_MS: &str = "10000";
/// How long a request waits for a free connection.
const ACQUIRE: Duration = Duration::from_secs(3);
/// A connection that rested longer than this is tried before it is used: the server may have restarted.
const TRUSTED: Duration = Duration::from_secs(1);

impl PgStore {
    /// Makes a pool of at most `connections`. Connects on first use, so that a database that is away when the
    /// program starts is one that comes back later.
    ///
    /// # Errors
    /// [`StoreError::Broken`] if `url` is not a Postgres address.
    pub fn connect(url: &str, connections: u32) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?.application_name("orderbot").options([
            ("statement_timeout", STATEMENT_MS),
            ("lock_timeout", LOCK_MS),
            ("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_MS),
        ]);
        let pool: PgPool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(ACQUIRE)
            // Asking the server before every use would double the round trips of a read.
            .test_before_acquire(false)
            .before_acquire(|connection, meta| {
                Box::pin(async move {
                    if meta.idle_for > TRUSTED {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_lazy_with(options);
        Ok(Self(pool))
    }

    /// Brings the tables up to date. Safe while older instances are serving, and when several start at once.
    ///
    /// # Errors
    /// [`StoreError`]; the migrations before the one that failed stay applied.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let mut connection = self.0.acquire().await?;
        // Building an index on a large table takes longer than any statement of the shop may.
        sqlx::query!(
            "SELECT set_config('statement_timeout', '0', false) AS statement, set_config('lock_timeout', '10s', false) AS lock"
        )
        .fetch_one(&mut *connection)
        .await?;
        let done = sqlx::migrate!().run(&mut *connection).await;
        // Not back into the pool with these settings.
        connection.close().await?;
        done.map_err(|error| match error {
            sqlx::migrate::MigrateError::Execute(error) => error.into(),
            error => StoreError::Broken(Box::new(error)),
        })
    }
}
