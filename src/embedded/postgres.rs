//! The server: brought up, reached and ended.

use super::{
    Binaries, PostgresError,
    folder::Folder,
    process::{command, spawn},
};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::{ConnectOptions, Connection, PgConnection, migrate::MigrateDatabase, postgres::PgConnectOptions};
use std::{
    fs::{File, TryLockError},
    io,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::ExitStatus,
    time::Duration,
};
use tokio::{
    sync::watch,
    time::{Instant, sleep, timeout},
};

/// How long the server may take to come up. A cluster that was killed replays its log first.
const START_LIMIT: Duration = Duration::from_secs(60);
/// How long a shutdown may take before it is forced.
const STOP_LIMIT: Duration = Duration::from_secs(15);
const USER: &str = "orderbot";

/// Where and how to start.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder to keep everything in. If root runs the program and the server's user cannot reach it,
    /// another one is used: [`Postgres::home`] tells.
    pub folder: PathBuf,
    /// Forget what is there.
    pub fresh: bool,
    /// Survive a power cut. Only a test can do without.
    pub durable: bool,
}

/// A running private server. It ends with [`Postgres::stop`], when this value is dropped, and when the program
/// is killed.
#[derive(Debug)]
pub struct Postgres {
    folder: Folder,
    pid: Pid,
    exit: watch::Receiver<Option<ExitStatus>>,
    /// Locked as long as the server runs.
    _lock: File,
}

impl Postgres {
    /// Starts the server, making the cluster the first time.
    ///
    /// What an earlier run left behind is ended first: after a kill -9 its server may still be shutting down.
    ///
    /// # Errors
    /// Each [`PostgresError`] says what to do about it.
    pub async fn start(options: &Options) -> Result<Self, PostgresError> {
        let folder = Folder::prepare(&options.folder)?;
        let lock = lock(&folder, &options.folder)?;
        let unpacked = options.folder.join("postgres");
        if folder.cluster().exists() {
            end_leftover(&folder, &Binaries::find(&unpacked, None)?).await?;
        }
        if options.fresh {
            remove(&folder.cluster())?;
        }
        let binaries = Binaries::find(&unpacked, folder.version())?;
        if folder.version().is_none() {
            initialise(&folder, &binaries)?;
        }
        let server = Self::spawn_until_up(folder, &binaries, options.durable, lock).await?;
        let url = server.url();
        if !sqlx::Postgres::database_exists(&url).await? {
            sqlx::Postgres::create_database(&url).await?;
        }
        Ok(server)
    }

    async fn spawn_until_up(
        folder: Folder,
        binaries: &Binaries,
        durable: bool,
        lock: File,
    ) -> Result<Self, PostgresError> {
        let deadline = Instant::now() + START_LIMIT;
        let connect = connect_options(&folder, "postgres");
        let mut child = spawn(&folder, binaries, durable).await?;
        while Instant::now() < deadline {
            if let Ok(connection) = PgConnection::connect_with(&connect).await {
                connection.close().await?;
                let (pid, exit) = child;
                return Ok(Self { folder, pid, exit, _lock: lock });
            }
            // The children of a killed postmaster hold its shared memory for another second or so, and as
            // long as they do, a new one exits at once.
            if child.1.borrow().is_some() {
                sleep(Duration::from_millis(200)).await;
                child = spawn(&folder, binaries, durable).await?;
            }
            sleep(Duration::from_millis(20)).await;
        }
        // The signal fails only if the process is gone, which is what is wanted.
        let _ = kill(child.0, Signal::SIGQUIT);
        let log = folder.log();
        let tail = last_lines(&log, 10);
        Err(PostgresError::NotStarted { log, tail })
    }

    /// The address of the shop's database, for settings and libraries.
    #[must_use]
    pub fn url(&self) -> String {
        connect_options(&self.folder, USER).to_url_lossy().to_string()
    }

    /// The folder that holds the data.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.folder.home
    }

    /// The process id of the server.
    #[must_use]
    pub fn pid(&self) -> i32 {
        self.pid.as_raw()
    }

    /// Ends the server: open transactions are rolled back, what was committed is on disk.
    pub async fn stop(mut self) {
        for signal in [Signal::SIGINT, Signal::SIGQUIT] {
            if self.exit.borrow().is_some() {
                return;
            }
            let _ = kill(self.pid, signal);
            if timeout(STOP_LIMIT, self.exit.wait_for(Option::is_some)).await.is_ok() {
                return;
            }
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if self.exit.borrow().is_none() {
            let _ = kill(self.pid, Signal::SIGINT);
        }
    }
}

fn connect_options(folder: &Folder, database: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(&folder.socket).port(5432).username(USER).database(database)
}

fn lock(folder: &Folder, asked: &Path) -> Result<File, PostgresError> {
    let path = folder.home.join("lock");
    let file = File::create(&path).map_err(|error| PostgresError::folder(&path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PostgresError::InUse(asked.to_owned())),
        Err(TryLockError::Error(error)) => Err(PostgresError::folder(&path, error)),
    }
}

/// We hold the lock, so a server on our socket is a leftover.
async fn end_leftover(folder: &Folder, binaries: &Binaries) -> Result<(), PostgresError> {
    // Asking the socket first protects a stranger who got the process id of a server long dead.
    if UnixStream::connect(folder.socket.join(".s.PGSQL.5432")).is_err() {
        return Ok(());
    }
    let program = binaries.program("pg_ctl");
    let mut stop = command(folder, &program);
    stop.arg("stop").arg("-D").arg(folder.cluster()).args(["-m", "fast", "-w", "-t", "15", "-s"]);
    let done = tokio::task::spawn_blocking(move || stop.output()).await;
    match done {
        // It refuses when the server went away meanwhile: then starting shows what is true.
        Ok(Ok(_)) | Err(_) => Ok(()),
        Ok(Err(source)) => Err(PostgresError::Program { program, source }),
    }
}

fn remove(path: &Path) -> Result<(), PostgresError> {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PostgresError::folder(path, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes the cluster under another name first: half a cluster must never be taken for a whole one.
fn initialise(folder: &Folder, binaries: &Binaries) -> Result<(), PostgresError> {
    let unfinished = folder.home.join("cluster.new");
    remove(&unfinished)?;
    let program = binaries.program("initdb");
    let output = command(folder, &program)
        .arg("-D")
        .arg(&unfinished)
        .args(["-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"])
        .output()
        .map_err(|source| PostgresError::Program { program, source })?;
    if !output.status.success() {
        return Err(PostgresError::Initdb(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    let cluster = folder.cluster();
    std::fs::rename(&unfinished, &cluster).map_err(|error| PostgresError::folder(&cluster, error))
}

fn last_lines(log: &Path, count: usize) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
