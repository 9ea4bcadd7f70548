//! A day offline: as many updates as Telegram keeps wait for the bot, and it works them off.

use crate::latency::Latency;
use crate::reckoning::out_of_order;
use crate::support::postgres::TestDb;
use crate::support::servers::OwnRedis;
use crate::support::shop::{Serving, Shop};
use std::time::Duration;
use telegram_sandbox::Person;
use tokio::time::{Instant, sleep};

/// What Telegram keeps for a bot at most (source of its server).
const MOST_WAITING: usize = 100_000;
const CUSTOMERS: usize = 4_999;
const TURNS: usize = 20;
/// An instance holds little of what waits: the rest stays in the database.
const MOST_MEGABYTES: f64 = 300.0;
/// A query with a deadline is answered within this time, however much waits.
const DEADLINE: Duration = Duration::from_secs(2);
/// As long as so much waits, queries are asked.
const MUCH: i64 = 10_000;
const IN_THE_LANES: &str = "SELECT count(*) FROM inbox";

fn question(customer: usize, turn: usize) -> String {
    format!("riddle {turn} of {customer}.")
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: scripts/chaos offline"]
async fn a_day_offline_is_worked_off_in_order_and_within_bounded_memory() {
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    let shop = Shop::open(&db.url()).await.with("REDIS_URL", &redis.url()).with("CUSTOMER_RATE", "1000");
    let customers: Vec<Person> = (0..CUSTOMERS).map(|number| shop.customer(&format!("C{number}"))).collect();
    for turn in 1..=TURNS {
        for (number, customer) in customers.iter().enumerate() {
            customer.send(&question(number, turn));
        }
    }
    let waiting = shop.telegram.pending_updates(shop.bot.id());
    // Beside them, that the bot was let into the group of the staff. Telegram rejects what comes when its queue is full.
    assert!((CUSTOMERS * TURNS..MOST_WAITING).contains(&waiting), "{waiting}");

    let began = Instant::now();
    let serving = shop.serve();
    while shop.telegram.pending_updates(shop.bot.id()) > 0 {
        sleep(Duration::from_millis(20)).await;
    }
    let taken = began.elapsed();
    let mut queries = Latency::default();
    let asking = shop.customer("Inés");
    loop {
        let waiting = shop.count(IN_THE_LANES).await;
        if waiting == 0 {
            break;
        }
        if waiting < MUCH {
            sleep(Duration::from_millis(50)).await;
            continue;
        }
        let words = format!("mug {}", queries.count());
        let asked = Instant::now();
        asking.inline(&shop.bot, &words).await;
        queries.add(asked.elapsed());
        sleep(Duration::from_millis(100)).await;
    }
    let lasted = began.elapsed().as_secs_f64();
    let peak = peak_megabytes(&serving);
    eprintln!(
        "{waiting} updates taken in within {:.1} s and worked off within {lasted:.1} s, {:.0} a second; \
         peak of memory {peak:.0} MB\ninline queries meanwhile, while more than {MUCH} waited: {queries}",
        taken.as_secs_f64(),
        waiting as f64 / lasted,
    );
    let said = shop.said();
    for (number, customer) in customers.iter().enumerate() {
        let questions: Vec<String> = (1..=TURNS).map(|turn| question(number, turn)).collect();
        let said = said.get(&customer.id()).map(Vec::as_slice).unwrap_or_default();
        assert_eq!(out_of_order(&questions, said), None);
    }
    assert_eq!(shop.count("SELECT count(*) FROM dead_letters").await, 0);
    assert_eq!(shop.count("SELECT count(*) FROM floods").await, 0);
    assert!(queries.count() > 0 && queries.longest() < DEADLINE, "{queries}");
    assert!(peak < MOST_MEGABYTES, "{peak} MB");
    serving.stop().await;
}

/// The most memory the bot has had so far.
fn peak_megabytes(serving: &Serving) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", serving.pid())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1000.0
}
