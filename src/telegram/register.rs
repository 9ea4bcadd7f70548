//! Tells Telegram which commands there are: to customers and to the staff, in each language.

use super::bot::{CallError, tell};
use super::{commands, staff};
use crate::domain::{ChatId, Lang};
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{self, BotCommandScope, Recipient};

/// Sets the menus of commands for customers. Repeating it changes nothing.
///
/// # Errors
/// Telegram refused or could not be reached.
pub async fn register(bot: &Bot, staff_lang: Lang) -> Result<(), CallError> {
    for lang in Lang::ALL {
        let mut request = bot.set_my_commands(commands::menu(lang));
        request.payload_mut().scope = Some(BotCommandScope::AllPrivateChats);
        request.payload_mut().language_code = Some(lang.code().to_owned());
        tell(bot, request).await?;
    }
    // For every language the shop does not speak.
    let mut request = bot.set_my_commands(commands::menu(staff_lang));
    request.payload_mut().scope = Some(BotCommandScope::AllPrivateChats);
    tell(bot, request).await?;
    Ok(())
}

/// Sets the menus of commands for the staff group.
///
/// # Errors
/// Telegram refused or could not be reached.
pub async fn register_staff(bot: &Bot, chat: ChatId, lang: Lang) -> Result<(), CallError> {
    let chat_id = || Recipient::Id(types::ChatId(chat.0));
    let scopes = [
        (BotCommandScope::Chat { chat_id: chat_id() }, false),
        (BotCommandScope::ChatAdministrators { chat_id: chat_id() }, true),
    ];
    for (scope, is_leading) in scopes {
        let mut request = bot.set_my_commands(staff::commands::menu(lang, is_leading));
        request.payload_mut().scope = Some(scope);
        tell(bot, request).await?;
    }
    Ok(())
}
