//! Customers who order. Each order is somebody new, so that everything is asked for: eleven updates.

use crate::ground::{Ground, Work};
use crate::process;
use crate::support::shop::Shop;
use anyhow::ensure;
use futures::future::try_join_all;
use std::time::Duration;
use telegram_sandbox::Person;
use tokio::time::Instant;

/// `catalog.csv`: several, so that customers do not queue for one row of stock.
const PRODUCTS: [&str; 8] = ["Amber", "Birch", "Cobalt", "Dahlia", "Ember", "Fjord", "Ginkgo", "Hazel"];
/// Updates that make an order: /start, a search, nine answers.
pub(crate) const UPDATES: usize = 11;
/// How long one customer waits for one answer before the measurement is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// What one run showed.
pub(crate) struct Run {
    pub(crate) orders: usize,
    pub(crate) took: Duration,
    pub(crate) waits: Vec<Duration>,
    pub(crate) bot: Duration,
    pub(crate) redis: Duration,
    /// Of this process: the local Telegram and the customers.
    pub(crate) own: Duration,
    /// Of the whole machine, 0.0 to 1.0.
    pub(crate) idle: f64,
    pub(crate) work: Work,
    /// Of the largest instance, MB.
    pub(crate) memory: f64,
}

/// Measures for a time: orders that were finished in it.
pub(crate) async fn run(
    shop: &Shop,
    ground: &Ground,
    pids: &[u32],
    at_once: usize,
    time: Duration,
) -> anyhow::Result<Run> {
    let bots = || pids.iter().map(|pid| process::cpu(*pid)).sum::<anyhow::Result<Duration>>();
    ground.forget_statements(shop.pool()).await;
    let (bot, redis, work) = (bots()?, process::cpu(ground.redis_pid()?)?, ground.work(shop.pool()).await?);
    let (own, machine) = (process::cpu(std::process::id())?, process::machine()?);
    let began = Instant::now();
    let waits = serve(shop, at_once, time).await?;
    let took = began.elapsed();
    let (own, idle) = (process::cpu(std::process::id())? - own, process::machine()?.idle_since(machine));
    let after = ground.work(shop.pool()).await?;
    let peaks = pids.iter().map(|pid| process::peak_megabytes(*pid)).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(Run {
        orders: waits.len() / UPDATES,
        took,
        waits,
        bot: bots()? - bot,
        redis: process::cpu(ground.redis_pid()?)? - redis,
        own,
        idle,
        work: Work {
            commits: after.commits - work.commits,
            statements: after.statements - work.statements,
            cpu: after.cpu - work.cpu,
        },
        memory: peaks.into_iter().fold(0.0, f64::max),
    })
}

/// So many customers at once, one after the other in each place, until the time is over and the last one is served.
/// Gives how long every update waited for its answer.
pub(crate) async fn serve(shop: &Shop, at_once: usize, time: Duration) -> anyhow::Result<Vec<Duration>> {
    let end = Instant::now() + time;
    let places = (0..at_once).map(|place| async move {
        let mut waits = Vec::new();
        for turn in 0.. {
            if Instant::now() > end {
                break;
            }
            let person = shop.customer(&format!("Customer {turn} of {place}"));
            order(&person, PRODUCTS[(place + turn) % PRODUCTS.len()], &mut waits).await?;
        }
        anyhow::Ok(waits)
    });
    Ok(try_join_all(places).await?.concat())
}

async fn order(person: &Person, product: &str, waits: &mut Vec<Duration>) -> anyhow::Result<()> {
    let mut clock = Clock { person, waits, asked: Instant::now() };
    person.start();
    clock.reads("Welcome to").await?;
    person.send(product);
    clock.presses(&format!("{product} Mug · €12.00")).await?;
    clock.presses("Add 1 to cart · €12.00").await?;
    clock.presses("✅ Check out · €12.00").await?;
    clock.presses("📱 Share my number").await?;
    clock.presses("🚚 Delivery").await?;
    clock.reads("Where to?").await?;
    person.send("1 Elm Street, Berlin");
    clock.presses("No note ›").await?;
    clock.presses("No code ›").await?;
    clock.presses("✅ Place order · €16.90").await?;
    clock.reads("Thank you! Order No. ").await
}

struct Clock<'a> {
    person: &'a Person,
    waits: &'a mut Vec<Duration>,
    asked: Instant,
}

impl Clock<'_> {
    /// Waits for a button and presses it at once.
    async fn presses(&mut self, label: &str) -> anyhow::Result<()> {
        let pressed = self.person.tap_within(label, PATIENCE).await;
        self.answered(pressed, label)
    }

    /// Waits for words.
    async fn reads(&mut self, words: &str) -> anyhow::Result<()> {
        let seen = self.person.wait_for(words, PATIENCE).await;
        self.answered(seen.is_some(), words)
    }

    fn answered(&mut self, came: bool, expected: &str) -> anyhow::Result<()> {
        ensure!(came, "\"{expected}\" did not come in\n{}", self.person.transcript());
        self.waits.push(self.asked.elapsed());
        self.asked = Instant::now();
        Ok(())
    }
}
