//! What the staff do with one order: the buttons of its card, and the answers to what they ask.

use super::order_card::status_text;
use super::order_deed::{Deed, canned};
use super::prompt::{self, Question};
use super::{Face, Hand, amendment, order_card, reply, slip, support};
use crate::domain::{
    AdvanceRefusal, Bounded, CarrierKey, Order, OrderId, OrderNumber, RejectReason, Right, Status,
    TrackingNumber,
};
use crate::services::{DeskWork, Move};
use crate::telegram::errors::Outcome;
use crate::telegram::presses;
use crate::telegram::texts::phrases;
use teloxide::types::{CallbackQuery, Message};

/// What is asked about an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum OrderQuestion {
    /// Why is it turned down?
    Reason,
    /// Why is it called off?
    CancelReason,
    /// How can the customer follow it?
    Tracking,
    /// Under which number does it travel with this carrier?
    Parcel(CarrierKey),
    /// What should colleagues know?
    Note,
    /// What shall the customer read?
    Write,
    /// What shall the delivery cost?
    Fee,
}

impl OrderQuestion {
    /// Every question but [`Parcel`](Self::Parcel).
    pub(super) const ALL: [Self; 6] =
        [Self::Reason, Self::CancelReason, Self::Tracking, Self::Note, Self::Write, Self::Fee];

    /// What it takes to answer it.
    pub(super) const fn right(self) -> Right {
        match self {
            Self::Write => Right::AnswerCustomers,
            _ => Right::MoveOrders,
        }
    }

    /// The word in the link of a question, for ever.
    pub(super) fn word(self) -> String {
        match self {
            Self::Reason => "r".to_owned(),
            Self::CancelReason => "x".to_owned(),
            Self::Tracking => "t".to_owned(),
            Self::Parcel(carrier) => format!("v{carrier}"),
            Self::Note => "n".to_owned(),
            Self::Write => "w".to_owned(),
            Self::Fee => "f".to_owned(),
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        let plain = Self::ALL.into_iter().find(|question| question.word() == word);
        plain.or_else(|| CarrierKey::parse(word.strip_prefix('v')?).map(Self::Parcel))
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Reason => ("staff-ask-reason", "staff-ask-reason-hint"),
            Self::CancelReason => ("staff-ask-cancel", "staff-ask-reason-hint"),
            Self::Tracking => ("staff-ask-tracking", "staff-ask-tracking-hint"),
            Self::Parcel(_) => ("staff-ask-parcel", "staff-ask-parcel-hint"),
            Self::Note => ("staff-ask-note", "staff-ask-note-hint"),
            Self::Write => ("staff-ask-write", "staff-ask-write-hint"),
            Self::Fee => ("staff-ask-fee", "staff-ask-fee-hint"),
        }
    }
}

/// `/order 12`: its card, here and now.
pub(super) async fn command(hand: &Hand, message: &Message, number: &str) -> Outcome {
    let Ok(number) = number.trim_start_matches('#').parse() else {
        return hand.say(message, "staff-order-hint").await;
    };
    match hand.shop.staff_order_by_number(OrderNumber(number)).await? {
        Some(order) => super::orders::bring(hand, message.chat.id, &order).await,
        None => hand.say(message, "staff-no-order").await,
    }
}

