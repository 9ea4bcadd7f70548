//! Quiet hours: when no message goes to many customers.

use super::NotAValue;
use super::hours::{Span, moment};
use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;

/// A time of every day, by the clock of the shop, in which nothing is sent that nobody waits for. News of orders and
/// answers are no such things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QuietHours(Option<Span>);

impl QuietHours {
    /// Reads `21:00-9:00`; nothing at all is "none". A whole day would be silence for ever.
    ///
    /// # Errors
    /// [`NotAValue`]
    pub fn parse(typed: &str) -> Result<Self, NotAValue> {
        if typed.is_empty() {
            return Ok(Self(None));
        }
        let span = Span::parse(typed).ok_or(NotAValue)?;
        let (from, until) = span.minutes();
        if until - from >= Span::DAY.minutes().1 { Err(NotAValue) } else { Ok(Self(Some(span))) }
    }

    /// As [`parse`](Self::parse) reads it.
    #[must_use]
    pub fn text(self) -> String {
        self.0.map_or_else(String::new, |span| span.to_string())
    }

    /// When they end, if this moment is in them.
    #[must_use]
    pub fn until(self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let span = self.0?;
        let today = now.with_timezone(&zone).date_naive();
        let yesterday = today.checked_sub_days(Days::new(1));
        // As moments, so that a night on which the clocks are changed ends when the clocks say so.
        yesterday.into_iter().chain([today]).find_map(|day| {
            let (begin, end) = (moment(span.begins_on(day), zone)?, moment(span.ends_on(day), zone)?);
            (begin <= now && now < end).then_some(end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    fn until(hours: &str, now: &str) -> Option<String> {
        let end = QuietHours::parse(hours).unwrap().until(now.parse().unwrap(), BERLIN);
        end.map(|end| end.to_rfc3339())
    }

    #[test]
    fn a_night_begins_in_the_evening_and_ends_in_the_morning() {
        let night = "21:00-9:00";
        assert_eq!(until(night, "2026-11-24T19:59:59Z"), None);
        for now in ["2026-11-24T20:00:00Z", "2026-11-24T23:30:00Z", "2026-11-25T07:59:59Z"] {
            assert_eq!(until(night, now).as_deref(), Some("2026-11-25T08:00:00+00:00"), "{now}");
        }
        assert_eq!(until(night, "2026-11-25T08:00:00Z"), None);
        assert_eq!(until("13-15", "2026-11-24T13:00:00Z").as_deref(), Some("2026-11-24T14:00:00+00:00"));
        assert_eq!(until("", "2026-11-24T23:30:00Z"), None);
    }

    #[test]
    fn nights_on_which_the_clocks_are_changed_end_by_the_clock() {
        // In the night to 28 March 2027 the clocks go from 2 to 3, in the one to 31 October from 3 back to 2.
        assert_eq!(until("21-9", "2027-03-27T21:00:00Z").as_deref(), Some("2027-03-28T07:00:00+00:00"));
        assert_eq!(until("21-9", "2027-10-30T20:00:00Z").as_deref(), Some("2027-10-31T08:00:00+00:00"));
        // An end that is left out comes an hour later; in the hour that comes twice it is quiet until the first.
        assert_eq!(until("21-2:30", "2027-03-28T00:30:00Z").as_deref(), Some("2027-03-28T01:30:00+00:00"));
        assert_eq!(until("21-2:30", "2027-10-31T00:15:00Z").as_deref(), Some("2027-10-31T00:30:00+00:00"));
        assert_eq!(until("21-2:30", "2027-10-31T01:15:00Z"), None);
    }

    #[test]
    fn a_whole_day_and_nonsense_are_no_quiet_hours() {
        for typed in ["0-24", "9-9", "21", "late", "21:00-25:00"] {
            assert_eq!(QuietHours::parse(typed), Err(NotAValue), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn they_end_after_now_and_it_is_not_quiet_then(
            from in 0_u16..1440, length in 1_u16..1440, minute in 0_i64..170_000,
        ) {
            let begin: DateTime<Utc> = "2026-11-01T00:00:00Z".parse().unwrap();
            let now = begin + chrono::TimeDelta::minutes(minute);
            let quiet = QuietHours(Span::between(from, from + length));
            prop_assert_eq!(QuietHours::parse(&quiet.text()), Ok(quiet));
            if let Some(end) = quiet.until(now, BERLIN) {
                prop_assert!(end > now && end - now <= chrono::TimeDelta::hours(25));
                prop_assert_eq!(quiet.until(end, BERLIN), None);
            }
        }
    }
}
