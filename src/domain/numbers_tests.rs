use super::*;
use crate::domain::Period;

const BERLIN: Tz = chrono_tz::Europe::Berlin;

fn euros(amount: i64) -> Money {
    Money::new(Decimal::from(amount)).unwrap()
}

fn quarter(at: &str, orders: u32, revenue: i64) -> Quarter {
    Quarter { at: at.parse().unwrap(), sales: Sales { orders, revenue: euros(revenue) } }
}

fn days(words: &str) -> DaySpan {
    Period::parse(words).unwrap().days(NaiveDate::default())
}

#[test]
fn what_is_sold_after_midnight_belongs_to_the_next_day_of_the_shop() {
    let sold = [quarter("2026-11-23T22:45:00Z", 1, 10), quarter("2026-11-23T23:00:00Z", 2, 30)];
    let bars = bars(&sold, days("2026-11-23.2026-11-25"), Grain::Day, BERLIN);
    let revenue: Vec<Money> = bars.iter().map(|bar| bar.sales.revenue).collect();
    assert_eq!(revenue, [euros(10), euros(30), Money::ZERO]);
}

#[test]
fn hours_are_the_shops_also_where_they_begin_at_the_half() {
    let sold = [quarter("2026-11-24T03:15:00Z", 1, 10), quarter("2026-11-24T03:30:00Z", 1, 10)];
    let bars = bars(&sold, days("2026-11-24"), Grain::Hour, chrono_tz::Asia::Kolkata);
    assert_eq!((bars.len(), bars[8].sales.orders, bars[9].sales.orders), (24, 1, 1));
}

#[test]
fn long_spans_come_in_weeks() {
    let year = days("2026-01-01.2026-12-31");
    assert_eq!(Grain::of(year), Grain::Week);
    let bars = bars(&[quarter("2026-12-31T12:00:00Z", 1, 5)], year, Grain::Week, BERLIN);
    assert_eq!((bars.len(), bars[52].sales.orders), (53, 1));
}

#[test]
fn what_lies_outside_the_days_is_left_out() {
    let sold = [quarter("2026-11-22T12:00:00Z", 1, 10), quarter("2026-11-26T12:00:00Z", 1, 10)];
    for grain in [Grain::Hour, Grain::Day] {
        let bars = bars(&sold, days("2026-11-23.2026-11-25"), grain, BERLIN);
        assert!(bars.iter().all(|bar| bar.sales.orders == 0));
    }
}

#[test]
fn weekdays_begin_on_monday() {
    let hours = week_hours(&[quarter("2026-11-23T07:30:00Z", 3, 10)], BERLIN);
    assert_eq!(hours[0][8], 3);
}

#[test]
fn the_days_before_are_counted_as_far_as_these_have_come() {
    let now = "2026-11-24T11:00:00Z".parse().unwrap();
    let (from, until) = moments_before(days("2026-11-24"), now, BERLIN);
    assert_eq!(from.to_rfc3339(), "2026-11-22T23:00:00+00:00");
    assert_eq!(until.to_rfc3339(), "2026-11-23T11:00:00+00:00");
    let (_, whole) = moments_before(days("2026-11-20"), now, BERLIN);
    assert_eq!(whole.to_rfc3339(), "2026-11-19T23:00:00+00:00");
}

#[test]
fn growth_is_told_in_whole_percent_and_not_from_nothing() {
    assert_eq!(growth(80.into(), 100.into()), Some(25));
    assert_eq!(growth(100.into(), Decimal::ZERO), Some(-100));
    assert_eq!(growth(Decimal::ZERO, 5.into()), None);
    assert_eq!(Sales { orders: 4, revenue: euros(10) }.average(), Money::new(Decimal::new(25, 1)));
}
