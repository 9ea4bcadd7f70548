//! An update on its way to the handler, and what the handler may answer.

use super::board::Ready;
use super::parse::{self, Loss};
use crate::domain::UpdateId;
use crate::repository::{Lane, Lease};
use async_trait::async_trait;
use std::sync::Arc;
use teloxide::types::Update;
use tokio::time::Instant;

/// An update for the handler.
#[derive(Debug)]
pub struct Incoming {
    /// Telegram's number for it: the correlation id of everything that follows from it.
    pub id: UpdateId,
    /// The lane it is handled in. Nothing else of this lane is handled at the same time, anywhere.
    pub lane: Lane,
    /// The kind, as Telegram names the field.
    pub kind: String,
    /// The update, typed.
    pub update: Update,
    /// What the types could not hold.
    pub loss: Loss,
    /// 1 for the first attempt. A higher number says that an earlier attempt failed somewhere in the
    /// middle, or that its worker died: everything done must be idempotent.
    pub attempt: u16,
    /// True if the update is given up when this attempt fails as [`Trouble::Broken`]: the last chance
    /// to apologise.
    pub last_attempt: bool,
    /// When it came in, by this process' clock.
    pub received: Instant,
    /// True if it is a press that Telegram was given an answer to with the acknowledgement: its button has stopped
    /// spinning, and a second answer would not be shown.
    pub answered: bool,
    /// Grows with every change of the lane's holder: as long as it is the same, nobody else has handled anything of this
    /// lane.
    pub fence: i64,
}

impl Incoming {
    pub(super) fn of(ready: &Ready, lease: Lease, failures: Failures, max_attempts: u16) -> Self {
        let (update, loss) = parse::update(ready.id, &ready.raw);
        Self {
            id: ready.id,
            lane: lease.lane,
            kind: ready.kind.clone(),
            update,
            loss,
            attempt: u16::try_from(failures.all()).unwrap_or(u16::MAX).saturating_add(1),
            last_attempt: u16::try_from(failures.counted).unwrap_or(0).saturating_add(1) >= max_attempts,
            received: ready.received,
            answered: ready.answered,
            fence: lease.fence,
        }
    }
}

/// How often an update has failed so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Failures {
    /// Counted against it: its handler failed, or died with it.
    pub(super) counted: i16,
    /// Not its fault: something the program needs was away. Forgotten with the lane.
    pub(super) excused: i16,
}

impl Failures {
    pub(super) fn count(&mut self, is_excused: bool) {
        let counter = if is_excused { &mut self.excused } else { &mut self.counted };
        *counter = counter.saturating_add(1);
    }

    pub(super) fn all(self) -> u32 {
        u32::try_from(self.counted.saturating_add(self.excused)).unwrap_or(0)
    }
}

/// What was read of an update before it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// Telegram's number.
    pub id: UpdateId,
    /// The kind.
    pub kind: String,
    /// Its lane; `None` if it has a deadline and is answered outside the lanes.
    pub lane: Option<Lane>,
    /// The callback query, if it is a press in a private chat.
    pub press: Option<String>,
}

/// Why an update was not handled. Text for the logs and the staff: no personal data in it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Something the program needs did not answer. Tried again until it does, for up to an hour.
    #[error("a dependency is in trouble: {0}")]
    Dependency(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It did not end within its time limit and was cut off. Tried again a few times, then given up.
    #[error("its handler did not end in time")]
    TimedOut,
    /// Anything else. Tried again a few times, then given up.
    #[error("cannot be handled: {0}")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<crate::repository::StoreError> for Trouble {
    fn from(error: crate::repository::StoreError) -> Self {
        match error {
            crate::repository::StoreError::Unavailable(_) => Self::Dependency(Box::new(error)),
            crate::repository::StoreError::Broken(_) => Self::Broken(Box::new(error)),
        }
    }
}

impl From<teloxide::RequestError> for Trouble {
    fn from(error: teloxide::RequestError) -> Self {
        use super::telegram_errors::{Refusal, classify};
        match classify(&error) {
            Refusal::TooFast(_) | Refusal::Unavailable => Self::Dependency(Box::new(error)),
            _ => Self::Broken(Box::new(error)),
        }
    }
}

/// Handles updates.
#[async_trait]
pub trait Handler: Send + Sync {
    /// Handles an update of a lane. May be dropped at any await point (time limit, lost lease) and is then
    /// called again.
    ///
    /// # Errors
    /// [`Trouble`]: it is called again, unless this was the last attempt.
    async fn handle(&self, update: Arc<Incoming>) -> Result<(), Trouble>;

    /// Says sorry, if it is time for it: called after every attempt that failed, however it did. An attempt that
    /// panicked or was cut off could not do that itself.
    async fn apologise(&self, update: &Incoming, trouble: &Trouble);

    /// Answers an update with a deadline (pre-checkout, shipping and inline queries), while others wait
    /// in the lanes. Called once.
    ///
    /// # Errors
    /// [`Trouble`]: it is logged, nothing else can be done.
    async fn answer_now(&self, update: Arc<Incoming>) -> Result<(), Trouble>;
}
