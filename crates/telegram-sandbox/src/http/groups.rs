//! Groups and their members.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::Value;

use super::reply::Reply;
use crate::person::groups::{NewGroup, NewStanding};
use crate::person::{Unable, groups, view};
use crate::sandbox::Shared;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::group::Status;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/groups", post(create))
        .route("/groups/{group}", get(read).patch(change))
        .route("/groups/{group}/members/{user}", put(set_standing))
        .route("/groups/{group}/migrate", post(migrate))
}

fn existing(world: &World, id: i64) -> Result<ChatKey, Unable> {
    let key = ChatKey::Group(id);
    let known = world.group(key).is_some();
    if known { Ok(key) } else { Err(Unable::missing(format!("there is no group {id}"))) }
}

async fn create(State(shared): State<Arc<Shared>>, Json(new): Json<NewGroup>) -> Reply {
    let mut world = shared.lock();
    let key = groups::create(&mut world, &new)?;
    Ok(Json(view::group(&world, key)))
}

async fn read(State(shared): State<Arc<Shared>>, Path(id): Path<i64>) -> Reply {
    let world = shared.lock();
    let key = existing(&world, id)?;
    Ok(Json(view::group(&world, key)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    title: Option<String>,
    is_forum: Option<bool>,
    permissions: Option<Value>,
}

async fn change(State(shared): State<Arc<Shared>>, Path(id): Path<i64>, Json(change): Json<Change>) -> Reply {
    let mut world = shared.lock();
    let key = existing(&world, id)?;
    if let Some(group) = world.group_mut(key) {
        if let Some(is_forum) = change.is_forum {
            group.is_forum = is_forum && group.is_supergroup;
        }
        if let Some(permissions) = &change.permissions {
            group.denied = crate::bot_api::denied(permissions);
        }
    }
    let creator = world.group(key).and_then(|group| {
        group.members.iter().find(|(_, member)| member.status == Status::Creator).map(|(id, _)| *id)
    });
    if let Some(title) = change.title {
        world.rename(key, creator.unwrap_or(0), title);
    }
    world.chat_event(key);
    Ok(Json(view::group(&world, key)))
}

async fn set_standing(
    State(shared): State<Arc<Shared>>,
    Path((id, user)): Path<(i64, i64)>,
    Json(standing): Json<NewStanding>,
) -> Reply {
    let mut world = shared.lock();
    let key = existing(&world, id)?;
    groups::set_standing(&mut world, key, user, &standing)?;
    Ok(Json(view::group(&world, key)))
}

async fn migrate(State(shared): State<Arc<Shared>>, Path(id): Path<i64>) -> Reply {
    let mut world = shared.lock();
    let key = existing(&world, id)?;
    let new =
        world.migrate(key).ok_or_else(|| Unable::because("only a basic group can become a supergroup"))?;
    Ok(Json(view::group(&world, new)))
}
