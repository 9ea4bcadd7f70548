//! A reverse proxy in front of the instances: each request goes to the next one, and on to the one after if
//! that is gone.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[derive(Clone)]
pub(crate) struct Proxy(Arc<Inner>);

struct Inner {
    client: reqwest::Client,
    instances: Vec<SocketAddr>,
    next: AtomicUsize,
    requests: AtomicUsize,
    failures: Mutex<Vec<String>>,
}

impl Proxy {
    /// Listens on `address` until the test ends.
    pub(crate) async fn start(address: SocketAddr, instances: Vec<SocketAddr>) -> Self {
        // A connection that was kept may be closed by the other end just when it is used again.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).no_proxy();
        let client = client.timeout(Duration::from_secs(30)).build().unwrap();
        let counts = || AtomicUsize::new(0);
        let inner =
            Inner { client, instances, next: counts(), requests: counts(), failures: Mutex::default() };
        let proxy = Self(Arc::new(inner));
        let router = Router::new().fallback(pass_on).with_state(proxy.clone());
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        proxy
    }

    pub(crate) fn requests(&self) -> usize {
        self.0.requests.load(Ordering::Relaxed)
    }

    /// Why requests failed, which Telegram then had to repeat.
    pub(crate) fn failures(&self) -> Vec<String> {
        self.0.failures.lock().unwrap().clone()
    }

    /// An update that is brought twice is stored once, so the next instance may be tried whatever happened to this one.
    async fn ask(&self, uri: &Uri, headers: &HeaderMap, body: &Bytes) -> Result<StatusCode, String> {
        let Inner { client, instances, next, .. } = &*self.0;
        let turn = next.fetch_add(1, Ordering::Relaxed);
        let mut failure = String::new();
        for instance in instances.iter().cycle().skip(turn % instances.len()).take(instances.len()) {
            let request = client.post(format!("http://{instance}{uri}"));
            match request.headers(headers.clone()).body(body.clone()).send().await {
                Ok(answer) if answer.status().is_success() => return Ok(answer.status()),
                Ok(answer) => return Err(answer.status().to_string()),
                Err(error) => failure = format!("{error:?}"),
            }
        }
        Err(failure)
    }
}

async fn pass_on(State(proxy): State<Proxy>, uri: Uri, headers: HeaderMap, body: Bytes) -> StatusCode {
    proxy.0.requests.fetch_add(1, Ordering::Relaxed);
    proxy.ask(&uri, &headers, &body).await.unwrap_or_else(|failure| {
        proxy.0.failures.lock().unwrap().push(failure);
        StatusCode::BAD_GATEWAY
    })
}
