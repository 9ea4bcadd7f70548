//! What a person does in a chat.

use std::sync::Arc;

use axum::extract::{FromRequest, Path, Request, State};
use axum::http::header;
use axum::routing::{get, patch, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::chats::patience;
use super::reply::Reply;
use super::uploads;
use crate::person::keys::Along;
use crate::person::messages::Spot;
use crate::person::press::{Button, Pressed};
use crate::person::view::Window;
use crate::person::{self, Unable, groups, keys, messages, polls, press, view};
use crate::sandbox::Shared;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::message::Content;

type Sandbox = State<Arc<Shared>>;
type Place = Path<(i64, i64)>;
type Spotted = Path<(i64, i64, i64)>;

pub(super) fn routes() -> Router<Arc<Shared>> {
    let acts = Router::new()
        .route("/start", post(start))
        .route("/messages", post(send))
        .route("/contact", post(contact))
        .route("/location", post(location))
        .route("/venue", post(venue))
        .route("/dice", post(dice))
        .route("/poll_vote", post(vote))
        .route("/keyboard", post(press_key))
        .route("/messages/{id}", patch(edit).delete(delete))
        .route("/messages/{id}/forward", post(forward))
        .route("/messages/{id}/reaction", put(react))
        .route("/messages/{id}/pin", post(pin))
        .route("/messages/{id}/unpin", post(unpin))
        .route("/messages/{id}/press", post(press_button))
        .route("/block", post(block))
        .route("/unblock", post(unblock))
        .route("/join", post(join))
        .route("/leave", post(leave));
    Router::new().nest("/users/{user}/chats/{peer}", acts).route("/presses/{query}", get(press_answer))
}

/// Does something in a chat and shows the message that came of it.
fn act(
    shared: &Shared,
    (user, peer): (i64, i64),
    act: impl FnOnce(&mut World, ChatKey) -> Result<i64, Unable>,
) -> Reply {
    let mut world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    let id = act(&mut world, key)?;
    let message = world.chat(key).and_then(|chat| chat.messages.get(&id));
    Ok(Json(message.map(|message| view::message(&world, user, key, message)).unwrap_or_default()))
}

/// The same for what changes the chat: shows the chat.
fn act_on_chat(
    shared: &Shared,
    (user, peer): (i64, i64),
    act: impl FnOnce(&mut World, ChatKey) -> Result<(), Unable>,
) -> Reply {
    let mut world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    act(&mut world, key)?;
    let window = Window { limit: 100, before: None, thread: None, deleted: false };
    Ok(Json(view::chat(&world, user, key, &window)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    text: Option<String>,
    caption: Option<String>,
    payload: Option<String>,
    emoji: Option<String>,
    reply_to: Option<i64>,
    thread: Option<i64>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    horizontal_accuracy: Option<f64>,
    live_period: Option<i64>,
    title: Option<String>,
    address: Option<String>,
    phone_number: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    message_id: i64,
    options: Vec<usize>,
    to: i64,
    data: Option<String>,
    row: Option<usize>,
    column: Option<usize>,
    wait: Option<u64>,
}

impl Fields {
    fn spot(&self) -> Spot {
        Spot { reply_to: self.reply_to, thread: self.thread }
    }

    fn place(&self) -> Option<(f64, f64)> {
        Some((self.latitude?, self.longitude?))
    }
}

async fn start(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    act(&shared, place, |world, key| keys::start(world, place.0, key, fields.payload.as_deref()))
}

async fn send(State(shared): Sandbox, Path(place): Place, request: Request) -> Reply {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/") {
        return uploads::send(&shared, place, request).await;
    }
    let fields = Json::<Fields>::from_request(request, &()).await;
    let Json(fields) = fields.map_err(|error| Unable::because(error.body_text()))?;
    let content = messages::text(fields.text.as_deref().unwrap_or_default())?;
    act(&shared, place, |world, key| messages::send(world, place.0, key, content, fields.spot()))
}

async fn contact(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    act(&shared, place, |world, key| {
        let content = match &fields.phone_number {
            None => keys::own_contact(world, place.0)?,
            Some(number) => {
                let first_name = fields.first_name.as_deref().unwrap_or("Somebody");
                let mut contact = json!({"phone_number": number, "first_name": first_name});
                if let Some(last_name) = &fields.last_name {
                    contact["last_name"] = last_name.as_str().into();
                }
                Content::Plain("contact", contact)
            }
        };
        messages::send(world, place.0, key, content, fields.spot())
    })
}

fn location_of(fields: &Fields) -> Result<Content, Unable> {
    let (latitude, longitude) =
        fields.place().ok_or_else(|| Unable::because("latitude and longitude are needed"))?;
    let mut content = keys::location(latitude, longitude)?;
    if let Content::Plain(_, location) = &mut content {
        if let Some(accuracy) = fields.horizontal_accuracy {
            location["horizontal_accuracy"] = accuracy.into();
        }
        if let Some(period) = fields.live_period {
            location["live_period"] = period.into();
        }
    }
    Ok(content)
}

async fn location(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    let content = location_of(&fields)?;
    act(&shared, place, |world, key| messages::send(world, place.0, key, content, fields.spot()))
}

async fn venue(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    let Content::Plain(_, location) = location_of(&fields)? else {
        return Err(Unable::because("a venue is a place"));
    };
    let venue = json!({"location": location, "title": fields.title, "address": fields.address});
    let content = Content::Plain("venue", venue);
    act(&shared, place, |world, key| messages::send(world, place.0, key, content, fields.spot()))
}

async fn dice(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    act(&shared, place, |world, key| {
        let content = keys::dice(world, fields.emoji.as_deref().unwrap_or("🎲"))?;
        messages::send(world, place.0, key, content, fields.spot())
    })
}

async fn vote(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    act(&shared, place, |world, key| {
        polls::vote(world, place.0, key, fields.message_id, &fields.options)?;
        Ok(fields.message_id)
    })
}

async fn press_key(State(shared): Sandbox, Path(place): Place, Json(fields): Json<Fields>) -> Reply {
    let label = fields.text.as_deref().unwrap_or_default();
    let along = Along { place: fields.place(), data: fields.data.as_deref() };
    act(&shared, place, |world, key| keys::press_key(world, place.0, key, label, along))
}

async fn edit(State(shared): Sandbox, Path((user, peer, id)): Spotted, Json(fields): Json<Fields>) -> Reply {
    let words = fields.text.or(fields.caption).unwrap_or_default();
    act(&shared, (user, peer), |world, key| {
        messages::edit(world, user, key, id, &words)?;
        Ok(id)
    })
}

async fn delete(State(shared): Sandbox, Path((user, peer, id)): Spotted) -> Reply {
    let mut world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    messages::delete(&mut world, user, key, id)?;
    Ok(Json(json!({})))
}

async fn forward(
    State(shared): Sandbox,
    Path((user, peer, id)): Spotted,
    Json(fields): Json<Fields>,
) -> Reply {
    let from = person::chat(&shared.lock(), user, peer)?;
    act(&shared, (user, fields.to), |world, to| messages::forward(world, user, from, id, to))
}

async fn react(State(shared): Sandbox, Path((user, peer, id)): Spotted, Json(fields): Json<Fields>) -> Reply {
    act(&shared, (user, peer), |world, key| {
        messages::react(world, user, key, id, fields.emoji)?;
        Ok(id)
    })
}

async fn pin(State(shared): Sandbox, Path((user, peer, id)): Spotted) -> Reply {
    act(&shared, (user, peer), |world, key| messages::pin(world, user, key, id, true).map(|()| id))
}

async fn unpin(State(shared): Sandbox, Path((user, peer, id)): Spotted) -> Reply {
    act(&shared, (user, peer), |world, key| messages::pin(world, user, key, id, false).map(|()| id))
}

async fn press_button(
    State(shared): Sandbox,
    Path((user, peer, id)): Spotted,
    Json(fields): Json<Fields>,
) -> Reply {
    let pressed = {
        let mut world = shared.lock();
        let key = person::chat(&world, user, peer)?;
        let button = match &fields.text {
            Some(text) => Button::Labelled(text),
            None => Button::At(fields.row.unwrap_or(0), fields.column.unwrap_or(0)),
        };
        press::press(&mut world, user, key, id, &button)?
    };
    let mut shown = pressed.json();
    if let (Pressed::Asked(query), Some(seconds)) = (&pressed, fields.wait) {
        let answer = shared
            .wait_until(patience(Some(seconds), 0), |world| {
                let answer = press::answer(world, query)?["answer"].take();
                (!answer.is_null()).then_some(answer)
            })
            .await;
        shown["answer"] = answer.unwrap_or_default();
    }
    Ok(Json(shown))
}

async fn press_answer(State(shared): Sandbox, Path(query): Path<String>) -> Reply {
    let answer = press::answer(&shared.lock(), &query);
    answer.map(Json).ok_or_else(|| Unable::missing(format!("there is no press {query}")))
}

async fn block(State(shared): Sandbox, Path(place): Place) -> Reply {
    act_on_chat(&shared, place, |world, key| keys::set_blocked(world, key, true))
}

async fn unblock(State(shared): Sandbox, Path(place): Place) -> Reply {
    act_on_chat(&shared, place, |world, key| keys::set_blocked(world, key, false))
}

async fn join(State(shared): Sandbox, Path(place): Place) -> Reply {
    act_on_chat(&shared, place, |world, key| groups::join(world, place.0, key))
}

async fn leave(State(shared): Sandbox, Path(place): Place) -> Reply {
    act_on_chat(&shared, place, |world, key| groups::leave(world, place.0, key))
}
