//! `/customer`: who somebody is, what they ordered last, and whether the shop serves them.

use super::card::status_word;
use super::payload::{StaffButton, encode};
use super::{Card, Hand, person};
use crate::domain::{Bounded, Customer, CustomerId, Money};
use crate::repository::StoreError;
use crate::services::Shop;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message};

/// Orders on a card.
const LATEST: u32 = 5;

/// `/customer @name`, `/customer +49 30 123456`, `/customer 123456789`.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    if typed.is_empty() {
        return hand.say(message, "staff-patron-hint").await;
    }
    let Some(customer) = hand.shop.look_up_customer(typed).await? else {
        return hand.say(message, "staff-patron-none").await;
    };
    let drawn = card(&hand.shop, &customer, hand.voice()).await?;
    hand.post(message, drawn).await
}

/// Somebody is to be served no longer, or again.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, id: CustomerId, banned: bool) -> Outcome {
    let done = hand.shop.set_banned(id, banned, hand.colleague.actor()).await?;
    let text = match (done, banned) {
        (false, _) => "staff-done-already",
        (true, true) => "staff-patron-banned",
        (true, false) => "staff-patron-served",
    };
    hand.toast(press, text).await;
    match hand.shop.customer(id).await? {
        Some(customer) => hand.show(press, card(&hand.shop, &customer, hand.voice()).await?).await,
        None => Ok(()),
    }
}

async fn card(shop: &Shop, customer: &Customer, voice: Voice<'_>) -> Result<Card, StoreError> {
    let latest = shop.orders(customer.id, 0, LATEST).await?;
    let who = person(customer.id.0, customer.name.as_str(), customer.username.as_deref());
    let lang = customer.lang.code().to_uppercase();
    let mut about = vec![
        voice.tell("staff-customer", [("who", who.into()), ("lang", lang.into())]),
        voice.tell("staff-patron-id", [("id", customer.id.to_string().into())]),
    ];
    let phone = customer.phone.as_ref();
    about.extend(phone.map(|phone| voice.tell("staff-phone", [("phone", phone.as_str().into())])));
    if customer.balance > Money::ZERO {
        about.push(voice.tell("staff-patron-credit", [("sum", voice.money(customer.balance).into())]));
    }
    if customer.banned {
        about.push(voice.say("staff-patron-banned"));
    }
    let orders = latest.items.iter().map(|order| {
        voice.tell(
            "staff-patron-order",
            [
                ("status", voice.label(status_word(order.status)).into()),
                ("number", order.number.to_string().into()),
                ("sum", amount(voice.lang, order.total, order.currency).into()),
                ("at", voice.moment(order.placed_at).into()),
            ],
        )
    });
    let orders: Vec<_> = orders.collect();
    let orders = if orders.is_empty() { vec![voice.say("staff-orders-none")] } else { orders };
    let text = Html::lines(about).paragraph(voice.say("staff-patron-orders").line(Html::lines(orders)));
    let (label, banned) =
        if customer.banned { ("staff-patron-unban", false) } else { ("staff-patron-ban", true) };
    let payload = encode(&StaffButton::Patron(customer.id, banned));
    let button = InlineKeyboardButton::callback(voice.label(label), payload);
    Ok(Card { text: text.cut(4096).to_string(), keyboard: InlineKeyboardMarkup::new([[button]]) })
}
