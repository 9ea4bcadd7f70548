//! A moment to come, as people type it: "tomorrow 10:00", "24.12. 18:30".

use super::days::local_moment;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

/// How far ahead a moment may be, in days.
const MOST_AHEAD: u64 = 366;

/// Words that mean a day, in the languages of the shop, with how many days ahead it is.
const DAYS: [(&str, u64); 11] = [
    ("today", 0),
    ("tomorrow", 1),
    ("heute", 0),
    ("morgen", 1),
    ("übermorgen", 2),
    ("hoy", 0),
    ("mañana", 1),
    ("manana", 1),
    ("сегодня", 0),
    ("завтра", 1),
    ("послезавтра", 2),
];

/// Words that stand between a day and a time and mean nothing.
const FILLERS: [&str; 9] = ["at", "um", "uhr", "a", "las", "la", "в", "the", "on"];

/// Why a text is no moment to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhenRefusal {
    /// It is not read as day and time.
    #[error("no day and time")]
    Unreadable,
    /// It names a day without a time.
    #[error("a day without a time")]
    NoTime,
    /// It is over.
    #[error("it is over")]
    Past,
    /// It is more than a year ahead.
    #[error("too far ahead")]
    TooFar,
}

/// The moment that somebody means, by the clock of the shop. A time alone is the next one; a day without a year the
/// next one. A time that the clocks leave out in spring comes when they go on, one that they show twice the first time.
///
/// # Errors
/// [`WhenRefusal`].
pub fn moment_of(typed: &str, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>, WhenRefusal> {
    let lower = typed.to_lowercase().replace(',', " ");
    let words: Vec<&str> = lower.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
    let today = now.with_timezone(&zone).date_naive();
    let moment = match words.as_slice() {
        [only] => match (time(only), day(only, today)) {
            (Some(time), None) => next(today, time, now, zone),
            (_, Some(_)) => return Err(WhenRefusal::NoTime),
            (None, None) => match only.split_once('t') {
                Some((date, at)) => both(date, at, today, zone)?,
                None => return Err(WhenRefusal::Unreadable),
            },
        },
        [date, at] => {
            both(date, at, today, zone).or_else(|refusal| both(at, date, today, zone).map_err(|_| refusal))?
        }
        // "6:30 pm"
        [date, at, half @ ("am" | "pm")] => both(date, &format!("{at}{half}"), today, zone)?,
        // "24. 12. 18:30"
        [date, month, at] if date.ends_with('.') => both(&format!("{date}{month}"), at, today, zone)?,
        _ => return Err(WhenRefusal::Unreadable),
    };
    if moment <= now {
        return Err(WhenRefusal::Past);
    }
    let last = today.checked_add_days(Days::new(MOST_AHEAD)).unwrap_or(today);
    if moment.with_timezone(&zone).date_naive() > last { Err(WhenRefusal::TooFar) } else { Ok(moment) }
}

fn both(date: &str, at: &str, today: NaiveDate, zone: Tz) -> Result<DateTime<Utc>, WhenRefusal> {
    let date = day(date, today).ok_or(WhenRefusal::Unreadable)?;
    let time = time(at).or_else(|| time(&at.replace('.', ":"))).ok_or(WhenRefusal::Unreadable)?;
    Ok(local_moment(date, time, zone))
}

/// Today at this time, or tomorrow if that is over.
fn next(today: NaiveDate, time: NaiveTime, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let first = local_moment(today, time, zone);
    if first > now { first } else { local_moment(today.succ_opt().unwrap_or(today), time, zone) }
}

fn day(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some((_, ahead)) = DAYS.into_iter().find(|(name, _)| *name == word) {
        return today.checked_add_days(Days::new(ahead));
    }
    if let Ok(date) = NaiveDate::parse_from_str(word, "%Y-%m-%d") {
        return Some(date);
    }
    let parts: Vec<&str> = word.trim_end_matches('.').split(['.', '/']).collect();
    let number = |part: &str, most: usize| {
        let is_number = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i32>().ok().filter(|_| is_number)
    };
    let of = |year: i32, month: i32, day: i32| {
        NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    };
    match parts.as_slice() {
        [day, month] => {
            let (day, month) = (number(day, 2)?, number(month, 2)?);
            // The next one there is: 29 February may be years ahead, which is too far for what follows.
            (0..=8).filter_map(|years| of(today.year() + years, month, day)).find(|date| *date >= today)
        }
        [day, month, year] => {
            let year = number(year, 4).filter(|_| year.len() != 3 && year.len() != 1)?;
            of(if year < 100 { 2000 + year } else { year }, number(month, 2)?, number(day, 2)?)
        }
        _ => None,
    }
}

fn time(word: &str) -> Option<NaiveTime> {
    let (word, later) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(word), _) => (word, Some(false)),
        (_, Some(word)) => (word, Some(true)),
        _ => (word, None),
    };
    let word = word.strip_suffix('h').unwrap_or(word);
    let (hour, minute) = word.split_once([':', 'h']).unwrap_or((word, "0"));
    let number = |digits: &str| {
        let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| is_number)
    };
    let hour = match (number(hour)?, later) {
        (hour, None) => hour,
        (hour @ 1..=12, Some(later)) => hour % 12 + if later { 12 } else { 0 },
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, number(minute)?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    /// Tuesday, 24 November 2026, 14:00 in Berlin.
    fn now() -> DateTime<Utc> {
        "2026-11-24T13:00:00Z".parse().unwrap()
    }

    fn read(typed: &str) -> Result<String, WhenRefusal> {
        moment_of(typed, now(), BERLIN)
            .map(|moment| moment.with_timezone(&BERLIN).format("%Y-%m-%d %H:%M").to_string())
    }

    #[test]
    fn a_moment_is_read_as_people_type_it() {
        for (typed, means) in [
            ("tomorrow 10:00", "2026-11-25 10:00"),
            ("Tomorrow at 9", "2026-11-25 09:00"),
            ("tomorrow 6:30 pm", "2026-11-25 18:30"),
            ("tomorrow 12am", "2026-11-25 00:00"),
            ("today 18:30", "2026-11-24 18:30"),
            ("morgen um 10 Uhr", "2026-11-25 10:00"),
            ("übermorgen, 8:05", "2026-11-26 08:05"),
            ("mañana a las 18h30", "2026-11-25 18:30"),
            ("завтра в 10:00", "2026-11-25 10:00"),
            ("24.12. 18:30", "2026-12-24 18:30"),
            ("24.12 18.30", "2026-12-24 18:30"),
            ("24. 12. 18:30", "2026-12-24 18:30"),
            ("24/12 18:30", "2026-12-24 18:30"),
            ("18:30 24.12.", "2026-12-24 18:30"),
            ("24.12.2026 18:30", "2026-12-24 18:30"),
            ("24.12.26 7", "2026-12-24 07:00"),
            ("2026-12-24 18:30", "2026-12-24 18:30"),
            ("2026-12-24T18:30", "2026-12-24 18:30"),
            ("3.2. 10:00", "2027-02-03 10:00"),
            ("24.11. 14:01", "2026-11-24 14:01"),
            ("15:00", "2026-11-24 15:00"),
            ("10:00", "2026-11-25 10:00"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(means), "{typed}");
        }
    }

    #[test]
    fn what_is_no_moment_to_come_says_why() {
        for typed in [
            "",
            "soon",
            "tomorrow morning",
            "31.11. 10:00",
            "25:00",
            "tomorrow 10:60",
            "24.12.026 10:00",
            "13pm",
        ] {
            assert_eq!(read(typed), Err(WhenRefusal::Unreadable), "{typed}");
        }
        for typed in ["tomorrow", "24.12.", "2026-12-24"] {
            assert_eq!(read(typed), Err(WhenRefusal::NoTime), "{typed}");
        }
        for typed in ["today 14:00", "24.11. 13:59", "2025-01-01 10:00"] {
            assert_eq!(read(typed), Err(WhenRefusal::Past), "{typed}");
        }
        for typed in ["2028-01-01 10:00", "29.2. 10:00"] {
            assert_eq!(read(typed), Err(WhenRefusal::TooFar), "{typed}");
        }
    }

    #[test]
    fn the_clocks_of_the_shop_decide_also_on_the_night_they_are_changed() {
        let at = |typed: &str| moment_of(typed, now(), BERLIN).unwrap().to_rfc3339();
        assert_eq!(at("27.3.2027 10:00"), "2027-03-27T09:00:00+00:00");
        assert_eq!(at("28.3.2027 10:00"), "2027-03-28T08:00:00+00:00");
        // 2:30 is left out: it is sent when the clocks go on, at 3:00.
        assert_eq!(at("28.3.2027 2:30"), "2027-03-28T01:00:00+00:00");
        // 2:30 comes twice: the first.
        assert_eq!(at("31.10.2027 2:30"), "2027-10-31T00:30:00+00:00");
    }

    proptest! {
        #[test]
        fn nonsense_is_refused_without_a_panic(typed in ".{0,40}") {
            let _ = moment_of(&typed, now(), BERLIN);
        }

        #[test]
        fn what_is_read_is_to_come(day in 1_u32..29, month in 1_u32..13, hour in 0_u32..24, minute in 0_u32..60) {
            let typed = format!("{day}.{month}. {hour}:{minute:02}");
            if let Ok(moment) = moment_of(&typed, now(), BERLIN) {
                prop_assert!(moment > now());
                let local = moment.with_timezone(&BERLIN).naive_local();
                prop_assert_eq!((local.day(), local.month()), (day, month));
            }
        }
    }
}
