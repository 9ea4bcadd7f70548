//! Broadcasts: everybody once, at the rate, whatever happens in between.

use crate::bench::{count, instance, until};
use crate::bulk_bench::{Audience, GROUP, HOLD, Instance, Metered, Phones, ended, everyone, settings};
use crate::outbox::{letter, put_as};
use orderbot::delivery::{Bulk, Limits, OutSettings};
use orderbot::domain::{Actor, BroadcastState, CustomerId, Urgency};
use orderbot::memory::MemoryBuckets;
use orderbot::postgres::Delivery;
use orderbot::repository::{BulkEnding, BulkQueue, Departure};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn everybody_gets_it_once_from_two_instances() {
    let audience = Audience::of(300).await;
    let phones = Arc::new(Phones::default());
    let buckets = Arc::new(MemoryBuckets::default());
    let one = Instance::start(&audience, &phones, buckets.clone());
    let other = Instance::start(&audience, &phones, buckets);
    let id = audience.broadcast().await;
    let broadcast = audience.done(id).await;
    assert_eq!(phones.once_each(), everyone(300));
    assert_eq!((broadcast.tally.sent, broadcast.tally.recipients), (300, 300));
    one.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn two_claims_at_the_same_time_share_nobody_and_an_old_claim_sends_nothing() {
    let audience = Audience::of(40).await;
    audience.broadcast().await;
    let (one, other) = tokio::join!(audience.queue.claim(20, HOLD), audience.queue.claim(20, HOLD));
    let (one, other) = (one.unwrap(), other.unwrap());
    let all: HashSet<CustomerId> = one.iter().chain(&other).map(|row| row.claim.customer).collect();
    assert_eq!(all.len(), one.len() + other.len());

    let audience = Audience::of(1).await;
    audience.broadcast().await;
    let old = audience.queue.claim(1, Duration::ZERO).await.unwrap()[0];
    let new = audience.queue.claim(1, HOLD).await.unwrap()[0];
    assert_eq!(audience.queue.depart(old.claim, HOLD).await.unwrap(), Departure::Stay);
    assert_eq!(audience.queue.depart(new.claim, HOLD).await.unwrap(), Departure::Go);
    assert_eq!(audience.queue.depart(new.claim, HOLD).await.unwrap(), Departure::Stay, "once");
    audience.queue.settle(&[ended(&old, BulkEnding::Failed("late".into()))]).await.unwrap();
    assert_eq!(
        count(&audience.db, "SELECT count(*) FROM broadcast_recipients WHERE state = 'in_flight'").await,
        1
    );
}

#[tokio::test]
async fn killed_in_the_middle_it_goes_on_at_the_exact_recipient() {
    let audience = Audience::of(60).await;
    let phones = Arc::new(Phones::default());
    // Telegram takes the last two messages, and the program dies before it hears of it.
    phones.falls_silent_after(20);
    let id = audience.broadcast().await;
    let meter = Arc::new(Metered::default());
    meter.allow(22);

    // A process of its own, as far as one process can: all of it is gone at once.
    let dying = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (url, courier, limits) = (audience.db.url(), phones.clone(), meter.clone());
    dying.spawn(async move {
        let queue = Arc::new(Delivery::new(sqlx::PgPool::connect_lazy(&url).unwrap()));
        let patient = OutSettings { send_limit: HOLD, in_flight: 3, ..settings() };
        Bulk::new(queue, courier, Limits::new(limits.clone(), limits), instance(), patient)
            .run(CancellationToken::new())
            .await;
    });
    until("the 22nd message", async || phones.tries().len() == 22).await;
    until("what was sent is written down", async || audience.look(id).await.tally.sent == 20).await;
    dying.shutdown_background();
    phones.speaks_again();
    let before = phones.tries();

    let heir = Instance::unlimited(&audience, &phones);
    let broadcast = audience.done(id).await;
    assert_eq!(phones.once_each(), everyone(60));
    let after: HashSet<i64> = phones.tries()[22..].iter().copied().collect();
    assert!(before.iter().all(|customer| !after.contains(customer)));
    assert_eq!((broadcast.tally.sent, broadcast.tally.uncertain), (58, 2), "{broadcast:?}");
    heir.stop().await;
}

#[tokio::test]
async fn never_more_is_sent_than_the_shared_bucket_gives() {
    let audience = Audience::of(50).await;
    let (phones, meter) = (Arc::new(Phones::default()), Arc::new(Metered::default()));
    let instances = [(); 2].map(|()| Instance::start(&audience, &phones, meter.clone()));
    let id = audience.broadcast().await;
    let mut allowed = 0;
    for more in [1, 7, 12] {
        meter.allow(more);
        allowed += more as usize;
        until("what is allowed", async || phones.tries().len() == allowed).await;
        sleep(Duration::from_millis(150)).await;
        assert_eq!(phones.tries().len(), allowed);
    }
    meter.allow(1000);
    audience.done(id).await;
    assert_eq!(phones.once_each(), everyone(50));
    for instance in instances {
        instance.stop().await;
    }
}

#[tokio::test]
async fn the_rate_of_the_settings_is_kept() {
    let audience = Audience::of(30).await;
    let phones = Arc::new(Phones::default());
    let buckets = Arc::new(MemoryBuckets::default());
    let slow = OutSettings { bulk_per_second: 20.0, ..settings() };
    let begun = Instant::now();
    let running = Instance::with(&audience, &phones, Limits::new(buckets.clone(), buckets), slow);
    let id = audience.broadcast().await;
    audience.done(id).await;
    // 30 messages, 4 of them at once.
    assert!(begun.elapsed() >= Duration::from_millis(1300), "{:?}", begun.elapsed());
    running.stop().await;
}

#[tokio::test]
async fn paused_nothing_goes_out_and_resumed_it_goes_on() {
    let audience = Audience::of(20).await;
    let (phones, meter) = (Arc::new(Phones::default()), Arc::new(Metered::default()));
    let running = Instance::start(&audience, &phones, meter.clone());
    let id = audience.broadcast().await;
    meter.allow(5);
    until("five", async || phones.tries().len() == 5).await;
    assert!(audience.shop.pause_broadcast(id, Actor::System).await.unwrap());
    assert!(!audience.shop.pause_broadcast(id, Actor::System).await.unwrap(), "it is paused already");
    meter.allow(1000);
    sleep(Duration::from_millis(200)).await;
    assert_eq!(phones.tries().len(), 5);
    assert!(audience.shop.resume_broadcast(id, Actor::System).await.unwrap());
    audience.done(id).await;
    assert_eq!(phones.once_each(), everyone(20));
    running.stop().await;
}

#[tokio::test]
async fn called_off_the_rest_get_nothing_and_it_cannot_go_on() {
    let audience = Audience::of(20).await;
    let (phones, meter) = (Arc::new(Phones::default()), Arc::new(Metered::default()));
    let running = Instance::start(&audience, &phones, meter.clone());
    let id = audience.broadcast().await;
    meter.allow(5);
    until("five are written down", async || audience.look(id).await.tally.sent == 5).await;
    assert!(audience.shop.cancel_broadcast(id, Actor::System).await.unwrap());
    meter.allow(1000);
    sleep(Duration::from_millis(200)).await;
    assert!(!audience.shop.resume_broadcast(id, Actor::System).await.unwrap());
    let broadcast = audience.look(id).await;
    assert_eq!(broadcast.state, BroadcastState::Cancelled);
    assert_eq!((broadcast.tally.sent, broadcast.tally.left(), phones.tries().len()), (5, 15, 5));
    running.stop().await;
}

#[tokio::test]
async fn nobody_is_claimed_while_news_is_due() {
    let audience = Audience::of(2).await;
    audience.broadcast().await;
    let news = put_as(&audience.db, 1, &letter(1), Urgency::News).await;
    let behind = put_as(&audience.db, 1, &letter(2), Urgency::News).await;
    assert_eq!(audience.queue.claim(10, HOLD).await.unwrap(), []);
    // Its chat rests: what stands behind it must not stop everything.
    let rest = "UPDATE outbox SET due_at = now() + interval '1 hour' WHERE id = $1";
    sqlx::query(rest).bind(news).execute(&audience.db.pool()).await.unwrap();
    assert!(behind > news);
    assert_eq!(audience.queue.claim(10, HOLD).await.unwrap().len(), 2);
}

#[tokio::test]
async fn who_switched_broadcasts_off_meanwhile_gets_none() {
    let audience = Audience::of(5).await;
    let id = audience.broadcast().await;
    audience.shop.set_broadcasts(CustomerId(1), false).await.unwrap();
    audience.shop.mark_unreachable(CustomerId(2)).await.unwrap();
    audience.shop.forget(CustomerId(3)).await.unwrap();
    // A row that was written while its customer was forgotten.
    sqlx::query("DELETE FROM customers WHERE id = 5").execute(&audience.db.pool()).await.unwrap();
    let phones = Arc::new(Phones::default());
    let running = Instance::unlimited(&audience, &phones);
    let tally = audience.done(id).await.tally;
    assert_eq!(phones.tries(), [4]);
    assert_eq!((tally.sent, tally.skipped, tally.unreachable, tally.left()), (1, 2, 1, 1));
    running.stop().await;
}

#[tokio::test]
async fn the_card_is_told_of_progress_once_in_a_while() {
    let audience = Audience::of(3).await;
    audience.broadcast().await;
    let told = async || {
        audience.number("SELECT count(*) FROM outbox WHERE notice ->> 'kind' = 'broadcast_card'").await
    };
    assert_eq!(told().await, 2, "the draft, and that it has begun");
    let rows = audience.queue.claim(1, HOLD).await.unwrap();
    audience.queue.depart(rows[0].claim, HOLD).await.unwrap();
    audience.queue.settle(&[ended(&rows[0], BulkEnding::Sent)]).await.unwrap();
    audience.queue.keep_up(Duration::from_secs(3600), false).await.unwrap();
    assert_eq!(told().await, 2, "too soon");
    let (one, other) = tokio::join!(
        audience.queue.keep_up(Duration::ZERO, false),
        audience.queue.keep_up(Duration::ZERO, false)
    );
    one.and(other).unwrap();
    assert_eq!(told().await, 3, "one of two instances tells it");
    audience.queue.keep_up(Duration::ZERO, false).await.unwrap();
    assert_eq!(told().await, 3, "nothing is new");
    let cards = "SELECT count(*) FROM outbox WHERE chat_id = -5 AND coalesce_key = 'broadcast:1'";
    assert_eq!((audience.number(cards).await, GROUP.0), (3, -5));
}

#[tokio::test]
async fn recipients_of_old_broadcasts_are_forgotten_and_the_counts_stay() {
    let audience = Audience::of(5).await;
    let phones = Arc::new(Phones::default());
    let running = Instance::unlimited(&audience, &phones);
    let id = audience.broadcast().await;
    audience.done(id).await;
    running.stop().await;
    assert_eq!(audience.queue.forget_recipients(Duration::from_secs(3600), 100).await.unwrap(), 0);
    assert_eq!(audience.queue.forget_recipients(Duration::ZERO, 3).await.unwrap(), 3);
    assert_eq!(audience.queue.forget_recipients(Duration::ZERO, 3).await.unwrap(), 2);
    assert_eq!(audience.look(id).await.tally.sent, 5);
}
