//! A stop in peace and in the middle, and handlers that do not end.

use crate::buying::sees_at_last;
use crate::support::postgres::TestDb;
use crate::support::shop::{Shop, until};
use std::time::{Duration, Instant};

const HELP: &str = "How to order";

#[tokio::test]
async fn an_idle_bot_stops_at_once() {
    let db = TestDb::new().await;
    let shop = Shop::open(&db.url()).await;
    let mut serving = shop.serve();
    let ann = shop.customer("Ann");
    ann.send("/help");
    ann.sees(HELP).await;
    let asked = Instant::now();
    serving.ask_to_stop();
    assert_eq!(serving.ended().await.code(), Some(0));
    // Waiting for the end of the long poll, or for a time limit, would take far longer.
    assert!(asked.elapsed() < Duration::from_secs(5), "{:?}", asked.elapsed());
}

#[tokio::test]
async fn what_is_in_work_at_a_stop_is_finished_and_not_handled_again() {
    let db = TestDb::new().await;
    let shop = Shop::open(&db.url()).await;
    let mut serving = shop.serve();
    let ann = shop.customer("Ann");
    ann.start();
    ann.sees("Hello, Ann!").await;

    shop.delay_next_message(Duration::from_secs(1));
    ann.send("/help");
    until("the update is in work", async || shop.count("SELECT count(*) FROM inbox").await == 1).await;
    serving.ask_to_stop();
    assert_eq!(serving.ended().await.code(), Some(0));
    ann.sees(HELP).await;
    assert_eq!(shop.count("SELECT count(*) FROM inbox").await, 0, "it is done");
    assert_eq!(shop.count("SELECT count(*) FROM lanes").await, 0, "nothing has to be waited for");

    let serving = shop.serve();
    ann.send("/cart");
    ann.sees("Your cart is empty").await;
    assert_eq!(ann.transcript().matches(HELP).count(), 1, "{}", ann.transcript());
    shop.telegram.assert_no_violation();
    serving.stop().await;
}

#[tokio::test]
async fn a_handler_that_hangs_is_cut_off_and_the_customer_hears_an_apology() {
    let db = TestDb::new().await;
    let shop = Shop::open(&db.url()).await.with("HANDLER_TIMEOUT", "1s");
    let serving = shop.serve();
    let ann = shop.customer("Ann");
    shop.delay_next_message(Duration::from_secs(5));
    ann.send("/help");
    sees_at_last(&ann, "Technical problems").await;
    sees_at_last(&ann, HELP).await;
    serving.stop().await;
}

#[tokio::test]
async fn a_bot_that_waits_for_its_database_stops_at_once_too() {
    let db = TestDb::new().await;
    let shop = Shop::open(&db.url()).await.with("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nowhere");
    let mut serving = shop.serve();
    serving.says("the database does not answer").await;
    serving.ask_to_stop();
    assert_eq!(serving.ended().await.code(), Some(0));
}
