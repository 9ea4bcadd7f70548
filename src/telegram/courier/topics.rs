//! Where in the staff group a notice belongs, if the group has topics.

use super::Postman;
use crate::delivery::SendError;
use crate::domain::{ChatId, Notice, StaffTopic};
use crate::telegram::staff::topics::name;
use crate::telegram::texts::phrases;
use teloxide::types::{MessageId, ThreadId};
use teloxide::{ApiError, RequestError};

/// A chat, and the topic in it; `None`: the general one, or a chat without topics.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) chat: ChatId,
    pub(super) thread: Option<ThreadId>,
}

impl From<ChatId> for Place {
    fn from(chat: ChatId) -> Self {
        Self { chat, thread: None }
    }
}

impl Postman {
    /// Delivers to the topic. Where that is not there any more, or closed, the general topic gets it: nothing is lost for a topic.
    pub(super) async fn deliver_to_topic(
        &self,
        chat: ChatId,
        topic: StaffTopic,
        notice: &Notice,
    ) -> Result<(), SendError> {
        let Some(thread) = self.shop.topic_thread(chat, topic).await? else {
            return self.bring(chat.into(), notice).await;
        };
        let place = Place { chat, thread: Some(ThreadId(MessageId(thread))) };
        match self.bring(place, notice).await {
            Err(SendError::Telegram(RequestError::Api(error))) if is_gone(&error) => {
                if self.shop.forget_topic(chat, topic, thread).await? {
                    tracing::warn!(topic = topic.as_str(), "a topic of the staff group is gone");
                    let texts = phrases(self.staff_lang());
                    let gone = texts.html("topic-gone", &[("name", texts.plain(name(topic), &[]).into())]);
                    self.send(chat, gone.as_str(), None).await?;
                }
                self.bring(chat.into(), notice).await
            }
            Err(SendError::Telegram(RequestError::Api(error))) if is_closed(&error) => {
                self.bring(chat.into(), notice).await
            }
            outcome => outcome,
        }
    }
}

fn is_gone(error: &ApiError) -> bool {
    let error = error.to_string();
    ["message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID"]
        .iter()
        .any(|words| error.contains(words))
}

fn is_closed(error: &ApiError) -> bool {
    error.to_string().contains("TOPIC_CLOSED")
}
