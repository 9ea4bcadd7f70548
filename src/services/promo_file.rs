//! Promo codes as a CSV file: `sample/README.md` describes the columns.

use super::catalog_file::{Header, LineError, Row, is_slug};
use crate::domain::{Benefit, Currency, Promo, PromoCode, Scope, day_start};
use crate::repository::NewPromo;
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use csv::StringRecord;
use std::collections::HashMap;

const COLUMNS: [&str; 11] = [
    "code",
    "kind",
    "value",
    "from",
    "until",
    "min_total",
    "max_uses",
    "per_customer",
    "first_order_only",
    "categories",
    "products",
];

/// Reads promo codes. Days begin and end in `timezone`.
///
/// # Errors
/// Everything that is wrong, line by line.
pub fn read(text: &str, currency: Currency, timezone: Tz) -> Result<Vec<NewPromo>, Vec<LineError>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let first = reader.headers().map_err(|error| vec![error.into()])?;
    let header = Header::read(first, &COLUMNS.map(str::to_owned))?;
    let mut promos = Vec::new();
    let mut errors = Vec::new();
    let mut lines = HashMap::new();
    let mut add = |record: Result<StringRecord, csv::Error>| {
        let record = record?;
        let row = Row::new(&header, &record);
        let promo = promo(&row, currency, timezone)?;
        match lines.insert(promo.promo.code.clone(), row.line) {
            Some(line) => Err(row.error(format!("code: stands on line {line} already"))),
            None => Ok(promo),
        }
    };
    for record in reader.records() {
        match add(record) {
            Ok(promo) => promos.push(promo),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(promos) } else { Err(errors) }
}

fn promo(row: &Row<'_>, currency: Currency, timezone: Tz) -> Result<NewPromo, LineError> {
    let code = PromoCode::parse(row.get("code")).map_err(|error| row.error(format!("code: {error}")))?;
    let benefit = match row.get("kind") {
        "percent" => match row.number("value")?.and_then(|percent| u8::try_from(percent).ok()) {
            Some(percent @ 1..=100) => Benefit::Percent(percent),
            Some(_) | None => return Err(row.error("value: a percentage from 1 to 100")),
        },
        "fixed" => match row.money("value", currency)? {
            Some(amount) if !amount.amount().is_zero() => Benefit::Fixed(amount),
            Some(_) | None => return Err(row.error("value: the amount off")),
        },
        "free_delivery" => Benefit::FreeDelivery,
        _ => return Err(row.error("kind: percent, fixed or free_delivery")),
    };
    let (first, last) = (day(row, "from")?, day(row, "until")?);
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        return Err(row.error("until: is before from"));
    }
    let promo = Promo {
        id: 0,
        code,
        benefit,
        from: first.map(|day| day_start(day, timezone)),
        // The last day counts to its end.
        until: last.and_then(|day| day.checked_add_days(Days::new(1))).map(|day| day_start(day, timezone)),
        min_total: row.money("min_total", currency)?,
        max_uses: row.number("max_uses")?,
        per_customer: row.number("per_customer")?,
        first_order_only: row.yes("first_order_only", false)?,
        scope: Scope::default(),
        used: 0,
        active: true,
    };
    Ok(NewPromo { promo, categories: slugs(row, "categories")?, products: slugs(row, "products")? })
}

fn day(row: &Row<'_>, column: &str) -> Result<Option<NaiveDate>, LineError> {
    match row.get(column) {
        "" => Ok(None),
        text => match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(row.error(format!("{column}: `{text}` is no day such as 2026-01-31"))),
        },
    }
}

fn slugs(row: &Row<'_>, column: &str) -> Result<Vec<String>, LineError> {
    let slugs: Vec<String> = row.get(column).split_whitespace().map(str::to_owned).collect();
    match slugs.iter().find(|slug| !is_slug(slug)) {
        Some(slug) => Err(row.error(format!("{column}: `{slug}` is no slug"))),
        None => Ok(slugs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../sample/promos.csv");

    fn of(text: &str) -> Result<Vec<NewPromo>, Vec<LineError>> {
        read(text, Currency::parse("EUR").unwrap(), "Europe/Berlin".parse().unwrap())
    }

    #[test]
    fn the_sample_is_read_as_it_is_described() {
        let promos = of(SAMPLE).unwrap();
        let codes: Vec<&str> = promos.iter().map(|new| new.promo.code.as_str()).collect();
        assert_eq!(codes, ["WELCOME10", "THANKS5", "FREESHIP", "TEATIME15", "LASTCUP"]);
        assert_eq!(promos[0].promo.benefit, Benefit::Percent(10));
        assert!(promos[0].promo.first_order_only);
        assert_eq!(promos[4].promo.max_uses, Some(3));
        assert_eq!(promos[4].products, ["speckled-mug", "espresso-cups", "round-teapot"]);
    }

    #[test]
    fn the_last_day_counts_to_its_end_in_the_shops_time() {
        let teatime = &of(SAMPLE).unwrap()[3].promo;
        assert_eq!(teatime.from.unwrap().to_rfc3339(), "2025-12-31T23:00:00+00:00");
        assert_eq!(teatime.until.unwrap().to_rfc3339(), "2030-12-31T23:00:00+00:00");
    }

    #[test]
    fn wrong_lines_are_told_by_number() {
        let text = SAMPLE.replace("percent,10,", "percent,110,").replace("fixed,5.00,", "gift,5.00,");
        let errors: Vec<String> = of(&text).unwrap_err().iter().map(LineError::to_string).collect();
        assert_eq!(
            errors,
            ["line 2: value: a percentage from 1 to 100", "line 3: kind: percent, fixed or free_delivery"]
        );
    }

    #[test]
    fn a_code_stands_once_and_ends_after_it_began() {
        let text = SAMPLE.replace("THANKS5,", "WELCOME10,").replace("2030-12-31", "2025-12-31");
        let errors: Vec<String> = of(&text).unwrap_err().iter().map(LineError::to_string).collect();
        assert_eq!(errors, ["line 3: code: stands on line 2 already", "line 5: until: is before from"]);
    }
}
