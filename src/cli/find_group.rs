//! `orderbot find-group`: the id of the staff group, which Telegram's apps do not show.

use super::screen::{complain, say};
use crate::config::{BotAccess, Sources};
use crate::telegram;
use std::collections::BTreeSet;
use teloxide::{prelude::Requester as _, types::UpdateKind};

/// Listens until Ctrl-C. Nothing is confirmed to Telegram: the bot finds every update again when it serves.
pub(super) async fn run(sources: &Sources) -> anyhow::Result<()> {
    let access = BotAccess::load(sources)?;
    let bot = telegram::connect(&access.token, &access.api_url)?;
    let me = bot.get_me().await.map_err(|error| anyhow::anyhow!("Telegram refused: {error}"))?;
    complain(&format!(
        "Add @{} to your staff group and write anything with a / there, such as /start. Ctrl-C ends this.",
        me.username()
    ));
    let mut told = BTreeSet::new();
    loop {
        let updates = tokio::select! {
            updates = next_updates(&bot) => updates?,
            _ = tokio::signal::ctrl_c() => return Ok(()),
        };
        for update in &updates {
            let Some(chat) = update.chat().filter(|chat| chat.is_group() || chat.is_supergroup()) else {
                continue;
            };
            if matches!(update.kind, UpdateKind::Message(_) | UpdateKind::MyChatMember(_))
                && told.insert(chat.id.0)
            {
                say(&format!("ADMIN_CHAT_ID={}    # {}", chat.id, chat.title().unwrap_or("a group")))?;
            }
        }
        if !updates.is_empty() {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
    }
}

async fn next_updates(bot: &teloxide::Bot) -> anyhow::Result<Vec<teloxide::types::Update>> {
    use teloxide::payloads::GetUpdatesSetters as _;
    bot.get_updates().timeout(10).await.map_err(|error| {
        anyhow::anyhow!(
            "Telegram refused: {error}. While the bot is serving, or has a webhook, nobody else can listen"
        )
    })
}
