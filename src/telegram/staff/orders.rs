//! `/orders` and `/find`: lists of orders, page by page, and from there to a card.

use super::order_card::{age, status_word};
use super::payload::{StaffButton, encode};
use super::{Card, Face, Hand, batch, order_card};
use crate::domain::{ChatId, MessageId, Order, OrderNumber};
use crate::repository::{ListedOrder, StoreError};
use crate::services::Shop;
use crate::telegram::bot::{Sent, call};
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;
use teloxide::requests::HasPayload;
use teloxide::types::{self, CallbackQuery, InlineKeyboardButton, Message};

/// Orders on a page.
const PAGE: usize = 10;

/// What a button can carry of what was typed, in bytes: it holds 64 (Bot API, "InlineKeyboardButton").
const MOST_TYPED: usize = 36;

/// Lists one press away, by the words that ask for them.
const SHELVES: [(&str, &str); 5] = [
    ("open", "staff-orders-open"),
    ("new", "staff-status-placed"),
    ("accepted", "staff-status-accepted"),
    ("packed", "staff-packed"),
    ("shipped", "staff-status-shipped"),
];

/// What the buttons of a list do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum ListDeed {
    /// Show the page of these words below this number.
    Page(String, Option<OrderNumber>),
    /// Bring the card of an order.
    Open(OrderNumber),
}

impl ListDeed {
    pub(super) fn page(typed: &str, before: Option<OrderNumber>) -> Self {
        let cut = (0..=MOST_TYPED).rev().find(|end| typed.is_char_boundary((*end).min(typed.len())));
        Self::Page(typed[..cut.unwrap_or(0).min(typed.len())].to_owned(), before)
    }

    /// As a button carries it.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Page(typed, before) => format!("p:{}:{typed}", before.map_or(0, |number| number.0)),
            Self::Open(number) => format!("o:{number}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        match words {
            ["o", number] => number.parse().ok().map(|number| Self::Open(OrderNumber(number))),
            ["p", before, typed @ ..] => {
                let before: i64 = before.parse().ok()?;
                Some(Self::page(&typed.join(":"), (before > 0).then_some(OrderNumber(before))))
            }
            _ => None,
        }
    }
}

/// `/orders` or `/find`: the number of an order brings its card, anything else a list.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    if let Some(order) = numbered(&hand.shop, typed).await? {
        return bring(hand, message.chat.id, &order).await;
    }
    let ListDeed::Page(typed, before) = ListDeed::page(typed, None) else { return Ok(()) };
    let drawn = page(&hand.shop, &typed, before, hand.voice()).await?;
    hand.post(message, drawn).await
}

/// A phone number has more digits than an order, and the card of an order is what its number is typed for.
async fn numbered(shop: &Shop, typed: &str) -> Result<Option<Order>, StoreError> {
    match typed.trim_start_matches('#').parse() {
        Ok(number) if typed.len() < 8 => shop.staff_order_by_number(OrderNumber(number)).await,
        _ => Ok(None),
    }
}

/// Shows the card of an order here and now. From then on this is the card that follows it.
pub(super) async fn bring(hand: &Hand, chat: types::ChatId, order: &Order) -> Outcome {
    bring_to(hand, (chat, hand.topic()), order).await
}

/// The same, in a topic of the chat.
pub(super) async fn bring_to(
    hand: &Hand,
    (chat, topic): (types::ChatId, Option<types::ThreadId>),
    order: &Order,
) -> Outcome {
    let drawn = order_card(order, Face::Deeds, hand.group.lang(), &hand.storefront);
    let mut shown = drawn.message(&hand.bot, chat);
    shown.payload_mut().message_thread_id = topic;
    let sent: Sent = call(&hand.bot, shown).await?;
    hand.shop.set_card(order.id, ChatId(sent.chat.id), MessageId(sent.message_id)).await?;
    Ok(())
}

