//! A reverse proxy in front of the instances: each request goes to the next one; where nobody listens, to the one after.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

#[derive(Clone)]
pub(crate) struct Proxy(Arc<Inner>);

struct Inner {
    client: reqwest::Client,
    instances: Vec<SocketAddr>,
    next: AtomicUsize,
    requests: AtomicUsize,
    failures: AtomicUsize,
}

impl Proxy {
    /// Listens on `address` until the test ends.
    pub(crate) async fn start(address: SocketAddr, instances: Vec<SocketAddr>) -> Self {
        let client = reqwest::Client::builder().timeout(Duration::from_secs(30)).no_proxy().build().unwrap();
        let counts = || AtomicUsize::new(0);
        let inner = Inner { client, instances, next: counts(), requests: counts(), failures: counts() };
        let proxy = Self(Arc::new(inner));
        let router = Router::new().fallback(pass_on).with_state(proxy.clone());
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        proxy
    }

    pub(crate) fn requests(&self) -> usize {
        self.0.requests.load(Ordering::Relaxed)
    }

    /// Requests that Telegram had to repeat.
    pub(crate) fn failures(&self) -> usize {
        self.0.failures.load(Ordering::Relaxed)
    }

    async fn ask(&self, uri: &Uri, headers: &HeaderMap, body: &Bytes) -> StatusCode {
        for _ in &self.0.instances {
            let turn = self.0.next.fetch_add(1, Ordering::Relaxed);
            let instance = self.0.instances[turn % self.0.instances.len()];
            let request = self.0.client.post(format!("http://{instance}{uri}"));
            match request.headers(headers.clone()).body(body.clone()).send().await {
                Ok(answer) => return answer.status(),
                Err(error) if error.is_connect() => {}
                // It may have been taken: only Telegram may repeat it.
                Err(_) => return StatusCode::BAD_GATEWAY,
            }
        }
        StatusCode::BAD_GATEWAY
    }
}

async fn pass_on(State(proxy): State<Proxy>, uri: Uri, headers: HeaderMap, body: Bytes) -> StatusCode {
    proxy.0.requests.fetch_add(1, Ordering::Relaxed);
    let status = proxy.ask(&uri, &headers, &body).await;
    if !status.is_success() {
        proxy.0.failures.fetch_add(1, Ordering::Relaxed);
    }
    status
}
