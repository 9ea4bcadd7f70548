//! How an order leaves the shop: with a carrier, with another tracking text, or without any.

use crate::shop::TestShop;

const CARRIERS: (&str, &str) =
    ("CARRIERS", "DHL=https://dhl.example/?piece={}; Owl Post=https://owls.example/{}/now");

#[tokio::test]
async fn a_parcel_goes_with_a_carrier_and_the_customer_gets_the_link() {
    let shop = TestShop::open_with(CARRIERS).await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✅ Accept").await;
    sam.press("🚚 Shipped").await;
    let ways = sam.sees("Order No. 1").await;
    assert!(ways.has_button("🚚 DHL") && ways.has_button("🚚 Owl Post"), "{:?}", ways.buttons());
    sam.press("🚚 Owl Post").await;
    let question = sam.sees("what is the tracking number of order #1 · Owl Post?").await;
    sam.reply(&question, "by owl");
    sam.sees("That is no tracking number").await;
    sam.reply(&question, " 0034 0434-1 ");
    let card = sam.sees("🚚 Shipped · Sam").await;
    assert!(
        card.text().contains("Owl Post 00340434-1 https://owls.example/00340434-1/now"),
        "{}",
        card.text()
    );
    let news = ann.sees("is on its way").await;
    assert!(news.text().contains("Owl Post 00340434-1"), "{}", news.text());
    let link = &news.json()["reply_markup"]["inline_keyboard"][0][0];
    assert_eq!(
        (link["text"].as_str(), link["url"].as_str()),
        (Some("🔎 Follow the parcel"), Some("https://owls.example/00340434-1/now"))
    );
    shop.close().await;
}

#[tokio::test]
async fn what_no_carrier_brings_is_told_in_own_words() {
    let shop = TestShop::open_with(CARRIERS).await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✅ Accept").await;
    sam.press("🚚 Shipped").await;
    sam.press("✍️ Other tracking").await;
    let question = sam.sees("how can the customer follow order #1?").await;
    sam.reply(&question, "With Bob's bicycle");
    let news = ann.sees("To follow it: With Bob's bicycle").await;
    assert_eq!(news.buttons().concat(), ["Show the order"]);
    shop.close().await;
}
