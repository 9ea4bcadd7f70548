//! How the shop does: what was ordered when, by whom, and how far visitors came.

use super::{DaySpan, Money, Texts};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

/// Orders and what they brought. Those that were rejected or cancelled do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sales {
    /// How many.
    pub orders: u32,
    /// What customers pay for them, delivery included.
    pub revenue: Money,
}

impl Sales {
    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { orders: self.orders.saturating_add(other.orders), revenue: self.revenue.plus(other.revenue) }
    }

    /// What one order brings; nothing if there is none.
    #[must_use]
    pub fn average(self) -> Option<Money> {
        let all = self.revenue.amount();
        all.checked_div(self.orders.into()).and_then(Money::new)
    }
}

/// Sales of a quarter of an hour. Every clock there is differs from UTC by whole quarters, so that days and hours of any
/// zone are made of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// When it begins.
    pub at: DateTime<Utc>,
    /// What was sold in it.
    pub sales: Sales,
}

/// The sales of all these quarters.
#[must_use]
pub fn total(quarters: &[Quarter]) -> Sales {
    quarters.iter().fold(Sales::default(), |sum, quarter| sum.plus(quarter.sales))
}

/// How long one bar of a chart is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// An hour, for a single day.
    Hour,
    /// A day.
    Day,
    /// Seven days, counted from the first one.
    Week,
}

impl Grain {
    /// Days up to which each has its own bar: more would be too thin for a phone.
    const MOST_DAILY: u32 = 45;

    /// The one that suits so many days.
    #[must_use]
    pub fn of(days: DaySpan) -> Self {
        match days.count() {
            1 => Self::Hour,
            2..=Self::MOST_DAILY => Self::Day,
            _ => Self::Week,
        }
    }
}

/// One bar of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The day it begins on.
    pub day: NaiveDate,
    /// The hour it begins with; 0 unless it is an hour.
    pub hour: u32,
    /// What was sold in it.
    pub sales: Sales,
}

/// The sales of these days as bars, also of times in which nothing was sold. A day has 24 hours here: the one that comes
/// twice in autumn is counted as one.
#[must_use]
pub fn bars(quarters: &[Quarter], days: DaySpan, grain: Grain, zone: Tz) -> Vec<Bar> {
    let empty = |day, hour| Bar { day, hour, sales: Sales::default() };
    let mut bars: Vec<Bar> = match grain {
        Grain::Hour => (0..24).map(|hour| empty(days.first(), hour)).collect(),
        Grain::Day => days.iter().map(|day| empty(day, 0)).collect(),
        Grain::Week => days.iter().step_by(7).map(|day| empty(day, 0)).collect(),
    };
    for quarter in quarters {
        let local = quarter.at.with_timezone(&zone);
        let since = (local.date_naive() - days.first()).num_days();
        let index = match grain {
            Grain::Hour if since == 0 => Some(i64::from(local.hour())),
            Grain::Hour => None,
            Grain::Day => Some(since),
            Grain::Week => Some(since.div_euclid(7)),
        };
        let bar = index.and_then(|index| usize::try_from(index).ok()).and_then(|index| bars.get_mut(index));
        if let Some(bar) = bar {
            bar.sales = bar.sales.plus(quarter.sales);
        }
    }
    bars
}

/// Orders by day of the week (Monday first) and hour.
pub type WeekHours = [[u32; 24]; 7];

/// When customers order.
#[must_use]
pub fn week_hours(quarters: &[Quarter], zone: Tz) -> WeekHours {
    let mut hours = WeekHours::default();
    for quarter in quarters {
        let local = quarter.at.with_timezone(&zone);
        let day = local.weekday().num_days_from_monday() as usize;
        let cell = &mut hours[day][local.hour() as usize];
        *cell = cell.saturating_add(quarter.sales.orders);
    }
    hours
}

/// The moments of the days before, as far as these have come: on a Tuesday noon, last week is counted up to its Tuesday
/// noon too. Otherwise every morning would look like a bad day.
#[must_use]
pub fn moments_before(days: DaySpan, now: DateTime<Utc>, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let (from, until) = days.moments(zone);
    let (before_from, before_until) = days.before().moments(zone);
    if (from..until).contains(&now) {
        let same_time = now - TimeDelta::days(days.count().into());
        return (before_from, same_time.clamp(before_from, before_until));
    }
    (before_from, before_until)
}

/// By how many percent something grew; `None` where there was nothing before.
#[must_use]
pub fn growth(before: Decimal, now: Decimal) -> Option<i64> {
    if before <= Decimal::ZERO {
        return None;
    }
    ((now - before) * Decimal::ONE_HUNDRED / before).round().to_i64()
}

/// A product that was ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sold {
    /// Its names today.
    pub names: Texts,
    /// Pieces.
    pub pieces: u32,
    /// What they brought, without what promos took off.
    pub revenue: Money,
}

/// What a promo code did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromoSales {
    /// The code.
    pub code: String,
    /// The orders with it.
    pub sales: Sales,
    /// What it took off them.
    pub discount: Money,
}

/// What promo codes did together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PromoEffect {
    /// The orders with a code.
    pub with: Sales,
    /// What codes took off them.
    pub discount: Money,
    /// Those that brought most.
    pub best: Vec<PromoSales>,
}

/// Who ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Buyers {
    /// Customers with their first order.
    pub new: u32,
    /// Customers who had ordered before.
    pub returning: u32,
}

/// Orders that somebody has to go on with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenOrders {
    /// Nobody has accepted them yet.
    pub placed: u32,
    /// Nobody has sent them yet.
    pub accepted: u32,
}

/// How far a visitor came on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i16)]
pub enum Reached {
    /// Wrote to the bot.
    Shop = 1,
    /// Put something into the cart.
    Cart = 2,
    /// Began the checkout.
    Checkout = 3,
    /// Ordered.
    Order = 4,
}

/// Visits by how far they came. A visit is a customer on a day: whoever orders twice that day is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Funnel {
    /// All of them.
    pub shop: u32,
    /// Those that came to a cart.
    pub cart: u32,
    /// Those that came to the checkout.
    pub checkout: u32,
    /// Those that ended in an order.
    pub order: u32,
}

#[cfg(test)]
#[path = "numbers_tests.rs"]
mod tests;
