//! The only wiring: which implementation stands behind which trait.

use crate::config::Settings;
use crate::domain::Clock;
use crate::postgres::PgStore;
use crate::services::{Shop, ShopTerms};
use chrono::{DateTime, Utc};
use secrecy::ExposeSecret as _;
use std::sync::Arc;

/// The clock of this machine: the one place where the time is read.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everything else takes the clock as a parameter")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
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
        country: shop.country,
        timezone: shop.timezone,
        staff_chat: Some(settings.bot.admin_chat),
        lang: shop.language,
    };
    Shop::new(Arc::new(store.clone()), Arc::new(SystemClock), Arc::new(terms))
}
