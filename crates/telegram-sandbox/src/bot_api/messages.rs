//! Messages without files: text, places, contacts, dice, polls; and "typing".

use rand::Rng;
use serde_json::{Map, Value, json};

use super::refusal::{Answer, Refusal};
use super::{Call, sending};
use crate::world::World;
use crate::world::chat::Typing;
use crate::world::message::Content;

/// A chat action is shown for five seconds or until the next message (documentation of `sendChatAction`).
const TYPING_MS: i64 = 5_000;

pub(super) fn send_message(world: &mut World, call: &Call) -> Answer {
    let body = sending::message_text(call.params)?;
    let link_preview = call.params.json("link_preview_options")?;
    sending::send(world, call, Content::Text { body, link_preview })
}

pub(super) fn send_location(world: &mut World, call: &Call) -> Answer {
    let mut location = location(call)?;
    for name in ["live_period", "heading", "proximity_alert_radius"] {
        if let Some(number) = call.params.int(name)? {
            location[name] = number.into();
        }
    }
    sending::send(world, call, Content::Plain("location", location))
}

/// `latitude`, `longitude` and `horizontal_accuracy` of a call.
pub(super) fn location(call: &Call) -> Result<Value, Refusal> {
    let required =
        |name: &str| call.params.float(name).ok_or_else(|| Refusal::bad(format!("{name} is empty")));
    let (latitude, longitude) = (required("latitude")?, required("longitude")?);
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return Err(Refusal::bad("wrong latitude or longitude specified"));
    }
    let mut location = json!({"latitude": latitude, "longitude": longitude});
    if let Some(accuracy) = call.params.float("horizontal_accuracy") {
        location["horizontal_accuracy"] = accuracy.into();
    }
    Ok(location)
}

pub(super) fn send_venue(world: &mut World, call: &Call) -> Answer {
    let mut venue = json!({"location": location(call)?});
    for name in ["title", "address"] {
        let text = call.params.text(name).ok_or_else(|| Refusal::bad(format!("{name} must be non-empty")))?;
        venue[name] = text.into();
    }
    for name in ["foursquare_id", "foursquare_type", "google_place_id", "google_place_type"] {
        if let Some(text) = call.params.text(name) {
            venue[name] = text.into();
        }
    }
    sending::send(world, call, Content::Plain("venue", venue))
}

pub(super) fn send_contact(world: &mut World, call: &Call) -> Answer {
    let mut contact = Map::new();
    for (name, wrong) in [("phone_number", "phone number is empty"), ("first_name", "first name is empty")] {
        contact.insert(name.into(), call.params.text(name).ok_or_else(|| Refusal::bad(wrong))?.into());
    }
    for name in ["last_name", "vcard"] {
        if let Some(text) = call.params.text(name) {
            contact.insert(name.into(), text.into());
        }
    }
    sending::send(world, call, Content::Plain("contact", contact.into()))
}

/// Emoji that are thrown, and how many faces each has (documentation of `Dice`).
const DICE: [(&str, u8); 6] = [("🎲", 6), ("🎯", 6), ("🎳", 6), ("🏀", 5), ("⚽", 5), ("🎰", 64)];

pub(super) fn send_dice(world: &mut World, call: &Call) -> Answer {
    let emoji = call.params.text("emoji").unwrap_or_else(|| "🎲".into());
    let dice = dice(world, &emoji).ok_or_else(|| Refusal::bad("wrong dice emoji"))?;
    sending::send(world, call, Content::Plain("dice", dice))
}

/// Throws one.
pub(crate) fn dice(world: &mut World, emoji: &str) -> Option<Value> {
    let faces = DICE.iter().find(|(known, _)| *known == emoji)?.1;
    let serial = world.serial();
    let mut random = <rand::rngs::StdRng as rand::SeedableRng>::seed_from_u64(world.seed ^ serial);
    Some(json!({"emoji": emoji, "value": random.random_range(1..=faces)}))
}

pub(super) fn send_poll(world: &mut World, call: &Call) -> Answer {
    let question =
        call.params.text("question").ok_or_else(|| Refusal::bad("poll question must be non-empty"))?;
    if question.chars().count() > 300 {
        return Err(Refusal::bad("poll question length must not exceed 300"));
    }
    let options = call.params.json("options")?.unwrap_or_default();
    let texts = options.as_array().map(|options| {
        let text =
            |option: &Value| option.as_str().or_else(|| option.get("text")?.as_str()).map(str::to_owned);
        options.iter().filter_map(text).collect::<Vec<_>>()
    });
    let texts = texts
        .filter(|texts| texts.len() >= 2)
        .ok_or_else(|| Refusal::bad("poll must have at least 2 option"))?;
    if texts.len() > 12 {
        return Err(Refusal::bad("poll can't have more than 12 options"));
    }
    if texts.iter().any(String::is_empty) {
        return Err(Refusal::bad("poll options must be non-empty"));
    }
    if texts.iter().any(|text| text.chars().count() > 100) {
        return Err(Refusal::bad("poll options length must not exceed 100"));
    }
    let options: Vec<Value> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| json!({"persistent_id": index.to_string(), "text": text, "voter_count": 0}))
        .collect();
    let id = world.serial();
    let anonymous = call.params.text("is_anonymous").is_none() || call.params.flag("is_anonymous");
    let poll = json!({
        "id": id.to_string(),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": call.params.flag("is_closed"),
        "is_anonymous": anonymous,
        "type": call.params.text("type").unwrap_or_else(|| "regular".into()),
        "allows_multiple_answers": call.params.flag("allows_multiple_answers"),
        "allows_revoting": true,
        "members_only": false,
    });
    sending::send(world, call, Content::Plain("poll", poll))
}

pub(super) fn stop_poll(world: &mut World, call: &Call) -> Answer {
    let key = call.chat(world)?;
    let id = call.params.int("message_id")?.unwrap_or(0);
    let bot = call.bot;
    let message =
        world.message_mut(key, id).ok_or_else(|| Refusal::bad("message with poll to stop not found"))?;
    let (sender, Content::Plain("poll", poll)) = (message.sender, &mut message.content) else {
        return Err(Refusal::bad("message is not a poll"));
    };
    if sender != bot {
        return Err(Refusal::bad("poll can't be stopped"));
    }
    if poll["is_closed"] == true {
        return Err(Refusal::bad("poll has already been closed"));
    }
    poll["is_closed"] = true.into();
    let poll = poll.clone();
    world.touch(key, id, "edited");
    Ok(poll)
}

const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

pub(super) fn send_chat_action(world: &mut World, call: &Call) -> Answer {
    let key = call.writable_chat(world)?;
    let action = call.params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&&*action) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    let until_ms = world.now_ms + TYPING_MS;
    world.chat_mut(key).typing = Some(Typing { bot: call.bot, action: action.to_string(), until_ms });
    let news = json!({"chat": key.json(), "bot": call.bot, "action": action, "until": until_ms / 1000});
    world.event("typing", news);
    Ok(true.into())
}
