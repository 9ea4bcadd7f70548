//! The connections that everything shares, with a limit on everything that waits.
//!
//! Not sqlx's own pool: that one asks the server after every use whether the connection still works, which would double the
//! round trips of a read. Here a [`Link`] knows.

use super::PgStore;
use super::link::Link;
use super::regulars::Regulars;
use crate::repository::StoreError;
use deadpool::Runtime;
use deadpool::managed::{
    Manager, Metrics, Object, Pool, PoolConfig, PoolError, QueueMode, RecycleError, RecycleResult, Timeouts,
};
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use sqlx::{Connection as _, PgConnection, PgPool};
use std::ops::{Deref, DerefMut};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::time::timeout;

/// What the connections of the program ask of the server.
const LIMITS: [(&str, &str); 3] = [
    // A statement that takes longer than this is broken off, and the update is tried again.
    ("statement_timeout", "5000"),
    // One that waits longer than this for a row that another transaction holds.
    ("lock_timeout", "3000"),
    // A transaction whose client went silent is rolled back, and its rows are free again.
    ("idle_in_transaction_session_timeout", "10000"),
];
/// What every connection asks of it.
const PLANNING: [(&str, &str); 3] = [
    // Planned once per connection. Left to itself Postgres plans most of our statements anew each time they run, because
    // it takes the arrays in them for longer than they are: half of what it did. That the one plan is good for any
    // values is tested (`tests/storage/million.rs`).
    ("plan_cache_mode", "force_generic_plan"),
    // Compiling pays for statements that run for seconds.
    ("jit", "off"),
    // Two letters that changed places in a word of six ("senhca") leave three of its seven trigrams: 0.43.
    ("pg_trgm.word_similarity_threshold", "0.42"),
];
/// Statements that a connection keeps planned: more than the program has.
const STATEMENTS: usize = 400;
/// How long a request waits for a free connection, and for a new one.
const ACQUIRE: Duration = Duration::from_secs(3);
/// A connection that rested longer than this is tried before it is used: the server may have restarted.
const TRUSTED: Duration = Duration::from_secs(1);
/// How long the server may take to give a sign of life; then another connection is taken.
const SIGN_OF_LIFE: Duration = Duration::from_millis(500);
/// A connection is closed when it is this old (the server's process has grown by then), or was not needed for so long.
const LIFETIME: Duration = Duration::from_secs(1800);
const IDLE: Duration = Duration::from_secs(600);
/// How often those that are not needed are looked for.
const LOOK_FOR_IDLE: Duration = Duration::from_secs(60);

/// The connections to one database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Connections {
    pool: Pool<Opener>,
    looked_at: Arc<Mutex<Instant>>,
}

/// A connection on loan.
pub(super) type Lent = Object<Opener>;

/// Opens connections.
#[derive(Debug)]
pub(super) struct Opener {
    options: PgConnectOptions,
    regulars: Regulars,
}

impl Manager for Opener {
    type Type = Link;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<Link, sqlx::Error> {
        Ok(Link::new(PgConnection::connect_with(&self.options).await?, self.regulars.clone()))
    }

    async fn recycle(&self, link: &mut Link, metrics: &Metrics) -> RecycleResult<sqlx::Error> {
        if metrics.age() > LIFETIME {
            return Err(RecycleError::message("old"));
        }
        if metrics.last_used() > TRUSTED || !link.is_settled() {
            link.ping().await?;
        }
        Ok(())
    }
}

impl Connections {
    /// At most `size` connections, which are opened when they are needed. `wait` is how long one waits for one.
    fn new(options: PgConnectOptions, size: u32, wait: Duration) -> Self {
        let mut config = PoolConfig::new(size.max(1) as usize);
        config.timeouts = Timeouts { wait: Some(wait), create: Some(wait), recycle: Some(SIGN_OF_LIFE) };
        // Few connections, and those warm.
        config.queue_mode = QueueMode::Lifo;
        let opener = Opener {
            options: options.options(PLANNING).statement_cache_capacity(STATEMENTS),
            regulars: Regulars::default(),
        };
        let pool = Pool::builder(opener).config(config).runtime(Runtime::Tokio1).build();
        let pool = pool.expect("a pool with time limits and a runtime for them can be built");
        Self { pool, looked_at: Arc::new(Mutex::new(Instant::now())) }
    }

