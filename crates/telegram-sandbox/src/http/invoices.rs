//! Paying invoices.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::chats::patience;
use super::reply::Reply;
use crate::person::payments::{Bill, Form};
use crate::person::{self, Unable, checkout, payments};
use crate::sandbox::Shared;

type Sandbox = State<Arc<Shared>>;
type Spotted = Path<(i64, i64, i64)>;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/users/{user}/chats/{peer}/messages/{id}/shipping", post(message_shipping))
        .route("/users/{user}/chats/{peer}/messages/{id}/pay", post(message_pay))
        .route("/invoices/{slug}", get(invoice))
        .route("/users/{user}/invoices/{slug}/shipping", post(link_shipping))
        .route("/users/{user}/invoices/{slug}/pay", post(link_pay))
}

async fn invoice(State(shared): Sandbox, Path(slug): Path<String>) -> Reply {
    let bill = Bill::Link { slug, user: 0 };
    let (invoice, bot, _) = bill.invoice(&shared.lock())?;
    let mut json = invoice.json();
    json["bot"] = bot.into();
    json["sandbox"] = invoice.form();
    Ok(Json(json))
}

#[derive(Deserialize)]
struct Shipping {
    address: Value,
    wait: Option<u64>,
}

async fn message_shipping(State(shared): Sandbox, Path(place): Spotted, Json(form): Json<Shipping>) -> Reply {
    let bill = bill(&shared, place)?;
    shipping(&shared, place.0, &bill, form).await
}

async fn message_pay(State(shared): Sandbox, Path(place): Spotted, Json(form): Json<Form>) -> Reply {
    let bill = bill(&shared, place)?;
    pay(&shared, place.0, &bill, form).await
}

async fn link_shipping(
    State(shared): Sandbox,
    Path((user, slug)): Path<(i64, String)>,
    Json(form): Json<Shipping>,
) -> Reply {
    shipping(&shared, user, &Bill::Link { slug, user }, form).await
}

async fn link_pay(
    State(shared): Sandbox,
    Path((user, slug)): Path<(i64, String)>,
    Json(form): Json<Form>,
) -> Reply {
    pay(&shared, user, &Bill::Link { slug, user }, form).await
}

fn bill(shared: &Shared, (user, peer, id): (i64, i64, i64)) -> Result<Bill, Unable> {
    Ok(Bill::Message { key: person::chat(&shared.lock(), user, peer)?, id })
}

async fn shipping(shared: &Shared, user: i64, bill: &Bill, form: Shipping) -> Reply {
    let query = payments::ask_shipping(&mut shared.lock(), user, bill, &form.address)?;
    let wait = patience(form.wait, 10);
    let answer = shared.wait_until(wait, |world| world.queries.find(&query)?.answer.clone()).await;
    Ok(Json(answer.unwrap_or_else(|| json!({"ok": false, "error": "the bot did not answer"}))))
}

async fn pay(shared: &Shared, user: i64, bill: &Bill, form: Form) -> Reply {
    Ok(Json(checkout::settle(shared, user, bill, &form).await?))
}
