//! Is the program ready to work?

use async_trait::async_trait;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long one probe may take.
const PROBE_LIMIT: Duration = Duration::from_secs(2);

/// Something the program cannot work without.
#[async_trait]
pub trait Probe: Send + Sync {
    /// What it is, in one word.
    fn name(&self) -> &'static str;

    /// True if it answers.
    async fn answers(&self) -> bool;
}

/// Everything the program cannot work without.
#[derive(Clone, Default)]
pub struct Readiness(Arc<[Arc<dyn Probe>]>);

impl Readiness {
    /// Asks these, in this order.
    #[must_use]
    pub fn new(probes: Vec<Arc<dyn Probe>>) -> Self {
        Self(probes.into())
    }

    /// One line per probe, and whether all of them answer.
    pub async fn check(&self) -> (bool, String) {
        let mut all = true;
        let mut lines = String::new();
        for probe in self.0.iter() {
            let answers = timeout(PROBE_LIMIT, probe.answers()).await.unwrap_or(false);
            all &= answers;
            lines += &format!("{} {}\n", probe.name(), if answers { "ok" } else { "does not answer" });
        }
        (all, lines)
    }
}

pub(super) async fn ready(State(readiness): State<Readiness>) -> (StatusCode, String) {
    let (ready, lines) = readiness.check().await;
    (if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, lines)
}
