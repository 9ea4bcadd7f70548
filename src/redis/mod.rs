//! What instances share besides Postgres: open conversations and rate limits. The only user of Redis.

mod dialogues;
mod pool;

pub use dialogues::RedisDialogues;
pub use pool::{PoolError, ping, pool};
