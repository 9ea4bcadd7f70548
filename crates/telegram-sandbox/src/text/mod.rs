//! Formatted text: what `parse_mode` and `entities` come down to.

mod detect;
mod entity;
mod html;
mod markdown;
mod markdown_v2;

use serde_json::Value;

pub(crate) use self::entity::{Entity, Kind};
use crate::bot_api::refusal::Refusal;

/// Text with its entities, in order of their offsets.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Formatted {
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
}

/// The length in UTF-16 code units.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Formatted {
    /// Text as a person types it: links, commands, mentions are found.
    pub(crate) fn typed(text: &str) -> Self {
        let mut formatted = Self { text: text.to_owned(), entities: Vec::new() };
        formatted.tidy();
        formatted
    }

    /// Text in a parse mode (`HTML`, `MarkdownV2`, `Markdown`, or none).
    pub(crate) fn parse(text: &str, mode: Option<&str>) -> Result<Self, Refusal> {
        let mut formatted = match mode.map(str::to_lowercase).as_deref() {
            None | Some("" | "none") => Ok(Self { text: text.to_owned(), entities: Vec::new() }),
            Some("html") => html::parse(text),
            Some("markdownv2") => markdown_v2::parse(text),
            Some("markdown") => markdown::parse(text),
            Some(_) => return Err(Refusal::bad("unsupported parse_mode")),
        }
        .map_err(|reason| Refusal::bad(format!("can't parse entities: {reason}")))?;
        formatted.tidy();
        Ok(formatted)
    }

    /// Text with the entities that came beside it.
    pub(crate) fn with_entities(text: &str, entities: &Value) -> Result<Self, Refusal> {
        let list =
            entities.as_array().ok_or_else(|| Refusal::bad("can't parse entities: expected an Array"))?;
        let mut formatted = Self { text: text.to_owned(), entities: Vec::new() };
        let length = utf16_len(text);
        for value in list {
            let entity = Entity::from_json(value)
                .map_err(|reason| Refusal::bad(format!("can't parse MessageEntity: {reason}")))?;
            // Telegram silently drops what lies outside.
            if entity.length > 0 && entity.offset + entity.length <= length {
                formatted.entities.push(entity);
            }
        }
        formatted.tidy();
        Ok(formatted)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(crate) fn utf16_len(&self) -> usize {
        utf16_len(&self.text)
    }

    pub(crate) fn entities_json(&self) -> Value {
        self.entities.iter().map(Entity::json).collect()
    }

    /// Strips white space at both ends, moves the entities along, adds what Telegram finds by itself, and sorts.
    fn tidy(&mut self) {
        let cleaned = self.text.replace('\r', "");
        if cleaned.len() != self.text.len() && self.entities.is_empty() {
            self.text = cleaned;
        }
        let start = utf16_len(&self.text) - utf16_len(self.text.trim_start());
        let kept = self.text.trim().to_owned();
        let end = start + utf16_len(&kept);
        self.entities.retain_mut(|entity| {
            let from = entity.offset.clamp(start, end);
            let to = (entity.offset + entity.length).clamp(start, end);
            entity.offset = from - start;
            entity.length = to - from;
            entity.length > 0
        });
        self.text = kept;
        for found in detect::find(&self.text) {
            let clashes = self.entities.iter().any(|entity| {
                let overlaps = found.offset < entity.offset + entity.length
                    && entity.offset < found.offset + found.length;
                overlaps && entity.kind.keeps_out_links()
            });
            if !clashes {
                self.entities.push(found);
            }
        }
        self.entities = nested(std::mem::take(&mut self.entities));
    }
}

/// The entities in order, each either inside another or beside it: one that would reach out of another is cut in two
/// where that one ends (the library behind the Bot API server splits them so).
fn nested(mut entities: Vec<Entity>) -> Vec<Entity> {
    let place = |entity: &Entity| (entity.offset, std::cmp::Reverse(entity.length));
    entities.sort_by_key(place);
    let mut waiting = std::collections::VecDeque::from(entities);
    let mut done: Vec<Entity> = Vec::new();
    while let Some(mut entity) = waiting.pop_front() {
        let end = entity.offset + entity.length;
        let end_of = |around: &Entity| around.offset + around.length;
        let cut = done.iter().map(end_of).filter(|cut| (entity.offset + 1..end).contains(cut)).min();
        if let Some(cut) = cut {
            let rest = Entity { kind: entity.kind.clone(), offset: cut, length: end - cut };
            let at = waiting.partition_point(|other| place(other) <= place(&rest));
            waiting.insert(at, rest);
            entity.length = cut - entity.offset;
        }
        if !done.contains(&entity) {
            done.push(entity);
        }
    }
    done
}

/// Collects the text without its markup while a parser walks through it.
#[derive(Debug, Default)]
struct Builder {
    text: String,
    /// Length of `text` in UTF-16 code units.
    at: usize,
    entities: Vec<Entity>,
}

impl Builder {
    fn push(&mut self, character: char) {
        self.text.push(character);
        self.at += character.len_utf16();
    }

    /// Ends an entity that began at `start` (UTF-16) here.
    fn close(&mut self, kind: Kind, start: usize) {
        if self.at > start {
            self.entities.push(Entity { kind, offset: start, length: self.at - start });
        }
    }

    fn finish(self) -> Formatted {
        Formatted { text: self.text, entities: self.entities }
    }
}

