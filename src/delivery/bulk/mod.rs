//! Broadcasts: recipients are rows, each gets its turn once, within the rate that all instances share.
//!
//! Before a message is sent it is written down that it is in flight, and after it what became of it. A crash in
//! between leaves at most what was in flight uncertain; that is counted and not sent again. What was only claimed
//! goes on where it was, on any instance.

mod sender;
mod turn;

pub use sender::Bulk;
