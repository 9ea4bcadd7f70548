//! The servers, started for the measurement alone.

use anyhow::Context as _;
use orderbot::embedded::{Options, Postgres};
use sqlx::{Connection, PgConnection, PgPool};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

/// Postgres as a shop runs it (nothing is acknowledged that is not on disk), and Redis with its log.
pub(crate) struct Ground {
    postgres: Postgres,
    redis: Child,
    redis_folder: tempfile::TempDir,
    pub(crate) database: String,
}

/// What Postgres has done so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Work {
    pub(crate) commits: i64,
    pub(crate) statements: i64,
    pub(crate) cpu: Duration,
}

impl Ground {
    pub(crate) async fn prepare() -> anyhow::Result<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("postgres-of-the-bench");
        let options = Options { folder: folder.clone(), fresh: true, durable: true };
        let first = Postgres::start(&options).await?;
        let mut connection = PgConnection::connect(&first.url()).await?;
        sqlx::raw_sql("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'")
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        first.stop().await;
        // Where the extension is not installed, the server starts without it.
        let options = Options { fresh: false, ..options };
        let postgres = match Postgres::start(&options).await {
            Ok(postgres) => postgres,
            Err(_) => Postgres::start(&Options { fresh: true, ..options }).await?,
        };
        let database = postgres.url();
        let redis_folder = tempfile::tempdir()?;
        let program = std::env::var("REDIS_PROGRAM").unwrap_or_else(|_| "redis-server".to_owned());
        let redis = Command::new(program)
            .args(["--port", "0", "--save", "", "--appendonly", "yes", "--unixsocket"])
            .arg(redis_folder.path().join("socket"))
            .current_dir(&redis_folder)
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Redis")?;
        while tokio::net::UnixStream::connect(redis_folder.path().join("socket")).await.is_err() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(Self { postgres, redis, redis_folder, database })
    }

    pub(crate) fn redis_url(&self) -> String {
        format!("redis+unix://{}", self.redis_folder.path().join("socket").display())
    }

    /// Postgres' process, whose children serve the connections.
    pub(crate) fn postgres_pid(&self) -> anyhow::Result<u32> {
        Ok(u32::try_from(self.postgres.pid())?)
    }

    pub(crate) fn redis_pid(&self) -> anyhow::Result<u32> {
        self.redis.id().context("Redis has ended")
    }

    /// Forgets everything in the database.
    pub(crate) async fn empty(&self) -> anyhow::Result<()> {
        let mut connection = PgConnection::connect(&self.database).await?;
        sqlx::raw_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").execute(&mut connection).await?;
        let _ = sqlx::raw_sql("CREATE EXTENSION pg_stat_statements").execute(&mut connection).await;
        connection.close().await?;
        Ok(())
    }

    /// The machine and the versions.
    pub(crate) async fn describe(&self) -> anyhow::Result<String> {
        let mut connection = PgConnection::connect(&self.database).await?;
        let setting =
            |name: &'static str| sqlx::query_scalar::<_, String>("SELECT current_setting($1)").bind(name);
        let version = setting("server_version").fetch_one(&mut connection).await?;
        let fsync = setting("fsync").fetch_one(&mut connection).await?;
        let commit = setting("synchronous_commit").fetch_one(&mut connection).await?;
        connection.close().await?;
        let processors = std::fs::read_to_string("/proc/cpuinfo")?;
        let model = processors.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
        let model = model.trim_start_matches([' ', '\t', ':']);
        let cores = std::thread::available_parallelism()?;
        let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease")?;
        Ok(format!(
            "{cores} cores of {model}, Linux {}; orderbot {}; Postgres {version}, fsync={fsync}, \
             synchronous_commit={commit}; Redis with appendonly",
            kernel.trim(),
            env!("CARGO_PKG_VERSION"),
        ))
    }

    pub(crate) async fn work(&self, pool: &PgPool) -> anyhow::Result<Work> {
        let commits =
            sqlx::query_scalar("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")
                .fetch_one(pool)
                .await?;
        let statements = sqlx::query_scalar("SELECT sum(calls)::bigint FROM pg_stat_statements")
            .fetch_one(pool)
            .await
            .unwrap_or(0);
        let cpu = super::process::cpu_of_family(self.postgres_pid()?)?;
        Ok(Work { commits, statements, cpu })
    }

    /// Starts counting statements anew.
    pub(crate) async fn forget_statements(&self, pool: &PgPool) {
        let _ = sqlx::query("SELECT pg_stat_statements_reset()").execute(pool).await;
    }

    /// With BENCH_STATEMENTS set: what Postgres spent its time on, for whoever looks for the next thing to improve.
    pub(crate) async fn tell_statements(&self, pool: &PgPool) {
        if std::env::var_os("BENCH_STATEMENTS").is_none() {
            return;
        }
        let rows: Vec<(i64, f64, String)> = sqlx::query_as(
            "SELECT calls, (total_exec_time + total_plan_time)::float8, left(regexp_replace(query, '\\s+', ' ', 'g'), 150)
             FROM pg_stat_statements ORDER BY 2 DESC LIMIT 40",
        )
        .fetch_all(pool)
        .await
        .unwrap_or_default();
        for (calls, ms, query) in rows {
            eprintln!("{calls:>8} calls {ms:>9.0} ms  {query}");
        }
    }

    /// A program of the Postgres installation, or else of another one on the PATH: not every package has all.
    pub(crate) fn program(name: &str) -> Option<PathBuf> {
        let own = std::env::var_os("POSTGRES_BIN").map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = own.into_iter().chain(std::env::split_paths(&path));
        folders.map(|folder| folder.join(name)).find(|program| program.exists())
    }

    /// Stops everything.
    pub(crate) async fn clear(mut self) {
        let _ = self.redis.kill().await;
        self.postgres.stop().await;
    }
}
