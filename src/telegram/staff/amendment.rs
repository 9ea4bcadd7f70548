//! A change of an order: the staff set the pieces of its lines and the delivery fee, and put it to the customer.

use super::order::OrderQuestion;
use super::order_deed::Deed;
use super::payload::{StaffButton, encode};
use super::prompt::{self, Question};
use super::{Card, Hand};
use crate::domain::{
    AmendRefusal, AmendmentId, AmendmentState, Fulfilment, MAX_PER_LINE, Order, OrderId, price_of,
};
use crate::services::Drafted;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;
use crate::telegram::presses;
use crate::telegram::screen::gist;
use teloxide::types::{self, CallbackQuery, InlineKeyboardButton, Message};

/// Lines with buttons. A line has four of the 100 buttons that a client shows.
const MOST_LINES: usize = 20;
/// Letters of a name on a button.
const MOST_LETTERS: usize = 24;

/// What the buttons do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum AmendDeed {
    /// So many pieces of a line, counted from 0.
    Pieces(AmendmentId, u32, u32),
    /// Ask for the delivery fee.
    Fee(AmendmentId),
    /// Put this version of it to the customer.
    Propose(AmendmentId, i32),
    /// Take it back, or throw the draft away.
    Withdraw(AmendmentId),
}

impl AmendDeed {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Pieces(id, line, pieces) => format!("n:{id}:{line}:{pieces}"),
            Self::Fee(id) => format!("f:{id}"),
            Self::Propose(id, version) => format!("p:{id}:{version}"),
            Self::Withdraw(id) => format!("w:{id}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let id = AmendmentId(words.get(1)?.parse().ok()?);
        match words {
            ["n", _, line, pieces] => Some(Self::Pieces(id, line.parse().ok()?, pieces.parse().ok()?)),
            ["f", _] => Some(Self::Fee(id)),
            ["p", _, version] => Some(Self::Propose(id, version.parse().ok()?)),
            ["w", _] => Some(Self::Withdraw(id)),
            _ => None,
        }
    }

    const fn id(self) -> AmendmentId {
        match self {
            Self::Pieces(id, ..) | Self::Fee(id) | Self::Propose(id, _) | Self::Withdraw(id) => id,
        }
    }
}

/// Begins a change of an order, or shows the one that is there, in place of the card.
pub(super) async fn open(hand: &Hand, press: &CallbackQuery, order: OrderId) -> Outcome {
    match hand.shop.amend(order).await? {
        Some(drafted) => {
            hand.release(press).await;
            hand.show(press, editor(&drafted, hand.voice())).await
        }
        None => {
            hand.toast(press, "staff-amend-over").await;
            Ok(())
        }
    }
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: AmendDeed) -> Outcome {
    let Some(drafted) = hand.shop.amendment(deed.id()).await? else {
        hand.toast(press, "staff-amend-over").await;
        return Ok(());
    };
    match deed {
        AmendDeed::Pieces(id, line, pieces) => match hand.shop.amend_line(id, line, pieces).await? {
            true => hand.release(press).await,
            false => hand.toast(press, "staff-amend-over").await,
        },
        AmendDeed::Fee(_) => {
            hand.release(press).await;
            if let Some(card) = &press.message {
                let place = (card.chat().id, card.id());
                let question = Question::Order(drafted.order.id, OrderQuestion::Fee);
                prompt::ask(hand, place, question, &format!("#{}", drafted.order.number)).await?;
            }
            return Ok(());
        }
        AmendDeed::Propose(id, version) => {
            match hand.shop.propose(id, version, hand.colleague.actor()).await? {
                Ok(()) => hand.toast(press, "staff-amend-proposed").await,
                Err(refusal) => refuse(hand, press, &refusal, &drafted.order).await,
            }
        }
        AmendDeed::Withdraw(id) => match hand.shop.withdraw(id, hand.colleague.actor()).await? {
            true => hand.toast(press, "staff-amend-withdrawn").await,
            false => hand.toast(press, "staff-amend-over").await,
        },
    }
    redraw(hand, press, deed.id()).await
}

