//! Bots and users.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{patch, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::reply::Reply;
use crate::person::{Unable, view};
use crate::sandbox::Shared;
use crate::world::account::User;
use crate::world::split_token;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/bots", post(create_bot))
        .route("/users", post(create_user))
        .route("/users/{user}", patch(change_user))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewBot {
    token: Option<String>,
    first_name: Option<String>,
    username: Option<String>,
    can_read_all_group_messages: Option<bool>,
    supports_inline_queries: Option<bool>,
    can_join_groups: Option<bool>,
    inline_placeholder: Option<String>,
}

async fn create_bot(State(shared): State<Arc<Shared>>, Json(new): Json<NewBot>) -> Reply {
    let mut world = shared.lock();
    let token = new.token.unwrap_or_else(|| {
        let id = 7_000_000 + i64::try_from(world.bots.len()).unwrap_or(0);
        format!("{id}:sandbox-{}", world.serial())
    });
    let (id, secret) = split_token(&token).map_err(|_| Unable::because("this is no bot token"))?;
    let bot = world.bot_for_token(id, secret);
    let bot = bot.ok_or_else(|| Unable::because("a bot with this id has another token"))?;
    if let Some(name) = new.first_name {
        bot.first_name = name;
    }
    if let Some(username) = new.username {
        bot.username = username.trim_start_matches('@').to_owned();
    }
    bot.reads_all_group_messages = new.can_read_all_group_messages.unwrap_or(bot.reads_all_group_messages);
    bot.supports_inline = new.supports_inline_queries.unwrap_or(bot.supports_inline);
    bot.can_join_groups = new.can_join_groups.unwrap_or(bot.can_join_groups);
    bot.inline_placeholder = new.inline_placeholder.or(bot.inline_placeholder.take());
    world.event("bot", json!({"id": id}));
    let mut bot = view::bot(&world, id, "");
    bot["token"] = token.into();
    Ok(Json(bot))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserFields {
    id: Option<i64>,
    first_name: Option<String>,
    last_name: Option<String>,
    username: Option<String>,
    language_code: Option<String>,
    is_premium: Option<bool>,
    phone_number: Option<String>,
    deactivated: Option<bool>,
}

async fn create_user(State(shared): State<Arc<Shared>>, Json(new): Json<UserFields>) -> Reply {
    let name = new.first_name.filter(|name| !name.trim().is_empty());
    let first_name = name.ok_or_else(|| Unable::because("a person needs a first name"))?;
    let id = new.id.unwrap_or(0);
    let mut world = shared.lock();
    if id < 0 || world.account_exists(id) {
        return Err(Unable::because(format!("the id {id} is not free")));
    }
    let id = world.add_user(User {
        id,
        first_name,
        last_name: new.last_name,
        username: new.username.map(|name| name.trim_start_matches('@').to_owned()),
        language_code: new.language_code.or_else(|| Some("en".to_owned())),
        is_premium: new.is_premium.unwrap_or(false),
        phone_number: new.phone_number.unwrap_or_default(),
        deactivated: false,
    });
    Ok(Json(view::user(&world, id)))
}

async fn change_user(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<i64>,
    Json(new): Json<UserFields>,
) -> Reply {
    let mut world = shared.lock();
    let user = world.users.get_mut(&id).ok_or_else(|| Unable::missing(format!("there is no user {id}")))?;
    if let Some(name) = new.first_name {
        user.first_name = name;
    }
    user.last_name = new.last_name.or(user.last_name.take());
    user.username = new.username.or(user.username.take());
    user.language_code = new.language_code.or(user.language_code.take());
    user.is_premium = new.is_premium.unwrap_or(user.is_premium);
    user.deactivated = new.deactivated.unwrap_or(user.deactivated);
    if let Some(number) = new.phone_number {
        user.phone_number = number;
    }
    world.event("user", json!({"id": id}));
    Ok(Json(view::user(&world, id)))
}
