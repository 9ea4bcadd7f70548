//! Asks Telegram for updates. The offset that confirms them is sent after they are on disk, never before.

use super::backoff::Jitter;
use super::header::ALLOWED_UPDATES;
use super::intake::Intake;
use crate::repository::Instance;
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use std::time::Duration;
use teloxide::Bot;
use teloxide::requests::Requester;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Pages have at most 100 updates (Bot API, "getUpdates").
const PAGE: u8 = 100;
/// How long Telegram may hold a request open. It caps the value at 50 s.
const LONG_POLL: Duration = Duration::from_secs(25);
/// What the network may add to that.
const SLACK: Duration = Duration::from_secs(10);
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How long to leave another poller alone.
const CONFLICT_PAUSE: Duration = Duration::from_secs(5);

/// Asks for updates until it is stopped.
pub struct Polling {
    bot: Bot,
    intake: Intake,
    jitter: Jitter,
}

/// Why a page did not come. None of these holds the address of the call, which holds the token.
#[derive(Debug, thiserror::Error)]
enum NoPage {
    #[error("the network: {0}")]
    Network(reqwest::Error),
    #[error("Telegram answered {code}: {description}")]
    Refused { code: u16, description: String, retry_after: Option<u64> },
    #[error("an answer without updates")]
    Empty,
}

#[derive(Deserialize)]
struct Answer {
    result: Option<Vec<Box<RawValue>>>,
    #[serde(default)]
    error_code: u16,
    #[serde(default)]
    description: String,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
}

impl Polling {
    /// Gives what comes to `intake`.
    #[must_use]
    pub fn new(bot: Bot, intake: Intake, instance: Instance) -> Self {
        Self { bot, intake, jitter: Jitter::of(instance) }
    }

    /// Runs until `stop`. Trouble is logged and waited out. A webhook that is still set is removed first,
    /// with everything that waits kept; without that Telegram would answer 409 for ever.
    pub async fn run(self, stop: CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.poll() => {}
        }
    }

    async fn poll(&self) {
        let mut offset = None;
        let mut failures = 0;
        let mut webhook_checked = false;
        loop {
            if !webhook_checked {
                webhook_checked = self.remove_webhook().await;
            }
            match self.page(offset).await {
                Ok(page) => {
                    failures = 0;
                    offset = self.store(page).await.or(offset);
                }
                Err(NoPage::Refused { code: 409, description, .. }) => {
                    metrics::counter!("polling_conflicts_total").increment(1);
                    tracing::warn!(
                        description,
                        "another program asks for this bot's updates. Polling works for one instance at a time: \
                         stop the other, or use a webhook"
                    );
                    webhook_checked = false;
                    sleep(CONFLICT_PAUSE).await;
                }
                Err(error) => {
                    failures += 1;
                    tracing::warn!(%error, "no updates; trying again");
                    let asked = match &error {
                        NoPage::Refused { retry_after, .. } => retry_after.map(Duration::from_secs),
                        NoPage::Network(_) | NoPage::Empty => None,
                    };
                    let pause = self.jitter.backoff(FIRST_PAUSE, LONGEST_PAUSE, failures);
                    sleep(asked.unwrap_or(pause)).await;
                }
            }
        }
    }

    /// Stores a page, as often as it takes, and returns the offset that confirms it. What cannot be stored
    /// is not confirmed, and nothing else is asked for meanwhile.
    async fn store(&self, page: Vec<Box<RawValue>>) -> Option<i64> {
        let mut arrivals = Vec::with_capacity(page.len());
        for raw in page {
            match Intake::read(raw.get().to_owned()) {
                Ok(arrival) => arrivals.push(arrival),
                // Without a number it can neither be stored nor confirmed; Telegram sends no such thing.
                Err(error) => tracing::error!(%error, "Telegram sent something else than an update"),
            }
        }
        let last = arrivals.iter().map(|arrival| arrival.id.0).max()?;
        let mut failures = 0;
        while let Err(error) = self.intake.take(arrivals.clone()).await {
            failures += 1;
            tracing::debug!(%error, "updates wait at Telegram");
            sleep(self.jitter.backoff(FIRST_PAUSE, LONGEST_PAUSE / 10, failures)).await;
        }
        Some(last + 1)
    }

    async fn page(&self, offset: Option<i64>) -> Result<Vec<Box<RawValue>>, NoPage> {
        let request = json!({
            "offset": offset, "limit": PAGE, "timeout": LONG_POLL.as_secs(), "allowed_updates": ALLOWED_UPDATES,
        });
        let url = format!(
            "{}/bot{}/getUpdates",
            self.bot.api_url().as_str().trim_end_matches('/'),
            self.bot.token()
        );
        let call = self.bot.client().post(url).timeout(LONG_POLL + SLACK).json(&request).send();
        let response = call.await.map_err(without_address)?;
        let status = response.status().as_u16();
        let body = response.bytes().await.map_err(without_address)?;
        let answer: Answer = match serde_json::from_slice(&body) {
            Ok(answer) => answer,
            Err(_) => {
                let description = "something that is no JSON".to_owned();
                return Err(NoPage::Refused { code: status, description, retry_after: None });
            }
        };
        match answer.result {
            Some(updates) => Ok(updates),
            None if answer.error_code != 0 => Err(NoPage::Refused {
                code: answer.error_code,
                description: answer.description,
                retry_after: answer.parameters.and_then(|parameters| parameters.retry_after),
            }),
            None => Err(NoPage::Empty),
        }
    }

    /// True if there is none (any more).
    async fn remove_webhook(&self) -> bool {
        match self.bot.get_webhook_info().await {
            Ok(info) if info.url.is_none() => true,
            Ok(_) => {
                tracing::info!("removing the webhook; what waits at Telegram is kept");
                self.bot.delete_webhook().await.is_ok()
            }
            Err(_) => false,
        }
    }
}

fn without_address(error: reqwest::Error) -> NoPage {
    NoPage::Network(error.without_url())
}
