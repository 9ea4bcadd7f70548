//! `setWebhook` and its kin. `getUpdates` waits, so it lives in `delivery::polling`.

use reqwest::Url;
use reqwest::header::HeaderValue;
use serde_json::{Value, json};

use super::Call;
use super::refusal::{Answer, Refusal};
use crate::delivery::lanes::Lanes;
use crate::delivery::webhook::Webhook;
use crate::world::World;

/// Documentation of `setWebhook`: the ports supported at the moment.
const PORTS: [u16; 4] = [443, 80, 88, 8443];
/// Documentation of `setWebhook`: 1-100, default 40.
const CONNECTIONS: i64 = 40;

/// `allowed_updates`
pub(crate) fn kinds(list: &Value) -> Result<Vec<String>, Refusal> {
    let list = list
        .as_array()
        .ok_or_else(|| Refusal::bad("can't parse allowed_updates: expected an Array of String"))?;
    Ok(list.iter().filter_map(|kind| kind.as_str().map(str::to_lowercase)).collect())
}

pub(super) fn set_webhook(world: &mut World, call: &Call) -> Answer {
    let url = call.params.text("url").unwrap_or_default().into_owned();
    if url.is_empty() {
        return delete_webhook(world, call);
    }
    let url = checked_url(&url)?;
    let secret_token = call.params.text("secret_token");
    let secret_token = secret_token.map(|secret| checked_secret(&secret)).transpose()?;
    let connections = call.params.int("max_connections")?.unwrap_or(CONNECTIONS).clamp(1, 100);
    let allowed = call.params.json("allowed_updates")?;
    let drop_pending = call.params.flag("drop_pending_updates");
    let bot = world.bots.get_mut(&call.bot).ok_or_else(Refusal::unauthorized)?;
    if let Some(list) = allowed {
        bot.updates.allow(kinds(&list)?);
    }
    if drop_pending {
        bot.updates.clear();
    }
    bot.poll_generation += 1;
    let mut lanes = Lanes::default();
    for update in bot.updates.iter() {
        lanes.push(update.lane, update.id);
    }
    bot.webhook = Some(Webhook {
        url,
        secret_token,
        max_connections: usize::try_from(connections).unwrap_or(1),
        ip_address: call.params.text("ip_address").map(String::from),
        has_custom_certificate: call.params.file("certificate").is_some(),
        lanes,
        last_error: None,
        generation: bot.poll_generation,
    });
    bot.wake.notify_waiters();
    world.event("bot", json!({"id": call.bot}));
    Ok(true.into())
}

/// Telegram calls HTTPS addresses on four ports only. On this machine plain HTTP and any port are fine, as with a
/// local Bot API server.
fn checked_url(url: &str) -> Result<Url, Refusal> {
    let bad = |reason: &str| Refusal::bad(format!("bad webhook: {reason}"));
    let url = Url::parse(url).map_err(|_| bad("invalid webhook URL specified"))?;
    let host = url.host_str().unwrap_or_default();
    let is_local = host == "localhost" || host.starts_with("127.") || host == "[::1]";
    if is_local {
        return Ok(url);
    }
    if url.scheme() != "https" {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    match url.port_or_known_default().is_some_and(|port| PORTS.contains(&port)) {
        true => Ok(url),
        false => Err(bad("Webhook can be set up only on ports 80, 88, 443 or 8443")),
    }
}

/// Documentation of `setWebhook`: 1-256 of A-Z a-z 0-9 _ -.
fn checked_secret(secret: &str) -> Result<HeaderValue, Refusal> {
    let fits = (1..=256).contains(&secret.len())
        && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let value = HeaderValue::from_str(secret).ok().filter(|_| fits);
    value.ok_or_else(|| Refusal::bad("secret token contains unallowed characters"))
}

pub(super) fn delete_webhook(world: &mut World, call: &Call) -> Answer {
    let drop_pending = call.params.flag("drop_pending_updates");
    let bot = world.bots.get_mut(&call.bot).ok_or_else(Refusal::unauthorized)?;
    bot.webhook = None;
    bot.poll_generation += 1;
    if drop_pending {
        bot.updates.clear();
    }
    bot.wake.notify_waiters();
    world.event("bot", json!({"id": call.bot}));
    Ok(true.into())
}

pub(super) fn get_webhook_info(world: &mut World, call: &Call) -> Answer {
    let bot = world.bots.get(&call.bot).ok_or_else(Refusal::unauthorized)?;
    let mut info = json!({
        "url": "",
        "has_custom_certificate": false,
        "pending_update_count": bot.updates.pending(),
    });
    if let Some(webhook) = &bot.webhook {
        info["url"] = webhook.url.as_str().into();
        info["has_custom_certificate"] = webhook.has_custom_certificate.into();
        info["max_connections"] = webhook.max_connections.into();
        if let Some(address) = &webhook.ip_address {
            info["ip_address"] = address.as_str().into();
        }
        if let Some((date, reason)) = &webhook.last_error {
            info["last_error_date"] = (*date).into();
            info["last_error_message"] = reason.as_str().into();
        }
    }
    if let Some(kinds) = bot.updates.allowed() {
        info["allowed_updates"] = kinds.into();
    }
    Ok(info)
}
