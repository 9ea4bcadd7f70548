//! Quiet hours: a broadcast waits for their end, wherever it is.

use crate::bench::until;
use crate::bulk_bench::{Audience, Instance, Phones};
use orderbot::repository::BulkQueue as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;

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
