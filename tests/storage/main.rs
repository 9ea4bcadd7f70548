//! The shop on a real Postgres: what holds under any number of simultaneous buyers.

#![cfg(test)]

#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod support;

mod amendments;
mod broadcasts;
mod carts;
mod catalogue;
mod checkout;
mod connections;
mod credit;
mod customers;
mod desk_of_a_million;
mod digests;
mod exports;
mod left_carts;
mod migrations;
mod million;
mod numbers;
mod order_guard;
mod orders;
mod promo_desk;
mod promo_scopes;
mod races;
mod settings;
mod shelves;
mod shop;
mod slots;
mod stockroom;
