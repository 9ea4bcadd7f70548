//! Nobody takes the bot's time away from the others.

use super::{Branch, step};
use crate::delivery::{Incoming, Trouble};
use crate::domain::Lang;
use crate::repository::{Bucket, Buckets, Taken};
use crate::telegram::bot::tell;
use crate::telegram::presses;
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::types::UpdateKind;

/// Seconds' worth of updates that may come at once. Nobody who reads the screens comes near it.
const BURST_SECONDS: f64 = 7.0;

/// How fast one person is served.
#[derive(Debug, Clone, Copy)]
pub(in crate::telegram) struct Pace(f64);

impl Pace {
    /// So many updates per second in the long run.
    pub(in crate::telegram) fn per_second(updates: u32) -> Self {
        Self(updates.into())
    }
}

/// Within the limit.
#[derive(Debug, Clone, Copy)]
pub(in crate::telegram) struct InTime;

/// Answers those who are too fast with a request to slow down, and nothing else. A repetition of an update that
/// was let through before is let through again.
pub(in super::super) fn rate_limit() -> Branch {
    step(limit)
}

async fn limit(
    update: Arc<Incoming>,
    buckets: Arc<dyn Buckets>,
    pace: Pace,
    bot: Bot,
) -> Result<Option<InTime>, Trouble> {
    let Some(user) = update.update.from() else { return Ok(Some(InTime)) };
    let (rate, burst) = (pace.0, pace.0 * BURST_SECONDS);
    if update.attempt > 1 || has_room(&*buckets, format!("user:{}", user.id), rate, burst).await {
        return Ok(Some(InTime));
    }
    metrics::counter!("updates_over_rate_total").increment(1);
    tracing::info!(user = user.id.0, "too many updates of one person");
    let lang = user.language_code.as_deref().and_then(Lang::parse).unwrap_or_default();
    let text = phrases(lang).plain("too-fast", &[]);
    match &update.update.kind {
        UpdateKind::CallbackQuery(press) if !update.answered => {
            presses::toast(&bot, press, &text, false).await;
        }
        // Said once in a while: an answer to each message of a flood would be a flood.
        _ if has_room(&*buckets, format!("slow-down:{}", user.id), 0.1, 1.0).await => {
            if let Err(error) = tell(&bot, bot.send_message(user.id, text)).await {
                tracing::debug!(%error, "the request to slow down was not sent");
            }
        }
        _ => {}
    }
    Ok(None)
}

/// While the buckets are away, everybody is let through: the lanes still serve one update of a person at a time.
async fn has_room(buckets: &dyn Buckets, key: String, per_second: f64, burst: f64) -> bool {
    match buckets.take(&[Bucket { key, per_second, burst }]).await {
        Ok(taken) => taken == Taken::Yes,
        Err(error) => {
            tracing::warn!(%error, "rate limits are not checked");
            true
        }
    }
}
