//! How long to wait before the next attempt.

use rand::Rng;
use std::time::Duration;

/// Doubles from `base` to at most `cap`, minus up to a quarter, so that what failed together does not come
/// back together. `failures` counts from 1.
pub(super) fn backoff(base: Duration, cap: Duration, failures: u32) -> Duration {
    let doubled = base.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1).min(16)));
    doubled.min(cap).mul_f64(rand::rng().random_range(0.75..=1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_up_to_a_cap() {
        let (base, cap) = (Duration::from_secs(1), Duration::from_secs(60));
        for (failures, most) in [(1, 1), (2, 2), (3, 4), (7, 60), (u32::MAX, 60)] {
            let wait = backoff(base, cap, failures).as_secs_f64();
            assert!((f64::from(most) * 0.75..=f64::from(most)).contains(&wait), "{failures}: {wait}");
        }
    }
}