/// The editor while there is something to edit or to take back, else the card.
async fn redraw(hand: &Hand, press: &CallbackQuery, id: AmendmentId) -> Outcome {
    let Some(now) = hand.shop.amendment(id).await? else { return Ok(()) };
    match now.amendment.state {
        AmendmentState::Draft | AmendmentState::Open => hand.show(press, editor(&now, hand.voice())).await,
        _ => super::order::redraw(hand, press, &now.order, super::Face::Deeds).await,
    }
}

async fn refuse(hand: &Hand, press: &CallbackQuery, refusal: &AmendRefusal, order: &Order) {
    let voice = hand.voice();
    let text = match refusal {
        AmendRefusal::Overtaken => voice.label("staff-amend-overtaken"),
        AmendRefusal::Nothing => voice.label("staff-amend-nothing"),
        AmendRefusal::Empty => voice.label("staff-amend-empty"),
        AmendRefusal::Short(skus) => {
            let short = order.lines.iter().filter(|line| skus.contains(&line.sku));
            let names: Vec<&str> = short.map(|line| line.names.get(voice.lang)).collect();
            // A callback's answer has at most 200 characters (Bot API, "answerCallbackQuery").
            let names: String = names.join(", ").chars().take(120).collect();
            voice.label_with("staff-amend-short", [("names", names.into())])
        }
    };
    presses::toast(&hand.bot, press, &text, true).await;
}

/// Somebody named the delivery fee.
pub(super) async fn fee(hand: &Hand, message: &Message, order: &Order, words: &str) -> Outcome {
    let Some(drafted) = hand.shop.amend(order.id).await? else {
        return hand.say(message, "staff-amend-over").await;
    };
    let Some(fee) = price_of(words, drafted.order.currency) else {
        return hand.say(message, "staff-amend-fee-hint").await;
    };
    if !hand.shop.amend_fee(drafted.amendment.id, fee).await? {
        return hand.say(message, "staff-amend-over").await;
    }
    let Some(now) = hand.shop.amendment(drafted.amendment.id).await? else { return Ok(()) };
    let drawn = editor(&now, hand.voice());
    match order.card {
        Some((chat, card)) if chat.0 == message.chat.id.0 => {
            let place = (message.chat.id, types::MessageId(card.0));
            drawn.show(&hand.bot, place).await?;
            hand.thumb_up(message).await
        }
        _ => hand.post(message, drawn).await,
    }
}

fn editor(drafted: &Drafted, voice: Voice<'_>) -> Card {
    let Drafted { order, amendment, requote } = drafted;
    let number = ("number", order.number.to_string().into());
    if amendment.state != AmendmentState::Draft {
        let until = amendment.expires_at.map(|until| voice.moment(until)).unwrap_or_default();
        let text = voice
            .tell("staff-amend-title", [number])
            .line(voice.tell("staff-amend-waits", [("until", until.into())]))
            .paragraph(gist(voice, &amendment.gist));
        let withdraw = button("staff-amend-withdraw", AmendDeed::Withdraw(amendment.id), voice);
        let rows = [vec![withdraw], vec![back(order, voice)]];
        return Card::new(text, rows);
    }
    let text = voice
        .tell("staff-amend-title", [number])
        .paragraph(lines(drafted, voice))
        .paragraph(match requote.gist.changes.is_empty() {
            true => voice.tell(
                "staff-total",
                [("sum", amount(voice.lang, requote.totals.total, order.currency).into())],
            ),
            false => gist(voice, &requote.gist),
        })
        .paragraph(voice.say("staff-amend-draft"));
    let mut rows = line_buttons(drafted, voice);
    let is_delivery = matches!(order.fulfilment, Some(Fulfilment::Delivery(_)));
    let fee = is_delivery.then(|| button("staff-amend-fee", AmendDeed::Fee(amendment.id), voice));
    let propose = button("staff-amend-propose", AmendDeed::Propose(amendment.id, amendment.version), voice);
    rows.push(fee.into_iter().chain([propose]).collect());
    let discard = button("staff-amend-discard", AmendDeed::Withdraw(amendment.id), voice);
    rows.push(vec![discard, back(order, voice)]);
    Card::new(text, rows)
}

