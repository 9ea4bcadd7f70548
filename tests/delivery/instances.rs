//! Several instances on one database.

use crate::bench::{Running, Script, arrival, count, inbox_is_empty, settings, until};
use crate::support::postgres::TestDb;
use orderbot::delivery::InSettings;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::sleep;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_are_never_in_one_lane_at_once_and_keep_its_order() {
    let db = TestDb::new().await;
    // One handler for both: it sees who is inside.
    let handler = Arc::new(Script::default());
    let patient = InSettings { gap_grace: Duration::from_millis(100), ..settings() };
    let instances =
        [Running::start(&db, &handler, patient.clone()), Running::start(&db, &handler, patient.clone())];
    for id in 1..=120 {
        let instance = &instances[usize::try_from(id % 2).unwrap()];
        instance.take(id, id % 4 + 1, "short").await;
    }
    inbox_is_empty(&db).await;
    for lane in 1..=4 {
        let handled = handler.ended_in(lane);
        assert_eq!(handled, (1..=120).filter(|id| id % 4 + 1 == lane).collect::<Vec<_>>());
    }
    assert!(!handler.crowded.load(Ordering::SeqCst));
    for instance in instances {
        instance.stop().await;
    }
}

#[tokio::test]
async fn a_graceful_stop_finishes_what_is_in_work_and_hands_the_rest_over_at_once() {
    let db = TestDb::new().await;
    let (first, second) = (Arc::new(Script::default()), Arc::new(Script::default()));
    let old = Running::start(&db, &first, settings());
    old.intake.take((1..=20).map(|id| arrival(id, 7, "slow")).collect()).await.unwrap();
    until("the first is in work", async || !first.begun().is_empty()).await;
    old.stop().await;
    let finished = first.ended_in(7);
    assert!(!finished.is_empty() && finished.len() < 20);
    assert_eq!(first.begun().len(), finished.len(), "what was begun was finished");

    let new = Running::start(&db, &second, settings());
    inbox_is_empty(&db).await;
    let all: Vec<i64> = finished.into_iter().chain(second.ended_in(7)).collect();
    assert_eq!(all, (1..=20).collect::<Vec<_>>());
    new.stop().await;
    assert_eq!(count(&db, "SELECT count(*) FROM lanes").await, 0);
}

#[tokio::test]
async fn a_lane_whose_holder_is_gone_is_taken_over_when_its_lease_ends() {
    let db = TestDb::new().await;
    // The holder died: its lease is in the database and nobody renews it.
    sqlx::raw_sql(
        "INSERT INTO lanes (lane, holder, due_at) VALUES (7, gen_random_uuid(), now() + interval '1 second')",
    )
    .execute(&db.pool())
    .await
    .unwrap();
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    running.take(1, 7, "hello").await;
    sleep(Duration::from_millis(300)).await;
    assert!(handler.begun().is_empty(), "the lease is not over");
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended(), [(7, 1)]);
    running.stop().await;
}

#[tokio::test]
async fn an_instance_that_lost_its_lane_stops_in_the_middle() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let slow = InSettings { handler_limit: Duration::from_secs(30), ..settings() };
    let running = Running::start(&db, &handler, slow);
    running.take(1, 7, "endless").await;
    until("the update is in work", async || !handler.begun().is_empty()).await;
    // Another has the lane now, and is done with the update.
    sqlx::raw_sql(
        "UPDATE lanes SET fence = nextval('lane_fence'), holder = gen_random_uuid(),
                          due_at = now() + interval '1 hour';
         DELETE FROM inbox",
    )
    .execute(&db.pool())
    .await
    .unwrap();
    sleep(Duration::from_secs(1)).await;
    running.stop().await;
    assert!(handler.ended().is_empty());
    assert_eq!(
        count(&db, "SELECT count(*) FROM lanes WHERE due_at > now()").await,
        1,
        "not ours to hand over"
    );
}
