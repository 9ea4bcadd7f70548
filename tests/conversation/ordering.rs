//! The main road: from the first tap to an order that is delivered.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_customer_orders_with_a_code_and_the_staff_bring_it() {
    let shop = TestShop::open().await;
    let sam = shop.packer("Sam");
    let ann = shop.customer("Ann");

    ann.start();
    ann.sees("Hello, Ann! Welcome to Slow Kettle.").await;
    ann.press("🛍 Catalogue").await;
    ann.press("Tea").await;
    ann.press("Green tea").await;
    ann.press("Sencha · from €14.50").await;
    assert!(ann.sees("Which one?").await.text().contains("Bright and grassy."));
    ann.press("250 g · €32.00").await;
    assert!(ann.sees("How many?").await.text().contains("Only 3 left"));
    ann.press("+").await;
    ann.press("Add 2 to cart · €64.00").await;
    let cart = ann.sees("2 pieces added to your cart.").await;
    assert!(cart.text().contains("Sencha · 250 g\n2 × €32.00 = €64.00"), "{}", cart.text());

    ann.press("✅ Check out · €64.00").await;
    ann.sees("Which phone number").await;
    ann.press("📱 Share my number").await;
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
    ann.send("1 Elm Street, Berlin");
    ann.sees("Anything we should know?").await;
    ann.send("Ring twice");
    ann.sees("promo code").await;
    ann.send("welcome10");
    let summary = ann.sees("Your order").await;
    for words in [
        "Goods: €64.00",
        "Promo WELCOME10: −€6.40",
        "Delivery: free",
        "Total: €57.60",
        "👤 Ann",
        "📱 +4930123456",
        "📍 1 Elm Street, Berlin",
        "📝 Ring twice",
    ] {
        assert!(summary.text().contains(words), "no \"{words}\" in {}", summary.text());
    }
    ann.press("✅ Place order · €57.60").await;
    ann.sees("Thank you! Order No. 1 is placed.").await;
    assert_eq!(shop.available("SENCHA-250").await, 1);

    let card = sam.sees("Order No. 1").await;
    for words in
        ["🆕 New", "2 × Sencha (250 g)", "€57.60", "Ann", "+4930123456", "1 Elm Street, Berlin", "Ring twice"]
    {
        assert!(card.text().contains(words), "no \"{words}\" in {}", card.text());
    }
    sam.press("✅ Accept").await;
    sam.sees("✅ Accepted · Sam").await;
    ann.sees("Order No. 1 was accepted").await;

    sam.press("🚚 Shipped").await;
    sam.press("✍️ Other tracking").await;
    let question = sam.sees("how can the customer follow order").await;
    sam.reply(&question, "DHL 0034");
    sam.sees("🚚 Shipped · Sam").await;
    let news = ann.sees("Order No. 1 is on its way").await;
    assert!(news.text().contains("DHL 0034"));

    sam.press("📦 Delivered").await;
    let card = sam.sees("📦 Delivered · Sam").await;
    assert_eq!(card.buttons(), [["✉️ Write", "🖨 Slip"]], "nothing is left to do with the order");
    assert_eq!(
        sam.messages().iter().filter(|seen| seen.text().contains("Order No. 1 ·")).count(),
        1,
        "one card"
    );
    ann.sees("Order No. 1 was delivered").await;

    ann.press("Show the order").await;
    let detail = ann.sees("✅ Delivered").await;
    for words in ["🕓 Placed", "👍 Accepted", "🚚 On its way", "DHL 0034", "Total: €57.60"] {
        assert!(detail.text().contains(words), "no \"{words}\" in {}", detail.text());
    }
    assert_eq!(shop.available("SENCHA-250").await, 1, "what left the shop is neither there nor reserved");
    shop.close().await;
}

#[tokio::test]
async fn the_chat_is_edited_instead_of_flooded() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.start();
    ann.sees("Hello, Ann!").await;
    for button in ["🛍 Catalogue", "Mugs", "Round Mug · €12.00", "+", "+", "−", "‹ Back", "🛒 Cart"]
    {
        ann.press(button).await;
    }
    ann.sees("Your cart is empty").await;
    assert_eq!(ann.messages().len(), 2, "{}", ann.transcript());
    shop.close().await;
}

#[tokio::test]
async fn a_returning_customer_is_asked_only_what_is_new() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.order(&ann, "Round Mug").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.press("🚚 Delivery").await;
    ann.press("📍 1 Elm Street, Berlin").await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    assert!(ann.sees("Your order").await.text().contains("+4930123456"));
    ann.press("✅ Place order · €16.90").await;
    ann.sees("Order No. 2 is placed").await;
    shop.close().await;
}

#[tokio::test]
async fn an_order_can_be_picked_up() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.press("📱 Share my number").await;
    ann.press("🏬 Pickup").await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    let summary = ann.sees("Your order").await;
    assert!(summary.text().contains("🏬 Pickup: 12 Market Street"), "{}", summary.text());
    assert!(!summary.text().contains("Delivery:"), "{}", summary.text());
    ann.press("✅ Place order · €12.00").await;
    ann.sees("Order No. 1 is placed").await;

    sam.press("✅ Accept").await;
    sam.press("🏬 Ready for pickup").await;
    ann.sees("Order No. 1 is ready").await;
    sam.press("📦 Picked up").await;
    ann.sees("Order No. 1 was picked up").await;
    shop.close().await;
}

#[tokio::test]
async fn a_shared_location_is_an_address_with_a_map() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.press("📱 Share my number").await;
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
    ann.share_location(52.52, 13.405);
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    press_first(&ann, "✅ Place order").await;
    let card = sam.sees("🗺 Map").await;
    assert!(card.json().to_string().contains("mlat=52.520000&mlon=13.405000"), "{}", card.json());
    shop.close().await;
}
