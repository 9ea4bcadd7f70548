//! What is asked about a product, and what becomes of the answers.

use super::edit::View;
use super::edit_card::view;
use super::prompt::{self, Question};
use super::{Hand, draft, gallery};
use crate::domain::{Goods, Invalid, Lang, ProductId, SkuId, Texts, UpdateId, Wording, price_of};
use crate::services::Settled;
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use crate::telegram::texts::phrases;
use teloxide::types::{ChatId, Message, MessageId};

/// What is asked about a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum EditQuestion {
    /// Its name or description in a language.
    Word(ProductId, Wording, Lang),
    /// Pictures of it.
    Pictures(ProductId),
    /// The label of a new variant; the update that asked is its key.
    Variant(ProductId, UpdateId),
    /// The label of a variant in a language.
    Label(SkuId, Lang),
    /// The price of a product that has no variant yet.
    Price(ProductId),
    /// The name of a new product; the update that asked is its key.
    New(UpdateId),
}

impl EditQuestion {
    /// As the link of the question carries it: a word, a dash, ids.
    pub(super) fn words(self) -> String {
        match self {
            Self::Word(id, Wording::Name, lang) => format!("wn{lang}-{id}"),
            Self::Word(id, Wording::Text, lang) => format!("wt{lang}-{id}"),
            Self::Pictures(id) => format!("i-{id}"),
            Self::Variant(id, asked) => format!("v-{id}-{asked}"),
            Self::Label(sku, lang) => format!("l{lang}-{sku}"),
            Self::Price(id) => format!("ep-{id}"),
            Self::New(asked) => format!("new-{asked}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str, about: &str) -> Option<Self> {
        let product = || about.parse().ok().map(ProductId);
        Some(match word {
            "i" => Self::Pictures(product()?),
            "ep" => Self::Price(product()?),
            "new" => Self::New(UpdateId(about.parse().ok()?)),
            "v" => {
                let (id, asked) = about.split_once('-')?;
                Self::Variant(ProductId(id.parse().ok()?), UpdateId(asked.parse().ok()?))
            }
            _ => match (word.strip_prefix("wn"), word.strip_prefix("wt"), word.strip_prefix('l')) {
                (Some(lang), ..) => Self::Word(product()?, Wording::Name, Lang::parse(lang)?),
                (_, Some(lang), _) => Self::Word(product()?, Wording::Text, Lang::parse(lang)?),
                (.., Some(lang)) => Self::Label(SkuId(about.parse().ok()?), Lang::parse(lang)?),
                _ => return None,
            },
        })
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Word(_, Wording::Name, _) => ("staff-ask-name", "staff-ask-name-hint"),
            Self::Word(_, Wording::Text, _) => ("staff-ask-text", "staff-ask-text-hint"),
            Self::Pictures(_) => ("staff-ask-pictures", "staff-ask-pictures-hint"),
            Self::Variant(..) => ("staff-ask-variant", "staff-ask-variant-hint"),
            Self::Label(..) => ("staff-ask-label", "staff-ask-variant-hint"),
            Self::Price(_) => ("staff-ask-price", "staff-ask-price-hint"),
            Self::New(_) => ("staff-ask-new", "staff-ask-name-hint"),
        }
    }
}

/// Asks it below the card whose button was pressed, with the text that holds now.
pub(super) async fn ask(
    hand: &Hand,
    place: (ChatId, MessageId),
    id: ProductId,
    question: EditQuestion,
) -> Outcome {
    let Some((goods, _)) = hand.shop.goods_and_ledger(id, 0).await? else { return Ok(()) };
    let name = goods.names.get(hand.group.lang());
    prompt::ask_seeing(hand, place, Question::Edit(question), name, now(hand, &goods, question)).await
}

/// The language that is asked for, and the text in it.
fn now(hand: &Hand, goods: &Goods, question: EditQuestion) -> Html {
    let (texts, lang): (Option<&Texts>, Lang) = match question {
        EditQuestion::Word(_, Wording::Name, lang) => (Some(&goods.names), lang),
        EditQuestion::Word(_, Wording::Text, lang) => (Some(&goods.texts), lang),
        EditQuestion::Label(sku, lang) => {
            let variant = goods.variants.iter().find(|variant| variant.id == sku);
            (variant.map(|variant| &variant.options), lang)
        }
        _ => return Html::default(),
    };
    text_now(hand, texts.and_then(|texts| texts.exact(lang)), lang)
}

/// Tells which language a question is about, and what stands there now.
pub(super) fn text_now(hand: &Hand, text: Option<&str>, lang: Lang) -> Html {
    let language = phrases(lang).plain("language-name", &[]);
    let text = text.map_or_else(|| hand.voice().say("staff-text-none"), Html::escaped);
    Html::escaped(&language).line(text)
}

/// Somebody answered.
pub(super) async fn answered(hand: &Hand, message: &Message, question: EditQuestion) -> Outcome {
    match question {
        EditQuestion::Pictures(id) => gallery::answered(hand, message, id).await,
        EditQuestion::Price(id) => price(hand, message, id).await,
        EditQuestion::New(asked) => match name(hand, message, Wording::Name).await? {
            Some(Some(name)) => draft::begin(hand, message, asked, &name).await,
            Some(None) => hand.say(message, "staff-answer-in-words").await,
            None => Ok(()),
        },
        EditQuestion::Variant(id, asked) => match name(hand, message, Wording::Name).await? {
            Some(Some(label)) => variant(hand, message, id, asked, &label).await,
            Some(None) => hand.say(message, "staff-answer-in-words").await,
            None => Ok(()),
        },
        EditQuestion::Word(id, which, lang) => {
            let Some(text) = name(hand, message, which).await? else { return Ok(()) };
            let (update, by) = (hand.update.id, hand.colleague.actor());
            let settled = hand.shop.word_product(id, (which, lang), text.as_deref(), update, by).await?;
            if settled == Settled::Impossible {
                return hand.say(message, "staff-name-last").await;
            }
            show(hand, message, id, View::Words(which)).await
        }
        EditQuestion::Label(sku, lang) => {
            let Some(label) = name(hand, message, Wording::Name).await? else { return Ok(()) };
            let (update, by) = (hand.update.id, hand.colleague.actor());
            hand.shop.label_variant(sku, lang, label.as_deref(), update, by).await?;
            let Some(id) = hand.shop.product_of_variant(sku).await? else { return Ok(()) };
            show(hand, message, id, View::Variant(sku)).await
        }
    }
}

/// What was typed: `Some(None)` for a dash. Whoever typed what cannot be is told; then it is `None`.
pub(super) async fn name(
    hand: &Hand,
    message: &Message,
    which: Wording,
) -> Result<Option<Option<String>>, crate::delivery::Trouble> {
    match which.parse(message.text().unwrap_or_default()) {
        Ok(text) => Ok(Some(text)),
        Err(invalid) => {
            refuse(hand, message, invalid, which).await?;
            Ok(None)
        }
    }
}

/// Tells what is wrong with a text.
pub(super) async fn refuse(hand: &Hand, message: &Message, invalid: Invalid, which: Wording) -> Outcome {
    if invalid == Invalid::TooShort {
        return hand.say(message, "staff-answer-in-words").await;
    }
    let most = u32::try_from(which.longest()).unwrap_or(u32::MAX);
    let text = hand.voice().tell("staff-too-long", [("most", most.into())]);
    super::reply(&hand.bot, message, &text).await
}

async fn price(hand: &Hand, message: &Message, id: ProductId) -> Outcome {
    let typed = message.text().unwrap_or_default();
    let Some(price) = price_of(typed, hand.voice().shop.currency) else {
        return hand.say(message, "staff-price-hint").await;
    };
    hand.shop.price_product(id, price, hand.update.id, hand.colleague.actor()).await?;
    draft::go_on(hand, (message.chat.id, message.id), id).await
}

async fn variant(hand: &Hand, message: &Message, id: ProductId, asked: UpdateId, label: &str) -> Outcome {
    match hand.shop.add_variant(id, asked, label, hand.colleague.actor()).await? {
        Some(made) => show(hand, message, id, View::Variant(made.id)).await,
        None => hand.say(message, "staff-variants-full").await,
    }
}

async fn show(hand: &Hand, below: &Message, id: ProductId, what: View) -> Outcome {
    match view(&hand.shop, id, what, hand.voice()).await? {
        Some(drawn) => hand.post(below, drawn).await,
        None => Ok(()),
    }
}
