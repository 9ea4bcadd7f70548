//! Money. The only place that rounds.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::iter::Sum;

/// An ISO 4217 currency with its number of decimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(iso_currency::Currency);

/// The code is not an ISO 4217 currency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency code of three letters such as EUR, USD or JPY")]
pub struct UnknownCurrency(String);

impl Currency {
    /// Reads a code such as `EUR`, in any case.
    ///
    /// # Errors
    /// [`UnknownCurrency`] if ISO 4217 has no such code.
    pub fn parse(code: &str) -> Result<Self, UnknownCurrency> {
        iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase())
            .map(Self)
            .ok_or_else(|| UnknownCurrency(code.to_owned()))
    }

    /// The code of three letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// The symbol customers know (`€`), or the code where there is none.
    #[must_use]
    pub fn symbol(self) -> String {
        self.0.symbol().symbol
    }

    /// Digits after the decimal point: 0 for JPY, 2 for most, 3 for some.
    #[must_use]
    pub fn digits(self) -> u32 {
        self.0.exponent().unwrap_or(2).into()
    }

    /// Rounds half away from zero to the currency's digits, as people expect of a receipt.
    #[must_use]
    pub fn round(self, amount: Decimal) -> Money {
        let mut rounded =
            amount.round_dp_with_strategy(self.digits(), RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(self.digits());
        Money(rounded.max(Decimal::ZERO))
    }

    /// `percent` of `base`, rounded, and never more than `base`.
    #[must_use]
    pub fn percent(self, base: Money, percent: u8) -> Money {
        self.round(base.0 * Decimal::from(percent) / Decimal::ONE_HUNDRED).min(base)
    }

    /// Splits `amount` over `weights` in proportion: the parts sum to exactly `amount`, and no part is above its
    /// weight if `amount` is not above their sum. Without a weight above zero every part is zero.
    #[must_use]
    pub fn split(self, amount: Money, weights: &[Money]) -> Vec<Money> {
        let whole: Money = weights.iter().copied().sum();
        if whole == Money::ZERO {
            return vec![Money::ZERO; weights.len()];
        }
        // Each part is what is due up to here less what was given before: what rounding leaves over goes on to
        // the next part instead of piling up on the last.
        let (mut weighed, mut given) = (Money::ZERO, Money::ZERO);
        let part = |weight: &Money| {
            weighed = weighed.plus(*weight);
            let due = self.round(amount.0 * weighed.0 / whole.0);
            let part = due.minus(given);
            given = due;
            part
        };
        weights.iter().map(part).collect()
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount of the shop's currency, never negative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// An amount as it stands in the database or the settings. `None` if it is negative.
    #[must_use]
    pub fn new(amount: Decimal) -> Option<Self> {
        (amount >= Decimal::ZERO).then_some(Self(amount))
    }

    /// The amount in whole units of the currency.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.0
    }

    /// True for nothing.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// What is left after taking `other` away, at least zero.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self((self.0 - other.0).max(Decimal::ZERO))
    }

    /// The price of `quantity` pieces.
    #[must_use]
    pub fn times(self, quantity: u32) -> Self {
        Self(self.0 * Decimal::from(quantity))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money() -> impl Strategy<Value = Money> {
        (0_i64..1_000_000_000).prop_map(|cents| Money(Decimal::new(cents, 2)))
    }

    /// Amounts a shop deals in: those of few smallest units, where rounding shows most, as likely as large ones.
    fn amounts(most: usize) -> impl Strategy<Value = (Currency, Vec<Money>)> {
        let units = prop_oneof![0_i64..10, 0_i64..100_000_000];
        (currency(), prop::collection::vec(units, 1..most)).prop_map(|(currency, all)| {
            (currency, all.into_iter().map(|units| Money(Decimal::new(units, currency.digits()))).collect())
        })
    }

    fn currency() -> impl Strategy<Value = Currency> {
        prop_oneof![Just("EUR"), Just("JPY"), Just("KWD")].prop_map(|code| Currency::parse(code).unwrap())
    }

    #[test]
    fn digits_follow_the_currency() {
        for (code, digits) in [("eur", 2), ("JPY", 0), ("KWD", 3)] {
            assert_eq!(Currency::parse(code).unwrap().digits(), digits);
        }
        assert!(Currency::parse("euro").is_err());
    }

    #[test]
    fn half_a_cent_rounds_up() {
        let eur = Currency::parse("EUR").unwrap();
        assert_eq!(eur.round(Decimal::new(1005, 3)).amount(), Decimal::new(101, 2));
    }

    proptest! {
        #[test]
        fn taking_away_never_goes_below_zero(a in money(), b in money()) {
            prop_assert!(a.minus(b) >= Money::ZERO);
            prop_assert_eq!(a.minus(b).plus(a.min(b)), a);
        }

        #[test]
        fn a_percentage_never_exceeds_its_base(eur in currency(), base in money(), percent in 0_u8..=255) {
            prop_assert!(eur.percent(base, percent) <= base);
        }

        #[test]
        fn rounding_gives_the_currencys_digits_and_moves_by_half_a_unit_at_most(
            currency in currency(), millionths in 0_i64..1_000_000_000_000
        ) {
            let exact = Decimal::new(millionths, 6);
            let rounded = currency.round(exact);
            prop_assert_eq!(rounded.amount().scale(), currency.digits());
            prop_assert!((rounded.amount() - exact).abs() * Decimal::TWO <= Decimal::new(1, currency.digits()));
            prop_assert_eq!(currency.round(rounded.amount()), rounded);
        }

        #[test]
        fn parts_sum_to_the_whole_and_none_exceeds_its_weight(
            (currency, weights) in amounts(20), percent in 0_u8..=100
        ) {
            let whole: Money = weights.iter().copied().sum();
            let amount = currency.percent(whole, percent);
            let parts = currency.split(amount, &weights);
            prop_assert_eq!(parts.iter().copied().sum::<Money>(), amount);
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!(part <= weight, "{parts:?} of {weights:?}");
            }
        }
    }
}
