//! The private Postgres: it keeps what it was given, and never outlives the program.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
mod support;

use orderbot::embedded::{Options, Postgres, PostgresError};
use sqlx::{Connection, PgConnection, PgPool};
use std::{
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use support::postgres::TestDb;

fn options(folder: &Path) -> Options {
    Options { folder: folder.to_owned(), fresh: false, durable: false }
}

/// A folder the server's user can enter also when root runs the tests.
fn folder() -> tempfile::TempDir {
    folder_with_mode(0o755)
}

fn folder_with_mode(mode: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    folder
}

async fn note(server: &Postgres, text: &str) {
    let mut connection = PgConnection::connect(&server.url()).await.unwrap();
    sqlx::query("CREATE TABLE IF NOT EXISTS notes (text text)").execute(&mut connection).await.unwrap();
    sqlx::query("INSERT INTO notes VALUES ($1)").bind(text).execute(&mut connection).await.unwrap();
}

async fn notes(server: &Postgres) -> Vec<String> {
    let mut connection = PgConnection::connect(&server.url()).await.unwrap();
    sqlx::query_scalar("SELECT text FROM notes").fetch_all(&mut connection).await.unwrap_or_default()
}

fn alive(pid: i32) -> bool {
    Path::new(&format!("/proc/{pid}")).exists()
}

fn wait_until_gone(pid: i32) {
    let deadline = Instant::now() + Duration::from_secs(15);
    while alive(pid) {
        assert!(Instant::now() < deadline, "process {pid} is still there");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[tokio::test]
async fn what_was_stored_is_there_after_a_restart_and_gone_after_a_fresh_start() {
    let folder = folder();
    let server = Postgres::start(&options(folder.path())).await.unwrap();
    note(&server, "kept").await;
    let pid = server.pid();
    server.stop().await;
    assert!(!alive(pid));

    let server = Postgres::start(&options(folder.path())).await.unwrap();
    assert_eq!(notes(&server).await, ["kept"]);
    server.stop().await;

    let fresh = Options { fresh: true, ..options(folder.path()) };
    let server = Postgres::start(&fresh).await.unwrap();
    assert!(notes(&server).await.is_empty());
    server.stop().await;
}

#[tokio::test]
async fn a_folder_serves_one_program_at_a_time() {
    let folder = folder();
    let server = Postgres::start(&options(folder.path())).await.unwrap();
    let second = Postgres::start(&options(folder.path())).await;
    assert!(matches!(second, Err(PostgresError::InUse(_))), "{second:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_killed_server_starts_again_with_its_data() {
    let folder = folder();
    let server = Postgres::start(&options(folder.path())).await.unwrap();
    note(&server, "survives").await;
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(server.pid()), nix::sys::signal::Signal::SIGKILL)
        .unwrap();
    wait_until_gone(server.pid());
    drop(server);

    let server = Postgres::start(&options(folder.path())).await.unwrap();
    assert_eq!(notes(&server).await, ["survives"]);
    server.stop().await;
}

/// Not a test by itself: the program that the next test kills. It runs in a process of its own.
#[tokio::test]
async fn program_that_is_killed() {
    let Some(folder) = std::env::var_os("ORDERBOT_TEST_KILLED") else { return };
    let server = Postgres::start(&options(Path::new(&folder))).await.unwrap();
    note(&server, "stored before the kill").await;
    eprintln!("pid={}", server.pid());
    tokio::time::sleep(Duration::from_secs(60)).await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_server_ends_with_a_killed_program_and_the_next_start_finds_the_data() {
    let folder = folder();
    let mut program = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "program_that_is_killed", "--nocapture"])
        .env("ORDERBOT_TEST_KILLED", folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let pid: i32 = BufReader::new(program.stderr.take().unwrap())
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("pid=")?.1.trim().parse().ok())
        .expect("the program says the server's process id");
    assert!(alive(pid));
    program.kill().unwrap();
    program.wait().unwrap();

    let server = Postgres::start(&options(folder.path())).await.unwrap();
    wait_until_gone(pid);
    assert_eq!(notes(&server).await, ["stored before the kill"]);
    server.stop().await;
}

#[tokio::test]
async fn every_test_has_a_database_of_its_own() {
    let (one, other) = (TestDb::new().await, TestDb::new().await);
    sqlx::query("CREATE TABLE only_here (id int)").execute(&one.pool()).await.unwrap();
    let elsewhere = sqlx::query("SELECT FROM only_here").execute(&other.pool()).await;
    assert!(elsewhere.is_err());

    let url = one.url();
    drop(one);
    assert!(PgPool::connect(&url).await.is_err(), "a test's database goes with the test");
}

#[tokio::test]
async fn a_folder_that_the_servers_user_cannot_enter_has_its_data_elsewhere() {
    // Only a program of root's gives its server to another user.
    let closed = folder_with_mode(0o700);
    let server = Postgres::start(&options(closed.path())).await.unwrap();
    let home = server.home().to_owned();
    note(&server, "elsewhere").await;
    server.stop().await;

    let root = nix::unistd::Uid::effective().is_root();
    assert_eq!(home.starts_with(closed.path().canonicalize().unwrap()), !root, "{}", home.display());
    let server = Postgres::start(&options(closed.path())).await.unwrap();
    assert_eq!(notes(&server).await, ["elsewhere"]);
    assert_eq!(server.home(), home);
    server.stop().await;
    std::fs::remove_dir_all(home).unwrap();
}
