//! Postgres: the traits of `repository` in SQL. The only room with SQL in it.
//!
//! The shop's repositories are implemented on [`PgStore`], one file each; those of delivery on [`Delivery`].

mod aisles;
mod amendment_row;
mod amendments;
mod audit;
mod broadcasts;
mod bulk_queue;
mod canned;
mod cart_row;
mod carts;
mod catalog;
mod credit;
mod customer_row;
mod customers;
mod dead_letters;
mod delivery;
mod desk;
mod error;
mod exports;
mod forgetting;
mod imports;
mod inbox;
mod lanes;
mod link;
mod numbers;
mod order_row;
mod orders;
mod outbox;
mod outbox_queue;
mod pool;
mod promo_desk;
mod promo_scopes;
mod promos;
mod regulars;
mod settings;
mod setup;
mod shelves;
mod showcase;
mod slots;
mod staff;
mod state;
mod stock;
mod stocklist;
mod stockroom;
mod store;
mod support;
mod topics;
mod track_records;
mod value;
mod variants;
mod verdicts;

pub use delivery::Delivery;
pub use pool::Connections;
pub use state::DatabaseState;
pub use store::PgStore;
