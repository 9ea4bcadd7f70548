//! What the staff write into the catalogue: names, descriptions, labels, and the slugs made of them.

use super::{Invalid, MAX_NAME, MAX_TEXT};

/// Which text of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wording {
    /// Its name.
    Name,
    /// Its description.
    Text,
}

impl Wording {
    /// The most characters of it.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Name => MAX_NAME,
            Self::Text => MAX_TEXT,
        }
    }

    /// Reads what somebody typed: `None` for a dash, which takes the text away. A name has one line.
    ///
    /// # Errors
    /// [`Invalid::TooShort`] for nothing at all, [`Invalid::TooLong`].
    pub fn parse(self, typed: &str) -> Result<Option<String>, Invalid> {
        let lines = typed.lines().map(|line| {
            let shown = line.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect::<String>();
            shown.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let gap = if self == Self::Name { " " } else { "\n" };
        let text = lines.collect::<Vec<_>>().join(gap).trim().to_owned();
        match text.chars().count() {
            0 => Err(Invalid::TooShort),
            n if n > self.longest() => Err(Invalid::TooLong),
            _ if matches!(text.as_str(), "-" | "–" | "—") => Ok(None),
            _ => Ok(Some(text)),
        }
    }
}

/// The longest slug that is made of a name.
const MAX_SLUG: usize = 40;

/// A slug out of a name: `Round Mug, 0.3 l` is `round-mug-0-3-l`. What has no letters of ASCII becomes `otherwise`.
#[must_use]
pub fn slug_of(name: &str, otherwise: &str) -> String {
    let lower: String =
        name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut slug = String::new();
    for part in lower.split('-').filter(|part| !part.is_empty()) {
        if slug.len() + 1 + part.len() > MAX_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(part);
    }
    if slug.chars().any(|c| c.is_ascii_lowercase()) { slug } else { otherwise.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_has_one_line_and_a_text_keeps_its_own() {
        assert_eq!(Wording::Name.parse("  Round \n Mug\u{0} "), Ok(Some("Round Mug".into())));
        assert_eq!(Wording::Text.parse("One.  \nTwo."), Ok(Some("One.\nTwo.".into())));
    }

    #[test]
    fn a_dash_takes_a_text_away() {
        assert_eq!(Wording::Text.parse(" – "), Ok(None));
        assert_eq!(Wording::Name.parse("- -"), Ok(Some("- -".into())));
    }

    #[test]
    fn what_no_button_could_hold_is_refused() {
        assert_eq!(Wording::Name.parse(&"x".repeat(41)), Err(Invalid::TooLong));
        assert_eq!(Wording::Name.parse(" \n "), Err(Invalid::TooShort));
    }

    #[test]
    fn a_slug_is_made_of_what_is_left_of_a_name() {
        assert_eq!(slug_of("Round Mug, 0.3 l", "product"), "round-mug-0-3-l");
        assert_eq!(slug_of("🍵 Чай № 7", "product"), "product");
    }

    proptest! {
        #[test]
        fn any_name_makes_a_slug(name in ".{0,60}") {
            let slug = slug_of(&name, "product");
            let is_part = |part: &str| !part.is_empty()
                && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
            prop_assert!(slug.split('-').all(is_part) && slug.len() <= MAX_SLUG, "{slug}");
        }
    }
}
