//! Conversations, end to end: people in a local Telegram talk to the real bot on a real database.

#![cfg(test)]

#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "shared by several test programs, none of which uses all of it")]
mod support;

mod after;
mod bad_weather;
mod broadcast_times;
mod broadcasts;
mod browsing;
mod cart;
mod checkout;
mod confirming;
mod credit;
mod inline;
mod languages;
mod left_carts;
mod ordering;
mod pictures;
mod promos;
mod safety;
mod shop;
mod staff;
mod staff_access;
mod staff_access_tables;
mod staff_amend;
mod staff_answers;
mod staff_batch;
mod staff_cancel;
mod staff_catalogue;
mod staff_categories;
mod staff_credit;
mod staff_customers;
mod staff_desk;
mod staff_export;
mod staff_import;
mod staff_products;
mod staff_promo_scope;
mod staff_promos;
mod staff_settings;
mod staff_setup;
mod staff_shipping;
mod staff_slip;
mod staff_stats;
mod staff_topics;
mod staff_writing;
mod support_chat;
mod times;
mod unexpected;
mod zones;
