//! The statistics as words and pictures.

use crate::domain::{Bar, Buyers, DaySpan, Funnel, Grain, Money, Sales, bars, growth, total, week_hours};
use crate::services::{GoodsReport, HoursReport, SalesReport, VisitorsReport};
use crate::telegram::chart::{
    BarChart, Chart, FunnelChart, FunnelStep, HoursChart, Panel, RankedRow, Ranking, Shares,
};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A picture to draw, and what is said below it.
pub(super) struct Drawn {
    pub(super) text: Html,
    pub(super) chart: Chart,
}

/// What was sold, beside the days before.
pub(super) fn sales(report: &SalesReport, today: NaiveDate, voice: Voice<'_>) -> Drawn {
    let SalesReport { days, quarters, before, buyers } = report;
    let (now, then) = (total(quarters), total(before));
    let mut lines = vec![revenue(then, now, voice), counted("stats-orders", then.orders, now.orders, voice)];
    if let Some(average) = now.average() {
        let was = then.average().unwrap_or_default();
        let args = [
            ("sum", voice.money(voice.shop.currency.round(average.amount())).into()),
            ("growth", grown(was.amount(), average.amount(), voice).into()),
        ];
        lines.push(voice.tell("stats-average", args));
    }
    lines.push(bought(*buyers, voice));
    let compared = if days.holds(today) { "stats-before-so-far" } else { "stats-before" };
    let compared = voice.tell(compared, [("days", span(days.before(), voice).into())]);
    let text = title(*days, voice).paragraph(Html::lines(lines)).paragraph(compared);
    Drawn { text: text.cut_to_caption(), chart: Chart::Bars(sales_chart(report, voice)) }
}

fn sales_chart(report: &SalesReport, voice: Voice<'_>) -> BarChart {
    let (days, grain, zone) = (report.days, Grain::of(report.days), voice.shop.timezone);
    let now = bars(&report.quarters, days, grain, zone);
    let before = bars(&report.before, days.before(), grain, zone);
    let both = |value: fn(Sales) -> f64| {
        now.iter().zip(&before).map(|(now, before)| [value(now.sales), value(before.sales)]).collect()
    };
    let currency = voice.shop.currency.symbol();
    BarChart {
        panels: [
            Panel {
                title: voice.label_with("chart-revenue", [("currency", currency.into())]),
                bars: both(|sales| number(sales.revenue)),
                is_whole: false,
            },
            Panel {
                title: voice.label("chart-orders"),
                bars: both(|sales| sales.orders.into()),
                is_whole: true,
            },
        ],
        labels: now.iter().map(|bar| label(bar, days, grain, voice)).collect(),
        legend: [
            voice.label_with("chart-now", [("days", span(days, voice).into())]),
            voice.label_with("chart-before", [("days", span(days.before(), voice).into())]),
        ],
        numerals: voice.numerals(),
    }
}

fn label(bar: &Bar, days: DaySpan, grain: Grain, voice: Voice<'_>) -> String {
    match grain {
        Grain::Hour => bar.hour.to_string(),
        Grain::Day if days.count() <= 7 => format!("{} {}", voice.short_weekday(bar.day), bar.day.day()),
        Grain::Day | Grain::Week => voice.short_date(bar.day),
    }
}

/// What sells.
pub(super) fn goods(report: &GoodsReport, voice: Voice<'_>) -> Drawn {
    let GoodsReport { days, total, products, promos } = report;
    let effect = if promos.with.orders == 0 {
        voice.say("stats-no-promos")
    } else {
        let args = [
            ("orders", voice.count(promos.with.orders).into()),
            ("all", voice.count(total.orders).into()),
            ("sum", voice.money(promos.with.revenue).into()),
            ("discount", voice.money(promos.discount).into()),
        ];
        voice.tell("stats-promos", args)
    };
    let best = promos.best.iter().map(|promo| {
        let args = [
            ("code", promo.code.as_str().into()),
            ("orders", voice.count(promo.sales.orders).into()),
            ("sum", voice.money(promo.sales.revenue).into()),
            ("discount", voice.money(promo.discount).into()),
        ];
        voice.tell("stats-promo", args)
    });
    let text = title(*days, voice).paragraph(effect.line(Html::lines(best)));
    let rows = products.iter().map(|sold| {
        let args = [("pieces", voice.count(sold.pieces).into()), ("sum", voice.money(sold.revenue).into())];
        RankedRow {
            name: sold.names.get(voice.lang).to_owned(),
            amount: voice.label_with("chart-product-amount", args),
            value: number(sold.revenue),
        }
    });
    let chart = Ranking {
        title: voice.label("chart-products"),
        rows: rows.collect(),
        nothing: voice.label("chart-nothing"),
    };
    Drawn { text: text.cut_to_caption(), chart: Chart::Ranking(chart) }
}

