//! Texts that people type as values of settings.

use super::NotAValue;

/// The text of a switch.
#[must_use]
pub const fn switched(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// Reads that.
pub(super) fn switch(typed: &str) -> Result<bool, NotAValue> {
    [true, false].into_iter().find(|on| switched(*on) == typed).ok_or(NotAValue)
}

/// All words in one line.
pub(super) fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without control characters, and neither empty nor too long.
pub(super) fn words(typed: &str, most: usize) -> Result<String, NotAValue> {
    let clean: String = typed.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    if (1..=most).contains(&clean.chars().count()) { Ok(clean) } else { Err(NotAValue) }
}
