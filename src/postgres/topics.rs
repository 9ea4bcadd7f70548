//! Topics of the staff group, where it is a forum.

use super::store::{Held, Pg};
use crate::domain::{ChatId, StaffTopic};
use crate::repository::{StoreError, Topics};
use async_trait::async_trait;

#[async_trait]
impl<C: Held> Topics for Pg<C> {
    async fn made(&mut self, chat: ChatId) -> Result<Vec<StaffTopic>, StoreError> {
        let words = sqlx::query_scalar!("SELECT topic FROM staff_topics WHERE chat = $1", chat.0)
            .fetch_all(&mut *self.0)
            .await?;
        Ok(words.iter().filter_map(|word| StaffTopic::parse(word)).collect())
    }

    async fn thread(&mut self, chat: ChatId, topic: StaffTopic) -> Result<Option<i32>, StoreError> {
        let thread = sqlx::query_scalar!(
            "SELECT thread FROM staff_topics WHERE chat = $1 AND topic = $2",
            chat.0,
            topic.as_str(),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(thread)
    }

    async fn keep(&mut self, chat: ChatId, topic: StaffTopic, thread: i32) -> Result<(), StoreError> {
        sqlx::query!(
            "INSERT INTO staff_topics (chat, topic, thread) VALUES ($1, $2, $3)
             ON CONFLICT (chat, topic) DO UPDATE SET thread = excluded.thread",
            chat.0,
            topic.as_str(),
            thread,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn forget(&mut self, chat: ChatId, topic: StaffTopic, thread: i32) -> Result<bool, StoreError> {
        let gone = sqlx::query!(
            "DELETE FROM staff_topics WHERE chat = $1 AND topic = $2 AND thread = $3",
            chat.0,
            topic.as_str(),
            thread,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(gone.rows_affected() > 0)
    }
}
