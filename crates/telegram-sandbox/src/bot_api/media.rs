//! Messages with files, albums, and reading files back.

use serde_json::{Map, Value, json};

use super::params::Upload;
use super::refusal::{Answer, Refusal};
use super::{Call, sending};
use crate::text::Formatted;
use crate::world::message::{Content, Media, MediaKind};
use crate::world::{World, file};

/// Documentation, "Sending files": photos by upload at most 10 MB, other files 50 MB.
const PHOTO_BYTES: usize = 10 * 1024 * 1024;
const UPLOAD_BYTES: usize = 50 * 1024 * 1024;
/// Documentation of `getFile`: files of up to 20 MB.
const DOWNLOAD_BYTES: usize = 20 * 1024 * 1024;
/// Documentation of `sendPhoto`: width and height together at most 10000, their ratio at most 20.
const PHOTO_SIDES: usize = 10_000;
const PHOTO_RATIO: usize = 20;

/// `sendPhoto`, `sendDocument` and the others: the method names the kind.
pub(super) fn send(world: &mut World, call: &Call) -> Answer {
    let kind = match call.method.to_lowercase().as_str() {
        "sendvideonote" => MediaKind::VideoNote,
        method => MediaKind::named(method.trim_start_matches("send")).ok_or_else(Refusal::not_found)?,
    };
    // The chat is looked at first, so that nothing is stored for a chat that does not exist.
    call.writable_chat(world)?;
    let caption = match kind.has_caption() {
        true => sending::caption(call.params)?,
        false => Formatted::default(),
    };
    let name = kind.field();
    let file = match call.params.file(name) {
        Some(upload) => store(world, kind, upload)?,
        None => {
            let reference = call.params.text(name);
            let reference = reference.ok_or_else(|| {
                Refusal::bad(format!("there is no {} in the request", name.replace('_', " ")))
            })?;
            by_reference(world, call, kind, &reference)?
        }
    };
    let media = Media {
        kind,
        file,
        caption,
        details: details(|name| call.params.scalar(name)),
        spoiler: call.params.flag("has_spoiler"),
        caption_above: call.params.flag("show_caption_above_media"),
    };
    sending::send(world, call, Content::Media(media))
}

/// What the sender says about a file.
fn details(find: impl Fn(&str) -> Option<Value>) -> Value {
    let names = ["duration", "width", "height", "performer", "title", "length", "emoji"];
    names.iter().filter_map(|name| Some((name.to_string(), find(name)?))).collect::<Map<_, _>>().into()
}

/// A `file_id` or a web address.
fn by_reference(world: &mut World, call: &Call, kind: MediaKind, reference: &str) -> Result<String, Refusal> {
    if reference.starts_with("http://") || reference.starts_with("https://") {
        let fetched = call.params.fetched(reference);
        return match fetched {
            Some(upload) if !upload.bytes.is_empty() => store(world, kind, upload),
            Some(_) => Err(Refusal::bad("wrong type of the web page content")),
            None => Err(Refusal::bad("failed to get HTTP URL content")),
        };
    }
    let file = world.files.by_file_id(reference, call.bot);
    let file = file.ok_or_else(|| Refusal::bad("wrong file identifier/HTTP URL specified"))?;
    if kind == MediaKind::Photo && !file.mime.starts_with("image/") {
        return Err(Refusal::bad("can't use file of type Document as Photo"));
    }
    Ok(file.key.clone())
}

/// Takes an upload in, if Telegram would. Returns its key.
fn store(world: &mut World, kind: MediaKind, upload: &Upload) -> Result<String, Refusal> {
    if upload.bytes.is_empty() {
        return Err(Refusal::bad("file must be non-empty"));
    }
    if upload.bytes.len() > UPLOAD_BYTES {
        let too_large = Refusal { code: 413, ..Refusal::bad("") };
        return Err(Refusal { description: "Request Entity Too Large".into(), ..too_large });
    }
    if kind == MediaKind::Photo && upload.bytes.len() > PHOTO_BYTES {
        let size = upload.bytes.len();
        let reason = format!(
            "file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes"
        );
        return Err(Refusal::bad(reason));
    }
    let looks_like = file::media_type(upload, kind);
    if kind == MediaKind::Photo {
        let size = imagesize::blob_size(&upload.bytes).map_err(|_| Refusal::bad("IMAGE_PROCESS_FAILED"))?;
        let (short, long) = (size.width.min(size.height), size.width.max(size.height));
        if short + long > PHOTO_SIDES || long > short.saturating_mul(PHOTO_RATIO) {
            return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
        }
    }
    // A photo loses its name.
    let name = upload.name.clone().filter(|_| kind != MediaKind::Photo);
    Ok(world.files.add(upload.bytes.clone(), looks_like, name).key.clone())
}

