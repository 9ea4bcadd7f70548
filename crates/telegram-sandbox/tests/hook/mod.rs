//! A bot's side of a webhook: remembers what it saw and answers as it is told.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use tokio::sync::Semaphore;

#[derive(Clone, Debug)]
pub(crate) struct Hook {
    seen: Arc<Mutex<Vec<Value>>>,
    secrets: Arc<Mutex<Vec<String>>>,
    refusals: Arc<AtomicUsize>,
    /// Updates whose text holds this word are answered only when the gate opens.
    held: Option<&'static str>,
    gate: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    answer: Option<Value>,
}

impl Hook {
    pub(crate) fn new() -> Self {
        Self {
            seen: Arc::default(),
            secrets: Arc::default(),
            refusals: Arc::default(),
            held: None,
            gate: Arc::new(Semaphore::new(0)),
            waiting: Arc::default(),
            answer: None,
        }
    }

    /// Says 503 that often first, and asks for a second of patience each time.
    pub(crate) fn refusing(self, times: usize) -> Self {
        self.refusals.store(times, Ordering::SeqCst);
        self
    }

    /// Does not answer what holds this word before [`open`](Self::open).
    pub(crate) fn holding(mut self, word: &'static str) -> Self {
        self.held = Some(word);
        self
    }

    /// Answers with a method call.
    pub(crate) fn answering(mut self, method: Value) -> Self {
        self.answer = Some(method);
        self
    }

    pub(crate) fn open(&self) {
        self.gate.close();
    }

    /// How many deliveries are being held now.
    pub(crate) fn held_now(&self) -> usize {
        self.waiting.load(Ordering::SeqCst)
    }

    pub(crate) async fn listen(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let app = axum::Router::new().fallback(receive).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        format!("http://{address}/hook")
    }

    /// What was answered with 200, in the order of arrival.
    pub(crate) fn seen(&self) -> Vec<Value> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The secrets that came along.
    pub(crate) fn secrets(&self) -> Vec<String> {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) async fn await_updates(&self, count: usize) -> Vec<Value> {
        until(|| self.seen().len() >= count).await;
        self.seen()
    }
}

/// Waits until something holds.
pub(crate) async fn until(holds: impl Fn() -> bool) {
    let come = async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), come).await.expect("it comes within ten seconds");
}

async fn receive(State(hook): State<Hook>, headers: HeaderMap, body: axum::Json<Value>) -> Response {
    let secret = headers.get("x-telegram-bot-api-secret-token").and_then(|secret| secret.to_str().ok());
    hook.secrets.lock().unwrap_or_else(PoisonError::into_inner).extend(secret.map(str::to_owned));
    if hook.refusals.load(Ordering::SeqCst) > 0 {
        hook.refusals.fetch_sub(1, Ordering::SeqCst);
        return (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "1")]).into_response();
    }
    if hook.held.is_some_and(|word| body["message"]["text"].as_str().unwrap_or_default().contains(word)) {
        hook.waiting.fetch_add(1, Ordering::SeqCst);
        // A closed gate lets everybody through.
        let _ = hook.gate.acquire().await;
        hook.waiting.fetch_sub(1, Ordering::SeqCst);
    }
    hook.seen.lock().unwrap_or_else(PoisonError::into_inner).push(body.0);
    match &hook.answer {
        Some(answer) => axum::Json(answer.clone()).into_response(),
        None => StatusCode::OK.into_response(),
    }
}
