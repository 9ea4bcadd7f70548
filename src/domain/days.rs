//! Days as the shop counts them: when they begin, and the spans of them that people ask for.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::fmt;

/// The first moment of a day.
#[must_use]
pub fn day_start(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    local_moment(day, NaiveTime::MIN, zone)
}

/// The moment at which the clocks of a zone show this. Where they are put forward over it, the one when they go on; where
/// they show it twice, the first.
#[must_use]
pub(super) fn local_moment(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    // No clock has ever been put forward by more than a day.
    let first = (0..=24 * 4).find_map(|quarter| {
        let moment = day.and_time(time) + TimeDelta::minutes(15 * quarter);
        moment.and_local_timezone(zone).earliest()
    });
    first.map_or_else(|| day.and_time(time).and_utc(), |moment| moment.to_utc())
}

/// A day of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShopDay {
    /// Its date.
    pub date: NaiveDate,
    /// Its first moment.
    pub began_at: DateTime<Utc>,
}

impl ShopDay {
    /// The day that holds this moment.
    #[must_use]
    pub fn of(now: DateTime<Utc>, zone: Tz) -> Self {
        let date = now.with_timezone(&zone).date_naive();
        Self { date, began_at: day_start(date, zone) }
    }
}

/// The longest span of days that is looked at: a year, and a day of a leap year.
pub const MOST_DAYS: u32 = 366;

/// Days in a row, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    first: NaiveDate,
    last: NaiveDate,
}

impl DaySpan {
    /// From one day to another, both counted; `None` backwards, or for more than [`MOST_DAYS`].
    #[must_use]
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let days = (last - first).num_days();
        (0..i64::from(MOST_DAYS)).contains(&days).then_some(Self { first, last })
    }

    /// So many days, of which this is the last.
    fn up_to(last: NaiveDate, count: u32) -> Self {
        let first = last.checked_sub_days(Days::new(u64::from(count.saturating_sub(1))));
        Self { first: first.unwrap_or(last), last }
    }

    /// The first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    #[must_use]
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> u32 {
        u32::try_from((self.last - self.first).num_days() + 1).unwrap_or(1)
    }

    /// As many days just before these.
    #[must_use]
    pub fn before(self) -> Self {
        Self::up_to(self.first.pred_opt().unwrap_or(self.first), self.count())
    }

    /// Every day of them.
    pub fn iter(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take(self.count() as usize)
    }

    /// Is this day one of them?
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// From the first moment of the first day to just before this moment.
    #[must_use]
    pub fn moments(self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let after = self.last.succ_opt().unwrap_or(self.last);
        (day_start(self.first, zone), day_start(after, zone))
    }
}

/// Which days somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// This day.
    Today,
    /// Seven days, this one the last.
    Week,
    /// Thirty days, this one the last.
    Month,
    /// These days.
    Days(DaySpan),
}

impl Period {
    /// Those one press away.
    pub const QUICK: [Self; 3] = [Self::Today, Self::Week, Self::Month];

    /// Reads `today`, `week`, `month`, a day (`2026-11-24`), a month (`2026-11`), or two days with anything between
    /// them. Nothing at all is a week.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        match typed.trim().to_lowercase().as_str() {
            "" | "week" => Some(Self::Week),
            "today" => Some(Self::Today),
            "month" => Some(Self::Month),
            words => span(words).map(Self::Days),
        }
    }

    /// The days it means, seen from this one.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> DaySpan {
        match self {
            Self::Today => DaySpan::up_to(today, 1),
            Self::Week => DaySpan::up_to(today, 7),
            Self::Month => DaySpan::up_to(today, 30),
            Self::Days(days) => days,
        }
    }
}

/// As [`Period::parse`] reads it, in at most 21 bytes.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Week => f.write_str("week"),
            Self::Month => f.write_str("month"),
            Self::Days(days) => write!(f, "{}.{}", days.first, days.last),
        }
    }
}

