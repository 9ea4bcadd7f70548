//! The catalogue: found in spite of typos, imported all or nothing.

use crate::shop::{Stand, shop};
use crate::support::postgres::TestDb;
use orderbot::domain::{Currency, DeliveryTerms, Lang};
use orderbot::postgres::PgStore;
use orderbot::services::{Shop, catalog_file};
use std::collections::HashSet;

async fn sample() -> (TestDb, Shop) {
    let db = TestDb::new().await;
    let shop = shop(PgStore(db.pool().into()), DeliveryTerms::default());
    let products = catalog_file::read(include_str!("../../sample/catalog.csv"), eur()).unwrap();
    shop.import(&products, false).await.unwrap();
    (db, shop)
}

fn eur() -> Currency {
    Currency::parse("EUR").unwrap()
}

#[tokio::test]
async fn a_product_is_found_in_four_languages_and_in_spite_of_typos() {
    let (_db, shop) = sample().await;
    for (typed, found) in [
        ("sencha", "Morning Sencha"),
        ("senhca", "Morning Sencha"),
        ("MORNING senhca", "Morning Sencha"),
        ("сенча", "Morning Sencha"),
        ("утреняя сенча", "Morning Sencha"),
        ("Teekanne", "Round Teapot"),
        ("tetera", "Round Teapot"),
        ("чайник", "The Slow Kettle, 0.9 l"),
        ("teapott", "Round Teapot"),
        // Part of a compound: before what only mentions it.
        ("Tasse", "Espresso Cups, Set of 2"),
        ("Becher", "Speckled Mug, 350 ml"),
    ] {
        let page = shop.search(typed, 0, 8).await.unwrap();
        let names: Vec<_> = page.items.iter().map(|product| product.names.get(Lang::En)).collect();
        assert_eq!(names.first(), Some(&found), "{typed}: {names:?}");
    }
}

#[tokio::test]
async fn what_is_not_sold_is_not_found() {
    let (_db, shop) = sample().await;
    for typed in ["motorcycle", "xyzzy", "", "%", "'; DROP TABLE products; --", "🍵"] {
        assert_eq!(shop.search(typed, 0, 8).await.unwrap().items, [], "{typed}");
    }
    let mut hidden = shop.stocklist().await.unwrap();
    hidden.retain(|product| product.slug == "morning-sencha");
    hidden[0].skus.iter_mut().for_each(|sku| sku.visible = false);
    shop.import(&hidden, false).await.unwrap();
    let page = shop.search("sencha", 0, 8).await.unwrap();
    assert!(page.items.iter().all(|product| product.names.get(Lang::En) != "Morning Sencha"));
}

#[tokio::test]
async fn a_list_is_cut_into_pages_that_hold_everything_once() {
    let (_db, shop) = sample().await;
    let mut seen = HashSet::new();
    for category in shop.categories(None).await.unwrap() {
        for below in shop.categories(Some(category.id)).await.unwrap() {
            let pages = shop.products(below.id, 0, 2).await.unwrap().count;
            for number in 0..pages {
                let page = shop.products(below.id, number, 2).await.unwrap();
                assert!((1..=2).contains(&page.items.len()));
                assert!(page.items.iter().all(|product| seen.insert(product.id)));
            }
        }
    }
    assert_eq!(seen.len(), 30);
}

#[tokio::test]
async fn of_a_page_that_is_gone_the_last_one_is_shown() {
    let (_db, shop) = sample().await;
    let last = shop.search("tea", 0, 2).await.unwrap().count - 1;
    assert!(last > 0);
    assert_eq!(shop.search("tea", 99, 2).await.unwrap(), shop.search("tea", last, 2).await.unwrap());

    let tea = shop.categories(None).await.unwrap()[0].id;
    let shelf = shop.categories(Some(tea)).await.unwrap()[0].id;
    let last = shop.products(shelf, 0, 1).await.unwrap().count - 1;
    assert!(last > 0);
    assert_eq!(shop.products(shelf, 99, 1).await.unwrap(), shop.products(shelf, last, 1).await.unwrap());
}

#[tokio::test]
async fn what_is_exported_is_imported_without_a_difference() {
    let (_db, shop) = sample().await;
    let kept = shop.stocklist().await.unwrap();
    let read = catalog_file::read(&catalog_file::write(&kept), eur()).unwrap();
    assert_eq!(read, kept);
    assert_eq!(shop.import(&read, false).await.unwrap(), []);
}

#[tokio::test]
async fn a_dry_run_tells_the_differences_and_changes_nothing() {
    let (_db, shop) = sample().await;
    let kept = shop.stocklist().await.unwrap();
    let mut changed = kept.clone();
    changed[0].skus[0].stock += 1;
    changed[1].names.set(Lang::De, "Neuer Name");
    assert_eq!(shop.import(&changed, true).await.unwrap().len(), 2);
    assert_eq!(shop.stocklist().await.unwrap(), kept);
    assert_eq!(shop.import(&changed, false).await.unwrap().len(), 2);
    assert_eq!(shop.stocklist().await.unwrap(), changed);
}

#[tokio::test]
async fn an_import_counts_what_can_be_sold_beside_what_is_reserved() {
    let mut stand = Stand::with(&[9]).await;
    stand.order(1, orderbot::domain::UpdateId(1), &[(stand.skus[0], 4)], None).await;
    assert_eq!(stand.shop.stocklist().await.unwrap()[0].skus[0].stock, 5);
    stand.restock(|products| products[0].skus[0].stock = 0).await;
    assert_eq!(stand.number(crate::shop::ON_HAND).await, 4, "what was ordered is still there");
    stand.reservations_match().await;
}

#[tokio::test]
async fn promos_with_an_unknown_scope_change_nothing() {
    let (db, shop) = sample().await;
    let text = include_str!("../../sample/promos.csv").replace("speckled-mug", "no-such-mug");
    let promos = orderbot::services::promo_file::read(&text, eur(), chrono_tz::UTC).unwrap();
    assert_eq!(shop.set_up_promos(&promos).await.unwrap(), ["no-such-mug"]);
    let stored: i64 = sqlx::query_scalar("SELECT count(*) FROM promos").fetch_one(&db.pool()).await.unwrap();
    assert_eq!(stored, 0);
}
