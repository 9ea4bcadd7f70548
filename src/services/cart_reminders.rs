//! A friendly word about a cart that was left behind.

use super::Shop;
use crate::domain::Notice;
use crate::repository::{LeftBehind, StoreError};
use chrono::TimeDelta;

/// A cart is told of within this time after it is due, or not at all: switched on, the reminder is not for carts of last
/// year. Longer than any quiet hours.
const WINDOW: TimeDelta = TimeDelta::days(3);

/// Cart lines that are looked at in one round; the rest follows in the next.
const AT_ONCE: u32 = 200;

impl Shop {
    /// Reminds customers of carts that they have left alone for as long as the shop says, if it wants that and it is not
    /// quiet now. Each once for the same content, on any number of instances: that they are told, and that they were,
    /// become true together. Returns how many.
    ///
    /// # Errors
    /// [`StoreError`]: then nobody is told, and it is still due.
    pub async fn remind_of_carts(&self) -> Result<usize, StoreError> {
        let outreach = self.settings().await?.outreach;
        if !outreach.cart_reminder || self.quiet_until().await?.is_some() {
            return Ok(0);
        }
        let now = self.now();
        let since = now - TimeDelta::hours(outreach.reminder_after.into());
        let mut work = self.begin().await?;
        let left = LeftBehind { since, not_before: since - WINDOW, now };
        let customers = work.carts().left_behind(&left, AT_ONCE).await?;
        let told: Vec<_> = customers.iter().map(|id| (id.chat(), Notice::CartReminder)).collect();
        work.outbox().push(&told, now).await?;
        work.commit().await?;
        Ok(told.len())
    }
}
