//! What goes out: rows of the outbox, sent chat by chat within Telegram's limits.

mod courier;
mod limits;
mod sender;

pub(super) use courier::is_quiet;
pub use courier::{Courier, SendError};
pub use limits::Limits;
pub use sender::Outbound;
