//! A migrated, empty database for each test.
//!
//! `TEST_DATABASE_URL` names a server on which databases may be created. Without it a private server is
//! started once per test process, under the target folder.

use orderbot::embedded::{Options, Postgres, PostgresError};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::sync::OnceCell;

/// Guards the making of the template; any number does, as long as all tests use the same.
const TEMPLATE_LOCK: i64 = 0x6f72_6465_7262_6f74;
/// A database this old belongs to a test that was killed.
const ABANDONED: Duration = Duration::from_secs(3600);

/// A database with the schema of `migrations/` and nothing in it, dropped at the end of the test.
#[derive(Debug)]
pub(crate) struct TestDb {
    pool: PgPool,
    server: PgConnectOptions,
    name: String,
}

impl TestDb {
    /// A fresh database with a pool of 20 connections.
    pub(crate) async fn new() -> Self {
        let (server, template) = server().await;
        let now = seconds_since_epoch();
        let name = format!("orderbot_test_{now}_{:016x}", rand::random::<u64>());
        run(server, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        let pool = PgPoolOptions::new()
            .max_connections(20)
            .acquire_timeout(Duration::from_secs(20))
            .connect_lazy_with(server.clone().database(&name));
        Self { pool, server: server.clone(), name }
    }

    /// The pool.
    pub(crate) fn pool(&self) -> PgPool {
        self.pool.clone()
    }

    /// The address, for what connects by itself: a second instance, a child process.
    pub(crate) fn url(&self) -> String {
        self.server.clone().database(&self.name).to_url_lossy().to_string()
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // The runtime of the test may be ending: the last statement gets one of its own.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
        });
        if dropping.join().is_err() && !std::thread::panicking() {
            panic!("the test's database could not be dropped");
        }
    }
}

/// The server and the name of the template on it, prepared once per process.
async fn server() -> &'static (PgConnectOptions, String) {
    static SERVER: OnceCell<(PgConnectOptions, String)> = OnceCell::const_new();
    SERVER
        .get_or_init(|| async {
            let url = match std::env::var("TEST_DATABASE_URL") {
                Ok(url) if !url.is_empty() => url,
                Ok(_) | Err(_) => private_server().await.url(),
            };
            let server: PgConnectOptions = url.parse().expect("TEST_DATABASE_URL is not an address");
            let server = server.database("postgres").disable_statement_logging();
            let template = template(&server).await;
            (server, template)
        })
        .await
}

/// A private server in the first folder that no other test process holds. The clusters stay for the next
/// run: starting an existing one takes a twentieth of a second.
async fn private_server() -> &'static Postgres {
    static PRIVATE: OnceCell<Postgres> = OnceCell::const_new();
    PRIVATE
        .get_or_init(|| async {
            for number in 0.. {
                let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("postgres-{number}"));
                match Postgres::start(&Options { folder, fresh: false, durable: false }).await {
                    Ok(server) => return server,
                    Err(PostgresError::InUse(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            unreachable!("an endless range")
        })
        .await
}

/// The name of a migrated database to copy from: made by the first who needs it, and made anew when the
/// migrations change.
async fn template(server: &PgConnectOptions) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let migrator = Migrator::new(folder).await.expect("migrations/ can be read");
    let all: Vec<u8> = migrator.iter().flat_map(|migration| migration.checksum.to_vec()).collect();
    let name = format!("orderbot_template_{}", uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, &all).simple());

    let mut connection = PgConnection::connect_with(server).await.expect("the test server can be reached");
    sqlx::query("SELECT pg_advisory_lock($1)").bind(TEMPLATE_LOCK).execute(&mut connection).await.unwrap();
    // The mark is set last, so a template without it was never finished.
    let ready: Option<bool> = sqlx::query_scalar("SELECT datistemplate FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_optional(&mut connection)
        .await
        .unwrap();
    if ready != Some(true) {
        drop_abandoned(&mut connection).await;
        execute(&mut connection, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        execute(&mut connection, &format!("CREATE DATABASE {name}")).await;
        let mut inside = PgConnection::connect_with(&server.clone().database(&name)).await.unwrap();
        migrator.run(&mut inside).await.expect("the migrations apply");
        inside.close().await.unwrap();
        execute(&mut connection, &format!("ALTER DATABASE {name} IS_TEMPLATE true")).await;
    }
    connection.close().await.unwrap();
    name
}

async fn drop_abandoned(connection: &mut PgConnection) {
    let names: Vec<String> =
        sqlx::query_scalar("SELECT datname FROM pg_database WHERE datname LIKE 'orderbot\\_test\\_%'")
            .fetch_all(&mut *connection)
            .await
            .unwrap();
    let oldest = seconds_since_epoch() - ABANDONED.as_secs();
    for name in names {
        let made = name.split('_').nth(2).and_then(|seconds| seconds.parse::<u64>().ok());
        if made.is_some_and(|made| made < oldest) {
            execute(connection, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

async fn run(server: &PgConnectOptions, statement: &str) {
    let mut connection = PgConnection::connect_with(server).await.expect("the test server can be reached");
    execute(&mut connection, statement).await;
    connection.close().await.unwrap();
}

/// Names of databases cannot be bound; ours are made of letters, digits and underscores.
async fn execute(connection: &mut PgConnection, statement: &str) {
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(connection).await.unwrap();
}

fn seconds_since_epoch() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}
