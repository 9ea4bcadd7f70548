//! Products as the staff see them: hidden ones too, with what lies on the shelf and what is reserved.

use super::{CategoryId, Currency, MAX_PRICE, Money, OrderNumber, ProductId, SkuId, Texts};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

/// A product and its variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    /// The product.
    pub id: ProductId,
    /// Its names.
    pub names: Texts,
    /// Its descriptions.
    pub texts: Texts,
    /// Where it stands; only a draft may have no category yet.
    pub category: Option<CategoryId>,
    /// Whether customers see it, and why not.
    pub stage: Stage,
    /// Its pictures, in their order.
    pub photos: Vec<String>,
    /// Its variants, in the order of the card.
    pub variants: Vec<Variant>,
}

impl Goods {
    /// True for what has all that is needed to sell it: a category, and something with a price.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.category.is_some() && !self.variants.is_empty()
    }
}

/// The life of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It is being made.
    Draft,
    /// Customers do not see it for now.
    Hidden,
    /// It is on sale.
    Shown,
    /// It is gone from every list. Orders keep it.
    Archived,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Hidden, Self::Shown, Self::Archived];

    /// The word in the audit.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Hidden => "hidden",
            Self::Shown => "shown",
            Self::Archived => "archived",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == word)
    }
}

/// A variant, as it lies on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its id.
    pub id: SkuId,
    /// The stock number.
    pub code: String,
    /// Its labels; empty for the only one.
    pub options: Texts,
    /// False: customers do not see it.
    pub visible: bool,
    /// The price of one piece.
    pub price: Money,
    /// Pieces on the shelf.
    pub on_hand: u32,
    /// Those of them that orders have reserved.
    pub reserved: u32,
}

impl Variant {
    /// Pieces that can be sold.
    #[must_use]
    pub const fn available(&self) -> u32 {
        self.on_hand.saturating_sub(self.reserved)
    }
}

/// The most pieces that are counted at once, in or out.
const MAX_COUNT: i32 = 1_000_000;

/// How somebody counts pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many more, or less.
    By(i32),
    /// So many lie on the shelf.
    To(i32),
}

impl Count {
    /// Reads `+5 came in`, `-2 broken` or `=12 counted` (`12` alone is `=12`), with the reason behind it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<(Self, Option<String>)> {
        let typed = typed.trim();
        let (number, reason) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let amount = |digits: &str| {
            let is_number = digits.chars().all(|c| c.is_ascii_digit());
            digits.parse().ok().filter(|amount| is_number && (0..=MAX_COUNT).contains(amount))
        };
        let count = match number.split_at_checked(1)? {
            ("+", digits) => Self::By(amount(digits)?),
            ("-", digits) => Self::By(-amount(digits)?),
            ("=", digits) => Self::To(amount(digits)?),
            _ => Self::To(amount(number)?),
        };
        let reason: String = reason.trim().chars().take(200).collect();
        Some((count, (!reason.is_empty()).then_some(reason)))
    }
}

/// Reads a price as somebody types it: `12`, `12.50`, `12,50`. `None` if it is none, or has more digits than the currency.
#[must_use]
pub fn price_of(typed: &str, currency: Currency) -> Option<Money> {
    let amount: Decimal = typed.trim().replace(',', ".").parse().ok()?;
    if !(Decimal::ZERO..=MAX_PRICE).contains(&amount) || amount.scale() > currency.digits() {
        return None;
    }
    Money::new(amount)
}

/// Pieces that somebody counted in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// The stock number of the variant.
    pub code: String,
    /// So many more, or less.
    pub change: i32,
    /// Pieces on the shelf after it.
    pub on_hand: i32,
    /// Why.
    pub reason: Option<String>,
    /// The order with which they came back.
    pub order: Option<OrderNumber>,
    /// Who.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_counted_in_out_and_set() {
        let reason = |words: &str| Some(words.to_owned());
        assert_eq!(Count::parse("+5 came in"), Some((Count::By(5), reason("came in"))));
        assert_eq!(Count::parse(" -2  broken "), Some((Count::By(-2), reason("broken"))));
        assert_eq!(Count::parse("=12"), Some((Count::To(12), None)));
        assert_eq!(Count::parse("12"), Some((Count::To(12), None)));
        for nonsense in ["", "+", "five", "--2", "+-2", "1.5", "99999999999", "ж", "+2000000"] {
            assert_eq!(Count::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_price_has_the_digits_of_its_currency() {
        let euro = Currency::parse("EUR").unwrap();
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(price_of("12,50", euro), Money::new(Decimal::new(1250, 2)));
        assert_eq!(price_of(" 12 ", yen), Money::new(Decimal::new(12, 0)));
        for (typed, currency) in [("12.5", yen), ("1.234", euro), ("-1", euro), ("free", euro), ("", euro)] {
            assert_eq!(price_of(typed, currency), None, "{typed}");
        }
    }
}
