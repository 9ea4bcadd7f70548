//! A shop whose bot is the real program, and whose customers are in a local Telegram of this process.

use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use telegram_sandbox::{CallFault, Config, Faults, GroupChat, NextFault, Person, Sandbox, TestBot};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, timeout};

/// It opens nothing but the sandbox.
const TOKEN: &str = "7000001:token-of-the-sandbox-0000000000000000";
const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/catalog.csv");

/// Calls that show a customer something.
const SHOWING: [&str; 6] = [
    "sendMessage",
    "sendPhoto",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "answerCallbackQuery",
];

/// How long a customer waits while something is broken and mended.
pub(crate) const LONG: Duration = Duration::from_secs(30);

/// A shop with one product, its database and its settings. Nothing runs before [`serve`](Self::serve).
pub(crate) struct Shop {
    pub(crate) telegram: Sandbox,
    pub(crate) bot: TestBot,
    pub(crate) staff: GroupChat,
    settings: BTreeMap<&'static str, String>,
    folder: tempfile::TempDir,
    pool: PgPool,
    served: AtomicUsize,
}

impl Shop {
    /// With tables and catalogue in this database.
    pub(crate) async fn open(database: &str) -> Self {
        let shop = Self::without_tables(database).await;
        for arguments in [&["migrate"][..], &["catalog", "import", CATALOG]] {
            let output = shop.run(arguments).await;
            assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
        shop
    }

    /// As the database is.
    pub(crate) async fn without_tables(database: &str) -> Self {
        let telegram = Sandbox::start(Config { keep_log: 2_000_000, ..Config::default() }).await.unwrap();
        let bot = telegram.bot_with_token("Slow Kettle", TOKEN).unwrap();
        let owner = telegram.user("Olga").create();
        let staff = telegram.group("Staff").creator(&owner).admin_bot(&bot).create();
        let settings = BTreeMap::from([
            ("BOT_TOKEN", TOKEN.to_owned()),
            ("BOT_API_URL", telegram.api_url()),
            ("ADMIN_CHAT_ID", staff.id().to_string()),
            ("DATABASE_URL", database.to_owned()),
            ("DATABASE_POOL", "8".to_owned()),
            ("HTTP_LISTEN", "127.0.0.1:0".to_owned()),
            ("DELIVERY_FEE", "4.90".to_owned()),
            ("PICKUP_ADDRESS", "12 Market Street".to_owned()),
            // So that a test of a crash does not wait for long.
            ("TAKEOVER_AFTER", "2s".to_owned()),
        ]);
        let pool = PgPoolOptions::new().test_before_acquire(true).connect_lazy(database).unwrap();
        let folder = tempfile::tempdir().unwrap();
        Self { telegram, bot, staff, settings, folder, pool, served: AtomicUsize::new(0) }
    }

    /// Changes a setting.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.settings.insert(name, value.to_owned());
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_orderbot"));
        command.args(arguments).env_clear().envs(&self.settings).current_dir(&self.folder);
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Runs a command to its end.
    pub(crate) async fn run(&self, arguments: &[&str]) -> Output {
        timeout(LONG, self.command(arguments).output()).await.expect("a command ends").unwrap()
    }

    /// Starts the bot, or another instance of it.
    pub(crate) fn serve(&self) -> Serving {
        self.start(&[])
    }

    /// Like [`serve`](Self::serve), for Telegram at this address.
    pub(crate) fn serve_at(&self, webhook: &str) -> Serving {
        self.start(&[("WEBHOOK_URL", webhook)])
    }

    /// Like [`serve`](Self::serve), listening there, where Telegram calls it.
    pub(crate) fn serve_on(&self, listen: SocketAddr) -> Serving {
        let (listen, webhook) = (listen.to_string(), format!("http://{listen}"));
        self.start(&[("HTTP_LISTEN", &listen), ("WEBHOOK_URL", &webhook)])
    }

    fn start(&self, own: &[(&str, &str)]) -> Serving {
        let number = self.served.fetch_add(1, Ordering::Relaxed);
        let log = self.folder.path().join(format!("serve-{number}.log"));
        let file = File::create(&log).unwrap();
        let mut command = self.command(&["serve"]);
        command.envs(own.iter().copied());
        let child = command.stdout(Stdio::null()).stderr(file).spawn().unwrap();
        Serving { child, log }
    }

    /// A customer with an English Telegram.
    pub(crate) fn customer(&self, name: &str) -> Person {
        self.telegram.user(name).phone("+4930123456").create()
    }

    /// Somebody of the staff, in their group.
    pub(crate) fn packer(&self, name: &str) -> Person {
        let packer = self.telegram.user(name).create();
        self.staff.add(&packer);
        packer.at(&self.staff)
    }

    /// What was said to everybody, in its order: every message, be it deleted by now or lost on its way.
    pub(crate) fn said(&self) -> HashMap<i64, Vec<String>> {
        let mut said: HashMap<i64, Vec<String>> = HashMap::new();
        for call in self.telegram.calls("sendMessage") {
            let number = |value: &serde_json::Value| value.as_i64().or_else(|| value.as_str()?.parse().ok());
            if let (Some(chat), Some(text)) = (number(&call["chat_id"]), call["text"].as_str()) {
                said.entry(chat).or_default().push(text.to_owned());
            }
        }
        said
    }

    /// From now on nothing reaches a customer: every connection is cut before the message has arrived.
    pub(crate) fn cut_off_customers(&self) {
        let methods = SHOWING.map(str::to_owned).to_vec();
        self.telegram.set_faults(Faults { reset_before: 1.0, methods, ..Faults::default() });
    }

    /// The next message is answered after this time.
    pub(crate) fn delay_next_message(&self, by: Duration) {
        let slow_ms = u64::try_from(by.as_millis()).unwrap();
        let next =
            vec![NextFault { fault: CallFault::Slow, method: Some("sendMessage".to_owned()), times: 1 }];
        self.telegram.set_faults(Faults { slow_ms, next, ..Faults::default() });
    }

    pub(crate) fn mend(&self) {
        self.telegram.set_faults(Faults::default());
    }

    pub(crate) fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// A number out of the database.
    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&self.pool).await.unwrap()
    }

    pub(crate) async fn orders(&self) -> i64 {
        self.count("SELECT count(*) FROM orders").await
    }

    /// Telegram would have taken every call, but for what is repeated because nobody knows whether it was done
    /// before the crash.
    pub(crate) fn was_polite(&self) {
        let repeated = ["query answered twice", "query is too old", "message is not modified"];
        let is_repeated = |violation: &String| repeated.iter().any(|words| violation.contains(words));
        let rude: Vec<String> = self.telegram.violations().into_iter().filter(|v| !is_repeated(v)).collect();
        assert!(rude.is_empty(), "Telegram would have refused: {rude:#?}");
    }
}

