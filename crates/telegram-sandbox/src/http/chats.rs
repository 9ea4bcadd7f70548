//! Reading chats, waiting in them.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::reply::Reply;
use crate::person::view::Window;
use crate::person::{self, Unable, transcript, view};
use crate::sandbox::Shared;

type Place = Path<(i64, i64)>;

/// The longest a request may wait.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/users/{user}/chats", get(list))
        .route("/users/{user}/chats/{peer}", get(read))
        .route("/users/{user}/chats/{peer}/text", get(text))
        .route("/users/{user}/chats/{peer}/wait", get(wait))
        .route("/users/{user}/chats/{peer}/read", post(mark_read))
        .route("/users/{user}/chats/{peer}/messages/{id}", get(message))
}

/// Seconds a caller wants to wait, bounded.
pub(super) fn patience(seconds: Option<u64>, default: u64) -> Duration {
    Duration::from_secs(seconds.unwrap_or(default)).min(LONGEST_WAIT)
}

async fn list(State(shared): State<Arc<Shared>>, Path(user): Path<i64>) -> Reply {
    let world = shared.lock();
    match world.users.contains_key(&user) {
        true => Ok(Json(view::chats(&world, user).into())),
        false => Err(Unable::missing(format!("there is no user {user}"))),
    }
}

#[derive(Deserialize)]
struct ReadQuery {
    limit: Option<usize>,
    before: Option<i64>,
    thread: Option<i64>,
    #[serde(default)]
    deleted: bool,
}

async fn read(
    State(shared): State<Arc<Shared>>,
    Path((user, peer)): Place,
    Query(query): Query<ReadQuery>,
) -> Reply {
    let world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    let limit = query.limit.unwrap_or(100).min(1_000);
    let window = Window { limit, before: query.before, thread: query.thread, deleted: query.deleted };
    Ok(Json(view::chat(&world, user, key, &window)))
}

async fn message(State(shared): State<Arc<Shared>>, Path((user, peer, id)): Path<(i64, i64, i64)>) -> Reply {
    let world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    let message = world.chat(key).and_then(|chat| chat.messages.get(&id));
    let message = message.ok_or_else(|| Unable::missing(format!("there is no message {id}")))?;
    Ok(Json(view::message(&world, user, key, message)))
}

#[derive(Deserialize)]
struct TextQuery {
    limit: Option<usize>,
}

async fn text(
    State(shared): State<Arc<Shared>>,
    Path((user, peer)): Place,
    Query(query): Query<TextQuery>,
) -> Result<Response, Unable> {
    let world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    let text = transcript::transcript(&world, user, key, query.limit.unwrap_or(50));
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

#[derive(Deserialize)]
struct WaitQuery {
    #[serde(default)]
    contains: String,
    #[serde(default)]
    after: u64,
    timeout: Option<u64>,
}

async fn wait(
    State(shared): State<Arc<Shared>>,
    Path((user, peer)): Place,
    Query(query): Query<WaitQuery>,
) -> Result<Response, Unable> {
    let key = person::chat(&shared.lock(), user, peer)?;
    let found = shared
        .wait_in(Some(key), patience(query.timeout, 5), |world| {
            let heard = transcript::heard(world, user, key, query.after, &query.contains)?;
            Some(view::message(world, user, key, heard))
        })
        .await;
    Ok(match found {
        Some(message) => Json(message).into_response(),
        None => {
            let transcript = transcript::transcript(&shared.lock(), user, key, 20);
            let body = json!({"error": "no such message came", "transcript": transcript});
            (StatusCode::REQUEST_TIMEOUT, Json(body)).into_response()
        }
    })
}

async fn mark_read(State(shared): State<Arc<Shared>>, Path((user, peer)): Place) -> Reply {
    let mut world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    let newest = world.chat(key).and_then(|chat| chat.messages.keys().next_back().copied());
    if let Some(newest) = newest {
        let before = world.chat_mut(key).read_up_to.insert(user, newest);
        if before != Some(newest) {
            world.chat_event(key);
        }
    }
    Ok(Json(Value::Object(serde_json::Map::new())))
}
