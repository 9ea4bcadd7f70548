//! When shall the order be brought?

use super::{Key, Loaded, Screen, key};
use crate::dialogue::Button;
use crate::telegram::format::Voice;

pub(super) fn time(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let free = match loaded {
        Loaded::Slots(free) => free.as_slice(),
        _ => &[],
    };
    let text = if free.is_empty() { "ask-time-none" } else { "ask-time" };
    let mut rows: Vec<Vec<Key>> =
        free.iter().map(|slot| vec![key(voice.slot(*slot), Button::Time(*slot))]).collect();
    rows.push(vec![voice.key("button-back", Button::Back)]);
    Screen::new(voice.say(text), rows)
}
