//! How fast the whole shop is: `scripts/bench`. The real program, a durable Postgres, a Redis with its log on disk, the
//! local Telegram and its customers, all on this machine. `docs/performance.md` explains the figures.

mod customers;
mod ground;
mod million;
mod process;
mod spread;
mod table;
mod webhook;

#[allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "shared with the tests, whose failures are panics; each program uses its part"
)]
#[path = "../../tests/support/mod.rs"]
mod support;

use crate::support::shop::{Serving, Shop};
use anyhow::{Context as _, ensure};
use ground::Ground;
use spread::Spread;
use std::time::Duration;
use table::Table;

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/shop/catalog.csv");

/// Orders are made for this long before they are measured: until then every connection has planned its statements.
const WARM_UP: Duration = Duration::from_secs(5);

/// How long and how often is measured.
struct Plan {
    runs: usize,
    seconds: Duration,
    idle: Duration,
    million: bool,
    /// Whole orders of 50 customers alone.
    brief: bool,
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let second = Duration::from_secs(1);
    let (million, brief) = (has("--million"), has("--orders"));
    let plan = if brief {
        Plan { runs: 1, seconds: 8 * second, idle: 5 * second, million, brief }
    } else if has("--quick") {
        Plan { runs: 1, seconds: 4 * second, idle: 5 * second, million, brief }
    } else {
        Plan { runs: 3, seconds: 8 * second, idle: 20 * second, million, brief }
    };
    // One thread: several would wake each other all the time, at the cost of the bot.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(&plan))
}

async fn run(plan: &Plan) -> anyhow::Result<()> {
    let ground = Ground::prepare().await?;
    let mut table = Table::new(&ground.describe().await?);
    if plan.brief {
        table.heading("Whole orders");
        orders(&ground, 1, 50, plan, &mut table).await?;
        table.print()?;
        ground.clear().await;
        return Ok(());
    }

    let shop = open(&ground).await?;
    let (serving, spread) = serve(&shop, 1).await?;
    idle(&serving, plan, &mut table).await?;
    webhook::measure(&shop, &serving, &ground, plan, &mut table).await?;
    stop(serving, spread).await;
    table.heading("Whole orders");
    for at_once in [50, 500] {
        orders(&ground, 1, at_once, plan, &mut table).await?;
    }
    table.heading("Several instances, 50 customers at once");
    for instances in [1, 2, 3] {
        orders(&ground, instances, 50, plan, &mut table).await?;
    }
    if plan.million {
        table.heading("With 1,000,000 customers and 10,000,000 order lines, 50 customers at once");
        let shop = open(&ground).await?;
        million::fill(shop.pool()).await?;
        measured(&shop, &ground, 1, 50, plan, &mut table).await?;
    }
    table.print()?;
    ground.clear().await;
    Ok(())
}

/// A shop with a fresh database and enough on its shelves.
async fn open(ground: &Ground) -> anyhow::Result<Shop> {
    ground.empty().await?;
    let shop = Shop::open(&ground.database)
        .await
        .with("REDIS_URL", &ground.redis_url())
        .with("MODE", "webhook")
        .with("WEBHOOK_URL", "http://127.0.0.1:9")
        .with("WEBHOOK_SECRET", "a-secret-of-the-webhook")
        .with("DATABASE_POOL", "16")
        .with("TAKEOVER_AFTER", "15s")
        .with("LOG_LEVEL", "error,orderbot::app=info");
    let imported = shop.run(&["catalog", "import", CATALOG]).await;
    ensure!(imported.status.success(), "the catalogue: {}", String::from_utf8_lossy(&imported.stderr));
    Ok(shop)
}

/// One instance is called by Telegram itself; several in turn, through what spreads the calls.
async fn serve(shop: &Shop, instances: usize) -> anyhow::Result<(Vec<Serving>, Option<Spread>)> {
    if instances == 1 {
        // Free a moment ago: the address has to be known before the instance is there.
        let listen = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let instance = shop.serve_on(listen);
        instance.address().await;
        return Ok((vec![instance], None));
    }
    let spread = Spread::start().await?;
    let mut serving = Vec::new();
    for _ in 0..instances {
        let instance = shop.serve_at(&spread.url());
        spread.leads_to(instance.address().await);
        serving.push(instance);
    }
    Ok((serving, Some(spread)))
}

async fn stop(serving: Vec<Serving>, spread: Option<Spread>) {
    for instance in serving {
        instance.stop().await;
    }
    drop(spread);
}

async fn idle(serving: &[Serving], plan: &Plan, table: &mut Table) -> anyhow::Result<()> {
    let pid = serving.first().context("an instance")?.pid();
    tokio::time::sleep(Duration::from_secs(3)).await;
    let before = process::cpu(pid)?;
    tokio::time::sleep(plan.idle).await;
    let share = (process::cpu(pid)? - before).as_secs_f64() / plan.idle.as_secs_f64();
    table.heading("At rest");
    table.row("bot, CPU", &format!("{:.2} % of a core", share * 100.0), "< 0.5 %");
    table.row("bot, memory", &format!("{:.0} MB", process::peak_megabytes(pid)?), "");
    Ok(())
}

async fn orders(
    ground: &Ground,
    instances: usize,
    at_once: usize,
    plan: &Plan,
    table: &mut Table,
) -> anyhow::Result<()> {
    let shop = open(ground).await?;
    measured(&shop, ground, instances, at_once, plan, table).await
}

/// Measures a shop that is not open yet.
async fn measured(
    shop: &Shop,
    ground: &Ground,
    instances: usize,
    at_once: usize,
    plan: &Plan,
    table: &mut Table,
) -> anyhow::Result<()> {
    let (serving, spread) = serve(shop, instances).await?;
    let pids: Vec<u32> = serving.iter().map(Serving::pid).collect();
    customers::serve(shop, at_once, WARM_UP).await?;
    let mut runs = Vec::new();
    for _ in 0..plan.runs {
        runs.push(customers::run(shop, ground, &pids, at_once, plan.seconds).await?);
    }
    table.orders(instances, at_once, &runs);
    if instances == 1 && at_once == 50 {
        ground.tell_statements(shop.pool()).await;
    }
    stop(serving, spread).await;
    Ok(())
}
