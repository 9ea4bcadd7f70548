//! A local Telegram: a strict Bot API emulator with a chat page. It knows nothing of what its bots do.
//!
//! A test starts one, points a bot at [`Sandbox::api_url`], and plays the people:
//!
//! ```no_run
//! # async fn conversation() -> Result<(), Box<dyn std::error::Error>> {
//! use telegram_sandbox::{Config, Sandbox};
//!
//! let telegram = Sandbox::start(Config::default()).await?;
//! let bot = telegram.bot("Tea bot");
//! // ... start the bot with telegram.api_url() and bot.token() ...
//! let ann = telegram.user("Ann").language("en").create();
//! ann.start();
//! ann.sees("Welcome").await;
//! ann.press("Catalogue").await;
//! ann.sees("Green tea").await;
//! telegram.assert_no_violation();
//! # Ok(())
//! # }
//! ```

mod bot_api;
mod clock;
mod config;
mod delivery;
mod faults;
mod harness;
mod http;
mod limits;
mod person;
mod sandbox;
mod text;
mod world;

pub use self::clock::Clock;
pub use self::config::Config;
pub use self::faults::{CallFault, Faults, NextFault};
pub use self::harness::bots::TestBot;
pub use self::harness::groups::{GroupBuilder, GroupChat};
pub use self::harness::inline::InlineResults;
pub use self::harness::messages::{Answer, Seen};
pub use self::harness::people::{Person, UserBuilder};
pub use self::limits::Limits;
pub use self::person::Unable;
pub use self::sandbox::Sandbox;
