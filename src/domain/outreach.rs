//! What the shop sends by itself, and when nobody is to be disturbed.

use super::{NotAValue, QuietHours};

/// The most hours after which a cart counts as left behind: a week.
const MOST_HOURS: u16 = 7 * 24;

/// Messages that nobody waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outreach {
    /// When none of them goes out.
    pub quiet: QuietHours,
    /// Whether customers are reminded of a cart that they left behind.
    pub cart_reminder: bool,
    /// After how many hours.
    pub reminder_after: u16,
    /// Whether customers can ask to be told when something is back.
    pub restock_news: bool,
}

impl Default for Outreach {
    fn default() -> Self {
        Self { quiet: QuietHours::default(), cart_reminder: false, reminder_after: 24, restock_news: true }
    }
}

impl Outreach {
    /// Sets the hours after which a cart counts as left behind: from one to a week.
    ///
    /// # Errors
    /// [`NotAValue`]: then they stay as they are.
    pub(super) fn set_hours(&mut self, typed: &str) -> Result<(), NotAValue> {
        let hours = typed.parse().ok().filter(|hours| (1..=MOST_HOURS).contains(hours));
        self.reminder_after = hours.ok_or(NotAValue)?;
        Ok(())
    }
}
