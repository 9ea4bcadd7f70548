//! Orders: the one just placed, the list, one in detail.

use super::{Key, Loaded, Screen, cart, checkout, home, key, pager, remark};
use crate::dialogue::Button;
use crate::domain::{
    AmendmentState, Bounded, Fulfilment, Gist, Order, OrderId, RejectReason, Status, TimelineEntry, Totals,
};
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;

pub(super) fn placed(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let Loaded::Placed(receipt) = loaded else { return unknown(voice) };
    let args = [
        ("number", receipt.number.to_string().into()),
        ("sum", amount(voice.lang, receipt.total, receipt.currency).into()),
    ];
    let paid = checkout::paid(voice, receipt.credit, receipt.total.minus(receipt.credit));
    let text = voice.tell("placed", args).paragraph(paid).paragraph(home::waiting(voice));
    let rows = vec![
        vec![voice.key("button-my-order", Button::Order(receipt.order))],
        vec![voice.key("button-catalog", Button::Catalog)],
    ];
    Screen { lasting: true, ..Screen::new(text, rows) }
}

pub(super) fn list(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let page = match loaded {
        Loaded::Orders(page) if !page.items.is_empty() => page,
        _ => {
            let rows = vec![
                vec![voice.key("button-catalog", Button::Catalog)],
                vec![voice.key("button-home", Button::Home)],
            ];
            return Screen::new(voice.say("orders-none"), rows);
        }
    };
    let mut rows: Vec<Vec<Key>> = page
        .items
        .iter()
        .map(|order| {
            let args = [
                ("icon", icon(order.status).into()),
                ("number", order.number.to_string().into()),
                ("day", voice.day(order.placed_at).into()),
                ("sum", amount(voice.lang, order.total, order.currency).into()),
            ];
            vec![key(voice.label_with("orders-entry", args), Button::Order(order.id))]
        })
        .collect();
    rows.extend(pager(page.number, page.count, Button::Orders));
    rows.push(vec![voice.key("button-home", Button::Home)]);
    Screen::new(voice.say("orders-title"), rows)
}

pub(super) fn detail(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let Loaded::Order(order) = loaded else { return unknown(voice) };
    let mut rows = Vec::new();
    if order.status == Status::Placed {
        rows.push(vec![voice.key("button-cancel-order", Button::CancelOrder(order.id))]);
    }
    rows.push(vec![
        voice.key("button-reorder", Button::Reorder(order.id)),
        voice.key("button-support", Button::Support),
    ]);
    rows.push(vec![voice.key("button-orders", Button::Orders(0)), voice.key("button-home", Button::Home)]);
    let Some(change) = &order.amendment else { return Screen::new(describe(voice, order), rows) };
    let sum = amount(voice.lang, change.gist.to.minus(change.gist.credit), order.currency);
    let agree = voice.label_with("button-amend-agree", [("sum", sum.into())]);
    let answers = [
        vec![key(agree, Button::AnswerChange(change.id, true))],
        vec![voice.key("button-amend-decline", Button::AnswerChange(change.id, false))],
    ];
    let asked = voice.say("amend-asked").line(gist(voice, &change.gist));
    Screen::new(describe(voice, order).paragraph(asked), answers.into_iter().chain(rows).collect())
}

/// What a change of an order changes, one thing a line, and the total.
pub(in crate::telegram) fn gist(voice: Voice<'_>, gist: &Gist) -> Html {
    let total = [("from", voice.money(gist.from).into()), ("to", voice.money(gist.to).into())];
    let lines = gist.changes.iter().map(|one| remark::change(voice, one));
    let paid = checkout::paid(voice, gist.credit, gist.to.minus(gist.credit));
    Html::lines(lines).line(voice.tell("change-total", total)).line(paid)
}

