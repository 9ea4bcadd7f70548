//! What runs, and how it ends.

use super::Foundation;
use super::broadcast_watch::watch_broadcasts;
use super::cart_watch::watch_carts;
use super::digest_watch::watch_digest;
use super::order_watch::watch_orders;
use super::shelf_watch::watch_shelves;
use super::stock_watch::watch_stock;
use crate::config::{Intake as Mode, Settings};
use crate::delivery::{
    Bulk, Courier, Handler, InSettings, Inbound, Limits, OutSettings, Outbound, Polling, Webhook,
    run_retention,
};
use crate::http::{self, Probe, Readiness};
use crate::memory::MemoryBuckets;
use crate::postgres::PgStore;
use crate::repository::Store as _;
use anyhow::Context as _;
use async_trait::async_trait;
use chrono::NaiveTime;
use metrics_exporter_prometheus::PrometheusHandle;
use secrecy::ExposeSecret as _;
use std::{net::SocketAddr, sync::Arc, time::Duration};
use teloxide::Bot;
use tokio::{net::TcpListener, task::JoinSet, time::sleep};
use tokio_util::sync::CancellationToken;

/// Connections Telegram may open to all instances together (Bot API, "setWebhook": 1 to 100, default 40).
const WEBHOOK_CONNECTIONS: u8 = 100;
/// How often to try to set the webhook.
const SET_AGAIN: Duration = Duration::from_secs(5);
/// How long a stop waits for requests that have begun.
const LAST_REQUESTS: Duration = Duration::from_secs(2);
/// What a stop may take beside the work that is finished in it.
const SLACK: Duration = Duration::from_secs(5);

/// The running bot.
pub struct App {
    foundation: Foundation,
    inbound: Inbound,
    outbound: Outbound,
    bulk: Bulk,
    mode: Mode,
    listener: TcpListener,
    metrics: Option<PrometheusHandle>,
    stop_limit: Duration,
    accept_within: Duration,
    digest_at: Option<NaiveTime>,
}

impl App {
    /// Puts the bot together: `handler` answers updates, `courier` brings what waits in the outbox.
    ///
    /// # Errors
    /// The address of the settings cannot be listened on.
    pub async fn new(
        settings: &Settings,
        foundation: Foundation,
        handler: Arc<dyn Handler>,
        courier: Arc<dyn Courier>,
        metrics: Option<PrometheusHandle>,
    ) -> anyhow::Result<Self> {
        let (delivery, limits) = (Arc::clone(&foundation.delivery), &settings.limits);
        let inbound = Inbound::new(
            delivery.clone(),
            delivery.clone(),
            handler,
            foundation.instance,
            InSettings {
                in_work: limits.lanes,
                handler_limit: limits.handler_timeout,
                lease: limits.takeover_after,
                stop_limit: limits.shutdown_timeout,
                staff_chat: Some(settings.bot.staff_chat()),
                ..InSettings::default()
            },
        );
        let own = Arc::new(MemoryBuckets::default());
        let out = OutSettings {
            bulk_per_second: limits.bulk_rate.into(),
            stop_limit: limits.shutdown_timeout,
            ..OutSettings::default()
        };
        let (instance, limits) = (foundation.instance, Limits::new(Arc::clone(&foundation.buckets), own));
        let bulk = Bulk::new(delivery.clone(), Arc::clone(&courier), limits.clone(), instance, out.clone());
        let outbound = Outbound::new(delivery, courier, limits, instance, out, inbound.after_work());
        let address = settings.http_listen;
        let listener = TcpListener::bind(address).await;
        Ok(Self {
            foundation,
            inbound,
            outbound,
            bulk,
            mode: settings.intake.clone(),
            listener: listener.with_context(|| format!("HTTP_LISTEN={address}: cannot listen there"))?,
            metrics,
            stop_limit: settings.limits.shutdown_timeout,
            accept_within: settings.limits.accept_within,
            digest_at: settings.shop.digest_at,
        })
    }

