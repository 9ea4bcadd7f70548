//! `parse_mode=HTML`, with the error texts of Telegram's own parser.

use super::{Builder, Formatted, Kind, link_kind};

/// An open tag.
struct Open {
    tag: String,
    start: usize,
    kind: OpenKind,
    /// Where its text begins in the output, in bytes.
    text_from: usize,
}

enum OpenKind {
    Known(Kind),
    /// A link whose address is its own text.
    LinkToItself,
    Link(String),
}

struct Parser<'a> {
    source: &'a str,
    /// Byte offset of the next character.
    at: usize,
    out: Builder,
    open: Vec<Open>,
}

/// Reads HTML as Telegram does: a few tags, four named character references, anything else is an error or plain text.
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser = Parser { source, at: 0, out: Builder::default(), open: Vec::new() };
    while let Some(character) = parser.peek() {
        match character {
            '<' => parser.tag()?,
            '&' => parser.reference(),
            other => {
                parser.at += other.len_utf8();
                parser.out.push(other);
            }
        }
    }
    match parser.open.last() {
        Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag)),
        None => Ok(parser.out.finish()),
    }
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn reference(&mut self) {
        let (character, length) = decode_reference(&self.source[self.at..]).unwrap_or(('&', 1));
        self.at += length;
        self.out.push(character);
    }

    fn tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        if self.peek() == Some('/') {
            self.at += 1;
            return self.end_tag(begin);
        }
        let name = self.take_while(|c| !c.is_whitespace() && c != '>').to_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        const KNOWN: [&str; 15] = [
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "span",
            "pre",
            "code",
        ];
        if !KNOWN.contains(&name.as_str()) && name != "blockquote" {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let attributes = self.attributes(&name, begin)?;
        let attribute =
            |wanted: &str| attributes.iter().find(|(n, _)| n == wanted).map(|(_, value)| value.clone());
        let kind = match name.as_str() {
            "a" => match attribute("href").filter(|href| !href.is_empty()) {
                Some(href) => OpenKind::Link(href),
                None => OpenKind::LinkToItself,
            },
            "b" | "strong" => OpenKind::Known(Kind::Plain("bold")),
            "i" | "em" => OpenKind::Known(Kind::Plain("italic")),
            "s" | "strike" | "del" => OpenKind::Known(Kind::Plain("strikethrough")),
            "u" | "ins" => OpenKind::Known(Kind::Plain("underline")),
            "tg-spoiler" => OpenKind::Known(Kind::Plain("spoiler")),
            "span" => {
                if attribute("class").as_deref() != Some("tg-spoiler") {
                    return Err(format!(
                        "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
                    ));
                }
                OpenKind::Known(Kind::Plain("spoiler"))
            }
            "tg-emoji" => {
                let id = attribute("emoji-id").filter(|id| id.parse::<u64>().is_ok());
                OpenKind::Known(Kind::CustomEmoji(id.ok_or("Invalid custom emoji identifier specified")?))
            }
            "blockquote" if attribute("expandable").is_some() => {
                OpenKind::Known(Kind::Plain("expandable_blockquote"))
            }
            "blockquote" => OpenKind::Known(Kind::Plain("blockquote")),
            "code" => OpenKind::Known(self.code_or_language(attribute("class"))),
            _ => OpenKind::Known(Kind::Pre(None)),
        };
        self.open.push(Open { tag: name, start: self.out.at, kind, text_from: self.out.text.len() });
        Ok(())
    }

    /// `<pre><code class="language-rust">` gives the block its language; other `code` is inline.
    fn code_or_language(&mut self, class: Option<String>) -> Kind {
        let language = class.as_deref().and_then(|class| class.strip_prefix("language-")).map(str::to_owned);
        let here = self.out.at;
        match (self.open.last_mut(), language) {
            (Some(Open { kind: OpenKind::Known(Kind::Pre(own)), start, .. }), Some(language))
                if *start == here =>
            {
                *own = Some(language);
            }
            _ => {}
        }
        Kind::Plain("code")
    }

    /// Reads up to and including the `>`.
    fn attributes(&mut self, tag: &str, begin: usize) -> Result<Vec<(String, String)>, String> {
        let mut found = Vec::new();
        loop {
            self.take_while(char::is_whitespace);
            match self.peek() {
                None => return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}")),
                Some('>') => {
                    self.at += 1;
                    return Ok(found);
                }
                Some(_) => {}
            }
            let name = self.take_while(|c| !c.is_whitespace() && c != '=' && c != '>').to_lowercase();
            if name.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
            }
            self.take_while(char::is_whitespace);
            if self.peek() != Some('=') {
                // An attribute without a value, as in <blockquote expandable>.
                found.push((name, String::new()));
                continue;
            }
            self.at += 1;
            self.take_while(char::is_whitespace);
            let value = match self.peek() {
                Some(quote @ ('"' | '\'')) => {
                    self.at += 1;
                    let value = self.take_while(|c| c != quote);
                    if self.peek().is_none() {
                        return Err(format!("Unclosed start tag at byte offset {begin}"));
                    }
                    self.at += 1;
                    decode(&value)
                }
                _ => self.take_while(|c| !c.is_whitespace() && c != '>'),
            };
            found.push((name, value));
        }
    }

    fn end_tag(&mut self, begin: usize) -> Result<(), String> {
        let name = self.take_while(|c| !c.is_whitespace() && c != '>').to_lowercase();
        self.take_while(char::is_whitespace);
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        if !name.is_empty() && name != open.tag {
            let expected = open.tag;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{name}>\""
            ));
        }
        let kind = match open.kind {
            OpenKind::Known(kind) => Some(kind),
            OpenKind::Link(href) => link_kind(&href),
            OpenKind::LinkToItself => link_kind(&self.out.text[open.text_from..]),
        };
        let inside_pre =
            self.open.last().is_some_and(|outer| matches!(outer.kind, OpenKind::Known(Kind::Pre(Some(_)))));
        if let Some(kind) = kind
            && !(inside_pre && kind == Kind::Plain("code"))
        {
            self.out.close(kind, open.start);
        }
        Ok(())
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = &self.source[self.at..];
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }
}