/// When customers order.
pub(super) fn hours(report: &HoursReport, voice: Voice<'_>) -> Drawn {
    let cells = week_hours(&report.quarters, voice.shop.timezone);
    // Any Monday: only the names of the days are asked for.
    let monday = NaiveDate::default().week(chrono::Weekday::Mon).first_day();
    let names: [String; 7] = std::array::from_fn(|day| {
        voice.short_weekday(monday.checked_add_days(Days::new(day as u64)).unwrap_or(monday))
    });
    let busiest = (0..7)
        .flat_map(|day| (0..24).map(move |hour| (day, hour)))
        .max_by_key(|(day, hour)| (cells[*day][*hour], std::cmp::Reverse((*day, *hour))))
        .filter(|(day, hour)| cells[*day][*hour] > 0);
    let said = match busiest {
        None => voice.say("stats-nothing"),
        Some((day, hour)) => voice.tell(
            "stats-busiest",
            [
                ("day", names[day].as_str().into()),
                ("from", format!("{hour}:00").into()),
                ("until", format!("{}:00", (hour + 1) % 24).into()),
                ("count", voice.count(cells[day][hour]).into()),
            ],
        ),
    };
    let chart = HoursChart {
        title: voice.label("chart-hours"),
        weekdays: names,
        cells,
        legend: [voice.label("chart-few"), voice.label("chart-many")],
    };
    Drawn { text: title(report.days, voice).paragraph(said), chart: Chart::Hours(Box::new(chart)) }
}

/// Who came, how far, and who ordered.
pub(super) fn visitors(report: &VisitorsReport, voice: Voice<'_>) -> Drawn {
    let [now, before] = report.funnel;
    let lines = [
        counted("stats-visits", before.shop, now.shop, voice),
        voice.tell(
            "stats-conversion",
            [("share", conversion(now, voice).into()), ("before", conversion(before, voice).into())],
        ),
        bought(report.buyers[0], voice),
    ];
    let compared = voice.tell("stats-before", [("days", span(report.days.before(), voice).into())]);
    let about = compared.line(voice.say("stats-visits-about"));
    let text = title(report.days, voice).paragraph(Html::lines(lines)).paragraph(about);
    let step = |name: &str, count: u32| FunnelStep {
        name: voice.label(name),
        amount: match share(count, now.shop) {
            Some(share) if count != now.shop => format!("{} · {}", voice.count(count), voice.percent(share)),
            _ => voice.count(count),
        },
        value: count.into(),
    };
    let Buyers { new, returning } = report.buyers[0];
    let named = |id: &str, count: u32| voice.label_with(id, [("count", voice.count(count).into())]);
    let chart = FunnelChart {
        title: voice.label("chart-funnel"),
        steps: vec![
            step("chart-reached-shop", now.shop),
            step("chart-reached-cart", now.cart),
            step("chart-reached-checkout", now.checkout),
            step("chart-reached-order", now.order),
        ],
        shares: Shares {
            title: voice.label("chart-buyers"),
            names: [named("chart-new", new), named("chart-returning", returning)],
            values: [new.into(), returning.into()],
        },
    };
    Drawn { text: text.cut_to_caption(), chart: Chart::Funnel(chart) }
}

fn title(days: DaySpan, voice: Voice<'_>) -> Html {
    voice.tell("stats-title", [("days", span(days, voice).into())])
}

/// The days in words, the year once where it is the same.
fn span(days: DaySpan, voice: Voice<'_>) -> String {
    let (first, last) = (days.first(), days.last());
    if first == last {
        return voice.date(last);
    }
    let first = if first.year() == last.year() { voice.short_date(first) } else { voice.date(first) };
    voice.label_with("stats-days", [("first", first.into()), ("last", voice.date(last).into())])
}

/// What was sold for, beside before.
pub(super) fn revenue(before: Sales, now: Sales, voice: Voice<'_>) -> Html {
    let growth = grown(before.revenue.amount(), now.revenue.amount(), voice);
    voice.tell("stats-revenue", [("sum", voice.money(now.revenue).into()), ("growth", growth.into())])
}

/// How many, beside before.
pub(super) fn counted(id: &str, before: u32, now: u32, voice: Voice<'_>) -> Html {
    let growth = grown(before.into(), now.into(), voice);
    voice.tell(id, [("count", voice.count(now).into()), ("growth", growth.into())])
}

/// " (+12%)"; nothing where there was nothing before.
fn grown(before: Decimal, now: Decimal, voice: Voice<'_>) -> String {
    match growth(before, now) {
        None => String::new(),
        Some(percent) if percent < 0 => format!(" (−{})", voice.percent(-percent)),
        Some(percent) => format!(" (+{})", voice.percent(percent)),
    }
}

/// Who ordered.
pub(super) fn bought(buyers: Buyers, voice: Voice<'_>) -> Html {
    let all = buyers.new.saturating_add(buyers.returning);
    let args = [
        ("count", voice.count(all).into()),
        ("new", voice.count(buyers.new).into()),
        ("returning", voice.count(buyers.returning).into()),
    ];
    voice.tell("stats-buyers", args)
}

fn conversion(funnel: Funnel, voice: Voice<'_>) -> String {
    share(funnel.order, funnel.shop).map_or_else(|| "—".to_owned(), |share| voice.percent(share))
}

/// In whole percent; nothing of nothing.
fn share(part: u32, whole: u32) -> Option<i64> {
    (whole > 0).then(|| (i64::from(part) * 100 + i64::from(whole) / 2) / i64::from(whole))
}

fn number(money: Money) -> f64 {
    money.amount().to_f64().unwrap_or_default()
}

#[cfg(test)]
#[path = "stats_tests.rs"]
mod tests;
