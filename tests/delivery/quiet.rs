//! Quiet hours: a broadcast waits for their end, wherever it is.

use crate::bench::{instance, until};
use crate::bulk_bench::{Answer, Audience, Instance, Phones, settings};
use crate::outbox::{letter, put_as};
use orderbot::delivery::{Limits, Outbound};
use orderbot::domain::{Notice, Urgency};
use orderbot::memory::MemoryBuckets;
use orderbot::postgres::Delivery;
use orderbot::repository::BulkQueue as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const TOLD: &str = "SELECT count(*) FROM outbox WHERE notice ->> 'kind' = 'broadcast_card'";

#[tokio::test]
async fn a_broadcast_is_silent_in_quiet_hours_and_everybody_gets_it_once_after_them() {
    let audience = Audience::of(50).await;
    let phones = Arc::new(Phones::default());
    phones.be_quiet(true);
    let running = Instance::unlimited(&audience, &phones);
    let id = audience.broadcast().await;
    sleep(Duration::from_millis(300)).await;
    assert_eq!(phones.tries(), Vec::<i64>::new());
    phones.be_quiet(false);
    until("some of it is sent", async || phones.tries().len() > 3).await;
    phones.be_quiet(true);
    sleep(Duration::from_millis(50)).await;
    phones.be_quiet(false);
    audience.done(id).await;
    assert_eq!(phones.once_each(), (1..=50).collect::<Vec<_>>());
    running.stop().await;
}

#[tokio::test]
async fn the_card_is_told_once_that_it_waits_and_once_that_it_goes_on() {
    let audience = Audience::of(1).await;
    audience.broadcast().await;
    let before = audience.number(TOLD).await;
    let hour = Duration::from_secs(3600);
    for (is_quiet, told) in [(true, 1), (true, 1), (false, 2), (false, 2)] {
        let (one, other) =
            tokio::join!(audience.queue.keep_up(hour, is_quiet), audience.queue.keep_up(hour, is_quiet));
        one.and(other).unwrap();
        assert_eq!(audience.number(TOLD).await, before + told, "quiet: {is_quiet}");
    }
}

#[tokio::test]
async fn in_quiet_hours_the_outbox_brings_news_and_keeps_what_nobody_waits_for() {
    let audience = Audience::of(2).await;
    let phones = Arc::new(Phones::default());
    phones.be_quiet(true);
    let buckets = Arc::new(MemoryBuckets::default());
    let limits = Limits::new(buckets.clone(), buckets);
    let queue = Arc::new(Delivery::new(audience.db.pool()));
    let wake = Arc::new(Notify::new());
    let outbound = Outbound::new(queue, phones.clone(), limits, instance(), settings(), wake);
    let stop = CancellationToken::new();
    let running = tokio::spawn(outbound.run(stop.clone()));
    put_as(&audience.db, 1, &Notice::CartReminder, Urgency::Bulk).await;
    put_as(&audience.db, 2, &letter(1), Urgency::News).await;
    until("the news", async || phones.tries() == [2]).await;
    sleep(Duration::from_millis(200)).await;
    assert_eq!(phones.tries(), [2]);
    // The answer to it is lost: it may have arrived, and does not come a second time.
    phones.answers(1, [Answer::Silence]);
    phones.be_quiet(false);
    until("the rest", async || phones.tries() == [2, 1]).await;
    sleep(Duration::from_millis(600)).await;
    assert_eq!(phones.tries(), [2, 1]);
    assert_eq!(audience.number("SELECT count(*) FROM outbox WHERE state = 'waiting'").await, 0);
    stop.cancel();
    running.await.unwrap();
}
