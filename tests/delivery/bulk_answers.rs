//! Broadcasts: what Telegram answers, and what comes of it.

use crate::bench::{instance, until};
use crate::bulk_bench::{Answer, Audience, HOLD, Instance, Metered, Phones, api, ended, everyone, settings};
use crate::outbox::{letter, put_as};
use orderbot::delivery::{Limits, OutSettings, Outbound};
use orderbot::domain::{Actor, BroadcastState, Urgency};
use orderbot::memory::MemoryBuckets;
use orderbot::postgres::Delivery;
use orderbot::repository::{BulkEnding, BulkQueue, Departure};
use std::sync::Arc;
use std::time::Duration;
use teloxide::RequestError;
use teloxide::types::Seconds;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// An instance that sends one message after the other, as fast as it can.
fn one_by_one(audience: &Audience, phones: &Arc<Phones>) -> Instance {
    let meter = Arc::new(Metered::default());
    meter.allow(1000);
    let settings = OutSettings { in_flight: 1, ..settings() };
    Instance::with(audience, phones, Limits::new(meter.clone(), meter), settings)
}

#[tokio::test]
async fn a_429_makes_broadcasts_wait_and_nothing_else() {
    let audience = Audience::of(10).await;
    let phones = Arc::new(Phones::default());
    phones.answers(3, [Answer::Refuses(RequestError::RetryAfter(Seconds::from_seconds(2)))]);
    let buckets = Arc::new(MemoryBuckets::default());
    let limits = Limits::new(buckets.clone(), buckets);
    let one_by_one = OutSettings { in_flight: 1, ..settings() };
    let running = Instance::with(&audience, &phones, limits.clone(), one_by_one);
    let stop = CancellationToken::new();
    let queue = Arc::new(Delivery::new(audience.db.pool()));
    let news = Outbound::new(queue, phones.clone(), limits, instance(), settings(), Arc::new(Notify::new()));
    let news = tokio::spawn(news.run(stop.clone()));

    let id = audience.broadcast().await;
    until("the refusal", async || phones.tries().contains(&3)).await;
    let refused = phones.times_of(3)[0];
    put_as(&audience.db, 100, &letter(1), Urgency::News).await;
    until("the news", async || phones.tries().contains(&100)).await;
    assert!(phones.times_of(100)[0] - refused < Duration::from_secs(1));
    let broadcast = audience.done(id).await;
    let tries = phones.times_of(3);
    assert_eq!(tries.len(), 2);
    assert!(tries[1] - refused >= Duration::from_secs(2));
    for other in 4..=10 {
        assert!(phones.times_of(other)[0] - refused >= Duration::from_millis(1900), "{other} waited too");
    }
    assert_eq!((broadcast.tally.sent, broadcast.tally.failed), (10, 0));
    stop.cancel();
    news.await.unwrap();
    running.stop().await;
}

#[tokio::test]
async fn who_blocked_the_bot_is_marked_and_counted() {
    let audience = Audience::of(5).await;
    let phones = Arc::new(Phones::default());
    phones.answers(2, [api("Forbidden: bot was blocked by the user")]);
    phones.answers(4, [api("Bad Request: chat not found")]);
    let running = Instance::unlimited(&audience, &phones);
    let id = audience.broadcast().await;
    let tally = audience.done(id).await.tally;
    assert_eq!(*phones.unreachable.lock().unwrap(), [2]);
    assert_eq!((tally.sent, tally.unreachable, tally.failed, tally.ended()), (3, 1, 1, 5));
    assert_eq!(phones.once_each(), everyone(5));
    running.stop().await;
}

#[tokio::test]
async fn a_lost_answer_is_counted_and_not_sent_again() {
    let audience = Audience::of(6).await;
    let phones = Arc::new(Phones::default());
    phones.answers(2, [Answer::Silence]);
    phones.answers(5, [api("Bad Gateway")]);
    let running = Instance::unlimited(&audience, &phones);
    let id = audience.broadcast().await;
    let tally = audience.done(id).await.tally;
    assert_eq!((tally.sent, tally.uncertain, tally.ended()), (4, 2, 6));
    assert_eq!(phones.once_each(), everyone(6));
    running.stop().await;
}

