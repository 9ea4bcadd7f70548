//! Questions to the staff that are answered in words: why an order is turned down, what something costs.
//!
//! What a question is about stands in the question itself, in a link that only the bot can have written, so
//! it can be answered after a restart, on another instance, or next week. Each feature has its own questions and
//! takes their answers; here they are asked and recognised.

use super::aisle::AisleQuestion;
use super::broadcast::BroadcastQuestion;
use super::canned::CannedQuestion;
use super::edit_question::EditQuestion;
use super::goods::GoodsQuestion;
use super::order::OrderQuestion;
use super::patron::PatronQuestion;
use super::payload::{long, short};
use super::{
    Hand, aisle, broadcast, canned, edit_question, goods, order, patron, person, promo_form, promo_scope,
    settings,
};
use crate::domain::{
    Bounded, BroadcastId, CustomerId, Note, OrderId, PromoField, Right, ScopeOf, Setting, SkuId,
};
use crate::telegram::bot::tell;
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use crate::telegram::message::message;
use crate::telegram::middleware::Needs;
use teloxide::payloads::SendMessageSetters;
use teloxide::requests::HasPayload;
use teloxide::types::{
    ChatId, ForceReply, Me, Message, MessageEntityKind, MessageId, ReplyMarkup, ReplyParameters,
};

/// How the link of a question begins.
const PREFIX: &str = "staff-";

/// The word of a question for a setting, for ever.
const SETTING: &str = "set";

/// The word of the question which product a promo applies to, for ever.
const SCOPE: &str = "scope";

/// What is asked, and about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Question {
    /// About an order.
    Order(OrderId, OrderQuestion),
    /// About a variant of a product.
    Goods(SkuId, GoodsQuestion),
    /// About a promo in the making.
    Promo(i64, PromoField),
    /// Which product a promo applies to.
    Scope(ScopeOf),
    /// For a setting.
    Setting(Setting),
    /// About a customer.
    Patron(CustomerId, PatronQuestion),
    /// About what customers see of a product.
    Edit(EditQuestion),
    /// About a category.
    Aisle(AisleQuestion),
    /// About a broadcast.
    Broadcast(BroadcastId, BroadcastQuestion),
    /// About a canned answer.
    Canned(CannedQuestion),
}

impl Question {
    /// As its link carries it: the word of the question, a dash, what it is about.
    fn words(self) -> String {
        match self {
            Self::Order(order, question) => format!("{}-{}", question.word(), short(order)),
            Self::Goods(sku, question) => format!("{}-{sku}", question.word()),
            Self::Promo(draft, field) => format!("pr{}-{draft}", promo_form::word(field)),
            Self::Scope(of) => format!("{SCOPE}-{}", promo_scope::word(of)),
            Self::Setting(setting) => format!("{SETTING}-{}", setting.as_str()),
            Self::Patron(id, question) => question.words(id),
            Self::Edit(question) => question.words(),
            Self::Aisle(question) => question.words(),
            Self::Broadcast(id, question) => format!("{}-{id}", question.word()),
            Self::Canned(question) => question.words(),
        }
    }

    /// Reads that.
    fn parse(words: &str) -> Option<Self> {
        let (word, about) = words.split_once('-')?;
        if let Some(field) = word.strip_prefix("pr").and_then(promo_form::field) {
            return Some(Self::Promo(about.parse().ok()?, field));
        }
        if let Some(question) = OrderQuestion::parse(word) {
            return Some(Self::Order(long(about)?, question));
        }
        if word == SCOPE {
            return promo_scope::whose(about).map(Self::Scope);
        }
        if word == SETTING {
            return Setting::parse(about).map(Self::Setting);
        }
        if let Some((customer, question)) = PatronQuestion::parse(word, about) {
            return Some(Self::Patron(customer, question));
        }
        if let Some(question) = GoodsQuestion::parse(word) {
            return Some(Self::Goods(SkuId(about.parse().ok()?), question));
        }
        if let Some(question) = AisleQuestion::parse(word, about) {
            return Some(Self::Aisle(question));
        }
        if let Some(question) = BroadcastQuestion::parse(word) {
            return Some(Self::Broadcast(BroadcastId(about.parse().ok()?), question));
        }
        if let Some(question) = CannedQuestion::parse(word, about) {
            return Some(Self::Canned(question));
        }
        EditQuestion::parse(word, about).map(Self::Edit)
    }

