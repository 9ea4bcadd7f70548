//! Inline mode: typing `@bot words` and choosing a result.

use serde_json::{Value, json};

use super::Unable;
use super::messages::may_write;
use crate::bot_api;
use crate::world::chat::ChatKey;
use crate::world::query::About;
use crate::world::updates::Lane;
use crate::world::{Draft, World};

/// Documentation of `InlineQuery`: up to 256 characters.
const QUERY: usize = 256;

/// What is typed after `@bot`.
pub(crate) struct Typed<'a> {
    pub(crate) text: &'a str,
    pub(crate) offset: &'a str,
    pub(crate) place: Option<(f64, f64)>,
}

/// Asks a bot for results, unless what it said to the same words lately still holds. Returns the query's id.
pub(crate) fn ask(
    world: &mut World,
    user: i64,
    bot: i64,
    peer: Option<ChatKey>,
    typed: &Typed,
) -> Result<String, Unable> {
    let account = world.bots.get(&bot).ok_or_else(|| Unable::missing(format!("there is no bot {bot}")))?;
    if !account.supports_inline {
        return Err(Unable::because("this bot has no inline mode"));
    }
    if typed.text.chars().count() > QUERY {
        return Err(Unable::because("an inline query has at most 256 characters"));
    }
    let chat_type = peer.map(|key| match key {
        ChatKey::Private { bot: with, .. } if with == bot => "sender",
        ChatKey::Private { .. } => "private",
        ChatKey::Group(_) if world.group(key).is_some_and(|group| group.is_supergroup) => "supergroup",
        ChatKey::Group(_) => "group",
    });
    let now = world.now_ms;
    let about = About::Inline { text: typed.text.to_owned(), offset: typed.offset.to_owned() };
    let query = world.queries.ask(bot, user, now, about);
    // Documentation of `answerInlineQuery`: the server keeps the results for `cache_time` seconds.
    if world.queries.answer_from_cache(&query, now) {
        return Ok(query);
    }
    let mut update = json!({
        "id": query,
        "from": world.account(user),
        "query": typed.text,
        "offset": typed.offset,
    });
    if let Some(chat_type) = chat_type {
        update["chat_type"] = chat_type.into();
    }
    if let Some((latitude, longitude)) = typed.place {
        update["location"] = json!({"latitude": latitude, "longitude": longitude});
    }
    world.emit(bot, "inline_query", Lane::Inline(user), update, None);
    Ok(query)
}

/// The bot's answer, with the files of cached results.
pub(crate) fn results(world: &World, query_id: &str) -> Option<Value> {
    let query = world.queries.find(query_id)?;
    let mut answer = query.answer.clone()?;
    answer["query_id"] = query_id.into();
    if let Some(results) = answer["results"].as_array_mut() {
        for result in results {
            let id = ["photo_file_id", "document_file_id", "video_file_id", "sticker_file_id", "gif_file_id"]
                .into_iter()
                .find_map(|name| result.get(name)?.as_str());
            if let Some(file) = id.and_then(|id| world.files.by_file_id(id, query.bot)) {
                result["sandbox"] = json!({"file": format!("/sandbox/files/{}", file.key)});
            }
        }
    }
    Some(answer)
}

/// Sends the chosen result to a chat, through the bot. Returns the message's id.
pub(crate) fn choose(
    world: &mut World,
    user: i64,
    query_id: &str,
    result_id: &str,
    key: ChatKey,
    reply_to: Option<i64>,
) -> Result<i64, Unable> {
    let query = world.queries.find(query_id).cloned().filter(|query| query.user == user);
    let query = query.ok_or_else(|| Unable::missing(format!("there is no inline query {query_id}")))?;
    let results = query.answer.as_ref().and_then(|answer| answer["results"].as_array());
    let result = results.into_iter().flatten().find(|result| result["id"] == result_id).cloned();
    let result = result.ok_or_else(|| Unable::missing(format!("there is no result {result_id}")))?;
    let content = bot_api::inline_content(world, query.bot, &result)?;
    may_write(world, user, key, "can_send_other_messages")?;
    let keyboard = bot_api::inline_keyboard_of(&result)?;
    let inline_message_id = format!("{:x}-{}", world.seed & 0xffff, world.serial());
    let mut draft = Draft::new(user, content);
    draft.via_bot = Some(query.bot);
    draft.reply_to = reply_to;
    // Telegram names the message to the bot only when it has a keyboard.
    let named = keyboard.is_some();
    draft.keyboard = keyboard;
    draft.inline_message_id = Some(inline_message_id.clone());
    world.chat_mut(key).started = true;
    let id = world.post(key, draft);
    world.inline_messages.insert(inline_message_id.clone(), (key, id));
    let About::Inline { text, .. } = &query.about else { return Ok(id) };
    let mut chosen = json!({"result_id": result_id, "from": world.account(user), "query": text});
    if named {
        chosen["inline_message_id"] = inline_message_id.into();
    }
    world.emit(query.bot, "chosen_inline_result", Lane::Inline(user), chosen, None);
    Ok(id)
}
