//! What the program serves: the webhook, its health, its metrics.

mod health;
mod listener;
mod webhook;

pub use health::{Probe, Readiness};
pub use listener::Closing;

use crate::delivery::{Intake, Webhook};
use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::{get, post};
use metrics_exporter_prometheus::PrometheusHandle;
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;

/// Time limit of an answer. Telegram waits 60 s for a webhook's.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// The routes. Without a webhook, only health and metrics.
pub fn router(
    readiness: Readiness,
    metrics: Option<PrometheusHandle>,
    webhook: Option<(Webhook, Intake)>,
) -> Router {
    let mut router = Router::new()
        .route("/health/live", get(|| async { "alive" }))
        .route("/health/ready", get(health::ready))
        .with_state(readiness);
    if let Some(metrics) = metrics {
        let text = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
        router = router.route("/metrics", get(move || std::future::ready((text, metrics.render()))));
    }
    if let Some((webhook, intake)) = webhook {
        let path = webhook.path().to_owned();
        router = router.merge(
            Router::new()
                .route(&path, post(webhook::receive))
                .with_state(webhook::Door::new(&webhook, intake)),
        );
    }
    router.layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_LIMIT))
}
