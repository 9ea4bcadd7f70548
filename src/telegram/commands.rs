//! The commands in Telegram's menu.

use super::texts::phrases;
use crate::domain::Lang;
use teloxide::types::BotCommand;
use teloxide::utils::command::BotCommands;

/// The words after the slash.
#[derive(Debug, Clone, PartialEq, Eq, BotCommands)]
#[command(rename_rule = "snake_case")]
pub(super) enum Word {
    Start(String),
    Menu,
    Cart,
    Orders,
    Profile,
    Language,
    Notifications,
    Support,
    Help,
    Cancel,
    DeleteMe,
}

/// The menu of a private chat for `setMyCommands`, in one language.
#[must_use]
pub(super) fn menu(lang: Lang) -> Vec<BotCommand> {
    [
        ("menu", "command-menu"),
        ("cart", "command-cart"),
        ("orders", "command-orders"),
        ("profile", "command-profile"),
        ("language", "command-language"),
        ("notifications", "command-notifications"),
        ("support", "command-support"),
        ("help", "command-help"),
        ("cancel", "command-cancel"),
        ("delete_me", "command-delete-me"),
    ]
    .map(|(word, text)| BotCommand::new(word, phrases(lang).plain(text, &[])))
    .to_vec()
}
