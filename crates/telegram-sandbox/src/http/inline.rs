//! Inline mode.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::chats::patience;
use super::reply::Reply;
use crate::person::inline::Typed;
use crate::person::{self, inline, view};
use crate::sandbox::Shared;

type Sandbox = State<Arc<Shared>>;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/users/{user}/inline", post(ask))
        .route("/users/{user}/inline/{query}/choose", post(choose))
}

#[derive(Deserialize)]
struct Query {
    bot: i64,
    peer: Option<i64>,
    #[serde(default)]
    query: String,
    #[serde(default)]
    offset: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    wait: Option<u64>,
}

async fn ask(State(shared): Sandbox, Path(user): Path<i64>, Json(query): Json<Query>) -> Reply {
    let id = {
        let mut world = shared.lock();
        let peer = query.peer.map(|peer| person::chat(&world, user, peer)).transpose()?;
        let place = query.latitude.zip(query.longitude);
        let typed = Typed { text: &query.query, offset: &query.offset, place };
        inline::ask(&mut world, user, query.bot, peer, &typed)?
    };
    let answer = shared.wait_until(patience(query.wait, 5), |world| inline::results(world, &id)).await;
    Ok(Json(answer.unwrap_or_else(|| json!({"query_id": id, "results": null}))))
}

#[derive(Deserialize)]
struct Choice {
    result_id: String,
    peer: i64,
    reply_to: Option<i64>,
}

async fn choose(
    State(shared): Sandbox,
    Path((user, query)): Path<(i64, String)>,
    Json(choice): Json<Choice>,
) -> Reply {
    let mut world = shared.lock();
    let key = person::chat(&world, user, choice.peer)?;
    let id = inline::choose(&mut world, user, &query, &choice.result_id, key, choice.reply_to)?;
    let message = world.message(key, id).map(|message| view::message(&world, user, key, message));
    Ok(Json(message.unwrap_or_default()))
}
