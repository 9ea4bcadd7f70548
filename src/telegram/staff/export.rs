//! `/export`: orders, customers, products or stock as a table for a spreadsheet.

use super::Hand;
use crate::delivery::Trouble;
use crate::domain::{AskedExport, Export};
use crate::services::ExportFile;
use crate::telegram::bot::{attached, upload};
use crate::telegram::errors::Outcome;
use serde::de::IgnoredAny;
use teloxide::payloads::SendDocumentSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{Message, ParseMode, ReplyParameters};
use tokio::sync::Semaphore;

/// Tables in memory at the same time: each may take some megabytes.
static WRITERS: Semaphore = Semaphore::const_new(2);

/// `/export orders`, `/export customers 2026-11`, `/export products xlsx`, `/export stock`.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    let Some(asked) = Export::asked(typed) else { return hand.say(message, "export-hint").await };
    let AskedExport { export, format, period } = asked;
    let _held = WRITERS.acquire().await.map_err(|error| Trouble::Broken(error.into()))?;
    let file = hand.shop.export(export, format, period, hand.colleague.actor(), hand.update.id).await?;
    if file.lines == 0 {
        return hand.say(message, "export-nothing").await;
    }
    let days = match period.map(|period| period.days(hand.shop.today())) {
        None => hand.shop.today().to_string(),
        Some(days) if days.count() == 1 => days.first().to_string(),
        Some(days) => format!("{}-{}", days.first(), days.last()),
    };
    let name = format!("{}-{days}.{}", export.as_str(), format.as_str());
    send(hand, message, export, name, file).await
}

async fn send(hand: &Hand, to: &Message, export: Export, name: String, file: ExportFile) -> Outcome {
    let voice = hand.voice();
    let what = voice.label(title(export));
    let text = voice.tell("export-done", [("what", what.into()), ("lines", voice.count(file.lines).into())]);
    let text = if file.is_cut { text.line(voice.say("export-cut")) } else { text };
    let mut request = hand
        .bot
        .send_document(to.chat.id, attached())
        .caption(text.as_str())
        .parse_mode(ParseMode::Html)
        .reply_parameters(ReplyParameters::new(to.id).allow_sending_without_reply());
    request.payload_mut().message_thread_id = hand.topic();
    upload::<IgnoredAny>(&hand.bot, request, name, file.content).await?;
    Ok(())
}

/// How people call a table.
pub(super) const fn title(export: Export) -> &'static str {
    match export {
        Export::Orders => "export-orders",
        Export::Customers => "export-customers",
        Export::Products => "export-products",
        Export::Stock => "export-stock",
    }
}
