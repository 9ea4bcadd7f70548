//! Open conversations in this process, with the same rules as in Redis.

use crate::dialogue::Record;
use crate::repository::DialogueError;
use futures::future::BoxFuture;
use moka::future::Cache;
use moka::ops::compute::{CompResult, Op};
use std::sync::Arc;
use std::time::Duration;
use teloxide::dispatching::dialogue::Storage;
use teloxide::types::ChatId;

/// The most conversations kept; beyond it the longest untouched are forgotten. About 1 kB each.
const MOST: u64 = 200_000;

/// Open conversations of a shop with one instance.
#[derive(Clone)]
pub struct MemoryDialogues(Cache<ChatId, Record>);

impl MemoryDialogues {
    /// Conversations are forgotten `ttl` after the last word.
    #[must_use]
    pub fn new(ttl: Duration) -> Self {
        Self(Cache::builder().max_capacity(MOST).time_to_live(ttl).build())
    }
}

impl Storage<Record> for MemoryDialogues {
    type Error = DialogueError;

    fn remove_dialogue(self: Arc<Self>, chat: ChatId) -> BoxFuture<'static, Result<(), DialogueError>> {
        Box::pin(async move {
            self.0.invalidate(&chat).await;
            Ok(())
        })
    }

    fn update_dialogue(
        self: Arc<Self>,
        chat: ChatId,
        record: Record,
    ) -> BoxFuture<'static, Result<(), DialogueError>> {
        Box::pin(async move {
            let expected = record.revision;
            let next = Record { revision: expected + 1, ..record };
            let outcome = self
                .0
                .entry(chat)
                .and_compute_with(|stored| {
                    let revision = stored.map_or(0, |stored| stored.into_value().revision);
                    std::future::ready(if revision == expected { Op::Put(next) } else { Op::Nop })
                })
                .await;
            match outcome {
                CompResult::Inserted(_) | CompResult::ReplacedWith(_) => Ok(()),
                CompResult::Removed(_) | CompResult::Unchanged(_) | CompResult::StillNone(_) => {
                    Err(DialogueError::Conflict)
                }
            }
        })
    }

    fn get_dialogue(
        self: Arc<Self>,
        chat: ChatId,
    ) -> BoxFuture<'static, Result<Option<Record>, DialogueError>> {
        Box::pin(async move { Ok(self.0.get(&chat).await) })
    }
}