/// The running bot. Killed when it is dropped.
pub(crate) struct Serving {
    child: Child,
    log: PathBuf,
}

impl Serving {
    /// What it has written so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id().expect("it has not been waited for")
    }

    /// True until it has ended.
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits until it serves, and tells where it listens.
    pub(crate) async fn address(&self) -> SocketAddr {
        const SERVING: &str = "serving address=";
        self.says(SERVING).await;
        let log = self.log();
        let address = log.split(SERVING).nth(1).and_then(|rest| rest.lines().next()).unwrap();
        address.trim().parse().unwrap()
    }

    /// Waits until it has written this.
    pub(crate) async fn says(&self, words: &str) {
        until(words, async || self.log().contains(words)).await;
    }

    /// kill -9.
    pub(crate) async fn kill(&mut self) {
        self.child.kill().await.unwrap();
    }

    /// SIGTERM, as service managers send it.
    pub(crate) fn ask_to_stop(&self) {
        let pid = nix::unistd::Pid::from_raw(i32::try_from(self.child.id().unwrap()).unwrap());
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGTERM).unwrap();
    }

    /// Waits until it has ended by itself.
    pub(crate) async fn ended(&mut self) -> ExitStatus {
        timeout(LONG, self.child.wait()).await.expect("it ends").unwrap()
    }

    /// Asks it to stop, which it does without a complaint.
    pub(crate) async fn stop(mut self) {
        self.ask_to_stop();
        assert!(self.ended().await.success());
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- {}\n{}", self.log.display(), self.log());
        }
    }
}

/// Waits until something is true; the limit is for a test that fails.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let limit = Instant::now() + LONG;
    while !is_so().await {
        assert!(Instant::now() < limit, "{what} did not come true");
        sleep(Duration::from_millis(10)).await;
    }
}
