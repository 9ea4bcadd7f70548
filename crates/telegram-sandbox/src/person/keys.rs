//! The Start button, the keys of a reply keyboard, contacts and places.

use serde_json::{Value, json};

use super::messages::{Spot, send, text};
use super::{Unable, messages};
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::message::Content;

/// Presses Start, or follows a `t.me/bot?start=payload` link: lets the bot in and sends the command.
pub(crate) fn start(
    world: &mut World,
    user: i64,
    key: ChatKey,
    payload: Option<&str>,
) -> Result<i64, Unable> {
    if let ChatKey::Private { bot, user } = key {
        world.set_blocked(bot, user, false);
    }
    let name = match key {
        ChatKey::Private { .. } => String::new(),
        ChatKey::Group(_) => bot_to_start(world, key).map(|name| format!("@{name}")).unwrap_or_default(),
    };
    let payload = payload.filter(|payload| !payload.is_empty());
    if let Some(payload) = payload {
        // Documentation, "Deep linking": up to 64 of A-Z a-z 0-9 _ -.
        let fits = payload.len() <= 64
            && payload.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        if !fits {
            return Err(Unable::because("a start parameter has at most 64 of A-Z a-z 0-9 _ -"));
        }
    }
    let command = match payload {
        Some(payload) => format!("/start{name} {payload}"),
        None => format!("/start{name}"),
    };
    send(world, user, key, text(&command)?, Spot::default())
}

fn bot_to_start(world: &World, key: ChatKey) -> Option<String> {
    let bot = world.group(key)?.present().find(|id| world.bots.contains_key(id))?;
    Some(world.bots.get(&bot)?.username.clone())
}

/// Where a key with this text is on the reply keyboard before a person.
fn key_of(world: &World, user: i64, key: ChatKey, label: &str) -> Option<Value> {
    let shown = world.chat(key)?.keyboards.get(&user)?;
    let rows = shown.markup["keyboard"].as_array()?;
    rows.iter().filter_map(Value::as_array).flatten().find(|button| button["text"] == label).cloned()
}

/// Is there such a key?
pub(crate) fn has_key(world: &World, user: i64, key: ChatKey, label: &str) -> bool {
    key_of(world, user, key, label).is_some()
}

/// What goes along with a key.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Along<'a> {
    /// Degrees, for a key that asks for the location.
    pub(crate) place: Option<(f64, f64)>,
    /// What the Web App of the key sends to the bot.
    pub(crate) data: Option<&'a str>,
}

/// Documentation of `Telegram.WebApp.sendData`: up to 4096 bytes.
const WEB_APP_DATA_BYTES: usize = 4096;

/// Presses a key of the reply keyboard: sends its text, the own number, the place, or what its Web App has made.
pub(crate) fn press_key(
    world: &mut World,
    user: i64,
    key: ChatKey,
    label: &str,
    along: Along,
) -> Result<i64, Unable> {
    let button = key_of(world, user, key, label);
    let button =
        button.ok_or_else(|| Unable::missing(format!("there is no key \"{label}\" on the keyboard")))?;
    let content = if button["request_contact"] == true {
        own_contact(world, user)?
    } else if button["request_location"] == true {
        let (latitude, longitude) = along.place.unwrap_or((52.516_27, 13.377_71));
        location(latitude, longitude)?
    } else if button.get("web_app").is_some() {
        web_app_data(label, along.data)?
    } else {
        text(label)?
    };
    let keyboard = world.chat(key).and_then(|chat| chat.keyboards.get(&user)).map(|shown| shown.message_id);
    // In a group a key answers the message that brought the keyboard, so that the bot sees it.
    let spot = Spot { reply_to: keyboard.filter(|_| matches!(key, ChatKey::Group(_))), thread: None };
    let id = send(world, user, key, content, spot)?;
    if let Some(shown) = world.chat_mut(key).keyboards.get_mut(&user)
        && shown.markup["one_time_keyboard"] == true
    {
        shown.used = true;
    }
    world.chat_event(key);
    Ok(id)
}

fn web_app_data(label: &str, data: Option<&str>) -> Result<Content, Unable> {
    let data =
        data.ok_or_else(|| Unable::because("this key opens a Web App: say what it sends as `data`"))?;
    if data.is_empty() || data.len() > WEB_APP_DATA_BYTES {
        return Err(Unable::because("a Web App sends 1 to 4096 bytes"));
    }
    Ok(Content::Service("web_app_data", json!({"button_text": label, "data": data})))
}

/// The person's own contact card.
pub(crate) fn own_contact(world: &World, user: i64) -> Result<Content, Unable> {
    let user = world.users.get(&user).ok_or_else(|| Unable::missing("there is no such user"))?;
    let mut contact =
        json!({"phone_number": user.phone_number, "first_name": user.first_name, "user_id": user.id});
    if let Some(last) = &user.last_name {
        contact["last_name"] = last.as_str().into();
    }
    Ok(Content::Plain("contact", contact))
}

/// A place on Earth.
pub(crate) fn location(latitude: f64, longitude: f64) -> Result<Content, Unable> {
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return Err(Unable::because("latitude is -90 to 90, longitude -180 to 180"));
    }
    Ok(Content::Plain("location", json!({"latitude": latitude, "longitude": longitude})))
}

/// Throws a dice.
pub(crate) fn dice(world: &mut World, emoji: &str) -> Result<Content, Unable> {
    let dice =
        crate::bot_api::dice(world, emoji).ok_or_else(|| Unable::because("this emoji is not thrown"))?;
    Ok(Content::Plain("dice", dice))
}

/// Blocks a bot or lets it in again.
pub(crate) fn set_blocked(world: &mut World, key: ChatKey, blocked: bool) -> Result<(), Unable> {
    let ChatKey::Private { bot, user } = key else {
        return Err(Unable::because("only a bot can be blocked"));
    };
    messages::may_write(world, user, ChatKey::Private { bot, user }, "").or_else(|unable| match blocked {
        true => Err(unable),
        false => Ok(()),
    })?;
    world.set_blocked(bot, user, blocked);
    Ok(())
}
