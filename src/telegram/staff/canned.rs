//! Canned answers: `/answers` shows and changes them, a button below a customer's message chooses one.

use super::canned_card::{card, keys, lines, list, sure};
use super::payload::{StaffButton, encode};
use super::prompt::{self, Question};
use super::{Card, Hand, person, reply};
use crate::domain::{
    Bounded, Canned, CannedId, CannedName, ChatId, CustomerId, MAX_CANNED, MessageId, Right, UpdateId,
};
use crate::repository::CannedMade;
use crate::services::CannedSent;
use crate::telegram::bot::tell;
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use teloxide::payloads::SendMessageSetters;
use teloxide::requests::HasPayload;
use teloxide::types::{
    self, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters,
};

/// What the buttons of canned answers do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum CannedDeed {
    /// Show all of them.
    List,
    /// Show one.
    Open(CannedId),
    /// Ask for the name of a new one.
    New,
    /// Ask for its text.
    Word(CannedId),
    /// Take it away? (asks once more)
    Remove(CannedId),
    /// Take it away.
    RemoveYes(CannedId),
    /// Choose one for this customer.
    Choose(CustomerId),
    /// Send it to them.
    Send(CannedId, CustomerId),
}

impl CannedDeed {
    /// The right it takes.
    pub(super) const fn right(self) -> Right {
        match self {
            Self::List | Self::Open(_) | Self::Choose(_) | Self::Send(..) => Right::AnswerCustomers,
            Self::New | Self::Word(_) | Self::Remove(_) | Self::RemoveYes(_) => Right::ChangeSettings,
        }
    }

    /// As a button carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::List => "l".to_owned(),
            Self::Open(id) => format!("o:{id}"),
            Self::New => "n".to_owned(),
            Self::Word(id) => format!("w:{id}"),
            Self::Remove(id) => format!("r:{id}"),
            Self::RemoveYes(id) => format!("ry:{id}"),
            Self::Choose(customer) => format!("c:{customer}"),
            Self::Send(id, customer) => format!("s:{id}:{customer}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let canned = |text: &str| text.parse().ok().map(CannedId);
        let customer = |text: &str| text.parse().ok().map(CustomerId);
        Some(match words {
            ["l"] => Self::List,
            ["o", id] => Self::Open(canned(id)?),
            ["n"] => Self::New,
            ["w", id] => Self::Word(canned(id)?),
            ["r", id] => Self::Remove(canned(id)?),
            ["ry", id] => Self::RemoveYes(canned(id)?),
            ["c", id] => Self::Choose(customer(id)?),
            ["s", id, of] => Self::Send(canned(id)?, customer(of)?),
            _ => return None,
        })
    }

    /// The button that does it.
    pub(super) fn key(self, label: String) -> InlineKeyboardButton {
        InlineKeyboardButton::callback(label, encode(&StaffButton::Canned(self)))
    }
}

/// What is asked about a canned answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum CannedQuestion {
    /// The name of a new one; the update that asked is its key.
    Name(UpdateId),
    /// Its text.
    Text(CannedId),
}

impl CannedQuestion {
    /// As the link of the question carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Name(asked) => format!("ha-{asked}"),
            Self::Text(id) => format!("ht-{id}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str, about: &str) -> Option<Self> {
        match word {
            "ha" => Some(Self::Name(UpdateId(about.parse().ok()?))),
            "ht" => Some(Self::Text(CannedId(about.parse().ok()?))),
            _ => None,
        }
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Name(_) => ("canned-ask-name", "canned-ask-name-hint"),
            Self::Text(_) => ("canned-ask-text", "canned-ask-text-hint"),
        }
    }
}

/// The button below a customer's message that leads to the canned answers.
pub(in crate::telegram) fn choose_key(voice: &str, customer: CustomerId) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[CannedDeed::Choose(customer).key(voice.to_owned())]])
}

/// `/answers`
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let drawn = list(&hand.shop.canned_answers().await?, hand.voice());
    hand.post(message, drawn).await
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: CannedDeed) -> Outcome {
    let by = hand.colleague.actor();
    match deed {
        CannedDeed::Choose(customer) => return choose(hand, press, customer).await,
        CannedDeed::Send(id, customer) => return send(hand, press, id, customer).await,
        CannedDeed::New | CannedDeed::Word(_) => return ask(hand, press, deed).await,
        CannedDeed::RemoveYes(id) => {
            let done = hand.shop.remove_canned(id, by).await?;
            hand.toast(press, if done { "canned-removed" } else { "staff-done-already" }).await;
        }
        CannedDeed::List | CannedDeed::Open(_) | CannedDeed::Remove(_) => hand.release(press).await,
    }
    let voice = hand.voice();
    let found = match deed {
        CannedDeed::Open(id) | CannedDeed::Remove(id) => hand.shop.canned_answer(id).await?,
        _ => None,
    };
    let drawn = match (found, deed) {
        (Some(canned), CannedDeed::Remove(_)) => sure(&canned, voice),
        (Some(canned), _) => card(&canned, voice),
        (None, _) => list(&hand.shop.canned_answers().await?, voice),
    };
    hand.show(press, drawn).await
}

