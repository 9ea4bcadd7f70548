//! The staff group: order cards with their buttons, questions of customers, broadcasts, updates that were given up.

pub(super) mod broadcast;
mod broadcast_card;
mod card;
pub(super) mod commands;
pub(super) mod dead_letter;
pub(super) mod group;
pub(super) mod payload;
pub(super) mod press;
pub(super) mod prompt;
pub(super) mod support;

pub(super) use broadcast_card::broadcast_card;
pub(super) use card::{Card, Face, card};
pub(super) use group::{Colleague, StaffGroup};

/// Links on cards are for pressing; a preview of a map would hide the next card.
pub(super) const fn no_preview() -> teloxide::types::LinkPreviewOptions {
    teloxide::types::LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
