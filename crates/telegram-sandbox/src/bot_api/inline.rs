//! `answerInlineQuery`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::refusal::{Answer, Refusal};
use super::{Call, queries};
use crate::text::Formatted;
use crate::world::World;
use crate::world::keyboard::{self, InlineKeyboard, ReplyMarkup};
use crate::world::message::{Content, Media, MediaKind};
use crate::world::query::About;

/// Documentation of `answerInlineQuery`: no more than 50 results.
const RESULTS: usize = 50;
/// Documentation of `answerInlineQuery`: the offset can't exceed 64 bytes.
const OFFSET_BYTES: usize = 64;
/// Documentation of `answerInlineQuery`: seconds.
const CACHE_TIME: i64 = 300;

const TYPES: [&str; 13] = [
    "article",
    "photo",
    "gif",
    "mpeg4_gif",
    "video",
    "audio",
    "voice",
    "document",
    "location",
    "venue",
    "contact",
    "game",
    "sticker",
];

pub(super) fn answer(world: &mut World, call: &Call) -> Answer {
    let results = call.params.json("results")?.ok_or_else(|| Refusal::bad("can't find field \"results\""))?;
    let results =
        results.as_array().ok_or_else(|| Refusal::bad("expected an Array of inline query results"))?;
    if results.len() > RESULTS {
        return Err(Refusal::bad("RESULTS_TOO_MUCH"));
    }
    let mut ids = BTreeSet::new();
    for result in results {
        check(world, call, result)?;
        if !ids.insert(result["id"].as_str().unwrap_or_default()) {
            return Err(Refusal::bad("RESULT_ID_DUPLICATE"));
        }
    }
    let offset = call.params.text("next_offset").unwrap_or_default();
    if offset.len() > OFFSET_BYTES {
        return Err(Refusal::bad("NEXT_OFFSET_INVALID"));
    }
    let button = call.params.json("button")?;
    if let Some(parameter) =
        button.as_ref().and_then(|button| button.get("start_parameter")).and_then(Value::as_str)
    {
        let fits = (1..=64).contains(&parameter.len())
            && parameter.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        if !fits {
            return Err(Refusal::bad("START_PARAM_INVALID"));
        }
    }
    let answer = json!({
        "results": results,
        "next_offset": offset,
        "button": button,
        "is_personal": call.params.flag("is_personal"),
        "cache_time": call.params.int("cache_time")?.unwrap_or(CACHE_TIME).max(0),
    });
    let inline = About::Inline { text: String::new(), offset: String::new() };
    queries::answer(world, call, "inline_query_id", &inline, answer)?;
    world.revision += 1;
    Ok(true.into())
}

/// One result must be whole, so that it does not fail only when a person chooses it.
fn check(world: &mut World, call: &Call, result: &Value) -> Result<(), Refusal> {
    let wrong = |reason: String| Refusal::bad(format!("can't parse inline query result: {reason}"));
    let text = |name: &str| result.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let kind = text("type").ok_or_else(|| wrong("Can't find field \"type\"".into()))?;
    if !TYPES.contains(&kind) {
        return Err(wrong(format!("unsupported type \"{kind}\"")));
    }
    let id = text("id").ok_or_else(|| Refusal::bad("RESULT_ID_EMPTY"))?;
    // Documentation: 1-64 bytes.
    if id.len() > 64 {
        return Err(Refusal::bad("RESULT_ID_INVALID"));
    }
    let missing = |name: &str| text(name).is_none();
    if kind == "article" && (missing("title") || result.get("input_message_content").is_none()) {
        return Err(wrong("Can't find field \"title\" or \"input_message_content\"".into()));
    }
    if kind == "photo" && missing("photo_file_id") && (missing("photo_url") || missing("thumbnail_url")) {
        return Err(wrong("Can't find field \"photo_url\" or \"thumbnail_url\"".into()));
    }
    if let Some(id) = text("photo_file_id")
        && world.files.by_file_id(id, call.bot).is_none()
    {
        return Err(Refusal::bad("wrong file identifier/HTTP URL specified"));
    }
    content(world, call.bot, result)?;
    keyboard_of(result)?;
    Ok(())
}

