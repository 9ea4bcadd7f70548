//! A promo in the making: what is known of it, what is missing, and how answers are read.

use super::{Benefit, Currency, InvalidPromoCode, Money, Promo, PromoCode, Scope, day_start, price_of};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most codes of one series.
pub const MOST_CODES: u32 = 1_000;

/// Random characters behind the prefix of a one-time code: 31 to the eighth power, so that nobody guesses one of a
/// thousand within years.
const TAIL: usize = 8;
/// Letters and digits that people do not mix up when they read them out.
const LETTERS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/// A code has at most 20 characters, of which the tail and its hyphen take nine.
const LONGEST_PREFIX: usize = 20 - TAIL - 1;

/// What kind of promo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromoKind {
    /// A percentage off.
    Percent,
    /// An amount off.
    Fixed,
    /// No delivery fee.
    FreeDelivery,
}

impl PromoKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Percent, Self::Fixed, Self::FreeDelivery];
}

/// Something that is asked about a promo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromoField {
    /// How much it takes off.
    Value,
    /// The code, or what the codes of a series begin with.
    Code,
    /// From when until when.
    Days,
    /// The least sum of goods.
    Minimum,
    /// How often it can be used in all.
    Uses,
    /// How often one customer can use it.
    PerCustomer,
    /// How many codes for one use each, instead of one code for all.
    Series,
}

impl PromoField {
    /// Everything that is asked in words.
    pub const ALL: [Self; 7] =
        [Self::Value, Self::Code, Self::Days, Self::Minimum, Self::Uses, Self::PerCustomer, Self::Series];
}

/// Why an answer was not taken. Every variant has a Fluent message with an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftRefusal {
    /// Not a percentage from 1 to 100.
    #[error("not a percentage")]
    NotAPercentage,
    /// Not an amount above zero in the shop's currency.
    #[error("not an amount")]
    NotAnAmount,
    /// Not a code.
    #[error("not a code")]
    NotACode,
    /// Too long for what codes of a series begin with.
    #[error("prefix too long")]
    PrefixTooLong,
    /// Not days.
    #[error("not days")]
    NotDays,
    /// It would be over before it begins.
    #[error("in the past")]
    InThePast,
    /// Not a number within its limits.
    #[error("not a number from {least} to {most}")]
    NotANumber {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
}

impl From<InvalidPromoCode> for DraftRefusal {
    fn from(_: InvalidPromoCode) -> Self {
        Self::NotACode
    }
}

/// What reading an answer takes to know.
#[derive(Debug, Clone, Copy)]
pub struct DraftGround {
    /// The currency of amounts.
    pub currency: Currency,
    /// The day it is at the shop.
    pub today: NaiveDate,
}

/// A promo in the making. Nothing of it holds before it is made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromoDraft {
    /// Its kind.
    pub kind: Option<PromoKind>,
    /// The percentage.
    pub percent: Option<u8>,
    /// The amount off.
    pub amount: Option<Money>,
    /// The code, or what the codes of a series begin with.
    pub code: Option<PromoCode>,
    /// The first day.
    pub first: Option<NaiveDate>,
    /// The last day, which counts to its end.
    pub last: Option<NaiveDate>,
    /// Only for carts of at least this sum.
    pub minimum: Option<Money>,
    /// Used at most so often by all together.
    pub uses: Option<u32>,
    /// Used at most so often by one customer.
    pub per_customer: Option<u32>,
    /// Only for a first order.
    pub first_order_only: bool,
    /// So many codes for one use each, instead of one code for all.
    pub series: Option<u32>,
    /// What it applies to.
    pub scope: Scope,
}

impl PromoDraft {
    /// What has to be known next; `None` if it is complete. Before anything else, its kind is chosen.
    #[must_use]
    pub const fn missing(&self) -> Option<PromoField> {
        let has_value = match self.kind {
            None | Some(PromoKind::FreeDelivery) => true,
            Some(PromoKind::Percent) => self.percent.is_some(),
            Some(PromoKind::Fixed) => self.amount.is_some(),
        };
        match (has_value, &self.code) {
            (false, _) => Some(PromoField::Value),
            (true, None) => Some(PromoField::Code),
            (true, Some(_)) => None,
        }
    }

