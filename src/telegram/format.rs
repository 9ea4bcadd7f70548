//! How a language writes money, dates and the shop's own words.

use super::chart::Numerals;
use super::html::Html;
use super::texts::{Arg, phrases};
use crate::domain::{Carrier, CarrierKey, Currency, Door, Lang, Money, ShopSettings, Slot};
use crate::repository::StoreError;
use crate::services::Shop;
use chrono::{DateTime, Locale, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use std::sync::Arc;

/// What the screens know of the shop.
#[derive(Debug, Clone)]
pub(super) struct Storefront {
    /// The currency of the catalogue.
    pub currency: Currency,
    /// Where its clock hangs.
    pub timezone: Tz,
    /// Its name, fees and texts.
    pub settings: Arc<ShopSettings>,
    /// Who brings parcels.
    pub carriers: Vec<Carrier>,
    /// Whether somebody works there now.
    pub door: Door,
    /// What time it is.
    pub now: DateTime<Utc>,
}

impl Storefront {
    /// As the shop is now.
    ///
    /// # Errors
    /// [`StoreError`]: its settings were never read.
    pub(super) async fn of(shop: &Shop) -> Result<Self, StoreError> {
        let settings = Arc::clone(&shop.settings().await?.settings);
        let terms = shop.terms();
        let carriers = terms.carriers.clone();
        let (now, timezone) = (shop.now(), terms.timezone);
        let door = settings.door(now, timezone);
        Ok(Self { currency: terms.currency, timezone, settings, carriers, door, now })
    }

    /// The carrier of a button, if the settings still have it.
    pub(super) fn carrier(&self, key: CarrierKey) -> Option<&Carrier> {
        self.carriers.iter().find(|carrier| carrier.key() == key)
    }
}

#[cfg(test)]
impl Default for Storefront {
    fn default() -> Self {
        let currency = Currency::parse("EUR").expect("a currency");
        let settings = ShopSettings::of("Shop".to_owned(), crate::domain::DeliveryTerms::default(), currency);
        let (settings, carriers) = (Arc::new(settings), Vec::new());
        let now = DateTime::UNIX_EPOCH;
        Self { currency, timezone: chrono_tz::UTC, settings, carriers, door: Door::Open, now }
    }
}

/// Speaks to one customer: the texts of their language, in this shop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice<'a> {
    /// The language.
    pub lang: Lang,
    /// The shop.
    pub shop: &'a Storefront,
}

/// No line break between a number and what it counts.
const NBSP: char = '\u{a0}';

impl Voice<'_> {
    /// A text without variables.
    pub(super) fn say(&self, id: &str) -> Html {
        phrases(self.lang).html(id, &[])
    }

    /// A text with variables.
    pub(super) fn tell<const N: usize>(&self, id: &str, args: [Arg; N]) -> Html {
        phrases(self.lang).html(id, &args)
    }

    /// The label of a button.
    pub(super) fn label(&self, id: &str) -> String {
        phrases(self.lang).plain(id, &[])
    }

    /// The label of a button, with variables.
    pub(super) fn label_with<const N: usize>(&self, id: &str, args: [Arg; N]) -> String {
        phrases(self.lang).plain(id, &args)
    }

    /// An amount in the shop's currency.
    #[must_use]
    pub(super) fn money(&self, money: Money) -> String {
        amount(self.lang, money, self.shop.currency)
    }

    /// A day: "24 Nov 2026".
    #[must_use]
    pub(super) fn day(&self, at: DateTime<Utc>) -> String {
        let format = if self.lang == Lang::De { "%-d. %b %Y" } else { "%-d %b %Y" };
        self.local(at, format)
    }

    /// A day and an hour: "24 Nov 2026, 14:05".
    #[must_use]
    pub(super) fn moment(&self, at: DateTime<Utc>) -> String {
        format!("{}, {}", self.day(at), self.local(at, "%H:%M"))
    }

    /// The time of the day: "14:05".
    #[must_use]
    pub(super) fn clock(&self, at: DateTime<Utc>) -> String {
        self.local(at, "%H:%M")
    }

    /// The same without the year, for a list of moments that follow each other: "24 Nov, 14:05".
    #[must_use]
    pub(super) fn short_moment(&self, at: DateTime<Utc>) -> String {
        let format = if self.lang == Lang::De { "%-d. %b, %H:%M" } else { "%-d %b, %H:%M" };
        self.local(at, format)
    }

    /// A day of the next weeks and an hour: "Tuesday, 24 Nov, 14:05".
    #[must_use]
    pub(super) fn coming_moment(&self, at: DateTime<Utc>) -> String {
        let format = if self.lang == Lang::De { "%A, %-d. %b, %H:%M" } else { "%A, %-d %b, %H:%M" };
        self.local(at, format)
    }

    /// When an order is brought: "Tue, 24 Nov, 10:00-12:00".
    #[must_use]
    pub(super) fn slot(&self, slot: Slot) -> String {
        let format = if self.lang == Lang::De { "%a, %-d. %b" } else { "%a, %-d %b" };
        format!("{}, {}", slot.day.format_localized(format, locale(self.lang)), slot.span)
    }

    /// The name of a weekday.
    #[must_use]
    pub(super) fn weekday(&self, day: Weekday) -> String {
        let some = NaiveDate::from_isoywd_opt(2026, 1, day);
        some.map_or_else(String::new, |date| date.format_localized("%A", locale(self.lang)).to_string())
    }

    /// A day of the calendar: "24 Nov 2026".
    #[must_use]
    pub(super) fn date(&self, day: NaiveDate) -> String {
        let format = if self.lang == Lang::De { "%-d. %b %Y" } else { "%-d %b %Y" };
        day.format_localized(format, locale(self.lang)).to_string()
    }

    /// The same without the year: "24 Nov".
    #[must_use]
    pub(super) fn short_date(&self, day: NaiveDate) -> String {
        let format = if self.lang == Lang::De { "%-d. %b" } else { "%-d %b" };
        day.format_localized(format, locale(self.lang)).to_string()
    }

    /// The day of the week, in short: "Tue".
    #[must_use]
    pub(super) fn short_weekday(&self, day: NaiveDate) -> String {
        day.format_localized("%a", locale(self.lang)).to_string()
    }

    /// How many: "1,250".
    #[must_use]
    pub(super) fn count(&self, count: u32) -> String {
        grouped(self.lang, &count.to_string())
    }

    /// A share in whole percent: "12%".
    #[must_use]
    pub(super) fn percent(&self, percent: i64) -> String {
        match self.lang {
            Lang::En => format!("{percent}%"),
            Lang::Ru | Lang::Es | Lang::De => format!("{percent}{NBSP}%"),
        }
    }

    /// How the scale of a chart is written.
    #[must_use]
    pub(super) const fn numerals(&self) -> Numerals {
        let (group, point, _) = separators(self.lang);
        Numerals { group, point }
    }

    fn local(&self, at: DateTime<Utc>, format: &str) -> String {
        at.with_timezone(&self.shop.timezone).format_localized(format, locale(self.lang)).to_string()
    }
}

