//! Several orders at once: accept all that are new on a page, ship all that are packed. It asks first, and then tells of each.

use super::order_card::{status_word, who};
use super::orders::ListDeed;
use super::payload::{StaffButton, encode};
use super::{Card, Hand};
use crate::domain::{OrderNumber, Status};
use crate::services::{BatchStep, Tried};
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use crate::telegram::presses;
use teloxide::types::{CallbackQuery, InlineKeyboardButton};

/// What a button can carry of the numbers, in bytes: it holds 64 (Bot API, "InlineKeyboardButton").
const MOST_DIGITS: usize = 52;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Exactly the orders that somebody saw on a page, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) struct Batch {
    step: BatchStep,
    orders: Vec<OrderNumber>,
}

/// What the buttons do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum BatchDeed {
    /// Ask whether it is meant.
    Ask(Batch),
    /// It is.
    Do(Batch),
}

impl Batch {
    /// As many of these orders as a button can carry.
    pub(super) fn of(step: BatchStep, orders: impl IntoIterator<Item = OrderNumber>) -> Self {
        let mut batch = Self { step, orders: Vec::new() };
        for order in orders {
            batch.orders.push(order);
            if batch.digits().len() > MOST_DIGITS {
                batch.orders.pop();
                break;
            }
        }
        batch
    }

    /// The first number, and then each one's distance from the one before; five bits in a digit, and one that says
    /// whether more digits of this number follow.
    fn digits(&self) -> String {
        let mut digits = String::new();
        let mut before = None;
        for OrderNumber(number) in &self.orders {
            let mut rest = before.map_or(*number, |before: i64| before - number);
            before = Some(*number);
            loop {
                let more = if rest >= 32 { 32 } else { 0 };
                let digit = usize::try_from((rest & 31) | more).unwrap_or(0);
                digits.push(char::from(DIGITS[digit]));
                rest >>= 5;
                if more == 0 {
                    break;
                }
            }
        }
        digits
    }

    fn parse(step: BatchStep, digits: &str) -> Option<Self> {
        let mut orders: Vec<OrderNumber> = Vec::new();
        let (mut number, mut shift) = (0_i64, 0);
        for byte in digits.bytes() {
            let digit = i64::try_from(DIGITS.iter().position(|known| *known == byte)?).ok()?;
            if shift > 55 {
                return None;
            }
            number |= (digit & 31) << shift;
            shift += 5;
            if digit < 32 {
                let before = orders.last().map(|before| before.0);
                orders.push(OrderNumber(before.map_or(number, |before| before - number)));
                (number, shift) = (0, 0);
            }
        }
        let is_whole = shift == 0 && !orders.is_empty() && orders.iter().all(|order| order.0 > 0);
        is_whole.then_some(Self { step, orders })
    }

    /// How many.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.orders.len()).unwrap_or(u32::MAX)
    }
}

impl BatchDeed {
    /// As a button carries it.
    pub(super) fn words(&self) -> String {
        let (word, batch) = match self {
            Self::Ask(batch) => ("ask", batch),
            Self::Do(batch) => ("do", batch),
        };
        format!("{}:{word}:{}", step_word(batch.step), batch.digits())
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [step, word, digits] = words else { return None };
        let step =
            [BatchStep::Accept, BatchStep::Ship].into_iter().find(|known| step_word(*known) == *step)?;
        let batch = Batch::parse(step, digits)?;
        match *word {
            "ask" => Some(Self::Ask(batch)),
            "do" => Some(Self::Do(batch)),
            _ => None,
        }
    }
}

const fn step_word(step: BatchStep) -> &'static str {
    match step {
        BatchStep::Accept => "a",
        BatchStep::Ship => "s",
    }
}

/// The words of the list that these orders are on.
const fn list_of(step: BatchStep) -> &'static str {
    match step {
        BatchStep::Accept => "new",
        BatchStep::Ship => "packed",
    }
}

/// The step that the orders of a list can make together.
pub(super) fn step_of(list: &str) -> Option<BatchStep> {
    [BatchStep::Accept, BatchStep::Ship].into_iter().find(|step| list_of(*step) == list)
}

