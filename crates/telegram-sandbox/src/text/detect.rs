//! What Telegram finds in a text by itself: commands, mentions, tags, addresses.

use std::sync::LazyLock;

use regex::Regex;

use super::{Entity, Kind, utf16_len};

struct Rule {
    name: &'static str,
    pattern: Regex,
    /// Quick to tell: without it there is no match.
    needs: fn(&str) -> bool,
    /// A match directly after one of these characters does not count.
    not_after: fn(char) -> bool,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let at = |text: &str| text.contains('@');
    type Draft = (&'static str, &'static str, fn(&str) -> bool, fn(char) -> bool);
    let rules: [Draft; 6] = [
        ("url", URL, may_hold_url, |c| c.is_alphanumeric() || c == '@' || c == '_' || c == '.'),
        ("email", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}\b", at, word),
        (
            "bot_command",
            r"/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?\b",
            |text| text.contains('/'),
            |c| c.is_alphanumeric() || c == '_' || c == '/' || c == '<' || c == '>',
        ),
        ("mention", r"@[A-Za-z0-9_]{4,32}\b", at, word),
        ("hashtag", r"#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*", |text| text.contains('#'), word),
        ("cashtag", r"\$[A-Z]{3,8}\b", |text| text.contains('$'), word),
    ];
    rules
        .into_iter()
        .filter_map(|(name, pattern, needs, not_after)| {
            Some(Rule { name, pattern: Regex::new(pattern).ok()?, needs, not_after })
        })
        .collect()
});

const URL: &str = concat!(
    r"(?i)\b(?:https?://[^\s<>]+|(?:t\.me|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+",
    r"(?:com|org|net|me|io|dev|app|info|ru|de|es|uk|fr|it|eu|shop|store|ai|co))(?:[/?#][^\s<>]*)?)(?:\b|/)"
);

/// A price has a point too: only one before a letter, or a scheme, can belong to an address.
fn may_hold_url(text: &str) -> bool {
    let after_point = |(at, _): (usize, &str)| text[at + 1..].chars().next();
    text.match_indices('.').filter_map(after_point).any(char::is_alphabetic) || text.contains("://")
}

/// The entities of a text, in order of the rules.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let mut found: Vec<(usize, usize, &'static str)> = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.needs)(text)) {
        for hit in rule.pattern.find_iter(text) {
            let before = text[..hit.start()].chars().next_back();
            let free = !found.iter().any(|(from, to, _)| hit.start() < *to && *from < hit.end());
            if free && !before.is_some_and(rule.not_after) {
                found.push((hit.start(), hit.end(), rule.name));
            }
        }
    }
    found
        .into_iter()
        .map(|(from, to, name)| Entity {
            kind: Kind::Plain(name),
            offset: utf16_len(&text[..from]),
            length: utf16_len(&text[from..to]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_apps_underline_is_found() {
        let cases: [(&str, &[(&str, &str)]); 11] = [
            ("/start p_17", &[("bot_command", "/start")]),
            ("/help@tea_bot", &[("bot_command", "/help@tea_bot")]),
            ("and/or 1/2", &[]),
            ("ask @anna_b", &[("mention", "@anna_b")]),
            ("mail ann@example.org", &[("email", "ann@example.org")]),
            ("see https://a.org/x?y=1.", &[("url", "https://a.org/x?y=1")]),
            ("see t.me/tea_bot?start=x", &[("url", "t.me/tea_bot?start=x")]),
            ("#tea and #2024", &[("hashtag", "#tea")]),
            ("🍏 /go", &[("bot_command", "/go")]),
            ("3.5 kg", &[]),
            ("€12.00 at SHOP.DE", &[("url", "SHOP.DE")]),
        ];
        for (text, expected) in cases {
            let units: Vec<u16> = text.encode_utf16().collect();
            let found: Vec<(&str, String)> = find(text)
                .iter()
                .map(|e| (e.kind.name(), String::from_utf16_lossy(&units[e.offset..e.offset + e.length])))
                .collect();
            let expected: Vec<(&str, String)> = expected.iter().map(|(k, t)| (*k, (*t).to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
