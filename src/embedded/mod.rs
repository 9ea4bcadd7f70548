//! A private Postgres, started by the program itself, so that a shop can be tried without installing or
//! configuring a server.
//!
//! The server listens on a Unix socket only, keeps its files in one folder, and ends with the program, however
//! that ends. The demo and the tests stand on it; `serve` takes its Postgres from the settings.

mod binaries;
mod error;
mod folder;
mod postgres;
mod process;

pub use binaries::Binaries;
pub use error::PostgresError;
pub use postgres::{Options, Postgres};
