//! Store credit: money that the shop owes a customer. Every change of it is an entry in a ledger.

use super::{Currency, Money, OrderNumber, price_of};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

/// The most characters of a reason.
const MOST_REASON: usize = 200;

/// What an order does with its customer's store credit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CreditUse {
    /// Spends as much as it costs.
    #[default]
    Spend,
    /// Leaves it for later.
    Keep,
}

/// A change of somebody's store credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreditChange {
    /// There is more of it.
    Given(Money),
    /// There is less of it.
    Taken(Money),
}

impl CreditChange {
    /// As the ledger has it: negative for what was taken.
    #[must_use]
    pub fn signed(self) -> Decimal {
        match self {
            Self::Given(amount) => amount.amount(),
            Self::Taken(amount) => -amount.amount(),
        }
    }

    /// Reads that.
    #[must_use]
    pub fn of(signed: Decimal) -> Self {
        let amount = Money::new(signed.abs()).unwrap_or_default();
        if signed.is_sign_negative() { Self::Taken(amount) } else { Self::Given(amount) }
    }
}

/// An entry in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditEntry {
    /// What it changed.
    pub change: CreditChange,
    /// Why; empty for an order, which tells it by itself.
    pub reason: String,
    /// Who of the staff; `None`: an order took it or gave it back.
    pub who: Option<String>,
    /// The order.
    pub order: Option<OrderNumber>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Reads `5 parcel came late`: an amount above zero, and the reason. A sign before the amount says nothing new: the
/// question says whether it is given or taken.
#[must_use]
pub fn amount_and_reason(typed: &str, currency: Currency) -> Option<(Money, String)> {
    let typed = typed.trim().trim_start_matches(['+', '-', '−', '–']).trim_start();
    let (amount, reason) = typed.split_once(char::is_whitespace)?;
    let amount = price_of(amount, currency).filter(|amount| *amount > Money::ZERO)?;
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    (1..=MOST_REASON).contains(&reason.chars().count()).then_some((amount, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn an_amount_and_a_reason_are_read_however_people_write_them() {
        let read = |typed| amount_and_reason(typed, Currency::parse("EUR").unwrap());
        let late = Some((Money::new(dec!(5)).unwrap(), "parcel came late".to_owned()));
        for typed in ["5 parcel came late", " +5  parcel\ncame late ", "- 5 parcel came late"] {
            assert_eq!(read(typed), late, "{typed}");
        }
        assert_eq!(read("4,50 sorry").unwrap().0.amount(), dec!(4.50));
        let long = format!("5 {}", "x".repeat(201));
        for nonsense in ["", "5", "five because", "0 nothing", "5.005 half a cent", "because 5", &long] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_change_survives_the_ledger() {
        for change in [
            CreditChange::Given(Money::new(dec!(5)).unwrap()),
            CreditChange::Taken(Money::new(dec!(7.25)).unwrap()),
        ] {
            assert_eq!(CreditChange::of(change.signed()), change);
        }
    }
}
