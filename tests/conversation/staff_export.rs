//! `/export` and the daily digest: what leaves the shop as a table, and how the day is told.

use crate::shop::TestShop;
use telegram_sandbox::Seen;

/// The content of the document of a message.
async fn document(shop: &TestShop, seen: &Seen) -> String {
    let files = seen.json()["sandbox"]["files"].as_object().unwrap();
    let path = files.values().next().and_then(|path| path.as_str()).unwrap();
    reqwest::get(format!("{}{path}", shop.telegram.api_url())).await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn orders_come_as_a_table_that_no_name_can_turn_into_a_formula() {
    let shop = TestShop::open().await;
    let (evil, olga) = (shop.customer("=1+1"), shop.olga());
    shop.order(&evil, "Round Mug").await;
    olga.send("/export orders today");
    let seen = olga.sees("📄 Orders, lines: 1").await;
    let name = seen.json()["document"]["file_name"].as_str().unwrap();
    assert!(name.starts_with("orders-20") && name.ends_with(".csv"), "{name}");
    let table = document(&shop, &seen).await;
    assert!(table.starts_with("\u{feff}number,placed_at,status"), "{table}");
    assert!(table.contains(",'=1+1,'+4930123456,delivery,"), "{table}");
    assert!(table.contains("1 × Round Mug [MUG],1,12.00,0"), "{table}");
    olga.send("/audit");
    olga.sees("Olga · table “Orders”, lines: 1 today").await;
    shop.close().await;
}

#[tokio::test]
async fn tables_are_for_those_who_lead_and_a_wrong_word_is_explained() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    ann.start();
    sam.send("/export customers");
    sam.sees("Your role here is “Packer”").await;
    for words in ["", "everything", "stock month", "orders sometime"] {
        olga.send(&format!("/export {words}"));
        olga.sees("Please say which table").await;
    }
    olga.send("/export orders");
    olga.sees("There is nothing to export").await;
    olga.send("/export customers");
    let seen = olga.sees("📄 Customers, lines: 1").await;
    assert!(document(&shop, &seen).await.contains(",Ann,"));
    for (word, begins) in [("stock", "\u{feff}sku,product"), ("products", "\u{feff}category,")] {
        olga.send(&format!("/export {word}"));
        let seen = olga.sees("📄").await;
        assert!(document(&shop, &seen).await.starts_with(begins), "{word}");
    }
    // Who asked for a table with nothing in it asked all the same.
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'exported'").await, 4);
    shop.close().await;
}

#[tokio::test]
async fn the_day_is_told_once_when_its_hour_has_come() {
    let now: chrono::DateTime<chrono::Utc> = std::time::SystemTime::now().into();
    let at = now.format("%H:%M").to_string();
    let shop = TestShop::open_with(("DIGEST_AT", &at)).await;
    let olga = shop.olga();
    let told = olga.sees("🌆 How the day was").await;
    assert!(told.text().ends_with("no orders, new visitors: 0"), "{}", told.text());
    assert!(!told.text().contains('\n'), "{}", told.text());
    assert_eq!(shop.count("SELECT count(*) FROM digests").await, 1);
    shop.close().await;
}
