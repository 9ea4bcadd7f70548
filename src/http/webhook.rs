//! Where Telegram brings updates: 200 when they are on disk, 503 when they are not.

use crate::delivery::{Intake, NotTaken, Webhook};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::Arc;
use subtle::ConstantTimeEq;

/// The largest update: a message of 4096 characters with all its entities stays far below.
const LARGEST: usize = 1 << 20;
const SECRET: &str = "x-telegram-bot-api-secret-token";

#[derive(Clone)]
pub(super) struct Door {
    secret: Arc<str>,
    intake: Intake,
}

impl Door {
    pub(super) fn new(webhook: &Webhook, intake: Intake) -> Self {
        Self { secret: webhook.secret().into(), intake }
    }

    fn opens_for(&self, headers: &HeaderMap) -> bool {
        let shown = headers.get(SECRET).map_or(&b""[..], |value| value.as_bytes());
        // In constant time, so that the secret cannot be guessed letter by letter.
        shown.ct_eq(self.secret.as_bytes()).into()
    }
}

pub(super) async fn receive(State(door): State<Door>, headers: HeaderMap, body: Body) -> Response {
    // Before the body is read: nobody else may make us read one.
    if !door.opens_for(&headers) {
        metrics::counter!("webhook_refused_total").increment(1);
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Ok(body) = axum::body::to_bytes(body, LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let arrival = String::from_utf8(body.into()).ok().and_then(|raw| Intake::read_to_answer(raw).ok());
    let Some(arrival) = arrival else {
        tracing::warn!("the webhook got something that is no update");
        return StatusCode::BAD_REQUEST.into_response();
    };
    let press = arrival.answered.clone();
    match door.intake.take(vec![arrival]).await {
        Ok(()) => press.map_or_else(|| StatusCode::OK.into_response(), answer),
        Err(refused) => {
            // Telegram honours Retry-After, in seconds.
            let retry_after = match refused {
                NotTaken::Full | NotTaken::Stopping => "1",
                NotTaken::Unavailable => "2",
            };
            metrics::counter!("webhook_not_taken_total").increment(1);
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, retry_after)]).into_response()
        }
    }
}

/// The acknowledgement, with a call in it (Bot API, "Making requests when getting updates"): the button stops spinning, and
/// a call of our own is saved.
fn answer(press: String) -> Response {
    axum::Json(json!({"method": "answerCallbackQuery", "callback_query_id": press})).into_response()
}
