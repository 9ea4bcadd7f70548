//! What the tests stand on: updates, a handler that writes down what it saw, and an instance to run.

use crate::support::postgres::TestDb;
use async_trait::async_trait;
use orderbot::delivery::{Handler, InSettings, Inbound, Incoming, Intake, Trouble};
use orderbot::postgres::Delivery;
use orderbot::repository::{Arrival, Instance};
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use teloxide::types::UpdateKind;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

/// A text of a user in their private chat.
pub(crate) fn message(id: i64, user: i64, text: &str) -> String {
    json!({"update_id": id, "message": {
        "message_id": id, "date": 1_700_000_000, "text": text,
        "from": {"id": user, "is_bot": false, "first_name": "Ann"},
        "chat": {"id": user, "type": "private", "first_name": "Ann"},
    }})
    .to_string()
}

pub(crate) fn arrival(id: i64, user: i64, text: &str) -> Arrival {
    Intake::read(message(id, user, text)).unwrap()
}

pub(crate) fn instance() -> Instance {
    Instance(uuid::Uuid::from_u128(rand::random()))
}

/// Times that make a test fast. A lease is renewed three times before it ends.
pub(crate) fn settings() -> InSettings {
    InSettings {
        lease: Duration::from_millis(1500),
        linger: Duration::from_millis(100),
        gap_grace: Duration::ZERO,
        handler_limit: Duration::from_millis(500),
        look_every: Duration::from_millis(100),
        retry_base: Duration::from_millis(10),
        retry_cap: Duration::from_millis(50),
        max_attempts: 3,
        stop_limit: Duration::from_secs(2),
        ..InSettings::default()
    }
}

/// What a handler does with a text: the text says it.
#[derive(Default)]
pub(crate) struct Script {
    /// (lane, update, attempt) in the order in which handling began.
    begun: Mutex<Vec<(i64, i64, u16)>>,
    /// The same, for what was handled to the end.
    ended: Mutex<Vec<(i64, i64)>>,
    now: Mutex<Vec<i64>>,
    inside: Mutex<std::collections::HashMap<i64, usize>>,
    /// The most that were in one lane at the same time.
    pub(crate) crowded: std::sync::atomic::AtomicBool,
    last_chances: Mutex<Vec<i64>>,
    apologies: Mutex<Vec<(i64, String)>>,
    answered_at_the_door: Mutex<Vec<i64>>,
    gate: CancellationToken,
}

impl Script {
    pub(crate) fn begun(&self) -> Vec<(i64, i64, u16)> {
        self.begun.lock().unwrap().clone()
    }

    pub(crate) fn ended(&self) -> Vec<(i64, i64)> {
        self.ended.lock().unwrap().clone()
    }

    pub(crate) fn ended_in(&self, lane: i64) -> Vec<i64> {
        self.ended().into_iter().filter(|(l, _)| *l == lane).map(|(_, id)| id).collect()
    }

    pub(crate) fn answered_now(&self) -> Vec<i64> {
        self.now.lock().unwrap().clone()
    }

    pub(crate) fn last_chances(&self) -> Vec<i64> {
        self.last_chances.lock().unwrap().clone()
    }

    /// Presses whose answer went with the acknowledgement.
    pub(crate) fn answered_at_the_door(&self) -> Vec<i64> {
        self.answered_at_the_door.lock().unwrap().clone()
    }

    /// (update, cause) of every apology.
    pub(crate) fn apologies(&self) -> Vec<(i64, String)> {
        self.apologies.lock().unwrap().clone()
    }

    /// Lets go on what waits at the gate.
    pub(crate) fn open_the_gate(&self) {
        self.gate.cancel();
    }

    fn enter(&self, lane: i64) -> Inside<'_> {
        let mut inside = self.inside.lock().unwrap();
        let count = inside.entry(lane).or_default();
        *count += 1;
        if *count > 1 {
            self.crowded.store(true, std::sync::atomic::Ordering::SeqCst);
        }
        Inside(self, lane)
    }
}

fn words(update: &Incoming) -> &str {
    match &update.update.kind {
        UpdateKind::Message(message) => message.text().unwrap_or_default(),
        _ => "",
    }
}

struct Inside<'a>(&'a Script, i64);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        *self.0.inside.lock().unwrap().get_mut(&self.1).unwrap() -= 1;
    }
}

#[async_trait]
impl Handler for Script {
    async fn handle(&self, update: Arc<Incoming>) -> Result<(), Trouble> {
        let (lane, id) = (update.lane.0, update.id.0);
        self.begun.lock().unwrap().push((lane, id, update.attempt));
        if update.last_attempt {
            self.last_chances.lock().unwrap().push(id);
        }
        let _inside = self.enter(lane);
        if update.answered {
            self.answered_at_the_door.lock().unwrap().push(id);
        }
        match words(&update) {
            "panic" => panic!("told to panic"),
            "gate" => self.gate.cancelled().await,
            "endless" => std::future::pending().await,
            "broken" => return Err(Trouble::Broken("told to fail".into())),
            "away for long" if update.attempt <= 6 => {
                return Err(Trouble::Dependency("told to be away".into()));
            }
            "once broken" if update.attempt == 1 => return Err(Trouble::Broken("told to fail".into())),
            "slow" => sleep(Duration::from_millis(200)).await,
            "short" => sleep(Duration::from_millis(3)).await,
            _ => {}
        }
        self.ended.lock().unwrap().push((lane, id));
        Ok(())
    }

    async fn apologise(&self, update: &Incoming, trouble: &Trouble) {
        self.apologies.lock().unwrap().push((update.id.0, trouble.to_string()));
        if words(update) == "panic" {
            panic!("told to panic again");
        }
    }

    async fn answer_now(&self, update: Arc<Incoming>) -> Result<(), Trouble> {
        self.now.lock().unwrap().push(update.id.0);
        Ok(())
    }
}

/// A running instance.
pub(crate) struct Running {
    pub(crate) intake: Intake,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Running {
    pub(crate) fn start(db: &TestDb, handler: &Arc<Script>, settings: InSettings) -> Self {
        let storage = Arc::new(Delivery::new(db.pool()));
        let handler: Arc<dyn Handler> = handler.clone();
        let inbound = Inbound::new(storage.clone(), storage, handler, instance(), settings);
        let (intake, stop) = (inbound.intake(), CancellationToken::new());
        let task = tokio::spawn(inbound.run(stop.clone()));
        Self { intake, stop, task }
    }

    pub(crate) async fn stop(self) {
        self.stop.cancel();
        self.task.await.unwrap();
    }

    pub(crate) async fn take(&self, id: i64, user: i64, text: &str) {
        self.intake.take(vec![arrival(id, user, text)]).await.unwrap();
    }
}

/// Waits until something is true; the limit is for a test that fails.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let limit = Instant::now() + Duration::from_secs(15);
    while !is_so().await {
        assert!(Instant::now() < limit, "{what} did not come true");
        sleep(Duration::from_millis(5)).await;
    }
}

pub(crate) async fn count(db: &TestDb, of: &'static str) -> i64 {
    sqlx::query_scalar(of).fetch_one(&db.pool()).await.unwrap()
}

pub(crate) async fn inbox_is_empty(db: &TestDb) {
    until("an empty inbox", async || count(db, "SELECT count(*) FROM inbox").await == 0).await;
}
