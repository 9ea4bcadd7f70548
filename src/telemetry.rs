//! What the program tells about itself: log lines and metrics.

use crate::config::{Log, LogFormat, Settings};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use secrecy::{ExposeSecret, SecretString};
use std::{
    borrow::Cow,
    io::{self, Write},
    sync::Arc,
};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter, layer::SubscriberExt, util::SubscriberInitExt};

/// Upper bounds in seconds of the histograms: from a cached answer to a handler at its time limit.
const SECONDS: [f64; 14] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

/// What could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The log is set up already, or its filter is wrong.
    #[error("the log cannot be set up: {0}")]
    Log(String),
    /// The metrics are set up already.
    #[error("the metrics cannot be set up: {0}")]
    Metrics(#[from] BuildError),
}

/// Starts the log on the standard error stream. Secrets of the settings never get into it, whatever a library
/// writes: the address of a Bot API call, for example, holds the token.
///
/// # Errors
/// [`TelemetryError::Log`] if a log is running already.
pub fn start_log(log: &Log, secrets: Secrets) -> Result<(), TelemetryError> {
    let filter = EnvFilter::try_new(&log.filter).map_err(|error| TelemetryError::Log(error.to_string()))?;
    let writer = Redacted { inner: io::stderr, secrets };
    let lines = tracing_subscriber::fmt::layer().with_writer(writer);
    let registry = tracing_subscriber::registry().with(filter);
    match log.format {
        LogFormat::Text => registry.with(lines.with_ansi(false)).try_init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true)).try_init(),
    }
    .map_err(|error| TelemetryError::Log(error.to_string()))
}

/// Starts the metrics. The handle renders them for `/metrics`.
///
/// # Errors
/// [`TelemetryError::Metrics`] if metrics are running already.
pub fn start_metrics() -> Result<PrometheusHandle, TelemetryError> {
    Ok(PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("seconds".to_owned()), &SECONDS)?
        .install_recorder()?)
}

/// Texts that must not appear anywhere.
#[derive(Debug, Clone, Default)]
pub struct Secrets(Arc<[SecretString]>);

impl Secrets {
    /// Those of the settings, and the passwords inside addresses.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let mut secrets = vec![settings.bot.token.clone(), settings.database.url.clone()];
        secrets.extend(settings.redis_url.clone());
        if let crate::config::Intake::Webhook { secret, .. } = &settings.intake {
            secrets.push(secret.clone());
        }
        let passwords: Vec<SecretString> = secrets
            .iter()
            .filter_map(|secret| Some(url::Url::parse(secret.expose_secret()).ok()?.password()?.into()))
            .collect();
        secrets.extend(passwords);
        // Replacing a text this short would garble the log and protect nothing.
        secrets.retain(|secret| secret.expose_secret().len() >= 6);
        Self(secrets.into())
    }

    /// The text without secrets, and without anything that looks like a bot's token.
    #[must_use]
    pub fn hide<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut text = Cow::Borrowed(text);
        for secret in self.0.iter().map(|secret| secret.expose_secret()) {
            if text.contains(secret) {
                text = Cow::Owned(text.replace(secret, "<hidden>"));
            }
        }
        while let Some((start, end)) = token_in(&text) {
            text.to_mut().replace_range(start..end, "<hidden>");
        }
        text
    }
}

/// The place of a token: at least six digits, a colon, at least thirty letters, digits, `_` or `-`.
fn token_in(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    text.match_indices(':').find_map(|(colon, _)| {
        let digits = bytes[..colon].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let rest = bytes[colon + 1..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            .count();
        (digits >= 6 && rest >= 30).then_some((colon - digits, colon + 1 + rest))
    })
}

/// Writes without secrets. The log hands over one whole line per call, so none is split in two.
struct Redacted<M> {
    inner: M,
    secrets: Secrets,
}

struct RedactedWriter<W> {
    inner: W,
    secrets: Secrets,
}

impl<'a, M: MakeWriter<'a>> MakeWriter<'a> for Redacted<M> {
    type Writer = RedactedWriter<M::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        RedactedWriter { inner: self.inner.make_writer(), secrets: self.secrets.clone() }
    }
}

impl<W: Write> Write for RedactedWriter<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        self.inner.write_all(self.secrets.hide(&text).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Sources;
    use std::sync::Mutex;

    const TOKEN: &str = "123456789:AAExampleExampleExampleExampleExample";

    fn secrets() -> Secrets {
        let sources = Sources::only([
            ("BOT_TOKEN", TOKEN),
            ("ADMIN_CHAT_ID", "-1"),
            ("DATABASE_URL", "postgres://shop:hunter2@localhost/shop"),
        ]);
        Secrets::of(&Settings::load(&sources).unwrap())
    }

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_failed_call_is_logged_without_the_token_in_its_address() {
        let lines = Lines::default();
        let written = lines.clone();
        let writer = Redacted { inner: move || written.clone(), secrets: secrets() };
        let subscriber = tracing_subscriber::registry()
            .with(tracing_subscriber::fmt::layer().with_ansi(false).with_writer(writer));
        // Nobody listens on port 1.
        let url = format!("http://127.0.0.1:1/bot{TOKEN}/getMe");
        let error = reqwest::get(&url).await.unwrap_err();
        tracing::subscriber::with_default(subscriber, || {
            tracing::error!(%error, debug = ?error, "call failed");
            tracing::info!(bot = ?teloxide::Bot::new(TOKEN), "hunter2");
        });
        let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        assert!(text.contains("call failed") && text.contains("<hidden>"), "{text}");
        assert!(!text.contains("AAExample") && !text.contains("hunter2"), "{text}");
    }

    #[test]
    fn a_token_that_nobody_told_us_of_is_hidden_too() {
        let other =
            "https://api.telegram.org/file/bot987654321:BBOtherOtherOtherOtherOtherOtherOth/photo.jpg";
        assert_eq!(Secrets::default().hide(other), "https://api.telegram.org/file/bot<hidden>/photo.jpg");
    }

    #[test]
    fn times_and_addresses_are_no_tokens() {
        for text in ["2026-01-31T12:00:00Z", "127.0.0.1:8080", "order 1000000: paid"] {
            assert_eq!(Secrets::default().hide(text), text);
        }
    }
}
