//! How long to wait before the next attempt.

use crate::repository::Instance;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The randomness of pauses. Instances that failed together must not come back together, so each draws from a
/// generator that begins with its own id.
#[derive(Debug)]
pub(super) struct Jitter(Mutex<StdRng>);

impl Jitter {
    pub(super) fn of(instance: Instance) -> Self {
        let (high, low) = instance.0.as_u64_pair();
        Self(Mutex::new(StdRng::seed_from_u64(high ^ low)))
    }

    /// Doubles from `base` to at most `cap`, minus up to a quarter. `failures` counts from 1.
    pub(super) fn backoff(&self, base: Duration, cap: Duration, failures: u32) -> Duration {
        let doubled = base.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1).min(16)));
        let mut random = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        doubled.min(cap).mul_f64(random.random_range(0.75..=1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const BASE: Duration = Duration::from_secs(1);
    const CAP: Duration = Duration::from_secs(60);

    fn pauses(instance: u128) -> Vec<Duration> {
        let jitter = Jitter::of(Instance(Uuid::from_u128(instance)));
        (1..=8).map(|failures| jitter.backoff(BASE, CAP, failures)).collect()
    }

    #[test]
    fn it_doubles_up_to_a_cap() {
        let jitter = Jitter::of(Instance(Uuid::nil()));
        for (failures, most) in [(1, 1), (2, 2), (3, 4), (7, 60), (u32::MAX, 60)] {
            let wait = jitter.backoff(BASE, CAP, failures).as_secs_f64();
            assert!((f64::from(most) * 0.75..=f64::from(most)).contains(&wait), "{failures}: {wait}");
        }
    }

    #[test]
    fn an_instance_can_be_repeated_and_two_do_not_keep_step() {
        assert_eq!(pauses(1), pauses(1));
        assert_ne!(pauses(1), pauses(2));
    }
}
