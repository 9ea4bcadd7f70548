//! Delivery: nothing that comes in is lost, nothing that goes out is forgotten, on any number of instances.
//!
//! In: polling or the webhook give raw updates to the [`Intake`]; what waits at the same time is stored with one
//! statement and one commit (`intake`), and only then confirmed to Telegram. An update waits in the lane of its
//! user (`header`). An instance holds a lane with a lease and a fencing number; the `board` is its picture of
//! the lanes it holds, the `clerk` keeps that picture and the database together, and one `worker` per lane calls
//! the [`Handler`], one update at a time. What cannot be handled is tried again at the head of its lane, and at
//! last moves to the dead letters.
//!
//! Out: rows of the outbox, written in the transaction of their cause, are claimed chat by chat and sent
//! through a [`Courier`], within Telegram's limits (`outbox`). Broadcasts are claimed recipient by recipient, and
//! one whose answer was lost is not sent again (`bulk`).
//!
//! What is promised: an update is handled at least once, and the updates of a lane are handled one at a time, in
//! the order of their numbers. A handler that died in the middle is called again with the same update, so what
//! it does must be keyed by the update or by what it stands for.

mod backoff;
mod board;
mod bulk;
mod clerk;
mod direct;
mod gaps;
mod header;
mod inbound;
mod incoming;
mod intake;
mod outbox;
mod parse;
mod polling;
mod renewal;
mod retention;
mod settings;
mod settling;
mod statement;
mod telegram_errors;
mod verdicts;
mod webhook;
mod worker;

pub use bulk::Bulk;
pub use header::{ALLOWED_UPDATES, NotAnUpdate};
pub use inbound::Inbound;
pub use incoming::{Handler, Incoming, Trouble};
pub use intake::{Intake, NotTaken};
pub use outbox::{Courier, Limits, Outbound, SendError};
pub use parse::Loss;
pub use polling::Polling;
pub use retention::run_retention;
pub use settings::{InSettings, OutSettings};
pub use telegram_errors::{Refusal, classify};
pub use webhook::Webhook;
