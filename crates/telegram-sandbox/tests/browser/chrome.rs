//! A headless Chromium of its own for each test, driven over WebDriver.

use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::WebDriverError;
use thirtyfour::prelude::WebDriverResult;
use thirtyfour::session::http::{Body, HttpClient};
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// How large the window is and whether the system says "dark".
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
}

impl Screen {
    pub(crate) const DESKTOP: Self = Self { width: 1280, height: 900, dark: false };
    pub(crate) const PHONE: Self = Self { width: 390, height: 844, dark: false };

    pub(crate) const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }
}

/// The browser, its driver and its empty profile; all end with it.
pub(crate) struct Chrome {
    pub(crate) driver: WebDriver,
    /// Where chromedriver listens.
    address: String,
    service: Child,
    _profile: TempDir,
}

impl Chrome {
    /// Starts a browser, or says loudly that there is none and gives `None`. In CI (`CI=true`) a missing browser is a failure.
    pub(crate) async fn start(screen: Screen) -> Option<Self> {
        let (Some(chromium), Some(chromedriver)) = (found("chromium"), found("chromedriver")) else {
            let words = "LEFT OUT: the browser tests need `chromium` and `chromedriver` on PATH (Debian: apt-get install chromium chromium-driver)";
            assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{words}");
            // Straight to the terminal: the test harness swallows what a passing test prints.
            writeln!(std::io::stderr(), "\n{words}\n").expect("stderr is open");
            return None;
        };
        let (service, port) = serve(&chromedriver).await;
        let address = format!("http://127.0.0.1:{port}");
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let driver = WebDriver::builder(&address, capabilities(&chromium, profile.path(), screen))
            .client(Http(reqwest::Client::new()))
            .connect()
            .await
            .expect("Chromium opens");
        Some(Self { driver, address, service, _profile: profile })
    }

    #[expect(clippy::panic, reason = "a test helper: what cannot be read ends the test")]
    /// The entries of a log of Chromium since the last call: `browser` (console) or `performance` (network and more).
    pub(crate) async fn log(&self, kind: &str) -> Vec<Value> {
        let url = format!("{}/session/{}/se/log", self.address, self.driver.session_id());
        let answer = reqwest::Client::new()
            .post(url)
            .json(&json!({"type": kind}))
            .send()
            .await
            .expect("chromedriver answers");
        let mut answer: Value = answer.json().await.expect("a log is JSON");
        match answer["value"].take() {
            Value::Array(entries) => entries,
            other => panic!("not a log: {other}"),
        }
    }

    pub(crate) async fn quit(self) {
        let Self { driver, mut service, .. } = self;
        driver.quit().await.expect("Chromium closes");
        service.kill().await.expect("chromedriver ends");
    }
}

fn found(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// Starts chromedriver on a free port. Left to choose by itself, it names port 0 where there is no IPv6.
#[expect(clippy::panic, reason = "a test helper: without a browser the test ends")]
async fn serve(chromedriver: &Path) -> (Child, u16) {
    // Between our look and its start, another test may take the port.
    for _ in 0..5 {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = free.expect("a free port").port();
        let mut service = Command::new(chromedriver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver starts");
        if is_listening(&mut service).await {
            return (service, port);
        }
    }
    panic!("chromedriver found no port that was free");
}

/// Waits until it says that it has started; false if it ends before.
async fn is_listening(service: &mut Child) -> bool {
    let output = service.stdout.take().expect("stdout is piped");
    let mut lines = BufReader::new(output).lines();
    let started = async {
        while let Some(line) = lines.next_line().await.expect("chromedriver's output is text") {
            if line.contains("started successfully") {
                return true;
            }
        }
        false
    };
    tokio::time::timeout(Duration::from_secs(20), started).await.expect("chromedriver starts within 20 s")
}

fn capabilities(chromium: &Path, profile: &Path, screen: Screen) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-prefers-reduced-motion",
        "--lang=en",
    ]
    .map(String::from)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!("--window-size={},{}", screen.width.max(500), screen.height));
    if screen.dark {
        arguments.push("--blink-settings=preferredColorScheme=0".into());
    }
    let mut options = json!({"binary": chromium, "args": arguments});
    if screen.width < 500 {
        // A window cannot be this narrow, a phone can.
        options["mobileEmulation"] = json!({"deviceMetrics": {"width": screen.width, "height": screen.height, "pixelRatio": 2, "touch": false}});
    }
    let all = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    });
    let Value::Object(all) = all else { unreachable!("an object was written above") };
    all.into()
}

/// The workspace's own HTTP client for WebDriver, so that the tests bring no second one.
struct Http(reqwest::Client);

#[async_trait::async_trait]
impl HttpClient for Http {
    async fn send(&self, request: http::Request<Body<'_>>) -> WebDriverResult<http::Response<Bytes>> {
        let trouble = |error: reqwest::Error| WebDriverError::HttpError(error.to_string());
        let (parts, body) = request.into_parts();
        let mut call = self.0.request(parts.method, parts.uri.to_string()).headers(parts.headers);
        if let Body::Json(json) = body {
            call = call.json(json);
        }
        let answer = call.send().await.map_err(trouble)?;
        let response = http::Response::builder().status(answer.status());
        let body = answer.bytes().await.map_err(trouble)?;
        Ok(response.body(body).expect("a status and a body make a response"))
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self(reqwest::Client::new()))
    }
}
