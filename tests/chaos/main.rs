//! A storm over a shop: customers order through three instances while instances are killed and replaced, Postgres and
//! Redis go away, and Telegram repeats, reorders, refuses and loses. At the end every promise is checked, in the
//! database and in what the customers saw.
//!
//! The short storm is one of the tests. `scripts/chaos` runs a long one, from any seed.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
#[path = "../support/mod.rs"]
mod support;

mod broadcast;
mod customer;
mod disasters;
mod fleet;
mod invariants;
mod latency;
mod offline;
mod reckoning;
mod redis_memory;
mod report;
mod rolling;
mod staff;
mod storm;

use storm::Plan;

#[tokio::test(flavor = "multi_thread")]
async fn every_customer_is_served_through_a_short_storm() {
    storm::run(Plan::short()).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: scripts/chaos"]
async fn every_customer_is_served_through_a_long_storm() {
    storm::run(Plan::of_environment()).await;
}
