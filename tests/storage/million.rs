//! The shop after years: a million customers, orders, updates and messages.
//!
//! Takes minutes and a few gigabytes: `cargo nextest run --test storage million --run-ignored only --no-capture`.
//! The figures are in docs/performance.md.

use crate::desk_of_a_million;
use crate::shop::{pickup, shop};
use crate::support::postgres::TestDb;
use orderbot::domain::{
    Actor, Bounded, CategoryId, ChatId, CreditUse, CustomerId, Fulfilment, Lang, MessageId, OrderId,
    OrderNumber, Period, PersonName, Phone, Placement, Placing, ProductId, Ride, SkuId, Status, Timed,
    UpdateId, Zoned,
};
use orderbot::postgres::PgStore;
use orderbot::repository::{Profile, StoreError};
use orderbot::services::{Move, Shop};
use serde_json::Value;
use sqlx::{AssertSqlSafe, PgConnection, Row};
use std::{
    collections::BTreeSet,
    path::Path,
    time::{Duration, Instant},
};

/// What grows with the shop. Everything else (catalogue, promos, lanes in work) stays small.
const GROWING: [&str; 21] = [
    "audit",
    "customers",
    "visits",
    "addresses",
    "credit_ledger",
    "cart_lines",
    "orders",
    "order_lines",
    "order_timeline",
    "promo_redemptions",
    "support_links",
    "relayed_updates",
    "seen_updates",
    "inbox",
    "outbox",
    "dead_letters",
    "support_messages",
    "stock_ledger",
    "restock_wishes",
    "broadcast_recipients",
    "lanes",
];

/// Statements that may look at everything, and why.
const WHOLE: [(&str, &str); 4] = [
    ("(SELECT count(*) FROM inbox)", "the gauge of what waits"),
    ("SELECT DISTINCT i.lane, now() FROM inbox", "the sweep behind the lanes, once a minute"),
    ("DELETE FROM seen_updates", "the oldest numbers, which lie at the beginning of the table"),
    ("GROUP BY urgency", "the gauge of what must go out"),
];

#[tokio::test(flavor = "multi_thread")]
#[ignore = "fills a database with ten million rows"]
async fn every_statement_finds_its_rows_by_an_index_and_stays_fast() {
    let db = TestDb::new().await;
    let began = Instant::now();
    for sql in [include_str!("million.sql"), "VACUUM ANALYZE"] {
        sqlx::raw_sql(sql).execute(&db.pool()).await.unwrap();
    }
    eprintln!("filled in {:.0} s", began.elapsed().as_secs_f64());

    let mut connection = db.pool().acquire().await.unwrap();
    let slow = scans(&mut connection).await;
    measure(&shop(PgStore(db.pool().into()), pickup())).await;
    assert!(slow.is_empty(), "read from end to end:\n{}", slow.join("\n"));
}

/// The statements that read a growing table from end to end.
async fn scans(connection: &mut PgConnection) -> Vec<String> {
    // The plan for any values, which is the one a busy connection keeps.
    sqlx::raw_sql("SET plan_cache_mode = force_generic_plan").execute(&mut *connection).await.unwrap();
    let mut found = Vec::new();
    for Statement { text: statement, types, nulls } in statements() {
        let types = if types.is_empty() { types } else { format!("({types})") };
        let prepare = format!("DEALLOCATE ALL; PREPARE looked_at {types} AS {statement}");
        sqlx::raw_sql(AssertSqlSafe(prepare)).execute(&mut *connection).await.unwrap();
        let nulls = if nulls.is_empty() { nulls } else { format!("({nulls})") };
        let explain = format!("EXPLAIN (FORMAT JSON) EXECUTE looked_at{nulls}");
        let rows = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut *connection).await.unwrap();
        let mut tables = BTreeSet::new();
        sequential(&rows[0].get::<Value, _>(0), &mut tables);
        tables.retain(|table| GROWING.contains(&table.as_str()));
        if !tables.is_empty() && !WHOLE.iter().any(|(part, _)| statement.contains(part)) {
            let first: Vec<_> = statement.split_whitespace().take(24).collect();
            found.push(format!("{tables:?}: {} ...", first.join(" ")));
        }
    }
    found
}

/// A statement of the program, the types of its parameters, and as many NULLs.
struct Statement {
    text: String,
    types: String,
    nulls: String,
}

/// Every statement, as `scripts/sqlx-prepare` wrote them down.
fn statements() -> Vec<Statement> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let read = |path: &Path| {
        let described: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let parameters = described["describe"]["parameters"]["Left"].as_array().unwrap();
        let types = parameters.iter().map(|name| match name.as_str().unwrap().strip_suffix("Array") {
            Some(element) => format!("{element}[]"),
            None => name.as_str().unwrap().to_owned(),
        });
        Statement {
            text: described["query"].as_str().unwrap().to_owned(),
            types: types.collect::<Vec<_>>().join(", "),
            nulls: vec!["NULL"; parameters.len()].join(", "),
        }
    };
    let files = std::fs::read_dir(folder).unwrap();
    let all: Vec<_> = files.map(|file| read(&file.unwrap().path())).collect();
    assert!(all.len() > 50, "only {} statements", all.len());
    all
}