    /// Where webhook, health and metrics are.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Runs until `stop`, then finishes what is in work and closes what is open.
    ///
    /// # Errors
    /// A part ended before it was told to.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let Self {
            foundation,
            inbound,
            outbound,
            bulk,
            mode,
            listener,
            metrics,
            stop_limit,
            accept_within,
            digest_at,
        } = self;
        let mut parts = JoinSet::new();
        let webhook = match mode {
            Mode::Polling => {
                parts.spawn(
                    Polling::new(foundation.bot.clone(), inbound.intake(), foundation.instance)
                        .run(stop.clone()),
                );
                None
            }
            Mode::Webhook { url, secret } => {
                let webhook = Webhook::new(&url, secret.expose_secret(), WEBHOOK_CONNECTIONS);
                parts.spawn(keep_webhook(webhook.clone(), foundation.bot.clone(), stop.clone()));
                Some((webhook, inbound.intake()))
            }
        };
        let readiness = Readiness::new(vec![Arc::new(Database(foundation.store.clone()))]);
        let address = listener.local_addr()?;
        let listener = http::Closing::new(listener, stop.clone())?;
        let served = listener.served();
        let server = axum::serve(listener, http::router(readiness, metrics, webhook));
        let server = server.with_graceful_shutdown(served);
        let answered = CancellationToken::new();
        let all_answered = answered.clone().drop_guard();
        parts.spawn(async move {
            if let Err(error) = server.await {
                tracing::error!(%error, "the HTTP server failed");
            }
            drop(all_answered);
        });
        let delivery = &foundation.delivery;
        let old = || delivery.clone();
        parts.spawn(run_retention(old(), old(), old(), old(), stop.clone()));
        parts.spawn(watch_orders(foundation.shop.clone(), accept_within, stop.clone()));
        if let Some(at) = digest_at {
            parts.spawn(watch_digest(foundation.shop.clone(), at, stop.clone()));
        }
        parts.spawn(watch_broadcasts(foundation.shop.clone(), stop.clone()));
        parts.spawn(watch_carts(foundation.shop.clone(), stop.clone()));
        parts.spawn(watch_stock(foundation.shop.clone(), stop.clone()));
        parts.spawn(watch_shelves(foundation.shop.clone(), stop.clone()));
        parts.spawn(inbound.run(closing(stop.clone(), answered)));
        parts.spawn(outbound.run(stop.clone()));
        parts.spawn(bulk.run(stop.clone()));
        tracing::info!(%address, "serving");

        let early = tokio::select! {
            // First: at a stop the parts end too, and that is no failure.
            biased;
            () = stop.cancelled() => None,
            ended = parts.join_next() => ended,
        };
        stop.cancel();
        tracing::info!("stopping: what is in work is finished");
        let ended =
            tokio::time::timeout(stop_limit + SLACK, async { while parts.join_next().await.is_some() {} });
        if ended.await.is_err() {
            tracing::warn!("something did not end in time; it is cut off");
        }
        foundation.store.0.close().await;
        match early {
            Some(Err(error)) => Err(error).context("a part of the program failed"),
            Some(Ok(())) => anyhow::bail!("a part of the program ended by itself"),
            None => Ok(()),
        }
    }
}

/// When the intake closes: at a stop, after what Telegram was bringing at that moment was taken and answered. A
/// request that dawdles does not hold the stop up.
fn closing(stop: CancellationToken, answered: CancellationToken) -> CancellationToken {
    let closing = CancellationToken::new();
    let at_last = closing.clone().drop_guard();
    tokio::spawn(async move {
        stop.cancelled().await;
        let _ = tokio::time::timeout(LAST_REQUESTS, answered.cancelled()).await;
        drop(at_last);
    });
    closing
}

/// Sets the webhook as soon as Telegram lets us, and then waits for the end.
async fn keep_webhook(webhook: Webhook, bot: Bot, stop: CancellationToken) {
    while let Err(error) = webhook.set(&bot).await {
        tracing::warn!(%error, "the webhook could not be set; trying again");
        tokio::select! {
            () = stop.cancelled() => return,
            () = sleep(SET_AGAIN) => {}
        }
    }
    stop.cancelled().await;
}

/// Without it nothing can be taken in.
struct Database(PgStore);

#[async_trait]
impl Probe for Database {
    fn name(&self) -> &'static str {
        "database"
    }

    async fn answers(&self) -> bool {
        self.0.session().await.is_ok()
    }
}
