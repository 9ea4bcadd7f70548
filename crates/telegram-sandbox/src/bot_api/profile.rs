//! What a bot says about itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::World;
use crate::world::account::{Bot, by_language};

fn bot<'w>(world: &'w mut World, call: &Call) -> Result<&'w mut Bot, Refusal> {
    world.bots.get_mut(&call.bot).ok_or_else(Refusal::unauthorized)
}

/// A language code of two letters, or none.
pub(super) fn language(call: &Call) -> Result<String, Refusal> {
    let code = call.params.text("language_code").unwrap_or_default().into_owned();
    let fits = code.is_empty() || (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()));
    if fits { Ok(code) } else { Err(Refusal::bad("LANG_CODE_INVALID")) }
}

fn set(
    world: &mut World,
    call: &Call,
    parameter: &str,
    longest: usize,
    texts: fn(&mut Bot) -> &mut BTreeMap<String, String>,
) -> Answer {
    let language = language(call)?;
    let text = call.params.text(parameter).unwrap_or_default().into_owned();
    if text.chars().count() > longest {
        return Err(Refusal::bad(format!("bot {} is too long", parameter.replace('_', " "))));
    }
    let bot = bot(world, call)?;
    if text.is_empty() {
        texts(bot).remove(&language);
    } else {
        texts(bot).insert(language, text);
    }
    let id = bot.id;
    world.event("bot", json!({"id": id}));
    Ok(true.into())
}

pub(super) fn get_me(world: &mut World, call: &Call) -> Answer {
    Ok(bot(world, call)?.me())
}

/// `logOut` and `close` end a session with the cloud server; there is none here to end.
pub(super) fn log_out(_: &mut World, _: &Call) -> Answer {
    Ok(true.into())
}

// Lengths: documentation of the methods.

pub(super) fn set_my_name(world: &mut World, call: &Call) -> Answer {
    set(world, call, "name", 64, |bot| &mut bot.names)
}

pub(super) fn get_my_name(world: &mut World, call: &Call) -> Answer {
    let language = language(call)?;
    Ok(json!({"name": bot(world, call)?.name(&language)}))
}

pub(super) fn set_my_description(world: &mut World, call: &Call) -> Answer {
    set(world, call, "description", 512, |bot| &mut bot.descriptions)
}

pub(super) fn get_my_description(world: &mut World, call: &Call) -> Answer {
    let language = language(call)?;
    let texts = &bot(world, call)?.descriptions;
    Ok(json!({"description": by_language(texts, &language).unwrap_or_default()}))
}

pub(super) fn set_my_short_description(world: &mut World, call: &Call) -> Answer {
    set(world, call, "short_description", 120, |bot| &mut bot.short_descriptions)
}

pub(super) fn get_my_short_description(world: &mut World, call: &Call) -> Answer {
    let language = language(call)?;
    let texts = &bot(world, call)?.short_descriptions;
    Ok(json!({"short_description": by_language(texts, &language).unwrap_or_default()}))
}

pub(super) fn set_default_rights(world: &mut World, call: &Call) -> Answer {
    let rights = call.params.json("rights")?.unwrap_or_else(|| json!({}));
    let channels = call.params.flag("for_channels");
    bot(world, call)?.default_rights.insert(channels, rights);
    Ok(true.into())
}

pub(super) fn get_default_rights(world: &mut World, call: &Call) -> Answer {
    let channels = call.params.flag("for_channels");
    let given = bot(world, call)?.default_rights.get(&channels).cloned().unwrap_or_else(|| json!({}));
    let mut rights = json!({"is_anonymous": false});
    for right in crate::world::group::ADMIN_RIGHTS {
        rights[right] = (given.get(right) == Some(&Value::Bool(true))).into();
    }
    Ok(rights)
}

fn menu_chat(call: &Call) -> Result<Option<i64>, Refusal> {
    call.params.int("chat_id")
}

pub(super) fn set_menu_button(world: &mut World, call: &Call) -> Answer {
    let button = call.params.json("menu_button")?.unwrap_or_else(|| json!({"type": "default"}));
    let kind = button.get("type").and_then(Value::as_str).unwrap_or_default();
    if !["commands", "default", "web_app"].contains(&kind) {
        return Err(Refusal::bad("can't parse menu button: wrong type"));
    }
    let chat = menu_chat(call)?;
    bot(world, call)?.menu_buttons.insert(chat, button);
    world.event("bot", json!({"id": call.bot}));
    Ok(true.into())
}

pub(super) fn get_menu_button(world: &mut World, call: &Call) -> Answer {
    let chat = menu_chat(call)?;
    Ok(bot(world, call)?.menu_button(chat))
}

impl Bot {
    /// The menu button of a private chat.
    pub(crate) fn menu_button(&self, chat: Option<i64>) -> Value {
        let own = self.menu_buttons.get(&chat).filter(|button| button["type"] != "default");
        let button = own.or_else(|| self.menu_buttons.get(&None));
        button.cloned().unwrap_or_else(|| json!({"type": "default"}))
    }
}