#[tokio::test]
async fn what_never_left_is_not_uncertain() {
    let audience = Audience::of(3).await;
    let phones = Arc::new(Phones::default());
    let refused = reqwest::Client::new().get("http://127.0.0.1:1/").send().await.unwrap_err();
    phones.answers(2, [Answer::Refuses(RequestError::Network(Arc::new(refused)))]);
    let running = Instance::unlimited(&audience, &phones);
    let id = audience.broadcast().await;
    let tally = audience.done(id).await.tally;
    assert_eq!((tally.sent, tally.uncertain), (3, 0));
    assert_eq!(phones.times_of(2).len(), 2);
    running.stop().await;
}

#[tokio::test]
async fn an_answer_that_comes_late_corrects_the_count() {
    let audience = Audience::of(1).await;
    let id = audience.broadcast().await;
    let row = audience.queue.claim(1, HOLD).await.unwrap()[0];
    assert_eq!(audience.queue.depart(row.claim, Duration::ZERO).await.unwrap(), Departure::Go);
    audience.queue.keep_up(HOLD, false).await.unwrap();
    assert_eq!(audience.look(id).await.tally.uncertain, 1);
    for _ in 0..2 {
        audience.queue.settle(&[ended(&row, BulkEnding::Sent)]).await.unwrap();
        let tally = audience.look(id).await.tally;
        assert_eq!((tally.sent, tally.uncertain), (1, 0));
    }
}

#[tokio::test]
async fn a_message_that_was_deleted_pauses_its_broadcast() {
    let audience = Audience::of(30).await;
    let phones = Arc::new(Phones::default());
    phones.answers(7, [api("Bad Request: message to copy not found")]);
    let running = one_by_one(&audience, &phones);
    let id = audience.broadcast().await;
    until("the pause", async || audience.look(id).await.state == BroadcastState::Paused).await;
    let broadcast = audience.look(id).await;
    assert!(broadcast.trouble.unwrap().contains("message to copy not found"));
    assert_eq!(phones.tries().len(), 7);
    // The staff may go on, for instance after a hiccup: nobody was lost.
    assert!(audience.shop.resume_broadcast(id, Actor::System).await.unwrap());
    let broadcast = audience.done(id).await;
    assert_eq!((broadcast.tally.sent, broadcast.trouble), (30, None));
    running.stop().await;
}

#[tokio::test]
async fn a_bot_that_was_put_out_of_the_staff_group_takes_no_customer_for_unreachable() {
    let audience = Audience::of(10).await;
    let phones = Arc::new(Phones::default());
    phones.answers(3, [api("Forbidden: bot was kicked from the supergroup chat")]);
    let running = one_by_one(&audience, &phones);
    let id = audience.broadcast().await;
    until("the pause", async || audience.look(id).await.state == BroadcastState::Paused).await;
    assert_eq!(*phones.unreachable.lock().unwrap(), [0_i64; 0]);
    assert_eq!(audience.look(id).await.tally.unreachable, 0);
    running.stop().await;
}

#[tokio::test]
async fn a_message_that_telegram_takes_for_nobody_pauses_its_broadcast_before_all_are_spent() {
    let audience = Audience::of(40).await;
    let phones = Arc::new(Phones::default());
    for customer in everyone(40) {
        phones.answers(customer, [api("Bad Request: BUTTON_TYPE_INVALID")]);
    }
    let running = Instance::unlimited(&audience, &phones);
    let id = audience.broadcast().await;
    until("the pause", async || audience.look(id).await.state == BroadcastState::Paused).await;
    running.stop().await;
    let tally = audience.look(id).await.tally;
    assert!(tally.failed < 40 && tally.left() > 0, "{tally:?}");
    assert_eq!(tally.sent, 0);
}
