//! When the shop works: hours of each weekday, and holidays.

use super::NotAValue;
use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The most spans of a day, and the most holidays that are known ahead.
const SPANS: usize = 4;
const HOLIDAYS: usize = 60;

/// How far ahead the next opening is looked for. All holidays together are shorter.
const HORIZON_DAYS: u64 = 100;

const MINUTES_OF_A_DAY: u16 = 24 * 60;

/// A time of the day, from one minute to another. One that ends after midnight belongs to the day on which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    from: u16,
    until: u16,
}

impl Span {
    /// The whole day.
    pub const DAY: Self = Self { from: 0, until: MINUTES_OF_A_DAY };

    /// Reads `10:00-19:00`, `10-19` or `18:00–02:00`.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let (from, until) = typed.split_once(['-', '–', '—'])?;
        let (from, until) = (minute(from)?, minute(until)?);
        if from == MINUTES_OF_A_DAY {
            return None;
        }
        Some(Self { from, until: if until > from { until } else { until + MINUTES_OF_A_DAY } })
    }

    /// From one minute of the day to another; what ends after midnight has more than 1440. `None` if that is no time.
    #[must_use]
    pub const fn between(from: u16, until: u16) -> Option<Self> {
        let is_time = from < MINUTES_OF_A_DAY && from < until && until <= from + MINUTES_OF_A_DAY;
        if is_time { Some(Self { from, until }) } else { None }
    }

    /// The minutes, as [`between`](Self::between) takes them.
    #[must_use]
    pub const fn minutes(self) -> (u16, u16) {
        (self.from, self.until)
    }

    pub(super) fn begins_on(self, day: NaiveDate) -> NaiveDateTime {
        day.and_time(NaiveTime::MIN) + TimeDelta::minutes(self.from.into())
    }

    pub(super) fn ends_on(self, day: NaiveDate) -> NaiveDateTime {
        day.and_time(NaiveTime::MIN) + TimeDelta::minutes(self.until.into())
    }
}

fn minute(typed: &str) -> Option<u16> {
    let typed = typed.trim();
    let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "0"));
    let number = |digits: &str, most: u16| {
        let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|number| is_number && *number <= most)
    };
    let minutes = number(hour, 24)? * 60 + number(minute, 59)?;
    (minutes <= MINUTES_OF_A_DAY).then_some(minutes)
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = if self.until > MINUTES_OF_A_DAY { self.until - MINUTES_OF_A_DAY } else { self.until };
        write!(f, "{:02}:{:02}-{:02}:{:02}", self.from / 60, self.from % 60, until / 60, until % 60)
    }
}

/// Whether somebody works in the shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Door {
    /// Yes.
    #[default]
    Open,
    /// Not now, but from this moment on. `None`: nobody knows when.
    OpensAt(Option<DateTime<Utc>>),
    /// Not until further notice.
    Paused,
}

/// Hours and holidays. Without any the shop is always open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    week: [Vec<Span>; 7],
    holidays: BTreeSet<NaiveDate>,
}

impl Default for Timetable {
    fn default() -> Self {
        Self { week: std::array::from_fn(|_| vec![Span::DAY]), holidays: BTreeSet::new() }
    }
}

