//! Topics of the staff group, where it is a forum.

use super::StoreError;
use crate::domain::{ChatId, StaffTopic};
use async_trait::async_trait;

/// Which thread is for what.
#[async_trait]
pub trait Topics: Send {
    /// The topics that were made in a group.
    async fn made(&mut self, chat: ChatId) -> Result<Vec<StaffTopic>, StoreError>;
    /// The thread of a topic.
    async fn thread(&mut self, chat: ChatId, topic: StaffTopic) -> Result<Option<i32>, StoreError>;
    /// Remembers the thread of a topic that was made.
    async fn keep(&mut self, chat: ChatId, topic: StaffTopic, thread: i32) -> Result<(), StoreError>;
    /// Forgets a thread that is not there any more; false if that was done before.
    async fn forget(&mut self, chat: ChatId, topic: StaffTopic, thread: i32) -> Result<bool, StoreError>;
}
