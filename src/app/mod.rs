//! The only wiring: which implementation stands behind which trait, what runs, and how it ends.

mod broadcast_watch;
mod cart_watch;
mod digest_watch;
mod foundation;
mod order_watch;
mod run;
mod shelf_watch;
mod shop_bot;
mod stock_watch;

pub use foundation::{Foundation, NotMigrated, SystemClock, shop, store};
pub use run::App;