    /// The text of the question, and what stands in the empty field for the answer.
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Order(_, question) => question.texts(),
            Self::Goods(_, question) => question.texts(),
            Self::Promo(_, field) => promo_form::texts(field),
            Self::Scope(_) => promo_scope::TEXTS,
            Self::Setting(setting) => settings::texts(setting),
            Self::Patron(_, question) => question.texts(),
            Self::Edit(question) => question.texts(),
            Self::Aisle(question) => question.texts(),
            Self::Broadcast(_, question) => question.texts(),
            Self::Canned(question) => question.texts(),
        }
    }
}

/// An answer to a question of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) struct Answered(Question);

impl Needs for Answered {
    fn right(&self) -> Option<Right> {
        Some(match self.0 {
            Question::Order(_, question) => question.right(),
            Question::Goods(_, question) => question.right(),
            Question::Promo(..) | Question::Scope(_) => Right::ChangePromos,
            Question::Broadcast(..) => Right::Broadcast,
            Question::Setting(_) | Question::Canned(_) => Right::ChangeSettings,
            Question::Patron(..) => Right::ChangeCustomers,
            Question::Edit(_) | Question::Aisle(_) => Right::ChangeProducts,
        })
    }
}

/// Asks whoever pressed a button, below its card. `name`: what the question is about, as people say it.
pub(super) async fn ask(
    hand: &Hand,
    (chat, card): (ChatId, MessageId),
    question: Question,
    name: &str,
) -> Outcome {
    ask_seeing(hand, (chat, card), question, name, Html::default()).await
}

/// The same, with what holds now below the question.
pub(super) async fn ask_seeing(
    hand: &Hand,
    (chat, card): (ChatId, MessageId),
    question: Question,
    name: &str,
    now: Html,
) -> Outcome {
    let voice = hand.voice();
    let (text, hint) = question.texts();
    let who = person(hand.colleague.id(), hand.colleague.name(), None);
    let link = format!("https://t.me/{}?start={PREFIX}{}", hand.me.username(), question.words());
    let number = Html::trusted(format!("<a href=\"{link}\">{}</a>", Html::escaped(name)));
    let text = voice.tell(text, [("who", who.into()), ("number", number.into())]).paragraph(now);
    let force = ForceReply::new().input_field_placeholder(Some(voice.label(hint))).selective();
    let mut question = message(&hand.bot, chat, text.as_str())
        .reply_parameters(ReplyParameters::new(card).allow_sending_without_reply())
        .reply_markup(ReplyMarkup::ForceReply(force));
    question.payload_mut().message_thread_id = hand.topic();
    tell(&hand.bot, question).await?;
    Ok(())
}

/// The answer to one of our questions, if this message is one.
pub(in crate::telegram) fn answered(message: Message, me: Me) -> Option<Answered> {
    let asked = message.reply_to_message()?;
    if asked.from.as_ref()?.id != me.id {
        return None;
    }
    asked.entities()?.iter().find_map(|entity| match &entity.kind {
        MessageEntityKind::TextLink { url } => {
            let (_, start) = url.query_pairs().find(|(name, _)| name == "start")?;
            Question::parse(start.strip_prefix(PREFIX)?).map(Answered)
        }
        _ => None,
    })
}

/// Does what was asked, with what was answered.
pub(in crate::telegram) async fn answer(message: Message, answered: Answered, hand: Hand) -> Outcome {
    match answered.0 {
        Question::Order(id, question) => order::answered(&hand, &message, id, question).await,
        Question::Goods(sku, question) => goods::answered(&hand, &message, sku, question).await,
        Question::Promo(draft, field) => promo_form::answered(&hand, &message, draft, field).await,
        Question::Scope(of) => promo_scope::answered(&hand, &message, of).await,
        Question::Setting(setting) => settings::answered(&hand, &message, setting).await,
        Question::Patron(id, question) => patron::answered(&hand, &message, id, question).await,
        Question::Edit(question) => edit_question::answered(&hand, &message, question).await,
        Question::Aisle(question) => aisle::answered(&hand, &message, question).await,
        Question::Broadcast(id, question) => broadcast::answered(&hand, &message, id, question).await,
        Question::Canned(question) => canned::answered(&hand, &message, question).await,
    }
}

