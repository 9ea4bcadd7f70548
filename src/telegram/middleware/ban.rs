//! Whom the shop no longer serves, and in which language everybody else is served.

use super::{Branch, step};
use crate::delivery::{Incoming, Trouble};
use crate::domain::{Customer, Lang};
use crate::telegram::bot::tell;
use crate::telegram::presses;
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::types::{ChatId, UpdateKind};

/// Refuses the banned, politely; the others go on.
pub(in super::super) fn ban() -> Branch {
    step(check)
}

async fn check(update: Arc<Incoming>, customer: Customer, bot: Bot) -> Result<Option<Lang>, Trouble> {
    if !customer.banned {
        return Ok(Some(customer.lang));
    }
    tracing::info!(customer = customer.id.0, "a banned customer was refused");
    let text = phrases(customer.lang).plain("banned", &[]);
    match &update.update.kind {
        UpdateKind::CallbackQuery(press) => presses::explain(&bot, &update, press, &text).await?,
        UpdateKind::Message(_) => tell(&bot, bot.send_message(ChatId(customer.id.0), text)).await?,
        _ => {}
    }
    Ok(None)
}
