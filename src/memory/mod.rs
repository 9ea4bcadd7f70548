//! The same as `redis`, in this process: for one instance that needs no Redis, and for tests.

mod dialogues;

pub use dialogues::MemoryDialogues;
