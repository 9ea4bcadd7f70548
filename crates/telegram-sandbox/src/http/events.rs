//! The event stream.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures::stream::{self, Stream, StreamExt};
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;

use crate::sandbox::Shared;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/events", get(events))
}

async fn events(State(shared): State<Arc<Shared>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let (receiver, hello) = {
        let world = shared.lock();
        (world.events.subscribe(), json!({"revision": world.revision, "now": world.now()}))
    };
    let first = stream::once(async move { Ok(Event::default().event("hello").data(hello.to_string())) });
    let rest = stream::unfold((receiver, shared), |(mut receiver, shared)| async move {
        let event = tokio::select! {
            event = receiver.recv() => event,
            () = shared.stopping() => return None,
        };
        let event = match event {
            Ok(event) => {
                let data = event.data.to_string();
                Event::default().id(event.revision.to_string()).event(event.name).data(data)
            }
            Err(RecvError::Lagged(_)) => Event::default().event("lagged").data("{}"),
            Err(RecvError::Closed) => return None,
        };
        Some((Ok(event), (receiver, shared)))
    });
    Sse::new(first.chain(rest)).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}
