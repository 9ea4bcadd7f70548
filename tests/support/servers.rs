//! A Postgres and a Redis of a test's own, which it may stop and start.

use orderbot::embedded::{Options, Postgres};
use sqlx::{Connection, PgConnection};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

/// A private Postgres with an empty database.
pub(crate) struct OwnPostgres {
    options: Options,
    server: Option<Postgres>,
    url: String,
}

impl OwnPostgres {
    /// Starts it. The cluster stays for the next run of the same test, because making one takes seconds.
    pub(crate) async fn start(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("postgres-of-{test}"));
        let options = Options { folder, fresh: false, durable: false };
        let server = Postgres::start(&options).await.unwrap();
        let url = server.url();
        let mut connection = PgConnection::connect(&url).await.unwrap();
        sqlx::raw_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            .execute(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
        Self { options, server: Some(server), url }
    }

    /// The address: the same before and after a restart.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops it as an administrator does: whoever is connected is thrown out.
    pub(crate) async fn stop(&mut self) {
        self.server.take().unwrap().stop().await;
    }

    /// kill -9: it has to recover from its log when it starts again.
    pub(crate) async fn kill(&mut self) {
        let server = self.server.take().unwrap();
        let pid = nix::unistd::Pid::from_raw(server.pid());
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL).unwrap();
        server.stop().await;
    }

    /// Starts it again with what was in it.
    pub(crate) async fn start_again(&mut self) {
        self.server = Some(Postgres::start(&self.options).await.unwrap());
    }
}

/// A private Redis that keeps nothing on disk.
pub(crate) struct OwnRedis {
    folder: tempfile::TempDir,
    program: PathBuf,
    server: Option<Child>,
}

impl OwnRedis {
    pub(crate) async fn start() -> Self {
        let fetch = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/fetch");
        let found = Command::new(fetch).arg("redis").output().await.unwrap();
        let program = String::from_utf8(found.stdout).unwrap().trim().into();
        let mut redis = Self { folder: tempfile::tempdir().unwrap(), program, server: None };
        redis.start_empty().await;
        redis
    }

    /// The address, as `REDIS_URL` takes it.
    pub(crate) fn url(&self) -> String {
        format!("redis+unix://{}", self.socket().display())
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    /// Kills it: what was in it is gone.
    pub(crate) async fn stop(&mut self) {
        self.server.take().unwrap().kill().await.unwrap();
        std::fs::remove_file(self.socket()).unwrap();
    }

    pub(crate) async fn start_empty(&mut self) {
        let mut server = Command::new(&self.program);
        server.args(["--port", "0", "--save", "", "--appendonly", "no", "--unixsocket"]).arg(self.socket());
        server.stdout(Stdio::null()).stderr(Stdio::null()).current_dir(&self.folder).kill_on_drop(true);
        self.server = Some(server.spawn().unwrap());
        let deadline = Instant::now() + Duration::from_secs(10);
        while tokio::net::UnixStream::connect(self.socket()).await.is_err() {
            assert!(Instant::now() < deadline, "the private Redis did not start");
            sleep(Duration::from_millis(5)).await;
        }
    }
}
