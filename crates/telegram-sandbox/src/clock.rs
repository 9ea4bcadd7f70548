//! The time of a sandbox: the machine's, plus what a test has moved it forward.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// A clock that tests can move. Clones show the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    base: Base,
    moved: Arc<watch::Sender<Duration>>,
}

#[derive(Clone, Copy, Debug)]
enum Base {
    Machine,
    Standing(Duration),
}

impl Clock {
    /// The machine's time; it runs by itself and can be moved forward.
    pub fn real() -> Self {
        Self::new(Base::Machine)
    }

    /// Stands at `unix_seconds` until it is moved.
    pub fn standing_at(unix_seconds: u64) -> Self {
        Self::new(Base::Standing(Duration::from_secs(unix_seconds)))
    }

    fn new(base: Base) -> Self {
        Self { base, moved: Arc::new(watch::Sender::new(Duration::ZERO)) }
    }

    /// Moves the time forward. Everything that waits for a moment that has passed by it goes on at once.
    pub fn advance(&self, by: Duration) {
        self.moved.send_modify(|moved| *moved += by);
    }

    /// How far the time was moved in all.
    pub fn moved(&self) -> Duration {
        *self.moved.borrow()
    }

    /// Milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        let base = match self.base {
            Base::Machine => SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            Base::Standing(at) => at,
        };
        i64::try_from((base + self.moved()).as_millis()).unwrap_or(i64::MAX)
    }

    /// Returns when this clock shows `at_ms` or later.
    pub(crate) async fn reach(&self, at_ms: i64) {
        let mut moved = self.moved.subscribe();
        loop {
            moved.mark_unchanged();
            let left = u64::try_from(at_ms - self.now_ms()).unwrap_or(0);
            if left == 0 {
                return;
            }
            let nap = match self.base {
                Base::Machine => Duration::from_millis(left),
                Base::Standing(_) => Duration::from_secs(3600),
            };
            // The sender lives in `self`, so `changed` cannot fail: either the nap is over or the clock was moved.
            let _ = tokio::time::timeout(nap, moved.changed()).await;
        }
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::real()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_standing_clock_moves_only_when_told_and_wakes_who_waits() {
        let clock = Clock::standing_at(1_000);
        assert_eq!(clock.now_ms(), 1_000_000);
        let waiting = tokio::spawn({
            let clock = clock.clone();
            async move { clock.reach(1_060_000).await }
        });
        clock.advance(Duration::from_secs(60));
        waiting.await.unwrap();
        assert_eq!(clock.now_ms(), 1_060_000);
    }
}
