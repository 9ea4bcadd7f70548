//! Everything that knows Telegram. `schema` is the table of contents.

mod asks;
mod bot;
mod chart;
mod commands;
mod courier;
mod deed;
mod drive;
mod elsewhere;
mod errors;
mod event;
mod format;
mod handler;
mod html;
mod inline;
mod membership;
mod message;
mod middleware;
mod payload;
mod pictures;
mod presses;
mod recall;
mod register;
mod route;
mod schema;
mod screen;
mod setup_code;
mod speak;
mod staff;
mod texts;

pub use bot::{CallError, connect};
pub use courier::Postman;
pub use drive::Conversations;
pub use handler::{Parts, Telegram};
pub use register::{register, register_staff};
pub use setup_code::SetupCode;
pub use speak::Speaker;
