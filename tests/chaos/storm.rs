//! One storm, from the opening of the shop to the reckoning.

use crate::customer::{self, Outcome, Wish};
use crate::disasters::Disasters;
use crate::fleet::Fleet;
use crate::invariants;
use crate::reckoning::{self, Books, Story};
use crate::report::Report;
use crate::staff;
use crate::support::proxy::Proxy;
use crate::support::servers::{OwnPostgres, OwnRedis};
use crate::support::shop::Shop;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sqlx::PgConnection;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use telegram_sandbox::{Faults, Person};
use tokio::time::{Instant, sleep};

const INSTANCES: usize = 3;
/// There is enough of the first, and too little of the second: `catalog.csv`.
const PLENTY: &str = "Round Mug";
const SCARCE: &str = "Last Teapot";
/// May be used three times: `promos.csv`.
const CODE: &str = "STORM";

/// How a storm will be.
pub(crate) struct Plan {
    customers: usize,
    seed: u64,
    /// Customers come one after the other within this time.
    spread: Duration,
    /// What a customer may wait at most.
    patience: Duration,
    /// Disasters go on until the last customer is served.
    endless: bool,
}

impl Plan {
    pub(crate) fn short() -> Self {
        let (spread, patience) = (Duration::from_secs(4), Duration::from_secs(180));
        Self { customers: 12, seed: 1, spread, patience, endless: false }
    }

    /// `CHAOS_CUSTOMERS`, `CHAOS_SEED`.
    pub(crate) fn of_environment() -> Self {
        let number = |name: &str, default| {
            std::env::var(name).map_or(default, |value| {
                value.parse().unwrap_or_else(|_| panic!("{name}={value} is not a number"))
            })
        };
        let customers = number("CHAOS_CUSTOMERS", 200_usize);
        let spread = Duration::from_millis(customers as u64 * 300);
        let patience = Duration::from_secs(300);
        Self { customers, seed: number("CHAOS_SEED", 1) as u64, spread, patience, endless: true }
    }

    fn random(&self, stream: u64) -> StdRng {
        StdRng::seed_from_u64(self.seed.wrapping_mul(1_000_003).wrapping_add(stream))
    }
}

/// Runs a storm, prints the report, and fails if a promise is broken.
pub(crate) async fn run(plan: Plan) {
    let mut postgres = OwnPostgres::start("the_storm").await;
    let mut redis = OwnRedis::start().await;
    let proxy = Proxy::start().await;
    let shop = Shop::open(postgres.url()).await.with("REDIS_URL", &redis.url());
    let promos = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chaos/promos.csv");
    assert!(shop.run(&["catalog", "import-promos", promos]).await.status.success());
    let shop = shop
        .with("MODE", "webhook")
        .with("WEBHOOK_URL", &proxy.url())
        .with("WEBHOOK_SECRET", "a-secret-of-the-webhook");
    let fleet = Fleet::launch(&shop, &proxy, INSTANCES).await;

    let began = Instant::now();
    shop.telegram.set_faults(unkind(plan.seed));
    let mut disasters = Disasters {
        fleet,
        postgres: &mut postgres,
        redis: &mut redis,
        random: plan.random(0),
        pause: if plan.endless { 2_000..6_000 } else { 500..1_500 },
        counts: BTreeMap::new(),
    };
    let all_served = AtomicBool::new(false);
    let customers = async {
        let served = serve_all(&plan, &shop).await;
        all_served.store(true, Ordering::Relaxed);
        served
    };
    let storm = async {
        disasters.strike_all().await;
        while plan.endless && !all_served.load(Ordering::Relaxed) {
            disasters.strike_all().await;
        }
    };
    let packing = staff::work(shop.packer("Sam"), plan.random(u64::MAX), &all_served);
    let (served, (), ()) = tokio::join!(customers, storm, packing);
    let Disasters { mut fleet, counts, .. } = disasters;
    shop.telegram.set_faults(Faults::default());
    let mut report =
        Report { seed: plan.seed, customers: plan.customers, disasters: counts, ..Report::default() };
    settle(&shop, &mut report).await;
    report.lasted = began.elapsed();
    reckon(&shop, served, &mut report).await;
    report.webhooks = proxy.requests();
    report.webhooks_repeated = proxy.failures().len();
    if fleet.ended_early() > 0 {
        report.broken.push("an instance ended by itself".to_owned());
    }
    let logs = fleet.land().await;
    if logs.iter().any(|log| log.contains(shop.bot.token())) {
        report.broken.push("the token is in a log".to_owned());
    }
    if logs.iter().any(|log| log.contains("panicked")) {
        report.broken.push("something panicked".to_owned());
    }
    if !report.broken.is_empty() {
        eprintln!("{}", logs.join("\n--- the next instance\n"));
    }
    eprintln!("{report}");
    assert!(report.broken.is_empty(), "{:#?}", report.broken);
}

/// What Telegram and the network do to a bot.
fn unkind(seed: u64) -> Faults {
    Faults {
        seed,
        too_many_requests: 0.02,
        retry_after: 1,
        error_before: 0.01,
        error_after: 0.01,
        slow: 0.05,
        slow_ms: 400,
        reset_before: 0.02,
        reset_after: 0.02,
        duplicate_update: 0.1,
        resend_press: 0.05,
        disorder: 0.1,
        unknown_update: 0.02,
        unknown_entity: 0.05,
        unknown_field: 0.05,
        ..Faults::default()
    }
}

