//! The card of a broadcast: who would get it, how far it is, what came of it.

use super::Card;
use super::broadcast::{BroadcastDeed, BroadcastQuestion, Choosing};
use super::broadcast_view::BroadcastView;
use super::payload::{StaffButton, encode};
use crate::domain::{Aisle, Broadcast, BroadcastId, BroadcastLink, BroadcastState, Lang, Segment};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use crate::telegram::texts::phrases;
use teloxide::types::InlineKeyboardButton;

/// What can be chosen at once, in rows. "Bought within" is in days.
const CHOICES: [&[Segment]; 5] = [
    &[Segment::Everyone, Segment::NeverBought],
    &[Segment::BoughtWithin(30), Segment::BoughtWithin(90)],
    &[Segment::WithCart],
    &[Segment::Language(Lang::En), Segment::Language(Lang::Ru)],
    &[Segment::Language(Lang::Es), Segment::Language(Lang::De)],
];

/// A keyboard holds 100 buttons, and three of them lead elsewhere.
const MOST_CATEGORIES: usize = 96;

/// Draws the card.
pub(in crate::telegram) fn broadcast_card(
    broadcast: &Broadcast,
    view: &BroadcastView,
    voice: Voice<'_>,
) -> Card {
    let title = Html::trusted(format!("<b>{}</b>", voice.say(title(broadcast.state))));
    let segment = segment_name(broadcast.segment, view, voice);
    let about = voice
        .tell("staff-broadcast-to", [("segment", segment.into())])
        .line(voice.tell("broadcast-leads", [("target", target_name(view, voice).into())]));
    let text = match broadcast.state {
        BroadcastState::Draft if view.audience == 0 => {
            title.paragraph(about.line(voice.say("staff-broadcast-nobody")))
        }
        BroadcastState::Draft => {
            let count = voice.tell("staff-broadcast-audience", [("count", view.audience.into())]);
            title.paragraph(about.line(count).line(duration(view.audience, view.rate, voice)))
        }
        BroadcastState::Scheduled => {
            let at = broadcast.starts_at.map(|at| voice.coming_moment(at)).unwrap_or_default();
            let at = voice.tell("broadcast-starts", [("at", at.into())]);
            title.paragraph(at.line(about)).paragraph(voice.say("broadcast-starts-about"))
        }
        BroadcastState::Sending
        | BroadcastState::Paused
        | BroadcastState::Done
        | BroadcastState::Cancelled => {
            let trouble = broadcast.trouble.as_deref();
            let trouble =
                trouble.map(|cause| voice.tell("staff-broadcast-trouble", [("cause", cause.into())]));
            title
                .paragraph(about)
                .paragraph(progress(broadcast, view, voice))
                .paragraph(trouble.unwrap_or_default())
        }
    };
    Card::new(text, buttons(broadcast, view, voice))
}

/// The name of a state, for the card and for whoever pressed a button.
pub(super) const fn title(state: BroadcastState) -> &'static str {
    match state {
        BroadcastState::Draft => "staff-broadcast-draft",
        BroadcastState::Scheduled => "broadcast-scheduled",
        BroadcastState::Sending => "staff-broadcast-sending",
        BroadcastState::Paused => "staff-broadcast-paused",
        BroadcastState::Done => "staff-broadcast-done",
        BroadcastState::Cancelled => "staff-broadcast-cancelled",
    }
}

/// The name of a segment.
pub(super) fn segment_name(segment: Segment, view: &BroadcastView, voice: Voice<'_>) -> String {
    match segment {
        Segment::Everyone => voice.label("staff-segment-everyone"),
        Segment::Language(lang) => phrases(lang).plain("language-name", &[]),
        Segment::BoughtWithin(days) => {
            voice.label_with("staff-segment-bought", [("days", i64::from(days).into())])
        }
        Segment::BoughtFrom(_) => {
            let name = view.bought_from.as_ref().map_or("?", |names| names.get(voice.lang));
            voice.label_with("segment-bought-from", [("name", name.into())])
        }
        Segment::WithCart => voice.label("segment-with-cart"),
        Segment::NeverBought => voice.label("staff-segment-new"),
    }
}

/// Where the button leads; to the catalogue, if what it led to is not to be seen any more.
fn target_name(view: &BroadcastView, voice: Voice<'_>) -> String {
    view.target
        .as_ref()
        .map_or_else(|| voice.label("button-catalog"), |names| names.get(voice.lang).to_owned())
}

fn duration(messages: u32, rate: u32, voice: Voice<'_>) -> Html {
    match messages.div_ceil(rate.max(1)).div_ceil(60) {
        0 | 1 => voice.say("staff-broadcast-soon"),
        minutes => voice.tell("staff-broadcast-minutes", [("minutes", minutes.into())]),
    }
}

