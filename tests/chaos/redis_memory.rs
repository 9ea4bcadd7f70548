//! How much of Redis open checkouts take.

use crate::support::postgres::TestDb;
use crate::support::servers::OwnRedis;
use crate::support::shop::Shop;
use redis::{Connection, cmd, pipe};
use telegram_sandbox::Person;

const CHECKOUTS: usize = 500_000;
/// Megabytes of 1,000,000 bytes.
const MOST_MB: f64 = 400.0;
/// Keys per round trip.
const BATCH: usize = 1000;

/// The longest conversation there is: everything filled in, the summary on the screen, and not confirmed yet.
async fn until_summary(customer: &Person) {
    customer.start();
    customer.sees("Hello").await;
    for (product, price) in [("Round Mug", "€12.00"), ("Last Teapot", "€40.00")] {
        customer.send(product);
        customer.press(&format!("{product} · {price}")).await;
        customer.press(&format!("Add 1 to cart · {price}")).await;
        customer.sees("Check out").await;
    }
    customer.press("✅ Check out · €52.00").await;
    customer.press("📱 Share my number").await;
    customer.press("🚚 Delivery").await;
    customer.sees("Where to?").await;
    customer.send("Rosa-Luxemburg-Straße 123, third floor on the left, 10178 Berlin");
    customer.sees("Anything we should know?").await;
    customer.send("Please ring twice, and leave it with the neighbours if I am out");
    customer.sees("promo code?").await;
    customer.press("No code ›").await;
    customer.sees("✅ Place order").await;
}

#[tokio::test]
#[ignore = "fills a Redis: scripts/chaos redis-memory"]
async fn half_a_million_open_checkouts_fit_into_redis() {
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    let shop = Shop::open(&db.url()).await.with("REDIS_URL", &redis.url());
    let serving = shop.serve();
    let ann = shop.customer("Wilhelmina Brandenburg-Schulze");
    until_summary(&ann).await;
    serving.stop().await;

    let mut redis = redis::Client::open(redis.url()).unwrap().get_connection().unwrap();
    let keys: Vec<String> = cmd("KEYS").arg("*:d:*").query(&mut redis).unwrap();
    let [key] = &keys[..] else { panic!("{keys:?}") };
    let record: String = cmd("GET").arg(key).query(&mut redis).unwrap();
    let seconds: i64 = cmd("TTL").arg(key).query(&mut redis).unwrap();
    assert!(seconds > 0, "it is forgotten in time");

    let before = used_bytes(&mut redis);
    let prefix = key.trim_end_matches(char::is_numeric);
    for first in (0..CHECKOUTS).step_by(BATCH) {
        let mut batch = pipe();
        for number in first..first + BATCH {
            // Ids of today's accounts have ten digits.
            let key = format!("{prefix}{}", 7_000_000_000 + number);
            batch.cmd("SET").arg(key).arg(&record).arg("EX").arg(seconds).ignore();
        }
        batch.exec(&mut redis).unwrap();
    }
    let megabytes = (used_bytes(&mut redis) - before) / 1e6;
    eprintln!("{CHECKOUTS} open checkouts of {} bytes: {megabytes:.0} MB of Redis\n{record}", record.len());
    assert!(megabytes <= MOST_MB, "more than {MOST_MB} MB");
}

fn used_bytes(redis: &mut Connection) -> f64 {
    let info: String = cmd("INFO").arg("memory").query(redis).unwrap();
    let line = info.lines().find_map(|line| line.strip_prefix("used_memory:"));
    line.unwrap().trim().parse().unwrap()
}
