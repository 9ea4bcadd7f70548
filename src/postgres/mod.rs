//! Postgres: the traits of `repository` in SQL. The only room with SQL in it.

mod dead_letters;
mod delivery;
mod error;
mod inbox;
mod lanes;
mod outbox_queue;

pub use delivery::Delivery;
