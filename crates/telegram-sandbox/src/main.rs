//! The sandbox as a program: serves the Bot API and the chat page until it is told to stop.

use std::net::SocketAddr;

use clap::Parser;
use telegram_sandbox::{Clock, Config, Faults, Limits, Sandbox};

/// A local Telegram. Point a bot at it, open the page, and play its customers.
#[derive(Debug, Parser)]
#[command(name = "telegram-sandbox", version)]
struct Arguments {
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8081, env = "SANDBOX_PORT")]
    port: u16,
    /// Address to listen on. There is no login: keep it to this machine.
    #[arg(long, default_value = "127.0.0.1")]
    host: std::net::IpAddr,
    /// Where ids begin and how faults are drawn; without it every run begins elsewhere.
    #[arg(long)]
    seed: Option<u64>,
    /// Telegram's rate limits: off, observe or enforce.
    #[arg(long, default_value = "off", value_parser = parse_limits)]
    limits: Limits,
    /// Misbehaviour from the start, as JSON: '{"error_after": 0.1}'. See API.md, "Faults".
    #[arg(long, value_parser = parse_faults)]
    faults: Option<Faults>,
    /// Messages kept per chat.
    #[arg(long, default_value_t = 10_000)]
    keep_messages: usize,
    /// Lines kept in the log.
    #[arg(long, default_value_t = 5_000)]
    keep_log: usize,
    /// Fetch photos that bots name by URL from other machines, too.
    #[arg(long)]
    fetch_remote: bool,
}

fn parse_limits(text: &str) -> Result<Limits, String> {
    serde_json::from_value(text.into()).map_err(|_| "off, observe or enforce".to_owned())
}

fn parse_faults(text: &str) -> Result<Faults, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()),
        )
        .init();
    let arguments = Arguments::parse();
    let mut faults = arguments.faults.unwrap_or_default();
    if arguments.limits != Limits::Off {
        faults.limits = arguments.limits;
    }
    let config = Config {
        listen: SocketAddr::from((arguments.host, arguments.port)),
        clock: Clock::real(),
        keep_messages: arguments.keep_messages,
        keep_log: arguments.keep_log,
        fetch_remote: arguments.fetch_remote,
        faults,
        ..Config::default()
    };
    let config = match arguments.seed {
        Some(seed) => Config { seed, ..config },
        None => config.fresh_seed(),
    };
    let sandbox = Sandbox::start(config).await?;
    tracing::info!("chat page and Bot API: {}", sandbox.api_url());
    wait_for_signal().await?;
    sandbox.shutdown().await;
    Ok(())
}

async fn wait_for_signal() -> std::io::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}
