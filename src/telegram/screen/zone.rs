//! In which delivery zone is the address?

use super::{Key, Screen, key};
use crate::dialogue::{Button, Draft};
use crate::domain::Zone;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;

pub(super) fn zone(voice: Voice<'_>, draft: &Draft) -> Screen {
    let to = draft.address();
    let offered = voice.shop.settings.zones.offered(to.and_then(|to| to.point));
    let mut rows: Vec<Vec<Key>> =
        offered.map(|zone| vec![key(described(voice, zone), Button::Zone(zone.id()))]).collect();
    rows.push(vec![voice.key("button-no-zone", Button::NoZone)]);
    rows.push(vec![voice.key("button-back", Button::Back)]);
    Screen::new(voice.say("ask-zone"), rows)
}

/// What delivery costs where; nothing for a shop without zones.
pub(super) fn fees(voice: Voice<'_>) -> Html {
    let zones = voice.shop.settings.zones.all();
    Html::lines(zones.iter().map(|zone| voice.tell("method-zone", [("zone", described(voice, zone).into())])))
}

fn described(voice: Voice<'_>, zone: &Zone) -> String {
    format!("{} · {}", zone.name, voice.money(zone.fee))
}
