//! How much the sandbox carries: `cargo bench -p telegram-sandbox`. It must not be what a bot's benchmark measures.
//!
//! Everything runs in this one process, so the figures include a bot that does nothing and the people who write.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use telegram_sandbox::{Config, Person, Sandbox, TestBot};
use tokio::sync::Notify;

const PEOPLE: usize = 1_000;
const MESSAGES_EACH: usize = 40;

/// A bot behind a webhook that counts, and answers when it is told to.
struct Bot {
    answers: bool,
    got: AtomicUsize,
    all: Notify,
}

async fn hook(State(bot): State<Arc<Bot>>, body: axum::body::Bytes) -> Response {
    let answer = bot.answers.then(|| {
        let update: Value = serde_json::from_slice(&body).unwrap_or_default();
        json!({"method": "sendMessage", "chat_id": update["message"]["chat"]["id"], "text": "thanks"})
    });
    if bot.got.fetch_add(1, Ordering::Relaxed) + 1 == PEOPLE * MESSAGES_EACH {
        bot.all.notify_one();
    }
    answer.map_or_else(|| ().into_response(), |answer| axum::Json(answer).into_response())
}

/// Seconds until the bot has every message (and, when it answers, until every answer has arrived).
async fn run(answers: bool) -> anyhow::Result<Duration> {
    let telegram = Sandbox::start(Config { keep_messages: 100, ..Config::default() }).await?;
    let account = telegram.bot("Counter");
    let bot = Arc::new(Bot { answers, got: AtomicUsize::new(0), all: Notify::new() });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/hook", listener.local_addr()?);
    let app = axum::Router::new().fallback(hook).with_state(bot.clone());
    tokio::spawn(async move { axum::serve(listener, app).await });
    set_webhook(&telegram, &account, &url).await?;
    let people: Vec<Person> = (0..PEOPLE).map(|n| telegram.user(&format!("P{n}")).create()).collect();
    let began = Instant::now();
    for round in 0..MESSAGES_EACH {
        for person in &people {
            person.send("hello");
        }
        // Let the others have their turn: these sends never wait.
        if round % 4 == 0 {
            tokio::task::yield_now().await;
        }
    }
    bot.all.notified().await;
    if answers {
        while people.iter().any(|person| !answered(person)) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    let took = began.elapsed();
    telegram.shutdown().await;
    Ok(took)
}

/// The newest words are the bot's.
fn answered(person: &Person) -> bool {
    person.messages().last().is_some_and(|last| last.text() == "thanks")
}

async fn set_webhook(telegram: &Sandbox, bot: &TestBot, url: &str) -> anyhow::Result<()> {
    let call = format!("{}/bot{}/setWebhook", telegram.api_url(), bot.token());
    let parameters = json!({"url": url, "max_connections": 100});
    reqwest::Client::new().post(call).json(&parameters).send().await?.error_for_status()?;
    Ok(())
}

/// The median time from nothing to the first answer of a sandbox.
async fn start() -> anyhow::Result<Duration> {
    let http = reqwest::Client::new();
    let mut times = Vec::new();
    for _ in 0..101 {
        let began = Instant::now();
        let telegram = Sandbox::start(Config::default()).await?;
        let me = format!("{}/bot1:fresh/getMe", telegram.api_url());
        http.get(me).send().await?.error_for_status()?;
        times.push(began.elapsed());
        telegram.shutdown().await;
    }
    times.sort_unstable();
    Ok(times[times.len() / 2])
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let took = start().await?;
    writeln!(std::io::stdout(), "start, to the first answer: {:.2} ms", took.as_secs_f64() * 1_000.0)?;
    let count = u32::try_from(PEOPLE * MESSAGES_EACH)?;
    for (answers, what) in [(false, "acknowledged webhook deliveries"), (true, "updates with an answer")] {
        let took = run(answers).await?;
        let rate = f64::from(count) / took.as_secs_f64();
        writeln!(std::io::stdout(), "{what}: {rate:.0}/s ({count} in {:.2} s)", took.as_secs_f64())?;
    }
    Ok(())
}
