//! Pictures of products that the staff send, and look at.

use super::edit::View;
use super::edit_card::view;
use super::{Hand, draft};
use crate::domain::{ProductId, Stage};
use crate::services::{Settled, picture_key};
use crate::telegram::bot::download;
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use crate::telegram::pictures::Pictures;
use teloxide::payloads::SendPhotoSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{CallbackQuery, FileId, Message, ParseMode};

/// The most bytes of a picture (Bot API, "sendPhoto").
const LARGEST: usize = 10 * 1024 * 1024;

/// A picture as Telegram has it.
struct Sent {
    file: FileId,
    /// The same for every bot, and for ever.
    unique: String,
    size: u32,
    /// True for what can be sent on as it is; a document has to be uploaded as a picture first.
    is_photo: bool,
}

fn sent(message: &Message) -> Option<Sent> {
    if let Some(largest) = message.photo().and_then(|sizes| sizes.iter().max_by_key(|size| size.width)) {
        let file = &largest.file;
        return Some(Sent {
            file: file.id.clone(),
            unique: file.unique_id.0.clone(),
            size: file.size,
            is_photo: true,
        });
    }
    let document = message.document()?;
    let kind = document.mime_type.as_ref()?;
    let is_picture = kind.type_() == "image" && ["jpeg", "png", "webp"].contains(&kind.subtype().as_str());
    let file = &document.file;
    is_picture.then(|| Sent {
        file: file.id.clone(),
        unique: file.unique_id.0.clone(),
        size: file.size,
        is_photo: false,
    })
}

/// Somebody answered with a picture, or with one of an album.
pub(super) async fn answered(hand: &Hand, message: &Message, id: ProductId) -> Outcome {
    let Some(picture) = sent(message) else { return hand.say(message, "staff-picture-hint").await };
    if picture.size as usize > LARGEST {
        return hand.say(message, "staff-picture-large").await;
    }
    let name = format!("tg-{}.jpg", picture.unique);
    // Its content too: a shop that changes its bot keeps its pictures.
    if hand.shop.picture(&name).await?.is_none() {
        let Some(content) = download(&hand.bot, picture.file.clone(), LARGEST).await? else {
            return hand.say(message, "staff-picture-large").await;
        };
        hand.shop.keep_picture(&name, &content).await?;
    }
    if picture.is_photo {
        hand.shop.remember_file_id(hand.bot_id(), &name, &picture.file.0).await?;
    }
    match hand.shop.add_picture(id, &name, hand.colleague.actor()).await? {
        Settled::Impossible => hand.say(message, "staff-pictures-full").await,
        // Each picture of an album is a message of its own: ten cards would be nine too many.
        _ if message.media_group_id().is_some() => hand.thumb_up(message).await,
        _ => show(hand, message, id).await,
    }
}

async fn show(hand: &Hand, below: &Message, id: ProductId) -> Outcome {
    let Some((goods, _)) = hand.shop.goods_and_ledger(id, 0).await? else { return Ok(()) };
    if goods.stage == Stage::Draft {
        return draft::go_on(hand, (below.chat.id, below.id), id).await;
    }
    match view(&hand.shop, id, View::Pictures, hand.voice()).await? {
        Some(drawn) => hand.post(below, drawn).await,
        None => Ok(()),
    }
}

/// Somebody wants to see a picture.
pub(super) async fn send(hand: &Hand, press: &CallbackQuery, id: ProductId, key: &str) -> Outcome {
    let found = hand.shop.goods_and_ledger(id, 0).await?;
    let photos = found.as_ref().map(|(goods, _)| goods.photos.as_slice()).unwrap_or_default();
    let photo = photos.iter().enumerate().find(|(_, photo)| picture_key(photo) == key);
    let (Some((goods, _)), Some((place, photo)), Some(chat)) =
        (&found, photo, press.message.as_ref().map(|message| message.chat().id))
    else {
        hand.toast(press, "staff-picture-gone").await;
        return Ok(());
    };
    let pictures = Pictures::of(hand.bot_id(), hand.shop.clone());
    let Some(picture) = pictures.find(photo).await? else {
        hand.toast(press, "staff-picture-gone").await;
        return Ok(());
    };
    hand.release(press).await;
    let (file, content) = picture.parts();
    let name = Html::escaped(goods.names.get(hand.group.lang()));
    let caption = format!("{name} · {}/{}", place + 1, photos.len());
    let mut request = hand.bot.send_photo(chat, file).caption(caption).parse_mode(ParseMode::Html);
    request.payload_mut().message_thread_id = hand.topic();
    pictures.send(&hand.bot, request, photo, content).await?;
    Ok(())
}
