//! Files that a person sends.

use axum::Json;
use axum::extract::Request;
use serde_json::Value;

use super::form;
use super::reply::Reply;
use crate::bot_api::params::Upload;
use crate::person::messages::Spot;
use crate::person::{self, Unable, messages, view};
use crate::sandbox::Shared;
use crate::world::message::MediaKind;

/// Sends the files of a multipart form: one, or several as an album.
pub(super) async fn send(shared: &Shared, place: (i64, i64), request: Request) -> Reply {
    let broken = |_| Unable::because("the form is broken");
    let mut fields = form::multipart(request).await.map_err(|_| Unable::because("the form is broken"))?;
    let mut uploads = Vec::new();
    let mut caption = String::new();
    let mut spot = Spot::default();
    let mut kind = MediaKind::Document;
    while let Some(field) = fields.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let file_name = field.file_name().filter(|name| !name.is_empty()).map(str::to_owned);
            let mime = field.content_type().map(str::to_owned);
            uploads.push(Upload { name: file_name, mime, bytes: field.bytes().await.map_err(broken)? });
            continue;
        }
        let text = field.text().await.map_err(broken)?;
        match name.as_str() {
            "kind" => {
                kind = MediaKind::named(&text)
                    .ok_or_else(|| Unable::because(format!("there is no kind of file \"{text}\"")))?;
            }
            "caption" => caption = text,
            "reply_to" => spot.reply_to = text.parse().ok(),
            "thread" => spot.thread = text.parse().ok(),
            _ => {}
        }
    }
    if uploads.is_empty() {
        return Err(Unable::because("there is no file in the form"));
    }
    let (user, peer) = place;
    let mut world = shared.lock();
    let key = person::chat(&world, user, peer)?;
    messages::may_write(&world, user, key, kind.right())?;
    let mut contents = Vec::new();
    for upload in &uploads {
        // The caption of an album stands under its first picture.
        let caption = if contents.is_empty() { caption.as_str() } else { "" };
        contents.push(messages::file(&mut world, kind, upload, caption)?);
    }
    let ids = messages::album(&mut world, user, key, contents, spot)?;
    let sent =
        ids.iter().filter_map(|id| world.message(key, *id)).map(|m| view::message(&world, user, key, m));
    let mut sent: Vec<Value> = sent.collect();
    Ok(Json(if sent.len() == 1 { sent.remove(0) } else { sent.into() }))
}
