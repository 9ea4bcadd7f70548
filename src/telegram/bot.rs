//! The connection to Telegram, and how long one call may take.

use crate::delivery::Trouble;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;
use teloxide::requests::{HasPayload, JsonRequest, Payload};
use teloxide::types::ResponseParameters;
use teloxide::{ApiError, Bot, RequestError};
use url::Url;

/// Time limit of one call.
const CALL_LIMIT: Duration = Duration::from_secs(8);

/// The same for a call that carries a file.
const UPLOAD_LIMIT: Duration = Duration::from_secs(25);

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
///
/// The client's own way of sending rests for 10 s after any 5xx before it says so, and a lane would rest with it. So
/// the request is sent here, in the same form.
pub(super) async fn call<P>(bot: &Bot, request: JsonRequest<P>) -> Result<P::Output, CallError>
where
    P: Payload + Serialize,
    P::Output: DeserializeOwned,
{
    let url = format!("{}/bot{}/{}", bot.api_url().as_str().trim_end_matches('/'), bot.token(), P::NAME);
    let sending = bot.client().post(url).timeout(CALL_LIMIT).json(request.payload_ref()).send();
    let answer = async { sending.await?.bytes().await };
    match answer.await {
        Ok(answer) => Ok(read(&answer)?),
        Err(error) if error.is_timeout() && !error.is_connect() => Err(CallError::TimedOut),
        // The address holds the token.
        Err(error) => Err(RequestError::Network(Arc::new(error.without_url())).into()),
    }
}

/// Calls Telegram with a file.
pub(super) async fn upload<T>(
    request: impl IntoFuture<Output = Result<T, RequestError>>,
) -> Result<T, CallError> {
    match tokio::time::timeout(UPLOAD_LIMIT, request.into_future()).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(CallError::TimedOut),
    }
}

/// What every answer looks like (Bot API, "Making requests").
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer<T> {
    Done { result: T },
    Refused { description: ApiError, parameters: Option<ResponseParameters> },
}

fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, RequestError> {
    match serde_json::from_slice(answer) {
        Ok(Answer::Done { result }) => Ok(result),
        Ok(Answer::Refused { parameters: Some(ResponseParameters::RetryAfter(seconds)), .. }) => {
            Err(RequestError::RetryAfter(seconds))
        }
        Ok(Answer::Refused { parameters: Some(ResponseParameters::MigrateToChatId(chat)), .. }) => {
            Err(RequestError::MigrateToChatId(chat))
        }
        Ok(Answer::Refused { description, .. }) => Err(RequestError::Api(description)),
        // A proxy on the way may answer with a page. What Telegram wrote stays out of the logs: it may be a chat.
        Err(error) => Err(RequestError::InvalidJson { source: Arc::new(error), raw: "".into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use teloxide::prelude::Requester as _;
    use teloxide::types::{ChatId, Message, True};

    #[tokio::test]
    async fn an_error_of_telegrams_servers_is_told_at_once() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let bad = (
            axum::http::StatusCode::BAD_GATEWAY,
            r#"{"ok":false,"error_code":502,"description":"Bad Gateway"}"#,
        );
        let router = axum::Router::new().fallback(async move || bad);
        tokio::spawn(async move { axum::serve(listener, router).await });
        let bot = connect(&"1:token-of-a-test".into(), &url).unwrap();
        let calling = call(&bot, bot.send_message(ChatId(1), "hello"));
        let error = tokio::time::timeout(CALL_LIMIT / 2, calling).await.expect("no rest").unwrap_err();
        assert!(matches!(Trouble::from(error), Trouble::Dependency(_)));
    }

    #[test]
    fn every_form_of_an_answer_is_read() {
        assert!(read::<True>(br#"{"ok":true,"result":true}"#).is_ok());
        let slower = br#"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}"#;
        assert!(matches!(read::<True>(slower), Err(RequestError::RetryAfter(wait)) if wait.seconds() == 7));
        let moved = br#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001}}"#;
        assert!(matches!(read::<Message>(moved), Err(RequestError::MigrateToChatId(ChatId(-1001)))));
        let blocked =
            br#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#;
        assert!(matches!(read::<True>(blocked), Err(RequestError::Api(ApiError::BotBlocked))));
        assert!(matches!(read::<True>(b"<html>"), Err(RequestError::InvalidJson { .. })));
    }
}
