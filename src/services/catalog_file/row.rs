//! One line of a CSV file, column by column.

use crate::domain::{Currency, Lang, MAX_PRICE, Money, Texts};
use csv::StringRecord;
use rust_decimal::Decimal;
use std::{collections::HashMap, fmt};

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// The line of the file, from 1.
    pub line: u64,
    /// What is wrong, for the person who has to change it.
    pub what: String,
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl From<csv::Error> for LineError {
    fn from(error: csv::Error) -> Self {
        let line = error.position().map_or(1, csv::Position::line);
        let what = match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!(
                    "{len} columns, and the header has {expected_len}: is a text with a comma without quotes?"
                )
            }
            csv::ErrorKind::Utf8 { .. } => "is not UTF-8: save the file as CSV UTF-8".to_owned(),
            _ => error.to_string(),
        };
        Self { line, what }
    }
}

/// Where each column is.
pub(in crate::services) struct Header(HashMap<String, usize>);

impl Header {
    /// Reads the first line: exactly these columns, in any order.
    pub(in crate::services) fn read(
        reader: &mut csv::Reader<&[u8]>,
        columns: &[String],
    ) -> Result<Self, Vec<LineError>> {
        let line = reader.headers().map_err(|error| vec![error.into()])?;
        // Spreadsheets put a byte order mark in front.
        let names = line.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_owned());
        let found: HashMap<String, usize> = names.enumerate().map(|(place, name)| (name, place)).collect();
        let missing = columns.iter().filter(|name| !found.contains_key(*name));
        let mut errors: Vec<LineError> = missing
            .map(|name| LineError { line: 1, what: format!("the column {name} is missing") })
            .collect();
        let unknown = found.keys().filter(|name| !columns.contains(name));
        errors.extend(unknown.map(|name| LineError { line: 1, what: format!("there is no column {name}") }));
        if errors.is_empty() { Ok(Self(found)) } else { Err(errors) }
    }
}

/// A line.
pub(in crate::services) struct Row<'a> {
    header: &'a Header,
    record: &'a StringRecord,
    pub(in crate::services) line: u64,
}

impl<'a> Row<'a> {
    pub(in crate::services) fn new(header: &'a Header, record: &'a StringRecord) -> Self {
        Self { header, record, line: record.position().map_or(1, csv::Position::line) }
    }

    pub(in crate::services) fn error(&self, what: impl Into<String>) -> LineError {
        LineError { line: self.line, what: what.into() }
    }

    /// The value, trimmed; empty if there is none.
    pub(in crate::services) fn get(&self, column: &str) -> &'a str {
        self.header.0.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default().trim()
    }

    pub(in crate::services) fn slug(&self, column: &str) -> Result<String, LineError> {
        let slug = self.get(column);
        match is_slug(slug) {
            true => Ok(slug.to_owned()),
            false => Err(self.error(format!("{column}: a slug has a-z, 0-9 and -, such as green-tea"))),
        }
    }

    /// The text in each language, from the columns `name_en`, `name_ru` ...
    pub(in crate::services) fn texts(&self, name: &str, longest: usize) -> Result<Texts, LineError> {
        let mut texts = Texts::default();
        for lang in Lang::ALL {
            let column = format!("{name}_{lang}");
            let text = self.get(&column);
            if text.chars().count() > longest {
                return Err(self.error(format!("{column} is longer than {longest} characters")));
            }
            // A zero is more than Postgres can keep, and the others are no text either.
            if text.contains(|c: char| c.is_control() && !c.is_whitespace()) {
                return Err(self.error(format!("{column} has a character that cannot be shown")));
            }
            texts.set(lang, text);
        }
        Ok(texts)
    }

    pub(in crate::services) fn money(
        &self,
        column: &str,
        currency: Currency,
    ) -> Result<Option<Money>, LineError> {
        let text = self.get(column);
        if text.is_empty() {
            return Ok(None);
        }
        let amount = text.parse::<Decimal>().ok().and_then(Money::new);
        match amount.map(|amount| (amount, currency.round(amount.amount()))) {
            Some((exact, _)) if exact.amount() > MAX_PRICE => {
                Err(self.error(format!("{column}: at most {MAX_PRICE}")))
            }
            Some((exact, rounded)) if exact.amount() == rounded.amount() => Ok(Some(rounded)),
            Some(_) => Err(self.error(format!("{column}: {currency} has {} decimals", currency.digits()))),
            None => Err(self.error(format!("{column}: `{text}` is no amount such as 14.50"))),
        }
    }

    pub(in crate::services) fn number(&self, column: &str) -> Result<Option<u32>, LineError> {
        match self.get(column) {
            "" => Ok(None),
            text => match text.parse() {
                Ok(number) => Ok(Some(number)),
                Err(_) => Err(self.error(format!("{column}: `{text}` is no whole number"))),
            },
        }
    }

    pub(in crate::services) fn yes(&self, column: &str, default: bool) -> Result<bool, LineError> {
        match self.get(column) {
            "" => Ok(default),
            "yes" => Ok(true),
            "no" => Ok(false),
            text => Err(self.error(format!("{column}: `{text}` is neither yes nor no"))),
        }
    }
}

pub(in crate::services) fn is_slug(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.split('-').all(part)
}
