use super::*;
use chrono::Weekday;
use chrono_tz::Europe::Berlin;

fn slots(typed: &str) -> Slots {
    let mut slots = Slots::default();
    slots.set(typed).unwrap();
    slots
}

/// 2026-11-24 is a Tuesday; Berlin is an hour ahead.
fn at(time: &str) -> DateTime<Utc> {
    format!("2026-11-24T{time}:00+01:00").parse().unwrap()
}

fn told(slots: &Slots, hours: &Timetable, now: DateTime<Utc>) -> Vec<String> {
    let ahead = slots.ahead(hours, now, Berlin);
    ahead.iter().map(|(slot, orders)| format!("{} {} x{orders}", slot.day, slot.span)).collect()
}

#[test]
fn times_are_told_in_one_form() {
    assert_eq!(slots(" 18-20 = 5\n\n10:00–12:00=8 ").text(), "10:00-12:00 = 8\n18:00-20:00 = 5");
}

#[test]
fn what_is_no_time_changes_nothing() {
    let many = (0..11).map(|n| format!("{n}-{} = 1", n + 1)).collect::<Vec<_>>().join("\n");
    for typed in ["10-12", "10-12 = 0", "10-12 = many", "noon = 3", "10-12 = 1\n10:00-12:00 = 2", &many] {
        let mut changed = slots("10-12 = 8");
        assert_eq!(changed.set(typed), Err(NotAValue), "{typed}");
        assert_eq!(changed, slots("10-12 = 8"));
    }
    for days in ["0", "8", "some", ""] {
        assert_eq!(Slots::default().set_days(days), Err(NotAValue), "{days}");
    }
}

#[test]
fn what_has_begun_cannot_be_chosen_any_more() {
    let (slots, hours) = (slots("10-12 = 8\n18-20 = 5"), Timetable::default());
    assert_eq!(
        told(&slots, &hours, at("09:59")),
        [
            "2026-11-24 10:00-12:00 x8",
            "2026-11-24 18:00-20:00 x5",
            "2026-11-25 10:00-12:00 x8",
            "2026-11-25 18:00-20:00 x5"
        ]
    );
    assert_eq!(told(&slots, &hours, at("10:00")).len(), 3);
}

#[test]
fn nothing_is_brought_on_a_day_on_which_nobody_works() {
    let mut hours = Timetable::default();
    hours.set_day(Weekday::Wed, "").unwrap();
    hours.set_holidays("2026-11-26").unwrap();
    let mut slots = slots("10-12 = 8");
    slots.set_days("4").unwrap();
    let days = ["2026-11-24 10:00-12:00 x8", "2026-11-27 10:00-12:00 x8"];
    assert_eq!(told(&slots, &hours, at("08:00")), days);
}

#[test]
fn what_was_agreed_holds_as_long_as_the_shop_offers_it() {
    let (slots, hours) = (slots("10-12 = 8"), Timetable::default());
    let slot = slots.ahead(&hours, at("08:00"), Berlin)[0].0;
    let find = |slots: &Slots, timed, now| slots.find(timed, &hours, now, Berlin);
    assert_eq!(find(&slots, Timed::At(slot), at("08:00")), Ok(Some((slot, 8))));
    assert_eq!(find(&slots, Timed::At(slot), at("10:30")), Err(NotAValue), "it has begun");
    assert_eq!(find(&slots, Timed::Anytime, at("08:00")), Err(NotAValue), "times were introduced");
    assert_eq!(
        find(&Slots::default(), Timed::At(slot), at("08:00")),
        Err(NotAValue),
        "there are none any more"
    );
    assert_eq!(find(&Slots::default(), Timed::Anytime, at("08:00")), Ok(None));
}