/// What a link in a markup means: an address, a person, or nothing Telegram would keep.
fn link_kind(url: &str) -> Option<Kind> {
    if let Some(id) = url.strip_prefix("tg://user?id=") {
        return id.parse().ok().map(Kind::TextMention);
    }
    let lower = url.to_lowercase();
    let known =
        ["http://", "https://", "tg://", "ton://", "tel:", "mailto:"].iter().any(|s| lower.starts_with(s));
    if known {
        return Some(Kind::TextLink(url.to_owned()));
    }
    let host = url.split(['/', '?', '#']).next().unwrap_or_default();
    let bare = !host.contains([' ', ':', '@', '<']) && host.contains('.') && !host.starts_with('.');
    bare.then(|| Kind::TextLink(format!("http://{url}")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// Entities as `type offset length`.
    fn shape(formatted: &Formatted) -> Vec<String> {
        formatted.entities.iter().map(|e| format!("{} {} {}", e.kind.name(), e.offset, e.length)).collect()
    }

    #[test]
    fn offsets_count_utf16_code_units() {
        let text = Formatted::parse("🍏🍏 <b>tea</b>", Some("HTML")).unwrap();
        assert_eq!(text.text, "🍏🍏 tea");
        assert_eq!(shape(&text), ["bold 5 3"]);
    }

    #[test]
    fn white_space_at_the_ends_is_stripped_and_entities_move_along() {
        let text = Formatted::parse("  <b> tea </b>  ", Some("html")).unwrap();
        assert_eq!(text.text, "tea");
        assert_eq!(shape(&text), ["bold 0 3"]);
    }

    #[test]
    fn nothing_is_found_inside_code_but_inside_bold() {
        let text = Formatted::parse("<code>/start</code> <b>/start</b>", Some("HTML")).unwrap();
        assert_eq!(shape(&text), ["code 0 6", "bold 7 6", "bot_command 7 6"]);
    }

    #[test]
    fn entities_beside_the_text_are_checked() {
        let list =
            json!([{"type": "bold", "offset": 0, "length": 2}, {"type": "bold", "offset": 9, "length": 2}]);
        assert_eq!(shape(&Formatted::with_entities("tea", &list).unwrap()), ["bold 0 2"]);
        let unknown = json!([{"type": "blink", "offset": 0, "length": 2}]);
        assert!(Formatted::with_entities("tea", &unknown).is_err());
    }

    #[test]
    fn an_entity_that_reaches_out_of_another_is_cut_where_that_one_ends() {
        let list =
            json!([{"type": "italic", "offset": 3, "length": 5}, {"type": "bold", "offset": 0, "length": 5}]);
        let text = Formatted::with_entities("greentea", &list).unwrap();
        assert_eq!(shape(&text), ["bold 0 5", "italic 3 2", "italic 5 3"]);
    }

    #[test]
    fn an_unknown_parse_mode_is_refused() {
        let refusal = Formatted::parse("x", Some("BBCode")).unwrap_err();
        assert_eq!(refusal.description, "Bad Request: unsupported parse_mode");
    }

    proptest! {
        #[test]
        fn no_text_upsets_a_parser_and_every_entity_lies_inside(
            text in "[ -~\u{e4}\u{1f34f}\n]{0,60}",
            mode in prop::sample::select(vec!["HTML", "MarkdownV2", "Markdown", ""]),
        ) {
            if let Ok(formatted) = Formatted::parse(&text, Some(mode)) {
                let length = formatted.utf16_len();
                for entity in &formatted.entities {
                    prop_assert!(entity.length > 0 && entity.offset + entity.length <= length);
                }
            }
        }

        #[test]
        fn entities_of_any_place_and_length_end_up_inside_the_text(
            text in "[a-z\u{e4}\u{1f34f} ]{1,20}",
            places in prop::collection::vec((
                prop::sample::select(vec!["bold", "italic", "code", "pre", "spoiler", "url", "text_link", "blockquote"]),
                -5_i64..50, -5_i64..50,
            ), 0..6),
        ) {
            let list: Vec<_> = places
                .iter()
                .map(|(kind, offset, length)| json!({"type": kind, "offset": offset, "length": length, "url": "t.me/x"}))
                .collect();
            if let Ok(formatted) = Formatted::with_entities(&text, &json!(list)) {
                let length = formatted.utf16_len();
                for entity in &formatted.entities {
                    prop_assert!(entity.length > 0 && entity.offset + entity.length <= length);
                }
                for (a, b) in formatted.entities.iter().zip(formatted.entities.iter().skip(1)) {
                    let beside = a.offset + a.length <= b.offset;
                    prop_assert!(beside || b.offset + b.length <= a.offset + a.length, "{:?}", formatted.entities);
                }
            }
        }

        #[test]
        fn tags_in_any_order_do_not_upset_the_html_parser(parts in prop::collection::vec(prop::sample::select(vec![
            "<b>", "</b>", "<i>", "</i>", "<a href=\"t.me\">", "</a>", "<pre>", "</pre>", "<code class=\"language-rust\">",
            "</code>", "&lt;", "&#128512;", "&#xD800;", "<span class='tg-spoiler'>", "</span>", "x", "🍏", "\n", "<", "</", "<b",
        ]), 0..12)) {
            let _ = Formatted::parse(&parts.concat(), Some("HTML"));
        }

        #[test]
        fn escaped_text_survives_html(text in "[ -~\u{e4}\u{1f34f}]{1,60}") {
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            prop_assert_eq!(Formatted::parse(&escaped, Some("HTML")).unwrap().text, text.trim());
        }
    }
}
