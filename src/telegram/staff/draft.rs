//! `/newproduct`: a product, step by step. Each step is asked for because it is missing from the draft, so a restart in
//! between loses nothing, and anybody can go on.

use super::Hand;
use super::edit::View;
use super::edit_card::view;
use super::edit_question::{self, EditQuestion};
use super::goods::{self, GoodsQuestion};
use super::goods_card::card;
use super::prompt::{self, Question};
use crate::delivery::Trouble;
use crate::domain::{ProductId, Stage, UpdateId};
use crate::telegram::errors::Outcome;
use teloxide::types::{ChatId, Message, MessageId};

/// Asks for the name. The update that asks is the key of the product: answered twice, it is one.
pub(super) async fn ask(hand: &Hand, place: (ChatId, MessageId)) -> Outcome {
    let question = Question::Edit(EditQuestion::New(hand.update.id));
    prompt::ask(hand, place, question, &hand.voice().label("staff-new-product")).await
}

/// The name is known.
pub(super) async fn begin(hand: &Hand, message: &Message, asked: UpdateId, name: &str) -> Outcome {
    let made = hand.shop.draft_product(asked, name, hand.colleague.actor()).await?;
    go_on(hand, (message.chat.id, message.id), made.id).await
}

/// Asks for the first thing that is missing; of a product that has everything, the card.
pub(super) async fn go_on(hand: &Hand, place: (ChatId, MessageId), id: ProductId) -> Outcome {
    if ask_next(hand, place, id).await? {
        return Ok(());
    }
    match card(&hand.shop, id, hand.voice()).await? {
        Some(drawn) => hand.post_in(place.0, drawn).await,
        None => Ok(()),
    }
}

/// Asks for the first thing that is missing; false if nothing is.
pub(super) async fn ask_next(
    hand: &Hand,
    place: (ChatId, MessageId),
    id: ProductId,
) -> Result<bool, Trouble> {
    let Some((goods, ledger)) = hand.shop.goods_and_ledger(id, 1).await? else { return Ok(false) };
    match goods.variants.as_slice() {
        _ if goods.stage != Stage::Draft => return Ok(false),
        [] => edit_question::ask(hand, place, id, EditQuestion::Price(id)).await?,
        _ if goods.category.is_none() => {
            if let Some(drawn) = view(&hand.shop, id, View::Categories(None), hand.voice()).await? {
                hand.post_in(place.0, drawn).await?;
            }
        }
        [only] if only.on_hand == 0 && ledger.is_empty() => {
            goods::ask(hand, place, only.id, GoodsQuestion::Stock).await?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}
