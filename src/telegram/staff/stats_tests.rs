use super::*;
use crate::domain::{Lang, PromoEffect, PromoSales, Quarter, Sold, Texts};
use crate::telegram::format::Storefront;
use chrono::{DateTime, TimeDelta, Utc};
use std::path::PathBuf;

fn shop() -> Storefront {
    Storefront { timezone: chrono_tz::Europe::Berlin, ..Storefront::default() }
}

fn euros(cents: i64) -> Money {
    Money::new(Decimal::new(cents, 2)).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span_of(first: &str, last: &str) -> DaySpan {
    DaySpan::new(day(first), day(last)).unwrap()
}

/// A shop that is busy at noon and in the evening, and most of all on Saturdays.
fn sold(days: DaySpan, factor: u32) -> Vec<Quarter> {
    let at = |day: NaiveDate, hour: u32| -> DateTime<Utc> {
        day.and_hms_opt(hour, 0, 0).unwrap().and_utc() - TimeDelta::hours(1)
    };
    let busy = |day: NaiveDate, hour: u32| {
        let noon = 4_u32.saturating_sub(hour.abs_diff(12));
        let evening = 6_u32.saturating_sub(hour.abs_diff(19));
        let weekend = if day.weekday().number_from_monday() == 6 { 2 } else { 1 };
        (noon + evening) * weekend * factor / (1 + day.day() % 3)
    };
    let quarters = days.iter().flat_map(|day| (1..24).map(move |hour| (day, hour)));
    let quarters = quarters.map(|(day, hour)| {
        let orders = busy(day, hour);
        Quarter { at: at(day, hour), sales: Sales { orders, revenue: euros(i64::from(orders) * 3_470) } }
    });
    quarters.filter(|quarter| quarter.sales.orders > 0).collect()
}

fn of_days(days: DaySpan) -> SalesReport {
    SalesReport {
        days,
        quarters: sold(days, 3),
        before: sold(days.before(), 2),
        buyers: Buyers { new: 112, returning: 87 },
    }
}

fn products(count: usize) -> GoodsReport {
    let names = [
        ("Morning Sencha", "Утренняя сенча"),
        (
            "Speckled Mug with a Very Long Name <Handmade>",
            "Кружка в крапинку с очень длинным названием, ручной работы",
        ),
        ("Round Teapot", "Круглый чайник"),
        ("Jasmine Pearls", "Жасминовые жемчужины"),
        ("Espresso Cups", "Чашки для эспрессо"),
        ("Oat Cookies", "Овсяное печенье"),
        ("Honey of the Hill", "Горный мёд"),
        ("Tin Spoon", "Оловянная ложка"),
    ];
    let products = names.iter().zip(1..).take(count).map(|((en, ru), place)| Sold {
        names: Texts::from([(Lang::En, *en), (Lang::Ru, *ru)]),
        pieces: 1_240 / place,
        revenue: euros(1_234_550 / i64::from(place)),
    });
    let sales = Sales { orders: 41, revenue: euros(142_000) };
    let best =
        ["WELCOME10", "FREESHIP"].map(|code| PromoSales { code: code.into(), sales, discount: euros(9_950) });
    GoodsReport {
        days: span_of("2026-10-26", "2026-11-24"),
        total: Sales { orders: 412, revenue: euros(1_420_000) },
        products: products.collect(),
        promos: PromoEffect { with: sales, discount: euros(19_900), best: best.to_vec() },
    }
}

fn visits() -> VisitorsReport {
    let days = span_of("2026-11-18", "2026-11-24");
    VisitorsReport {
        days,
        funnel: [
            Funnel { shop: 1_840, cart: 705, checkout: 412, order: 371 },
            Funnel { shop: 1_610, cart: 600, checkout: 350, order: 290 },
        ],
        buyers: [Buyers { new: 112, returning: 87 }, Buyers { new: 90, returning: 80 }],
    }
}

/// All pictures there are, by name.
fn gallery(voice: Voice<'_>) -> Vec<(&'static str, Drawn)> {
    let today = day("2026-11-24");
    let (one, week) = (span_of("2026-11-24", "2026-11-24"), span_of("2026-11-18", "2026-11-24"));
    let (month, year) = (span_of("2026-10-26", "2026-11-24"), span_of("2025-11-25", "2026-11-24"));
    let nothing =
        SalesReport { quarters: Vec::new(), before: Vec::new(), buyers: Buyers::default(), ..of_days(week) };
    vec![
        ("today", sales(&of_days(one), today, voice)),
        ("week", sales(&of_days(week), today, voice)),
        ("month", sales(&of_days(month), today, voice)),
        ("year", sales(&of_days(year), day("2026-11-25"), voice)),
        ("nothing", sales(&nothing, today, voice)),
        ("products", goods(&products(8), voice)),
        ("no-products", goods(&products(0), voice)),
        ("hours", hours(&HoursReport { days: month, quarters: sold(month, 3) }, voice)),
        ("no-hours", hours(&HoursReport { days: month, quarters: Vec::new() }, voice)),
        ("visitors", visitors(&visits(), voice)),
        (
            "no-visitors",
            visitors(
                &VisitorsReport {
                    funnel: [Funnel::default(); 2],
                    buyers: [Buyers::default(); 2],
                    ..visits()
                },
                voice,
            ),
        ),
    ]
}

/// To look at the pictures: `CHARTS=/some/folder cargo nextest run every_chart`.
#[test]
fn every_chart_is_a_picture_that_telegram_takes() {
    let folder = std::env::var_os("CHARTS").map(PathBuf::from);
    let shop = shop();
    // Drawing takes its time without optimisation.
    let langs = if folder.is_some() { &Lang::ALL[..] } else { &[Lang::Ru] };
    for lang in langs.iter().copied() {
        for (name, drawn) in gallery(Voice { lang, shop: &shop }) {
            let png = drawn.chart.draw().unwrap();
            let side = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
            let (width, height) = (side(16), side(20));
            assert!(png.starts_with(b"\x89PNG") && png.len() < 500_000, "{name}: {} bytes", png.len());
            // Bot API, "sendPhoto": both together at most 10000, one at most 20 times the other.
            assert!(width == 1080 && (400..2000).contains(&height), "{name}: {width} x {height}");
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{name}-{lang}.png")), png).unwrap();
            }
        }
    }
}

#[test]
fn what_is_said_below_the_pictures() {
    let shop = shop();
    let mut all = String::new();
    for lang in Lang::ALL {
        for (name, drawn) in gallery(Voice { lang, shop: &shop }) {
            all.push_str(&format!("--- {lang} {name}\n{}\n\n", drawn.text));
        }
    }
    insta::assert_snapshot!(all);
}
