//! What everything else stands on, made from the settings.

use crate::config::Settings;
use crate::delivery::{Refusal, classify};
use crate::domain::Clock;
use crate::memory::{MemoryBuckets, MemoryDialogues};
use crate::postgres::{Delivery, PgStore};
use crate::redis::{Redis, RedisBuckets, RedisDialogues};
use crate::repository::{Buckets, Instance, StoreError};
use crate::services::{Shop, ShopTerms};
use crate::telegram::{self, Conversations};
use chrono::{DateTime, Utc};
use secrecy::ExposeSecret as _;
use std::{sync::Arc, time::Duration};
use teloxide::{Bot, RequestError, prelude::Requester as _, types::Me};
use uuid::Uuid;

/// What every key in Redis begins with. One Redis serves one shop, or several with a database each.
const REDIS_PREFIX: &str = "orderbot:";
/// How often to ask a Telegram or a database that does not answer.
const ASK_AGAIN: Duration = Duration::from_secs(3);

/// The clock of this machine: the one place where the time is read.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everything else takes the clock as a parameter")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The database has not the tables of this program.
#[derive(Debug, thiserror::Error)]
#[error(
    "The tables in the database of DATABASE_URL are missing or of an older version ({pending} migrations to go).\n\
     Run this first, it is safe while other instances are serving:\n\n    orderbot migrate"
)]
pub struct NotMigrated {
    /// Migrations that were not applied yet.
    pub pending: usize,
}

/// What handlers, senders and servers are made of.
pub struct Foundation {
    /// The connection to Telegram.
    pub bot: Bot,
    /// The shop's tables.
    pub store: PgStore,
    /// The tables of delivery, in the same database.
    pub delivery: Arc<Delivery>,
    /// The use cases.
    pub shop: Shop,
    /// Open conversations.
    pub conversations: Conversations,
    /// Limits of what goes out, which all instances share.
    pub buckets: Arc<dyn Buckets>,
    /// This running program, among the instances.
    pub instance: Instance,
}

impl Foundation {
    /// Lays it. Nothing is connected yet.
    ///
    /// # Errors
    /// An address in the settings cannot be used.
    pub fn lay(settings: &Settings) -> anyhow::Result<Self> {
        let store = store(settings)?;
        let ttl = settings.limits.dialogue_ttl;
        let (conversations, buckets): (Conversations, Arc<dyn Buckets>) = match &settings.redis_url {
            Some(url) => {
                let redis = Redis::at(url.expose_secret())?;
                let dialogues = RedisDialogues::new(redis.clone(), REDIS_PREFIX, ttl);
                (Arc::new(dialogues), Arc::new(RedisBuckets::new(redis, REDIS_PREFIX)))
            }
            None => (Arc::new(MemoryDialogues::new(ttl)), Arc::new(MemoryBuckets::default())),
        };
        Ok(Self {
            bot: telegram::connect(&settings.bot.token, &settings.bot.api_url)?,
            delivery: Arc::new(Delivery::new(store.0.clone())),
            shop: shop(settings, &store),
            store,
            conversations,
            buckets,
            instance: new_instance(),
        })
    }

    /// Waits for the database, and looks whether it has the tables of this program.
    ///
    /// # Errors
    /// [`NotMigrated`] if it has not: nothing could be stored.
    pub async fn tables(&self) -> anyhow::Result<()> {
        loop {
            match self.store.state().await {
                Ok(state) if state.pending == 0 => return Ok(()),
                Ok(state) => return Err(NotMigrated { pending: state.pending }.into()),
                Err(StoreError::Unavailable(error)) => {
                    tracing::warn!(%error, "the database does not answer; asking again");
                    tokio::time::sleep(ASK_AGAIN).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Asks Telegram who the bot is, as often as it takes.
    ///
    /// # Errors
    /// Telegram does not know the token: asking again would not help.
    pub async fn me(&self) -> anyhow::Result<Me> {
        loop {
            match self.bot.get_me().await {
                Ok(me) => return Ok(me),
                // A server in trouble answers too, and says nothing about the token.
                Err(error @ RequestError::Api(_)) if classify(&error) != Refusal::Unavailable => {
                    anyhow::bail!("Telegram refuses the token: {error}. Copy BOT_TOKEN again from @BotFather")
                }
                Err(error) => {
                    tracing::warn!(%error, "Telegram does not answer; asking again");
                    tokio::time::sleep(ASK_AGAIN).await;
                }
            }
        }
    }
}

/// The database of the settings. Connects on first use.
///
/// # Errors
/// The address in the settings is no Postgres address.
pub fn store(settings: &Settings) -> anyhow::Result<PgStore> {
    Ok(PgStore::connect(settings.database.url.expose_secret(), settings.database.pool)?)
}

/// The shop of the settings, over a store.
#[must_use]
pub fn shop(settings: &Settings, store: &PgStore) -> Shop {
    let shop = &settings.shop;
    let terms = ShopTerms {
        name: shop.name.clone(),
        currency: shop.currency,
        delivery: shop.delivery.clone(),
        carriers: shop.carriers.clone(),
        country: shop.country,
        timezone: shop.timezone,
        staff_chat: Some(settings.bot.staff_chat()),
        lang: shop.language,
        bulk_rate: settings.limits.bulk_rate,
        confirm_within: chrono::TimeDelta::from_std(settings.limits.confirm_within)
            .unwrap_or(chrono::TimeDelta::days(1)),
        low_stock: shop.low_stock,
    };
    Shop::new(Arc::new(store.clone()), Arc::new(SystemClock), Arc::new(terms))
}

#[expect(
    clippy::disallowed_methods,
    reason = "an instance is new by definition; nothing is derived from its id"
)]
fn new_instance() -> Instance {
    Instance(Uuid::new_v4())
}