/// The button under a list.
pub(super) fn button(batch: Batch, voice: Voice<'_>) -> InlineKeyboardButton {
    let text = match batch.step {
        BatchStep::Accept => "staff-accept-all",
        BatchStep::Ship => "staff-ship-all",
    };
    let label = voice.label_with(text, [("count", batch.count().into())]);
    InlineKeyboardButton::callback(label, encode(&StaffButton::Batch(BatchDeed::Ask(batch))))
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: BatchDeed) -> Outcome {
    match deed {
        BatchDeed::Ask(batch) => {
            hand.release(press).await;
            hand.show(press, question(batch, hand.voice())).await
        }
        BatchDeed::Do(batch) => {
            let actor = hand.colleague.actor();
            let tried = hand.shop.advance_all(&batch.orders, batch.step, &actor).await?;
            let moved = tried.iter().filter(|order| order.is_moved).count();
            let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            let args = [("done", count(moved).into()), ("rest", count(tried.len() - moved).into())];
            presses::toast(&hand.bot, press, &hand.voice().label_with("staff-batch-done", args), false).await;
            hand.show(press, report(batch.step, &tried, hand.voice())).await
        }
    }
}

fn question(batch: Batch, voice: Voice<'_>) -> Card {
    let text = match batch.step {
        BatchStep::Accept => "staff-accept-all-ask",
        BatchStep::Ship => "staff-ship-all-ask",
    };
    let numbers: Vec<String> = batch.orders.iter().map(ToString::to_string).collect();
    let args = [("count", batch.count().into()), ("numbers", numbers.join(", ").into())];
    let text = voice.tell(text, args);
    let back = back(batch.step, voice);
    let yes = StaffButton::Batch(BatchDeed::Do(batch));
    let yes = InlineKeyboardButton::callback(voice.label("staff-batch-yes"), encode(&yes));
    Card::new(text, [[yes, back]])
}

fn back(step: BatchStep, voice: Voice<'_>) -> InlineKeyboardButton {
    let list = ListDeed::page(list_of(step), None);
    InlineKeyboardButton::callback(voice.label("staff-back"), encode(&StaffButton::List(list)))
}

/// How the orders stand, whoever brought them there: of two who press at once both are shown the same.
fn report(step: BatchStep, tried: &[Tried], voice: Voice<'_>) -> Card {
    let text = match step {
        BatchStep::Accept => "staff-accept-all-done",
        BatchStep::Ship => "staff-ship-all-done",
    };
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let through = tried.iter().filter(|order| order.is_through).count();
    let head = voice.tell(text, [("done", count(through).into()), ("all", count(tried.len()).into())]);
    let lines = tried.iter().map(|order| {
        let status = match order.status {
            Status::Shipped if order.is_pickup => "staff-status-ready",
            Status::Delivered if order.is_pickup => "staff-status-picked-up",
            status => status_word(status),
        };
        let args = [
            ("number", order.number.to_string().into()),
            ("status", voice.label(status).into()),
            ("who", who(&order.by, voice).into()),
        ];
        voice.tell("staff-batch-line", args)
    });
    let text = head.paragraph(Html::lines(lines));
    Card::new(text, [[back(step, voice)]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::decode;
    use proptest::prelude::*;

    fn batch(numbers: &[i64]) -> Batch {
        Batch::of(BatchStep::Ship, numbers.iter().map(|number| OrderNumber(*number)))
    }

    #[test]
    fn a_page_of_orders_fits_on_a_button_also_when_they_are_far_apart() {
        let numbers: Vec<i64> = (0..10).map(|n| 9_999_999 - n * 30_000).collect();
        assert_eq!(batch(&numbers).count(), 10);
    }

    #[test]
    fn what_does_not_fit_is_left_for_the_next_press() {
        let numbers: Vec<i64> = (0..10).map(|n| i64::MAX / 2 - n * (1 << 40)).collect();
        let batch = batch(&numbers);
        assert!((2..10).contains(&batch.count()));
        assert!(encode(&StaffButton::Batch(BatchDeed::Ask(batch))).len() <= 64);
    }

    #[test]
    fn a_button_of_last_year_still_names_the_same_orders() {
        let deed = StaffButton::Batch(BatchDeed::Do(batch(&[70, 69, 3])));
        assert_eq!(encode(&deed), "s1:ba:s:do:mCBiC");
    }

    proptest! {
        #[test]
        fn every_button_survives(numbers in prop::collection::btree_set(1_i64..40_000_000, 1..10)) {
            let numbers: Vec<i64> = numbers.into_iter().rev().collect();
            for deed in [BatchDeed::Ask(batch(&numbers)), BatchDeed::Do(batch(&numbers))] {
                let payload = encode(&StaffButton::Batch(deed.clone()));
                prop_assert!(payload.len() <= 64, "{}", payload);
                prop_assert_eq!(decode(&payload), Some(StaffButton::Batch(deed)));
            }
        }

        #[test]
        fn nonsense_is_refused_without_a_panic(digits in "[A-Za-z0-9_-]{0,60}") {
            let _ = Batch::parse(BatchStep::Accept, &digits);
        }
    }
}
