//! The tables of delivery, behind one pool.

use super::pool::Connections;

/// Inbox, lanes, dead letters and outbox in Postgres.
#[derive(Debug, Clone)]
pub struct Delivery {
    pub(super) connections: Connections,
}

impl Delivery {
    /// Uses these connections, and one more for listening.
    #[must_use]
    pub fn new(connections: impl Into<Connections>) -> Self {
        Self { connections: connections.into() }
    }
}

/// A length of time as Postgres' `make_interval(secs => ...)` takes it.
pub(super) fn seconds(duration: std::time::Duration) -> f64 {
    duration.as_secs_f64()
}

/// An age that Postgres counted in seconds. A clock set back gives zero.
pub(super) fn age(seconds: f64) -> std::time::Duration {
    std::time::Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or_default()
}
