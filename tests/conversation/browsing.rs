//! The catalogue: shelves, search, links.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_long_shelf_has_pages() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.send("/menu");
    ann.press("Saucers").await;
    let first = ann.sees("1 / 2").await;
    assert_eq!(first.buttons().concat().iter().filter(|label| label.starts_with("Saucer ")).count(), 8);
    ann.press("›").await;
    let second = ann.sees("2 / 2").await;
    assert_eq!(second.buttons().concat().iter().filter(|label| label.starts_with("Saucer ")).count(), 2);
    ann.press("‹").await;
    ann.sees("1 / 2").await;
    shop.close().await;
}

#[tokio::test]
async fn a_search_forgives_typos_and_speaks_four_languages() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    for (typed, found) in [
        ("sencha", "Sencha"),
        ("senca", "Sencha"),
        ("SENNCHA", "Sencha"),
        ("jasmin", "Jasmine Pearls"),
        ("кружка", "Round Mug"),
        ("tetera", "Last Teapot"),
        ("Teekanne", "Last Teapot"),
        ("TEAPOT", "Last Teapot"),
    ] {
        ann.send(typed);
        let results = ann.sees(&format!("Found for “{typed}”")).await;
        assert!(results.buttons().concat()[0].starts_with(found), "{typed}: {:?}", results.buttons());
    }
    ann.send("qqqqqq <script>");
    ann.sees("Nothing found for “qqqqqq <script>”").await;
    shop.close().await;
}

#[tokio::test]
async fn a_sold_out_product_says_so_and_cannot_be_ordered() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.send("Old Cup");
    ann.press("Old Cup · sold out").await;
    let card = ann.sees("Sold out").await;
    assert!(!card.has_button("Order"), "{:?}", card.buttons());
    shop.close().await;
}

#[tokio::test]
async fn links_lead_to_a_product_or_say_that_they_lead_nowhere() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.start_with(&shop.link_to("round-mug").await);
    ann.sees("Round Mug").await;
    ann.start_with("p_4711");
    ann.sees("This product is no longer sold").await;
    ann.start_with("nonsense");
    ann.sees("This link no longer leads anywhere").await;
    shop.close().await;
}

#[tokio::test]
async fn a_text_of_the_owner_is_shown_letter_by_letter() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    ann.sees("Holds <400 ml> & more.").await;
    shop.close().await;
}

#[tokio::test]
async fn who_waits_for_what_is_sold_out_is_told_once_when_it_is_back() {
    let shop = TestShop::open().await;
    let (ann, bob, olga) = (shop.customer("Ann"), shop.customer("Bob"), shop.olga());
    shop.change("SPOON", |sku| sku.stock = 0).await;
    for customer in [&ann, &bob] {
        customer.send("Tin Spoon");
        press_first(customer, "Tin Spoon").await;
        let card = customer.sees("🔔 Tell me when it is back").await;
        let press = customer.tap_on(&card, "🔔 Tell me when it is back");
        customer.resend_press(&press);
        customer.sees("We will tell you here as soon as it is back").await;
    }
    bob.send("/delete_me");
    bob.press("Yes, erase everything").await;
    shop.until("SELECT count(*) FROM restock_wishes", 1).await;
    shop.shop.tell_of_shelves().await.unwrap();
    assert_eq!(shop.count("SELECT count(*) FROM restock_wishes").await, 1, "nothing is back yet");
    olga.sees("🪫 Running out").await;

    shop.change("SPOON", |sku| sku.stock = 9).await;
    shop.shop.tell_of_shelves().await.unwrap();
    shop.shop.tell_of_shelves().await.unwrap();
    ann.sees("🔔 Tin Spoon is back: €").await;
    press_first(&ann, "👀 Have a look").await;
    ann.sees("How many?").await;
    let told = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'back_in_stock'";
    assert_eq!(shop.count(told).await, 1);
    shop.close().await;
}
