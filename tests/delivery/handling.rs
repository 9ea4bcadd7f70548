//! From the intake to the handler and to done, on one instance.

use crate::bench::{Running, Script, arrival, count, inbox_is_empty, settings, until};
use crate::support::postgres::TestDb;
use orderbot::delivery::{InSettings, Intake, NotTaken};
use orderbot::domain::ChatId;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn updates_of_a_lane_are_handled_one_by_one_in_their_order() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    let mut batch: Vec<_> = (1..=60).map(|id| arrival(id, id % 3 + 1, "short")).collect();
    batch.reverse();
    running.intake.take(batch).await.unwrap();
    inbox_is_empty(&db).await;
    for lane in 1..=3 {
        let handled = handler.ended_in(lane);
        assert_eq!(handled.len(), 20);
        assert!(handled.is_sorted(), "{handled:?}");
    }
    assert!(!handler.crowded.load(std::sync::atomic::Ordering::SeqCst));
    running.stop().await;
}

#[tokio::test]
async fn lanes_are_kept_for_the_next_update_unless_many_are_held() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let kept = InSettings { lanes_held: 8, linger: LONG, ..settings() };
    let running = Running::start(&db, &handler, kept);
    running.intake.take((1..=4).map(|id| arrival(id, id, "x")).collect()).await.unwrap();
    inbox_is_empty(&db).await;
    sleep(Duration::from_millis(300)).await;
    assert_eq!(count(&db, "SELECT count(*) FROM lanes").await, 4);
    running.intake.take((5..=6).map(|id| arrival(id, id, "x")).collect()).await.unwrap();
    until("room", async || count(&db, "SELECT count(*) FROM lanes").await <= 4).await;
    assert_eq!(handler.ended().len(), 6);
    running.stop().await;
}

#[tokio::test]
async fn an_update_that_comes_again_is_handled_once() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    futures::future::join_all((0..10).map(|_| running.take(1, 7, "hello"))).await;
    inbox_is_empty(&db).await;
    running.take(1, 7, "hello").await;
    running.take(2, 7, "bye").await;
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended(), [(7, 1), (7, 2)]);
    running.stop().await;
}

#[tokio::test]
async fn more_than_fits_in_memory_waits_in_the_database_and_keeps_its_order() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let small = InSettings { lane_depth: 4, lanes_held: 2, ..settings() };
    let running = Running::start(&db, &handler, small);
    for page in (1..=200).collect::<Vec<i64>>().chunks(50) {
        let batch = page.iter().map(|id| arrival(*id, id % 8 + 1, "x")).collect();
        running.intake.take(batch).await.unwrap();
    }
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended().len(), 200);
    for lane in 1..=8 {
        let handled = handler.ended_in(lane);
        assert_eq!((handled.len(), handled.is_sorted()), (25, true), "{handled:?}");
    }
    running.stop().await;
}

#[tokio::test]
async fn a_panic_and_an_endless_handler_harm_no_other_lane() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let one_try = InSettings { max_attempts: 1, staff_chat: Some(ChatId(-100)), ..settings() };
    let running = Running::start(&db, &handler, one_try);
    running.take(1, 1, "panic").await;
    running.take(2, 2, "endless").await;
    running.take(3, 3, "hello").await;
    until("the third customer's answer", async || handler.ended_in(3) == [3]).await;
    running.take(4, 1, "hello").await;
    running.take(5, 2, "hello").await;
    inbox_is_empty(&db).await;
    assert_eq!((handler.ended_in(1), handler.ended_in(2)), (vec![4], vec![5]));
    assert_eq!(count(&db, "SELECT count(*) FROM dead_letters").await, 2);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE chat_id = -100").await, 2);
    running.stop().await;
}

#[tokio::test]
async fn an_attempt_that_panicked_or_was_cut_off_ends_in_an_apology_too() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, InSettings { max_attempts: 1, ..settings() });
    let three = vec![arrival(1, 1, "panic"), arrival(2, 2, "endless"), arrival(3, 3, "broken")];
    running.intake.take(three).await.unwrap();
    inbox_is_empty(&db).await;
    let mut apologies = handler.apologies();
    apologies.sort();
    assert!(apologies[0].1.contains("panicked: told to panic"), "{apologies:?}");
    assert!(apologies[1].1.contains("did not end in time"), "{apologies:?}");
    assert!(apologies[2].1.contains("told to fail"), "{apologies:?}");
    assert_eq!(apologies.len(), 3);
    running.stop().await;
}

#[tokio::test]
async fn a_failed_update_is_tried_again_before_the_next_of_its_lane() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    running.intake.take(vec![arrival(1, 7, "once broken"), arrival(2, 7, "hello")]).await.unwrap();
    inbox_is_empty(&db).await;
    assert_eq!(handler.begun(), [(7, 1, 1), (7, 1, 2), (7, 2, 1)]);
    running.stop().await;
}

#[tokio::test]
async fn a_dependency_that_is_away_is_not_counted_against_an_update() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    running.intake.take(vec![arrival(1, 7, "away for long"), arrival(2, 7, "hello")]).await.unwrap();
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended(), [(7, 1), (7, 2)]);
    assert_eq!(handler.begun().len(), 8, "the first update takes seven attempts");
    assert_eq!(count(&db, "SELECT count(*) FROM dead_letters").await, 0);
    assert!(handler.last_chances().is_empty(), "three failures that count are left");
    running.stop().await;
}

#[tokio::test]
async fn a_hopeless_update_is_given_up_after_its_attempts_and_the_handler_knows_the_last() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    running.intake.take(vec![arrival(1, 7, "broken"), arrival(2, 7, "hello")]).await.unwrap();
    inbox_is_empty(&db).await;
    assert_eq!(handler.begun(), [(7, 1, 1), (7, 1, 2), (7, 1, 3), (7, 2, 1)]);
    assert_eq!(handler.last_chances(), [1]);
    assert_eq!(count(&db, "SELECT count(*) FROM dead_letters WHERE attempts = 3").await, 1);
    running.stop().await;
}

