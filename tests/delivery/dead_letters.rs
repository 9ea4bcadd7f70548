//! What could not be handled, and what can be done about it.

use crate::bench::{Running, Script, arrival, count, inbox_is_empty, settings};
use crate::support::postgres::TestDb;
use orderbot::delivery::InSettings;
use orderbot::domain::UpdateId;
use orderbot::postgres::Delivery;
use orderbot::repository::DeadLetters;
use std::sync::Arc;

#[tokio::test]
async fn a_dead_letter_that_is_tried_again_is_handled_once_for_two_presses() {
    let db = TestDb::new().await;
    let letters = Delivery::new(db.pool());
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, InSettings { max_attempts: 1, ..settings() });
    running.intake.take(vec![arrival(1, 7, "once broken")]).await.unwrap();
    inbox_is_empty(&db).await;

    let listed = letters.list(None, 10).await.unwrap();
    assert_eq!((listed.len(), listed[0].update, listed[0].attempts), (1, UpdateId(1), 1));
    assert!(listed[0].cause.contains("told to fail"));

    // The cause is mended meanwhile.
    sqlx::raw_sql("UPDATE dead_letters SET raw = replace(raw, 'once broken', 'hello')")
        .execute(&db.pool())
        .await
        .unwrap();
    let (one, other) = tokio::join!(letters.retry(UpdateId(1)), letters.retry(UpdateId(1)));
    assert_eq!(i32::from(one.unwrap()) + i32::from(other.unwrap()), 1);
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended(), [(7, 1)]);
    assert!(letters.find(UpdateId(1)).await.unwrap().is_none());
    running.stop().await;
}

#[tokio::test]
async fn a_dropped_letter_is_gone_and_does_not_come_back() {
    let db = TestDb::new().await;
    let letters = Delivery::new(db.pool());
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, InSettings { max_attempts: 1, ..settings() });
    running.take(1, 7, "broken").await;
    inbox_is_empty(&db).await;
    assert!(letters.drop_letter(UpdateId(1)).await.unwrap());
    assert!(!letters.drop_letter(UpdateId(1)).await.unwrap());
    assert!(!letters.retry(UpdateId(1)).await.unwrap());
    running.take(1, 7, "broken").await;
    inbox_is_empty(&db).await;
    assert_eq!(count(&db, "SELECT count(*) FROM dead_letters").await, 0);
    assert_eq!(handler.begun().len(), 1);
    running.stop().await;
}
