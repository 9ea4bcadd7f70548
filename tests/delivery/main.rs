//! Delivery on a real Postgres and a real Redis: what it promises, one sentence each.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
#[path = "../support/mod.rs"]
mod support;

mod bench;
mod buckets;
mod bulk;
mod bulk_answers;
mod bulk_bench;
mod dead_letters;
mod handling;
mod inbox;
mod instances;
mod outbox;
mod polling;
mod quiet;
mod sending;
mod webhook;
