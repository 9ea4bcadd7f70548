//! `setMessageReaction`.

use serde_json::Value;

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::world::World;

/// The emoji of `ReactionTypeEmoji` (documentation).
pub(crate) const EMOJI: [&str; 73] = [
    "❤",
    "👍",
    "👎",
    "🔥",
    "🥰",
    "👏",
    "😁",
    "🤔",
    "🤯",
    "😱",
    "🤬",
    "😢",
    "🎉",
    "🤩",
    "🤮",
    "💩",
    "🙏",
    "👌",
    "🕊",
    "🤡",
    "🥱",
    "🥴",
    "😍",
    "🐳",
    "❤‍🔥",
    "🌚",
    "🌭",
    "💯",
    "🤣",
    "⚡",
    "🍌",
    "🏆",
    "💔",
    "🤨",
    "😐",
    "🍓",
    "🍾",
    "💋",
    "🖕",
    "😈",
    "😴",
    "😭",
    "🤓",
    "👻",
    "👨‍💻",
    "👀",
    "🎃",
    "🙈",
    "😇",
    "😨",
    "🤝",
    "✍",
    "🤗",
    "🫡",
    "🎅",
    "🎄",
    "☃",
    "💅",
    "🤪",
    "🗿",
    "🆒",
    "💘",
    "🙉",
    "🦄",
    "😘",
    "💊",
    "🙊",
    "😎",
    "👾",
    "🤷‍♂",
    "🤷",
    "🤷‍♀",
    "😡",
];

pub(super) fn set(world: &mut World, call: &Call) -> Answer {
    let key = call.writable_chat(world)?;
    let id = call.params.int("message_id")?.unwrap_or(0);
    let wanted = call.params.json("reaction")?.unwrap_or_else(|| Value::Array(Vec::new()));
    let wanted = wanted.as_array().ok_or_else(|| Refusal::bad("expected an Array of ReactionType"))?;
    // Documentation: bots can set up to one reaction per message, and no paid one.
    if wanted.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    let emoji =
        wanted.first().and_then(|reaction| reaction.get("emoji")).and_then(Value::as_str).map(str::to_owned);
    if !wanted.is_empty() && !emoji.as_deref().is_some_and(|emoji| EMOJI.contains(&emoji)) {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    if world.message(key, id).is_none_or(|message| message.content.is_service()) {
        return Err(Refusal::bad("message to react not found"));
    }
    world.react(key, id, call.bot, emoji);
    Ok(true.into())
}
