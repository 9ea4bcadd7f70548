//! The settings: defaults, then `orderbot.toml`, then `.env`, then the environment; the later one wins.
//!
//! Every setting is one line of the table in [`table`], with its meaning, its default and an example. What is
//! wrong is told all at once, by name, before anything starts.

mod parse;
mod problem;
mod sources;
pub mod table;
#[cfg(test)]
mod tests;

pub use problem::{Problem, Problems};
pub use sources::Sources;

use crate::domain::{Carrier, ChatId, Currency, DeliveryTerms, Lang, Money};
use chrono::NaiveTime;
use phonenumber::country;
use secrecy::SecretString;
use std::{net::SocketAddr, time::Duration};
use url::Url;

/// Everything that can be set, checked.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot at Telegram.
    pub bot: Bot,
    /// How updates come in.
    pub intake: Intake,
    /// Where the webhook, `/health` and `/metrics` listen.
    pub http_listen: SocketAddr,
    /// The truth.
    pub database: Database,
    /// Shared state of several instances; `None` keeps it in this process.
    pub redis_url: Option<SecretString>,
    /// What is sold, where and how.
    pub shop: Shop,
    /// Limits of the running program.
    pub limits: Limits,
    /// What the program writes about itself.
    pub log: Log,
}

/// The bot at Telegram.
#[derive(Debug, Clone)]
pub struct Bot {
    /// The token of @BotFather.
    pub token: SecretString,
    /// Telegram, or a server that speaks like it.
    pub api_url: Url,
    /// The group of the staff; `None`: the one that `/setup` chooses.
    pub admin_chat: Option<ChatId>,
}

impl Bot {
    /// Where what is for the staff is addressed to.
    #[must_use]
    pub fn staff_chat(&self) -> ChatId {
        self.admin_chat.unwrap_or(ChatId::STAFF)
    }
}

/// How updates come in.
#[derive(Debug, Clone)]
pub enum Intake {
    /// The bot asks for them. One instance at a time.
    Polling,
    /// Telegram brings them, to any number of instances.
    Webhook {
        /// The public address. The path that Telegram calls is derived from it and the secret.
        url: Url,
        /// What Telegram sends along to prove itself.
        secret: SecretString,
    },
}

/// The database.
#[derive(Debug, Clone)]
pub struct Database {
    /// Its address, with the password.
    pub url: SecretString,
    /// The most connections one instance holds.
    pub pool: u32,
}

/// What is sold, where and how.
#[derive(Debug, Clone)]
pub struct Shop {
    /// The name customers see.
    pub name: String,
    /// The currency of all prices.
    pub currency: Currency,
    /// The time zone of dates customers and staff see.
    pub timezone: chrono_tz::Tz,
    /// Where phone numbers without a country code are from.
    pub country: country::Id,
    /// The language for customers whose own the shop does not speak.
    pub language: Lang,
    /// When the staff are told each day how it was; `None`: never.
    pub digest_at: Option<NaiveTime>,
    /// Fees, the minimum order, and where orders can be picked up.
    pub delivery: DeliveryTerms,
    /// Who brings parcels, in the order of their buttons.
    pub carriers: Vec<Carrier>,
    /// With so many pieces left, or fewer, the staff are told that something runs out.
    pub low_stock: u32,
}

/// Limits of the running program.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a conversation waits for the customer before it is forgotten.
    pub dialogue_ttl: Duration,
    /// Customers served at the same moment by one instance.
    pub lanes: usize,
    /// Updates per second of one customer that are answered in the long run.
    pub customer_rate: u32,
    /// How long one update may take.
    pub handler_timeout: Duration,
    /// After how long without a sign of life another instance takes over.
    pub takeover_after: Duration,
    /// How long a stop waits for what is in work.
    pub shutdown_timeout: Duration,
    /// Messages of a broadcast per second, over all instances. Telegram allows about 30 to all chats together.
    pub bulk_rate: u32,
    /// How long an order may wait for somebody to accept it before the staff are reminded.
    pub accept_within: Duration,
    /// How long a customer can agree to a change of their order.
    pub confirm_within: Duration,
}

/// What the program writes about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// For people or for machines.
    pub format: LogFormat,
    /// A level, or directives such as `info,orderbot::delivery=debug`.
    pub filter: String,
}

/// How a log line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// The two settings that are enough to talk to Telegram.
#[derive(Debug, Clone)]
pub struct BotAccess {
    /// The token of @BotFather.
    pub token: SecretString,
    /// Telegram, or a server that speaks like it.
    pub api_url: Url,
}

