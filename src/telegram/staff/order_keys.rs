//! The buttons of an order's card: what can be done next.

use super::order_card::{Face, reason_text};
use super::order_deed::Deed;
use super::payload::{StaffButton, encode};
use crate::domain::{Fulfilment, Order, RejectReason, Status};
use crate::telegram::format::Voice;
use teloxide::types::InlineKeyboardButton;

type Rows = Vec<Vec<InlineKeyboardButton>>;

/// The rows of a face.
pub(super) fn keys(order: &Order, face: Face, voice: Voice<'_>) -> Rows {
    match face {
        Face::Deeds => deeds(order, voice),
        Face::Reasons => reasons(order, voice),
        Face::Cancelling => cancelling(order, voice),
        Face::Ways => ways(order, voice),
        Face::NotCollected => vec![
            vec![button(order, Deed::NotCollectedYes, "staff-not-collected-yes", voice)],
            vec![button(order, Deed::Back, "staff-back", voice)],
        ],
    }
}

fn button(order: &Order, deed: Deed, text: &str, voice: Voice<'_>) -> InlineKeyboardButton {
    labelled(order, deed, voice.label(text))
}

fn labelled(order: &Order, deed: Deed, label: String) -> InlineKeyboardButton {
    let payload = encode(&StaffButton::Order { order: order.id, seen: order.status, deed });
    InlineKeyboardButton::callback(label, payload)
}

fn deeds(order: &Order, voice: Voice<'_>) -> Rows {
    let is_pickup = matches!(order.fulfilment, Some(Fulfilment::Pickup));
    let next = match order.status {
        Status::Placed => vec![
            button(order, Deed::Accept, "staff-accept", voice),
            button(order, Deed::Reasons, "staff-reject", voice),
        ],
        Status::Accepted => vec![
            match is_pickup {
                true => button(order, Deed::Ship, "staff-ready", voice),
                false => button(order, Deed::Ways, "staff-ship", voice),
            },
            button(order, Deed::Cancelling, "staff-cancel", voice),
        ],
        Status::Shipped => vec![
            button(order, Deed::Deliver, if is_pickup { "staff-hand-over" } else { "staff-deliver" }, voice),
            button(order, Deed::NotCollected, "staff-not-collected", voice),
        ],
        Status::Delivered | Status::Rejected | Status::Cancelled => return vec![about(order, voice)],
    };
    let take = match order.taken_by {
        Some(_) => button(order, Deed::PutBack, "staff-put-back", voice),
        None => button(order, Deed::Take, "staff-take", voice),
    };
    let pack = (order.status == Status::Accepted).then(|| match order.packed {
        true => button(order, Deed::Unpack, "staff-unpack", voice),
        false => button(order, Deed::Pack, "staff-pack", voice),
    });
    let note = button(order, Deed::Note, "staff-annotate", voice);
    vec![next, [take].into_iter().chain(pack).chain([note]).collect(), about(order, voice)]
}

/// What can be done whatever the status.
fn about(order: &Order, voice: Voice<'_>) -> Vec<InlineKeyboardButton> {
    let write = order.customer.map(|_| button(order, Deed::Write, "staff-write", voice));
    let amend = order.customer.filter(|_| order.status.is_reserving());
    let amend = amend.map(|_| button(order, Deed::Amend, "staff-amend", voice));
    amend.into_iter().chain(write).chain([button(order, Deed::Slip, "staff-slip", voice)]).collect()
}

fn reasons(order: &Order, voice: Voice<'_>) -> Rows {
    let canned = RejectReason::CANNED.iter().enumerate();
    let mut rows: Rows = canned
        .map(|(number, reason)| vec![button(order, Deed::Reject(number), reason_text(reason), voice)])
        .collect();
    rows.push(vec![
        button(order, Deed::OtherReason, "staff-reason-other", voice),
        button(order, Deed::Back, "staff-back", voice),
    ]);
    rows
}

fn cancelling(order: &Order, voice: Voice<'_>) -> Rows {
    let canned = RejectReason::CANNED.iter().enumerate();
    let mut rows: Rows = canned
        .map(|(number, reason)| vec![button(order, Deed::Cancel(number), reason_text(reason), voice)])
        .collect();
    rows.push(vec![
        button(order, Deed::CancelReason, "staff-reason-other", voice),
        button(order, Deed::CancelPlainly, "staff-cancel-plain", voice),
    ]);
    rows.push(vec![button(order, Deed::Back, "staff-back", voice)]);
    rows
}

fn ways(order: &Order, voice: Voice<'_>) -> Rows {
    let carriers: Vec<_> = voice
        .shop
        .carriers
        .iter()
        .map(|carrier| labelled(order, Deed::Parcel(carrier.key()), format!("🚚 {}", carrier.name())))
        .collect();
    let mut rows: Rows = carriers.chunks(2).map(<[_]>::to_vec).collect();
    rows.extend([
        vec![button(order, Deed::Tracking, "staff-ship-tracking", voice)],
        vec![button(order, Deed::Ship, "staff-ship-plain", voice)],
        vec![button(order, Deed::Back, "staff-back", voice)],
    ]);
    rows
}
