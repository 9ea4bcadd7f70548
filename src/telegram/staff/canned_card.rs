//! What the staff see of canned answers: all of them, one, the question whether it is to go.

use super::Card;
use super::canned::CannedDeed;
use super::settings_card::short;
use crate::domain::{Canned, CannedId};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::InlineKeyboardButton;

/// Characters of an answer in a list.
const WIDTH: usize = 60;

/// Answers in a row of buttons.
const ROW: usize = 2;

pub(super) fn list(answers: &[Canned], voice: Voice<'_>) -> Card {
    let all = if answers.is_empty() { voice.say("canned-none") } else { lines(answers, voice) };
    let text = voice.say("canned-title").paragraph(all).paragraph(voice.say("canned-about"));
    let mut rows = keys(answers, CannedDeed::Open);
    rows.push(vec![CannedDeed::New.key(voice.label("canned-new"))]);
    Card::new(text, rows)
}

pub(super) fn lines(answers: &[Canned], voice: Voice<'_>) -> Html {
    Html::lines(answers.iter().map(|canned| {
        let text =
            canned.text.as_deref().map_or_else(|| voice.label("canned-unwritten"), |text| short(text, WIDTH));
        voice.tell("canned-line", [("name", canned.name.to_string().into()), ("text", text.into())])
    }))
}

pub(super) fn keys(
    answers: &[Canned],
    deed: impl Fn(CannedId) -> CannedDeed,
) -> Vec<Vec<InlineKeyboardButton>> {
    let keys: Vec<_> = answers.iter().map(|canned| deed(canned.id).key(canned.name.to_string())).collect();
    keys.chunks(ROW).map(<[_]>::to_vec).collect()
}

pub(super) fn card(canned: &Canned, voice: Voice<'_>) -> Card {
    let text = match &canned.text {
        Some(text) => Html::escaped(text),
        None => voice.say("canned-unwritten"),
    };
    let rows = [
        vec![
            CannedDeed::Word(canned.id).key(voice.label("canned-word")),
            CannedDeed::Remove(canned.id).key(voice.label("canned-remove")),
        ],
        vec![CannedDeed::List.key(voice.label("canned-back"))],
    ];
    Card::new(head(canned).paragraph(text), rows)
}

fn head(canned: &Canned) -> Html {
    Html::trusted(format!("<b>{}</b>", Html::escaped(&canned.name.to_string())))
}

pub(super) fn sure(canned: &Canned, voice: Voice<'_>) -> Card {
    let rows = [
        [CannedDeed::RemoveYes(canned.id).key(voice.label("canned-remove-really"))],
        [CannedDeed::Open(canned.id).key(voice.label("staff-back"))],
    ];
    Card::new(head(canned).paragraph(voice.say("canned-remove-ask")), rows)
}
