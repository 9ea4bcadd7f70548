//! A broadcast to everybody through a Telegram that keeps its limits, while customers order and the bot is killed.

use crate::latency::Latency;
use crate::support::postgres::TestDb;
use crate::support::servers::OwnRedis;
use crate::support::shop::{LONG, Shop, until};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use telegram_sandbox::{Faults, Limits, Person, Seen};
use tokio::time::{Instant, sleep};

/// Telegram's time runs so many times faster, and the bot's rate is as many times higher than 20 a second.
const SPEED: u32 = 10;
/// Customers who order at the same time.
const SHOPPERS: usize = 4;
/// How long they are watched without a broadcast.
const CALM: Duration = Duration::from_secs(30);
const OFFER: &str = "Round teapots are back";
const ORDER: [(&str, &str); 9] = [
    ("Round Mug · €12.00", "How many?"),
    ("Add 1 to cart · €12.00", "✅ Check out"),
    ("✅ Check out · €12.00", "phone number"),
    ("📱 Share my number", "How would you like to get it?"),
    ("🚚 Delivery", "Where to?"),
    ("1 Elm Street, Berlin", "Anything we should know?"),
    ("No note ›", "promo code?"),
    ("No code ›", "✅ Place order"),
    ("✅ Place order · €16.90", "Thank you!"),
];

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: scripts/chaos broadcast"]
async fn a_broadcast_reaches_everybody_once_and_orders_do_not_notice() {
    let recipients = std::env::var("CHAOS_RECIPIENTS").map_or(100_000, |number| number.parse().unwrap());
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    let shop = Shop::open(&db.url())
        .await
        .with("REDIS_URL", &redis.url())
        .with("BULK_RATE", &(20 * SPEED).to_string());
    sqlx::query("UPDATE skus SET on_hand = 1000000").execute(shop.pool()).await.unwrap();
    meet(&shop, recipients).await;
    shop.telegram.set_faults(Faults { limits: Limits::Enforce, ..Faults::default() });
    shop.telegram.clock().run_at(SPEED);
    let serving = shop.serve();
    serving.address().await;

    // Before the cards of orders fill the group's turns.
    let draft = compose(&shop).await;
    let alone = orders_until(&shop, async || sleep(CALM).await).await;
    let began = Instant::now();
    draft.begin();
    until("it begins", async || shop.count("SELECT count(*) FROM broadcasts WHERE sent > 0").await == 1)
        .await;
    let meanwhile = orders_until(&shop, async || ended(&shop, recipients * 2 / 5).await).await;
    let mut serving = serving;
    for share in [1, 2] {
        ended(&shop, recipients * (2 + share) / 5).await;
        serving.kill().await;
        serving = shop.serve();
    }
    while shop.count("SELECT count(*) FROM broadcasts WHERE state = 'done'").await == 0 {
        sleep(Duration::from_millis(200)).await;
    }
    let lasted = began.elapsed();
    serving.stop().await;

    let (mut copies, mut too_fast) = (HashMap::<i64, usize>::new(), 0);
    for call in shop.telegram.calls("copyMessage") {
        too_fast += usize::from(call["answer"]["error_code"] == 429);
        if call["answer"]["ok"] == true {
            *copies.entry(call["chat_id"].as_i64().unwrap()).or_default() += 1;
        }
    }
    let (all, sent, uncertain): (i32, i32, i32) =
        sqlx::query_as("SELECT recipients, sent, uncertain FROM broadcasts")
            .fetch_one(shop.pool())
            .await
            .unwrap();
    eprintln!(
        "a broadcast to {all}, killed twice, within {:.0} s: {sent} sent, {uncertain} uncertain, {} reached, \
         {too_fast} times too fast\n  answers to who orders without it: {alone}\n  and meanwhile:                    {meanwhile}",
        lasted.as_secs_f64(),
        copies.len(),
    );
    let repeated: Vec<_> = copies.iter().filter(|(_, copies)| **copies > 1).collect();
    assert!(repeated.is_empty(), "more than once: {repeated:?}");
    assert_eq!(sent + uncertain, all, "everybody had their turn");
    // Who is uncertain may have got it or not; everybody else has it.
    let reached = i32::try_from(copies.len()).unwrap();
    assert!((sent..=all).contains(&reached), "{reached}");
    assert_eq!(too_fast, 0, "429");
}

/// Customers who wrote to the bot long ago.
async fn meet(shop: &Shop, customers: i64) {
    let ids: Vec<i64> = (0..customers)
        .map(|number| {
            let customer = shop.customer(&format!("C{number}"));
            customer.start();
            customer.id()
        })
        .collect();
    let known = "INSERT INTO customers (id, telegram_name, seen_at, created_at)
                 SELECT id, 'Ann', now(), now() FROM unnest($1::bigint[]) AS id";
    sqlx::query(known).bind(&ids).execute(shop.pool()).await.unwrap();
    let forget = "deleteWebhook?drop_pending_updates=true";
    let forget = format!("{}/bot{}/{forget}", shop.telegram.api_url(), shop.bot.token());
    reqwest::get(forget).await.unwrap().error_for_status().unwrap();
    shop.telegram.advance(Duration::from_secs(24 * 3600));
}

/// A broadcast that is ready to be sent.
struct Draft {
    admin: Person,
    card: Seen,
}

impl Draft {
    fn begin(&self) {
        let send = self.card.buttons().concat().into_iter().find(|label| label.starts_with("📣 Send to"));
        self.admin.tap_on(&self.card, &send.expect("a button"));
    }
}

async fn compose(shop: &Shop) -> Draft {
    let admin = shop.packer("Kim");
    shop.staff.promote(&admin);
    let offer = admin.send(OFFER);
    admin.reply(&offer, "/broadcast");
    let card = admin.wait_for("Send this message to customers?", LONG).await;
    let card = card.unwrap_or_else(|| panic!("no card in\n{}", admin.transcript()));
    Draft { admin, card }
}

/// Returns when so many had their turn.
async fn ended(shop: &Shop, customers: i64) {
    while shop.count("SELECT sent::bigint FROM broadcasts").await < customers {
        sleep(Duration::from_millis(100)).await;
    }
}

/// Customers come and order, one after the other, until something is over: how long they waited for each answer.
async fn orders_until(shop: &Shop, over: impl AsyncFnOnce()) -> Latency {
    let is_over = AtomicBool::new(false);
    let shoppers = futures::future::join_all((0..SHOPPERS).map(async |_| {
        let mut waits = Latency::default();
        while !is_over.load(Ordering::Relaxed) {
            waits.extend(order(&shop.customer("Sho")).await);
        }
        waits
    }));
    let ending = async {
        over().await;
        is_over.store(true, Ordering::Relaxed);
    };
    let (waits, ()) = tokio::join!(shoppers, ending);
    let mut all = Latency::default();
    waits.into_iter().for_each(|waits| all.merge(waits));
    all
}

async fn order(customer: &Person) -> Vec<Duration> {
    customer.start();
    customer.wait_for("Hello", LONG).await.expect("a welcome");
    let mut waits = Vec::new();
    for (deed, answer) in [("Round Mug", "Round Mug · €12.00")].into_iter().chain(ORDER) {
        sleep(Duration::from_millis(150)).await;
        let asked = Instant::now();
        if ["Round Mug", "1 Elm Street, Berlin"].contains(&deed) {
            customer.send(deed);
        } else {
            customer.tap(deed).await;
        }
        let answered = customer.wait_for(answer, LONG).await;
        assert!(answered.is_some(), "after {deed}:\n{}", customer.transcript());
        waits.push(asked.elapsed());
    }
    waits
}
