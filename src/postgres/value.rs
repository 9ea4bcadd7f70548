//! Values between Postgres' types and the domain's. A stored value that the domain would never have written
//! is trouble, not a panic.

use crate::domain::{Currency, Lang, Money, Status, Texts};
use crate::repository::{Page, StoreError};
use rust_decimal::Decimal;
use serde::Deserialize;
use sqlx::types::Json;

/// A stored value that cannot be.
pub(super) fn broken(what: impl Into<String>) -> StoreError {
    StoreError::Broken(what.into().into())
}

pub(super) fn money(amount: Decimal) -> Result<Money, StoreError> {
    Money::new(amount).ok_or_else(|| broken(format!("a negative amount of money: {amount}")))
}

pub(super) fn status(word: &str) -> Result<Status, StoreError> {
    Status::parse(word).ok_or_else(|| broken(format!("an unknown status: {word}")))
}

pub(super) fn currency(code: &str) -> Result<Currency, StoreError> {
    Currency::parse(code).map_err(|error| StoreError::Broken(Box::new(error)))
}

/// A language code; one that is no longer spoken is English.
pub(super) fn lang(code: &str) -> Lang {
    Lang::parse(code).unwrap_or_default()
}

/// Pieces, uses, counts: never negative (a constraint), so nothing is lost.
pub(super) fn count(stored: impl TryInto<u32>) -> u32 {
    stored.try_into().unwrap_or(0)
}

/// The same the other way.
pub(super) fn int(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Texts, read from or bound to a jsonb.
pub(super) type JsonTexts = Json<Texts>;

/// Reads the elements of a jsonb array.
pub(super) fn elements<T: for<'de> Deserialize<'de>>(json: serde_json::Value) -> Result<Vec<T>, StoreError> {
    serde_json::from_value(json).map_err(|error| StoreError::Broken(Box::new(error)))
}

/// A page out of `total` rows. The statements answer a page beyond the last one with the last.
pub(super) fn page<T>(items: Vec<T>, number: u32, size: u32, total: i64) -> Page<T> {
    let count = count(total).div_ceil(size.max(1)).max(1);
    Page { items, number: number.min(count - 1), count }
}

/// How many rows to skip for a page.
pub(super) fn offset(page: u32, size: u32) -> i64 {
    i64::from(page) * i64::from(size)
}

/// A pattern of LIKE that finds the word with this index and nothing else. A word that is not there finds everything.
pub(super) fn pattern(words: &[String], index: usize) -> String {
    let word = words.get(index).map_or("", String::as_str);
    format!("%{}%", word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_"))
}
