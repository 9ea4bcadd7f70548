//! What the tests of broadcasts stand on: customers, a Telegram of few words, a bucket that a test fills by hand.

use crate::bench::{instance, until};
use crate::support::postgres::TestDb;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use orderbot::delivery::{Bulk, Courier, Limits, OutSettings, SendError};
use orderbot::domain::{
    Actor, Broadcast, BroadcastId, BroadcastState, ChatId, Clock, Currency, DeliveryTerms, Lang, MessageId,
    Notice, Segment,
};
use orderbot::memory::MemoryBuckets;
use orderbot::postgres::{Delivery, PgStore};
use orderbot::repository::{
    Bucket, BucketTrouble, Buckets, BulkEnded, BulkEnding, BulkRow, StoreError, Taken,
};
use orderbot::services::{Shop, ShopTerms};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use teloxide::RequestError;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

pub(crate) const GROUP: ChatId = ChatId(-5);

/// How long a claim holds, in tests in which it is not to run out.
pub(crate) const HOLD: Duration = Duration::from_secs(60);

/// The numbers of so many customers.
pub(crate) fn everyone(customers: i64) -> Vec<i64> {
    (1..=customers).collect()
}

pub(crate) fn ended(row: &BulkRow, ending: BulkEnding) -> BulkEnded {
    BulkEnded { claim: row.claim, ending }
}

struct Noon;

impl Clock for Noon {
    fn now(&self) -> DateTime<Utc> {
        "2026-05-01T12:00:00Z".parse().unwrap()
    }
}

/// A shop whose customers are numbered from 1.
pub(crate) struct Audience {
    pub(crate) db: TestDb,
    pub(crate) shop: Shop,
    pub(crate) queue: Delivery,
}

impl Audience {
    pub(crate) async fn of(customers: i64) -> Self {
        let db = TestDb::new().await;
        sqlx::query(
            "INSERT INTO customers (id, telegram_name, seen_at, created_at)
             SELECT n, 'Ann', now(), now() FROM generate_series(1, $1) n",
        )
        .bind(customers)
        .execute(&db.pool())
        .await
        .unwrap();
        let terms = ShopTerms {
            name: "Stand".into(),
            currency: Currency::parse("EUR").unwrap(),
            delivery: DeliveryTerms::default(),
            country: phonenumber::country::DE,
            timezone: chrono_tz::UTC,
            staff_chat: Some(GROUP),
            lang: Lang::En,
            bulk_rate: 25,
            carriers: Vec::new(),
            confirm_within: chrono::TimeDelta::hours(24),
            low_stock: 2,
        };
        let shop = Shop::new(Arc::new(PgStore(db.pool().into())), Arc::new(Noon), Arc::new(terms));
        Self { queue: Delivery::new(db.pool()), db, shop }
    }

    /// A broadcast to everyone that has begun.
    pub(crate) async fn broadcast(&self) -> BroadcastId {
        self.shop.draft_broadcast(GROUP, MessageId(1), MessageId(2), Actor::System).await.unwrap();
        let id = self.number("SELECT max(id) FROM broadcasts").await;
        assert!(self.shop.begin_broadcast(BroadcastId(id), Segment::Everyone, Actor::System).await.unwrap());
        BroadcastId(id)
    }

    pub(crate) async fn look(&self, id: BroadcastId) -> Broadcast {
        self.shop.broadcast(id).await.unwrap().unwrap()
    }

    pub(crate) async fn done(&self, id: BroadcastId) -> Broadcast {
        until("the end of the broadcast", async || self.look(id).await.state == BroadcastState::Done).await;
        self.look(id).await
    }

    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.db.pool()).await.unwrap()
    }
}

/// What Telegram does with a message.
pub(crate) enum Answer {
    Takes,
    Refuses(RequestError),
    /// It takes the message, and its answer never comes.
    Silence,
}

pub(crate) fn api(description: &str) -> Answer {
    Answer::Refuses(RequestError::Api(serde_json::from_value(description.into()).unwrap()))
}

/// A Telegram that takes every message, but for what it was told.
#[derive(Default)]
pub(crate) struct Phones {
    answers: Mutex<HashMap<i64, Vec<Answer>>>,
    tries: Mutex<Vec<(i64, Instant)>>,
    pub(crate) unreachable: Mutex<Vec<i64>>,
    silent_after: Mutex<Option<usize>>,
    is_quiet: AtomicBool,
}

impl Phones {
    pub(crate) fn answers(&self, chat: i64, answers: impl IntoIterator<Item = Answer>) {
        self.answers.lock().unwrap().insert(chat, answers.into_iter().collect());
    }

    /// So many messages are answered, and the later ones taken without an answer.
    pub(crate) fn falls_silent_after(&self, messages: usize) {
        *self.silent_after.lock().unwrap() = Some(messages);
    }

