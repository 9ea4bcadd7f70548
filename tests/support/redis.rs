//! A corner of a Redis for each test.
//!
//! `TEST_REDIS_URL` names a server. Without it a private one is started once per test process, if there is a
//! `redis-server` (or `valkey-server`) on the path.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

/// An address and a prefix that no other test uses.
#[derive(Debug)]
pub(crate) struct TestRedis {
    url: String,
    prefix: String,
}

impl TestRedis {
    /// A fresh corner. Keys carry an expiry or are few: nothing is cleaned up on a server that was named.
    pub(crate) async fn new() -> Self {
        let url = match std::env::var("TEST_REDIS_URL") {
            Ok(url) if !url.is_empty() => url,
            Ok(_) | Err(_) => private_server().await.to_owned(),
        };
        Self { url, prefix: format!("test:{:016x}:", rand::random::<u64>()) }
    }

    /// The address, as `REDIS_URL` takes it.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What every key of this test begins with.
    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }
}

async fn private_server() -> &'static str {
    static SERVER: OnceLock<(String, Child)> = OnceLock::new();
    let (url, _) = SERVER.get_or_init(start);
    url
}

/// The server hangs on our end of a pipe: when this process ends, however it does, the shell reads the end of
/// the pipe and ends the server.
fn start() -> (String, Child) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("redis-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // A socket's path may have 107 bytes, and target folders can be deep.
    let socket = std::env::temp_dir().join(format!("orderbot-redis-{}.sock", std::process::id()));
    let script = "
        server=$(command -v redis-server || command -v valkey-server) || { echo missing; exit 1; }
        cd \"$1\" && \"$server\" --port 0 --unixsocket \"$2\" --save '' --appendonly no --daemonize no >/dev/null &
        echo started; cat >/dev/null; kill $!; wait; rm -rf \"$1\" \"$2\"";
    let mut child = Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(&folder)
        .arg(&socket)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(
        line.trim(),
        "started",
        "no redis-server on the path: install it, or name a server in TEST_REDIS_URL"
    );
    let deadline = Instant::now() + Duration::from_secs(10);
    while std::os::unix::net::UnixStream::connect(&socket).is_err() {
        assert!(Instant::now() < deadline, "the private Redis did not start");
        std::thread::sleep(Duration::from_millis(10));
    }
    (format!("redis+unix://{}", socket.display()), child)
}
