//! The door through which Telegram brings updates.

use crate::bench::{Running, Script, count, inbox_is_empty, message, settings};
use crate::support::postgres::TestDb;
use orderbot::delivery::Webhook;
use orderbot::http::{Readiness, router};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::sync::Arc;

const SECRET: &str = "a-secret_1";

struct Door {
    url: String,
    client: reqwest::Client,
}

impl Door {
    async fn open(running: &Running) -> Self {
        let public = "https://shop.example/".parse().unwrap();
        let webhook = Webhook::new(&public, SECRET, 40);
        let path = webhook.path().to_owned();
        let router = router(Readiness::default(), None, Some((webhook, running.intake.clone())));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}{path}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, client: reqwest::Client::new() }
    }

    async fn bring(&self, secret: Option<&str>, body: String) -> reqwest::Response {
        let mut request = self.client.post(&self.url).body(body);
        if let Some(secret) = secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        request.send().await.unwrap()
    }
}

#[tokio::test]
async fn an_update_is_on_disk_before_telegram_is_told() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    let door = Door::open(&running).await;
    assert_eq!(door.bring(Some(SECRET), message(1, 7, "hello")).await.status(), StatusCode::OK);
    assert_eq!(count(&db, "SELECT count(*) FROM seen_updates").await, 1);
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended(), [(7, 1)]);
    running.stop().await;
}

#[tokio::test]
async fn a_press_of_a_customer_is_answered_with_the_acknowledgement() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    let door = Door::open(&running).await;
    let press = |id: i64, chat: i64, kind: &str| {
        json!({"update_id": id, "callback_query": {
            "id": format!("query {id}"), "chat_instance": "1", "data": "x",
            "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
            "message": {"message_id": 1, "date": 1_700_000_000, "text": "x",
                        "chat": {"id": chat, "type": kind, "title": "Staff", "first_name": "Ann"}},
        }})
        .to_string()
    };
    let bring = async |body: String| door.bring(Some(SECRET), body).await.text().await.unwrap();
    let expected = json!({"method": "answerCallbackQuery", "callback_query_id": "query 1"});
    let answer: Value = serde_json::from_str(&bring(press(1, 7, "private")).await).unwrap();
    assert_eq!(answer, expected);
    // The answer to the first one may have been lost on the way.
    let answer: Value = serde_json::from_str(&bring(press(1, 7, "private")).await).unwrap();
    assert_eq!(answer, expected);
    // In the staff group the answer has words, which are not known yet.
    assert_eq!(bring(press(2, -100, "supergroup")).await, "");
    assert_eq!(bring(message(3, 7, "hello")).await, "");
    inbox_is_empty(&db).await;
    assert_eq!(handler.answered_at_the_door(), [1]);
    running.stop().await;
}

#[tokio::test]
async fn a_hundred_requests_with_ten_updates_store_ten() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    let door = Door::open(&running).await;
    let answers =
        futures::future::join_all((0..100).map(|n| door.bring(Some(SECRET), message(n % 10 + 1, 7, "x"))))
            .await;
    assert!(answers.iter().all(|answer| answer.status() == StatusCode::OK));
    inbox_is_empty(&db).await;
    assert_eq!(handler.ended().len(), 10);
    running.stop().await;
}

#[tokio::test]
async fn without_the_secret_the_door_stays_shut() {
    let db = TestDb::new().await;
    let running = Running::start(&db, &Arc::default(), settings());
    let door = Door::open(&running).await;
    for wrong in [None, Some(""), Some("a-secret_2"), Some("a-secret_11"), Some("a-secret_")] {
        assert_eq!(door.bring(wrong, message(1, 7, "x")).await.status(), StatusCode::UNAUTHORIZED);
    }
    assert_eq!(count(&db, "SELECT count(*) FROM seen_updates").await, 0);
    running.stop().await;
}

#[tokio::test]
async fn what_is_too_large_or_no_update_is_refused() {
    let db = TestDb::new().await;
    let running = Running::start(&db, &Arc::default(), settings());
    let door = Door::open(&running).await;
    let large = message(1, 7, &"x".repeat(2 << 20));
    assert_eq!(door.bring(Some(SECRET), large).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(door.bring(Some(SECRET), "nonsense".to_owned()).await.status(), StatusCode::BAD_REQUEST);
    running.stop().await;
}

#[tokio::test]
async fn what_cannot_be_stored_is_asked_for_again() {
    let db = TestDb::new().await;
    let running = Running::start(&db, &Arc::default(), settings());
    let door = Door::open(&running).await;
    sqlx::query("ALTER TABLE inbox RENAME TO elsewhere").execute(&db.pool()).await.unwrap();
    let answer = door.bring(Some(SECRET), message(1, 7, "hello")).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.headers().contains_key("Retry-After"));
    assert_eq!(count(&db, "SELECT count(*) FROM seen_updates").await, 0);
    running.stop().await;
}