fn lines(drafted: &Drafted, voice: Voice<'_>) -> Html {
    let Drafted { order, amendment, .. } = drafted;
    Html::lines(order.lines.iter().zip(&amendment.pieces).map(|(line, pieces)| {
        let mut name = line.names.get(voice.lang).to_owned();
        if !line.options.is_empty() {
            name = format!("{name} ({})", line.options.get(voice.lang));
        }
        let quantity = match *pieces == line.quantity {
            true => pieces.to_string(),
            false => format!("{} → {pieces}", line.quantity),
        };
        let sum = amount(voice.lang, line.price.times(*pieces), order.currency);
        voice.tell("staff-line", [("quantity", quantity.into()), ("name", name.into()), ("sum", sum.into())])
    }))
}

/// For each line: fewer, what it is, more, out (or back in).
fn line_buttons(drafted: &Drafted, voice: Voice<'_>) -> Vec<Vec<InlineKeyboardButton>> {
    let Drafted { order, amendment, .. } = drafted;
    let key = |label: String, line: usize, pieces: u32| {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        labelled(label, AmendDeed::Pieces(amendment.id, line, pieces))
    };
    let rows = order.lines.iter().zip(&amendment.pieces).take(MOST_LINES).enumerate();
    rows.map(|(n, (line, pieces))| {
        let name: String = line.names.get(voice.lang).chars().take(MOST_LETTERS).collect();
        let (out, rest) = if *pieces == 0 { ("↩️", line.quantity) } else { ("🗑", 0) };
        vec![
            key("➖".to_owned(), n, pieces.saturating_sub(1)),
            key(format!("{pieces} × {name}"), n, *pieces),
            key("➕".to_owned(), n, pieces.saturating_add(1).min(MAX_PER_LINE)),
            key(out.to_owned(), n, rest),
        ]
    })
    .collect()
}

fn button(text: &str, deed: AmendDeed, voice: Voice<'_>) -> InlineKeyboardButton {
    labelled(voice.label(text), deed)
}

fn labelled(label: String, deed: AmendDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, encode(&StaffButton::Amend(deed)))
}

fn back(order: &Order, voice: Voice<'_>) -> InlineKeyboardButton {
    let back = StaffButton::Order { order: order.id, seen: order.status, deed: Deed::Back };
    InlineKeyboardButton::callback(voice.label("staff-back"), encode(&back))
}

/// What came of a change, as the staff say it.
pub(in crate::telegram) const fn outcome_text(outcome: AmendmentState) -> &'static str {
    match outcome {
        AmendmentState::Draft | AmendmentState::Open => "staff-amend-was-proposed",
        AmendmentState::Agreed => "staff-amend-was-agreed",
        AmendmentState::Declined => "staff-amend-was-declined",
        AmendmentState::Expired => "staff-amend-was-expired",
        AmendmentState::Withdrawn => "staff-amend-was-withdrawn",
        AmendmentState::SoldOut => "staff-amend-was-sold-out",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::decode;

    #[test]
    fn every_button_survives_and_fits() {
        let id = AmendmentId(i64::MAX);
        for deed in [
            AmendDeed::Pieces(id, 18, 999),
            AmendDeed::Fee(id),
            AmendDeed::Propose(id, i32::MAX),
            AmendDeed::Withdraw(id),
        ] {
            let payload = encode(&StaffButton::Amend(deed));
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(StaffButton::Amend(deed)));
        }
    }
}
