//! What is remembered of a conversation between two updates.

use super::{Remark, State};
use crate::domain::{MessageId, UpdateId};
use serde::{Deserialize, Serialize};

/// The shape of [`Record`]. Raise it when an older record can no longer be read; that one is then forgotten,
/// politely.
pub const RECORD_VERSION: u16 = 1;

/// The stored conversation of one customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Counts the writes: a write must name the revision it read (compare-and-set). 0 is "not stored yet".
    pub revision: u64,
    /// The last update that was applied. Redelivered, it shows the same screen again and steps no further.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applied: Option<UpdateId>,
    /// The message that is edited as the customer moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<MessageId>,
    /// True while a keyboard of ours stands in the place of the customer's letters.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub keyboard: bool,
    /// Where the customer is.
    pub state: State,
    /// What was said on top of the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Remark>,
}

impl Record {
    /// What becomes of a record that cannot be read any more: a fresh start, said politely.
    #[must_use]
    pub fn forgotten(revision: u64) -> Self {
        Self { revision, remark: Some(Remark::Resumed), ..Self::default() }
    }
}