impl Timetable {
    /// Sets the hours of a weekday: `10:00-14:00, 17:00-20:30`; nothing is closed.
    ///
    /// # Errors
    /// [`NotAValue`]: then it stays as it is.
    pub fn set_day(&mut self, day: Weekday, typed: &str) -> Result<(), NotAValue> {
        let parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty());
        let mut spans: Vec<Span> = parts.map(Span::parse).collect::<Option<_>>().ok_or(NotAValue)?;
        spans.sort_unstable();
        let overlaps = spans.windows(2).any(|two| two[0].until > two[1].from);
        if overlaps || spans.len() > SPANS {
            return Err(NotAValue);
        }
        self.week[index(day)] = spans;
        Ok(())
    }

    /// The hours of a weekday as [`set_day`](Self::set_day) reads them.
    #[must_use]
    pub fn day(&self, day: Weekday) -> String {
        self.week[index(day)].iter().map(Span::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Sets the days on which the shop is closed: `2026-12-25, 26.12.2026`.
    ///
    /// # Errors
    /// [`NotAValue`]: then they stay as they are.
    pub fn set_holidays(&mut self, typed: &str) -> Result<(), NotAValue> {
        let days = typed.split([',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let days: BTreeSet<_> = days.map(date).collect::<Option<_>>().ok_or(NotAValue)?;
        if days.len() > HOLIDAYS {
            return Err(NotAValue);
        }
        self.holidays = days;
        Ok(())
    }

    /// The holidays as [`set_holidays`](Self::set_holidays) reads them.
    #[must_use]
    pub fn holidays(&self) -> String {
        self.holidays.iter().map(NaiveDate::to_string).collect::<Vec<_>>().join(", ")
    }

    /// When somebody works on this day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &[Span] {
        if self.holidays.contains(&day) { &[] } else { &self.week[index(day.weekday())] }
    }

    /// Whether somebody works at this moment, and when next.
    #[must_use]
    pub fn door(&self, now: DateTime<Utc>, timezone: Tz) -> Door {
        let local = now.with_timezone(&timezone).naive_local();
        let (today, yesterday) = (local.date(), local.date().checked_sub_days(Days::new(1)));
        let is_open = yesterday.into_iter().chain([today]).any(|day| {
            self.on(day).iter().any(|span| span.begins_on(day) <= local && local < span.ends_on(day))
        });
        if is_open {
            return Door::Open;
        }
        let days = (0..HORIZON_DAYS).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
        let mut openings = days.flat_map(|day| self.on(day).iter().map(move |span| span.begins_on(day)));
        let next = openings.find(|begin| *begin > local);
        Door::OpensAt(next.and_then(|begin| moment(begin, timezone)))
    }
}

impl Timetable {
    /// The moment since which the shop was open for this long, however often it closed in between. `None`: it is closed
    /// now, or was not open for so long within the last [`HORIZON_DAYS`].
    #[must_use]
    pub fn open_for(&self, long: TimeDelta, now: DateTime<Utc>, timezone: Tz) -> Option<DateTime<Utc>> {
        if self.door(now, timezone) != Door::Open {
            return None;
        }
        let today = now.with_timezone(&timezone).date_naive();
        let days = (0..HORIZON_DAYS).filter_map(|back| today.checked_sub_days(Days::new(back)));
        // Saturday's late evening may reach into Sunday's hours: what was counted is not counted again.
        let (mut left, mut counted) = (long, now);
        for day in days {
            for span in self.on(day).iter().rev() {
                let (Some(begins), Some(ends)) =
                    (moment(span.begins_on(day), timezone), moment(span.ends_on(day), timezone))
                else {
                    continue;
                };
                let ends = ends.min(counted);
                if begins >= ends {
                    continue;
                }
                if ends - begins >= left {
                    return Some(ends - left);
                }
                left -= ends - begins;
                counted = begins;
            }
        }
        None
    }
}

/// A local time as a moment. One that the clocks leave out in spring comes an hour later.
pub(super) fn moment(local: NaiveDateTime, timezone: Tz) -> Option<DateTime<Utc>> {
    let at = |local: NaiveDateTime| timezone.from_local_datetime(&local).earliest();
    at(local).or_else(|| at(local + TimeDelta::hours(1))).map(|moment| moment.to_utc())
}

fn index(day: Weekday) -> usize {
    day.num_days_from_monday() as usize
}

fn date(typed: &str) -> Option<NaiveDate> {
    let formats = ["%Y-%m-%d", "%d.%m.%Y"];
    formats.into_iter().find_map(|format| NaiveDate::parse_from_str(typed, format).ok())
}

#[cfg(test)]
#[path = "hours_tests.rs"]
mod tests;
