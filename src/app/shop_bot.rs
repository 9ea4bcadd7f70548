//! The bot of the settings: Telegram's side put onto the foundation.

use super::{App, Foundation};
use crate::config::Settings;
use crate::domain::{ChatId, Lang};
use crate::memory::MemoryBuckets;
use crate::services::Shop;
use crate::telegram::{self, CallError, Parts, Postman, SetupCode, Speaker, Telegram};
use metrics_exporter_prometheus::PrometheusHandle;
use std::sync::Arc;
use std::time::Duration;
use teloxide::Bot;
use teloxide::types::Me;

/// How often, and how far apart, it is tried to set the menus of commands: the staff group may not know the bot yet.
const MENU_ATTEMPTS: u32 = 10;
const MENU_PAUSE: Duration = Duration::from_secs(30);

impl App {
    /// Puts the whole bot together. Waits for the database, asks Telegram who it is, and tells it the menus of
    /// commands.
    ///
    /// # Errors
    /// The database lacks tables, Telegram does not know the token, or a setting cannot be used.
    pub async fn build(settings: &Settings, metrics: Option<PrometheusHandle>) -> anyhow::Result<Self> {
        let foundation = Foundation::lay(settings)?;
        foundation.tables().await?;
        let me = foundation.me().await?;
        let (bot, shop) = (foundation.bot.clone(), foundation.shop.clone());
        let terms = shop.terms();
        let staff = match terms.staff_chat {
            Some(ChatId::STAFF) => chosen_group(&bot, &me, &shop).await?,
            configured => configured,
        };
        tokio::spawn(register(bot.clone(), staff, terms.lang));
        let id = i64::try_from(me.id.0).unwrap_or_default();
        let handler = Telegram::new(Parts {
            bot: bot.clone(),
            me,
            shop: shop.clone(),
            speaker: Speaker::new(bot.clone(), id, shop.clone()),
            conversations: Arc::clone(&foundation.conversations),
            // Not shared: a lane, and with it its customer, is served by one instance at a time.
            buckets: Arc::new(MemoryBuckets::default()),
            customer_rate: settings.limits.customer_rate,
            outbox: foundation.delivery.clone(),
            dead_letters: foundation.delivery.clone(),
        });
        let courier = Arc::new(Postman::new(bot, shop));
        Self::new(settings, foundation, Arc::new(handler), courier, metrics).await
    }
}

/// The group that `/setup` chose. Without one, the log says how to choose it.
async fn chosen_group(bot: &Bot, me: &Me, shop: &Shop) -> anyhow::Result<Option<ChatId>> {
    let state = shop.setup_state().await?;
    if state.group.is_none() {
        let code = SetupCode::of(bot, state.generation);
        tracing::warn!(
            "there is no staff group yet: add @{bot} to it as an administrator, and send there: /setup@{bot} {code}",
            bot = me.username(),
        );
    }
    Ok(state.group)
}

/// Tells Telegram the menus of commands. Meanwhile only the menus are missing: the commands work all the same.
async fn register(bot: Bot, staff_chat: Option<ChatId>, lang: Lang) {
    for _ in 0..MENU_ATTEMPTS {
        match set_menus(&bot, staff_chat, lang).await {
            Ok(()) => return,
            Err(error) => tracing::warn!(%error, "the menus of commands were not set"),
        }
        tokio::time::sleep(MENU_PAUSE).await;
    }
}

async fn set_menus(bot: &Bot, staff_chat: Option<ChatId>, lang: Lang) -> Result<(), CallError> {
    telegram::register(bot, lang).await?;
    match staff_chat {
        Some(chat) => telegram::register_staff(bot, chat, lang).await,
        None => Ok(()),
    }
}
