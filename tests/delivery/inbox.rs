//! Storing updates, and the rights to lanes.

use crate::bench::{arrival, count, instance};
use crate::support::postgres::TestDb;
use orderbot::domain::{ChatId, Notice, UpdateId};
use orderbot::postgres::Delivery;
use orderbot::repository::{Inbox, Lane, Lanes, Lease, Settled, Touch, Verdict};
use std::time::Duration;

const LONG: Duration = Duration::from_secs(60);

fn claim(lanes: impl IntoIterator<Item = i64>) -> Touch {
    Touch { claim: lanes.into_iter().map(Lane).collect(), ..Touch::default() }
}

fn done(lease: Lease, update: i64) -> Settled {
    Settled { lease, update: UpdateId(update), verdict: Verdict::Done }
}

#[tokio::test]
async fn an_update_that_comes_again_is_stored_once_also_after_it_was_handled() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let batch = [arrival(2, 7, "b"), arrival(1, 7, "a"), arrival(2, 7, "b")];
    let stored = storage.store(&batch, &claim([7]), instance(), LONG).await.unwrap();
    assert_eq!(stored.fresh.len(), 2);
    let lease = stored.claimed[0];

    let again = storage.store(&batch, &Touch::default(), instance(), LONG).await.unwrap();
    assert!(again.fresh.is_empty());
    assert!(storage.settle(&[done(lease, 1), done(lease, 2)]).await.unwrap().is_empty());
    let later = storage.store(&batch, &Touch::default(), instance(), LONG).await.unwrap();
    assert!(later.fresh.is_empty());
    assert_eq!(count(&db, "SELECT count(*) FROM inbox").await, 0);
}

#[tokio::test]
async fn what_a_customer_wrote_is_gone_when_it_is_handled() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let stored = storage.store(&[arrival(1, 7, "a")], &claim([7]), instance(), LONG).await.unwrap();
    storage.settle(&[done(stored.claimed[0], 1)]).await.unwrap();
    assert_eq!(count(&db, "SELECT count(*) FROM inbox").await, 0);
    assert_eq!(count(&db, "SELECT count(*) FROM seen_updates").await, 1);
}

#[tokio::test]
async fn twenty_batches_with_the_same_updates_store_each_once() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let stores = (0..20).map(|turn| {
        let storage = storage.clone();
        tokio::spawn(async move {
            let mut batch: Vec<_> = (1..=50).map(|id| arrival(id, id % 5 + 1, "x")).collect();
            if turn % 2 == 0 {
                batch.reverse();
            }
            storage.store(&batch, &claim(1..=5), instance(), LONG).await.unwrap()
        })
    });
    let (mut fresh, mut claimed) = (0, 0);
    for stored in futures::future::join_all(stores).await {
        let stored = stored.unwrap();
        fresh += stored.fresh.len();
        claimed += stored.claimed.len();
    }
    assert_eq!((fresh, claimed), (50, 5));
}

#[tokio::test]
async fn a_lane_goes_to_one_of_two() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    storage
        .store(
            &[arrival(1, 7, "a")],
            &Touch { announce: vec![Lane(7)], ..Touch::default() },
            instance(),
            LONG,
        )
        .await
        .unwrap();
    let (one, other) =
        tokio::join!(storage.claim(instance(), LONG, 10, 10), storage.claim(instance(), LONG, 10, 10));
    assert_eq!(one.unwrap().len() + other.unwrap().len(), 1);
}

#[tokio::test]
async fn after_a_lease_ends_the_next_holder_has_the_lane_and_the_old_one_is_refused() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let stored = storage.store(&[arrival(1, 7, "a")], &claim([7]), instance(), LONG).await.unwrap();
    let old = stored.claimed[0];
    assert!(storage.claim(instance(), LONG, 10, 10).await.unwrap().is_empty(), "the lease is not over");
    sqlx::query("UPDATE lanes SET due_at = now()").execute(&db.pool()).await.unwrap();

    let claimed = storage.claim(instance(), LONG, 10, 10).await.unwrap();
    assert!(claimed[0].lease.fence > old.fence);
    assert_eq!(claimed[0].reading.waiting[0].attempts, 1, "its first worker died on it");

    assert_eq!(storage.settle(&[done(old, 1)]).await.unwrap(), [UpdateId(1)]);
    assert_eq!(storage.renew(&[old], LONG).await.unwrap(), [Lane(7)]);
    assert!(storage.release(&[(old, 0)]).await.unwrap().is_empty());
    let failed = Verdict::Failed { cause: "late".to_owned() };
    let late = Settled { lease: old, update: UpdateId(1), verdict: failed };
    assert_eq!(storage.settle(&[late]).await.unwrap(), [UpdateId(1)]);
    assert_eq!(count(&db, "SELECT count(*) FROM inbox WHERE attempts = 1").await, 1);

    assert!(storage.settle(&[done(claimed[0].lease, 1)]).await.unwrap().is_empty());
    assert_eq!(count(&db, "SELECT count(*) FROM inbox").await, 0);
}

