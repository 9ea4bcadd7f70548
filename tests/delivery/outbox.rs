//! The queue of messages to other chats.

use crate::bench::count;
use crate::support::postgres::TestDb;
use orderbot::domain::{ChatId, Notice, OrderId, Urgency};
use orderbot::postgres::Delivery;
use orderbot::repository::{Ended, Ending, OutboxQueue, OutboxRow};
use std::time::Duration;

const HOLD: Duration = Duration::from_secs(60);

pub(crate) fn card(order: u128) -> Notice {
    Notice::StaffCard { order: OrderId(uuid::Uuid::from_u128(order)) }
}

/// Writes a row as the transaction of its cause does.
pub(crate) async fn put(db: &TestDb, chat: i64, notice: &Notice) -> i64 {
    put_as(db, chat, notice, notice.urgency()).await
}

pub(crate) async fn put_as(db: &TestDb, chat: i64, notice: &Notice, urgency: Urgency) -> i64 {
    sqlx::query_scalar(
        "INSERT INTO outbox (chat_id, urgency, coalesce_key, notice, created_at)
         VALUES ($1, $2, $3, $4, now()) RETURNING id",
    )
    .bind(chat)
    .bind(urgency as i16)
    .bind(notice.coalesce_key())
    .bind(serde_json::to_value(notice).unwrap())
    .fetch_one(&db.pool())
    .await
    .unwrap()
}

pub(crate) fn letter(update: i64) -> Notice {
    Notice::DeadLetter { update, cause: String::new() }
}

async fn claim(queue: &Delivery) -> Vec<OutboxRow> {
    queue.claim(Urgency::Staff, None, 100, HOLD).await.unwrap().0
}

fn sent(row: &OutboxRow) -> Ended {
    Ended { claim: row.claim, ending: Ending::Sent }
}

#[tokio::test]
async fn a_chat_gets_its_messages_one_at_a_time_in_their_order() {
    let db = TestDb::new().await;
    let queue = Delivery::new(db.pool());
    for update in 1..=3 {
        put(&db, -1, &letter(update)).await;
        put(&db, -2, &letter(update + 10)).await;
    }
    for update in 1..=3 {
        let rows = claim(&queue).await;
        let notices: Vec<_> = rows.iter().map(|row| row.notice.clone().unwrap()).collect();
        assert_eq!(notices, [letter(update), letter(update + 10)]);
        assert!(claim(&queue).await.is_empty(), "both chats are busy");
        queue.settle(&[sent(&rows[0]), sent(&rows[1])]).await.unwrap();
    }
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'sent'").await, 6);
}

#[tokio::test]
async fn of_ten_versions_of_a_card_the_newest_is_sent() {
    let db = TestDb::new().await;
    let queue = Delivery::new(db.pool());
    for _ in 0..10 {
        put(&db, -1, &card(1)).await;
    }
    put(&db, -1, &card(2)).await;
    put(&db, -2, &card(1)).await;
    let rows = claim(&queue).await;
    assert_eq!(rows.len(), 2);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'superseded'").await, 9);
    // A change while it is being sent is not lost.
    put(&db, -1, &card(1)).await;
    queue.settle(&rows.iter().map(sent).collect::<Vec<_>>()).await.unwrap();
    assert_eq!(claim(&queue).await[0].notice, Some(card(2)));
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'waiting'").await, 2);
}

#[tokio::test]
async fn a_row_goes_to_one_of_many_and_comes_back_when_its_sender_dies() {
    let db = TestDb::new().await;
    let queue = Delivery::new(db.pool());
    for chat in 1..=50 {
        put(&db, -chat, &letter(chat)).await;
    }
    let claims = (0..8).map(|_| queue.claim(Urgency::Staff, None, 100, Duration::from_millis(300)));
    let claimed: Vec<_> =
        futures::future::join_all(claims).await.into_iter().flat_map(|claimed| claimed.unwrap().0).collect();
    let mut ids: Vec<i64> = claimed.iter().map(|row| row.claim.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((claimed.len(), ids.len()), (50, 50));

    tokio::time::sleep(Duration::from_millis(400)).await;
    let again = claim(&queue).await;
    assert_eq!(again.len(), 50);
    // The first sender was only slow: what it says now is not heard.
    queue.settle(&claimed.iter().map(sent).collect::<Vec<_>>()).await.unwrap();
    assert_eq!(count(&db, "SELECT count(*) FROM outbox WHERE state = 'waiting'").await, 50);
}

#[tokio::test]
async fn every_chat_has_its_turn_however_many_rest() {
    let db = TestDb::new().await;
    let queue = Delivery::new(db.pool());
    sqlx::raw_sql(
        r#"INSERT INTO outbox (chat_id, urgency, notice, due_at)
           SELECT -n, 1, '{"kind":"dead_letter","update":1,"cause":""}',
                  now() + CASE WHEN n % 10 = 0 THEN interval '0' ELSE interval '1 hour' END
           FROM generate_series(1, 1000) n"#,
    )
    .execute(&db.pool())
    .await
    .unwrap();
    let (mut cursor, mut claimed, mut calls) = (None, 0, 0);
    loop {
        let (rows, next) = queue.claim(Urgency::Staff, cursor, 7, HOLD).await.unwrap();
        claimed += rows.len();
        calls += 1;
        assert!(calls < 100);
        match next {
            Some(chat) => cursor = Some(chat),
            None => break,
        }
    }
    assert_eq!(claimed, 100);
}

#[tokio::test]
async fn a_chat_that_moved_twice_is_followed_and_so_is_what_is_written_to_it_later() {
    let db = TestDb::new().await;
    let queue = Delivery::new(db.pool());
    put(&db, -1, &letter(1)).await;
    queue.migrate(ChatId(-1), ChatId(-1001)).await.unwrap();
    put(&db, -1, &letter(2)).await;
    queue.migrate(ChatId(-1001), ChatId(-1002)).await.unwrap();
    assert_eq!(queue.current(ChatId(-1)).await.unwrap(), ChatId(-1002));
    let rows = claim(&queue).await;
    assert!(rows.iter().all(|row| row.chat == ChatId(-1002)), "{rows:?}");
    assert_eq!(rows.len(), 2);
}

#[tokio::test]
async fn ended_rows_are_removed_and_dead_ones_stay() {
    let db = TestDb::new().await;
    let queue = Delivery::new(db.pool());
    put(&db, -1, &letter(1)).await;
    put(&db, -2, &letter(2)).await;
    put(&db, -3, &letter(3)).await;
    let rows = claim(&queue).await;
    let dead = Ending::Dead { cause: "no".to_owned() };
    queue.settle(&[sent(&rows[0]), Ended { claim: rows[1].claim, ending: dead }]).await.unwrap();
    assert_eq!(queue.forget(Duration::ZERO, 100).await.unwrap(), 1);
    assert_eq!(count(&db, "SELECT count(*) FROM outbox").await, 2);
}
