//! Promo codes: what they give, and the conditions under which they give it.

use super::{Currency, Discount, Money, QuotedLine, Scope};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A code as customers type it: 4 to 20 of A-Z, 0-9 and `-`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PromoCode(String);

/// What was typed cannot be a promo code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a promo code has 4 to 20 letters A-Z, digits or hyphens")]
pub struct InvalidPromoCode;

impl PromoCode {
    /// Trims and upper-cases what was typed.
    ///
    /// # Errors
    /// [`InvalidPromoCode`] on a wrong length or character.
    pub fn parse(typed: &str) -> Result<Self, InvalidPromoCode> {
        let code = typed.trim().to_uppercase();
        let fits = (4..=20).contains(&code.chars().count())
            && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
        fits.then_some(Self(code)).ok_or(InvalidPromoCode)
    }

    /// The code in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Of a one-time code: what all codes of its series begin with.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.0.rsplit_once('-').map_or(&self.0, |(stem, _)| stem)
    }
}

/// What a promo gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Benefit {
    /// This percentage (1 to 100) off the lines it covers.
    Percent(u8),
    /// This amount off the lines it covers, at most their sum.
    Fixed(Money),
    /// No delivery fee.
    FreeDelivery,
}

/// A promo as the shop set it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promo {
    /// Its id.
    pub id: i64,
    /// What customers type.
    pub code: PromoCode,
    /// What it gives.
    pub benefit: Benefit,
    /// Valid from this moment.
    pub from: Option<DateTime<Utc>>,
    /// Valid until just before this moment.
    pub until: Option<DateTime<Utc>>,
    /// Only for carts of at least this sum.
    pub min_total: Option<Money>,
    /// Redeemed at most so often by all customers together.
    pub max_uses: Option<u32>,
    /// Redeemed so often up to now.
    pub used: u32,
    /// Redeemed at most so often by one customer.
    pub per_customer: Option<u32>,
    /// Only for a customer without an earlier order.
    pub first_order_only: bool,
    /// The lines it covers.
    pub scope: Scope,
    /// False while the shop has paused it.
    pub active: bool,
}

/// What a customer did before, as far as promos care.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PromoHistory {
    /// Uses of this promo by this customer that were not given back.
    pub uses: u32,
    /// Orders of this customer that were neither cancelled nor rejected.
    pub orders: u32,
}

/// Which condition failed. Every variant has a Fluent message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PromoRefusal {
    /// No such code, or paused.
    #[error("unknown")]
    Unknown,
    /// Its time has not come.
    #[error("not yet valid")]
    NotYet {
        /// When it starts.
        from: DateTime<Utc>,
    },
    /// Its time is over.
    #[error("expired")]
    Expired,
    /// The cart is below the promo's minimum.
    #[error("cart too small")]
    BelowMinimum {
        /// The least sum of lines.
        minimum: Money,
    },
    /// All uses are taken.
    #[error("used up")]
    UsedUp,
    /// This customer has had their share.
    #[error("already used")]
    AlreadyUsed,
    /// Only for a first order.
    #[error("first order only")]
    FirstOrderOnly,
    /// No line of the cart is covered.
    #[error("covers nothing in the cart")]
    NothingCovered,
    /// It would change nothing (free delivery where delivery is free): kept for another time.
    #[error("has no effect")]
    NoEffect,
}

impl Promo {
    /// The discount on these lines, or the first condition that fails. `delivery` is the fee that
    /// would be due without the promo.
    ///
    /// # Errors
    /// The [`PromoRefusal`] to tell the customer.
    pub fn discount(
        &self,
        lines: &[QuotedLine],
        delivery: Money,
        history: PromoHistory,
        currency: Currency,
        now: DateTime<Utc>,
    ) -> Result<Discount, PromoRefusal> {
        let subtotal: Money = lines.iter().map(QuotedLine::sum).sum();
        self.conditions(subtotal, history, now)?;
        let weights: Vec<Money> =
            lines.iter().map(|line| if self.scope.covers(line) { line.sum() } else { Money::ZERO }).collect();
        let base: Money = weights.iter().copied().sum();
        if base == Money::ZERO {
            return Err(PromoRefusal::NothingCovered);
        }
        let amount = match self.benefit {
            Benefit::Percent(percent) => currency.percent(base, percent),
            Benefit::Fixed(amount) => currency.round(amount.amount()).min(base),
            Benefit::FreeDelivery => Money::ZERO,
        };
        let free_delivery = self.benefit == Benefit::FreeDelivery;
        if amount == Money::ZERO && !(free_delivery && delivery > Money::ZERO) {
            return Err(PromoRefusal::NoEffect);
        }
        Ok(Discount {
            promo: self.id,
            code: self.code.clone(),
            amount,
            parts: currency.split(amount, &weights),
            free_delivery,
        })
    }

    /// For an order that has taken its use: only what depends on the goods is left to ask.
    #[must_use]
    pub fn taken(self) -> Self {
        Self {
            from: None,
            until: None,
            max_uses: None,
            per_customer: None,
            first_order_only: false,
            active: true,
            ..self
        }
    }

    fn conditions(
        &self,
        subtotal: Money,
        history: PromoHistory,
        now: DateTime<Utc>,
    ) -> Result<(), PromoRefusal> {
        if !self.active {
            return Err(PromoRefusal::Unknown);
        }
        if let Some(from) = self.from.filter(|from| now < *from) {
            return Err(PromoRefusal::NotYet { from });
        }
        if self.until.is_some_and(|until| now >= until) {
            return Err(PromoRefusal::Expired);
        }
        if self.max_uses.is_some_and(|most| self.used >= most) {
            return Err(PromoRefusal::UsedUp);
        }
        if self.per_customer.is_some_and(|most| history.uses >= most) {
            return Err(PromoRefusal::AlreadyUsed);
        }
        if self.first_order_only && history.orders > 0 {
            return Err(PromoRefusal::FirstOrderOnly);
        }
        if let Some(minimum) = self.min_total.filter(|minimum| subtotal < *minimum) {
            return Err(PromoRefusal::BelowMinimum { minimum });
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "promo_tests.rs"]
mod tests;
