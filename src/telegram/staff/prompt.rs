//! Questions to the staff that are answered in words: why an order is turned down, how it travels.
//!
//! What a question is about stands in the question itself, in a link that only the bot can have written, so
//! it can be answered after a restart, on another instance, or next week.

use super::payload::{long, short};
use super::press::Hand;
use super::{Colleague, StaffGroup, goods, person};
use crate::delivery::Incoming;
use crate::domain::{AdvanceRefusal, Bounded, Note, OrderId, RejectReason, Right, SkuId, Status};
use crate::services::{DeskWork, Move, Shop};
use crate::telegram::bot::{CallError, tell};
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::html::Html;
use crate::telegram::message::message;
use crate::telegram::middleware::Needs;
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::payloads::SendMessageSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{
    ChatId, ForceReply, Me, Message, MessageEntityKind, MessageId, ReactionType, ReplyMarkup, ReplyParameters,
};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Question {
    /// Why is the order turned down?
    Reason,
    /// How can the customer follow it?
    Tracking,
    /// What should colleagues know?
    Note,
    /// What does it cost from now on?
    Price,
    /// How many pieces are there?
    Stock,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum About {
    /// An order.
    Order(OrderId),
    /// A variant of a product.
    Sku(SkuId),
}

impl Question {
    const ALL: [Self; 5] = [Self::Reason, Self::Tracking, Self::Note, Self::Price, Self::Stock];

    /// What the rest of a link says this question is about.
    fn about(self, rest: &str) -> Option<About> {
        match self {
            Self::Reason | Self::Tracking | Self::Note => long(rest).map(About::Order),
            Self::Price | Self::Stock => rest.parse().ok().map(|id| About::Sku(SkuId(id))),
        }
    }

    const fn right(self) -> Right {
        match self {
            Self::Reason | Self::Tracking | Self::Note => Right::MoveOrders,
            Self::Price => Right::ChangeProducts,
            Self::Stock => Right::ChangeStock,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Reason => "staff-r-",
            Self::Tracking => "staff-t-",
            Self::Note => "staff-n-",
            Self::Price => "staff-p-",
            Self::Stock => "staff-c-",
        }
    }
}

/// An answer, still as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) struct Answered {
    about: About,
    question: Question,
    text: Option<String>,
}

impl Needs for Answered {
    fn right(&self) -> Option<Right> {
        Some(self.question.right())
    }
}

/// Asks whoever pressed the button, below the card.
pub(super) async fn ask(
    hand: &Hand,
    (chat, card): (ChatId, MessageId),
    about: About,
    name: &str,
    question: Question,
) -> Result<(), CallError> {
    let texts = phrases(hand.group.lang());
    let (text, hint) = match question {
        Question::Reason => ("staff-ask-reason", "staff-ask-reason-hint"),
        Question::Tracking => ("staff-ask-tracking", "staff-ask-tracking-hint"),
        Question::Note => ("staff-ask-note", "staff-ask-note-hint"),
        Question::Price => ("staff-ask-price", "staff-ask-price-hint"),
        Question::Stock => ("staff-ask-stock", "staff-ask-stock-hint"),
    };
    let who = person(hand.colleague.id(), hand.colleague.name(), None);
    let id = match about {
        About::Order(order) => short(order),
        About::Sku(sku) => sku.to_string(),
    };
    let link = format!("https://t.me/{}?start={}{id}", hand.me.username(), question.word());
    let number = Html::trusted(format!("<a href=\"{link}\">{}</a>", Html::escaped(name)));
    let text = texts.html(text, &[("who", who.into()), ("number", number.into())]);
    let force = ForceReply::new().input_field_placeholder(Some(texts.plain(hint, &[]))).selective();
    let question = message(&hand.bot, chat, text.as_str())
        .reply_parameters(ReplyParameters::new(card).allow_sending_without_reply())
        .reply_markup(ReplyMarkup::ForceReply(force));
    tell(&hand.bot, question).await
}

