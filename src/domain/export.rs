//! Tables that the staff take out of the shop.

use super::Period;

/// What is in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Export {
    /// Orders, one a line.
    Orders,
    /// Customers, with what they ordered.
    Customers,
    /// The catalogue, as an import reads it.
    Products,
    /// Pieces of every variant.
    Stock,
}

impl Export {
    /// Every table.
    pub const ALL: [Self; 4] = [Self::Orders, Self::Customers, Self::Products, Self::Stock];

    /// The word that asks for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Customers => "customers",
            Self::Products => "products",
            Self::Stock => "stock",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|export| export.as_str() == word)
    }

    /// Does a time matter to it? The catalogue and the stock are those of now.
    #[must_use]
    pub const fn has_time(self) -> bool {
        matches!(self, Self::Orders | Self::Customers)
    }

    /// Reads `orders`, or `orders 2026-11`; without a time, of all times.
    #[must_use]
    pub fn asked(typed: &str) -> Option<(Self, Option<Period>)> {
        let typed = typed.trim().to_lowercase();
        let (word, time) = typed.split_once(char::is_whitespace).unwrap_or((&typed, ""));
        let export = Self::parse(word)?;
        match time.trim() {
            "" => Some((export, None)),
            time => Period::parse(time).filter(|_| export.has_time()).map(|period| (export, Some(period))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_asked_for_by_its_word_and_a_time() {
        assert_eq!(Export::asked(" Orders "), Some((Export::Orders, None)));
        assert_eq!(Export::asked("customers week"), Some((Export::Customers, Some(Period::Week))));
        assert!(matches!(
            Export::asked("orders 2026-11-01 2026-11-24"),
            Some((Export::Orders, Some(Period::Days(_))))
        ));
        for nonsense in ["", "everything", "orders sometime", "stock week", "orders 2026-11-24 2026-11-01"] {
            assert_eq!(Export::asked(nonsense), None, "{nonsense}");
        }
    }
}
