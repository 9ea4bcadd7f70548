//! The card of a broadcast: who would get it, how far it is, what came of it.

use super::Card;
use super::broadcast::BroadcastDeed;
use super::payload::{StaffButton, encode};
use crate::domain::{Broadcast, BroadcastState, Lang, Segment};
use crate::telegram::html::Html;
use crate::telegram::texts::{Phrases, phrases};
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

/// What can be chosen, in rows. "Bought within" is in days.
const CHOICES: [&[Segment]; 4] = [
    &[Segment::Everyone, Segment::NeverBought],
    &[Segment::BoughtWithin(30), Segment::BoughtWithin(90)],
    &[Segment::Language(Lang::En), Segment::Language(Lang::Ru)],
    &[Segment::Language(Lang::Es), Segment::Language(Lang::De)],
];

/// Draws the card. `audience` is how many customers a draft has now, `rate` how many messages go out in a second.
pub(in crate::telegram) fn broadcast_card(
    broadcast: &Broadcast,
    audience: u32,
    rate: u32,
    lang: Lang,
) -> Card {
    let texts = phrases(lang);
    let title = Html::trusted(format!("<b>{}</b>", texts.html(title(broadcast.state), &[])));
    let to = texts.html("staff-broadcast-to", &[("segment", segment_name(broadcast.segment, texts).into())]);
    let text = match broadcast.state {
        BroadcastState::Draft if audience == 0 => {
            title.paragraph(to.line(texts.html("staff-broadcast-nobody", &[])))
        }
        BroadcastState::Draft => {
            let count = texts.html("staff-broadcast-audience", &[("count", audience.into())]);
            title.paragraph(to.line(count).line(duration(audience, rate, texts)))
        }
        _ => {
            let trouble = broadcast.trouble.as_deref();
            let trouble =
                trouble.map(|cause| texts.html("staff-broadcast-trouble", &[("cause", cause.into())]));
            title
                .paragraph(to)
                .paragraph(progress(broadcast, rate, texts))
                .paragraph(trouble.unwrap_or_default())
        }
    };
    let keyboard = InlineKeyboardMarkup::new(buttons(broadcast, audience, texts));
    Card { text: text.to_string(), keyboard }
}

/// The name of a state, for the card and for whoever pressed a button.
pub(super) const fn title(state: BroadcastState) -> &'static str {
    match state {
        BroadcastState::Draft => "staff-broadcast-draft",
        BroadcastState::Sending => "staff-broadcast-sending",
        BroadcastState::Paused => "staff-broadcast-paused",
        BroadcastState::Done => "staff-broadcast-done",
        BroadcastState::Cancelled => "staff-broadcast-cancelled",
    }
}

fn segment_name(segment: Segment, texts: &Phrases) -> String {
    match segment {
        Segment::Everyone => texts.plain("staff-segment-everyone", &[]),
        Segment::Language(lang) => phrases(lang).plain("language-name", &[]),
        Segment::BoughtWithin(days) => {
            texts.plain("staff-segment-bought", &[("days", i64::from(days).into())])
        }
        Segment::NeverBought => texts.plain("staff-segment-new", &[]),
    }
}

fn duration(messages: u32, rate: u32, texts: &Phrases) -> Html {
    match messages.div_ceil(rate.max(1)).div_ceil(60) {
        0 | 1 => texts.html("staff-broadcast-soon", &[]),
        minutes => texts.html("staff-broadcast-minutes", &[("minutes", minutes.into())]),
    }
}

fn progress(broadcast: &Broadcast, rate: u32, texts: &Phrases) -> Html {
    let tally = broadcast.tally;
    let count = |id, number: u32| texts.html(id, &[("count", number.into())]);
    let some = |id, number: u32| (number > 0).then(|| count(id, number));
    let far = texts.html(
        "staff-broadcast-far",
        &[("ended", tally.ended().into()), ("recipients", tally.recipients.into())],
    );
    let lines = [
        Some(far),
        Some(count("staff-broadcast-sent", tally.sent)),
        some("staff-broadcast-unreachable", tally.unreachable),
        some("staff-broadcast-skipped", tally.skipped),
        some("staff-broadcast-failed", tally.failed),
        some("staff-broadcast-uncertain", tally.uncertain),
        (broadcast.state == BroadcastState::Sending).then(|| duration(tally.left(), rate, texts)),
    ];
    Html::lines(lines.into_iter().flatten())
}

fn buttons(broadcast: &Broadcast, audience: u32, texts: &Phrases) -> Vec<Vec<InlineKeyboardButton>> {
    let button = |label: String, deed| {
        InlineKeyboardButton::callback(label, encode(&StaffButton::Broadcast(broadcast.id, deed)))
    };
    let plain = |id, deed| button(texts.plain(id, &[]), deed);
    let cancel = plain("staff-broadcast-cancel", BroadcastDeed::Cancel);
    match broadcast.state {
        BroadcastState::Draft => {
            let choice = |segment: &Segment| {
                let mark = if *segment == broadcast.segment { "✓ " } else { "" };
                let label = format!("{mark}{}", segment_name(*segment, texts));
                button(label, BroadcastDeed::Choose(*segment))
            };
            let choices = CHOICES.iter().map(|row| row.iter().map(choice).collect());
            let send = (audience > 0).then(|| {
                let label = texts.plain("staff-broadcast-send", &[("count", audience.into())]);
                button(label, BroadcastDeed::Send(broadcast.segment))
            });
            choices.chain([send.into_iter().chain([cancel]).collect()]).collect()
        }
        BroadcastState::Sending => vec![vec![plain("staff-broadcast-pause", BroadcastDeed::Pause), cancel]],
        BroadcastState::Paused => vec![vec![plain("staff-broadcast-resume", BroadcastDeed::Resume), cancel]],
        BroadcastState::Done | BroadcastState::Cancelled => Vec::new(),
    }
}
