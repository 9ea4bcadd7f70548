//! A reverse proxy in front of instances: each request goes to the next one, and on to the one after if that is gone.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;

/// Listens until the test ends.
#[derive(Clone)]
pub(crate) struct Proxy(Arc<Inner>);

struct Inner {
    address: SocketAddr,
    client: reqwest::Client,
    instances: watch::Sender<Vec<SocketAddr>>,
    requests: AtomicUsize,
    failures: Mutex<Vec<String>>,
}

impl Proxy {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        // A connection that was kept may be closed by the other end just when it is used again.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).no_proxy();
        let proxy = Self(Arc::new(Inner {
            address: listener.local_addr().unwrap(),
            client: client.timeout(Duration::from_secs(30)).build().unwrap(),
            instances: watch::Sender::default(),
            requests: AtomicUsize::new(0),
            failures: Mutex::default(),
        }));
        let router = Router::new().fallback(pass_on).with_state(proxy.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        proxy
    }

    /// Its address, as `WEBHOOK_URL` takes it.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// From now on this instance is there.
    pub(crate) fn leads_to(&self, number: usize, instance: SocketAddr) {
        self.0.instances.send_modify(|instances| match instances.get_mut(number) {
            Some(old) => *old = instance,
            None => instances.push(instance),
        });
    }

    pub(crate) fn requests(&self) -> usize {
        self.0.requests.load(Ordering::Relaxed)
    }

    /// Why requests failed, which Telegram then had to repeat.
    pub(crate) fn failures(&self) -> Vec<String> {
        self.0.failures.lock().unwrap().clone()
    }

    /// The instances there are. The first one sets the webhook before the test has read where it listens: what Telegram
    /// brings in that moment waits.
    async fn instances(&self) -> Vec<SocketAddr> {
        let mut instances = self.0.instances.subscribe();
        instances.wait_for(|known| !known.is_empty()).await.map(|known| known.clone()).unwrap_or_default()
    }

    /// An update that is brought twice is stored once, so the next instance may be tried whatever happened to this one.
    async fn ask(&self, uri: &Uri, headers: &HeaderMap, body: &Bytes) -> Answer {
        let turn = self.0.requests.fetch_add(1, Ordering::Relaxed);
        let mut instances = self.instances().await;
        let first = turn % instances.len().max(1);
        instances.rotate_left(first);
        let failure = Some("there is no instance".to_owned());
        let mut failed =
            Answer { status: StatusCode::BAD_GATEWAY, retry_after: None, body: Bytes::new(), failure };
        for instance in instances {
            let request = self.0.client.post(format!("http://{instance}{uri}"));
            match request.headers(headers.clone()).body(body.clone()).send().await {
                Ok(answer) => {
                    let status = answer.status();
                    let retry_after = answer.headers().get(RETRY_AFTER).cloned();
                    let failure = (!status.is_success()).then(|| status.to_string());
                    // Cut off in the middle, what it asked of Telegram is lost; the update is not.
                    let body = answer.bytes().await.unwrap_or_default();
                    return Answer { status, retry_after, body, failure };
                }
                Err(error) => failed.failure = Some(format!("{error:?}")),
            }
        }
        failed
    }
}

/// What Telegram is told, and why it failed if it did.
struct Answer {
    status: StatusCode,
    retry_after: Option<HeaderValue>,
    body: Bytes,
    failure: Option<String>,
}

async fn pass_on(State(proxy): State<Proxy>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let Answer { status, retry_after, body, failure } = proxy.ask(&uri, &headers, &body).await;
    proxy.0.failures.lock().unwrap().extend(failure);
    let mut response = (status, body).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}
