//! `/products` and `/product`: what is sold, for how much, how many there are, and whether customers see it.

use super::goods_card::{card, page};
use super::press::Hand;
use super::prompt::{About, Question};
use super::{Card, Colleague, StaffGroup, prompt};
use crate::domain::{Count, ProductId, Right, SkuId, UpdateId, price_of};
use crate::services::{Settled, Shop};
use crate::telegram::bot::tell;
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::message;
use crate::telegram::presses;
use teloxide::Bot;
use teloxide::payloads::SendMessageSetters;
use teloxide::types::{CallbackQuery, Message, ReplyParameters};

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

/// The number of a product brings its card, anything else a list.
pub(super) async fn command(
    message: &Message,
    typed: &str,
    bot: &Bot,
    shop: &Shop,
    group: &StaffGroup,
    storefront: &Storefront,
) -> Outcome {
    let voice = Voice { lang: group.lang(), shop: storefront };
    let number = typed.trim_start_matches('#').parse().ok().map(ProductId);
    let found = match number {
        Some(id) => card(shop, id, voice).await?,
        None => None,
    };
    let drawn = match (found, GoodsDeed::page(typed, ProductId(0))) {
        (Some(card), _) => card,
        (None, GoodsDeed::Page(typed, after)) => page(shop, &typed, after, voice).await?,
        (None, _) => return Ok(()),
    };
    say(bot, message, drawn).await
}

async fn say(bot: &Bot, to: &Message, drawn: Card) -> Outcome {
    let request = message::message(bot, to.chat.id, &drawn.text)
        .reply_parameters(ReplyParameters::new(to.id).allow_sending_without_reply())
        .reply_markup(drawn.keyboard);
    tell(bot, request).await?;
    Ok(())
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: GoodsDeed) -> Outcome {
    let voice = Voice { lang: hand.group.lang(), shop: &hand.storefront };
    let id = match deed {
        GoodsDeed::Page(typed, after) => {
            presses::release(&hand.bot, press).await;
            return hand.show(press, page(&hand.shop, &typed, after, voice).await?).await;
        }
        GoodsDeed::Price(sku) => return ask(hand, press, sku, Question::Price).await,
        GoodsDeed::Stock(sku) => return ask(hand, press, sku, Question::Stock).await,
        GoodsDeed::Open(id) => {
            presses::release(&hand.bot, press).await;
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

async fn ask(hand: &Hand, press: &CallbackQuery, sku: SkuId, question: Question) -> Outcome {
    presses::release(&hand.bot, press).await;
    let Some(id) = hand.shop.product_of_variant(sku).await? else { return Ok(()) };
    let Some((goods, _)) = hand.shop.goods_and_ledger(id, 0).await? else { return Ok(()) };
    let variant = goods.variants.iter().find(|variant| variant.id == sku);
    let (Some(variant), Some(place)) = (variant, &press.message) else { return Ok(()) };
    let place = (place.chat().id, place.id());
    prompt::ask(hand, place, About::Sku(sku), &variant.code, question).await?;
    Ok(())
}

/// Somebody answered with a price, or a count of pieces.
#[expect(clippy::too_many_arguments, reason = "what an answer is made of, and where it goes")]
pub(super) async fn answer(
    bot: &Bot,
    shop: &Shop,
    message: &Message,
    update: UpdateId,
    colleague: &Colleague,
    sku: SkuId,
    (question, typed): (Question, &str),
    voice: Voice<'_>,
) -> Outcome {
    let settled = match question {
        Question::Price => match price_of(typed, voice.shop.currency) {
            Some(price) => shop.set_price(sku, price, update, colleague.actor()).await?,
            None => return prompt::reply(bot, message, &voice.say("staff-price-hint")).await,
        },
        _ => match Count::parse(typed) {
            Some((count, reason)) => {
                let who = (colleague.id(), colleague.name());
                shop.count_pieces(sku, count, reason.as_deref(), update, who).await?
            }
            None => return prompt::reply(bot, message, &voice.say("staff-stock-hint")).await,
        },
    };
    let product = match settled {
        Settled::Done(product) => Some(product),
        Settled::Already => shop.product_of_variant(sku).await?,
        Settled::Impossible => {
            return prompt::reply(bot, message, &voice.say("staff-stock-reserved")).await;
        }
    };
    let drawn = match product {
        Some(product) => card(shop, product, voice).await?,
        None => None,
    };
    match drawn {
        Some(drawn) => say(bot, message, drawn).await,
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
