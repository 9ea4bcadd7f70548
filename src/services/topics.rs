//! Topics of the staff group, where it is a forum.

use super::Shop;
use crate::domain::{ChatId, StaffTopic};
use crate::repository::StoreError;

impl Shop {
    /// The topics that a group lacks.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn missing_topics(&self, chat: ChatId) -> Result<Vec<StaffTopic>, StoreError> {
        let made = self.session().await?.topics().made(chat).await?;
        Ok(StaffTopic::ALL.into_iter().filter(|topic| !made.contains(topic)).collect())
    }

    /// The thread of a topic; `None`: the group has no such topic.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn topic_thread(&self, chat: ChatId, topic: StaffTopic) -> Result<Option<i32>, StoreError> {
        self.session().await?.topics().thread(chat, topic).await
    }

    /// Remembers the thread of a topic that was made.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_topic(&self, chat: ChatId, topic: StaffTopic, thread: i32) -> Result<(), StoreError> {
        self.session().await?.topics().keep(chat, topic, thread).await
    }

    /// Forgets a topic that is not there any more. True for the first who finds that out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_topic(
        &self,
        chat: ChatId,
        topic: StaffTopic,
        thread: i32,
    ) -> Result<bool, StoreError> {
        self.session().await?.topics().forget(chat, topic, thread).await
    }
}
