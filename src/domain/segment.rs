//! Who gets a broadcast, and where its button leads.

use super::{CategoryId, Lang, ProductId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The most days that "bought in so many days" looks back: ten years.
pub const MOST_DAYS_BACK: u16 = 3653;

/// Who shall get it. Nobody gets one who is banned, cannot be reached, or has switched broadcasts off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Segment {
    /// Every customer.
    Everyone,
    /// Those who read this language.
    Language(Lang),
    /// Those with an order in the last so many days that was not called off.
    BoughtWithin(u16),
    /// Those with such an order, ever, of something in this category or one below it.
    BoughtFrom(CategoryId),
    /// Those who have something in their cart.
    WithCart,
    /// Those without such an order.
    NeverBought,
}

impl Segment {
    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.split_once('-') {
            None if word == "everyone" => Some(Self::Everyone),
            None if word == "new" => Some(Self::NeverBought),
            None if word == "cart" => Some(Self::WithCart),
            Some(("lang", code)) => {
                Lang::ALL.into_iter().find(|lang| lang.code() == code).map(Self::Language)
            }
            Some(("bought", days)) => days.parse().ok().map(Self::BoughtWithin),
            Some(("from", category)) => category.parse().ok().map(|id| Self::BoughtFrom(CategoryId(id))),
            _ => None,
        }
    }

    /// "Bought within" so many days as somebody typed them; `None` for none, too many, or no number.
    #[must_use]
    pub fn bought_within(typed: &str) -> Option<Self> {
        let days = typed.trim().parse().ok().filter(|days| (1..=MOST_DAYS_BACK).contains(days));
        days.map(Self::BoughtWithin)
    }
}

/// A word for columns and buttons: `everyone`, `lang-de`, `bought-30`, `from-7`, `cart`, `new`.
impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everyone => f.write_str("everyone"),
            Self::Language(lang) => write!(f, "lang-{lang}"),
            Self::BoughtWithin(days) => write!(f, "bought-{days}"),
            Self::BoughtFrom(category) => write!(f, "from-{category}"),
            Self::WithCart => f.write_str("cart"),
            Self::NeverBought => f.write_str("new"),
        }
    }
}

/// Where the button below a broadcast leads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BroadcastLink {
    /// To the catalogue.
    #[default]
    Catalog,
    /// To a category.
    Category(CategoryId),
    /// To a product.
    Product(ProductId),
}

impl BroadcastLink {
    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.split_once('-') {
            None if word == "catalog" => Some(Self::Catalog),
            Some(("cat", id)) => id.parse().ok().map(|id| Self::Category(CategoryId(id))),
            Some(("p", id)) => id.parse().ok().map(|id| Self::Product(ProductId(id))),
            _ => None,
        }
    }
}

/// A word for columns and buttons: `catalog`, `cat-7`, `p-12`.
impl fmt::Display for BroadcastLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Catalog => f.write_str("catalog"),
            Self::Category(id) => write!(f, "cat-{id}"),
            Self::Product(id) => write!(f, "p-{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_survives_as_a_word() {
        let category = Segment::BoughtFrom(CategoryId(i64::MAX));
        let mut all = vec![
            Segment::Everyone,
            Segment::NeverBought,
            Segment::BoughtWithin(30),
            Segment::WithCart,
            category,
        ];
        all.extend(Lang::ALL.map(Segment::Language));
        for segment in all {
            assert_eq!(Segment::parse(&segment.to_string()), Some(segment));
        }
        for nonsense in ["", "lang", "lang-xx", "bought-", "bought--1", "everyone-1", "from-", "cart-1"] {
            assert_eq!(Segment::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn days_back_are_bounded() {
        assert_eq!(Segment::bought_within(" 45 "), Some(Segment::BoughtWithin(45)));
        for nonsense in ["", "0", "-1", "3654", "99999999", "many"] {
            assert_eq!(Segment::bought_within(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_link_survives_as_a_word() {
        let id = i64::MAX;
        for link in [
            BroadcastLink::Catalog,
            BroadcastLink::Category(CategoryId(id)),
            BroadcastLink::Product(ProductId(id)),
        ] {
            assert_eq!(BroadcastLink::parse(&link.to_string()), Some(link));
        }
        assert_eq!(BroadcastLink::parse("p-"), None);
    }
}
