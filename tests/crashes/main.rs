//! The real program under what ends programs: kill -9, a database or a Redis that goes away, a stop in the middle,
//! missing tables. Whatever happens, an order exists once and the customer gets an answer.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
#[path = "../support/mod.rs"]
mod support;

mod buying;
mod database_away;
mod entrances;
mod kills;
mod redis_away;
mod stopping;
mod tables;
