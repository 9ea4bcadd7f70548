//! Telegram's limits, as buckets that all instances share.

use crate::delivery::OutSettings;
use crate::domain::{ChatId, Urgency};
use crate::repository::{Bucket, Buckets, Taken};
use std::sync::Arc;
use std::time::Duration;

/// The class of everything bulk.
const BULK: &str = "bulk";
/// What is sent at once after a pause, however high the rate is: what Telegram takes at once does not grow with it, and
/// each pause that it asks for would end in the next.
const BULK_BURST: f64 = 5.0;

/// Asks the shared buckets; while they are away, the ones of this process.
#[derive(Clone)]
pub struct Limits {
    shared: Arc<dyn Buckets>,
    own: Arc<dyn Buckets>,
}

impl Limits {
    /// `shared` for all instances, `own` for the time in which those cannot be asked: each instance keeps
    /// the limits by itself then, and Telegram's 429 does the rest.
    #[must_use]
    pub fn new(shared: Arc<dyn Buckets>, own: Arc<dyn Buckets>) -> Self {
        Self { shared, own }
    }

    /// How long to wait before a message to this chat; zero: send it now, its tokens are taken.
    pub(in crate::delivery) async fn wait(
        &self,
        chat: ChatId,
        urgency: Urgency,
        settings: &OutSettings,
    ) -> Duration {
        let buckets = buckets(chat, urgency, settings);
        let taken = match self.shared.take(&buckets).await {
            Ok(taken) => Ok(taken),
            Err(error) => {
                tracing::debug!(%error, "using this instance's own rate buckets");
                metrics::counter!("rate_buckets_trouble_total").increment(1);
                self.own.take(&buckets).await
            }
        };
        match taken {
            Ok(Taken::Wait(wait)) => wait,
            Ok(Taken::Yes) | Err(_) => Duration::ZERO,
        }
    }

    /// Telegram asked for a pause: nothing is sent to this chat, and nothing bulk if it was bulk.
    pub(in crate::delivery) async fn pause(&self, chat: ChatId, urgency: Urgency, pause: Duration) {
        let mut keys = vec![chat_key(chat)];
        if urgency == Urgency::Bulk {
            keys.push(BULK.to_owned());
        }
        for key in keys {
            self.close(&key, pause).await;
        }
    }

    /// Nothing bulk is sent for a while.
    pub(in crate::delivery) async fn pause_bulk(&self, pause: Duration) {
        self.close(BULK, pause).await;
    }

    async fn close(&self, key: &str, pause: Duration) {
        for buckets in [&self.shared, &self.own] {
            // The row itself waits in the database in any case.
            let _ = buckets.pause(key, pause).await;
        }
    }
}

fn chat_key(chat: ChatId) -> String {
    format!("chat:{chat}")
}

fn buckets(chat: ChatId, urgency: Urgency, settings: &OutSettings) -> Vec<Bucket> {
    let is_group = chat.0 < 0;
    let (per_second, burst) = if is_group {
        (settings.group_per_minute / 60.0, settings.group_burst)
    } else {
        (settings.chat_per_second, settings.chat_burst)
    };
    let mut buckets = vec![Bucket { key: chat_key(chat), per_second, burst }];
    if urgency == Urgency::Bulk {
        let per_second = settings.bulk_per_second;
        buckets.push(Bucket {
            key: BULK.to_owned(),
            per_second,
            burst: (per_second / 5.0).clamp(1.0, BULK_BURST),
        });
    }
    buckets
}
