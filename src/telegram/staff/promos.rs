//! `/promos`: codes with what came of them; pause, go on, make new ones.

use super::Hand;
use super::promo_card::{card, page};
use super::promo_form::{self, FormDeed};
use super::promo_scope::{self, ScopeDeed};
use crate::domain::PromoCode;
use crate::telegram::bot::{attached, upload};
use crate::telegram::errors::Outcome;
use serde::de::IgnoredAny;
use teloxide::payloads::SendDocumentSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{CallbackQuery, ChatId, Message};

/// What the buttons of promos do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum PromoDeed {
    /// Show the promos made before this one; 0: the newest.
    Page(i64),
    /// Show one.
    Open(i64),
    /// Let it go on, or pause it.
    Turn(i64, bool),
    /// Send the codes of a series.
    Codes(i64),
    /// Go on with the draft of whoever pressed, or begin one.
    New,
    /// Something on the card of a draft.
    Form(i64, FormDeed),
    /// Something where it is chosen what a promo applies to.
    Scope(ScopeDeed),
}

impl PromoDeed {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Page(before) => format!("l:{before}"),
            Self::Open(id) => format!("o:{id}"),
            Self::Turn(id, true) => format!("on:{id}"),
            Self::Turn(id, false) => format!("off:{id}"),
            Self::Codes(id) => format!("c:{id}"),
            Self::New => "new".to_owned(),
            Self::Form(id, deed) => format!("f:{id}:{}", deed.word()),
            Self::Scope(deed) => format!("s:{}", deed.words()),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok();
        match words {
            ["l", before] => id(before).map(Self::Page),
            ["o", promo] => id(promo).map(Self::Open),
            ["on", promo] => id(promo).map(|id| Self::Turn(id, true)),
            ["off", promo] => id(promo).map(|id| Self::Turn(id, false)),
            ["c", promo] => id(promo).map(Self::Codes),
            ["new"] => Some(Self::New),
            ["f", draft, word] => Some(Self::Form(id(draft)?, FormDeed::parse(word)?)),
            ["s", words @ ..] => ScopeDeed::parse(words).map(Self::Scope),
            _ => None,
        }
    }
}

/// `/promos`, `/promos SPRING`, `/promos new`.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    match typed.trim() {
        "" => hand.post(message, page(hand, 0).await?).await,
        "new" => promo_form::open(hand, message.chat.id).await,
        code => {
            let found = match PromoCode::parse(code) {
                Ok(code) => hand.shop.promo_with_code(&code).await?,
                Err(_) => None,
            };
            let drawn = match found {
                Some(id) => card(hand, id).await?,
                None => None,
            };
            match drawn {
                Some(drawn) => hand.post(message, drawn).await,
                None => hand.say(message, "promos-none-such").await,
            }
        }
    }
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: PromoDeed) -> Outcome {
    let Some(chat) = press.message.as_ref().map(|message| message.chat().id) else { return Ok(()) };
    match deed {
        PromoDeed::Page(before) => {
            hand.release(press).await;
            hand.show(press, page(hand, before).await?).await
        }
        PromoDeed::Open(id) => {
            hand.release(press).await;
            show(hand, press, id).await
        }
        PromoDeed::Turn(id, active) => {
            let done = hand.shop.set_promo_active(id, active, hand.colleague.actor()).await?;
            let text = match (done, active) {
                (false, _) => "staff-done-already",
                (true, true) => "promos-running",
                (true, false) => "promos-paused",
            };
            hand.toast(press, text).await;
            show(hand, press, id).await
        }
        PromoDeed::Codes(id) => {
            hand.release(press).await;
            send_codes(hand, chat, id).await
        }
        PromoDeed::New => {
            hand.release(press).await;
            promo_form::open(hand, chat).await
        }
        PromoDeed::Form(id, deed) => promo_form::pressed(hand, press, id, deed).await,
        PromoDeed::Scope(deed) => promo_scope::pressed(hand, press, deed).await,
    }
}

async fn show(hand: &Hand, press: &CallbackQuery, id: i64) -> Outcome {
    match card(hand, id).await? {
        Some(drawn) => hand.show(press, drawn).await,
        None => Ok(()),
    }
}

/// The codes of a series as a table. Codes have letters, digits and hyphens only, and none begins like a formula.
pub(super) async fn send_codes(hand: &Hand, chat: ChatId, series: i64) -> Outcome {
    let codes = hand.shop.promo_codes(series).await?;
    let Some((first, _)) = codes.first() else { return Ok(()) };
    let name = format!("{}.csv", first.rsplit_once('-').map_or(first.as_str(), |(prefix, _)| prefix));
    let mut table = String::from("\u{feff}code,used\n");
    for (code, used) in &codes {
        table.push_str(&format!("{code},{used}\n"));
    }
    let count = u32::try_from(codes.len()).unwrap_or(u32::MAX);
    let caption = hand.voice().label_with("promos-codes", [("count", i64::from(count).into())]);
    let mut request = hand.bot.send_document(chat, attached()).caption(caption);
    request.payload_mut().message_thread_id = hand.topic();
    upload::<IgnoredAny>(&hand.bot, request, name, table.into_bytes()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::{StaffButton, decode, encode};

    #[test]
    fn every_button_of_a_promo_survives_and_fits() {
        let deeds = [
            PromoDeed::Page(i64::MAX),
            PromoDeed::Open(1),
            PromoDeed::Turn(i64::MAX, true),
            PromoDeed::Turn(1, false),
            PromoDeed::Codes(i64::MAX),
            PromoDeed::New,
        ];
        let forms = FormDeed::all().map(|deed| PromoDeed::Form(i64::MAX, deed));
        let scopes = ScopeDeed::all().map(PromoDeed::Scope);
        for deed in deeds.into_iter().chain(forms).chain(scopes) {
            let button = StaffButton::Promos(deed);
            let payload = encode(&button);
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(button));
        }
    }
}
