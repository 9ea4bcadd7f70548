//! After the order: my orders, cancelling, ordering again, the profile, being forgotten.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn an_order_is_called_off_while_nobody_has_accepted_it() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Last Teapot").await;
    ann.press("📦 My order").await;
    ann.press("Cancel this order").await;
    ann.press("No, keep it").await;
    ann.press("Cancel this order").await;
    ann.press("Yes, cancel it").await;
    let detail = ann.sees("The order is cancelled").await;
    assert!(!detail.has_button("Cancel this order"));
    sam.sees("🚫 Cancelled · customer").await;
    assert_eq!(shop.available("TEAPOT").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn an_accepted_order_is_no_longer_called_off() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Last Teapot").await;
    ann.press("📦 My order").await;
    ann.press("Cancel this order").await;
    ann.sees("Really cancel order").await;
    sam.press("✅ Accept").await;
    ann.sees("was accepted").await;
    ann.press("Yes, cancel it").await;
    ann.sees("This order is now: 👍 Accepted").await;
    assert_eq!(shop.available("TEAPOT").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn the_same_again_is_in_the_cart_with_one_press() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.order(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Last Teapot").await;
    ann.send("/orders");
    press_first(&ann, "🕓 No. 1").await;
    ann.press("🔁 Order again").await;
    let cart = ann.sees("Everything is in your cart again").await;
    assert!(cart.text().contains("Round Mug"), "{}", cart.text());

    shop.change("MUG", |sku| sku.stock = 0).await;
    ann.send("/orders");
    press_first(&ann, "🕓 No. 1").await;
    ann.press("🔁 Order again").await;
    ann.sees("Not, or not all, there: Round Mug").await;
    shop.close().await;
}

#[tokio::test]
async fn the_orders_of_others_are_nobodys_business() {
    let shop = TestShop::open().await;
    let (ann, ben) = (shop.customer("Ann"), shop.customer("Ben"));
    shop.order(&ann, "Round Mug").await;
    ben.send("/orders");
    ben.sees("You have no orders yet").await;
    shop.close().await;
}

#[tokio::test]
async fn the_profile_is_changed_and_an_address_forgotten() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.order(&ann, "Round Mug").await;
    ann.send("/profile");
    ann.press("✏️ Name").await;
    ann.sees("Now: Ann. Type the new name").await;
    ann.send("Annie");
    assert!(ann.sees("Saved").await.text().contains("👤 Annie"));
    ann.press("✏️ Phone").await;
    ann.sees("Which phone number").await;
    ann.send("+12025550123");
    assert!(ann.sees("Saved").await.text().contains("+12025550123"));
    ann.press("✕ 📍 1 Elm Street, Berlin").await;
    assert!(!ann.sees("Saved").await.has_button("Elm Street"));
    shop.close().await;
}

#[tokio::test]
async fn who_asks_to_be_forgotten_is_forgotten() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Last Teapot").await;
    ann.send("/delete_me");
    ann.press("No, keep it").await;
    ann.sees("Your profile").await;
    ann.press("Erase my data").await;
    ann.press("Yes, erase everything").await;
    ann.sees("Everything is erased").await;
    let card = sam.sees("🚫 Cancelled").await;
    assert!(!card.text().contains("Elm Street") && !card.text().contains("+4930123456"), "{}", card.text());
    assert_eq!(shop.available("TEAPOT").await, 1, "nobody waits for it any more");
    assert_eq!(
        shop.count("SELECT count(*) FROM orders WHERE name IS NOT NULL OR phone IS NOT NULL").await,
        0
    );
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 1, "the order itself stays in the books");
    ann.send("/orders");
    ann.sees("You have no orders yet").await;
    shop.close().await;
}