/// A button of the card was pressed. `seen`: the status it showed.
pub(super) async fn pressed(
    hand: &Hand,
    press: &CallbackQuery,
    id: OrderId,
    seen: Status,
    deed: Deed,
) -> Outcome {
    let Some(order) = hand.shop.staff_order(id).await? else {
        hand.toast(press, "staff-no-order").await;
        return Ok(());
    };
    // What is written to a customer, or on paper, is right whatever became of the order.
    if order.status != seen && !matches!(deed, Deed::Write | Deed::Slip) {
        return overtaken(hand, press, &order).await;
    }
    match deed {
        Deed::Accept => advance(hand, press, &order, Status::Accepted, None).await,
        Deed::Reject(number) => {
            let reason = canned(number).as_note().to_owned();
            advance(hand, press, &order, Status::Rejected, Some(reason)).await
        }
        Deed::Cancel(number) => {
            let reason = canned(number).as_note().to_owned();
            advance(hand, press, &order, Status::Cancelled, Some(reason)).await
        }
        Deed::CancelPlainly => advance(hand, press, &order, Status::Cancelled, None).await,
        Deed::Ship => advance(hand, press, &order, Status::Shipped, None).await,
        Deed::Deliver => advance(hand, press, &order, Status::Delivered, None).await,
        Deed::NotCollected => turn(hand, press, &order, Face::NotCollected).await,
        Deed::NotCollectedYes => {
            let step = Move::not_collected(order.id, hand.colleague.actor());
            take(hand, press, &order, step, "staff-status-not-collected").await
        }
        Deed::Reasons => turn(hand, press, &order, Face::Reasons).await,
        Deed::Ways => turn(hand, press, &order, Face::Ways).await,
        Deed::Cancelling => turn(hand, press, &order, Face::Cancelling).await,
        Deed::Back => turn(hand, press, &order, Face::Deeds).await,
        Deed::OtherReason => ask(hand, press, &order, OrderQuestion::Reason).await,
        Deed::Take => work_on(hand, press, &order, DeskWork::Take, "staff-taken").await,
        Deed::PutBack => work_on(hand, press, &order, DeskWork::PutBack, "staff-put-back-done").await,
        Deed::Pack => work_on(hand, press, &order, DeskWork::Pack, "staff-packed").await,
        Deed::Unpack => work_on(hand, press, &order, DeskWork::Unpack, "staff-unpacked").await,
        Deed::Note => ask(hand, press, &order, OrderQuestion::Note).await,
        Deed::Amend => amendment::open(hand, press, order.id).await,
        Deed::Slip => slip::send(hand, press, order).await,
        Deed::Write => ask(hand, press, &order, OrderQuestion::Write).await,
        Deed::CancelReason => ask(hand, press, &order, OrderQuestion::CancelReason).await,
        Deed::Tracking => ask(hand, press, &order, OrderQuestion::Tracking).await,
        Deed::Parcel(carrier) => ask(hand, press, &order, OrderQuestion::Parcel(carrier)).await,
    }
}

/// The card follows through the outbox. If nothing was done, somebody was faster, and the card shows what holds.
async fn work_on(hand: &Hand, press: &CallbackQuery, order: &Order, what: DeskWork, done: &str) -> Outcome {
    let (person, name) = (hand.colleague.id(), hand.colleague.name());
    if hand.shop.work_on(order.id, &what, person, name).await? {
        hand.toast(press, done).await;
        return Ok(());
    }
    let Some(now) = hand.shop.staff_order(order.id).await? else { return Ok(()) };
    let holder = now.taken_by.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let text = match what {
        DeskWork::Take | DeskWork::PutBack if !holder.is_empty() => {
            phrases(hand.group.lang()).plain("staff-taken-by", &[("who", holder.into())])
        }
        _ => hand.voice().label("staff-done-already"),
    };
    presses::toast(&hand.bot, press, &text, false).await;
    redraw(hand, press, &now, Face::Deeds).await
}

async fn advance(
    hand: &Hand,
    press: &CallbackQuery,
    order: &Order,
    to: Status,
    note: Option<String>,
) -> Outcome {
    let step = Move { order: order.id, from: order.status, to, actor: hand.colleague.actor(), note };
    take(hand, press, order, step, status_text(&Order { status: to, ..order.clone() })).await
}

/// Moves an order, and says what was done.
async fn take(hand: &Hand, press: &CallbackQuery, order: &Order, step: Move, done: &str) -> Outcome {
    match hand.shop.advance(step).await? {
        // The card follows through the outbox, in the same transaction as the status.
        Ok(()) => {
            hand.toast(press, done).await;
            Ok(())
        }
        Err(AdvanceRefusal::Unknown) => {
            hand.toast(press, "staff-no-order").await;
            Ok(())
        }
        Err(AdvanceRefusal::NotNow { .. }) => match hand.shop.staff_order(order.id).await? {
            Some(now) => overtaken(hand, press, &now).await,
            None => Ok(()),
        },
    }
}