/// A character reference at the start of `text`, with its length in bytes.
fn decode_reference(text: &str) -> Option<(char, usize)> {
    for (name, character) in [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')] {
        if text.starts_with(name) {
            return Some((character, name.len()));
        }
    }
    let digits = text.strip_prefix("&#")?;
    let (number, radix) = match digits.strip_prefix('x') {
        Some(hex) => (hex, 16),
        None => (digits, 10),
    };
    let end = number.find(|c: char| !c.is_digit(radix)).unwrap_or(number.len());
    let character =
        char::from_u32(u32::from_str_radix(&number[..end], radix).ok()?).filter(|c| *c != '\0')?;
    let mut length = text.len() - number.len() + end;
    if number[end..].starts_with(';') {
        length += 1;
    }
    Some((character, length))
}

fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let (character, length) = match character {
            '&' => decode_reference(rest).unwrap_or(('&', 1)),
            other => (other, other.len_utf8()),
        };
        decoded.push(character);
        rest = &rest[length..];
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_markup_is_refused_in_telegrams_words() {
        let cases = [
            ("a <x>b</x>", "Unsupported start tag \"x\" at byte offset 2"),
            ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
            ("a</b>", "Unexpected end tag at byte offset 1"),
            ("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
            ("1 < 2", "Unsupported start tag \"\" at byte offset 2"),
            ("a <b", "Unclosed start tag at byte offset 2"),
            ("<span>a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
            ("<br/>", "Unsupported start tag \"br/\" at byte offset 0"),
        ];
        for (source, error) in cases {
            assert_eq!(parse(source).map(|f| f.text), Err(error.to_owned()), "{source}");
        }
    }

    #[test]
    fn links_code_and_quotes_keep_what_belongs_to_them() {
        let cases: [(&str, &str, Kind); 6] = [
            (
                "<a href=\"https://a.org/?x=1&amp;y=2\">go</a>",
                "go",
                Kind::TextLink("https://a.org/?x=1&y=2".into()),
            ),
            ("<a href=\"tg://user?id=42\">Ann</a>", "Ann", Kind::TextMention(42)),
            ("<pre><code class=\"language-rust\">x</code></pre>", "x", Kind::Pre(Some("rust".into()))),
            ("<pre>x</pre>", "x", Kind::Pre(None)),
            ("<blockquote expandable>x</blockquote>", "x", Kind::Plain("expandable_blockquote")),
            ("<tg-emoji emoji-id=\"5\">x</tg-emoji>", "x", Kind::CustomEmoji("5".into())),
        ];
        for (source, text, kind) in cases {
            let parsed = parse(source).unwrap();
            assert_eq!(parsed.text, text);
            assert_eq!(parsed.entities.len(), 1, "{source}");
            assert_eq!(parsed.entities[0].kind, kind);
        }
    }

    #[test]
    fn only_four_names_and_numbers_are_character_references() {
        assert_eq!(parse("&lt;&gt;&amp;&quot;&#65;&#x42;&nbsp;&").unwrap().text, "<>&\"AB&nbsp;&");
    }
}
