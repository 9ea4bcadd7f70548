//! A rolling restart: one instance after the other is replaced while customers talk.

use crate::fleet::Fleet;
use crate::support::postgres::TestDb;
use crate::support::proxy::Proxy;
use crate::support::servers::OwnRedis;
use crate::support::shop::Shop;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use telegram_sandbox::Person;
use tokio::time::Instant;

const INSTANCES: usize = 3;
const CUSTOMERS: usize = 24;
const ROUNDS: usize = 4;
const QUESTION: &str = "/help";
const ANSWER: &str = "How to order";

#[tokio::test(flavor = "multi_thread")]
async fn a_rolling_restart_loses_no_request_and_no_answer() {
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    let proxy = Proxy::start().await;
    let shop = Shop::open(&db.url())
        .await
        .with("REDIS_URL", &redis.url())
        .with("MODE", "webhook")
        .with("WEBHOOK_URL", &proxy.url())
        .with("WEBHOOK_SECRET", "a-secret-of-the-webhook");
    let mut fleet = Fleet::launch(&shop, &proxy, INSTANCES).await;

    let all_replaced = AtomicBool::new(false);
    let talks: FuturesUnordered<_> = (0..CUSTOMERS)
        .map(|number| talk(shop.customer(&format!("Customer {number}")), &all_replaced))
        .collect();
    let replacing = async {
        for replaced in 0..ROUNDS * INSTANCES {
            fleet.replace(replaced % INSTANCES).await;
        }
        all_replaced.store(true, Ordering::Relaxed);
    };
    let (talks, ()) = tokio::join!(talks.collect::<Vec<_>>(), replacing);
    let questions: usize = talks.iter().map(|(questions, _)| questions).sum();
    let longest = talks.iter().map(|(_, longest)| *longest).max().unwrap_or_default();
    eprintln!("{questions} questions during {} restarts, the longest pause {longest:?}", ROUNDS * INSTANCES);
    assert_eq!(proxy.failures(), Vec::<String>::new(), "of {} requests", proxy.requests());
    fleet.land().await;
    shop.telegram.assert_no_violation();
}

/// Asks again and again; each question has one answer. Gives the number of questions and the longest wait.
async fn talk(person: Person, is_over: &AtomicBool) -> (usize, Duration) {
    let (mut questions, mut longest) = (0, Duration::ZERO);
    while !is_over.load(Ordering::Relaxed) {
        let asked = Instant::now();
        person.send(QUESTION);
        person.sees(ANSWER).await;
        longest = longest.max(asked.elapsed());
        questions += 1;
        // Faster than this, the bot asks them to slow down.
        tokio::time::sleep(Duration::from_millis(350)).await;
    }
    let answers = person.transcript().matches(ANSWER).count();
    assert_eq!(answers, questions, "{}", person.transcript());
    (questions, longest)
}