async fn ask(hand: &Hand, press: &CallbackQuery, deed: CannedDeed) -> Outcome {
    hand.release(press).await;
    let Some(place) = &press.message else { return Ok(()) };
    let place = (place.chat().id, place.id());
    match deed {
        CannedDeed::Word(id) => {
            let Some(canned) = hand.shop.canned_answer(id).await? else { return Ok(()) };
            ask_text(hand, place, &canned).await
        }
        _ => {
            let question = Question::Canned(CannedQuestion::Name(hand.update.id));
            prompt::ask(hand, place, question, &hand.voice().label("canned-new")).await
        }
    }
}

async fn ask_text(hand: &Hand, place: (types::ChatId, types::MessageId), canned: &Canned) -> Outcome {
    let question = Question::Canned(CannedQuestion::Text(canned.id));
    let now =
        canned.text.as_deref().map(|text| Html::trusted(format!("<code>{}</code>", Html::escaped(text))));
    prompt::ask_seeing(hand, place, question, &canned.name.to_string(), now.unwrap_or_default()).await
}

/// Somebody answered what was asked about a canned answer.
pub(super) async fn answered(hand: &Hand, message: &Message, question: CannedQuestion) -> Outcome {
    let (typed, by) = (message.text().unwrap_or_default(), hand.colleague.actor());
    match question {
        CannedQuestion::Name(asked) => {
            let Some(name) = CannedName::parse(typed) else {
                return hand.say(message, "canned-name-refused").await;
            };
            match hand.shop.make_canned(asked, &name, by).await? {
                CannedMade::New(id) | CannedMade::Known(id) => {
                    let Some(canned) = hand.shop.canned_answer(id).await? else { return Ok(()) };
                    ask_text(hand, (message.chat.id, message.id), &canned).await
                }
                CannedMade::Taken => hand.say(message, "canned-name-taken").await,
                CannedMade::Full => {
                    let text = hand.voice().tell("canned-full", [("most", MAX_CANNED.into())]);
                    reply(&hand.bot, message, &text).await
                }
            }
        }
        CannedQuestion::Text(id) => {
            let Ok(text) = Canned::text(typed) else { return hand.say(message, "canned-text-refused").await };
            match hand.shop.word_canned(id, &text, by).await? {
                Some(canned) => hand.post(message, card(&canned, hand.voice())).await,
                None => hand.say(message, "canned-gone").await,
            }
        }
    }
}

/// Posts a list to choose from below the customer's message.
async fn choose(hand: &Hand, press: &CallbackQuery, customer: CustomerId) -> Outcome {
    let voice = hand.voice();
    let answers = hand.shop.canned_answers().await?;
    let answers: Vec<_> = answers.into_iter().filter(|canned| canned.text.is_some()).collect();
    if answers.is_empty() {
        hand.toast(press, "canned-none-yet").await;
        return Ok(());
    }
    hand.release(press).await;
    let (Some(below), Some(found)) = (&press.message, hand.shop.customer(customer).await?) else {
        return Ok(());
    };
    let who = person(customer.0, found.name.as_str(), found.username.as_deref());
    let text = voice.tell("canned-choose", [("who", who.into())]).paragraph(lines(&answers, voice));
    let rows = keys(&answers, |id| CannedDeed::Send(id, customer));
    let mut sent = Card::new(text, rows)
        .message(&hand.bot, below.chat().id)
        .reply_parameters(ReplyParameters::new(below.id()).allow_sending_without_reply());
    sent.payload_mut().message_thread_id = hand.topic();
    tell(&hand.bot, sent).await?;
    Ok(())
}

/// Sends the chosen one; the list it was chosen from says so from then on, and speaks for the customer.
async fn send(hand: &Hand, press: &CallbackQuery, id: CannedId, customer: CustomerId) -> Outcome {
    let Some(place) = &press.message else { return Ok(()) };
    let list = (ChatId(place.chat().id.0), MessageId(place.id().0));
    let by = hand.colleague.actor();
    let sent = hand.shop.send_canned(customer, id, list, &by).await?;
    tracing::info!(canned = id.0, ?sent, user = hand.colleague.id(), "a canned answer was chosen");
    let voice = hand.voice();
    let toast = match sent {
        CannedSent::Sent => "canned-sent-toast",
        CannedSent::Already => "staff-done-already",
        CannedSent::Gone => "canned-gone",
    };
    hand.toast(press, toast).await;
    let (CannedSent::Sent, Some(canned)) = (sent, hand.shop.canned_answer(id).await?) else { return Ok(()) };
    let name = canned.name.to_string();
    let head = voice.tell("canned-sent", [("who", hand.colleague.name().into()), ("name", name.into())]);
    let text = head.paragraph(Html::escaped(canned.text.as_deref().unwrap_or_default()));
    hand.show(press, Card::plain(text)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::decode;

    #[test]
    fn every_button_of_canned_answers_survives_and_fits() {
        let (id, customer) = (CannedId(i64::MAX), CustomerId(i64::MAX));
        for deed in [
            CannedDeed::List,
            CannedDeed::Open(id),
            CannedDeed::New,
            CannedDeed::Word(id),
            CannedDeed::Remove(id),
            CannedDeed::RemoveYes(id),
            CannedDeed::Choose(customer),
            CannedDeed::Send(id, customer),
        ] {
            let payload = encode(&StaffButton::Canned(deed));
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(StaffButton::Canned(deed)));
        }
    }
}
