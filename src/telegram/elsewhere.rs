//! Where the bot has no business: other groups, channels, and payments that nobody asked for.

use super::bot::tell;
use super::errors::Outcome;
use super::presses;
use super::texts::phrases;
use crate::delivery::Incoming;
use crate::domain::Lang;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::types::{CallbackQuery, UpdateKind};

/// A press outside a private chat and the staff group: a polite no.
pub(super) async fn press(bot: Bot, press: CallbackQuery) -> Outcome {
    tracing::info!(user = press.from.id.0, "a button was pressed where it does nothing");
    presses::toast(&bot, &press, &phrases(lang(&press)).plain("not-here", &[]), false).await;
    Ok(())
}

/// A payment that this shop has not asked for: refused, so that no money moves.
pub(super) async fn payment(bot: Bot, update: Arc<Incoming>) -> Outcome {
    let text = phrases(Lang::default()).plain("not-here", &[]);
    match &update.update.kind {
        UpdateKind::PreCheckoutQuery(query) => {
            let mut refusal = bot.answer_pre_checkout_query(query.id.clone(), false);
            refusal.error_message = Some(text);
            tell(&bot, refusal).await?;
        }
        UpdateKind::ShippingQuery(query) => {
            let mut refusal = bot.answer_shipping_query(query.id.clone(), false);
            refusal.error_message = Some(text);
            tell(&bot, refusal).await?;
        }
        _ => {}
    }
    Ok(())
}

/// An update that asks for no answer: words in other groups, service messages, kinds nobody knows yet.
pub(super) async fn nothing(update: Arc<Incoming>) -> Outcome {
    tracing::debug!(kind = update.kind, "nothing to answer");
    Ok(())
}

fn lang(press: &CallbackQuery) -> Lang {
    press.from.language_code.as_deref().and_then(Lang::parse).unwrap_or_default()
}
