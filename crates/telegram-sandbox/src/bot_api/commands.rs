//! The command menu: for whom, in which language.

use serde_json::{Value, json};

use super::Call;
use super::profile::language;
use super::refusal::{Answer, Refusal};
use crate::world::World;
use crate::world::account::{Bot, CommandScope};
use crate::world::chat::ChatKey;
use crate::world::group::Status;

/// Documentation of `setMyCommands`: at most 100 commands.
const COMMANDS: usize = 100;

fn scope(world: &World, call: &Call) -> Result<CommandScope, Refusal> {
    let Some(scope) = call.params.json("scope")? else { return Ok(CommandScope::Default) };
    let chat = || {
        // The chat must be one the bot knows.
        let id = match &scope["chat_id"] {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        let id = id.ok_or_else(|| Refusal::bad("chat not found"))?;
        let key = if id > 0 { ChatKey::Private { bot: call.bot, user: id } } else { ChatKey::Group(id) };
        let known = match world.group(key) {
            Some(group) => group.status(call.bot).is_in(),
            None => world.chat(key).is_some_and(|chat| chat.started),
        };
        if known { Ok(id) } else { Err(Refusal::bad("chat not found")) }
    };
    Ok(match scope["type"].as_str().unwrap_or_default() {
        "default" => CommandScope::Default,
        "all_private_chats" => CommandScope::AllPrivateChats,
        "all_group_chats" => CommandScope::AllGroupChats,
        "all_chat_administrators" => CommandScope::AllChatAdministrators,
        "chat" => CommandScope::Chat(chat()?),
        "chat_administrators" => CommandScope::ChatAdministrators(chat()?),
        "chat_member" => {
            let user = scope["user_id"].as_i64().ok_or_else(|| Refusal::bad("invalid user_id specified"))?;
            CommandScope::ChatMember(chat()?, user)
        }
        _ => return Err(Refusal::bad("can't parse BotCommandScope: unsupported type specified")),
    })
}

pub(super) fn set(world: &mut World, call: &Call) -> Answer {
    let key = (scope(world, call)?, language(call)?);
    let commands = call.params.json("commands")?.unwrap_or_default();
    let commands = commands.as_array().ok_or_else(|| Refusal::bad("expected an Array of BotCommand"))?;
    if commands.len() > COMMANDS {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = commands.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    write(world, call, key, commands)
}

/// Documentation of `BotCommand`: 1-32 of a-z 0-9 _; description 1-256 characters.
fn command(value: &Value) -> Result<Value, Refusal> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let command = text("command").trim_start_matches('/');
    let fits = (1..=32).contains(&command.len())
        && command.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !fits {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    let description = text("description").trim();
    if !(1..=256).contains(&description.chars().count()) {
        return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(json!({"command": command, "description": description}))
}

pub(super) fn delete(world: &mut World, call: &Call) -> Answer {
    let key = (scope(world, call)?, language(call)?);
    write(world, call, key, Vec::new())
}

fn write(world: &mut World, call: &Call, key: (CommandScope, String), commands: Vec<Value>) -> Answer {
    let bot = world.bots.get_mut(&call.bot).ok_or_else(Refusal::unauthorized)?;
    if commands.is_empty() {
        bot.commands.remove(&key);
    } else {
        bot.commands.insert(key, commands);
    }
    world.event("bot", json!({"id": call.bot}));
    Ok(true.into())
}

pub(super) fn get(world: &mut World, call: &Call) -> Answer {
    let key = (scope(world, call)?, language(call)?);
    let bot = world.bots.get(&call.bot).ok_or_else(Refusal::unauthorized)?;
    Ok(bot.commands.get(&key).cloned().unwrap_or_default().into())
}

impl Bot {
    /// The commands a person sees in a chat: the narrowest scope wins, and in it the person's language
    /// (documentation, "Determining list of commands").
    pub(crate) fn commands_for(&self, chat: ChatKey, user: i64, language: &str, status: Status) -> &[Value] {
        let mut scopes = Vec::new();
        match chat {
            ChatKey::Private { .. } => {
                scopes.extend([CommandScope::Chat(user), CommandScope::AllPrivateChats]);
            }
            ChatKey::Group(group) => {
                scopes.push(CommandScope::ChatMember(group, user));
                if status.is_admin() {
                    scopes.push(CommandScope::ChatAdministrators(group));
                }
                scopes.push(CommandScope::Chat(group));
                if status.is_admin() {
                    scopes.push(CommandScope::AllChatAdministrators);
                }
                scopes.push(CommandScope::AllGroupChats);
            }
        }
        scopes.push(CommandScope::Default);
        let languages = [language.to_owned(), String::new()];
        let keys =
            scopes.into_iter().flat_map(|scope| languages.clone().map(|language| (scope.clone(), language)));
        keys.filter_map(|key| self.commands.get(&key)).next().map_or(&[], Vec::as_slice)
    }
}
