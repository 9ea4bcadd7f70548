//! Updates that could not be handled, and what the staff decide about them.

use super::payload::{StaffButton, encode};
use super::{Card, Hand};
use crate::domain::{Deed, Lang, Subject, UpdateId};
use crate::repository::{DeadLetters, StoreError};
use crate::telegram::bot::tell;
use crate::telegram::errors::Outcome;
use crate::telegram::texts::phrases;
use teloxide::prelude::Requester;
use teloxide::types::{CallbackQuery, InlineKeyboardButton};

/// Tells of it, and asks what is to be done.
pub(in crate::telegram) fn card(update: UpdateId, cause: &str, lang: Lang) -> Card {
    let texts = phrases(lang);
    let text =
        texts.html("staff-dead-letter", &[("update", update.to_string().into()), ("cause", cause.into())]);
    let button =
        |label: &str, button| InlineKeyboardButton::callback(texts.plain(label, &[]), encode(&button));
    let row = vec![
        button("staff-try-again", StaffButton::Retry(update)),
        button("staff-drop", StaffButton::Drop(update)),
    ];
    Card::new(text, [row])
}

/// Tries it again.
pub(super) async fn retry(
    hand: &Hand,
    press: &CallbackQuery,
    update: UpdateId,
    letters: &dyn DeadLetters,
) -> Outcome {
    let done = letters.retry(update).await?;
    if done {
        settled(hand, update, "retried").await?;
    }
    finish(hand, press, if done { "staff-tried-again" } else { "staff-letter-gone" }).await
}

/// Gives it up for good: a customer loses something.
pub(super) async fn drop_letter(
    hand: &Hand,
    press: &CallbackQuery,
    update: UpdateId,
    letters: &dyn DeadLetters,
) -> Outcome {
    let done = letters.drop_letter(update).await?;
    if done {
        settled(hand, update, "dropped").await?;
    }
    finish(hand, press, if done { "staff-dropped" } else { "staff-letter-gone" }).await
}

async fn settled(hand: &Hand, update: UpdateId, how: &str) -> Result<(), StoreError> {
    let by = hand.colleague.actor();
    hand.shop.note_deed(by, Deed::UpdateSettled, Subject::Update(update), how).await
}

/// Says what was done, and takes the buttons away.
async fn finish(hand: &Hand, press: &CallbackQuery, text: &str) -> Outcome {
    hand.toast(press, text).await;
    if let Some(message) = &press.message {
        let edit = hand.bot.edit_message_reply_markup(message.chat().id, message.id());
        if let Err(error) = tell(&hand.bot, edit).await {
            tracing::debug!(%error, "the buttons of a dead letter were left");
        }
    }
    Ok(())
}