    /// Takes an answer. `-` takes away what can be left out.
    ///
    /// # Errors
    /// The [`DraftRefusal`] to tell; then nothing has changed.
    pub fn answer(
        mut self,
        field: PromoField,
        typed: &str,
        ground: DraftGround,
    ) -> Result<Self, DraftRefusal> {
        let typed = typed.trim();
        let given = (!matches!(typed, "-" | "–" | "—")).then_some(typed);
        match field {
            PromoField::Value if self.kind == Some(PromoKind::Fixed) => {
                self.amount = Some(amount(typed, ground.currency)?);
            }
            PromoField::Value => self.percent = Some(percent(typed)?),
            PromoField::Code => self.code = Some(self.code_of(typed)?),
            PromoField::Days => (self.first, self.last) = days(given, ground.today)?,
            PromoField::Minimum => {
                self.minimum = given.map(|typed| amount(typed, ground.currency)).transpose()?;
            }
            PromoField::Uses => self.uses = given.map(|typed| number(typed, 1, 1_000_000)).transpose()?,
            PromoField::PerCustomer => {
                self.per_customer = given.map(|typed| number(typed, 1, 1_000)).transpose()?;
            }
            PromoField::Series => {
                self.series = given.map(|typed| number(typed, 2, MOST_CODES)).transpose()?;
                // A code that is too long to begin others with is asked for again.
                self.code = self.code.take().filter(|code| self.series.is_none() || is_prefix(code));
            }
        }
        Ok(self)
    }

    fn code_of(&self, typed: &str) -> Result<PromoCode, DraftRefusal> {
        let code = PromoCode::parse(typed)?;
        if self.series.is_some() && !is_prefix(&code) {
            return Err(DraftRefusal::PrefixTooLong);
        }
        Ok(code)
    }

    /// The promo it becomes, as far as it is complete. Of a series, the one they are all made like.
    #[must_use]
    pub fn promo(&self, zone: Tz) -> Option<Promo> {
        let benefit = match self.kind? {
            PromoKind::Percent => Benefit::Percent(self.percent?),
            PromoKind::Fixed => Benefit::Fixed(self.amount?),
            PromoKind::FreeDelivery => Benefit::FreeDelivery,
        };
        let after = self.last.and_then(|day| day.checked_add_days(Days::new(1)));
        Some(Promo {
            id: 0,
            code: self.code.clone()?,
            benefit,
            from: self.first.map(|day| day_start(day, zone)),
            until: after.map(|day| day_start(day, zone)),
            min_total: self.minimum,
            max_uses: if self.series.is_some() { Some(1) } else { self.uses },
            used: 0,
            per_customer: self.per_customer,
            first_order_only: self.first_order_only,
            scope: self.scope.clone(),
            active: true,
        })
    }

    /// The codes it becomes: the one, or those of the series, each with a tail of chance.
    #[must_use]
    pub fn codes(&self, seed: [u8; 32]) -> Vec<PromoCode> {
        let (Some(code), Some(count)) = (&self.code, self.series) else {
            return self.code.iter().cloned().collect();
        };
        let mut chance = StdRng::from_seed(seed);
        let mut codes = BTreeSet::new();
        while codes.len() < count.min(MOST_CODES) as usize {
            let tail = (0..TAIL).map(|_| char::from(LETTERS[chance.random_range(0..LETTERS.len())]));
            codes.insert(format!("{}-{}", code.as_str(), tail.collect::<String>()));
        }
        codes.iter().filter_map(|code| PromoCode::parse(code).ok()).collect()
    }
}

fn is_prefix(code: &PromoCode) -> bool {
    code.as_str().len() <= LONGEST_PREFIX
}

fn percent(typed: &str) -> Result<u8, DraftRefusal> {
    let digits = typed.trim_end_matches('%').trim_end();
    let percent = digits.parse().ok().filter(|percent| (1..=100).contains(percent));
    percent.ok_or(DraftRefusal::NotAPercentage)
}

fn amount(typed: &str, currency: Currency) -> Result<Money, DraftRefusal> {
    price_of(typed, currency).filter(|amount| *amount > Money::ZERO).ok_or(DraftRefusal::NotAnAmount)
}

fn number(typed: &str, least: u32, most: u32) -> Result<u32, DraftRefusal> {
    let number = typed.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or(DraftRefusal::NotANumber { least, most })
}

/// One day is the last one; two are the first and the last.
fn days(
    given: Option<&str>,
    today: NaiveDate,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), DraftRefusal> {
    let Some(typed) = given else { return Ok((None, None)) };
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| DraftRefusal::NotDays);
    let (first, last) = match typed.split_whitespace().collect::<Vec<_>>().as_slice() {
        [last] => (None, day(last)?),
        [first, last] | [first, _, last] => (Some(day(first)?), day(last)?),
        _ => return Err(DraftRefusal::NotDays),
    };
    if last < today || first.is_some_and(|first| last < first) {
        return Err(DraftRefusal::InThePast);
    }
    Ok((first, Some(last)))
}

#[cfg(test)]
#[path = "promo_draft_tests.rs"]
mod tests;
