//! Changing what customers see of a product: its words, category, place, pictures, variants, and its end.

use super::edit_card::view;
use super::edit_question::{EditQuestion, ask};
use super::goods_card::card;
use super::{Hand, draft, gallery};
use crate::domain::{CategoryId, Lang, ProductId, SkuId, Stage, Wording};
use crate::services::Settled;
use crate::telegram::errors::Outcome;
use teloxide::types::CallbackQuery;

/// A button on one of the screens where a product is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) struct EditDeed {
    pub(super) product: ProductId,
    pub(super) what: Edit,
}

/// What it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum Edit {
    /// Show another screen.
    See(View),
    /// Ask for something in words, or for a picture.
    Ask(Asking),
    /// Put it into this category.
    Move(CategoryId),
    /// Change something else at once.
    Do(Change),
    /// Send the picture with this key.
    Picture(String),
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum View {
    /// What there is to change.
    Menu,
    /// A text in every language.
    Words(Wording),
    /// Categories of the first level, or those below one.
    Categories(Option<CategoryId>),
    /// Where it stands in its category.
    Places,
    /// Its pictures.
    Pictures,
    /// Its variants.
    Variants,
    /// One of them.
    Variant(SkuId),
    /// Really take it out of every list?
    Archive,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Asking {
    /// A text in a language.
    Word(Wording, Lang),
    /// Pictures.
    Pictures,
    /// The label of a new variant.
    Variant,
    /// The label of a variant in a language.
    Label(SkuId, Lang),
    /// The price of a product that has no variant yet.
    Price,
}

/// What changes at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum Change {
    /// Another place in its category.
    Put(u32),
    /// The picture with this key goes.
    Drop(String),
    /// The picture with this key becomes the first.
    Lead(String),
    /// Show a variant, or hide it.
    Show(SkuId, bool),
}

impl EditDeed {
    pub(super) const fn new(product: ProductId, what: Edit) -> Self {
        Self { product, what }
    }

    /// As a button carries it.
    pub(super) fn words(&self) -> String {
        let what = match &self.what {
            Edit::See(View::Menu) => "m".to_owned(),
            Edit::See(View::Words(Wording::Name)) => "n".to_owned(),
            Edit::See(View::Words(Wording::Text)) => "t".to_owned(),
            Edit::See(View::Categories(None)) => "c".to_owned(),
            Edit::See(View::Categories(Some(above))) => format!("c:{above}"),
            Edit::See(View::Places) => "p".to_owned(),
            Edit::See(View::Pictures) => "i".to_owned(),
            Edit::See(View::Variants) => "v".to_owned(),
            Edit::See(View::Variant(sku)) => format!("v:{sku}"),
            Edit::See(View::Archive) => "a".to_owned(),
            Edit::Ask(Asking::Word(Wording::Name, lang)) => format!("an:{lang}"),
            Edit::Ask(Asking::Word(Wording::Text, lang)) => format!("at:{lang}"),
            Edit::Ask(Asking::Pictures) => "ai".to_owned(),
            Edit::Ask(Asking::Variant) => "av".to_owned(),
            Edit::Ask(Asking::Label(sku, lang)) => format!("al:{sku}:{lang}"),
            Edit::Ask(Asking::Price) => "ap".to_owned(),
            Edit::Move(category) => format!("to:{category}"),
            Edit::Do(Change::Put(number)) => format!("put:{number}"),
            Edit::Do(Change::Drop(key)) => format!("del:{key}"),
            Edit::Do(Change::Lead(key)) => format!("top:{key}"),
            Edit::Do(Change::Show(sku, true)) => format!("vs:{sku}"),
            Edit::Do(Change::Show(sku, false)) => format!("vh:{sku}"),
            Edit::Picture(key) => format!("see:{key}"),
        };
        format!("{}:{what}", self.product)
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [product, what @ ..] = words else { return None };
        let what = match what {
            ["m"] => Edit::See(View::Menu),
            ["n"] => Edit::See(View::Words(Wording::Name)),
            ["t"] => Edit::See(View::Words(Wording::Text)),
            ["c"] => Edit::See(View::Categories(None)),
            ["c", above] => Edit::See(View::Categories(Some(CategoryId(above.parse().ok()?)))),
            ["p"] => Edit::See(View::Places),
            ["i"] => Edit::See(View::Pictures),
            ["v"] => Edit::See(View::Variants),
            ["v", sku] => Edit::See(View::Variant(SkuId(sku.parse().ok()?))),
            ["a"] => Edit::See(View::Archive),
            ["an", lang] => Edit::Ask(Asking::Word(Wording::Name, Lang::parse(lang)?)),
            ["at", lang] => Edit::Ask(Asking::Word(Wording::Text, Lang::parse(lang)?)),
            ["ai"] => Edit::Ask(Asking::Pictures),
            ["av"] => Edit::Ask(Asking::Variant),
            ["al", sku, lang] => Edit::Ask(Asking::Label(SkuId(sku.parse().ok()?), Lang::parse(lang)?)),
            ["ap"] => Edit::Ask(Asking::Price),
            ["to", category] => Edit::Move(CategoryId(category.parse().ok()?)),
            ["put", number] => Edit::Do(Change::Put(number.parse().ok()?)),
            ["del", key] => Edit::Do(Change::Drop((*key).to_owned())),
            ["top", key] => Edit::Do(Change::Lead((*key).to_owned())),
            ["vs", sku] => Edit::Do(Change::Show(SkuId(sku.parse().ok()?), true)),
            ["vh", sku] => Edit::Do(Change::Show(SkuId(sku.parse().ok()?), false)),
            ["see", key] => Edit::Picture((*key).to_owned()),
            _ => return None,
        };
        Some(Self { product: ProductId(product.parse().ok()?), what })
    }
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: EditDeed) -> Outcome {
    let id = deed.product;
    let next = match deed.what {
        Edit::See(view) => {
            hand.release(press).await;
            view
        }
        Edit::Ask(asking) => return question(hand, press, id, asking).await,
        Edit::Move(category) => return put_into(hand, press, id, category).await,
        Edit::Do(change) => change_at_once(hand, press, id, change).await?,
        Edit::Picture(key) => return gallery::send(hand, press, id, &key).await,
    };
    match view(&hand.shop, id, next, hand.voice()).await? {
        Some(drawn) => hand.show(press, drawn).await,
        None => Ok(()),
    }
}