fn describe(voice: Voice<'_>, order: &Order) -> Html {
    let title = voice.tell("order-title", [("number", order.number.to_string().into())]);
    let money = |of| amount(voice.lang, of, order.currency);
    let lines = order.lines.iter().map(|line| {
        let args = [
            ("name", cart::named(line.names.get(voice.lang), line.options.get(voice.lang)).into()),
            ("quantity", line.quantity.into()),
            ("price", money(line.price).into()),
            ("sum", money(line.price.times(line.quantity)).into()),
        ];
        voice.tell("line", args)
    });
    let is_delivery = !matches!(order.fulfilment, Some(Fulfilment::Pickup));
    let to = match &order.fulfilment {
        Some(Fulfilment::Delivery(to)) => {
            let zone = order.zone.as_deref().map(|zone| voice.tell("detail-zone", [("zone", zone.into())]));
            let address = voice.tell("detail-address", [("address", to.address.as_str().into())]);
            let slot = order.slot.map(|slot| voice.tell("detail-time", [("at", voice.slot(slot).into())]));
            address.line(zone.unwrap_or_default()).line(slot.unwrap_or_default())
        }
        Some(Fulfilment::Pickup) => {
            let place = voice.shop.settings.delivery.pickup_at.clone().unwrap_or_default();
            voice.tell("detail-pickup", [("place", place.into())])
        }
        None => Html::default(),
    };
    // Of an order that came to nothing there is nothing to pay.
    let given_back = order.credit_given_back();
    let back = given_back.map(|credit| voice.tell("news-credit-back", [("sum", money(credit).into())]));
    let totals = Totals { credit: order.totals.credit.minus(given_back.unwrap_or_default()), ..order.totals };
    title
        .line(voice.say(status_name(order.status, !is_delivery)))
        .paragraph(Html::lines(lines))
        .paragraph(checkout::totals(voice, &totals, order.promo.as_deref(), is_delivery))
        .paragraph(back.unwrap_or_default())
        .paragraph(to)
        .paragraph(Html::lines(order.timeline.iter().map(|entry| event(voice, entry, !is_delivery))))
}

fn event(voice: Voice<'_>, entry: &TimelineEntry, is_pickup: bool) -> Html {
    if let Some(amended) = &entry.amended {
        let what = voice.say(amended_name(amended.outcome));
        let line = voice.tell("timeline", [("at", voice.moment(entry.at).into()), ("status", what.into())]);
        return line.line(gist(voice, &amended.gist));
    }
    let status = voice.say(status_name(entry.status, is_pickup));
    let args = [("at", voice.moment(entry.at).into()), ("status", status.into())];
    let line = voice.tell("timeline", args);
    let Some(note) = entry.note.as_deref() else { return line };
    let is_reason = matches!(entry.status, Status::Rejected | Status::Cancelled);
    let canned = is_reason.then(|| RejectReason::of_note(note));
    let note = canned.as_ref().and_then(reason_text).map_or_else(|| note.to_owned(), |id| voice.label(id));
    line.line(voice.tell("timeline-note", [("note", note.into())]))
}

/// The text of a canned reason for the customer; `None` for the staff's own words.
pub(in crate::telegram) const fn reason_text(reason: &RejectReason) -> Option<&'static str> {
    match reason {
        RejectReason::OutOfStock => Some("reason-out-of-stock"),
        RejectReason::CannotDeliver => Some("reason-cannot-deliver"),
        RejectReason::NoContact => Some("reason-no-contact"),
        RejectReason::NotCollected => Some("reason-not-collected"),
        RejectReason::Other(_) => None,
    }
}

pub(super) fn cancel(voice: Voice<'_>, id: OrderId, loaded: &Loaded) -> Screen {
    let Loaded::Order(order) = loaded else { return unknown(voice) };
    let text = voice.tell("cancel-ask", [("number", order.number.to_string().into())]);
    let rows = vec![
        vec![voice.key("button-cancel-yes", Button::CancelOrderYes(id))],
        vec![voice.key("button-cancel-no", Button::Order(id))],
    ];
    Screen::new(text, rows)
}

fn unknown(voice: Voice<'_>) -> Screen {
    Screen::new(voice.say("remark-order-unknown"), vec![vec![voice.key("button-orders", Button::Orders(0))]])
}

/// The text that names a status.
pub(in crate::telegram) const fn status_name(status: Status, is_pickup: bool) -> &'static str {
    match status {
        Status::Placed => "status-placed",
        Status::Accepted => "status-accepted",
        Status::Shipped if is_pickup => "status-ready",
        Status::Delivered if is_pickup => "status-picked-up",
        Status::Shipped => "status-shipped",
        Status::Delivered => "status-delivered",
        Status::Rejected => "status-rejected",
        Status::Cancelled => "status-cancelled",
    }
}

/// The text that names what came of a change.
const fn amended_name(outcome: AmendmentState) -> &'static str {
    match outcome {
        AmendmentState::Draft | AmendmentState::Open => "amended-proposed",
        AmendmentState::Agreed => "amended-agreed",
        AmendmentState::Declined => "amended-declined",
        AmendmentState::Expired => "amended-expired",
        AmendmentState::Withdrawn => "amended-withdrawn",
        AmendmentState::SoldOut => "amended-sold-out",
    }
}

const fn icon(status: Status) -> &'static str {
    match status {
        Status::Placed => "🕓",
        Status::Accepted => "👍",
        Status::Shipped => "🚚",
        Status::Delivered => "✅",
        Status::Rejected | Status::Cancelled => "✖️",
    }
}
