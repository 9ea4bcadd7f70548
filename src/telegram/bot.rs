//! The connection to Telegram, and how long one call may take.

use crate::delivery::{SendError, Trouble};
use reqwest::multipart::{Form, Part};
use secrecy::{ExposeSecret, SecretString};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;
use teloxide::prelude::Requester;
use teloxide::requests::{HasPayload, Payload};
use teloxide::types::{ChatId, FileId, InputFile, Seconds};
use teloxide::{ApiError, Bot, RequestError};
use url::Url;

/// Time limit of one call.
const CALL_LIMIT: Duration = Duration::from_secs(8);

/// The same for a call that carries a file.
const UPLOAD_LIMIT: Duration = Duration::from_secs(25);

/// The name of the part that is the file.
const ATTACHED: &str = "file";

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
        // Telegram sends nobody elsewhere; being ready for it costs a copy of every request.
        .redirect(reqwest::redirect::Policy::none())
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

impl From<CallError> for SendError {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Request(error) => Self::Telegram(error),
            CallError::TimedOut => Self::TimedOut,
        }
    }
}

/// A message that was sent or edited, as far as anybody asks. Read leniently: a part of it that this version does not
/// know must not make what was sent look as if it were not.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Sent {
    /// Its number in the chat.
    pub message_id: i32,
    /// Where it is.
    pub chat: SentTo,
}

/// A message with a picture that was uploaded.
#[derive(Debug, Deserialize)]
pub(super) struct SentPicture {
    /// Its number in the chat.
    pub message_id: i32,
    /// The picture in several sizes, the largest last.
    #[serde(default)]
    photo: Vec<Size>,
}

#[derive(Debug, Deserialize)]
struct Size {
    file_id: String,
}

impl SentPicture {
    /// What this bot can send from now on in place of the content.
    pub(super) fn file_id(&self) -> Option<&str> {
        self.photo.last().map(|largest| largest.file_id.as_str())
    }
}

/// The chat of a sent message.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct SentTo {
    /// Its id.
    pub id: i64,
}

/// Calls Telegram within the time limit, and reads the part `T` of its answer. A file travels with [`upload`].
///
/// Not by teloxide's own `send`: that one sleeps for 10 s after any 5xx, and takes an answer with an unknown part for
/// none.
///
/// # Errors
/// Telegram refused, or could not be reached in time.
pub(super) async fn call<T: DeserializeOwned>(
    bot: &Bot,
    request: impl HasPayload<Payload: Payload + Serialize>,
) -> Result<T, CallError> {
    within(CALL_LIMIT, post(bot.client().post(address(bot, &request)).json(request.payload_ref()))).await
}

/// The same, when nothing of the answer is asked for.
///
/// # Errors
/// As [`call`].
pub(super) async fn tell(
    bot: &Bot,
    request: impl HasPayload<Payload: Payload + Serialize>,
) -> Result<(), CallError> {
    call::<IgnoredAny>(bot, request).await.map(drop)
}

/// How a request names the file that travels with it.
pub(super) fn attached() -> InputFile {
    InputFile::file_id(FileId(format!("attach://{ATTACHED}")))
}

/// Calls Telegram with a file, which the request names as [`attached`].
///
/// # Errors
/// As [`call`].
pub(super) async fn upload<T: DeserializeOwned>(
    bot: &Bot,
    request: impl HasPayload<Payload: Payload + Serialize>,
    name: impl Into<Cow<'static, str>>,
    content: Vec<u8>,
) -> Result<T, CallError> {
    let mut form = Form::new().part(ATTACHED, Part::bytes(content).file_name(name));
    let Value::Object(parameters) = json(request.payload_ref())? else {
        unreachable!("every payload of the Bot API is an object")
    };
    for (parameter, value) in parameters {
        // "Making requests" in the Bot API: what is no text travels as JSON.
        let text = if let Value::String(text) = value { text } else { value.to_string() };
        form = form.text(parameter, text);
    }
    within(UPLOAD_LIMIT, post(bot.client().post(address(bot, &request)).multipart(form))).await
}

/// Fetches a file that somebody has sent; `None` if it has more bytes than `most`. Telegram gives out at most 20 MB (Bot
/// API, "getFile").
///
/// # Errors
/// As [`call`].
pub(super) async fn download(bot: &Bot, file: FileId, most: usize) -> Result<Option<Vec<u8>>, CallError> {
    let located: Located = call(bot, bot.get_file(file)).await?;
    let Some(path) = located.file_path else { return Ok(None) };
    let mut url = bot.api_url();
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().push("file").push(&format!("bot{}", bot.token())).extend(path.split('/'));
    }
    within(UPLOAD_LIMIT, read_file(bot.client().get(url), most)).await
}

/// Where a file lies.
#[derive(Deserialize)]
struct Located {
    file_path: Option<String>,
}

async fn read_file(request: reqwest::RequestBuilder, most: usize) -> Result<Option<Vec<u8>>, RequestError> {
    let mut answer = request.send().await?.error_for_status()?;
    let mut content = Vec::new();
    while let Some(part) = answer.chunk().await? {
        if content.len() + part.len() > most {
            return Ok(None);
        }
        content.extend_from_slice(&part);
    }
    Ok(Some(content))
}

fn address<R: HasPayload<Payload: Payload>>(bot: &Bot, _: &R) -> Url {
    let mut url = bot.api_url();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(&format!("bot{}", bot.token())).push(<R::Payload as Payload>::NAME);
    }
    url
}

fn json(payload: &impl Serialize) -> Result<Value, RequestError> {
    let unwritable = |error| RequestError::InvalidJson { source: Arc::new(error), raw: Box::default() };
    serde_json::to_value(payload).map_err(unwritable)
}

async fn within<T>(
    limit: Duration,
    answer: impl Future<Output = Result<T, RequestError>>,
) -> Result<T, CallError> {
    match tokio::time::timeout(limit, answer).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(CallError::TimedOut),
    }
}

async fn post<T: DeserializeOwned>(request: reqwest::RequestBuilder) -> Result<T, RequestError> {
    read(&request.send().await?.bytes().await?)
}

/// What Telegram answers ("Making requests" in the Bot API). Without a result it is a refusal.
#[derive(Deserialize)]
struct Answer<T> {
    result: Option<T>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u32>,
    migrate_to_chat_id: Option<i64>,
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, RequestError> {
    // What a proxy says in HTML is not kept: it is as good as no answer.
    let unreadable = |error| RequestError::InvalidJson { source: Arc::new(error), raw: Box::default() };
    let answer: Answer<T> = serde_json::from_slice(body).map_err(unreadable)?;
    if let Some(result) = answer.result {
        return Ok(result);
    }
    if let Some(seconds) = answer.parameters.retry_after {
        return Err(RequestError::RetryAfter(Seconds::from_seconds(seconds)));
    }
    if let Some(chat) = answer.parameters.migrate_to_chat_id {
        return Err(RequestError::MigrateToChatId(ChatId(chat)));
    }
    let error = serde_json::from_value(answer.description.clone().into());
    Err(RequestError::Api(error.unwrap_or(ApiError::Unknown(answer.description))))
}

#[cfg(test)]
#[path = "bot_tests.rs"]
mod tests;