#[tokio::test]
async fn a_lane_in_which_another_put_something_is_not_let_go() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let stored = storage.store(&[arrival(1, 7, "a")], &claim([7]), instance(), LONG).await.unwrap();
    let lease = stored.claimed[0];
    storage.settle(&[done(lease, 1)]).await.unwrap();
    let other = storage.store(&[arrival(2, 7, "b")], &claim([7]), instance(), LONG).await.unwrap();
    assert!(other.claimed.is_empty(), "the lane is held");

    let held = |arrivals| Touch { held: vec![(Lane(7), arrivals), (Lane(8), 0)], ..Touch::default() };
    let ours = async |arrivals| storage.store(&[], &held(arrivals), instance(), LONG).await.unwrap().grown;
    assert_eq!(ours(0).await, [Lane(7)], "its holder hears of it with the next of its own");
    assert_eq!(ours(1).await, [], "once it has read it, no more");

    assert!(storage.release(&[(lease, 0)]).await.unwrap().is_empty());
    let reading = storage.read(&[Lane(7)], 10).await.unwrap().remove(0);
    assert_eq!((reading.arrivals, reading.waiting[0].id), (1, UpdateId(2)));
    storage.settle(&[done(lease, 2)]).await.unwrap();
    assert_eq!(storage.release(&[(lease, 1)]).await.unwrap(), [Lane(7)]);
    assert_eq!(count(&db, "SELECT count(*) FROM lanes").await, 0);
}

#[tokio::test]
async fn the_sweep_finds_what_nobody_knows_of() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    storage.store(&[arrival(1, 7, "a")], &Touch::default(), instance(), LONG).await.unwrap();
    assert!(storage.claim(instance(), LONG, 10, 10).await.unwrap().is_empty());
    assert_eq!(storage.sweep(Duration::ZERO).await.unwrap(), 1);
    assert_eq!(storage.claim(instance(), LONG, 10, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_dead_letter_and_its_notice_are_one_commit() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let stored = storage.store(&[arrival(1, 7, "a")], &claim([7]), instance(), LONG).await.unwrap();
    let tell = (ChatId(-100), Notice::DeadLetter { update: 1, cause: "no".to_owned() });
    let verdict = Verdict::Dead { cause: "no".to_owned(), tell: Some(tell) };
    storage.settle(&[Settled { lease: stored.claimed[0], update: UpdateId(1), verdict }]).await.unwrap();
    assert_eq!(count(&db, "SELECT count(*) FROM inbox").await, 0);
    assert_eq!(count(&db, "SELECT count(*) FROM dead_letters WHERE attempts = 1 AND cause = 'no'").await, 1);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE chat_id = -100 AND urgency = 1").await, 1);
}

#[tokio::test]
async fn numbers_are_kept_for_their_time_and_then_forgotten_a_few_at_a_time() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    sqlx::query("INSERT INTO seen_updates SELECT n, now() - interval '3 days' FROM generate_series(1, 25) n")
        .execute(&db.pool())
        .await
        .unwrap();
    storage.store(&[arrival(100, 7, "a")], &Touch::default(), instance(), LONG).await.unwrap();
    let two_days = Duration::from_secs(48 * 3600);
    assert_eq!(storage.forget(two_days, 20).await.unwrap(), 20);
    assert_eq!(storage.forget(two_days, 20).await.unwrap(), 5);
    assert_eq!(count(&db, "SELECT count(*) FROM seen_updates").await, 1);
}

#[tokio::test]
async fn what_a_full_lane_cannot_hold_is_seen_and_counted_and_its_sender_is_told_once() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    let narrow = Touch { doubtful: vec![Lane(7), Lane(8)], room: 3, ..Touch::default() };
    let store = async |ids: std::ops::RangeInclusive<i64>| {
        let batch: Vec<_> = ids.map(|id| arrival(id, 7 + i64::from(id > 100), "x")).collect();
        storage.store(&batch, &narrow, instance(), LONG).await.unwrap()
    };
    assert!(store(1..=3).await.surplus.is_empty());
    let over = store(4..=5).await;
    assert_eq!((over.fresh.len(), over.surplus.len(), over.flooded), (2, 2, vec![Lane(7)]));
    let more = store(5..=6).await;
    assert_eq!((more.fresh, more.surplus, more.flooded), (vec![UpdateId(6)], vec![UpdateId(6)], vec![]));
    assert!(store(101..=102).await.surplus.is_empty(), "the others' lanes are not full");

    assert_eq!(count(&db, "SELECT count(*) FROM inbox WHERE lane = 7").await, 3);
    assert_eq!(
        count(&db, "SELECT count(*) FROM seen_updates").await,
        8,
        "Telegram is not asked for them again"
    );
    assert_eq!(count(&db, "SELECT sum(dropped)::bigint FROM floods WHERE lane = 7").await, 3);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE chat_id = 7").await, 1);

    assert_eq!(storage.end_floods(Duration::ZERO).await.unwrap(), 1);
    assert_eq!(store(7..=7).await.flooded, [Lane(7)], "a new flood is told again");
}

#[tokio::test]
async fn the_lane_of_a_staff_group_that_was_chosen_or_has_moved_is_never_full() {
    let db = TestDb::new().await;
    let storage = Delivery::new(db.pool());
    orderbot::repository::OutboxQueue::migrate(&storage, ChatId(-100), ChatId(-200)).await.unwrap();
    let narrow = Touch { doubtful: vec![Lane(-200)], room: 3, ..Touch::default() };
    let batch: Vec<_> = (1..=5).map(|id| arrival(id, -200, "x")).collect();
    for batch in [&batch[..4], &batch[4..]] {
        assert!(storage.store(batch, &narrow, instance(), LONG).await.unwrap().surplus.is_empty());
    }
    assert_eq!(count(&db, "SELECT count(*) FROM inbox WHERE lane = -200").await, 5);
}