const fn locale(lang: Lang) -> Locale {
    match lang {
        Lang::En => Locale::en_GB,
        Lang::Ru => Locale::ru_RU,
        Lang::Es => Locale::es_ES,
        Lang::De => Locale::de_DE,
    }
}

/// What stands between thousands and before the cents, and from how many digits on thousands are told apart.
const fn separators(lang: Lang) -> (char, char, usize) {
    match lang {
        Lang::En => (',', '.', 4),
        Lang::Ru => (NBSP, ',', 5),
        Lang::Es => ('.', ',', 5),
        Lang::De => ('.', ',', 4),
    }
}

/// Digits with their thousands told apart.
fn grouped(lang: Lang, digits: &str) -> String {
    let (group, _, shortest) = separators(lang);
    let mut number = String::new();
    for (n, digit) in digits.chars().enumerate() {
        let behind = digits.len() - n;
        if n > 0 && behind.is_multiple_of(3) && digits.len() >= shortest {
            number.push(group);
        }
        number.push(digit);
    }
    number
}

/// An amount as the language writes it: "€1,250.00", "1.250,00 €".
#[must_use]
pub(super) fn amount(lang: Lang, money: Money, currency: Currency) -> String {
    let digits = currency.digits() as usize;
    let plain = format!("{:.digits$}", money.amount());
    let (whole, cents) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut number = grouped(lang, whole);
    if !cents.is_empty() {
        let (_, point, _) = separators(lang);
        number.push(point);
        number.push_str(cents);
    }
    let symbol = currency.symbol();
    match lang {
        Lang::En if symbol.ends_with(char::is_alphanumeric) => format!("{symbol}{NBSP}{number}"),
        Lang::En => format!("{symbol}{number}"),
        Lang::Ru | Lang::Es | Lang::De => format!("{number}{NBSP}{symbol}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use rust_decimal::dec;

    fn money(amount: rust_decimal::Decimal) -> Money {
        Money::new(amount).expect("not negative")
    }

    #[test]
    fn money_is_written_as_the_language_writes_it() {
        let euro = Currency::parse("EUR").unwrap();
        let write = |lang, of| amount(lang, money(of), euro).replace(NBSP, " ");
        assert_eq!(write(Lang::En, dec!(12.5)), "€12.50");
        assert_eq!(write(Lang::De, dec!(12.5)), "12,50 €");
        assert_eq!(write(Lang::En, dec!(1234567.5)), "€1,234,567.50");
        assert_eq!(write(Lang::De, dec!(1234.5)), "1.234,50 €");
        assert_eq!(write(Lang::Es, dec!(1234.5)), "1234,50 €");
        assert_eq!(write(Lang::Es, dec!(12345.5)), "12.345,50 €");
        assert_eq!(write(Lang::Ru, dec!(12345.5)), "12 345,50 €");
    }

    #[test]
    fn a_currency_has_its_own_digits() {
        let write = |code, of| amount(Lang::En, money(of), Currency::parse(code).unwrap());
        assert_eq!(write("JPY", dec!(1200)), "¥1,200");
        assert_eq!(write("KWD", dec!(1.5)).chars().filter(char::is_ascii_digit).count(), 4);
    }

    #[test]
    fn a_moment_is_told_by_the_shops_clock() {
        let shop = Storefront { timezone: chrono_tz::Europe::Berlin, ..Storefront::default() };
        let at = Utc.with_ymd_and_hms(2026, 5, 24, 22, 5, 0).unwrap();
        let tell = |lang| Voice { lang, shop: &shop }.moment(at);
        assert_eq!(tell(Lang::En), "25 May 2026, 00:05");
        assert_eq!(tell(Lang::De), "25. Mai 2026, 00:05");
        assert_eq!(tell(Lang::Es), "25 may 2026, 00:05");
        assert_eq!(tell(Lang::Ru), "25 мая 2026, 00:05");
    }
}