/// A button of a list was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: ListDeed) -> Outcome {
    match deed {
        ListDeed::Page(typed, before) => {
            hand.release(press).await;
            hand.show(press, page(&hand.shop, &typed, before, hand.voice()).await?).await
        }
        ListDeed::Open(number) => {
            let order = hand.shop.staff_order_by_number(number).await?;
            let (Some(order), Some(place)) = (order, &press.message) else {
                hand.toast(press, "staff-no-order").await;
                return Ok(());
            };
            hand.release(press).await;
            bring(hand, place.chat().id, &order).await
        }
    }
}

async fn page(
    shop: &Shop,
    typed: &str,
    before: Option<OrderNumber>,
    voice: Voice<'_>,
) -> Result<Card, StoreError> {
    let filter = shop.order_filter(typed).await?;
    let limit = u32::try_from(PAGE + 1).unwrap_or(u32::MAX);
    let mut orders = shop.staff_orders(&filter, before, limit).await?;
    let is_last = orders.len() <= PAGE;
    orders.truncate(PAGE);
    let lines = if orders.is_empty() {
        voice.say("staff-orders-none")
    } else {
        Html::lines(orders.iter().map(|order| line(order, voice)))
    };
    let named = typed.trim();
    let shelf = SHELVES.iter().find(|(word, _)| *word == if named.is_empty() { "open" } else { named });
    let what = shelf.map_or_else(|| named.to_owned(), |(_, text)| voice.label(text));
    let text = voice.tell("staff-orders", [("what", what.into())]).paragraph(lines);

    let button =
        |label: String, deed| InlineKeyboardButton::callback(label, encode(&StaffButton::List(deed)));
    let cards: Vec<_> = orders
        .iter()
        .map(|order| button(format!("{}", order.number), ListDeed::Open(order.number)))
        .collect();
    let newest = before.map(|_| button(voice.label("staff-newest"), ListDeed::page(typed, None)));
    let last = orders.last().filter(|_| !is_last).map(|last| last.number);
    let older = last.map(|last| button(voice.label("staff-older"), ListDeed::page(typed, Some(last))));
    let mut rows: Vec<Vec<_>> = cards.chunks(5).map(<[_]>::to_vec).collect();
    rows.push(newest.into_iter().chain(older).collect());
    let step = batch::step_of(named).filter(|_| !orders.is_empty());
    rows.extend(step.map(|step| {
        let all = batch::Batch::of(step, orders.iter().map(|order| order.number));
        vec![batch::button(all, voice)]
    }));
    let shelves: Vec<_> =
        SHELVES.iter().map(|(word, text)| button(voice.label(text), ListDeed::page(word, None))).collect();
    rows.extend(shelves.chunks(3).map(<[_]>::to_vec));
    Ok(Card::new(text, rows))
}

fn line(order: &ListedOrder, voice: Voice<'_>) -> Html {
    let name = order.name.as_deref().unwrap_or("—");
    let line = voice.tell(
        "staff-orders-line",
        [
            ("status", voice.label(status_word(order.status)).into()),
            ("number", order.number.to_string().into()),
            ("name", name.into()),
            ("sum", amount(voice.lang, order.total, order.currency).into()),
            ("at", voice.short_moment(order.placed_at).into()),
        ],
    );
    let age = age(order.status, order.placed_at, voice).map_or_else(String::new, |age| format!(" · {age}"));
    match &order.taken_by {
        Some(who) => Html::trusted(format!("{line}{age} · 🙋 {}", Html::escaped(who))),
        None => Html::trusted(format!("{line}{age}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::decode;

    #[test]
    fn every_button_of_a_list_survives_and_fits() {
        for typed in
            ["", "open", "2026-11-24", "@ann", "a:b", "щука из тихого омута на тарелке", &"x".repeat(99)]
        {
            let deed = ListDeed::page(typed, Some(OrderNumber(i64::MAX)));
            let payload = encode(&StaffButton::List(deed.clone()));
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(StaffButton::List(deed)));
        }
        let open = StaffButton::List(ListDeed::Open(OrderNumber(7)));
        assert_eq!(decode(&encode(&open)), Some(open));
    }
}