/// The tables a plan reads from end to end.
fn sequential(plan: &Value, tables: &mut BTreeSet<String>) {
    match plan {
        Value::Object(node) => {
            if node.get("Node Type").is_some_and(|kind| kind == "Seq Scan") {
                tables.extend(node["Relation Name"].as_str().map(str::to_owned));
            }
            node.values().for_each(|value| sequential(value, tables));
        }
        Value::Array(nodes) => nodes.iter().for_each(|value| sequential(value, tables)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Prints how long what customers and staff do takes.
async fn measure(shop: &Shop) {
    let best = CustomerId(7);
    let card = |n| MessageId(i32::try_from(1 + n * 9_000).unwrap());
    let accept = |n| Move {
        order: OrderId::minted(CustomerId(600_000 + n), UpdateId(1)),
        from: Status::Placed,
        to: Status::Accepted,
        actor: Actor::Staff(1, "Bob".to_owned()),
        note: None,
    };
    time("see a customer", async |n| shop.see(&profile(500_000 + n)).await).await;
    time("see a new customer", async |n| shop.see(&profile(2_000_000 + n)).await).await;
    time("the shelves", async |_| shop.categories(None).await).await;
    time("a page of products", async |n| shop.products(CategoryId(11 + n), 3, 8).await).await;
    time("a product", async |n| shop.product(ProductId(1 + n)).await).await;
    time("search one word", async |n| shop.search(&mistyped(shop, 1 + n, 1).await?, 0, 8).await).await;
    time("search three words", async |n| shop.search(&mistyped(shop, 1 + n, 3).await?, 0, 8).await).await;
    time("the cart", async |n| shop.cart(CustomerId(1 + n)).await).await;
    time("fill a cart and place it", async |n| place(shop, 600_000 + n).await).await;
    time("orders of a customer", async |n| shop.orders(CustomerId(1 + n), 0, 8).await).await;
    time("page 50 of the best customer", async |_| shop.orders(best, 50, 8).await).await;
    time("an order by number", async |n| shop.staff_order_by_number(OrderNumber(1 + n * 9_000)).await).await;
    time("an order by its card", async |n| shop.order_of_card(ChatId(-1001), card(n)).await).await;
    time("accept an order", async |n| shop.advance(accept(n)).await).await;
    desk_of_a_million::measure(shop).await;
    time("forget a customer", async |n| shop.forget(CustomerId(700_000 + n)).await).await;
    for (what, period) in [("a week", Period::Week), ("a month", Period::Month)] {
        time(&format!("sales of {what}"), async |_| shop.sales_report(period).await).await;
        time(&format!("products of {what}"), async |_| shop.goods_report(period).await).await;
        time(&format!("visitors of {what}"), async |_| shop.visitors_report(period).await).await;
    }
    time("compare the stock", async |_| shop.check_reservations().await).await;
}

/// Does it fifty times and prints the median and the slowest.
pub(crate) async fn time<T>(what: &str, act: impl AsyncFn(i64) -> Result<T, StoreError>) {
    let mut took = Vec::new();
    for n in 0..50 {
        let began = Instant::now();
        act(n).await.unwrap();
        took.push(began.elapsed());
    }
    took.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    eprintln!("| {what:<30} | {:>7.1} | {:>7.1} |", ms(took[25]), ms(took[49]));
}

/// The first words of a product's name, a letter missing in the longest.
pub(crate) async fn mistyped(shop: &Shop, product: i64, words: usize) -> Result<String, StoreError> {
    let name = shop.product(ProductId(product)).await?.unwrap().names.get(Lang::En).to_owned();
    let mut words: Vec<_> = name.split(' ').take(words).map(str::to_owned).collect();
    let longest = words.iter_mut().max_by_key(|word| word.len()).unwrap();
    longest.remove(3);
    Ok(words.join(" "))
}

fn profile(id: i64) -> Profile {
    let name = PersonName::parse("Ann").unwrap();
    Profile { id: CustomerId(id), name, username: None, lang: None }
}

async fn place(shop: &Shop, id: i64) -> Result<Placement, StoreError> {
    let customer = CustomerId(id);
    for sku in [1, 2] {
        shop.add_to_cart(customer, SkuId(sku), 1, UpdateId(1)).await?.unwrap();
    }
    let placing = Placing {
        order: OrderId::minted(customer, UpdateId(1)),
        name: PersonName::parse("Ann").unwrap(),
        phone: Phone::stored("+49301234567".into()),
        fulfilment: Fulfilment::Pickup,
        zone: Zoned::Everywhere,
        timed: Timed::Anytime,
        note: None,
        promo: None,
        credit: CreditUse::Spend,
        seen: shop.quote(customer, Ride::Pickup, None, CreditUse::Spend).await?.seen(),
    };
    shop.place(customer, Lang::En, &placing).await
}