/// The words of an answer, for a question that takes nothing else. Whoever sent something else is told.
pub(super) async fn words(hand: &Hand, message: &Message) -> Result<Option<Note>, crate::delivery::Trouble> {
    match Note::parse(message.text().unwrap_or_default()) {
        Ok(words) => Ok(Some(words)),
        Err(_) => {
            hand.say(message, "staff-answer-in-words").await?;
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CannedId, CarrierKey, CategoryId, Lang, ProductId, UpdateId, Wording};
    use uuid::Uuid;

    #[test]
    fn every_question_survives_its_link() {
        let order = OrderId(Uuid::from_u128(u128::MAX - 7));
        let parcel = OrderQuestion::Parcel(CarrierKey(u32::MAX));
        let of_orders =
            OrderQuestion::ALL.into_iter().chain([parcel]).map(|question| Question::Order(order, question));
        let of_scopes = [ScopeOf::Draft(i64::MAX), ScopeOf::Promo(i64::MAX)].map(Question::Scope);
        let of_promos =
            PromoField::ALL.map(|field| Question::Promo(i64::MAX, field)).into_iter().chain(of_scopes);
        let of_goods = GoodsQuestion::ALL.map(|question| Question::Goods(SkuId(i64::MAX), question));
        let of_settings = Setting::ALL.map(Question::Setting);
        let (id, sku, update) = (ProductId(i64::MAX), SkuId(i64::MAX), UpdateId(i64::MAX));
        let of_patrons = [PatronQuestion::Note, PatronQuestion::Give(update), PatronQuestion::Take(update)]
            .map(|question| Question::Patron(CustomerId(i64::MAX), question));
        let of_edits = [
            EditQuestion::Word(id, Wording::Name, Lang::De),
            EditQuestion::Word(id, Wording::Text, Lang::Es),
            EditQuestion::Pictures(id),
            EditQuestion::Variant(id, update),
            EditQuestion::Label(sku, Lang::Ru),
            EditQuestion::Price(id),
            EditQuestion::New(update),
        ];
        let of_aisles = [
            AisleQuestion::Name(CategoryId(i64::MAX), Lang::De),
            AisleQuestion::New(None, update),
            AisleQuestion::New(Some(CategoryId(i64::MAX)), update),
        ];
        let of_products = of_edits.map(Question::Edit).into_iter().chain(of_aisles.map(Question::Aisle));
        let of_answers =
            [CannedQuestion::Name(update), CannedQuestion::Text(CannedId(i64::MAX))].map(Question::Canned);
        let of_broadcasts =
            BroadcastQuestion::ALL.map(|question| Question::Broadcast(BroadcastId(i64::MAX), question));
        let of_people = of_settings.into_iter().chain(of_patrons).chain(of_answers).chain(of_broadcasts);
        for question in of_orders.chain(of_goods).chain(of_promos).chain(of_people).chain(of_products) {
            // The most that a link may carry (Bot API, "Deep linking").
            assert!(PREFIX.len() + question.words().len() <= 64, "{question:?}");
            assert_eq!(Question::parse(&question.words()), Some(question));
        }
    }

    #[test]
    fn a_question_of_last_year_can_still_be_answered() {
        let order = OrderId(Uuid::nil());
        let id = "AAAAAAAAAAAAAAAAAAAAAA";
        for (word, question) in
            [("r", OrderQuestion::Reason), ("t", OrderQuestion::Tracking), ("n", OrderQuestion::Note)]
        {
            assert_eq!(Question::parse(&format!("{word}-{id}")), Some(Question::Order(order, question)));
        }
        assert_eq!(Question::parse("p-7"), Some(Question::Goods(SkuId(7), GoodsQuestion::Price)));
        assert_eq!(Question::parse("c-7"), Some(Question::Goods(SkuId(7), GoodsQuestion::Stock)));
        let fee = Question::Setting(Setting::DeliveryFee);
        assert_eq!(Question::parse("set-delivery_fee"), Some(fee));
        assert_eq!(Question::parse("p-"), None);
    }
}