/// Somebody was faster, or the card is old: say what holds now, and show it.
async fn overtaken(hand: &Hand, press: &CallbackQuery, order: &Order) -> Outcome {
    let texts = phrases(hand.group.lang());
    let status = texts.plain(status_text(order), &[]);
    let text = texts.plain("staff-overtaken", &[("status", status.into())]);
    presses::toast(&hand.bot, press, &text, true).await;
    redraw(hand, press, order, Face::Deeds).await
}

async fn turn(hand: &Hand, press: &CallbackQuery, order: &Order, face: Face) -> Outcome {
    hand.release(press).await;
    redraw(hand, press, order, face).await
}

async fn ask(hand: &Hand, press: &CallbackQuery, order: &Order, question: OrderQuestion) -> Outcome {
    hand.release(press).await;
    if let Some(message) = &press.message {
        let name = named(hand, order, question);
        let place = (message.chat().id, message.id());
        prompt::ask(hand, place, Question::Order(order.id, question), &name).await?;
    }
    redraw(hand, press, order, Face::Deeds).await
}

/// What a question is about, as people say it: the order, and how it travels.
fn named(hand: &Hand, order: &Order, question: OrderQuestion) -> String {
    let carrier = match question {
        OrderQuestion::Parcel(key) => hand.storefront.carrier(key),
        _ => None,
    };
    match carrier {
        Some(carrier) => format!("#{} · {}", order.number, carrier.name()),
        None => format!("#{}", order.number),
    }
}

pub(super) async fn redraw(hand: &Hand, press: &CallbackQuery, order: &Order, face: Face) -> Outcome {
    hand.show(press, order_card(order, face, hand.group.lang(), &hand.storefront)).await
}

/// Somebody answered what was asked about an order.
pub(super) async fn answered(
    hand: &Hand,
    message: &Message,
    id: OrderId,
    question: OrderQuestion,
) -> Outcome {
    // A picture is fine too.
    if question == OrderQuestion::Write {
        return support::write(hand, message, id).await;
    }
    let Some(words) = prompt::words(hand, message).await? else { return Ok(()) };
    let Some(order) = hand.shop.staff_order(id).await? else {
        return hand.say(message, "staff-no-order").await;
    };
    let words = words.as_str().to_owned();
    let (to, note) = match question {
        OrderQuestion::Reason => (Status::Rejected, RejectReason::Other(words).as_note().to_owned()),
        OrderQuestion::CancelReason => (Status::Cancelled, RejectReason::Other(words).as_note().to_owned()),
        OrderQuestion::Tracking => (Status::Shipped, words),
        // Without the carrier, which the settings have lost, the number is still worth knowing.
        OrderQuestion::Parcel(key) => match (hand.storefront.carrier(key), TrackingNumber::parse(&words)) {
            (Some(carrier), Some(number)) => (Status::Shipped, carrier.tracking(&number)),
            (None, _) => (Status::Shipped, words),
            (Some(_), None) => return hand.say(message, "staff-parcel-hint").await,
        },
        OrderQuestion::Write => return support::write(hand, message, id).await,
        OrderQuestion::Fee => return amendment::fee(hand, message, &order, &words).await,
        OrderQuestion::Note => {
            // The same words again change nothing, and are as good as noted.
            let work = DeskWork::Annotate(words);
            hand.shop.work_on(order.id, &work, hand.colleague.id(), hand.colleague.name()).await?;
            return hand.thumb_up(message).await;
        }
    };
    let actor = hand.colleague.actor();
    let step = Move { order: order.id, from: order.status, to, actor, note: Some(note.clone()) };
    match hand.shop.advance(step).await? {
        Ok(()) => hand.thumb_up(message).await,
        // The same message, handled before: its words are there already.
        Err(AdvanceRefusal::NotNow { now })
            if hand.update.attempt > 1 && now == to && order.note_of(to) == Some(&*note) =>
        {
            hand.thumb_up(message).await
        }
        Err(AdvanceRefusal::NotNow { .. } | AdvanceRefusal::Unknown) => {
            let voice = hand.voice();
            let status = voice.label(status_text(&order));
            let text = voice.tell("staff-overtaken", [("status", status.into())]);
            reply(&hand.bot, message, &text).await
        }
    }
}
