//! Open conversations, and what the last update left behind in them.
//!
//! As long as a lane stays with one holder, nobody else changes its conversation: what was stored last is what would be read.

use super::drive::Conversations;
use crate::delivery::Incoming;
use crate::dialogue::Record;
use crate::repository::DialogueError;
use moka::future::Cache;
use std::sync::Arc;
use std::time::Duration;
use teloxide::types::ChatId;

/// The most that are remembered, about 1 kB each: as many as there are lanes in one's hands.
const MOST: u64 = 4096;
/// A lane that rests is let go before that.
const RESTED: Duration = Duration::from_secs(10);

/// See the module. Cheap to clone.
#[derive(Clone)]
pub(super) struct Recall {
    conversations: Conversations,
    last: Cache<ChatId, Left>,
}

#[derive(Clone)]
struct Left {
    fence: i64,
    record: Record,
}

impl Recall {
    pub(super) fn of(conversations: Conversations) -> Self {
        Self { conversations, last: Cache::builder().max_capacity(MOST).time_to_idle(RESTED).build() }
    }

    /// The conversation of a chat, as the handler of `update` has to know it.
    pub(super) async fn load(
        &self,
        chat: ChatId,
        update: &Incoming,
    ) -> Result<Option<Record>, DialogueError> {
        match self.last.get(&chat).await {
            Some(left) if left.fence == update.fence => Ok(Some(left.record)),
            Some(_) | None => Arc::clone(&self.conversations).get_dialogue(chat).await,
        }
    }

    /// Stores a conversation, and gives it back with its new revision.
    ///
    /// # Errors
    /// [`DialogueError::Conflict`] if it has changed since it was loaded: load it again.
    pub(super) async fn store(
        &self,
        chat: ChatId,
        update: &Incoming,
        record: Record,
    ) -> Result<Record, DialogueError> {
        let stored = match self.compare_and_set(chat, record.clone()).await {
            Err(DialogueError::Conflict) => match self.forgotten(chat, update, &record).await? {
                Some(revision) => self.compare_and_set(chat, Record { revision, ..record }).await,
                None => Err(DialogueError::Conflict),
            },
            stored => stored,
        };
        match &stored {
            Ok(record) => self.keep(chat, update, record.clone()).await,
            Err(DialogueError::Conflict) => self.last.invalidate(&chat).await,
            // While the store is away, what it had last is still known.
            Err(_) => {}
        }
        stored
    }

    /// Remembers a conversation that was shown and could not be stored: it is, with the next update.
    pub(super) async fn keep(&self, chat: ChatId, update: &Incoming, record: Record) {
        self.last.insert(chat, Left { fence: update.fence, record }).await;
    }

    async fn compare_and_set(&self, chat: ChatId, record: Record) -> Result<Record, DialogueError> {
        let next = Record { revision: record.revision + 1, ..record.clone() };
        Arc::clone(&self.conversations).update_dialogue(chat, record).await.map(|()| next)
    }

    /// The revision that the store is at, if it is behind what was stored there: it has lost its memory, and learns it again.
    /// What was done in the conversation is not done a second time for that.
    async fn forgotten(
        &self,
        chat: ChatId,
        update: &Incoming,
        record: &Record,
    ) -> Result<Option<u64>, DialogueError> {
        let is_ours = |left: &Left| left.fence == update.fence && left.record.revision == record.revision;
        if !self.last.get(&chat).await.as_ref().is_some_and(is_ours) {
            return Ok(None);
        }
        let found = Arc::clone(&self.conversations).get_dialogue(chat).await?;
        let revision = found.map_or(0, |found| found.revision);
        Ok((revision < record.revision).then_some(revision))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::{Incoming, Loss};
    use crate::domain::UpdateId;
    use crate::repository::Lane;
    use futures::future::BoxFuture;
    use std::collections::HashMap;
    use std::sync::Mutex;
    use teloxide::dispatching::dialogue::Storage;
    use teloxide::types::{Update, UpdateKind};
    use tokio::time::Instant;

    const CHAT: ChatId = ChatId(7);

    /// A store that counts how often it is asked.
    #[derive(Default)]
    struct Shelf {
        records: Mutex<HashMap<ChatId, Record>>,
        asked: Mutex<u32>,
    }

    impl Storage<Record> for Shelf {
        type Error = DialogueError;

        fn remove_dialogue(self: Arc<Self>, chat: ChatId) -> BoxFuture<'static, Result<(), DialogueError>> {
            self.records.lock().unwrap().remove(&chat);
            Box::pin(async { Ok(()) })
        }

        fn update_dialogue(
            self: Arc<Self>,
            chat: ChatId,
            record: Record,
        ) -> BoxFuture<'static, Result<(), DialogueError>> {
            let mut records = self.records.lock().unwrap();
            let outcome = if records.get(&chat).map_or(0, |record| record.revision) == record.revision {
                records.insert(chat, Record { revision: record.revision + 1, ..record });
                Ok(())
            } else {
                Err(DialogueError::Conflict)
            };
            Box::pin(async { outcome })
        }

