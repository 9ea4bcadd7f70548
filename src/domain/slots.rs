//! Times of the day at which orders are brought, and how many fit into each.

use super::hours::moment;
use super::{NotAValue, Span, Timetable};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The most times of a day, and the most days ahead: each is a button.
const MOST: usize = 10;
const DAYS: u8 = 7;
/// The most orders that fit into one.
const ORDERS: u32 = 10_000;

/// A time at which an order is brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The day, by the shop's calendar.
    pub day: NaiveDate,
    /// The time of that day.
    pub span: Span,
}

impl Slot {
    /// When it begins.
    #[must_use]
    pub fn begins(&self, timezone: Tz) -> Option<DateTime<Utc>> {
        moment(self.span.begins_on(self.day), timezone)
    }
}

/// When an order is brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timed {
    /// The shop says nothing of it.
    #[default]
    Anytime,
    /// Then.
    At(Slot),
}

/// The times of a day at which the shop delivers, and how far ahead customers may choose. Without times they are not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    all: Vec<(Span, u32)>,
    days: u8,
}

impl Default for Slots {
    fn default() -> Self {
        Self { all: Vec::new(), days: 2 }
    }
}

impl Slots {
    /// Sets the times with how many orders fit into each, one a line: `10:00-12:00 = 8`; nothing is none.
    ///
    /// # Errors
    /// [`NotAValue`]: then they stay as they are.
    pub fn set(&mut self, typed: &str) -> Result<(), NotAValue> {
        let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut all: Vec<_> = lines.map(parse).collect::<Option<_>>().ok_or(NotAValue)?;
        all.sort_unstable();
        if all.len() > MOST || all.windows(2).any(|two| two[0].0 == two[1].0) {
            return Err(NotAValue);
        }
        self.all = all;
        Ok(())
    }

    /// The times as [`set`](Self::set) reads them.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.all.iter().map(|(span, orders)| format!("{span} = {orders}"));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Sets for how many days customers may choose, today included.
    ///
    /// # Errors
    /// [`NotAValue`]: then it stays as it is.
    pub fn set_days(&mut self, typed: &str) -> Result<(), NotAValue> {
        let days = typed.parse().ok().filter(|days| (1..=DAYS).contains(days)).ok_or(NotAValue)?;
        self.days = days;
        Ok(())
    }

    /// That number as [`set_days`](Self::set_days) reads it.
    #[must_use]
    pub fn days(&self) -> String {
        self.days.to_string()
    }

    /// True if customers are not asked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The times that have not begun, with how many orders fit into each: on the days on which somebody works.
    pub fn ahead(&self, hours: &Timetable, now: DateTime<Utc>, timezone: Tz) -> Vec<(Slot, u32)> {
        let today = now.with_timezone(&timezone).date_naive();
        let days = (0..u64::from(self.days)).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
        let worked = days.filter(|day| !hours.on(*day).is_empty());
        let slots = worked
            .flat_map(|day| self.all.iter().map(move |(span, orders)| (Slot { day, span: *span }, *orders)));
        slots.filter(|(slot, _)| slot.begins(timezone).is_some_and(|begin| begin > now)).collect()
    }

    /// How many orders fit into what a delivery was agreed for: `None` is no limit.
    ///
    /// # Errors
    /// [`NotAValue`]: it is no time of the shop's (any more), or there are times and none was agreed.
    pub fn find(
        &self,
        timed: Timed,
        hours: &Timetable,
        now: DateTime<Utc>,
        timezone: Tz,
    ) -> Result<Option<(Slot, u32)>, NotAValue> {
        match timed {
            Timed::Anytime if self.is_empty() => Ok(None),
            Timed::Anytime => Err(NotAValue),
            Timed::At(slot) => {
                let ahead = self.ahead(hours, now, timezone);
                ahead.into_iter().find(|(known, _)| *known == slot).map(Some).ok_or(NotAValue)
            }
        }
    }
}

fn parse(line: &str) -> Option<(Span, u32)> {
    let (span, orders) = line.split_once('=')?;
    let orders = orders.trim().parse().ok().filter(|orders| (1..=ORDERS).contains(orders))?;
    Some((Span::parse(span)?, orders))
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
