//! `orderbot demo`: the whole shop in one program, for looking around.

mod sample;
mod town;

use super::{screen::say, serve::stop_signal};
use crate::app::{self, App};
use crate::config::{Settings, Sources};
use crate::embedded::{Options, Postgres};
use crate::telemetry::{self, Secrets};
use anyhow::Context as _;
use clap::Args;
use std::path::PathBuf;
use telegram_sandbox::{Config, Sandbox};
use tokio_util::sync::CancellationToken;
use town::Town;

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// The port of the chat page on this machine
    #[arg(long, default_value_t = 8090)]
    port: u16,
    /// Forget the orders and customers of earlier runs
    #[arg(long)]
    fresh: bool,
    /// Where to keep them
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Show what the bot does
    #[arg(long, short)]
    verbose: bool,
}

/// Runs until Ctrl-C or SIGTERM. Whatever happens, no process stays behind.
pub(super) async fn run(demo: &Demo) -> anyhow::Result<()> {
    let stop = stop_signal()?;
    let sandbox = Sandbox::start(Config::on_port(demo.port).fresh_seed()).await.with_context(|| {
        format!("port {} of this machine is taken: choose another one with --port", demo.port)
    })?;
    let options = Options { folder: demo.data.clone(), fresh: demo.fresh, durable: true };
    let postgres = Postgres::start(&options).await?;
    let served = serve(demo, &sandbox, &postgres, stop).await;
    sandbox.shutdown().await;
    postgres.stop().await;
    served
}

async fn serve(
    demo: &Demo,
    sandbox: &Sandbox,
    postgres: &Postgres,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let town = Town::build(sandbox)?;
    let settings = settings(demo, sandbox, postgres, &town)?;
    telemetry::start_log(&settings.log, Secrets::of(&settings))?;
    let store = app::store(&settings)?;
    store.migrate().await?;
    sample::load_if_empty(&app::shop(&settings, &store), &settings).await?;
    let app = App::build(&settings, Some(telemetry::start_metrics()?)).await?;
    say(&welcome(sandbox, postgres))?;
    app.run(stop).await
}

/// Nothing of a real shop's settings: the demo must not reach its database or its customers.
fn settings(demo: &Demo, sandbox: &Sandbox, postgres: &Postgres, town: &Town) -> anyhow::Result<Settings> {
    Ok(Settings::load(&Sources::only([
        ("BOT_TOKEN", town.token()),
        ("BOT_API_URL", &sandbox.api_url()),
        ("ADMIN_CHAT_ID", &town.staff_group().to_string()),
        ("DATABASE_URL", &postgres.url()),
        ("HTTP_LISTEN", "127.0.0.1:0"),
        ("SHOP_NAME", "Slow Kettle"),
        ("SHOP_TIMEZONE", &timezone()),
        ("DELIVERY_FEE", "4.90"),
        ("DELIVERY_FREE_FROM", "50"),
        ("MINIMUM_ORDER", "5"),
        ("PICKUP_ADDRESS", "12 Market Street, Monday to Saturday 10-18"),
        ("LOG_LEVEL", if demo.verbose { "info,orderbot=debug" } else { "warn" }),
    ]))?)
}

/// This machine's, as the chat page shows it.
fn timezone() -> String {
    let found = iana_time_zone::get_timezone().ok();
    found.filter(|name| name.parse::<chrono_tz::Tz>().is_ok()).unwrap_or_else(|| "UTC".to_owned())
}

fn welcome(sandbox: &Sandbox, postgres: &Postgres) -> String {
    let (page, data) = (sandbox.api_url(), postgres.home().display());
    format!(
        "
  The shop is open:  {page}

  Ann and Lena are customers, one English, one Russian; Sam packs the orders in the group Staff.
  Choose a person on the left of the page, open the chat with the bot and press Start.
  Orders and customers are kept in {data}; --fresh forgets them.

  Ctrl-C closes the shop."
    )
}