#[tokio::test]
async fn a_query_with_a_deadline_is_answered_while_the_lanes_are_full() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let narrow = InSettings { in_work: 1, ..settings() };
    let running = Running::start(&db, &handler, narrow);
    running.intake.take((1..=100).map(|id| arrival(id, id, "slow")).collect()).await.unwrap();
    let query = |id: i64| {
        format!(
            r#"{{"update_id":{id},"pre_checkout_query":{{"id":"1","from":{{"id":7,"is_bot":false,"first_name":"A"}},
            "currency":"EUR","total_amount":1,"invoice_payload":"x"}}}}"#
        )
    };
    for _ in 0..2 {
        running.intake.take(vec![Intake::read(query(1000)).unwrap()]).await.unwrap();
    }
    until("the answer", async || !handler.answered_now().is_empty()).await;
    assert!(handler.ended().len() < 50, "the lanes were still busy");
    assert_eq!(handler.answered_now(), [1000]);
    running.stop().await;
}

#[tokio::test]
async fn an_update_behind_a_hole_waits_a_moment_for_what_is_missing() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let patient = InSettings { gap_grace: Duration::from_millis(800), ..settings() };
    let running = Running::start(&db, &handler, patient);
    running.intake.take((1..=9).map(|id| arrival(id, 1, "x")).collect()).await.unwrap();
    inbox_is_empty(&db).await;
    running.take(11, 7, "the press").await;
    sleep(Duration::from_millis(50)).await;
    running.take(10, 7, "the message").await;
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended_in(7), [10, 11]);
    running.take(13, 7, "nothing before it").await;
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended_in(7), [10, 11, 13]);
    running.stop().await;
}

#[tokio::test]
async fn nothing_is_taken_that_cannot_be_stored() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    sqlx::query("ALTER TABLE seen_updates RENAME TO elsewhere").execute(&db.pool()).await.unwrap();
    let refused = running.intake.take(vec![arrival(1, 7, "hello")]).await;
    assert_eq!(refused, Err(NotTaken::Unavailable));
    assert!(!running.intake.is_healthy());
    sqlx::query("ALTER TABLE elsewhere RENAME TO seen_updates").execute(&db.pool()).await.unwrap();
    until("recovery", async || running.intake.take(vec![arrival(1, 7, "hello")]).await.is_ok()).await;
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended(), [(7, 1)]);
    running.stop().await;
}

#[tokio::test]
async fn a_flood_of_one_harms_nobody_and_is_bounded() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let shallow = InSettings { lane_rows: 50, lane_depth: 8, handler_limit: LONG, ..settings() };
    let running = Running::start(&db, &handler, shallow);
    running.take(1, 7, "gate").await;
    for page in 0..20 {
        let ids = 10 + page * 50..60 + page * 50;
        running.intake.take(ids.map(|id| arrival(id, 7, "x")).collect()).await.unwrap();
    }
    let waiting = count(&db, "SELECT count(*) FROM inbox WHERE lane = 7").await;
    // A batch is let in as a whole.
    assert!((50..=100).contains(&waiting), "{waiting}");
    running.take(2000, 8, "hello").await;
    until("the other's answer", async || handler.ended_in(8) == [2000]).await;
    assert_eq!(handler.ended_in(7), [0; 0], "the flood still waits");

    handler.open_the_gate();
    inbox_is_empty(&db).await;
    running.take(3000, 7, "calm again").await;
    inbox_is_empty(&db).await;
    let handled = handler.ended_in(7);
    assert_eq!((handled.len() as i64, handled.last()), (waiting + 1, Some(&3000)));
    assert!(handled.is_sorted());
    assert_eq!(count(&db, "SELECT sum(dropped)::bigint FROM floods").await, 1001 - waiting);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE chat_id = 7").await, 1);
    running.stop().await;
}

#[tokio::test]
async fn queries_with_a_deadline_are_answered_while_ten_thousand_updates_wait() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, InSettings { handler_limit: LONG, ..settings() });
    for page in 0..40 {
        let ids = 1 + page * 250..=250 + page * 250;
        running.intake.take(ids.map(|id| arrival(id, id % 2500 + 1, "gate")).collect()).await.unwrap();
    }
    assert_eq!(count(&db, "SELECT count(*) FROM inbox").await, 10_000);
    let user = r#""from":{"id":7,"is_bot":false,"first_name":"A"}"#;
    let address =
        r#"{"country_code":"DE","state":"","city":"x","street_line1":"x","street_line2":"","post_code":"1"}"#;
    let queries = [
        format!(
            r#""pre_checkout_query":{{"id":"1",{user},"currency":"EUR","total_amount":1,"invoice_payload":"x"}}"#
        ),
        format!(r#""shipping_query":{{"id":"1",{user},"invoice_payload":"x","shipping_address":{address}}}"#),
        format!(r#""inline_query":{{"id":"1",{user},"query":"mug","offset":""}}"#),
    ];
    for (id, query) in (20_000..).zip(queries) {
        let asked = Instant::now();
        let query = Intake::read(format!(r#"{{"update_id":{id},{query}}}"#)).unwrap();
        running.intake.take(vec![query]).await.unwrap();
        until("the answer", async || handler.answered_now().contains(&id)).await;
        assert!(asked.elapsed() < Duration::from_secs(2), "{id}: {:?}", asked.elapsed());
    }
    assert!(handler.ended().is_empty(), "all the others still wait");
    handler.open_the_gate();
    running.stop().await;
}
