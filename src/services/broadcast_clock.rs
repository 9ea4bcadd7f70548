//! Broadcasts by the clock: begun at the time that was set, silent in quiet hours, and what came of them.

use super::Shop;
use crate::domain::{Actor, BroadcastId, BroadcastState, Followed};
use crate::repository::StoreError;
use chrono::{DateTime, TimeDelta, Utc};

/// Broadcasts begun in one round; the rest follows in the next.
const AT_ONCE: u32 = 5;

/// An order so long after a message counts as one that followed it.
const FOLLOWS_WITHIN: TimeDelta = TimeDelta::days(3);

impl Shop {
    /// Lets a draft begin at this moment, or a scheduled broadcast at another one. False if it is neither any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn schedule_broadcast(
        &self,
        id: BroadcastId,
        at: DateTime<Utc>,
        by: Actor,
    ) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        if !work.broadcasts().schedule(id, at).await? {
            return Ok(false);
        }
        self.record_turn(work.as_mut(), id, None, BroadcastState::Scheduled, by).await?;
        work.commit().await?;
        Ok(true)
    }

    /// Begins what is due for the customers whom its segment has now: each broadcast once, on any number of instances.
    /// Returns how many it began.
    ///
    /// # Errors
    /// [`StoreError`]: what was not begun is still due.
    pub async fn begin_due_broadcasts(&self) -> Result<u32, StoreError> {
        let due = self.session().await?.broadcasts().due(self.now(), AT_ONCE).await?;
        let mut begun = 0;
        for (id, segment) in due {
            if self.begin_from(id, BroadcastState::Scheduled, segment, Actor::System).await? {
                tracing::info!(broadcast = id.0, "a scheduled broadcast begins");
                begun += 1;
            }
        }
        Ok(begun)
    }

    /// Until when nothing goes to many customers: the end of the quiet hours, if it is quiet now.
    ///
    /// # Errors
    /// [`StoreError`]: the settings were never read.
    pub async fn quiet_until(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(self.settings().await?.outreach.quiet.until(self.now(), self.terms.timezone))
    }

    /// The orders of its recipients within three days of their message. Nobody knows whether they came of it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn followed(&self, id: BroadcastId) -> Result<Followed, StoreError> {
        let currency = self.terms.currency.code();
        self.session().await?.broadcasts().followed(id, FOLLOWS_WITHIN, currency).await
    }
}
