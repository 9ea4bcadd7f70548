//! Asking a Telegram for updates that behaves badly.

use crate::bench::{Running, Script, inbox_is_empty, instance, message, settings, until};
use crate::support::postgres::TestDb;
use axum::extract::{Path, State};
use axum::{Json, Router, routing::post};
use orderbot::delivery::Polling;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use teloxide::Bot;
use tokio_util::sync::CancellationToken;

/// Answers prepared for `getUpdates`, and the offsets it was asked with.
#[derive(Default)]
struct Telegram {
    pages: Mutex<Vec<Value>>,
    offsets: Mutex<Vec<Option<i64>>>,
}

async fn answer(
    State(telegram): State<Arc<Telegram>>,
    Path((_, method)): Path<(String, String)>,
    body: String,
) -> Json<Value> {
    if method != "getUpdates" && method != "GetUpdates" {
        let no_webhook = json!({"url": "", "has_custom_certificate": false, "pending_update_count": 0});
        return Json(json!({"ok": true, "result": no_webhook}));
    }
    let asked: Value = serde_json::from_str(&body).unwrap();
    telegram.offsets.lock().unwrap().push(asked["offset"].as_i64());
    let page = {
        let mut pages = telegram.pages.lock().unwrap();
        if pages.is_empty() { None } else { Some(pages.remove(0)) }
    };
    match page {
        Some(page) => Json(page),
        None => {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            Json(json!({"ok": true, "result": []}))
        }
    }
}

fn page(ids: std::ops::RangeInclusive<i64>) -> Value {
    let updates: Vec<Value> = ids.map(|id| serde_json::from_str(&message(id, 7, "x")).unwrap()).collect();
    json!({"ok": true, "result": updates})
}

async fn poll(
    telegram: &Arc<Telegram>,
    running: &Running,
) -> (CancellationToken, tokio::task::JoinHandle<()>) {
    let router = Router::new().route("/{bot}/{method}", post(answer)).with_state(telegram.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let bot = Bot::with_client("1:TOKEN", reqwest::Client::new()).set_api_url(url);
    let stop = CancellationToken::new();
    let task = tokio::spawn(Polling::new(bot, running.intake.clone(), instance()).run(stop.clone()));
    (stop, task)
}

#[tokio::test]
async fn pages_are_confirmed_by_the_next_offset_and_trouble_is_waited_out() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    let telegram = Arc::new(Telegram::default());
    *telegram.pages.lock().unwrap() =
        vec![page(1..=3), json!({"ok": false, "error_code": 502, "description": "Bad Gateway"}), page(3..=5)];
    let (stop, task) = poll(&telegram, &running).await;
    until("all five", async || handler.ended().len() == 5).await;
    inbox_is_empty(&db).await;
    until("the confirmation", async || telegram.offsets.lock().unwrap().last() == Some(&Some(6))).await;
    assert_eq!(telegram.offsets.lock().unwrap()[..3], [None, Some(4), Some(4)]);
    assert_eq!(handler.ended_in(7), [1, 2, 3, 4, 5]);
    stop.cancel();
    task.await.unwrap();
    running.stop().await;
}

#[tokio::test]
async fn nothing_is_confirmed_that_is_not_stored() {
    let db = TestDb::new().await;
    let handler = Arc::new(Script::default());
    let running = Running::start(&db, &handler, settings());
    sqlx::query("ALTER TABLE seen_updates RENAME TO elsewhere").execute(&db.pool()).await.unwrap();
    let telegram = Arc::new(Telegram::default());
    *telegram.pages.lock().unwrap() = vec![page(1..=3)];
    let (stop, task) = poll(&telegram, &running).await;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    assert_eq!(*telegram.offsets.lock().unwrap(), [None]);
    sqlx::query("ALTER TABLE elsewhere RENAME TO seen_updates").execute(&db.pool()).await.unwrap();
    until("all three", async || handler.ended().len() == 3).await;
    until("the confirmation", async || telegram.offsets.lock().unwrap().last() == Some(&Some(4))).await;
    stop.cancel();
    task.await.unwrap();
    running.stop().await;
}