fn progress(broadcast: &Broadcast, view: &BroadcastView, voice: Voice<'_>) -> Html {
    let tally = broadcast.tally;
    let count = |id, number: u32| voice.tell(id, [("count", number.into())]);
    let some = |id, number: u32| (number > 0).then(|| count(id, number));
    let far = voice.tell(
        "staff-broadcast-far",
        [("ended", tally.ended().into()), ("recipients", tally.recipients.into())],
    );
    let rest = match (broadcast.state, view.quiet_until) {
        (BroadcastState::Sending, Some(until)) => {
            Some(voice.tell("broadcast-quiet", [("until", voice.clock(until).into())]))
        }
        (BroadcastState::Sending, None) => Some(duration(tally.left(), view.rate, voice)),
        _ => None,
    };
    let followed = view.followed.map(|followed| {
        let sum = voice.money(followed.sum);
        voice.tell("broadcast-followed", [("count", followed.orders.into()), ("sum", sum.into())])
    });
    let lines = [
        Some(far),
        Some(count("staff-broadcast-sent", tally.sent)),
        some("staff-broadcast-unreachable", tally.unreachable),
        some("staff-broadcast-skipped", tally.skipped),
        some("staff-broadcast-failed", tally.failed),
        some("staff-broadcast-uncertain", tally.uncertain),
        rest,
        followed,
    ];
    Html::lines(lines.into_iter().flatten())
}

fn key(id: BroadcastId, label: String, deed: BroadcastDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, encode(&StaffButton::Broadcast(id, deed)))
}

fn buttons(broadcast: &Broadcast, view: &BroadcastView, voice: Voice<'_>) -> Vec<Vec<InlineKeyboardButton>> {
    let plain = |text, deed| key(broadcast.id, voice.label(text), deed);
    let cancel = plain("staff-broadcast-cancel", BroadcastDeed::Cancel);
    let when = BroadcastDeed::Ask(BroadcastQuestion::When);
    match broadcast.state {
        BroadcastState::Draft => draft(broadcast, view, voice),
        BroadcastState::Scheduled => vec![vec![plain("broadcast-other-time", when), cancel]],
        BroadcastState::Sending => vec![vec![plain("staff-broadcast-pause", BroadcastDeed::Pause), cancel]],
        BroadcastState::Paused => vec![vec![plain("staff-broadcast-resume", BroadcastDeed::Resume), cancel]],
        BroadcastState::Done => vec![vec![plain("broadcast-refresh", BroadcastDeed::Show)]],
        BroadcastState::Cancelled => Vec::new(),
    }
}

/// Who, where the button leads, when.
fn draft(broadcast: &Broadcast, view: &BroadcastView, voice: Voice<'_>) -> Vec<Vec<InlineKeyboardButton>> {
    let key = |label: String, deed| key(broadcast.id, label, deed);
    let chosen = broadcast.segment;
    let is_quick = CHOICES.iter().any(|row| row.contains(&chosen));
    let named = |segment| segment_name(segment, view, voice);
    let choice = |segment: &Segment| {
        let mark = if *segment == chosen { "✓ " } else { "" };
        key(format!("{mark}{}", named(*segment)), BroadcastDeed::Choose(*segment))
    };
    let days = match chosen {
        Segment::BoughtWithin(_) if !is_quick => format!("✓ {}", named(chosen)),
        _ => voice.label("broadcast-days"),
    };
    let category = match chosen {
        Segment::BoughtFrom(_) => format!("✓ {}", named(chosen)),
        _ => voice.label("broadcast-category"),
    };
    let link = voice.label_with("broadcast-link", [("target", target_name(view, voice).into())]);
    let mut rows: Vec<Vec<_>> = CHOICES.iter().map(|row| row.iter().map(choice).collect()).collect();
    if let Some(cart) = rows.get_mut(2) {
        cart.push(key(days, BroadcastDeed::Ask(BroadcastQuestion::Days)));
    }
    rows.push(vec![key(category, BroadcastDeed::Categories(Choosing::Segment))]);
    rows.push(vec![
        key(link, BroadcastDeed::Categories(Choosing::Link)),
        key(voice.label("broadcast-later"), BroadcastDeed::Ask(BroadcastQuestion::When)),
    ]);
    let send = (view.audience > 0).then(|| {
        let label = voice.label_with("staff-broadcast-send", [("count", view.audience.into())]);
        key(label, BroadcastDeed::Send(chosen))
    });
    rows.push(
        send.into_iter().chain([key(voice.label("staff-broadcast-cancel"), BroadcastDeed::Cancel)]).collect(),
    );
    rows
}

/// Draws the categories to choose one.
pub(super) fn categories(id: BroadcastId, choosing: Choosing, aisles: &[Aisle], voice: Voice<'_>) -> Card {
    let shown = aisles.iter().filter(|aisle| choosing == Choosing::Segment || aisle.visible);
    let keys: Vec<_> = shown
        .take(MOST_CATEGORIES)
        .map(|aisle| {
            let below = if aisle.parent.is_some() { "› " } else { "" };
            let deed = match choosing {
                Choosing::Segment => BroadcastDeed::Choose(Segment::BoughtFrom(aisle.id)),
                Choosing::Link => BroadcastDeed::Lead(BroadcastLink::Category(aisle.id)),
            };
            key(id, format!("{below}{}", aisle.names.get(voice.lang)), deed)
        })
        .collect();
    let mut rows: Vec<_> = keys.chunks(2).map(<[_]>::to_vec).collect();
    let text = match choosing {
        Choosing::Segment => "broadcast-which-category",
        Choosing::Link => {
            let product = BroadcastDeed::Ask(BroadcastQuestion::Product);
            let catalog = BroadcastDeed::Lead(BroadcastLink::Catalog);
            rows.insert(
                0,
                vec![
                    key(id, voice.label("button-catalog"), catalog),
                    key(id, voice.label("broadcast-product"), product),
                ],
            );
            "broadcast-which-link"
        }
    };
    rows.push(vec![key(id, voice.label("staff-back"), BroadcastDeed::Show)]);
    Card::new(voice.say(text), rows)
}
