//! The time of a sandbox: the machine's, plus what a test has moved it forward, and faster if it says so.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// A clock that tests can move. Clones show the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    base: Base,
    pace: Arc<watch::Sender<Pace>>,
}

/// How the time was moved until a moment of the base, and how many times faster than the base it runs from then on.
#[derive(Clone, Copy, Debug)]
struct Pace {
    moved: Duration,
    since: Duration,
    rate: u32,
}

impl Pace {
    fn moved_at(self, base: Duration) -> Duration {
        self.moved + base.saturating_sub(self.since) * (self.rate - 1)
    }
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
        let pace = Pace { moved: Duration::ZERO, since: Duration::ZERO, rate: 1 };
        Self { base, pace: Arc::new(watch::Sender::new(pace)) }
    }

    /// Moves the time forward. Everything that waits for a moment that has passed by it goes on at once.
    pub fn advance(&self, by: Duration) {
        self.pace.send_modify(|pace| pace.moved += by);
    }

    /// Lets the time run so many times faster than the machine's from now on; 1, or 0, is as fast. A standing clock
    /// stands.
    pub fn run_at(&self, rate: u32) {
        let base = self.base_now();
        self.pace.send_modify(|pace| {
            *pace = Pace { moved: pace.moved_at(base), since: base, rate: rate.max(1) };
        });
    }

    /// How far the time was moved in all.
    pub fn moved(&self) -> Duration {
        self.pace.borrow().moved_at(self.base_now())
    }

    fn base_now(&self) -> Duration {
        match self.base {
            Base::Machine => SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            Base::Standing(at) => at,
        }
    }

    /// Milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        let base = self.base_now();
        i64::try_from((base + self.pace.borrow().moved_at(base)).as_millis()).unwrap_or(i64::MAX)
    }

    /// Returns when this clock shows `at_ms` or later.
    pub(crate) async fn reach(&self, at_ms: i64) {
        let mut pace = self.pace.subscribe();
        loop {
            let rate = pace.borrow_and_update().rate;
            let left = u64::try_from(at_ms - self.now_ms()).unwrap_or(0);
            if left == 0 {
                return;
            }
            let nap = match self.base {
                Base::Machine => Duration::from_millis(left.div_ceil(rate.into())),
                Base::Standing(_) => Duration::from_secs(3600),
            };
            // The sender lives in `self`, so `changed` cannot fail: either the nap is over or the clock was moved.
            let _ = tokio::time::timeout(nap, pace.changed()).await;
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

    #[tokio::test]
    async fn a_clock_that_runs_faster_reaches_a_moment_sooner_and_then_goes_on_as_the_machine() {
        let clock = Clock::real();
        let began = (std::time::Instant::now(), clock.now_ms());
        clock.run_at(10_000);
        clock.reach(began.1 + 600_000).await;
        clock.run_at(1);
        let moved = clock.moved();
        // However late this task was woken, it was within the time that has really passed.
        assert!(moved >= Duration::from_secs(590) && moved <= began.0.elapsed() * 10_000, "{moved:?}");
        assert_eq!(clock.moved(), moved);
    }
}
