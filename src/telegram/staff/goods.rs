//! `/products` and `/product`: what is sold, for how much, how many there are, and whether customers see it.

use super::Hand;
use super::goods_card::{card, page};
use super::prompt::{self, Question};
use crate::domain::{Bounded, Count, ProductId, Right, SkuId, price_of};
use crate::services::Settled;
use crate::telegram::errors::Outcome;
use teloxide::types::{CallbackQuery, Message};

/// What a button can carry of what was typed, in bytes: it holds 64 (Bot API, "InlineKeyboardButton").
const MOST_TYPED: usize = 36;

/// What the buttons of products do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum GoodsDeed {
    /// Show the page of these words after this product.
    Page(String, ProductId),
    /// Show a product.
    Open(ProductId),
    /// Show it to customers, or hide it.
    Show(ProductId, bool),
    /// Ask for the price of a variant.
    Price(SkuId),
    /// Ask for the pieces of a variant.
    Stock(SkuId),
}

impl GoodsDeed {
    pub(super) fn page(typed: &str, after: ProductId) -> Self {
        let end = (0..=MOST_TYPED.min(typed.len())).rev().find(|end| typed.is_char_boundary(*end));
        Self::Page(typed[..end.unwrap_or(0)].to_owned(), after)
    }

    /// The right it takes.
    pub(super) const fn right(&self) -> Right {
        match self {
            Self::Page(..) | Self::Open(_) => Right::SeeProducts,
            Self::Show(..) | Self::Price(_) => Right::ChangeProducts,
            Self::Stock(_) => Right::ChangeStock,
        }
    }

    /// As a button carries it.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Page(typed, after) => format!("l:{after}:{typed}"),
            Self::Open(id) => format!("o:{id}"),
            Self::Show(id, true) => format!("v:{id}"),
            Self::Show(id, false) => format!("h:{id}"),
            Self::Price(sku) => format!("p:{sku}"),
            Self::Stock(sku) => format!("s:{sku}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [kind, id, rest @ ..] = words else { return None };
        let id: i64 = id.parse().ok()?;
        match (*kind, rest) {
            ("l", typed) => Some(Self::page(&typed.join(":"), ProductId(id))),
            ("o", []) => Some(Self::Open(ProductId(id))),
            ("v", []) => Some(Self::Show(ProductId(id), true)),
            ("h", []) => Some(Self::Show(ProductId(id), false)),
            ("p", []) => Some(Self::Price(SkuId(id))),
            ("s", []) => Some(Self::Stock(SkuId(id))),
            _ => None,
        }
    }
}

/// What is asked about a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum GoodsQuestion {
    /// What does it cost from now on?
    Price,
    /// How many pieces are there?
    Stock,
}

impl GoodsQuestion {
    /// Every question.
    pub(super) const ALL: [Self; 2] = [Self::Price, Self::Stock];

    /// The word in the link of a question, for ever.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Price => "p",
            Self::Stock => "c",
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.word() == word)
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Price => ("staff-ask-price", "staff-ask-price-hint"),
            Self::Stock => ("staff-ask-stock", "staff-ask-stock-hint"),
        }
    }

    /// The right its answer takes.
    pub(super) const fn right(self) -> Right {
        match self {
            Self::Price => Right::ChangeProducts,
            Self::Stock => Right::ChangeStock,
        }
    }
}

/// The number of a product brings its card, anything else a list.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    let number = typed.trim_start_matches('#').parse().ok().map(ProductId);
    let found = match number {
        Some(id) => card(&hand.shop, id, hand.voice()).await?,
        None => None,
    };
    let drawn = match (found, GoodsDeed::page(typed, ProductId(0))) {
        (Some(card), _) => card,
        (None, GoodsDeed::Page(typed, after)) => page(&hand.shop, &typed, after, hand.voice()).await?,
        (None, _) => return Ok(()),
    };
    hand.post(message, drawn).await
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: GoodsDeed) -> Outcome {
    let voice = hand.voice();
    let id = match deed {
        GoodsDeed::Page(typed, after) => {
            hand.release(press).await;
            return hand.show(press, page(&hand.shop, &typed, after, voice).await?).await;
        }
        GoodsDeed::Price(sku) => return ask(hand, press, sku, GoodsQuestion::Price).await,
        GoodsDeed::Stock(sku) => return ask(hand, press, sku, GoodsQuestion::Stock).await,
        GoodsDeed::Open(id) => {
            hand.release(press).await;
            id
        }
        GoodsDeed::Show(id, visible) => {
            let done = hand.shop.show_product(id, visible, hand.colleague.actor()).await?;
            let text = match (done, visible) {
                (false, _) => "staff-done-already",
                (true, true) => "staff-product-shown",
                (true, false) => "staff-product-hidden",
            };
            hand.toast(press, text).await;
            id
        }
    };
    match card(&hand.shop, id, voice).await? {
        Some(drawn) => hand.show(press, drawn).await,
        None => Ok(()),
    }
}

async fn ask(hand: &Hand, press: &CallbackQuery, sku: SkuId, question: GoodsQuestion) -> Outcome {
    hand.release(press).await;
    let Some(id) = hand.shop.product_of_variant(sku).await? else { return Ok(()) };
    let Some((goods, _)) = hand.shop.goods_and_ledger(id, 0).await? else { return Ok(()) };
    let variant = goods.variants.iter().find(|variant| variant.id == sku);
    let (Some(variant), Some(place)) = (variant, &press.message) else { return Ok(()) };
    let place = (place.chat().id, place.id());
    prompt::ask(hand, place, Question::Goods(sku, question), &variant.code).await
}

/// Somebody answered with a price, or a count of pieces.
pub(super) async fn answered(hand: &Hand, message: &Message, sku: SkuId, question: GoodsQuestion) -> Outcome {
    let Some(words) = prompt::words(hand, message).await? else { return Ok(()) };
    let (shop, voice, update) = (&hand.shop, hand.voice(), hand.update.id);
    let settled = match question {
        GoodsQuestion::Price => match price_of(words.as_str(), voice.shop.currency) {
            Some(price) => shop.set_price(sku, price, update, hand.colleague.actor()).await?,
            None => return hand.say(message, "staff-price-hint").await,
        },
        GoodsQuestion::Stock => match Count::parse(words.as_str()) {
            Some((count, reason)) => {
                let who = (hand.colleague.id(), hand.colleague.name());
                shop.count_pieces(sku, count, reason.as_deref(), update, who).await?
            }
            None => return hand.say(message, "staff-stock-hint").await,
        },
    };
    let product = match settled {
        Settled::Done(product) => Some(product),
        Settled::Already => shop.product_of_variant(sku).await?,
        Settled::Impossible => return hand.say(message, "staff-stock-reserved").await,
    };
    let drawn = match product {
        Some(product) => card(shop, product, voice).await?,
        None => None,
    };
    match drawn {
        Some(drawn) => hand.post(message, drawn).await,
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::{StaffButton, decode, encode};

    #[test]
    fn every_button_of_a_product_survives_and_fits() {
        let id = ProductId(i64::MAX);
        let deeds = [
            GoodsDeed::page("самая круглая кружка на свете: большая", id),
            GoodsDeed::page("", ProductId(0)),
            GoodsDeed::Open(id),
            GoodsDeed::Show(id, true),
            GoodsDeed::Show(id, false),
            GoodsDeed::Price(SkuId(i64::MAX)),
            GoodsDeed::Stock(SkuId(1)),
        ];
        for deed in deeds {
            let payload = encode(&StaffButton::Goods(deed.clone()));
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(StaffButton::Goods(deed)));
        }
    }
}
