//! The wiring, with a bot that only echoes: updates come in by polling and by webhook, and a stop loses none.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
mod support;

use async_trait::async_trait;
use orderbot::app::{App, Foundation};
use orderbot::config::{Settings, Sources};
use orderbot::delivery::{Courier, Handler, Incoming, SendError, Trouble};
use orderbot::domain::{ChatId, Notice};
use orderbot::repository::StoreError;
use std::{sync::Arc, time::Duration};
use support::postgres::TestDb;
use telegram_sandbox::{Config, Sandbox};
use teloxide::{Bot, prelude::Requester as _, types::UpdateKind};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

const TOKEN: &str = "7000001:token-of-the-sandbox-000000000000";

struct Echo(Bot);

#[async_trait]
impl Handler for Echo {
    async fn handle(&self, update: Arc<Incoming>) -> Result<(), Trouble> {
        if let UpdateKind::Message(message) = &update.update.kind
            && let Some(text) = message.text()
        {
            self.0.send_message(message.chat.id, format!("You said {text}")).await?;
        }
        Ok(())
    }

    async fn apologise(&self, _update: &Incoming, _trouble: &Trouble) {}

    async fn answer_now(&self, _update: Arc<Incoming>) -> Result<(), Trouble> {
        Ok(())
    }
}

struct Nobody;

#[async_trait]
impl Courier for Nobody {
    async fn deliver(&self, _chat: ChatId, _notice: &Notice) -> Result<(), SendError> {
        Ok(())
    }

    async fn unreachable(&self, _chat: ChatId) -> Result<(), StoreError> {
        Ok(())
    }
}

struct Running {
    address: String,
    stop: CancellationToken,
    app: JoinHandle<anyhow::Result<()>>,
}

impl Running {
    async fn start(sandbox: &Sandbox, db: &TestDb, more: [(&str, &str); 4]) -> Self {
        let (api, database) = (sandbox.api_url(), db.url());
        let needed = [
            ("BOT_TOKEN", TOKEN),
            ("ADMIN_CHAT_ID", "-1"),
            ("BOT_API_URL", &api),
            ("DATABASE_URL", &database),
        ];
        let all: [(&str, &str); 8] = std::array::from_fn(|n| if n < 4 { needed[n] } else { more[n - 4] });
        let settings = Settings::load(&Sources::only(all)).unwrap();
        let foundation = Foundation::lay(&settings).unwrap();
        let echo = Arc::new(Echo(foundation.bot.clone()));
        let app = App::new(&settings, foundation, echo, Arc::new(Nobody), None).await.unwrap();
        let address = format!("http://{}", app.address().unwrap());
        let stop = CancellationToken::new();
        Self { address, stop: stop.clone(), app: tokio::spawn(app.run(stop)) }
    }

    async fn stop(self) {
        self.stop.cancel();
        let ended = tokio::time::timeout(Duration::from_secs(15), self.app).await;
        ended.expect("a stop takes no longer than its limit").unwrap().unwrap();
    }
}

const POLLING: [(&str, &str); 4] =
    [("MODE", "polling"), ("HTTP_LISTEN", "127.0.0.1:0"), ("SHUTDOWN_TIMEOUT", "5s"), ("DATABASE_POOL", "8")];

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_answered_and_what_came_during_a_stop_is_answered_after_it() {
    let sandbox = Sandbox::start(Config::default()).await.unwrap();
    let bot = sandbox.bot_with_token("Echo", TOKEN).unwrap();
    let ann = sandbox.user("Ann").create().with(&bot);
    let db = TestDb::new().await;

    let first = Running::start(&sandbox, &db, POLLING).await;
    ann.send("hello");
    ann.sees("You said hello").await;
    first.stop().await;

    ann.send("anybody there?");
    let second = Running::start(&sandbox, &db, POLLING).await;
    ann.sees("You said anybody there?").await;
    second.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_webhook_is_set_and_brings_updates_and_polling_takes_over_again() {
    let sandbox = Sandbox::start(Config::default()).await.unwrap();
    let bot = sandbox.bot_with_token("Echo", TOKEN).unwrap();
    let ann = sandbox.user("Ann").create().with(&bot);
    let db = TestDb::new().await;

    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let (url, secret) = (format!("http://{free}"), "a-secret-of-the-webhook");
    let webhook =
        [("MODE", "webhook"), ("HTTP_LISTEN", &*free), ("WEBHOOK_URL", &*url), ("WEBHOOK_SECRET", secret)];
    let running = Running::start(&sandbox, &db, webhook).await;
    ann.send("by webhook");
    ann.sees("You said by webhook").await;
    running.stop().await;

    let running = Running::start(&sandbox, &db, POLLING).await;
    ann.send("by polling");
    ann.sees("You said by polling").await;
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn health_is_told_while_it_runs() {
    let sandbox = Sandbox::start(Config::default()).await.unwrap();
    let db = TestDb::new().await;
    let running = Running::start(&sandbox, &db, POLLING).await;
    let ready = reqwest::get(format!("{}/health/ready", running.address)).await.unwrap();
    assert!(ready.status().is_success());
    assert_eq!(ready.text().await.unwrap(), "database ok\n");
    running.stop().await;
}