async fn question(hand: &Hand, press: &CallbackQuery, id: ProductId, asking: Asking) -> Outcome {
    hand.release(press).await;
    let Some(place) = press.message.as_ref().map(|message| (message.chat().id, message.id())) else {
        return Ok(());
    };
    let question = match asking {
        Asking::Word(which, lang) => EditQuestion::Word(id, which, lang),
        Asking::Pictures => EditQuestion::Pictures(id),
        // The update is the key of what is made: answered twice, it is one variant.
        Asking::Variant => EditQuestion::Variant(id, hand.update.id),
        Asking::Label(sku, lang) => EditQuestion::Label(sku, lang),
        Asking::Price => EditQuestion::Price(id),
    };
    ask(hand, place, id, question).await
}

/// Does it, and tells on which screen it is seen.
async fn change_at_once(
    hand: &Hand,
    press: &CallbackQuery,
    id: ProductId,
    change: Change,
) -> Result<View, crate::delivery::Trouble> {
    let (shop, by) = (&hand.shop, hand.colleague.actor());
    let (settled, next) = match change {
        Change::Put(number) => (shop.put_product(id, number, by).await?, View::Places),
        Change::Drop(key) => (shop.remove_picture(id, &key, by).await?, View::Pictures),
        Change::Lead(key) => (shop.lead_with_picture(id, &key, by).await?, View::Pictures),
        Change::Show(sku, visible) => (shop.show_variant(sku, visible, by).await?, View::Variant(sku)),
    };
    hand.toast(press, settled_text(settled)).await;
    Ok(next)
}

const fn settled_text(settled: Settled) -> &'static str {
    match settled {
        Settled::Done(_) => "staff-done",
        Settled::Already => "staff-done-already",
        Settled::Impossible => "staff-product-not-so",
    }
}

/// Puts the product into a category. Of a draft, what comes next is asked.
async fn put_into(hand: &Hand, press: &CallbackQuery, id: ProductId, category: CategoryId) -> Outcome {
    let settled = hand.shop.move_product(id, category, hand.colleague.actor()).await?;
    hand.toast(press, settled_text(settled)).await;
    let Some((goods, _)) = hand.shop.goods_and_ledger(id, 0).await? else { return Ok(()) };
    let is_draft = goods.stage == Stage::Draft;
    let drawn = match is_draft {
        true => card(&hand.shop, id, hand.voice()).await?,
        false => view(&hand.shop, id, View::Menu, hand.voice()).await?,
    };
    if let Some(drawn) = drawn {
        hand.show(press, drawn).await?;
    }
    if let Some(place) = press.message.as_ref().map(|message| (message.chat().id, message.id()))
        && is_draft
    {
        draft::ask_next(hand, place, id).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::{StaffButton, decode, encode};

    #[test]
    fn every_button_of_the_workshop_survives_and_fits() {
        let (sku, category, key) = (SkuId(i64::MAX), CategoryId(i64::MAX), "0123abcd".to_owned());
        let mut all = vec![
            Edit::See(View::Menu),
            Edit::See(View::Words(Wording::Name)),
            Edit::See(View::Words(Wording::Text)),
            Edit::See(View::Categories(None)),
            Edit::See(View::Categories(Some(category))),
            Edit::See(View::Places),
            Edit::See(View::Pictures),
            Edit::See(View::Variants),
            Edit::See(View::Variant(sku)),
            Edit::See(View::Archive),
            Edit::Ask(Asking::Pictures),
            Edit::Ask(Asking::Variant),
            Edit::Ask(Asking::Price),
            Edit::Move(category),
            Edit::Do(Change::Put(u32::MAX)),
            Edit::Do(Change::Drop(key.clone())),
            Edit::Do(Change::Lead(key.clone())),
            Edit::Do(Change::Show(sku, true)),
            Edit::Do(Change::Show(sku, false)),
            Edit::Picture(key),
        ];
        for lang in Lang::ALL {
            all.push(Edit::Ask(Asking::Word(Wording::Name, lang)));
            all.push(Edit::Ask(Asking::Word(Wording::Text, lang)));
            all.push(Edit::Ask(Asking::Label(sku, lang)));
        }
        for what in all {
            let button = StaffButton::Edit(EditDeed::new(ProductId(i64::MAX), what));
            let payload = encode(&button);
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(button));
        }
    }
}
