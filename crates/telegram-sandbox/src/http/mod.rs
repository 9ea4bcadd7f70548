//! The doors of the sandbox: the Bot API, the person's side, the page.

mod acts;
mod bot_api;
mod chats;
mod control;
mod events;
mod form;
mod groups;
mod inline;
mod invoices;
mod page;
mod people;
mod reply;
mod uploads;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tower_http::cors::CorsLayer;

use crate::sandbox::Shared;

/// Larger requests than Telegram's largest upload (50 MB) and what surrounds it are cut off.
const LARGEST_REQUEST: usize = 60 * 1024 * 1024;

/// Serves until the sandbox stops.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let stop = shared.clone();
    // Answers are small and awaited: do not hold them back to fill a packet.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let served =
        axum::serve(listener, router(shared)).with_graceful_shutdown(async move { stop.stopping().await });
    if let Err(error) = served.await {
        tracing::error!(%error, "the sandbox stopped serving");
    }
}

fn router(shared: Arc<Shared>) -> Router {
    let person = Router::new()
        .merge(control::routes())
        .merge(people::routes())
        .merge(groups::routes())
        .merge(chats::routes())
        .merge(acts::routes())
        .merge(inline::routes())
        .merge(invoices::routes())
        .merge(events::routes())
        .layer(CorsLayer::permissive());
    Router::new()
        .nest("/sandbox", person)
        .fallback(bot_api::answer)
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .with_state(shared)
}
