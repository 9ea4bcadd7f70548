//! From the outbox to Telegram.

use crate::bench::{count, instance, until};
use crate::outbox::{letter, put, put_as};
use crate::support::postgres::TestDb;
use async_trait::async_trait;
use orderbot::delivery::{Courier, Limits, OutSettings, Outbound, SendError};
use orderbot::domain::{ChatId, Notice, Urgency};
use orderbot::memory::MemoryBuckets;
use orderbot::postgres::Delivery;
use orderbot::repository::StoreError;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use teloxide::RequestError;
use teloxide::types::Seconds;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

type Answer = Result<(), SendError>;

/// A Telegram of few words: each chat has answers prepared, and takes everything after them.
#[derive(Default)]
struct Telegram {
    answers: Mutex<HashMap<i64, Vec<Answer>>>,
    tries: Mutex<Vec<(i64, i64, Instant)>>,
    unreachable: Mutex<Vec<i64>>,
}

impl Telegram {
    fn answers(&self, chat: i64, answers: impl IntoIterator<Item = Answer>) {
        self.answers.lock().unwrap().insert(chat, answers.into_iter().collect());
    }

    fn tries_to(&self, chat: i64) -> Vec<(i64, Instant)> {
        let tries = self.tries.lock().unwrap();
        tries.iter().filter(|(to, ..)| *to == chat).map(|(_, update, when)| (*update, *when)).collect()
    }
}

#[async_trait]
impl Courier for Telegram {
    async fn deliver(&self, chat: ChatId, notice: &Notice) -> Answer {
        let Notice::DeadLetter { update, .. } = notice else { panic!("{notice:?}") };
        self.tries.lock().unwrap().push((chat.0, *update, Instant::now()));
        let mut answers = self.answers.lock().unwrap();
        match answers.get_mut(&chat.0) {
            Some(answers) if !answers.is_empty() => answers.remove(0),
            _ => Ok(()),
        }
    }

    async fn unreachable(&self, chat: ChatId) -> Result<(), StoreError> {
        self.unreachable.lock().unwrap().push(chat.0);
        Ok(())
    }
}

struct Running(CancellationToken, JoinHandle<()>);

impl Running {
    fn start(db: &TestDb, telegram: &Arc<Telegram>, settings: OutSettings) -> Self {
        let buckets = Arc::new(MemoryBuckets::default());
        let limits = Limits::new(buckets.clone(), buckets);
        let queue = Arc::new(Delivery::new(db.pool()));
        let outbound =
            Outbound::new(queue, telegram.clone(), limits, instance(), settings, Arc::new(Notify::new()));
        let stop = CancellationToken::new();
        Self(stop.clone(), tokio::spawn(outbound.run(stop)))
    }

    async fn stop(self) {
        self.0.cancel();
        self.1.await.unwrap();
    }
}

fn settings() -> OutSettings {
    OutSettings {
        look_every: Duration::from_millis(30),
        look_pause: Duration::from_millis(1),
        retry_base: Duration::from_millis(50),
        retry_cap: Duration::from_millis(100),
        max_attempts: 3,
        send_limit: Duration::from_millis(300),
        chat_per_second: 1000.0,
        group_per_minute: 60_000.0,
        ..OutSettings::default()
    }
}

async fn all_ended(db: &TestDb) {
    until("every row ended", async || {
        count(db, "SELECT count(*) FROM outbox WHERE state = 'waiting'").await == 0
    })
    .await;
}

fn api(description: &str) -> Answer {
    Err(RequestError::Api(serde_json::from_value(description.into()).unwrap()).into())
}

#[tokio::test]
async fn messages_of_a_chat_arrive_in_order_also_after_a_failure() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    telegram.answers(-1, [Ok(()), api("Internal Server Error"), api("Bad Gateway")]);
    for update in 1..=4 {
        put(&db, -1, &letter(update)).await;
    }
    let running = Running::start(&db, &telegram, settings());
    all_ended(&db).await;
    let tries = telegram.tries_to(-1);
    assert_eq!(tries.iter().map(|(update, _)| *update).collect::<Vec<_>>(), [1, 2, 2, 2, 3, 4]);
    assert!(tries[3].1 - tries[2].1 >= Duration::from_millis(75), "the second pause is longer");
    running.stop().await;
}

