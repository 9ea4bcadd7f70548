//! The same as `redis`, in this process: for one instance that needs no Redis, and for tests.

mod buckets;
mod dialogues;

pub use buckets::MemoryBuckets;
pub use dialogues::MemoryDialogues;
