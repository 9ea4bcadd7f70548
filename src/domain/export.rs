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

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// Lines of text.
    Csv,
    /// A workbook.
    Xlsx,
}

impl ExportFormat {
    /// Every format; the first is the one of those who do not say.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// The word that asks for it, and the end of the file's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedExport {
    /// The table.
    pub export: Export,
    /// The kind of file.
    pub format: ExportFormat,
    /// The time; `None`: all times.
    pub period: Option<Period>,
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

    /// Reads `orders`, `orders 2026-11` or `stock xlsx`.
    #[must_use]
    pub fn asked(typed: &str) -> Option<AskedExport> {
        let typed = typed.to_lowercase();
        let mut words: Vec<&str> = typed.split_whitespace().collect();
        let format = match words.iter().position(|word| ExportFormat::parse(word).is_some()) {
            Some(place) => ExportFormat::parse(words.remove(place))?,
            None => ExportFormat::Csv,
        };
        let (word, time) = words.split_first()?;
        let export = Self::parse(word)?;
        let period = match time {
            [] => None,
            time => Some(Period::parse(&time.join(" ")).filter(|_| export.has_time())?),
        };
        Some(AskedExport { export, format, period })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_asked_for_by_its_word_and_a_time() {
        let asked = |typed| Export::asked(typed).map(|asked| (asked.export, asked.format, asked.period));
        let (csv, xlsx) = (ExportFormat::Csv, ExportFormat::Xlsx);
        assert_eq!(asked(" Orders "), Some((Export::Orders, csv, None)));
        assert_eq!(asked("stock XLSX"), Some((Export::Stock, xlsx, None)));
        let week = Some((Export::Customers, csv, Some(Period::Week)));
        assert_eq!(asked("customers  week"), week);
        assert_eq!(asked("customers csv week"), week);
        assert!(matches!(
            asked("orders 2026-11-01 2026-11-24 xlsx"),
            Some((Export::Orders, ExportFormat::Xlsx, Some(Period::Days(_))))
        ));
        for nonsense in [
            "",
            "everything",
            "orders sometime",
            "stock week",
            "orders xlsx csv",
            "xlsx",
            "orders 2026-11-24 2026-11-01",
        ] {
            assert_eq!(Export::asked(nonsense), None, "{nonsense}");
        }
    }
}