    pub(crate) fn speaks_again(&self) {
        *self.silent_after.lock().unwrap() = None;
    }

    /// These are quiet hours, or not.
    pub(crate) fn be_quiet(&self, is_quiet: bool) {
        self.is_quiet.store(is_quiet, Ordering::Relaxed);
    }

    /// Whom it was sent to, in order.
    pub(crate) fn tries(&self) -> Vec<i64> {
        self.tries.lock().unwrap().iter().map(|(chat, _)| *chat).collect()
    }

    pub(crate) fn times_of(&self, chat: i64) -> Vec<Instant> {
        let tries = self.tries.lock().unwrap();
        tries.iter().filter(|(to, _)| *to == chat).map(|(_, when)| *when).collect()
    }

    /// Who got it, each once.
    pub(crate) fn once_each(&self) -> Vec<i64> {
        let mut all = self.tries();
        all.sort_unstable();
        let tried = all.len();
        all.dedup();
        assert_eq!(all.len(), tried, "somebody got it twice");
        all
    }
}

#[async_trait]
impl Courier for Phones {
    async fn is_quiet(&self) -> Result<bool, StoreError> {
        Ok(self.is_quiet.load(Ordering::Relaxed))
    }

    async fn deliver(&self, chat: ChatId, notice: &Notice) -> Result<(), SendError> {
        if let Notice::Broadcast { from, .. } = notice {
            assert_eq!(*from, (GROUP, MessageId(1)));
        }
        let answer = {
            let mut tries = self.tries.lock().unwrap();
            tries.push((chat.0, Instant::now()));
            let is_silent = self.silent_after.lock().unwrap().is_some_and(|last| tries.len() > last);
            let mut answers = self.answers.lock().unwrap();
            match answers.get_mut(&chat.0) {
                _ if is_silent => Answer::Silence,
                Some(answers) if !answers.is_empty() => answers.remove(0),
                _ => Answer::Takes,
            }
        };
        match answer {
            Answer::Takes => Ok(()),
            Answer::Refuses(error) => Err(error.into()),
            Answer::Silence => std::future::pending().await,
        }
    }

    async fn unreachable(&self, chat: ChatId) -> Result<(), StoreError> {
        self.unreachable.lock().unwrap().push(chat.0);
        Ok(())
    }
}

/// A bucket that holds what the test has put into it.
#[derive(Default)]
pub(crate) struct Metered(Mutex<u32>);

impl Metered {
    pub(crate) fn allow(&self, messages: u32) {
        *self.0.lock().unwrap() += messages;
    }
}

#[async_trait]
impl Buckets for Metered {
    async fn take(&self, buckets: &[Bucket]) -> Result<Taken, BucketTrouble> {
        assert!(buckets.iter().any(|bucket| bucket.key == "bulk"), "every message asks the shared bucket");
        let mut left = self.0.lock().unwrap();
        if *left == 0 {
            return Ok(Taken::Wait(Duration::from_millis(10)));
        }
        *left -= 1;
        Ok(Taken::Yes)
    }

    async fn pause(&self, _: &str, _: Duration) -> Result<(), BucketTrouble> {
        Ok(())
    }
}

pub(crate) fn settings() -> OutSettings {
    OutSettings {
        look_every: Duration::from_millis(20),
        look_pause: Duration::from_millis(1),
        retry_base: Duration::from_millis(50),
        retry_cap: Duration::from_millis(100),
        send_limit: Duration::from_millis(300),
        hold: Duration::from_millis(1500),
        tell_every: Duration::from_secs(3600),
        chat_per_second: 1000.0,
        bulk_per_second: 10_000.0,
        ..OutSettings::default()
    }
}

pub(crate) struct Instance(CancellationToken, JoinHandle<()>);

impl Instance {
    pub(crate) fn start(audience: &Audience, phones: &Arc<Phones>, buckets: Arc<dyn Buckets>) -> Self {
        Self::with(audience, phones, Limits::new(buckets.clone(), buckets), settings())
    }

    pub(crate) fn unlimited(audience: &Audience, phones: &Arc<Phones>) -> Self {
        Self::start(audience, phones, Arc::new(MemoryBuckets::default()))
    }

    pub(crate) fn with(
        audience: &Audience,
        phones: &Arc<Phones>,
        limits: Limits,
        settings: OutSettings,
    ) -> Self {
        let queue = Arc::new(Delivery::new(audience.db.pool()));
        let bulk = Bulk::new(queue, phones.clone(), limits, instance(), settings);
        let stop = CancellationToken::new();
        Self(stop.clone(), tokio::spawn(bulk.run(stop)))
    }

    pub(crate) async fn stop(self) {
        self.0.cancel();
        self.1.await.unwrap();
    }
}
