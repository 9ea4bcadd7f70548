//! What customers and the staff write to each other, and the answers that the staff give again and again.

use super::{CannedId, Invalid};
use chrono::{DateTime, Utc};
use std::fmt;

/// As many canned answers as there may be: all of them are shown to choose from.
pub const MAX_CANNED: u32 = 40;

/// The most characters of a canned answer. With the shop's name above it stays below the 4096 of a message (Bot API,
/// "sendMessage").
const MAX_ANSWER: usize = 2000;

/// The most characters of a name: it stands on a button.
const MAX_CANNED_NAME: usize = 24;

/// The short name of a canned answer: letters and digits, `-` and `_`, small.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CannedName(String);

impl CannedName {
    /// Reads what somebody typed, with or without the `!` before it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let name = typed.trim().trim_start_matches('!').to_lowercase();
        let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        ((1..=MAX_CANNED_NAME).contains(&name.chars().count()) && is_name).then_some(Self(name))
    }

    /// The name that a reply of the staff calls: `!hours` and nothing else.
    #[must_use]
    pub fn called(reply: &str) -> Option<Self> {
        let name = reply.trim().strip_prefix('!')?;
        if name.starts_with('!') { None } else { Self::parse(name) }
    }

    /// The name without `!`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CannedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "!{}", self.0)
    }
}

/// An answer that the staff give again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canned {
    /// Its id.
    pub id: CannedId,
    /// What it is called by.
    pub name: CannedName,
    /// What customers read; `None`: not written yet.
    pub text: Option<String>,
}

impl Canned {
    /// Reads the text of one as somebody typed it.
    ///
    /// # Errors
    /// [`Invalid::TooShort`] for nothing at all, [`Invalid::TooLong`] for more than a message holds.
    pub fn text(typed: &str) -> Result<String, Invalid> {
        let text: String = typed.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        match text.chars().count() {
            0 => Err(Invalid::TooShort),
            n if n > MAX_ANSWER => Err(Invalid::TooLong),
            _ => Ok(text),
        }
    }
}

/// A message between a customer and the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Counts up: the key of its pages.
    pub id: i64,
    /// Who of the staff wrote it; `None`: the customer.
    pub author: Option<String>,
    /// Its words, if it has any.
    pub body: Option<String>,
    /// True for a picture, a voice message, a file.
    pub has_file: bool,
    /// When it came.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_and_small_and_may_be_in_any_script() {
        let name = |typed| CannedName::parse(typed).map(|name| name.as_str().to_owned());
        assert_eq!(name(" !Hours ").as_deref(), Some("hours"));
        assert_eq!(name("Доставка-2").as_deref(), Some("доставка-2"));
        for nonsense in ["", "!", "two words", "a.b", "<b>", &"x".repeat(25)] {
            assert_eq!(name(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn only_a_lonely_name_calls_an_answer() {
        assert_eq!(CannedName::called("!hours"), CannedName::parse("hours"));
        for words in ["hours", "!hours please", "!!hours", "! hours ahead", "!"] {
            assert_eq!(CannedName::called(words), None, "{words}");
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_is_bounded() {
        assert_eq!(Canned::text(" One\u{7}\nTwo "), Ok("One\nTwo".into()));
        assert_eq!(Canned::text(" \n"), Err(Invalid::TooShort));
        assert_eq!(Canned::text(&"x".repeat(2001)), Err(Invalid::TooLong));
    }
}