        fn get_dialogue(
            self: Arc<Self>,
            chat: ChatId,
        ) -> BoxFuture<'static, Result<Option<Record>, DialogueError>> {
            *self.asked.lock().unwrap() += 1;
            let found = self.records.lock().unwrap().get(&chat).cloned();
            Box::pin(async { Ok(found) })
        }
    }

    fn update(id: i64, fence: i64) -> Incoming {
        Incoming {
            id: UpdateId(id),
            lane: Lane(CHAT.0),
            kind: "message".to_owned(),
            update: Update {
                id: teloxide::types::UpdateId(1),
                kind: UpdateKind::Error(serde_json::Value::Null),
            },
            loss: Loss::None,
            attempt: 1,
            last_attempt: false,
            received: Instant::now(),
            answered: false,
            fence,
        }
    }

    /// The conversation as it is loaded, with this update applied.
    async fn turn(recall: &Recall, update: &Incoming) -> Result<Record, DialogueError> {
        let record = recall.load(CHAT, update).await?.unwrap_or_default();
        recall.store(CHAT, update, Record { applied: Some(update.id), ..record }).await
    }

    #[tokio::test]
    async fn what_was_stored_last_is_not_asked_for_while_the_lane_stays() {
        let shelf = Arc::new(Shelf::default());
        let recall = Recall::of(shelf.clone());
        for id in 1..=3 {
            assert_eq!(turn(&recall, &update(id, 1)).await.unwrap().revision, u64::try_from(id).unwrap());
        }
        assert_eq!(*shelf.asked.lock().unwrap(), 1);
    }

    #[tokio::test]
    async fn what_was_known_with_an_earlier_lease_counts_no_more() {
        let shelf = Arc::new(Shelf::default());
        let (here, there) = (Recall::of(shelf.clone()), Recall::of(shelf.clone()));
        turn(&here, &update(1, 1)).await.unwrap();
        turn(&there, &update(2, 2)).await.unwrap();
        let back = update(3, 3);
        let loaded = here.load(CHAT, &back).await.unwrap().unwrap();
        assert_eq!((loaded.applied, loaded.revision), (Some(UpdateId(2)), 2));
    }

    #[tokio::test]
    async fn who_lost_the_lane_does_not_overwrite_who_has_it() {
        let shelf = Arc::new(Shelf::default());
        let (here, there) = (Recall::of(shelf.clone()), Recall::of(shelf.clone()));
        turn(&here, &update(1, 1)).await.unwrap();
        turn(&there, &update(2, 2)).await.unwrap();
        assert!(matches!(turn(&here, &update(3, 1)).await, Err(DialogueError::Conflict)));
        // Asked once more, it is what the other one has stored.
        assert_eq!(here.load(CHAT, &update(3, 1)).await.unwrap().unwrap().applied, Some(UpdateId(2)));
    }

    #[tokio::test]
    async fn a_store_that_lost_its_memory_learns_it_again() {
        let shelf = Arc::new(Shelf::default());
        let recall = Recall::of(shelf.clone());
        turn(&recall, &update(1, 1)).await.unwrap();
        turn(&recall, &update(2, 1)).await.unwrap();
        shelf.records.lock().unwrap().clear();
        assert_eq!(turn(&recall, &update(3, 1)).await.unwrap().applied, Some(UpdateId(3)));
        assert_eq!(shelf.records.lock().unwrap()[&CHAT].applied, Some(UpdateId(3)));
    }
}