fn span(words: &str) -> Option<DaySpan> {
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    if let Some(day) = day(words) {
        return DaySpan::new(day, day);
    }
    if let Some(first) = day(&format!("{words}-01")) {
        let next = first.checked_add_months(chrono::Months::new(1))?;
        return DaySpan::new(first, next.pred_opt()?);
    }
    // A day has ten characters, all of one byte.
    let (first, rest) = words.split_at_checked(10)?;
    let last = rest.get(rest.len().checked_sub(10)?..)?;
    let between = rest.strip_suffix(last)?;
    let is_gap = !between.is_empty() && between.len() < 8 && !between.contains(|c: char| c.is_ascii_digit());
    DaySpan::new(day(first)?, day(last)?).filter(|_| is_gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span_of(first: &str, last: &str) -> DaySpan {
        DaySpan::new(day(first), day(last)).unwrap()
    }

    #[test]
    fn a_day_begins_with_the_shops_clock() {
        let berlin = chrono_tz::Europe::Berlin;
        assert_eq!(day_start(day("2026-11-24"), berlin).to_rfc3339(), "2026-11-23T23:00:00+00:00");
        assert_eq!(day_start(day("2026-07-24"), berlin).to_rfc3339(), "2026-07-23T22:00:00+00:00");
    }

    #[test]
    fn a_day_whose_midnight_was_skipped_begins_when_the_clock_goes_on() {
        // Chile put its clocks forward at midnight of 2024-09-08.
        let start = day_start(day("2024-09-08"), chrono_tz::America::Santiago);
        assert_eq!(start.to_rfc3339(), "2024-09-08T04:00:00+00:00");
    }

    #[test]
    fn a_period_is_read_as_people_write_it() {
        let both = Some(Period::Days(span_of("2026-11-01", "2026-11-24")));
        for typed in [
            "2026-11-01-2026-11-24",
            "2026-11-01 2026-11-24",
            "2026-11-01..2026-11-24",
            " 2026-11-01 – 2026-11-24 ",
            "2026-11-01.2026-11-24",
        ] {
            assert_eq!(Period::parse(typed), both, "{typed}");
        }
        assert_eq!(Period::parse(""), Some(Period::Week));
        assert_eq!(Period::parse("Today"), Some(Period::Today));
        assert_eq!(Period::parse("2026-02"), Some(Period::Days(span_of("2026-02-01", "2026-02-28"))));
        assert_eq!(Period::parse("2026-11-24"), Some(Period::Days(span_of("2026-11-24", "2026-11-24"))));
        for nonsense in
            ["yesterweek", "2026-13", "2026-11-24-2026-11-01", "2024-01-01-2026-01-01", "2026-11-01x2"]
        {
            assert_eq!(Period::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn the_days_before_a_period_are_as_many() {
        let week = Period::Week.days(day("2026-11-24"));
        assert_eq!(week, span_of("2026-11-18", "2026-11-24"));
        assert_eq!(week.before(), span_of("2026-11-11", "2026-11-17"));
        assert_eq!(Period::Today.days(day("2026-03-01")).before(), span_of("2026-02-28", "2026-02-28"));
        assert_eq!(week.iter().count(), 7);
    }

    #[test]
    fn a_day_of_a_clock_change_is_shorter() {
        let (from, until) = span_of("2026-03-29", "2026-03-29").moments(chrono_tz::Europe::Berlin);
        assert_eq!((until - from).num_hours(), 23);
    }

    proptest! {
        #[test]
        fn a_period_survives_as_words(first in 0_i64..40_000, length in 0_i64..366) {
            let first = NaiveDate::default() + TimeDelta::days(first);
            let days = DaySpan::new(first, first + TimeDelta::days(length)).unwrap();
            for period in Period::QUICK.into_iter().chain([Period::Days(days)]) {
                let words = period.to_string();
                prop_assert!(words.len() <= 21);
                prop_assert_eq!(Period::parse(&words), Some(period));
            }
        }

        #[test]
        fn nonsense_is_no_period(typed in ".{0,40}") {
            let _ = Period::parse(&typed);
        }
    }
}
