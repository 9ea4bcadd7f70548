//! `/products` and `/product`: what is sold, for how much, how many there are, and whether customers see it.

use super::goods_card::{archived_card, card, page, stage_text};
use super::payload::{StaffButton, encode};
use super::prompt::{self, Question};
use super::{Hand, draft};
use crate::domain::{Bounded, Count, ProductId, Right, SkuId, Stage, price_of};
use crate::repository::Turned;
use crate::services::Settled;
use crate::telegram::errors::Outcome;
use teloxide::types::{CallbackQuery, ChatId, Message, MessageId};

/// What a button can carry of what was typed, in bytes: it holds 64 (Bot API, "InlineKeyboardButton").
const MOST_TYPED: usize = 36;

/// What the buttons of products do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum GoodsDeed {
    /// Show the page of these words after this product.
    Page(String, ProductId),
    /// Show a product.
    Open(ProductId),
    /// Publish, show, hide or archive what was in the first stage when the card was drawn.
    Turn(ProductId, Stage, Stage),
    /// Make a new one.
    New,
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
            Self::Turn(..) | Self::Price(_) | Self::New => Right::ChangeProducts,
            Self::Stock(_) => Right::ChangeStock,
        }
    }

    /// What a button with it carries.
    pub(super) fn button(self) -> String {
        encode(&StaffButton::Goods(self))
    }

    /// As a button carries it.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Page(typed, after) => format!("l:{after}:{typed}"),
            Self::Open(id) => format!("o:{id}"),
            Self::Turn(id, from, to) => format!("t:{id}:{}{}", letter(*from), letter(*to)),
            Self::New => "n:0".to_owned(),
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
            ("t", [turn]) => {
                let mut stages = turn.chars().map(stage);
                let (from, to) = (stages.next()??, stages.next()??);
                stages.next().is_none().then_some(Self::Turn(ProductId(id), from, to))
            }
            ("n", []) => Some(Self::New),
            // On cards of before there were other stages.
            ("v", []) => Some(Self::Turn(ProductId(id), Stage::Hidden, Stage::Shown)),
            ("h", []) => Some(Self::Turn(ProductId(id), Stage::Shown, Stage::Hidden)),
            ("p", []) => Some(Self::Price(SkuId(id))),
            ("s", []) => Some(Self::Stock(SkuId(id))),
            _ => None,
        }
    }
}

const fn letter(stage: Stage) -> char {
    match stage {
        Stage::Draft => 'd',
        Stage::Hidden => 'h',
        Stage::Shown => 's',
        Stage::Archived => 'a',
    }
}

fn stage(word: char) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| letter(*stage) == word)
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
        GoodsDeed::Price(sku) => return ask_below(hand, press, sku, GoodsQuestion::Price).await,
        GoodsDeed::Stock(sku) => return ask_below(hand, press, sku, GoodsQuestion::Stock).await,
        GoodsDeed::New => {
            hand.release(press).await;
            let Some(place) = place_of(press) else { return Ok(()) };
            return draft::ask(hand, place).await;
        }
        GoodsDeed::Open(id) => {
            hand.release(press).await;
            id
        }
        GoodsDeed::Turn(id, from, to) => {
            let turned = hand.shop.turn_product(id, from, to, hand.colleague.actor()).await?;
            let text = match turned {
                Turned::Done => stage_text(to),
                Turned::Already => "staff-done-already",
                Turned::Impossible => "staff-product-not-so",
            };
            hand.toast(press, text).await;
            if to == Stage::Archived && turned != Turned::Impossible {
                let Some(drawn) = archived_card(&hand.shop, id, from, voice).await? else { return Ok(()) };
                return hand.show(press, drawn).await;
            }
            id
        }
    };
    match card(&hand.shop, id, voice).await? {
        Some(drawn) => hand.show(press, drawn).await,
        None => Ok(()),
    }
}

fn place_of(press: &CallbackQuery) -> Option<(ChatId, MessageId)> {
    press.message.as_ref().map(|message| (message.chat().id, message.id()))
}

async fn ask_below(hand: &Hand, press: &CallbackQuery, sku: SkuId, question: GoodsQuestion) -> Outcome {
    hand.release(press).await;
    let Some(place) = place_of(press) else { return Ok(()) };
    ask(hand, place, sku, question).await
}

/// Asks about a variant.
pub(super) async fn ask(
    hand: &Hand,
    place: (ChatId, MessageId),
    sku: SkuId,
    question: GoodsQuestion,
) -> Outcome {
    let Some(id) = hand.shop.product_of_variant(sku).await? else { return Ok(()) };
    let Some((goods, _)) = hand.shop.goods_and_ledger(id, 0).await? else { return Ok(()) };
    let variant = goods.variants.iter().find(|variant| variant.id == sku);
    let Some(variant) = variant else { return Ok(()) };
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
    match product {
        Some(product) => draft::go_on(hand, (message.chat.id, message.id), product).await,
        None => hand.say(message, "staff-product-gone").await,
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
            GoodsDeed::Turn(id, Stage::Hidden, Stage::Shown),
            GoodsDeed::Turn(id, Stage::Draft, Stage::Archived),
            GoodsDeed::New,
            GoodsDeed::Price(SkuId(i64::MAX)),
            GoodsDeed::Stock(SkuId(1)),
        ];
        for deed in deeds {
            let payload = encode(&StaffButton::Goods(deed.clone()));
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(StaffButton::Goods(deed)));
        }
    }

    #[test]
    fn a_card_of_last_year_can_still_be_pressed() {
        let turn = |from, to| Some(StaffButton::Goods(GoodsDeed::Turn(ProductId(7), from, to)));
        assert_eq!(decode("s1:g:v:7"), turn(Stage::Hidden, Stage::Shown));
        assert_eq!(decode("s1:g:h:7"), turn(Stage::Shown, Stage::Hidden));
        assert_eq!(decode("s1:g:t:7:d"), None);
    }
}