/// One `InputMedia`.
pub(super) fn from_input(world: &mut World, call: &Call, item: &Value) -> Result<Media, Refusal> {
    let wrong = |reason: &str| Refusal::bad(format!("can't parse InputMedia: {reason}"));
    let text = |name: &str| item.get(name).and_then(Value::as_str);
    let kind = text("type").ok_or_else(|| wrong("Can't find field \"type\""))?;
    let kind = MediaKind::named(kind)
        .filter(|kind| kind.has_caption() && *kind != MediaKind::Voice)
        .ok_or_else(|| wrong("type must be one of photo, video, audio, document, animation"))?;
    let reference = text("media").ok_or_else(|| wrong("Can't find field \"media\""))?;
    let caption = text("caption").unwrap_or_default();
    let caption = match item.get("caption_entities") {
        Some(entities) => Formatted::with_entities(caption, entities)?,
        None => Formatted::parse(caption, text("parse_mode"))?,
    };
    if caption.utf16_len() > sending::CAPTION_LENGTH {
        return Err(Refusal::bad("message caption is too long"));
    }
    let file = match call.params.attached(reference) {
        Some(upload) => store(world, kind, upload)?,
        None if reference.starts_with("attach://") => return Err(wrong("file not found in the request")),
        None => by_reference(world, call, kind, reference)?,
    };
    Ok(Media {
        kind,
        file,
        caption,
        details: details(|name| item.get(name).cloned()),
        spoiler: item.get("has_spoiler") == Some(&Value::Bool(true)),
        caption_above: item.get("show_caption_above_media") == Some(&Value::Bool(true)),
    })
}

pub(super) fn send_group(world: &mut World, call: &Call) -> Answer {
    let place = sending::place(world, call)?;
    let items = call.params.json("media")?.ok_or_else(|| Refusal::bad("can't parse media JSON object"))?;
    let items = items.as_array().ok_or_else(|| Refusal::bad("expected an Array of InputMedia"))?;
    if items.is_empty() {
        return Err(Refusal::bad("there are no messages to send"));
    }
    // Documentation of `sendMediaGroup`: 2-10 items.
    if items.len() > 10 {
        return Err(Refusal::bad("too many messages to send as an album"));
    }
    if items.len() < 2 {
        return Err(Refusal::bad("an album must include 2-10 items"));
    }
    let album = items.iter().map(|item| from_input(world, call, item)).collect::<Result<Vec<_>, _>>()?;
    let mixes =
        |kind: MediaKind| album.iter().any(|m| m.kind == kind) && album.iter().any(|m| m.kind != kind);
    for kind in [MediaKind::Document, MediaKind::Audio] {
        if mixes(kind) {
            return Err(Refusal::bad(format!("{} can't be mixed with other media types", kind.field())));
        }
    }
    if album.iter().any(|media| media.kind == MediaKind::Animation) {
        let reason = "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup";
        return Err(Refusal::bad(reason));
    }
    for media in &album {
        sending::check_right(world, call, place.key, &Content::Media(media.clone()))?;
    }
    call.take_room(world, place.key, album.len())?;
    let group = world.serial().to_string();
    let mut sent = Vec::new();
    for media in album {
        let id = sending::post(world, call, &place, Content::Media(media), None, Some(group.clone()));
        sent.push(sending::sent(world, call, place.key, id));
    }
    Ok(sent.into())
}

pub(super) fn get_file(world: &mut World, call: &Call) -> Answer {
    let id = call.params.text("file_id").ok_or_else(|| Refusal::bad("file_id not specified"))?;
    let file = world.files.by_file_id(&id, call.bot);
    let file = file.ok_or_else(|| Refusal::bad("wrong file_id or the file is temporarily unavailable"))?;
    if file.bytes.len() > DOWNLOAD_BYTES {
        return Err(Refusal::bad("file is too big"));
    }
    Ok(json!({
        "file_id": id,
        "file_unique_id": file.key,
        "file_size": file.bytes.len(),
        "file_path": file.path(),
    }))
}

pub(super) fn get_user_profile_photos(world: &mut World, call: &Call) -> Answer {
    let user = call.params.int("user_id")?.unwrap_or(0);
    match world.users.contains_key(&user) {
        true => Ok(json!({"total_count": 0, "photos": []})),
        false => Err(Refusal::bad("user not found")),
    }
}
