//! What the staff see of categories.

use super::Card;
use super::aisle::AisleDeed;
use super::edit_card::{language_line, language_rows, path_of};
use super::payload::{StaffButton, encode};
use crate::domain::{Aisle, Lang};
use crate::repository::Place;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::InlineKeyboardButton;

/// The first level, with what is below each.
pub(super) fn list(aisles: &[Aisle], voice: Voice<'_>) -> Card {
    let lines = aisles.iter().map(|aisle| {
        let indent = if aisle.parent.is_some() { "    " } else { "" };
        Html::trusted(format!("{indent}{}", line(aisle, voice)))
    });
    let lines = if aisles.is_empty() { voice.say("staff-categories-empty") } else { Html::lines(lines) };
    let top = aisles.iter().filter(|aisle| aisle.parent.is_none());
    let mut rows = openers(top, voice);
    rows.push(vec![key("staff-new-category", AisleDeed::New(None), voice)]);
    Card::new(voice.say("staff-categories").paragraph(lines), rows)
}

/// One category.
pub(super) fn card(aisle: &Aisle, place: Place, aisles: &[Aisle], voice: Voice<'_>) -> Card {
    let state = if aisle.visible { "staff-product-shown" } else { "staff-product-hidden" };
    let head = voice.tell(
        "staff-category",
        [
            ("id", aisle.id.to_string().into()),
            ("name", path_of(aisles, aisle.id, voice.lang).into()),
            ("state", voice.label(state).into()),
        ],
    );
    let held = voice.tell("staff-place", [("number", place.number.into()), ("of", place.of.into())]).line(
        voice.tell(
            "staff-category-holds",
            [
                ("products", aisle.products.into()),
                ("archived", aisle.archived.into()),
                ("below", aisle.below.into()),
            ],
        ),
    );
    let mut rows = openers(aisles.iter().filter(|below| below.parent == Some(aisle.id)), voice);
    let mut first = vec![key("staff-edit-name", AisleDeed::Names(aisle.id), voice)];
    if aisle.parent.is_none() {
        first.push(key("staff-new-below", AisleDeed::New(Some(aisle.id)), voice));
    }
    rows.push(first);
    rows.extend(place_rows(aisle, place, voice));
    let (turn, visible) = if aisle.visible { ("staff-hide", false) } else { ("staff-show", true) };
    rows.push(vec![
        key(turn, AisleDeed::Show(aisle.id, visible), voice),
        key("staff-category-remove", AisleDeed::Remove(aisle.id), voice),
    ]);
    rows.push(vec![key("staff-back", aisle.parent.map_or(AisleDeed::List, AisleDeed::Open), voice)]);
    Card::new(head.paragraph(held), rows)
}

fn place_rows(aisle: &Aisle, place: Place, voice: Voice<'_>) -> Vec<Vec<InlineKeyboardButton>> {
    let put = |text, number| key(text, AisleDeed::Put(aisle.id, number), voice);
    let mut rows = Vec::new();
    if place.number > 1 {
        rows.push(vec![put("staff-place-first", 1), put("staff-place-up", place.number - 1)]);
    }
    if place.number < place.of {
        rows.push(vec![put("staff-place-down", place.number + 1), put("staff-place-last", place.of)]);
    }
    rows
}

/// The name of a category in every language.
pub(super) fn names(aisle: &Aisle, voice: Voice<'_>) -> Card {
    let lines = Lang::ALL.map(|lang| language_line(lang, aisle.names.exact(lang), voice));
    let mut rows = language_rows(|lang| encode(&StaffButton::Aisle(AisleDeed::Name(aisle.id, lang))));
    rows.push(vec![key("staff-back", AisleDeed::Open(aisle.id), voice)]);
    let title = Html::trusted(format!("<b>{}</b>", Html::escaped(aisle.names.get(voice.lang))));
    Card::new(title.paragraph(Html::lines(lines)), rows)
}

/// Really take it away?
pub(super) fn sure(aisle: &Aisle, voice: Voice<'_>) -> Card {
    let text = voice.tell("staff-category-sure", [("name", aisle.names.get(voice.lang).into())]);
    let rows = vec![vec![
        key("staff-category-remove-yes", AisleDeed::RemoveYes(aisle.id), voice),
        key("staff-back", AisleDeed::Open(aisle.id), voice),
    ]];
    Card::new(text, rows)
}

/// What stands in the way of taking it away.
pub(super) fn full_text(aisle: &Aisle, voice: Voice<'_>) -> String {
    voice.label_with(
        "staff-category-full",
        [
            ("products", aisle.products.into()),
            ("archived", aisle.archived.into()),
            ("below", aisle.below.into()),
            ("promos", aisle.promos.into()),
        ],
    )
}

fn line(aisle: &Aisle, voice: Voice<'_>) -> Html {
    let mark = if aisle.visible { "" } else { "🙈 " };
    let name = format!("{mark}{}", aisle.names.get(voice.lang));
    voice.tell("staff-category-line", [("name", name.into()), ("products", aisle.products.into())])
}

fn openers<'a>(aisles: impl Iterator<Item = &'a Aisle>, voice: Voice<'_>) -> Vec<Vec<InlineKeyboardButton>> {
    let button = |aisle: &Aisle| {
        let mark = if aisle.visible { "" } else { "🙈 " };
        let label = format!("{mark}{}", aisle.names.get(voice.lang));
        InlineKeyboardButton::callback(label, encode(&StaffButton::Aisle(AisleDeed::Open(aisle.id))))
    };
    aisles.map(button).collect::<Vec<_>>().chunks(2).map(<[_]>::to_vec).collect()
}

fn key(text: &str, deed: AisleDeed, voice: Voice<'_>) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(voice.label(text), encode(&StaffButton::Aisle(deed)))
}
