//! One line of a file, column by column.

use super::{LineError, Problem};
use crate::domain::{Currency, Lang, MAX_PRICE, Money, Texts};
use csv::StringRecord;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::HashMap;

/// Where each column is.
pub(in crate::services) struct Header(HashMap<String, usize>);

impl Header {
    /// Reads the first line: exactly these columns, in any order.
    pub(in crate::services) fn read(line: &StringRecord, columns: &[String]) -> Result<Self, Vec<LineError>> {
        // Spreadsheets put a byte order mark in front.
        let names = line.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_owned());
        let found: HashMap<String, usize> = names.enumerate().map(|(place, name)| (name, place)).collect();
        let wrong = |name: &String, problem| LineError { line: 1, column: Some(name.clone()), problem };
        let missing = columns.iter().filter(|name| !found.contains_key(*name));
        let mut errors: Vec<LineError> = missing.map(|name| wrong(name, Problem::ColumnMissing)).collect();
        let unknown = found.keys().filter(|name| !columns.contains(name));
        errors.extend(unknown.map(|name| wrong(name, Problem::ColumnUnknown)));
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

    /// Something is wrong with the line, said in English.
    pub(in crate::services) fn error(&self, what: impl Into<String>) -> LineError {
        LineError { line: self.line, column: None, problem: Problem::Said(what.into()) }
    }

    /// Something is wrong with a column.
    pub(super) fn wrong(&self, column: &str, problem: Problem) -> LineError {
        LineError { line: self.line, column: Some(column.to_owned()), problem }
    }

    /// The value, trimmed; empty if there is none.
    pub(in crate::services) fn get(&self, column: &str) -> &'a str {
        self.header.0.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default().trim()
    }

    pub(super) fn slug(&self, column: &str) -> Result<String, LineError> {
        let slug = self.get(column);
        match is_slug(slug) {
            true => Ok(slug.to_owned()),
            false => Err(self.wrong(column, Problem::NoSlug)),
        }
    }

    /// The text in each language, from the columns `name_en`, `name_ru` ...
    pub(super) fn texts(&self, name: &str, longest: usize) -> Result<Texts, LineError> {
        let mut texts = Texts::default();
        for lang in Lang::ALL {
            let column = format!("{name}_{lang}");
            let text = self.get(&column);
            if text.chars().count() > longest {
                return Err(self.wrong(&column, Problem::TooLong(longest)));
            }
            // A zero is more than Postgres can keep, and the others are no text either.
            if text.contains(|c: char| c.is_control() && !c.is_whitespace()) {
                return Err(self.wrong(&column, Problem::Unshowable));
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
        let amount = with_a_point(text).parse::<Decimal>().ok().and_then(Money::new);
        match amount.map(|amount| (amount, currency.round(amount.amount()))) {
            Some((exact, _)) if exact.amount() > MAX_PRICE => Err(self.wrong(column, Problem::TooDear)),
            Some((exact, rounded)) if exact.amount() == rounded.amount() => Ok(Some(rounded)),
            Some(_) => Err(self.wrong(column, Problem::Decimals(currency))),
            None => Err(self.wrong(column, Problem::NoAmount(text.to_owned()))),
        }
    }

    pub(in crate::services) fn number(&self, column: &str) -> Result<Option<u32>, LineError> {
        match self.get(column) {
            "" => Ok(None),
            text => match text.parse() {
                Ok(number) => Ok(Some(number)),
                Err(_) => Err(self.wrong(column, Problem::NoNumber(text.to_owned()))),
            },
        }
    }

    pub(in crate::services) fn yes(&self, column: &str, default: bool) -> Result<bool, LineError> {
        match self.get(column) {
            "" => Ok(default),
            "yes" => Ok(true),
            "no" => Ok(false),
            text => Err(self.wrong(column, Problem::NoYes(text.to_owned()))),
        }
    }
}

/// An amount as most spreadsheets of Europe write it, `14,50`. With three digits behind the comma it could be thousands,
/// and stays what it is.
fn with_a_point(amount: &str) -> Cow<'_, str> {
    match amount.split_once(',') {
        Some((whole, rest)) if !whole.contains('.') && (1..=2).contains(&rest.len()) => {
            Cow::Owned(format!("{whole}.{rest}"))
        }
        _ => Cow::Borrowed(amount),
    }
}

pub(in crate::services) fn is_slug(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.split('-').all(part)
}