/// A customer who was served, and after which time.
struct Served {
    person: Person,
    wish: Wish,
    outcome: Outcome,
    after: Duration,
}

async fn serve_all(plan: &Plan, shop: &Shop) -> Vec<Served> {
    let customers: FuturesUnordered<_> = (0..plan.customers)
        .map(|number| async move {
            let mut random = plan.random(number as u64 + 1);
            sleep(plan.spread.mul_f64(random.random())).await;
            let person = shop.customer(&format!("Customer {number}"));
            let product = if number % 2 == 0 { PLENTY } else { SCARCE };
            // All at once, before the cart is filled: their answers have to come in this order.
            let questions = (1..=3).map(|turn| format!("riddle {turn} of {number}.")).collect();
            let wish = Wish { product, code: (number % 3 != 0).then_some(CODE), questions };
            let began = Instant::now();
            let outcome = customer::buy(&person, &wish, random, began + plan.patience).await;
            Served { person, wish, outcome, after: began.elapsed() }
        })
        .collect();
    customers.collect().await
}

/// Waits until nothing is under way, be it at Telegram, which brings what was refused a while later; but for cards that
/// wait for the turn of their group.
async fn settle(shop: &Shop, report: &mut Report) {
    let under_way = "SELECT (SELECT count(*) FROM inbox)
        + (SELECT count(*) FROM outbox WHERE state = 'waiting' AND chat_id > 0)";
    let deadline = Instant::now() + Duration::from_secs(180);
    loop {
        let at_telegram = shop.telegram.pending_updates(shop.bot.id());
        if at_telegram == 0 && shop.count(under_way).await == 0 {
            return;
        }
        if Instant::now() > deadline {
            let rows: Vec<String> = sqlx::query_scalar(
                "SELECT 'inbox ' || to_jsonb(i) || ' lane ' || to_jsonb(l) FROM inbox i LEFT JOIN lanes l USING (lane)
                 UNION ALL SELECT 'outbox ' || to_jsonb(o) FROM outbox o WHERE state = 'waiting' AND chat_id > 0",
            )
            .fetch_all(shop.pool())
            .await
            .unwrap();
            let rows = rows.join("\n");
            return report.broken.push(format!("still under way: {at_telegram} at Telegram, {rows}"));
        }
        sleep(Duration::from_millis(50)).await;
    }
}

/// Compares what was promised with what is there, in the database and in what the customers saw.
async fn reckon(shop: &Shop, served: Vec<Served>, report: &mut Report) {
    let mut connection = shop.pool().acquire().await.unwrap();
    report.broken.extend(invariants::broken(&mut connection).await.into_iter().map(str::to_owned));
    let given_up: Vec<String> =
        sqlx::query_scalar("SELECT kind || ': ' || cause || ' ' || raw FROM dead_letters")
            .fetch_all(&mut *connection)
            .await
            .unwrap();
    report.broken.extend(given_up);
    let mut said = shop.said();
    let mut stories = Vec::new();
    for Served { person, wish, outcome, after } in served {
        let mut finds_it_again = true;
        match &outcome {
            Outcome::Ordered { number, .. } => {
                report.waits.push(after);
                finds_it_again = customer::sees_their_order(&person, *number).await;
            }
            Outcome::SoldOut => report.sold_out += 1,
            Outcome::Nothing(_) => {}
        }
        let customer = person.id();
        let said = said.remove(&customer).unwrap_or_default();
        let sku = if wish.product == SCARCE { "TEAPOT" } else { "MUG" };
        let questions = wish.questions;
        stories.push(Story { customer, sku, outcome, finds_it_again, questions, said });
    }
    report.ordered = report.waits.len();
    report.waits.sort();
    report.calls_spoiled = shop.telegram.spoiled_calls();
    let books = books(shop, &mut connection).await;
    report.steps = shop.count("SELECT count(*) FROM order_timeline WHERE position > 0").await;
    report.broken.extend(reckoning::broken(&books, &stories));
}

async fn books(shop: &Shop, connection: &mut PgConnection) -> Books {
    let orders = sqlx::query_as("SELECT number, customer, total::numeric(12, 2)::text FROM orders")
        .fetch_all(&mut *connection)
        .await
        .unwrap();
    let shelves = sqlx::query_as(
        "SELECT sku, on_hand::bigint, reserved::bigint, (
             SELECT coalesce(sum(l.quantity), 0)::bigint FROM order_lines l JOIN orders o ON o.id = l.order_id
             WHERE l.sku = s.id AND o.status IN ('shipped', 'delivered')) AS shipped
         FROM skus s",
    )
    .fetch_all(&mut *connection)
    .await
    .unwrap();
    let sent = shop.telegram.update_ids(shop.bot.id());
    let known: Vec<i64> =
        sqlx::query_scalar("SELECT update_id FROM seen_updates").fetch_all(&mut *connection).await.unwrap();
    Books { orders, shelves, sent, known: known.into_iter().collect() }
}