/// The answer to one of our questions, if this message is one.
pub(in crate::telegram) fn answered(message: Message, me: Me) -> Option<Answered> {
    let asked = message.reply_to_message()?;
    if asked.from.as_ref()?.id != me.id {
        return None;
    }
    let (question, about) = asked.entities()?.iter().find_map(|entity| match &entity.kind {
        MessageEntityKind::TextLink { url } => {
            let (_, start) = url.query_pairs().find(|(name, _)| name == "start")?;
            Question::ALL
                .into_iter()
                .find_map(|question| Some((question, question.about(start.strip_prefix(question.word())?)?)))
        }
        _ => None,
    })?;
    Some(Answered { about, question, text: message.text().map(str::to_owned) })
}

/// Does what was asked, with these words.
#[expect(clippy::too_many_arguments, reason = "each is a dependency that dptree injects")]
pub(in crate::telegram) async fn answer(
    update: Arc<Incoming>,
    message: Message,
    answered: Answered,
    colleague: Colleague,
    bot: Bot,
    shop: Shop,
    group: Arc<StaffGroup>,
    storefront: Arc<Storefront>,
) -> Outcome {
    let texts = phrases(group.lang());
    let Ok(words) = Note::parse(answered.text.as_deref().unwrap_or_default()) else {
        return reply(&bot, &message, &texts.html("staff-answer-in-words", &[])).await;
    };
    let id = match answered.about {
        About::Order(id) => id,
        About::Sku(sku) => {
            let voice = Voice { lang: group.lang(), shop: &storefront };
            let words = (answered.question, words.as_str());
            return goods::answer(&bot, &shop, &message, update.id, &colleague, sku, words, voice).await;
        }
    };
    let Some(order) = shop.staff_order(id).await? else {
        return reply(&bot, &message, &texts.html("staff-no-order", &[])).await;
    };
    let (to, note) = match answered.question {
        Question::Reason => {
            (Status::Rejected, RejectReason::Other(words.as_str().to_owned()).as_note().to_owned())
        }
        Question::Tracking | Question::Price | Question::Stock => {
            (Status::Shipped, words.as_str().to_owned())
        }
        Question::Note => {
            // The same words again change nothing, and are as good as noted.
            let work = DeskWork::Annotate(words.as_str().to_owned());
            shop.work_on(order.id, &work, colleague.id(), colleague.name()).await?;
            return thumb_up(&bot, &message).await;
        }
    };
    let step =
        Move { order: order.id, from: order.status, to, actor: colleague.actor(), note: Some(note.clone()) };
    match shop.advance(step).await? {
        Ok(()) => thumb_up(&bot, &message).await,
        // The same message, handled before: its words are there already.
        Err(AdvanceRefusal::NotNow { now })
            if update.attempt > 1 && now == to && order.note_of(to) == Some(&*note) =>
        {
            thumb_up(&bot, &message).await
        }
        Err(AdvanceRefusal::NotNow { .. } | AdvanceRefusal::Unknown) => {
            let status = texts.plain(super::card::status_text(&order), &[]);
            reply(&bot, &message, &texts.html("staff-overtaken", &[("status", status.into())])).await
        }
    }
}

/// Answers a message of the staff.
pub(in crate::telegram) async fn reply(bot: &Bot, to: &Message, text: &Html) -> Outcome {
    let answer = message(bot, to.chat.id, text.as_str())
        .reply_parameters(ReplyParameters::new(to.id).allow_sending_without_reply());
    tell(bot, answer).await?;
    Ok(())
}

/// Done. A group may have switched reactions off; then the card alone tells it.
pub(super) async fn thumb_up(bot: &Bot, message: &Message) -> Outcome {
    let mut reaction = bot.set_message_reaction(message.chat.id, message.id);
    reaction.payload_mut().reaction = Some(vec![ReactionType::Emoji { emoji: "👍".to_owned() }]);
    if let Err(error) = tell(bot, reaction).await {
        tracing::debug!(%error, "no reaction was set");
    }
    Ok(())
}
