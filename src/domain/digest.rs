//! When the staff are told how the day was.

use super::days::local_moment;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// How late a digest may come, after the program was down. Later nobody expects yesterday's any more.
const LATEST: TimeDelta = TimeDelta::hours(6);

/// A digest to send: the day it is of, and the 24 hours it tells about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestDay {
    /// The day on which it is due. Each has one digest.
    pub day: NaiveDate,
    /// When the digest of the day before was due.
    pub since: DateTime<Utc>,
    /// When this one was due.
    pub until: DateTime<Utc>,
}

impl DigestDay {
    /// The digest that is due now, if any, where it comes at `at` by the clock of the shop.
    #[must_use]
    pub fn due(now: DateTime<Utc>, at: NaiveTime, zone: Tz) -> Option<Self> {
        let today = now.with_timezone(&zone).date_naive();
        // Just after midnight it may still be that of the evening before.
        let of = |day: NaiveDate| {
            let until = local_moment(day, at, zone);
            let since = local_moment(day.checked_sub_days(Days::new(1))?, at, zone);
            (until..until + LATEST).contains(&now).then_some(Self { day, since, until })
        };
        of(today).or_else(|| of(today.pred_opt()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    fn due(now: &str, at: &str) -> Option<String> {
        let at = NaiveTime::parse_from_str(at, "%H:%M").unwrap();
        DigestDay::due(now.parse().unwrap(), at, BERLIN).map(|due| due.day.to_string())
    }

    #[test]
    fn a_digest_is_due_from_its_hour_on_and_for_some_hours() {
        assert_eq!(due("2026-11-24T18:59:59Z", "20:00"), None);
        assert_eq!(due("2026-11-24T19:00:00Z", "20:00").as_deref(), Some("2026-11-24"));
        assert_eq!(due("2026-11-25T00:30:00Z", "20:00").as_deref(), Some("2026-11-24"));
        assert_eq!(due("2026-11-25T01:00:00Z", "20:00"), None);
        assert_eq!(due("2026-11-23T23:00:00Z", "00:00").as_deref(), Some("2026-11-24"));
    }

    #[test]
    fn it_tells_of_the_time_since_the_last_one_also_when_the_clock_changes() {
        let at = NaiveTime::parse_from_str("20:00", "%H:%M").unwrap();
        let due = DigestDay::due("2026-03-29T18:00:00Z".parse().unwrap(), at, BERLIN).unwrap();
        assert_eq!((due.until - due.since).num_hours(), 23);
    }

    #[test]
    fn an_hour_that_is_skipped_comes_when_the_clock_goes_on() {
        assert_eq!(due("2026-03-29T00:59:00Z", "02:30"), None);
        assert_eq!(due("2026-03-29T01:00:00Z", "02:30").as_deref(), Some("2026-03-29"));
    }
}
