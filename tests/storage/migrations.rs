//! Tables that are brought up to date while a shop is full of orders.

use crate::shop::shop;
use crate::support::postgres::TestDb;
use orderbot::domain::{CustomerId, DeliveryTerms, Lang, OrderNumber, Status};
use orderbot::postgres::PgStore;
use sqlx::migrate::Migrator;
use std::path::Path;

const FILLED: &str = r#"
    INSERT INTO categories (slug, names) VALUES ('tea', '{"en": "Tea"}');
    INSERT INTO products (slug, category, names) VALUES ('sencha', 1, '{"en": "Sencha", "ru": "Сенча"}');
    INSERT INTO skus (sku, product, price, on_hand, reserved) VALUES ('SENCHA', 1, 7.90, 9, 2);
    INSERT INTO customers (id, telegram_name, seen_at, created_at) VALUES (7, 'Ann', now(), now());
    INSERT INTO credit_ledger (customer, key, amount, reason, at)
    VALUES (7, 'gift', 5, 'a gift', now()), (7, 'correction', -2, 'too much', now());
    INSERT INTO cart_lines VALUES (7, 1, 3, 7.90, '{}', now());
    INSERT INTO orders (id, customer, status, name, phone, lang, pickup, currency, subtotal, discount, delivery, total, placed_at)
    VALUES (gen_random_uuid(), 7, 'placed', 'Ann', '+49301234567', 'en', true, 'EUR', 15.80, 0, 0, 15.80, now());
    INSERT INTO order_lines SELECT id, 1, 1, '{"en": "Sencha"}', '{}', 2, 7.90, 0 FROM orders;
    INSERT INTO order_timeline SELECT id, 1, 'placed', '"customer"', NULL, now() FROM orders;
"#;

/// A database without any table.
async fn empty() -> TestDb {
    let db = TestDb::new().await;
    sqlx::raw_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").execute(&db.pool()).await.unwrap();
    db
}

#[tokio::test]
async fn a_full_shop_of_any_earlier_version_goes_on_where_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for version in 1..files.len() {
        let db = empty().await;
        let earlier = tempfile::tempdir().unwrap();
        for file in &files[..version] {
            std::fs::copy(file, earlier.path().join(file.file_name().unwrap())).unwrap();
        }
        Migrator::new(earlier.path()).await.unwrap().run(&db.pool()).await.unwrap();
        sqlx::raw_sql(FILLED).execute(&db.pool()).await.unwrap();

        let store = PgStore(db.pool().into());
        assert_eq!(store.state().await.unwrap().pending, files.len() - version);
        store.migrate().await.unwrap();
        assert_eq!(store.state().await.unwrap().pending, 0);

        let shop = shop(store, DeliveryTerms::default());
        let order = shop.staff_order_by_number(OrderNumber(1)).await.unwrap().unwrap();
        assert_eq!((order.status, order.lines[0].quantity), (Status::Placed, 2), "version {version}");
        assert_eq!(shop.cart(CustomerId(7)).await.unwrap().lines[0].quantity, 3);
        let found = shop.search("сенча", 0, 8).await.unwrap();
        assert_eq!(found.items[0].names.get(Lang::En), "Sencha");
        assert_eq!(shop.check_reservations().await.unwrap(), []);
        // Before there were balances, the ledger alone told.
        if files[version..].iter().any(|file| file.ends_with("0022_credit.sql")) {
            let balance = shop.customer(CustomerId(7)).await.unwrap().unwrap().balance;
            assert_eq!(balance.amount(), 3.into(), "version {version}");
        }
    }
}

#[tokio::test]
async fn several_instances_that_start_at_once_make_the_tables_once() {
    let db = empty().await;
    let store = PgStore(db.pool().into());
    futures::future::try_join_all((0..4).map(|_| store.migrate())).await.unwrap();
    assert_eq!(store.state().await.unwrap().pending, 0);
}
