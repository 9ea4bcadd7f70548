use super::*;
use chrono_tz::Europe::Berlin;
use proptest::prelude::*;

/// Monday to Friday 10-14 and 17-20, Saturday from the evening until after midnight, Sunday closed.
fn shop() -> Timetable {
    let mut week = Timetable::default();
    for day in [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri] {
        week.set_day(day, "17-20, 10:00–14:00").unwrap();
    }
    week.set_day(Weekday::Sat, "18:00-02:00").unwrap();
    week.set_day(Weekday::Sun, "").unwrap();
    week
}

fn at(local: &str) -> DateTime<Utc> {
    moment(local.parse().unwrap(), Berlin).unwrap()
}

fn opens(local: &str) -> Door {
    Door::OpensAt(Some(at(local)))
}

#[test]
fn hours_are_told_in_one_form() {
    assert_eq!(shop().day(Weekday::Mon), "10:00-14:00, 17:00-20:00");
    assert_eq!(shop().day(Weekday::Sat), "18:00-02:00");
    assert_eq!(shop().day(Weekday::Sun), "");
    assert_eq!(Timetable::default().day(Weekday::Sun), "00:00-24:00");
}

#[test]
fn what_is_no_hours_changes_nothing() {
    for nonsense in
        ["ten", "10", "25-26", "10:60-12", "24:00-02:00", "10-12, 11-13", "10-12-14", "1-2,3-4,5-6,7-8,9-10"]
    {
        let mut week = shop();
        assert_eq!(week.set_day(Weekday::Mon, nonsense), Err(NotAValue), "{nonsense}");
        assert_eq!(week, shop());
    }
}

#[test]
fn a_shop_without_hours_is_always_open() {
    assert_eq!(Timetable::default().door(at("2026-11-24T03:00:00"), Berlin), Door::Open);
}

#[test]
fn a_shop_is_open_from_the_first_minute_to_the_last() {
    // 2026-11-24 is a Tuesday.
    for (local, door) in [
        ("2026-11-24T09:59:59", opens("2026-11-24T10:00:00")),
        ("2026-11-24T10:00:00", Door::Open),
        ("2026-11-24T13:59:59", Door::Open),
        ("2026-11-24T14:00:00", opens("2026-11-24T17:00:00")),
        ("2026-11-27T20:00:00", opens("2026-11-28T18:00:00")),
    ] {
        assert_eq!(shop().door(at(local), Berlin), door, "{local}");
    }
}

#[test]
fn an_evening_that_ends_after_midnight_belongs_to_its_day() {
    assert_eq!(shop().door(at("2026-11-29T01:30:00"), Berlin), Door::Open, "Sunday, but Saturday's evening");
    assert_eq!(shop().door(at("2026-11-29T02:00:00"), Berlin), opens("2026-11-30T10:00:00"));
}

#[test]
fn on_a_holiday_nobody_works() {
    let mut shop = shop();
    shop.set_holidays("25.12.2026 2026-12-24").unwrap();
    assert_eq!(shop.holidays(), "2026-12-24, 2026-12-25");
    assert_eq!(shop.door(at("2026-12-24T11:00:00"), Berlin), opens("2026-12-26T18:00:00"));
    assert_eq!(shop.set_holidays("Christmas"), Err(NotAValue));
    assert_eq!(shop.set_holidays("2026-02-30"), Err(NotAValue));
}

#[test]
fn a_shop_that_never_opens_says_nothing_of_when() {
    let mut never = Timetable::default();
    for day in
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
    {
        never.set_day(day, "").unwrap();
    }
    assert_eq!(never.door(at("2026-11-24T12:00:00"), Berlin), Door::OpensAt(None));
}

#[test]
fn an_opening_in_the_hour_that_spring_leaves_out_comes_an_hour_later() {
    assert_eq!(at("2026-03-29T02:30:00"), "2026-03-29T01:30:00Z".parse::<DateTime<Utc>>().unwrap());
}

#[test]
fn only_hours_in_which_somebody_works_are_counted() {
    let hours = TimeDelta::hours;
    let open_for = |long, now| shop().open_for(long, at(now), Berlin);
    for (long, now, since) in [
        (hours(1), "2026-11-24T11:00:00", "2026-11-24T10:00:00"),
        (hours(2), "2026-11-24T18:00:00", "2026-11-24T13:00:00"),
        (hours(1), "2026-11-24T10:30:00", "2026-11-23T19:30:00"),
        // Sunday is closed, and Saturday's evening ended on it.
        (hours(1), "2026-11-30T10:30:00", "2026-11-29T01:30:00"),
    ] {
        assert_eq!(open_for(long, now), Some(at(since)), "{long} until {now}");
    }
    assert_eq!(open_for(hours(1), "2026-11-24T15:00:00"), None, "closed");
    assert_eq!(open_for(hours(24 * 100), "2026-11-24T11:00:00"), None, "too long ago");
}

#[test]
fn hours_that_overlap_count_once() {
    let mut week = shop();
    week.set_day(Weekday::Sun, "01:00-04:00").unwrap();
    let since = week.open_for(TimeDelta::hours(4), at("2026-11-29T03:00:00"), Berlin);
    assert_eq!(since, Some(at("2026-11-28T23:00:00")));
}

proptest! {
    #[test]
    fn without_hours_every_minute_counts(minutes in 0_i64..60 * 24 * 90, now in 0_i64..60 * 24 * 365) {
        let (long, now) = (TimeDelta::minutes(minutes), at("2026-11-20T00:00:00") + TimeDelta::minutes(now));
        prop_assert_eq!(Timetable::default().open_for(long, now, Berlin), Some(now - long));
    }

    #[test]
    fn the_next_opening_is_later_and_open(minutes in 0_i64..60 * 24 * 20) {
        let now = at("2026-11-20T00:00:00") + TimeDelta::minutes(minutes);
        if let Door::OpensAt(Some(next)) = shop().door(now, Berlin) {
            prop_assert!(next > now);
            prop_assert_eq!(shop().door(next, Berlin), Door::Open);
            prop_assert_ne!(shop().door(next - TimeDelta::seconds(1), Berlin), Door::Open);
        }
    }
}