/// The keyboard of a result.
pub(crate) fn keyboard_of(result: &Value) -> Result<Option<InlineKeyboard>, Refusal> {
    match result.get("reply_markup") {
        None | Some(Value::Null) => Ok(None),
        Some(markup) => match keyboard::parse(markup, true)? {
            Some(ReplyMarkup::Inline(keyboard)) => Ok(Some(keyboard)),
            _ => Err(Refusal::bad("inline keyboard expected")),
        },
    }
}

/// The message that a result becomes.
pub(crate) fn content(world: &mut World, bot: i64, result: &Value) -> Result<Content, Refusal> {
    if let Some(input) = result.get("input_message_content").filter(|input| !input.is_null()) {
        return from_input(input);
    }
    let text = |name: &str| result.get(name).and_then(Value::as_str);
    let caption = match result.get("caption_entities") {
        Some(entities) => Formatted::with_entities(text("caption").unwrap_or_default(), entities)?,
        None => Formatted::parse(text("caption").unwrap_or_default(), text("parse_mode"))?,
    };
    if caption.utf16_len() > super::sending::CAPTION_LENGTH {
        return Err(Refusal::bad("message caption is too long"));
    }
    let kind = match text("type").unwrap_or_default() {
        "gif" | "mpeg4_gif" => MediaKind::Animation,
        "location" => return Ok(Content::Plain("location", pick(result, &["latitude", "longitude"]))),
        "venue" => {
            let mut venue = pick(result, &["title", "address"]);
            venue["location"] = pick(result, &["latitude", "longitude"]);
            return Ok(Content::Plain("venue", venue));
        }
        "contact" => {
            let contact = pick(result, &["phone_number", "first_name", "last_name", "vcard"]);
            return Ok(Content::Plain("contact", contact));
        }
        other => MediaKind::named(other).ok_or_else(|| Refusal::bad("MESSAGE_EMPTY"))?,
    };
    let field = kind.field();
    let cached = text(&format!("{field}_file_id")).and_then(|id| world.files.by_file_id(id, bot));
    let file = match cached {
        Some(file) => file.key.clone(),
        // The file lies at an address that only the person's app would load: a stand-in takes its place.
        None => world.files.add(super::fetching::grey_picture(), "image/png".into(), None).key.clone(),
    };
    let details = json!({});
    Ok(Content::Media(Media { kind, file, caption, details, spoiler: false, caption_above: false }))
}

fn from_input(input: &Value) -> Result<Content, Refusal> {
    let text = |name: &str| input.get(name).and_then(Value::as_str);
    if let Some(words) = text("message_text") {
        let body = match input.get("entities") {
            Some(entities) => Formatted::with_entities(words, entities)?,
            None => Formatted::parse(words, text("parse_mode"))?,
        };
        return match body.utf16_len() {
            0 => Err(Refusal::bad("MESSAGE_EMPTY")),
            length if length > super::sending::TEXT_LENGTH => Err(Refusal::bad("message is too long")),
            _ => Ok(Content::Text { body, link_preview: input.get("link_preview_options").cloned() }),
        };
    }
    if input.get("phone_number").is_some() {
        return Ok(Content::Plain(
            "contact",
            pick(input, &["phone_number", "first_name", "last_name", "vcard"]),
        ));
    }
    if input.get("latitude").is_some() {
        return Ok(Content::Plain("location", pick(input, &["latitude", "longitude"])));
    }
    Err(Refusal::bad("can't parse InputMessageContent"))
}

fn pick(from: &Value, names: &[&str]) -> Value {
    let fields = names.iter().filter_map(|name| Some((name.to_string(), from.get(*name)?.clone())));
    fields.collect::<serde_json::Map<_, _>>().into()
}
