//! `orderbot serve`, and the end of every long-running command.

use crate::app::App;
use crate::config::Settings;
use crate::telemetry::{self, Secrets};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Serves until Ctrl-C or SIGTERM; then finishes what is in work.
pub(super) async fn run(settings: &Settings) -> anyhow::Result<()> {
    telemetry::start_log(&settings.log, Secrets::of(settings))?;
    let stop = stop_signal()?;
    let app = tokio::select! {
        app = App::build(settings, Some(telemetry::start_metrics()?)) => app?,
        () = stop.cancelled() => return Ok(()),
    };
    app.run(stop).await
}

/// Cancelled by the first Ctrl-C (SIGINT) or SIGTERM.
pub(super) fn stop_signal() -> anyhow::Result<CancellationToken> {
    let stop = CancellationToken::new();
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let stopping = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        stopping.cancel();
    });
    Ok(stop)
}