#[tokio::test]
async fn a_429_makes_only_that_chat_wait() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    telegram.answers(1, [Err(RequestError::RetryAfter(Seconds::from_seconds(2)).into())]);
    for chat in 1..=20 {
        put(&db, chat, &letter(chat)).await;
    }
    let running = Running::start(&db, &telegram, settings());
    until("the others' messages", async || {
        count(&db, "SELECT count(*) FROM outbox WHERE state = 'sent'").await == 19
    })
    .await;
    assert_eq!(telegram.tries_to(1).len(), 1);
    all_ended(&db).await;
    let tries = telegram.tries_to(1);
    assert_eq!(tries.len(), 2);
    assert!(tries[1].1 - tries[0].1 >= Duration::from_secs(2));
    assert_eq!(count(&db, "SELECT attempts::bigint FROM outbox WHERE chat_id = 1").await, 1, "not a failure");
    running.stop().await;
}

#[tokio::test]
async fn a_customer_who_blocked_the_bot_is_marked_and_not_tried_again() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    telegram.answers(7, [api("Forbidden: bot was blocked by the user")]);
    put(&db, 7, &letter(1)).await;
    let running = Running::start(&db, &telegram, settings());
    all_ended(&db).await;
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'unreachable'").await, 1);
    assert_eq!(*telegram.unreachable.lock().unwrap(), [7]);
    assert_eq!(telegram.tries_to(7).len(), 1);
    running.stop().await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_is_followed() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    telegram.answers(-1, [Err(RequestError::MigrateToChatId(teloxide::types::ChatId(-1001)).into())]);
    put(&db, -1, &letter(1)).await;
    put(&db, -1, &letter(2)).await;
    let running = Running::start(&db, &telegram, settings());
    all_ended(&db).await;
    put(&db, -1, &letter(3)).await;
    all_ended(&db).await;
    let arrived: Vec<i64> = telegram.tries_to(-1001).iter().map(|(update, _)| *update).collect();
    assert_eq!(arrived, [1, 2, 3]);
    assert_eq!(telegram.tries_to(-1).len(), 1);
    running.stop().await;
}

#[tokio::test]
async fn what_telegram_rejects_is_dead_with_its_cause_and_the_next_goes_on() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    telegram.answers(7, [api("Bad Request: chat not found")]);
    put(&db, 7, &letter(1)).await;
    put(&db, 7, &letter(2)).await;
    let running = Running::start(&db, &telegram, settings());
    all_ended(&db).await;
    let dead = "SELECT count(*) FROM outbox WHERE state = 'dead' AND last_error LIKE '%chat not found%'";
    assert_eq!(count(&db, dead).await, 1);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'sent'").await, 1);
    running.stop().await;
}

#[tokio::test]
async fn a_message_that_never_arrives_is_given_up_after_its_attempts() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    telegram.answers(7, [api("Bad Gateway"), api("Bad Gateway"), api("Bad Gateway")]);
    put(&db, 7, &letter(1)).await;
    let running = Running::start(&db, &telegram, settings());
    all_ended(&db).await;
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'dead' AND attempts = 3").await, 1);
    running.stop().await;
}

#[tokio::test]
async fn news_goes_before_what_the_staff_is_told() {
    let db = TestDb::new().await;
    let telegram = Arc::new(Telegram::default());
    for chat in 1..=60 {
        put_as(&db, chat, &letter(chat), Urgency::Staff).await;
    }
    put_as(&db, 100, &letter(100), Urgency::News).await;
    let running = Running::start(&db, &telegram, OutSettings { in_flight: 4, ..settings() });
    all_ended(&db).await;
    let place = telegram.tries.lock().unwrap().iter().position(|(chat, ..)| *chat == 100).unwrap();
    assert!(place < 4, "the {place}th of 61");
    running.stop().await;
}
