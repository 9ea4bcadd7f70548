//! The card of an order: everything the staff need to know to pack and bring it, and what they can do next.

use super::amendment::outcome_text;
use super::order_keys::keys;
use super::{Card, person};
use crate::domain::{
    Actor, Bounded, Fulfilment, Lang, Money, Order, OrderLine, RejectReason, Status, TimelineEntry,
};
use crate::telegram::format::{Storefront, Voice, amount};
use crate::telegram::html::Html;
use crate::telegram::screen::gist;
use chrono::{DateTime, Utc};

/// Lines shown on a card.
const MOST_LINES: usize = 30;

/// Which of its buttons a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Face {
    /// What can be done next.
    Deeds,
    /// Reasons for turning it down.
    Reasons,
    /// Ways to ship.
    Ways,
    /// Really call it off, and why?
    Cancelling,
    /// Did really nobody take it?
    NotCollected,
}

/// Draws the card.
pub(in crate::telegram) fn order_card(order: &Order, face: Face, lang: Lang, shop: &Storefront) -> Card {
    let voice = Voice { lang, shop };
    // Above the rest: a card that is too long is cut at its end.
    let really = match face {
        Face::Cancelling => voice.tell("staff-cancel-ask", [("number", order.number.to_string().into())]),
        Face::NotCollected => {
            voice.tell("staff-not-collected-ask", [("number", order.number.to_string().into())])
        }
        Face::Deeds | Face::Reasons | Face::Ways => Html::default(),
    };
    let text = head(order, voice)
        .paragraph(really)
        .paragraph(lines(order, voice))
        .paragraph(sums(order, voice))
        .paragraph(customer(order, voice))
        .paragraph(asked(order, voice))
        .paragraph(desk(order, voice))
        .paragraph(Html::lines(order.timeline.iter().map(|entry| event(entry, order, voice))));
    Card::new(text, keys(order, face, voice))
}

fn head(order: &Order, voice: Voice<'_>) -> Html {
    let status = voice.say(status_text(order));
    let placed = voice.moment(order.placed_at);
    let at = match age(order.status, order.placed_at, voice) {
        Some(age) => format!("{placed} · {age}"),
        None => placed,
    };
    voice.tell(
        "staff-card",
        [("number", order.number.to_string().into()), ("status", status.into()), ("at", at.into())],
    )
}

/// How long ago an order came that somebody has to do something about, in the largest unit that fits.
pub(super) fn age(status: Status, placed_at: DateTime<Utc>, voice: Voice<'_>) -> Option<String> {
    let time = voice.shop.now - placed_at;
    if status.is_final() {
        return None;
    }
    let (text, count) = match (time.num_days(), time.num_hours(), time.num_minutes()) {
        (days @ 1.., ..) => ("staff-age-days", days),
        (_, hours @ 1.., _) => ("staff-age-hours", hours),
        (.., minutes @ 1..) => ("staff-age-minutes", minutes),
        _ => return None,
    };
    Some(format!("⏱ {}", voice.tell(text, [("count", count.into())])))
}

/// The name of the order's status, as the staff say it.
pub(super) fn status_text(order: &Order) -> &'static str {
    let is_pickup = matches!(order.fulfilment, Some(Fulfilment::Pickup));
    match order.status {
        Status::Shipped if is_pickup => "staff-status-ready",
        Status::Delivered if is_pickup => "staff-status-picked-up",
        Status::Cancelled if order.is_no_show() => "staff-status-not-collected",
        status => status_word(status),
    }
}

/// The name of a status, where it is not known how the order travels.
pub(super) const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Placed => "staff-status-placed",
        Status::Accepted => "staff-status-accepted",
        Status::Shipped => "staff-status-shipped",
        Status::Delivered => "staff-status-delivered",
        Status::Rejected => "staff-status-rejected",
        Status::Cancelled => "staff-status-cancelled",
    }
}

fn lines(order: &Order, voice: Voice<'_>) -> Html {
    let shown = order.lines.iter().take(MOST_LINES).map(|line| one_line(line, order, voice));
    let hidden = order.lines.len().saturating_sub(MOST_LINES);
    let more = (hidden > 0)
        .then(|| voice.tell("staff-more-lines", [("count", i64::try_from(hidden).unwrap_or(0).into())]));
    Html::lines(shown.chain(more))
}

fn one_line(line: &OrderLine, order: &Order, voice: Voice<'_>) -> Html {
    let mut name = line.names.get(voice.lang).to_owned();
    if !line.options.is_empty() {
        name = format!("{name} ({})", line.options.get(voice.lang));
    }
    let sum = amount(voice.lang, line.price.times(line.quantity), order.currency);
    voice.tell("staff-line", [("name", name.into()), ("quantity", line.quantity.into()), ("sum", sum.into())])
}

fn sums(order: &Order, voice: Voice<'_>) -> Html {
    let totals = order.totals;
    let money = |money: Money| amount(voice.lang, money, order.currency);
    let promo = order.promo.as_deref().map(|code| {
        if totals.discount == Money::ZERO {
            return voice.tell("staff-promo-free-delivery", [("code", code.into())]);
        }
        voice.tell("staff-discount", [("code", code.into()), ("sum", money(totals.discount).into())])
    });
    let delivery = (totals.delivery > Money::ZERO)
        .then(|| voice.tell("staff-delivery", [("sum", money(totals.delivery).into())]));
    let total = voice.tell("staff-total", [("sum", money(totals.total).into())]);
    let is_used = !totals.credit.is_zero() && !order.status.is_called_off();
    let paid = is_used.then(|| {
        voice
            .tell("staff-credit-used", [("sum", money(totals.credit).into())])
            .line(voice.tell("staff-to-collect", [("sum", money(totals.to_pay()).into())]))
    });
    Html::lines(promo.into_iter().chain(delivery).chain([total]).chain(paid))
}

