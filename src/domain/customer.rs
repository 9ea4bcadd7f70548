//! Who orders, and the small texts a customer gives us, parsed and bounded.

use super::{CustomerId, Lang, Money};
use serde::{Deserialize, Serialize};

/// A customer as the shop knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// The Telegram user id.
    pub id: CustomerId,
    /// The name for orders: as in Telegram until the customer changes it.
    pub name: PersonName,
    /// The Telegram username without `@`.
    pub username: Option<String>,
    /// The phone number given at the last checkout or in the profile.
    pub phone: Option<Phone>,
    /// The language: chosen by the customer, else Telegram's, else English.
    pub lang: Lang,
    /// True for a customer whom the shop no longer serves.
    pub banned: bool,
    /// Orders they did not collect, as far as the staff have not cleared it.
    pub no_shows: u32,
    /// Store credit, as the ledger comes to.
    pub balance: Money,
    /// False once the customer has switched broadcasts off.
    pub wants_broadcasts: bool,
    /// True with the first thing that they ever wrote: nothing else of them is stored yet.
    pub is_new: bool,
}

/// An address the customer used before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedAddress {
    /// Its id, for buttons.
    pub id: i64,
    /// The address.
    pub address: Address,
}

/// Why a text was not accepted. Every variant has a Fluent message with an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Invalid {
    /// Shorter than what makes sense.
    #[error("too short")]
    TooShort,
    /// Longer than we keep.
    #[error("too long")]
    TooLong,
    /// Not a phone number that exists in its country.
    #[error("not a phone number")]
    NotAPhone,
}

macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $least:literal..=$most:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl Bounded for $name {
            const LEAST: usize = $least;
            const MOST: usize = $most;
            fn wrap(text: String) -> Self {
                Self(text)
            }
            fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

/// A text a person typed: trimmed, white space folded, control characters dropped, bounded in length.
pub trait Bounded: Sized {
    /// Fewest characters.
    const LEAST: usize;
    /// Most characters.
    const MOST: usize;
    #[doc(hidden)]
    fn wrap(text: String) -> Self;
    /// The text. Escape it before it goes into HTML.
    fn as_str(&self) -> &str;

    /// Cleans and measures what was typed.
    ///
    /// # Errors
    /// [`Invalid::TooShort`] or [`Invalid::TooLong`].
    fn parse(typed: &str) -> Result<Self, Invalid> {
        let clean = clean(typed);
        match clean.chars().count() {
            n if n < Self::LEAST => Err(Invalid::TooShort),
            n if n > Self::MOST => Err(Invalid::TooLong),
            _ => Ok(Self::wrap(clean)),
        }
    }

    /// The same, but a text that is too long is cut instead of refused: for what Telegram gives us.
    fn cut(given: &str) -> Option<Self> {
        let clean: String = clean(given).chars().take(Self::MOST).collect();
        Self::parse(&clean).ok()
    }
}

fn clean(typed: &str) -> String {
    let lines = typed.lines().map(|line| {
        let visible: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

bounded!(
    /// A person's name.
    PersonName, 1..=64
);
bounded!(
    /// A postal address, or what the customer says of where to bring the order.
    Address, 5..=300
);
bounded!(
    /// A note to the shop.
    Note, 1..=500
);

/// A phone number that exists in its country's plan, in E.164 form (`+4930123456`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Reads a typed or shared number. A number without a country code is taken to be of `country`
    /// (ISO 3166, the shop's).
    ///
    /// # Errors
    /// [`Invalid::NotAPhone`] if no such number can exist.
    pub fn parse(typed: &str, country: phonenumber::country::Id) -> Result<Self, Invalid> {
        let number = typed.trim();
        // Telegram shares contacts as bare digits with the country code first.
        let international = format!("+{}", number.trim_start_matches('+'));
        phonenumber::parse(Some(country), number)
            .ok()
            .filter(phonenumber::is_valid)
            .or_else(|| phonenumber::parse(None, international).ok().filter(phonenumber::is_valid))
            .map(|number| Self(number.format().mode(phonenumber::Mode::E164).to_string()))
            .ok_or(Invalid::NotAPhone)
    }

    /// A number that was parsed before and stored.
    #[must_use]
    pub fn stored(e164: String) -> Self {
        Self(e164)
    }

    /// The number as `+4930123456`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use phonenumber::country::Id::DE;

    #[test]
    fn white_space_is_folded_and_control_characters_go() {
        let address = Address::parse("  Elm\u{7} street \t 1 \n\n Berlin ").unwrap();
        assert_eq!(address.as_str(), "Elm street 1\nBerlin");
    }

    #[test]
    fn an_address_is_neither_too_short_nor_too_long() {
        assert_eq!(Address::parse("  x "), Err(Invalid::TooShort));
        assert_eq!(Address::parse(&"x".repeat(301)), Err(Invalid::TooLong));
    }

    #[test]
    fn a_long_telegram_name_is_cut() {
        assert_eq!(PersonName::cut(&"ж".repeat(99)).unwrap().as_str().chars().count(), 64);
        assert_eq!(PersonName::cut(" "), None);
    }

    #[test]
    fn a_phone_is_read_with_and_without_country_code() {
        for typed in ["030 1234567", "+49 30 1234567", "4930 1234567"] {
            assert_eq!(Phone::parse(typed, DE).unwrap().as_str(), "+49301234567", "{typed}");
        }
        assert_eq!(Phone::parse("+7 916 123-45-67", DE).unwrap().as_str(), "+79161234567");
    }

    #[test]
    fn a_phone_that_cannot_exist_is_refused() {
        for typed in ["", "hello", "12", "+49 1", "99999999999999999999"] {
            assert_eq!(Phone::parse(typed, DE), Err(Invalid::NotAPhone), "{typed}");
        }
    }
}
