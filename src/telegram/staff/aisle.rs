//! `/categories`: the shelves of the shop, made, named, put in order, hidden and taken away.

use super::aisle_card::{card, full_text, list, names, sure};
use super::edit_question::{refuse, text_now};
use super::prompt::{self, Question};
use super::{Card, Hand};
use crate::delivery::Trouble;
use crate::domain::{Aisle, CategoryId, Lang, Right, UpdateId, Wording};
use crate::services::AisleSettled;
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use crate::telegram::presses;
use teloxide::types::{CallbackQuery, Message};

/// What the buttons of categories do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum AisleDeed {
    /// Show the first level.
    List,
    /// Show one category.
    Open(CategoryId),
    /// Show its name in every language.
    Names(CategoryId),
    /// Ask for its name in a language.
    Name(CategoryId, Lang),
    /// Put it at this place of its level.
    Put(CategoryId, u32),
    /// Show it to customers with all that is in it, or hide it.
    Show(CategoryId, bool),
    /// Take it away? (asks once more)
    Remove(CategoryId),
    /// Take it away.
    RemoveYes(CategoryId),
    /// Ask for the name of a new one: on the first level, or below this one.
    New(Option<CategoryId>),
}

impl AisleDeed {
    /// The right it takes.
    pub(super) const fn right(self) -> Right {
        match self {
            Self::List | Self::Open(_) => Right::SeeProducts,
            _ => Right::ChangeProducts,
        }
    }

    /// As a button carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::List => "l".to_owned(),
            Self::Open(id) => format!("o:{id}"),
            Self::Names(id) => format!("n:{id}"),
            Self::Name(id, lang) => format!("a:{id}:{lang}"),
            Self::Put(id, number) => format!("p:{id}:{number}"),
            Self::Show(id, true) => format!("v:{id}"),
            Self::Show(id, false) => format!("h:{id}"),
            Self::Remove(id) => format!("r:{id}"),
            Self::RemoveYes(id) => format!("ry:{id}"),
            Self::New(None) => "new".to_owned(),
            Self::New(Some(above)) => format!("new:{above}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(CategoryId);
        Some(match words {
            ["l"] => Self::List,
            ["o", of] => Self::Open(id(of)?),
            ["n", of] => Self::Names(id(of)?),
            ["a", of, lang] => Self::Name(id(of)?, Lang::parse(lang)?),
            ["p", of, number] => Self::Put(id(of)?, number.parse().ok()?),
            ["v", of] => Self::Show(id(of)?, true),
            ["h", of] => Self::Show(id(of)?, false),
            ["r", of] => Self::Remove(id(of)?),
            ["ry", of] => Self::RemoveYes(id(of)?),
            ["new"] => Self::New(None),
            ["new", above] => Self::New(Some(id(above)?)),
            _ => return None,
        })
    }
}

/// What is asked about a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum AisleQuestion {
    /// Its name in a language.
    Name(CategoryId, Lang),
    /// The name of a new one, below this one; the update that asked is its key.
    New(Option<CategoryId>, UpdateId),
}

impl AisleQuestion {
    /// As the link of the question carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Name(id, lang) => format!("cn{lang}-{id}"),
            Self::New(above, asked) => format!("ca-{}-{asked}", above.map_or(0, |above| above.0)),
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str, about: &str) -> Option<Self> {
        if word == "ca" {
            let (above, asked) = about.split_once('-')?;
            let above: i64 = above.parse().ok()?;
            return Some(Self::New((above > 0).then_some(CategoryId(above)), UpdateId(asked.parse().ok()?)));
        }
        let lang = Lang::parse(word.strip_prefix("cn")?)?;
        Some(Self::Name(CategoryId(about.parse().ok()?), lang))
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Name(..) => ("staff-ask-name", "staff-ask-name-hint"),
            Self::New(..) => ("staff-ask-category", "staff-ask-name-hint"),
        }
    }
}

/// `/categories`: the first level.
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let drawn = list(&hand.shop.aisles().await?, hand.voice());
    hand.post(message, drawn).await
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: AisleDeed) -> Outcome {
    let (shop, by) = (&hand.shop, hand.colleague.actor());
    let (settled, id) = match deed {
        AisleDeed::New(_) | AisleDeed::Name(..) => return ask(hand, press, deed).await,
        AisleDeed::Remove(id) => return remove(hand, press, id).await,
        AisleDeed::List | AisleDeed::Open(_) | AisleDeed::Names(_) => {
            hand.release(press).await;
            let drawn = screen(hand, deed).await?;
            return hand.show(press, drawn).await;
        }
        AisleDeed::Put(id, number) => (shop.put_aisle(id, number, by).await?, id),
        AisleDeed::Show(id, visible) => (shop.show_aisle(id, visible, by).await?, id),
        AisleDeed::RemoveYes(id) => match shop.remove_aisle(id, by).await? {
            // Somebody has put something into it since it was asked.
            AisleSettled::Impossible => return remove(hand, press, id).await,
            settled => (settled, id),
        },
    };
    let text = if settled == AisleSettled::Done { "staff-done" } else { "staff-done-already" };
    hand.toast(press, text).await;
    let drawn = screen(hand, AisleDeed::Open(id)).await?;
    hand.show(press, drawn).await
}

