//! What instances share besides Postgres: open conversations and rate limits. The only user of Redis.

mod buckets;
mod connection;
mod dialogues;

pub use buckets::RedisBuckets;
pub use connection::{AddressError, Redis};
pub use dialogues::RedisDialogues;
