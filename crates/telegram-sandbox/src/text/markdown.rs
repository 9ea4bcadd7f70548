//! `parse_mode=Markdown`, the old one, kept by Telegram for old bots.

use super::{Builder, Formatted, Kind, link_kind};

pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut out = Builder::default();
    let mut at = 0;
    while let Some(character) = source[at..].chars().next() {
        let rest = &source[at..];
        if character == '\\' && rest[1..].starts_with(['_', '*', '`', '[']) {
            out.push(char::from(rest.as_bytes()[1]));
            at += 2;
            continue;
        }
        let mark = match character {
            '`' if rest.starts_with("```") => "```",
            '`' => "`",
            '_' => "_",
            '*' => "*",
            '[' => "]",
            other => {
                out.push(other);
                at += other.len_utf8();
                continue;
            }
        };
        let opening = if mark == "```" { 3 } else { 1 };
        let inside = &rest[opening..];
        let end = inside
            .find(mark)
            .ok_or_else(|| format!("Can't find end of the entity starting at byte offset {at}"))?;
        let start = out.at;
        inside[..end].chars().for_each(|c| out.push(c));
        at += opening + end + mark.len();
        let kind = match mark {
            "```" => Some(Kind::Pre(None)),
            "`" => Some(Kind::Plain("code")),
            "_" => Some(Kind::Plain("italic")),
            "*" => Some(Kind::Plain("bold")),
            _ => match source[at..].strip_prefix('(').and_then(|tail| tail.split_once(')')) {
                Some((url, _)) => {
                    at += url.len() + 2;
                    link_kind(url)
                }
                None => link_kind(&inside[..end]),
            },
        };
        if let Some(kind) = kind {
            out.close(kind, start);
        }
    }
    Ok(out.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_markdown_still_works() {
        let parsed = parse("*a* _b_ `c` [d](http://e.org) snake\\_case").unwrap();
        assert_eq!(parsed.text, "a b c d snake_case");
        assert_eq!(parsed.entities.len(), 4);
        let error = parse("snake_case").map(|f| f.text);
        assert_eq!(error, Err("Can't find end of the entity starting at byte offset 5".into()));
    }
}