/// One of the screens; of a category that is gone, the list.
async fn screen(hand: &Hand, deed: AisleDeed) -> Result<Card, Trouble> {
    let (voice, aisles) = (hand.voice(), hand.shop.aisles().await?);
    let find = |id| aisles.iter().find(|aisle: &&Aisle| aisle.id == id);
    Ok(match deed {
        AisleDeed::Open(id) => match (find(id), hand.shop.place_of_aisle(id).await?) {
            (Some(aisle), Some(place)) => card(aisle, place, &aisles, voice),
            _ => list(&aisles, voice),
        },
        AisleDeed::Names(id) => find(id).map_or_else(|| list(&aisles, voice), |aisle| names(aisle, voice)),
        _ => list(&aisles, voice),
    })
}

/// Asks whether to take a category away, or tells what stands in the way.
async fn remove(hand: &Hand, press: &CallbackQuery, id: CategoryId) -> Outcome {
    let Some(aisle) = hand.shop.aisle(id).await? else {
        hand.toast(press, "staff-done-already").await;
        let drawn = screen(hand, AisleDeed::List).await?;
        return hand.show(press, drawn).await;
    };
    if !aisle.is_empty() {
        presses::toast(&hand.bot, press, &full_text(&aisle, hand.voice()), true).await;
        return Ok(());
    }
    hand.release(press).await;
    hand.show(press, sure(&aisle, hand.voice())).await
}

async fn ask(hand: &Hand, press: &CallbackQuery, deed: AisleDeed) -> Outcome {
    hand.release(press).await;
    let Some(place) = press.message.as_ref().map(|message| (message.chat().id, message.id())) else {
        return Ok(());
    };
    let lang = hand.group.lang();
    let (question, name, now) = match deed {
        AisleDeed::Name(id, asked) => {
            let Some(aisle) = hand.shop.aisle(id).await? else { return Ok(()) };
            let now = text_now(hand, aisle.names.exact(asked), asked);
            (AisleQuestion::Name(id, asked), aisle.names.get(lang).to_owned(), now)
        }
        AisleDeed::New(above) => {
            let question = AisleQuestion::New(above, hand.update.id);
            (question, hand.voice().label("staff-new-category"), Html::default())
        }
        _ => return Ok(()),
    };
    prompt::ask_seeing(hand, place, Question::Aisle(question), &name, now).await
}

/// Somebody answered with a name.
pub(super) async fn answered(hand: &Hand, message: &Message, question: AisleQuestion) -> Outcome {
    let name = match Aisle::name(message.text().unwrap_or_default()) {
        Ok(name) => name,
        Err(invalid) => return refuse(hand, message, invalid, Wording::Name).await,
    };
    let by = hand.colleague.actor();
    let next = match (question, name) {
        (AisleQuestion::New(..), None) => return hand.say(message, "staff-answer-in-words").await,
        (AisleQuestion::New(above, asked), Some(name)) => {
            match hand.shop.make_aisle(asked, above, &name, by).await? {
                Some(made) => AisleDeed::Open(made.id),
                None => return hand.say(message, "staff-categories-full").await,
            }
        }
        (AisleQuestion::Name(id, lang), name) => {
            let settled = hand.shop.word_aisle(id, lang, name.as_deref(), hand.update.id, by).await?;
            if settled == AisleSettled::Impossible {
                return hand.say(message, "staff-name-last").await;
            }
            AisleDeed::Names(id)
        }
    };
    let drawn = screen(hand, next).await?;
    hand.post(message, drawn).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::{StaffButton, decode, encode};

    #[test]
    fn every_button_of_a_category_survives_and_fits() {
        let id = CategoryId(i64::MAX);
        let deeds = [
            AisleDeed::List,
            AisleDeed::Open(id),
            AisleDeed::Names(id),
            AisleDeed::Name(id, Lang::De),
            AisleDeed::Put(id, u32::MAX),
            AisleDeed::Show(id, true),
            AisleDeed::Show(id, false),
            AisleDeed::Remove(id),
            AisleDeed::RemoveYes(id),
            AisleDeed::New(None),
            AisleDeed::New(Some(id)),
        ];
        for deed in deeds {
            let payload = encode(&StaffButton::Aisle(deed));
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(StaffButton::Aisle(deed)));
        }
    }
}
