//! Rate limits that all instances share: one script, so that several buckets are one step.

use super::connection::Redis;
use crate::repository::{Bucket, BucketTrouble, Buckets, Taken};
use async_trait::async_trait;
use redis::Script;
use std::time::Duration;

/// KEYS: the buckets. ARGV: tokens per millisecond and burst of each. Answers with the milliseconds to wait,
/// 0 if a token was taken from each. A bucket is a hash of tokens (t), when they were counted (c) and until when
/// it is closed (p), in milliseconds of the server's clock, the only one all instances share.
const TAKE: &str = r"
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local wait = 0
local levels = {}
for i, key in ipairs(KEYS) do
    local rate, burst = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
    local seen = redis.call('HMGET', key, 't', 'c', 'p')
    local counted = tonumber(seen[2]) or now
    local tokens = math.min(burst, (tonumber(seen[1]) or burst) + math.max(0, now - counted) * rate)
    local closed = tonumber(seen[3]) or 0
    levels[i] = {tokens, rate, burst, closed}
    wait = math.max(wait, math.max(0, 1 - tokens) / rate, closed - now)
end
if wait > 0 then return math.ceil(wait) end
for i, key in ipairs(KEYS) do
    local tokens, rate, burst = levels[i][1] - 1, levels[i][2], levels[i][3]
    redis.call('HSET', key, 't', tostring(tokens), 'c', string.format('%.3f', now))
    redis.call('PEXPIRE', key, math.ceil((burst - tokens) / rate) + 1000)
end
return 0
";

/// KEYS: the bucket. ARGV: the pause in milliseconds. A shorter pause does not end a longer one.
const PAUSE: &str = r"
local time = redis.call('TIME')
local until_then = time[1] * 1000 + time[2] / 1000 + tonumber(ARGV[1])
if until_then > (tonumber(redis.call('HGET', KEYS[1], 'p')) or 0) then
    redis.call('HSET', KEYS[1], 'p', string.format('%.3f', until_then))
    local rest = redis.call('PTTL', KEYS[1])
    redis.call('PEXPIRE', KEYS[1], math.max(rest, tonumber(ARGV[1]) + 1000))
end
return 0
";

/// Token buckets of all instances.
pub struct RedisBuckets {
    redis: Redis,
    prefix: String,
    take: Script,
    pause: Script,
}

impl RedisBuckets {
    /// Keys begin with `prefix`: one per shop.
    #[must_use]
    pub fn new(redis: Redis, prefix: &str) -> Self {
        Self { redis, prefix: prefix.to_owned(), take: Script::new(TAKE), pause: Script::new(PAUSE) }
    }

    fn key(&self, key: &str) -> String {
        format!("{}bucket:{key}", self.prefix)
    }
}

#[async_trait]
impl Buckets for RedisBuckets {
    async fn take(&self, buckets: &[Bucket]) -> Result<Taken, BucketTrouble> {
        let mut call = self.take.prepare_invoke();
        for bucket in buckets {
            call.key(self.key(&bucket.key)).arg(bucket.per_second / 1000.0).arg(bucket.burst);
        }
        let call = &call;
        let take = |mut redis| async move { call.invoke_async(&mut redis).await };
        let wait: u64 = self.redis.ask(take).await.map_err(BucketTrouble)?;
        Ok(if wait == 0 { Taken::Yes } else { Taken::Wait(Duration::from_millis(wait)) })
    }

    async fn pause(&self, key: &str, pause: Duration) -> Result<(), BucketTrouble> {
        let mut call = self.pause.prepare_invoke();
        call.key(self.key(key)).arg(u64::try_from(pause.as_millis()).unwrap_or(u64::MAX));
        let call = &call;
        let pause = |mut redis| async move { call.invoke_async(&mut redis).await };
        self.redis.ask(pause).await.map(|_: i64| ()).map_err(BucketTrouble)
    }
}