    /// A connection, as soon as one is free.
    pub(super) async fn lend(&self) -> Result<Lent, StoreError> {
        let lent = self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) => error.into(),
            error => StoreError::Unavailable(Box::new(error)),
        })?;
        self.close_idle();
        Ok(lent)
    }

    /// A transaction.
    pub(super) async fn begin(&self) -> Result<Work, StoreError> {
        let mut lent = self.lend().await?;
        sqlx::raw_sql("BEGIN").execute(&mut *lent).await?;
        Ok(Work(Some(lent)))
    }

    /// A connection of one's own beside the others.
    pub(super) async fn another(&self) -> Result<PgConnection, StoreError> {
        Ok(PgConnection::connect_with(&self.pool.manager().options).await?)
    }

    /// A connection of its own for what other instances announce.
    pub(super) async fn listener(&self) -> Result<PgListener, StoreError> {
        let options = self.pool.manager().options.clone();
        let own = PgPoolOptions::new().max_connections(1).acquire_timeout(ACQUIRE);
        Ok(PgListener::connect_with(&own.connect_lazy_with(options)).await?)
    }

    /// Lends no more connections, and closes those that are not on loan.
    pub async fn close(&self) {
        for link in self.pool.retain(|_, _| false).removed {
            // Whoever does not listen any more need not be told.
            let _ = timeout(SIGN_OF_LIFE, link.close()).await;
        }
        self.pool.close();
    }

    fn close_idle(&self) {
        let mut looked_at = self.looked_at.lock().unwrap_or_else(PoisonError::into_inner);
        if looked_at.elapsed() > LOOK_FOR_IDLE {
            *looked_at = Instant::now();
            drop(self.pool.retain(|_, metrics| metrics.last_used() < IDLE));
        }
    }
}

impl From<PgPool> for Connections {
    /// As many connections to the same database, with the limits of the pool.
    fn from(pool: PgPool) -> Self {
        let (options, limits) = (pool.connect_options(), pool.options());
        Self::new((*options).clone(), limits.get_max_connections(), limits.get_acquire_timeout())
    }
}

/// A transaction. Dropped without a commit, it is rolled back.
pub(super) struct Work(Option<Lent>);

impl Work {
    pub(super) async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::raw_sql("COMMIT").execute(&mut *self).await?;
        self.0 = None;
        Ok(())
    }
}

impl Deref for Work {
    type Target = Link;

    fn deref(&self) -> &Link {
        self.0.as_ref().expect("only a commit takes the connection, and with it the transaction")
    }
}

impl DerefMut for Work {
    fn deref_mut(&mut self) -> &mut Link {
        self.0.as_mut().expect("only a commit takes the connection, and with it the transaction")
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let Some(lent) = self.0.take() else { return };
        match Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(roll_back(lent))),
            // Closed: the server rolls back.
            Err(_) => drop(Object::take(lent)),
        }
    }
}

/// At once: others may wait for the rows that the transaction holds.
async fn roll_back(mut lent: Lent) {
    let rolled_back = timeout(ACQUIRE, sqlx::raw_sql("ROLLBACK").execute(&mut *lent)).await;
    if !matches!(rolled_back, Ok(Ok(_))) {
        drop(Object::take(lent));
    }
}

impl PgStore {
    /// At most `connections` to the database at `url`. Connects on first use, so that a database that is away when the
    /// program starts is one that comes back later.
    ///
    /// # Errors
    /// [`StoreError::Broken`] if `url` is not a Postgres address.
    pub fn connect(url: &str, connections: u32) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?.application_name("orderbot").options(LIMITS);
        Ok(Self(Connections::new(options, connections, ACQUIRE)))
    }

    /// Brings the tables up to date. Safe while older instances are serving, and when several start at once.
    ///
    /// # Errors
    /// [`StoreError`]; the migrations before the one that failed stay applied.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let mut connection = self.0.another().await?;
        // Building an index on a large table takes longer than any statement of the shop may.
        sqlx::query!(
            "SELECT set_config('statement_timeout', '0', false) AS statement, set_config('lock_timeout', '10s', false) AS lock"
        )
        .fetch_one(&mut connection)
        .await?;
        let done = sqlx::migrate!().run(&mut connection).await;
        connection.close().await?;
        done.map_err(|error| match error {
            sqlx::migrate::MigrateError::Execute(error) => error.into(),
            error => StoreError::Broken(Box::new(error)),
        })
    }
}
