//! Text in Telegram's HTML: escaped where a person typed it, and cut without breaking a tag.

use std::fmt;

/// Text for `parse_mode=HTML`. What comes in from people goes through [`Html::escaped`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl Html {
    /// Plain text.
    #[must_use]
    pub(super) fn escaped(text: &str) -> Self {
        Self(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
    }

    /// Text of our own that may hold tags.
    pub(super) const fn trusted(html: String) -> Self {
        Self(html)
    }

    /// The text with its tags.
    #[must_use]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// True if there is no text.
    #[must_use]
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a line.
    #[must_use]
    pub(super) fn line(self, next: Self) -> Self {
        self.joined("\n", next)
    }

    /// Adds a paragraph, after an empty line.
    #[must_use]
    pub(super) fn paragraph(self, next: Self) -> Self {
        self.joined("\n\n", next)
    }

    /// The lines, one below the other.
    pub(super) fn lines(lines: impl IntoIterator<Item = Self>) -> Self {
        lines.into_iter().fold(Self::default(), Self::line)
    }

    fn joined(mut self, gap: &str, next: Self) -> Self {
        if !self.is_empty() && !next.is_empty() {
            self.0.push_str(gap);
        }
        self.0.push_str(&next.0);
        self
    }

    /// As much as a message holds: 4096 characters without the tags (Bot API, "sendMessage", "editMessageText").
    #[must_use]
    pub(super) fn cut_to_message(self) -> Self {
        self.cut(4096)
    }

    /// As much as the caption of a picture or file holds: 1024 characters without the tags (Bot API, "sendPhoto",
    /// "sendDocument").
    #[must_use]
    pub(super) fn cut_to_caption(self) -> Self {
        self.cut(1024)
    }

    /// At most `limit` visible UTF-16 units (never fewer than what Telegram counts). A longer text ends in "…",
    /// with every open tag closed.
    #[must_use]
    pub(super) fn cut(self, limit: usize) -> Self {
        if visible(&self.0) <= limit {
            return self;
        }
        let mut out = String::new();
        let mut open: Vec<&str> = Vec::new();
        let mut left = limit.saturating_sub(1);
        for token in Tokens(&self.0) {
            if let Some(name) = token.strip_prefix("</") {
                debug_assert_eq!(open.last().copied(), Some(name.trim_end_matches('>')));
                open.pop();
            } else if let Some(tag) = token.strip_prefix('<') {
                open.push(tag.trim_end_matches('>').split(' ').next().unwrap_or(tag));
            } else {
                let width = units(token);
                if width > left {
                    break;
                }
                left -= width;
            }
            out.push_str(token);
        }
        out.truncate(out.trim_end().len());
        out.push('…');
        for name in open.iter().rev() {
            out.push_str("</");
            out.push_str(name);
            out.push('>');
        }
        Self(out)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// UTF-16 units that a reader sees.
fn visible(html: &str) -> usize {
    Tokens(html).filter(|token| !token.starts_with('<')).map(units).sum()
}

fn units(token: &str) -> usize {
    if token.len() > 1 && token.starts_with('&') { 1 } else { token.encode_utf16().count() }
}

/// Tags, character references and single characters.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let first = self.0.chars().next()?;
        let end = match first {
            '<' => self.0.find('>').map(|at| at + 1),
            '&' => self.0.find(';').map(|at| at + 1),
            _ => None,
        };
        let (token, rest) = self.0.split_at(end.unwrap_or(first.len_utf8()));
        self.0 = rest;
        Some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_person_typed_holds_no_tag() {
        assert_eq!(Html::escaped("<b>Tom & Co</b>").as_str(), "&lt;b&gt;Tom &amp; Co&lt;/b&gt;");
    }

    #[test]
    fn a_cut_closes_what_is_open() {
        let html = Html::trusted("<b>one <i>two three</i></b> four".to_owned());
        assert_eq!(html.cut(9).as_str(), "<b>one <i>two…</i></b>");
    }

    #[test]
    fn a_character_reference_counts_once_and_is_never_split() {
        let html = Html::escaped("a&b&c");
        assert_eq!(html.clone().cut(5), html);
        assert_eq!(html.cut(3).as_str(), "a&amp;…");
    }

    proptest! {
        #[test]
        fn a_cut_text_fits_and_its_tags_are_balanced(words in "[a-z&<>😀 ]{0,60}", limit in 1_usize..40) {
            let inner = Html::escaped(&words);
            let html = Html::trusted(format!("<b>{inner}</b> and <i>{inner}</i>")).cut(limit);
            prop_assert!(visible(html.as_str()) <= limit);
            let opened = html.as_str().matches("<b>").count() + html.as_str().matches("<i>").count();
            let closed = html.as_str().matches("</").count();
            prop_assert_eq!(opened, closed);
        }
    }
}
