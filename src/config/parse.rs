//! From text to values. An error is the end of the sentence "`value` ...".

use super::LogFormat;
use crate::domain::{Carrier, ChatId, Currency, Lang, Money};
use chrono::NaiveTime;
use phonenumber::country;
use rust_decimal::Decimal;
use secrecy::SecretString;
use std::{net::SocketAddr, time::Duration};
use tracing_subscriber::EnvFilter;
use url::Url;

/// The value of `MODE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Polling,
    Webhook,
}

pub(super) fn token(text: &str) -> Result<SecretString, String> {
    let complete = text.split_once(':').is_some_and(|(id, secret)| {
        id.parse::<u64>().is_ok()
            && secret.len() >= 20
            && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    });
    match complete {
        true => Ok(text.into()),
        false => Err("a token is a number, a colon and about 35 letters and digits".to_owned()),
    }
}

pub(super) fn group(text: &str) -> Result<ChatId, String> {
    match text.parse::<i64>() {
        Ok(id) if id < 0 => Ok(ChatId(id)),
        Ok(_) => Err("is a person, not a group: ids of groups are negative".to_owned()),
        Err(_) => Err("is not a number".to_owned()),
    }
}

pub(super) fn url(text: &str) -> Result<Url, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url),
        Ok(_) => Err("does not begin with https:// or http://".to_owned()),
        Err(error) => Err(format!("is not an address: {error}")),
    }
}

pub(super) fn webhook_secret(text: &str) -> Result<SecretString, String> {
    let allowed = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    match allowed && (16..=256).contains(&text.len()) {
        true => Ok(text.into()),
        false => Err("it takes 16 to 256 characters of A-Z a-z 0-9 _ -".to_owned()),
    }
}

pub(super) fn mode(text: &str) -> Result<Mode, String> {
    match text {
        "polling" => Ok(Mode::Polling),
        "webhook" => Ok(Mode::Webhook),
        _ => Err("is neither polling nor webhook".to_owned()),
    }
}

pub(super) fn listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "is not an IP address with a port".to_owned())
}

pub(super) fn database(text: &str) -> Result<SecretString, String> {
    let known = text.starts_with("postgres://") || text.starts_with("postgresql://");
    match text.parse::<sqlx::postgres::PgConnectOptions>() {
        Ok(_) if known => Ok(text.into()),
        Ok(_) => Err("it does not begin with postgres://".to_owned()),
        // The error may quote the address, and with it the password.
        Err(_) => Err("it is not an address such as the example".to_owned()),
    }
}

pub(super) fn redis(text: &str) -> Result<SecretString, String> {
    let schemes = ["redis://", "rediss://", "redis+unix://", "unix://"];
    match schemes.iter().any(|scheme| text.starts_with(scheme)) {
        true => Ok(text.into()),
        false => Err("it does not begin with redis://, rediss:// or redis+unix://".to_owned()),
    }
}

pub(super) fn text(text: &str) -> Result<String, String> {
    match text.chars().count() {
        0..=200 => Ok(text.to_owned()),
        _ => Err("is longer than 200 characters".to_owned()),
    }
}

pub(super) fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(text).map_err(|_| "is not a currency code of three letters".to_owned())
}

pub(super) fn timezone(text: &str) -> Result<chrono_tz::Tz, String> {
    text.parse().map_err(|_| "is not a time zone of the form Continent/City".to_owned())
}

pub(super) fn country(text: &str) -> Result<country::Id, String> {
    text.to_ascii_uppercase().parse().map_err(|_| "is not a country code of two letters".to_owned())
}

pub(super) fn language(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "is none of en, ru, es, de".to_owned())
}

pub(super) fn amount(text: &str) -> Result<Decimal, String> {
    let amount: Decimal = text.parse().map_err(|_| "is not an amount".to_owned())?;
    Money::new(amount).map(Money::amount).ok_or_else(|| "is negative".to_owned())
}

pub(super) fn count<const LEAST: u32, const MOST: u32>(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(count) if (LEAST..=MOST).contains(&count) => Ok(count),
        Ok(_) | Err(_) => Err(format!("is not a whole number from {LEAST} to {MOST}")),
    }
}

/// `20`, `20s`, `5m` or `1h`; up to a day.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let unit = |suffix, seconds: u64| Some(text.strip_suffix(suffix)?.trim().parse::<u64>().ok()? * seconds);
    let seconds = unit("s", 1).or_else(|| unit("m", 60)).or_else(|| unit("h", 3600)).or_else(|| unit("", 1));
    match seconds {
        Some(seconds @ 1..=86_400) => Ok(Duration::from_secs(seconds)),
        Some(_) | None => Err("is not a time from 1s to 24h".to_owned()),
    }
}

/// The most carriers: their buttons share a card with others.
const MOST_CARRIERS: usize = 8;

/// `DHL=https://...{}; UPS=https://...{}`
pub(super) fn carriers(text: &str) -> Result<Vec<Carrier>, String> {
    let named = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let carriers: Vec<Carrier> = named
        .map(Carrier::parse)
        .collect::<Result<_, _>>()
        .map_err(|error| format!("is not right: {error}"))?;
    if carriers.len() > MOST_CARRIERS {
        return Err(format!("names more than {MOST_CARRIERS} carriers"));
    }
    let is_twice =
        |(n, carrier): (usize, &Carrier)| carriers[..n].iter().any(|one| one.key() == carrier.key());
    match carriers.iter().enumerate().find(|one| is_twice(*one)) {
        Some((_, twice)) => Err(format!("names {} twice", twice.name())),
        None => Ok(carriers),
    }
}

/// `20:00`, as the clock of the shop shows it.
pub(super) fn time(text: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| "is not a time of the day".to_owned())
}

pub(super) fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("is neither text nor json".to_owned()),
    }
}

pub(super) fn log_filter(text: &str) -> Result<String, String> {
    EnvFilter::try_new(text).map(|_| text.to_owned()).map_err(|error| format!("is no filter: {error}"))
}
