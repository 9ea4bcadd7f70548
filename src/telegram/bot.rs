//! The connection to Telegram, and how long one call may take.

use crate::delivery::Trouble;
use secrecy::{ExposeSecret, SecretString};
use std::future::IntoFuture;
use std::time::Duration;
use teloxide::{Bot, RequestError};
use url::Url;

/// Time limit of one call. Below the pause of 10 s that teloxide makes inside a call after any 5xx.
const CALL_LIMIT: Duration = Duration::from_secs(8);

/// The same for a call that carries a file.
pub(super) const UPLOAD_LIMIT: Duration = Duration::from_secs(25);

/// Connects to Telegram, or to a server that speaks like it. Nothing is sent yet.
///
/// # Errors
/// The HTTP client cannot be built (no certificates, no entropy).
pub fn connect(token: &SecretString, api_url: &Url) -> reqwest::Result<Bot> {
    let client = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        // Above the long poll of 50 s (Bot API, "getUpdates"); other calls have limits of their own.
        .timeout(Duration::from_secs(65))
        .tcp_nodelay(true)
        .build()?;
    Ok(Bot::with_client(token.expose_secret(), client).set_api_url(api_url.clone()))
}

/// A call that did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// Telegram refused, or could not be reached.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// No answer in time; it may have had its effect all the same.
    #[error("Telegram did not answer in time")]
    TimedOut,
}

impl From<CallError> for Trouble {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Request(error) => error.into(),
            CallError::TimedOut => Self::Dependency(Box::new(error)),
        }
    }
}

/// Calls Telegram within the time limit.
pub(super) async fn call<T>(
    request: impl IntoFuture<Output = Result<T, RequestError>>,
) -> Result<T, CallError> {
    call_within(CALL_LIMIT, request).await
}

/// Calls Telegram within `limit`.
pub(super) async fn call_within<T>(
    limit: Duration,
    request: impl IntoFuture<Output = Result<T, RequestError>>,
) -> Result<T, CallError> {
    match tokio::time::timeout(limit, request.into_future()).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(CallError::TimedOut),
    }
}
