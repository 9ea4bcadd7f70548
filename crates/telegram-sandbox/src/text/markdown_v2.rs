//! `parse_mode=MarkdownV2`, with the error texts of Telegram's own parser.

use super::{Builder, Formatted, Kind, link_kind};

/// These must be escaped wherever they are not markup (documentation, "MarkdownV2 style").
const RESERVED: &str = "_*[]()~`>#+-=|{}.!";

struct Open {
    mark: &'static str,
    name: &'static str,
    /// Byte offset in the source.
    begin: usize,
    start: usize,
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    out: Builder,
    open: Vec<Open>,
    /// UTF-16 start of the quotation that is open.
    quote: Option<usize>,
}

pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser = Parser { source, at: 0, out: Builder::default(), open: Vec::new(), quote: None };
    while parser.at < source.len() {
        parser.step()?;
    }
    parser.end_quote();
    match parser.open.last() {
        Some(open) => Err(cannot_find_end(open.name, open.begin)),
        None => Ok(parser.out.finish()),
    }
}

fn cannot_find_end(name: &str, begin: usize) -> String {
    format!("Can't find end of {name} entity at byte offset {begin}")
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn step(&mut self) -> Result<(), String> {
        let Some(character) = self.rest().chars().next() else { return Ok(()) };
        let at_line_start = self.at == 0 || self.source[..self.at].ends_with('\n');
        if at_line_start {
            if let Some(skip) =
                ["**>", ">"].iter().find(|mark| self.rest().starts_with(**mark)).map(|m| m.len())
            {
                self.at += skip;
                self.quote.get_or_insert(self.out.at);
                return Ok(());
            }
            self.end_quote();
        }
        if character == '\\' {
            let next = self.rest()[1..]
                .chars()
                .next()
                .filter(|c| c.is_ascii() && *c as u32 > 0 && (*c as u32) < 127);
            self.at += 1 + next.map_or(0, char::len_utf8);
            self.out.push(next.unwrap_or('\\'));
            return Ok(());
        }
        if !RESERVED.contains(character) {
            self.at += character.len_utf8();
            self.out.push(character);
            return Ok(());
        }
        // "||" ends an expandable quotation at the end of its line.
        if let Some(start) = self.quote
            && self.rest().starts_with("||")
            && matches!(self.rest().as_bytes().get(2), None | Some(b'\n'))
            && !self.open.iter().any(|open| open.mark == "||")
        {
            self.at += 2;
            self.quote = None;
            self.out.close(Kind::Plain("expandable_blockquote"), start);
            return Ok(());
        }
        self.mark(character)
    }

    fn end_quote(&mut self) {
        if let Some(start) = self.quote.take() {
            self.out.close(Kind::Plain("blockquote"), start);
        }
    }

    fn mark(&mut self, character: char) -> Result<(), String> {
        let begin = self.at;
        const MARKS: [(&str, &str, &str); 5] = [
            ("__", "Underline", "underline"),
            ("_", "Italic", "italic"),
            ("*", "Bold", "bold"),
            ("~", "Strikethrough", "strikethrough"),
            ("||", "Spoiler", "spoiler"),
        ];
        if let Some((mark, name, kind)) = MARKS.into_iter().find(|(mark, ..)| self.rest().starts_with(mark)) {
            self.at += mark.len();
            return match self.open.last() {
                Some(open) if open.mark == mark => {
                    let start = open.start;
                    self.open.pop();
                    self.out.close(Kind::Plain(kind), start);
                    Ok(())
                }
                _ => {
                    self.open.push(Open { mark, name, begin, start: self.out.at });
                    Ok(())
                }
            };
        }
        match character {
            '`' => self.code(),
            '[' => {
                self.at += 1;
                self.open.push(Open { mark: "[", name: "TextUrl", begin, start: self.out.at });
                Ok(())
            }
            '!' if self.rest().starts_with("![") => {
                self.at += 2;
                self.open.push(Open { mark: "![", name: "CustomEmoji", begin, start: self.out.at });
                Ok(())
            }
            ']' if self.open.last().is_some_and(|open| open.mark == "[" || open.mark == "![") => self.link(),
            other => {
                Err(format!("Character '{other}' is reserved and must be escaped with the preceding '\\'"))
            }
        }
    }

    /// The `](address)` of a link or custom emoji.
    fn link(&mut self) -> Result<(), String> {
        self.at += 1;
        let Some(open) = self.open.pop() else { return Ok(()) };
        if !self.rest().starts_with('(') {
            if open.mark == "![" {
                return Err("Custom emoji entity must contain a tg://emoji URL".into());
            }
            // [text] without an address is a link to itself.
            let bytes = self.source[open.begin + 1..self.at - 1].to_owned();
            if let Some(kind) = link_kind(&bytes) {
                self.out.close(kind, open.start);
            }
            return Ok(());
        }
        let begin = self.at;
        self.at += 1;
        let mut url = String::new();
        loop {
            let mut characters = self.rest().chars();
            match characters.next() {
                None => return Err(format!("Can't find end of a URL at byte offset {begin}")),
                Some(')') => break,
                Some('\\') => {
                    let escaped = characters.next().unwrap_or('\\');
                    self.at += 1 + if escaped == '\\' && characters.as_str().is_empty() {
                        0
                    } else {
                        escaped.len_utf8()
                    };
                    url.push(escaped);
                }
                Some(other) => {
                    self.at += other.len_utf8();
                    url.push(other);
                }
            }
        }
        self.at += 1;
        let kind = if open.mark == "![" {
            let id = url.strip_prefix("tg://emoji?id=").filter(|id| id.parse::<u64>().is_ok());
            Some(Kind::CustomEmoji(id.ok_or("Invalid custom emoji identifier specified")?.to_owned()))
        } else {
            link_kind(&url)
        };
        if let Some(kind) = kind {
            self.out.close(kind, open.start);
        }
        Ok(())
    }

    fn code(&mut self) -> Result<(), String> {
        let begin = self.at;
        let (fence, name) = if self.rest().starts_with("```") { ("```", "PreCode") } else { ("`", "Code") };
        self.at += fence.len();
        let mut language = None;
        if fence.len() == 3 {
            let end = self.rest().find(|c: char| c.is_whitespace() || c == '`').unwrap_or(self.rest().len());
            if end > 0 && self.rest()[end..].starts_with('\n') {
                language = Some(self.rest()[..end].to_owned());
                self.at += end;
            }
            if self.rest().starts_with('\n') {
                self.at += 1;
            }
        }
        let start = self.out.at;
        loop {
            if self.rest().starts_with(fence) {
                self.at += fence.len();
                let kind = if fence.len() == 3 { Kind::Pre(language) } else { Kind::Plain("code") };
                self.out.close(kind, start);
                return Ok(());
            }
            let mut characters = self.rest().chars();
            match characters.next() {
                None => return Err(cannot_find_end(name, begin)),
                Some('\\') if matches!(characters.next(), Some('`' | '\\')) => {
                    let escaped = if self.rest()[1..].starts_with('`') { '`' } else { '\\' };
                    self.at += 2;
                    self.out.push(escaped);
                }
                Some(other) => {
                    self.at += other.len_utf8();
                    self.out.push(other);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reserved_must_be_escaped() {
        let error = parse("Only 3 left!").map(|f| f.text);
        assert_eq!(
            error,
            Err("Character '!' is reserved and must be escaped with the preceding '\\'".into())
        );
        assert_eq!(parse("Only 3 left\\!").unwrap().text, "Only 3 left!");
    }

    #[test]
    fn an_open_entity_is_refused() {
        assert_eq!(parse("*a").map(|f| f.text), Err("Can't find end of Bold entity at byte offset 0".into()));
        assert_eq!(
            parse("a `b").map(|f| f.text),
            Err("Can't find end of Code entity at byte offset 2".into())
        );
    }

    #[test]
    fn entities_nest() {
        let parsed = parse("*bold _both_* __under__ ||hidden|| ~gone~").unwrap();
        assert_eq!(parsed.text, "bold both under hidden gone");
        let names: Vec<_> = parsed.entities.iter().map(|entity| entity.kind.name()).collect();
        assert_eq!(names, ["italic", "bold", "underline", "spoiler", "strikethrough"]);
    }

    #[test]
    fn links_blocks_and_quotations_are_understood() {
        let parsed = parse("[go](https://a.org/\\)x)").unwrap();
        assert_eq!(parsed.entities[0].kind, Kind::TextLink("https://a.org/)x".into()));
        let parsed = parse("```rust\nlet a;\n```").unwrap();
        assert_eq!(parsed.entities[0].kind, Kind::Pre(Some("rust".into())));
        let parsed = parse(">one\n>two\nthree").unwrap();
        assert_eq!((parsed.text.as_str(), parsed.entities[0].length), ("one\ntwo\nthree", 8));
        let parsed = parse("**>one\n>two||").unwrap();
        assert_eq!(parsed.entities[0].kind, Kind::Plain("expandable_blockquote"));
    }
}
