//! Rate limits in this process, with the same rules as in Redis.

use crate::repository::{Bucket, BucketTrouble, Buckets, Taken};
use async_trait::async_trait;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Full buckets are forgotten when there are more than this.
const MOST: usize = 10_000;

/// Token buckets of one instance.
#[derive(Debug, Default)]
pub struct MemoryBuckets(Mutex<HashMap<String, Level>>);

#[derive(Debug, Clone, Copy)]
struct Level {
    tokens: f64,
    counted: Instant,
    paused_until: Instant,
    /// When it is full again: then it may be forgotten.
    full_at: Instant,
}

impl Level {
    fn full(bucket: &Bucket, now: Instant) -> Self {
        Self { tokens: bucket.burst, counted: now, paused_until: now, full_at: now }
    }

    fn refill(&mut self, bucket: &Bucket, now: Instant) {
        let since = now.saturating_duration_since(self.counted).as_secs_f64();
        self.tokens = (self.tokens + since * bucket.per_second).min(bucket.burst);
        self.counted = now;
    }

    fn wait(&self, bucket: &Bucket, now: Instant) -> Duration {
        let missing = (1.0 - self.tokens).max(0.0) / bucket.per_second;
        Duration::from_secs_f64(missing).max(self.paused_until.saturating_duration_since(now))
    }

    fn take(&mut self, bucket: &Bucket) {
        self.tokens -= 1.0;
        self.full_at =
            self.counted + Duration::from_secs_f64((bucket.burst - self.tokens) / bucket.per_second);
    }
}

#[async_trait]
impl Buckets for MemoryBuckets {
    async fn take(&self, buckets: &[Bucket]) -> Result<Taken, BucketTrouble> {
        let now = Instant::now();
        let mut levels = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if levels.len() > MOST {
            levels.retain(|_, level| level.full_at > now || level.paused_until > now);
        }
        let mut wait = Duration::ZERO;
        for bucket in buckets {
            let level = levels.entry(bucket.key.clone()).or_insert_with(|| Level::full(bucket, now));
            level.refill(bucket, now);
            wait = wait.max(level.wait(bucket, now));
        }
        if !wait.is_zero() {
            return Ok(Taken::Wait(wait));
        }
        for bucket in buckets {
            if let Some(level) = levels.get_mut(&bucket.key) {
                level.take(bucket);
            }
        }
        Ok(Taken::Yes)
    }

    async fn pause(&self, key: &str, pause: Duration) -> Result<(), BucketTrouble> {
        let now = Instant::now();
        let mut levels = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let level = levels.entry(key.to_owned()).or_insert(Level {
            // The next refill caps it at the bucket's burst.
            tokens: f64::MAX,
            counted: now,
            paused_until: now,
            full_at: now,
        });
        level.paused_until = level.paused_until.max(now + pause);
        Ok(())
    }
}
