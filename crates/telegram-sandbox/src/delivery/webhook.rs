//! The webhook: the sandbox calls the bot.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use tokio::task::JoinSet;

use super::lanes::{Lanes, rest_ms};
use crate::bot_api;
use crate::sandbox::Shared;
use crate::world::World;
use crate::world::log::What;
use crate::world::updates::{Lane, Update};

/// A bot has this long to answer (source of the Bot API server).
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(60);
/// A larger answer cannot be a method call and is not read.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// What `setWebhook` has set.
#[derive(Debug)]
pub(crate) struct Webhook {
    pub(crate) url: Url,
    /// Sent as `X-Telegram-Bot-Api-Secret-Token`.
    pub(crate) secret_token: Option<HeaderValue>,
    pub(crate) max_connections: usize,
    pub(crate) ip_address: Option<String>,
    pub(crate) has_custom_certificate: bool,
    pub(crate) lanes: Lanes,
    /// Unix seconds and reason.
    pub(crate) last_error: Option<(i64, String)>,
    /// A later `setWebhook` ends the task that serves this one.
    pub(crate) generation: u64,
}

/// One delivery to make.
struct Parcel {
    lane: Lane,
    update: Update,
    attempt: u32,
    url: Url,
    secret_token: Option<HeaderValue>,
}

/// What came of it.
struct Receipt {
    parcel: Parcel,
    outcome: Result<(u16, bytes::Bytes), String>,
    retry_after_s: Option<u64>,
}

/// Delivers the updates of one bot until its webhook is replaced or the sandbox stops.
pub(crate) async fn serve(shared: Arc<Shared>, bot: i64, generation: u64) {
    let client =
        reqwest::Client::builder().timeout(RESPONSE_TIMEOUT).no_proxy().danger_accept_invalid_certs(true);
    let client = match client.build() {
        Ok(client) => client,
        Err(error) => {
            tracing::error!(%error, "no HTTP client for webhooks");
            return;
        }
    };
    let Some(wake) = shared.lock().bots.get(&bot).map(|bot| bot.wake.clone()) else { return };
    let mut on_the_way: JoinSet<Receipt> = JoinSet::new();
    loop {
        let woken = wake.notified();
        tokio::pin!(woken);
        woken.as_mut().enable();
        let next_wake = {
            let mut world = shared.lock();
            loop {
                let in_flight = on_the_way.len();
                match next_parcel(&mut world, bot, generation, in_flight) {
                    Next::Send(parcel) => on_the_way.spawn(carry(client.clone(), *parcel)),
                    Next::Nothing(wake) => break wake,
                    Next::Stop => return,
                };
            }
        };
        tokio::select! {
            Some(receipt) = on_the_way.join_next() => {
                if let Ok(receipt) = receipt {
                    settle(&shared, bot, generation, receipt).await;
                }
            }
            () = woken => {}
            () = shared.clock.reach(next_wake.unwrap_or(i64::MAX / 2)), if next_wake.is_some() => {}
            () = shared.stopping() => return,
        }
    }
}

enum Next {
    Send(Box<Parcel>),
    /// Nothing to do before this time or the next wake-up.
    Nothing(Option<i64>),
    Stop,
}

fn next_parcel(world: &mut World, bot: i64, generation: u64, in_flight: usize) -> Next {
    let now = world.now_ms;
    loop {
        let Some(bot) = world.bots.get_mut(&bot) else { return Next::Stop };
        let Some(webhook) = bot.webhook.as_mut().filter(|webhook| webhook.generation == generation) else {
            return Next::Stop;
        };
        if in_flight >= webhook.max_connections {
            return Next::Nothing(None);
        }
        let Some((lane, id, failures)) = webhook.lanes.next(now) else {
            return Next::Nothing(webhook.lanes.next_wake());
        };
        let update = bot.updates.find(id).filter(|update| update.expires_ms > now).cloned();
        let Some(update) = update else {
            // It has expired or was dropped; the lane goes on with the next.
            webhook.lanes.done(lane, id);
            if let Some(lost) = bot.updates.remove(id) {
                let bot = bot.id;
                log(world, bot, &lost, "expired", failures, None, None);
            }
            continue;
        };
        return Next::Send(Box::new(Parcel {
            lane,
            update,
            attempt: failures + 1,
            url: webhook.url.clone(),
            secret_token: webhook.secret_token.clone(),
        }));
    }
}