fn customer(order: &Order, voice: Voice<'_>) -> Html {
    let Some(name) = &order.name else { return voice.say("staff-forgotten") };
    let who = match order.customer {
        Some(id) => person(id.0, name.as_str(), order.username.as_deref()),
        None => Html::escaped(name.as_str()),
    };
    let phone = order.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let mut all =
        vec![voice.tell(
            "staff-customer",
            [("who", who.into()), ("lang", order.lang.code().to_uppercase().into())],
        )];
    all.extend(phone.map(|phone| voice.tell("staff-phone", [("phone", phone.into())])));
    all.extend(no_shows(order.no_shows, voice));
    match &order.fulfilment {
        Some(Fulfilment::Delivery(to)) => {
            all.push(voice.tell("staff-address", [("address", to.address.as_str().into())]));
            let (lat, lon) = match to.point {
                Some((lat, lon)) => (f64::from(lat) / 1e6, f64::from(lon) / 1e6),
                None => (0.0, 0.0),
            };
            let link = if to.point.is_some() {
                format!(
                    "https://www.openstreetmap.org/?mlat={lat:.6}&amp;mlon={lon:.6}#map=17/{lat:.6}/{lon:.6}"
                )
            } else {
                let words: String =
                    url::form_urlencoded::byte_serialize(to.address.as_str().as_bytes()).collect();
                format!("https://www.openstreetmap.org/search?query={words}")
            };
            all.extend(order.zone.as_deref().map(|zone| voice.tell("detail-zone", [("zone", zone.into())])));
            all.extend(order.slot.map(|slot| voice.tell("detail-time", [("at", voice.slot(slot).into())])));
            all.push(voice.tell("staff-map", [("link", Html::trusted(link).into())]));
        }
        Some(Fulfilment::Pickup) => all.push(voice.say("staff-pickup")),
        None => {}
    }
    all.extend(order.note.as_ref().map(|note| voice.tell("staff-note", [("note", note.as_str().into())])));
    Html::lines(all)
}

/// How many orders somebody did not collect, if any.
pub(super) fn no_shows(count: u32, voice: Voice<'_>) -> Option<Html> {
    (count > 0).then(|| voice.tell("staff-no-shows", [("count", count.into())]))
}

/// A change that the customer is asked about.
fn asked(order: &Order, voice: Voice<'_>) -> Html {
    let Some(change) = &order.amendment else { return Html::default() };
    let until = change.expires_at.map(|until| voice.moment(until)).unwrap_or_default();
    voice.tell("staff-amend-waits", [("until", until.into())]).line(gist(voice, &change.gist))
}

/// What the staff have added.
fn desk(order: &Order, voice: Voice<'_>) -> Html {
    let taken = order.taken_by.as_ref();
    let taken = taken.map(|(_, who)| voice.tell("staff-card-taken", [("who", who.as_str().into())]));
    let packed = (order.packed && order.status == Status::Accepted).then(|| voice.say("staff-packed"));
    let note = order.staff_note.as_deref();
    let note = note.map(|note| voice.tell("staff-card-note", [("note", note.into())]));
    Html::lines(taken.into_iter().chain(packed).chain(note))
}

/// Who did something to an order.
pub(super) fn who(actor: &Actor, voice: Voice<'_>) -> Html {
    match actor {
        Actor::Customer => voice.say("staff-by-customer"),
        Actor::Staff(_, name) => Html::escaped(name),
        Actor::System => voice.say("staff-by-system"),
    }
}

fn event(entry: &TimelineEntry, order: &Order, voice: Voice<'_>) -> Html {
    let status = match &entry.amended {
        Some(amended) => voice.say(outcome_text(amended.outcome)),
        None => voice.say(status_text(&Order { status: entry.status, ..order.clone() })),
    };
    let line = voice.tell(
        "staff-event",
        [
            ("status", status.into()),
            ("who", who(&entry.actor, voice).into()),
            ("at", voice.short_moment(entry.at).into()),
        ],
    );
    if let Some(amended) = &entry.amended {
        return line.line(gist(voice, &amended.gist));
    }
    match entry.note.as_deref() {
        None => line,
        Some(note) if matches!(entry.status, Status::Rejected | Status::Cancelled) => {
            match RejectReason::of_note(note) {
                // The status says it.
                RejectReason::NotCollected => line,
                other => line.line(reason(&other, voice)),
            }
        }
        Some(note) => line.line(voice.tell("staff-event-note", [("note", note.into())])),
    }
}

fn reason(reason: &RejectReason, voice: Voice<'_>) -> Html {
    match reason {
        RejectReason::Other(words) => voice.tell("staff-event-note", [("note", words.as_str().into())]),
        canned => voice.tell("staff-event-note", [("note", voice.label(reason_text(canned)).into())]),
    }
}

pub(super) const fn reason_text(reason: &RejectReason) -> &'static str {
    match reason {
        RejectReason::OutOfStock => "staff-reason-out-of-stock",
        RejectReason::CannotDeliver => "staff-reason-cannot-deliver",
        RejectReason::NoContact => "staff-reason-no-contact",
        RejectReason::NotCollected => "staff-status-not-collected",
        RejectReason::Other(_) => "staff-reason-other",
    }
}