impl BotAccess {
    /// Reads them, whatever the others are.
    ///
    /// # Errors
    /// The first that is missing or wrong.
    pub fn load(sources: &Sources) -> Result<Self, Problems> {
        let values = sources.read();
        let read = || {
            Ok(Self {
                token: values.required("BOT_TOKEN", parse::token)?,
                api_url: values.required("BOT_API_URL", parse::url)?,
            })
        };
        read().map_err(|problem| Problems(vec![problem]))
    }
}

impl Settings {
    /// Reads and checks all settings.
    ///
    /// # Errors
    /// All [`Problems`] at once, each with the setting's name, what is wrong with it and an example.
    pub fn load(sources: &Sources) -> Result<Self, Problems> {
        let values = sources.read();
        let mut problems = values.unknown();
        for setting in table::SETTINGS {
            problems.extend(values.check(setting, setting.check).err());
        }
        problems.extend(values.contradictions());
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        Self::from_checked(&values).map_err(|problem| Problems(vec![problem]))
    }

    fn from_checked(values: &sources::Values) -> Result<Self, Problem> {
        let currency = values.required("SHOP_CURRENCY", parse::currency)?;
        let money = |name| -> Result<Option<Money>, Problem> {
            Ok(values.optional(name, parse::amount)?.map(|amount| currency.round(amount)))
        };
        let intake = match values.required("MODE", parse::mode)? {
            parse::Mode::Polling => Intake::Polling,
            parse::Mode::Webhook => Intake::Webhook {
                url: values.required("WEBHOOK_URL", parse::url)?,
                secret: values.required("WEBHOOK_SECRET", parse::webhook_secret)?,
            },
        };
        Ok(Self {
            bot: Bot {
                token: values.required("BOT_TOKEN", parse::token)?,
                api_url: values.required("BOT_API_URL", parse::url)?,
                admin_chat: values.optional("ADMIN_CHAT_ID", parse::group)?,
            },
            intake,
            http_listen: values.required("HTTP_LISTEN", parse::listen)?,
            database: Database {
                url: values.required("DATABASE_URL", parse::database)?,
                pool: values.required("DATABASE_POOL", parse::count::<2, 500>)?,
            },
            redis_url: values.optional("REDIS_URL", parse::redis)?,
            shop: Shop {
                name: values.required("SHOP_NAME", parse::text)?,
                currency,
                timezone: values.required("SHOP_TIMEZONE", parse::timezone)?,
                country: values.required("SHOP_COUNTRY", parse::country)?,
                language: values.required("SHOP_LANGUAGE", parse::language)?,
                digest_at: values.optional("DIGEST_AT", parse::time)?,
                delivery: DeliveryTerms {
                    fee: money("DELIVERY_FEE")?.unwrap_or_default(),
                    free_from: money("DELIVERY_FREE_FROM")?,
                    minimum_order: money("MINIMUM_ORDER")?,
                    pickup_at: values.optional("PICKUP_ADDRESS", parse::text)?,
                },
                carriers: values.optional("CARRIERS", parse::carriers)?.unwrap_or_default(),
                low_stock: values.required("LOW_STOCK", parse::count::<0, 1_000_000>)?,
            },
            limits: Limits {
                dialogue_ttl: Duration::from_secs(
                    u64::from(values.required("DIALOGUE_TTL_HOURS", parse::count::<1, 8760>)?) * 3600,
                ),
                lanes: values.required("LANES", parse::count::<1, 10_000>)? as usize,
                customer_rate: values.required("CUSTOMER_RATE", parse::count::<1, 1000>)?,
                handler_timeout: values.required("HANDLER_TIMEOUT", parse::duration)?,
                takeover_after: values.required("TAKEOVER_AFTER", parse::duration)?,
                shutdown_timeout: values.required("SHUTDOWN_TIMEOUT", parse::duration)?,
                bulk_rate: values.required("BULK_RATE", parse::count::<1, 1000>)?,
                accept_within: values.required("ACCEPT_WITHIN", parse::duration)?,
                confirm_within: values.required("CONFIRM_WITHIN", parse::duration)?,
            },
            log: Log {
                format: values.required("LOG_FORMAT", parse::log_format)?,
                filter: values.required("LOG_LEVEL", parse::log_filter)?,
            },
        })
    }
}