const SECRET: HeaderName = HeaderName::from_static("x-telegram-bot-api-secret-token");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

async fn carry(client: reqwest::Client, parcel: Parcel) -> Receipt {
    let mut request = client
        .post(parcel.url.clone())
        .header(CONTENT_TYPE, JSON)
        .body(parcel.update.json.as_bytes().to_vec());
    if let Some(secret) = &parcel.secret_token {
        request = request.header(SECRET, secret);
    }
    let (outcome, retry_after_s) = match request.send().await {
        Err(error) if error.is_timeout() => (Err("Read timeout expired".to_owned()), None),
        Err(error) if error.is_connect() => (Err("Connection refused".to_owned()), None),
        Err(error) => (Err(error.without_url().to_string()), None),
        Ok(response) => {
            let status = response.status().as_u16();
            let retry_after =
                response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
            let small = response.content_length().is_none_or(|length| length <= LARGEST_ANSWER as u64);
            let body = if small { response.bytes().await.unwrap_or_default() } else { bytes::Bytes::new() };
            (Ok((status, body)), retry_after)
        }
    };
    Receipt { parcel, outcome, retry_after_s }
}

/// Notes the outcome; a method in the answer of the bot is called.
async fn settle(shared: &Arc<Shared>, bot: i64, generation: u64, receipt: Receipt) {
    let Receipt { parcel, outcome, retry_after_s } = receipt;
    let update = &parcel.update;
    let answer = {
        let mut world = shared.lock();
        let now_ms = world.now_ms;
        let now = world.now();
        let Some(account) = world.bots.get_mut(&bot) else { return };
        let Some(webhook) = account.webhook.as_mut().filter(|webhook| webhook.generation == generation)
        else {
            return;
        };
        match outcome {
            Ok((status, body)) if (200..300).contains(&status) => {
                webhook.lanes.done(parcel.lane, update.id);
                let done = account.updates.remove(update.id);
                if let Some(done) = done.filter(|done| done.again) {
                    webhook.lanes.push(parcel.lane, done.id);
                    account.updates.push(Update { again: false, ..done });
                }
                world.mark_taken(std::slice::from_ref(update));
                log(&mut world, bot, update, "delivered", parcel.attempt, Some(status), None);
                body
            }
            failure => {
                let (status, reason) = match failure {
                    Ok((status, _)) => {
                        (Some(status), format!("Wrong response from the webhook: {}", status_text(status)))
                    }
                    Err(reason) => (None, reason),
                };
                webhook.lanes.failed(
                    parcel.lane,
                    update.id,
                    now_ms + rest_ms(parcel.attempt - 1, retry_after_s),
                );
                webhook.last_error = Some((now, reason.clone()));
                log(&mut world, bot, update, "failed", parcel.attempt, status, Some(reason));
                return;
            }
        }
    };
    if !answer.is_empty() {
        bot_api::call_from_webhook(shared, bot, &answer).await;
    }
}

fn status_text(status: u16) -> String {
    let reason = reqwest::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    format!("{status} {}", reason.unwrap_or_default()).trim_end().to_owned()
}

fn log(
    world: &mut World,
    bot: i64,
    update: &Update,
    outcome: &'static str,
    attempt: u32,
    status: Option<u16>,
    error: Option<String>,
) {
    let json = update.json.clone();
    world.write_log(
        bot,
        What::Update { id: update.id, json, via: "webhook", outcome, attempt, status, error },
    );
}
