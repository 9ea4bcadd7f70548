//! State, clock, log, violations, faults, files.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::reply::Reply;
use crate::faults::{Chaos, Faults};
use crate::person::{Unable, press, view};
use crate::sandbox::Shared;
use crate::world::chat::ChatKey;

type Sandbox = State<Arc<Shared>>;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/state", get(state))
        .route("/reset", post(reset))
        .route("/clock", get(clock).post(advance))
        .route("/log", get(log))
        .route("/violations", get(violations).delete(forget_violations))
        .route("/faults", get(faults).put(put_faults).patch(patch_faults))
        .route("/faults/resend_press", post(resend_press))
        .route("/faults/duplicate", post(duplicate))
        .route("/files/{key}", get(file))
}

async fn state(State(shared): Sandbox) -> Json<Value> {
    let world = shared.lock();
    let groups = world.chats.keys().filter(|key| matches!(key, ChatKey::Group(_)));
    let groups = groups.filter(|key| world.group(**key).is_some_and(|group| group.migrated_to.is_none()));
    Json(json!({
        "now": world.now(),
        "revision": world.revision,
        "bots": world.bots.keys().map(|id| view::bot(&world, *id, "")).collect::<Vec<_>>(),
        "users": world.users.keys().map(|id| view::user(&world, *id)).collect::<Vec<_>>(),
        "groups": groups.map(|key| view::group(&world, *key)).collect::<Vec<_>>(),
    }))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Reset {
    people: bool,
}

async fn reset(State(shared): Sandbox, what: Option<Json<Reset>>) -> Json<Value> {
    shared.lock().reset(what.unwrap_or_default().people);
    Json(json!({}))
}

fn clock_json(shared: &Shared) -> Value {
    json!({"now": shared.clock.now_ms() / 1000, "moved_seconds": shared.clock.moved().as_secs()})
}

async fn clock(State(shared): Sandbox) -> Json<Value> {
    Json(clock_json(&shared))
}

#[derive(Deserialize)]
struct Advance {
    advance_seconds: u64,
}

async fn advance(State(shared): Sandbox, Json(by): Json<Advance>) -> Json<Value> {
    shared.clock.advance(Duration::from_secs(by.advance_seconds));
    let clock = clock_json(&shared);
    let mut world = shared.lock();
    world.lapse();
    world.event("clock", clock.clone());
    Json(clock)
}

#[derive(Deserialize)]
struct LogQuery {
    #[serde(default)]
    after: u64,
    limit: Option<usize>,
    kind: Option<String>,
}

async fn log(State(shared): Sandbox, Query(query): Query<LogQuery>) -> Json<Value> {
    let world = shared.lock();
    let wanted =
        world.log.after(query.after).filter(|entry| query.kind.as_ref().is_none_or(|k| k == entry.kind()));
    // The newest ones: who asks late wants to see what happens now.
    let mut entries: Vec<Value> =
        wanted.rev().take(query.limit.unwrap_or(200)).map(|entry| entry.json()).collect();
    entries.reverse();
    Json(json!({"entries": entries, "last": world.log.last()}))
}

async fn violations(State(shared): Sandbox) -> Json<Value> {
    Json(shared.lock().log.violations().map(|entry| entry.json()).collect())
}

async fn forget_violations(State(shared): Sandbox) -> Json<Value> {
    shared.lock().log.forget_violations();
    Json(json!({}))
}

async fn faults(State(shared): Sandbox) -> Json<Value> {
    Json(json!(shared.lock().chaos.faults))
}

fn set_faults(shared: &Shared, value: Value) -> Reply {
    let faults: Faults = serde_json::from_value(value).map_err(|error| Unable::because(error.to_string()))?;
    let chances = [
        faults.too_many_requests,
        faults.error_before,
        faults.error_after,
        faults.slow,
        faults.reset_before,
        faults.reset_after,
        faults.duplicate_update,
        faults.resend_press,
        faults.disorder,
        faults.unknown_update,
        faults.unknown_entity,
        faults.unknown_field,
    ];
    if chances.iter().any(|chance| !(0.0..=1.0).contains(chance)) {
        return Err(Unable::because("a chance lies between 0.0 and 1.0"));
    }
    let shown = json!(faults);
    let mut world = shared.lock();
    world.chaos = Chaos::new(faults);
    world.event("faults", shown.clone());
    Ok(Json(shown))
}

async fn put_faults(State(shared): Sandbox, Json(value): Json<Value>) -> Reply {
    set_faults(&shared, value)
}

async fn patch_faults(State(shared): Sandbox, Json(change): Json<Value>) -> Reply {
    let mut value = json!(shared.lock().chaos.faults);
    let fields = change.as_object().ok_or_else(|| Unable::because("expected an object"))?;
    for (name, new) in fields {
        value[name] = new.clone();
    }
    set_faults(&shared, value)
}

#[derive(Deserialize)]
struct Press {
    query_id: String,
}

async fn resend_press(State(shared): Sandbox, Json(query): Json<Press>) -> Reply {
    let query_id = press::resend(&mut shared.lock(), &query.query_id)?;
    Ok(Json(json!({"query_id": query_id})))
}

#[derive(Deserialize)]
struct Duplicate {
    bot: i64,
    update_id: i64,
}

async fn duplicate(State(shared): Sandbox, Json(what): Json<Duplicate>) -> Reply {
    shared.lock().redeliver(what.bot, what.update_id).map_err(Unable::missing)?;
    Ok(Json(json!({})))
}

async fn file(State(shared): Sandbox, Path(key): Path<String>) -> Response {
    let world = shared.lock();
    // A photo's sizes carry one letter more and share the bytes.
    let file =
        world.files.find(&key).or_else(|| world.files.find(key.trim_end_matches(['s', 'm', 'x', 'y'])));
    match file {
        Some(file) => {
            let headers = [
                (header::CONTENT_TYPE, file.mime.clone()),
                (header::CACHE_CONTROL, "max-age=86400".to_owned()),
                // A file is shown or saved, never run in the page's name.
                (header::CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
            ];
            (headers, file.bytes.clone()).into_response()
        }
        None => Unable::missing("there is no such file").into_response(),
    }
}
