//! `/import`: the catalogue as a file, with the file or as a reply to it.

use super::Hand;
use super::import_card::{ImportDeed, done, left, previewed, wrong, wrong_lines};
use crate::delivery::Trouble;
use crate::domain::UpdateId;
use crate::services::{Importable, Imported, LARGEST_FILE};
use crate::telegram::bot::{attached, download, upload};
use crate::telegram::errors::Outcome;
use serde::de::IgnoredAny;
use std::time::Duration;
use teloxide::payloads::SendDocumentSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{CallbackQuery, Document, Message, ParseMode, ReplyParameters};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Files that one instance reads at the same moment: a workbook takes some hundred megabytes when it is unpacked.
static READERS: Semaphore = Semaphore::const_new(1);

/// How long one waits for its turn.
const PATIENCE: Duration = Duration::from_secs(15);

/// Lines that are told one by one; more come as a file.
const TOLD: usize = 10;

/// `/import`
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let Some(file) = document(message) else { return hand.say(message, "import-hint").await };
    if file.file.size as usize > LARGEST_FILE {
        return hand.say(message, "import-large").await;
    }
    let turn = turn().await?;
    let Some(content) = download(&hand.bot, file.file.id.clone(), LARGEST_FILE).await? else {
        return hand.say(message, "import-large").await;
    };
    let importable = hand.shop.preview_import(content, hand.update.id).await?;
    drop(turn);
    show(hand, message, hand.update.id, &importable).await
}

/// The file that came with the command, or that it is a reply to.
fn document(message: &Message) -> Option<&Document> {
    message.document().or_else(|| message.reply_to_message()?.document())
}

async fn turn() -> Result<SemaphorePermit<'static>, Trouble> {
    let turn = tokio::time::timeout(PATIENCE, READERS.acquire()).await;
    let turn = turn.map_err(|late| Trouble::Dependency(Box::new(late)))?;
    turn.map_err(|closed| Trouble::Broken(Box::new(closed)))
}

async fn show(hand: &Hand, below: &Message, draft: UpdateId, importable: &Importable) -> Outcome {
    match importable {
        Importable::Wrong(errors) if errors.len() > TOLD => {
            let table = wrong_lines(errors, hand.voice());
            let rest = hand.voice().say("import-wrong-file");
            let caption = wrong(errors, TOLD, hand.voice()).paragraph(rest).cut_to_caption();
            let mut request = hand
                .bot
                .send_document(below.chat.id, attached())
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html)
                .reply_parameters(ReplyParameters::new(below.id).allow_sending_without_reply());
            request.payload_mut().message_thread_id = hand.topic();
            upload::<IgnoredAny>(&hand.bot, request, "import-errors.csv", table).await?;
            Ok(())
        }
        _ => hand.post(below, previewed(draft, importable, hand.voice())).await,
    }
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: ImportDeed) -> Outcome {
    let voice = hand.voice();
    match deed {
        ImportDeed::Import(draft, digest) => {
            let imported = hand.shop.import_draft(draft, &digest, hand.colleague.actor()).await?;
            tracing::info!(%draft, user = hand.colleague.id(), "a catalogue file was decided about");
            let (toast, drawn) = match imported {
                Imported::Done(counts) => ("import-toast", done(counts, voice)),
                Imported::Already(counts) => ("staff-done-already", done(counts, voice)),
                Imported::Left => ("staff-done-already", left(voice)),
                Imported::Overtaken(importable) => ("import-overtaken", previewed(draft, &importable, voice)),
                Imported::Gone => {
                    hand.toast(press, "import-gone").await;
                    return Ok(());
                }
            };
            hand.toast(press, toast).await;
            hand.show(press, drawn).await
        }
        ImportDeed::Leave(draft) => {
            if hand.shop.leave_import(draft).await? {
                hand.toast(press, "import-left").await;
                return hand.show(press, left(voice)).await;
            }
            hand.toast(press, "staff-done-already").await;
            Ok(())
        }
    }
}
