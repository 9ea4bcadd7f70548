//! What can be wrong with a file.

use crate::domain::{Currency, MAX_PRICE};
use std::fmt;

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// The line of the file, or the row of the sheet, from 1.
    pub line: u64,
    /// The column, if it is about one.
    pub column: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong, for the person who has to change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Said in English: of files that only the command line reads.
    Said(String),
    /// It is neither CSV nor XLSX.
    NoTable,
    /// A workbook of Excel 2003 and before.
    OldWorkbook,
    /// More than is read at once.
    TooMuch,
    /// Text that is not UTF-8.
    NotUtf8,
    /// A line with another number of columns than the first.
    Columns {
        /// How many it has.
        found: u64,
        /// How many the first has.
        expected: u64,
    },
    /// A column is not there.
    ColumnMissing,
    /// A column that nobody knows.
    ColumnUnknown,
    /// There is no product.
    Empty,
    /// A value has to be there.
    Missing,
    /// A slug has other characters.
    NoSlug,
    /// A stock number has other characters, or too many.
    NoStockNumber,
    /// A text has more characters than this.
    TooLong(usize),
    /// A character that cannot be shown.
    Unshowable,
    /// It is no amount.
    NoAmount(String),
    /// An amount with more decimals than the currency has.
    Decimals(Currency),
    /// A price above [`MAX_PRICE`].
    TooDear,
    /// It is no whole number.
    NoNumber(String),
    /// More pieces than can be counted.
    TooMany(u32),
    /// It is neither yes nor no.
    NoYes(String),
    /// A spreadsheet took it for a date.
    Date,
    /// A formula without a result.
    Formula,
    /// A stock number or slug that stands on another line already.
    Twice {
        /// Which.
        key: String,
        /// Where.
        line: u64,
    },
    /// A product or category without a name in any language.
    Nameless(String),
    /// It is no category, nor two with a `/` between.
    NoCategory,
    /// Another number of names than steps.
    Steps {
        /// Names.
        names: usize,
        /// Steps.
        steps: usize,
    },
    /// A category has other names on another line.
    OtherNames {
        /// Its slug.
        category: String,
        /// Where.
        line: u64,
    },
    /// A picture that nobody has sent.
    NoPicture(String),
}

impl LineError {
    /// About the file as a whole.
    pub(in crate::services) const fn of_file(problem: Problem) -> Self {
        Self { line: 1, column: None, problem }
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if let Some(column) = &self.column {
            write!(f, "{column}: ")?;
        }
        write!(f, "{}", self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(words) => f.write_str(words),
            Self::NoTable => f.write_str("the file is neither CSV nor XLSX"),
            Self::OldWorkbook => f.write_str("the file is an old XLS: save it as XLSX"),
            Self::TooMuch => f.write_str("there is more in the file than is read at once"),
            Self::NotUtf8 => f.write_str("is not UTF-8: save the file as CSV UTF-8"),
            Self::Columns { found, expected } => write!(
                f,
                "{found} columns, and the header has {expected}: is a text with a comma without quotes?"
            ),
            Self::ColumnMissing => f.write_str("the column is missing"),
            Self::ColumnUnknown => f.write_str("there is no such column"),
            Self::Empty => f.write_str("there is no product in the file"),
            Self::Missing => f.write_str("is missing"),
            Self::NoSlug => f.write_str("a slug has a-z, 0-9 and -, such as green-tea"),
            Self::NoStockNumber => f.write_str("1 to 24 of A-Z, 0-9 and -"),
            Self::TooLong(most) => write!(f, "is longer than {most} characters"),
            Self::Unshowable => f.write_str("has a character that cannot be shown"),
            Self::NoAmount(text) => write!(f, "`{text}` is no amount such as 14.50"),
            Self::Decimals(currency) => write!(f, "{currency} has {} decimals", currency.digits()),
            Self::TooDear => write!(f, "at most {MAX_PRICE}"),
            Self::NoNumber(text) => write!(f, "`{text}` is no whole number"),
            Self::TooMany(most) => write!(f, "at most {most}"),
            Self::NoYes(text) => write!(f, "`{text}` is neither yes nor no"),
            Self::Date => f.write_str("the spreadsheet made a date of it: format the cell as text"),
            Self::Formula => f.write_str("the formula has no result"),
            Self::Twice { key, line } => write!(f, "{key} is on line {line} already"),
            Self::Nameless(what) => write!(f, "{what} has no name in any language"),
            Self::NoCategory => f.write_str("a slug, or two with a / between"),
            Self::Steps { names, steps } => write!(f, "{names} names for {steps} steps of the category"),
            Self::OtherNames { category, line } => {
                write!(f, "the category {category} has other names on line {line}")
            }
            Self::NoPicture(name) => write!(f, "there is no picture {name}"),
        }
    }
}

impl From<csv::Error> for LineError {
    fn from(error: csv::Error) -> Self {
        let line = error.position().map_or(1, csv::Position::line);
        let problem = match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                Problem::Columns { found: *len, expected: *expected_len }
            }
            csv::ErrorKind::Utf8 { .. } => Problem::NotUtf8,
            _ => Problem::Said(error.to_string()),
        };
        Self { line, column: None, problem }
    }
}
