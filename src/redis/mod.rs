//! What instances share besides Postgres: open conversations and rate limits. The only user of Redis.

mod buckets;
mod dialogues;
mod pool;

pub use buckets::RedisBuckets;
pub use dialogues::RedisDialogues;
pub use pool::{PoolError, ping, pool};
