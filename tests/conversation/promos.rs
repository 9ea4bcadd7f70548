//! Promo codes: each condition, told when it fails.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn each_refusal_says_which_condition_failed() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out_to_code(&ann).await;
    for (code, refusal) in [
        ("NOSUCH", "I don’t know this code"),
        ("YEAR2090", "This code works from 1 Jan 2090"),
        ("PAST2020", "This code has expired"),
        ("OVER100", "This code works from €100.00 of goods"),
        ("TEAONLY", "This code covers nothing in your cart"),
        ("abc", "4 to 20 letters or digits"),
    ] {
        ann.send(code);
        ann.sees(refusal).await;
    }
    ann.send(" fiveoff ");
    ann.sees("Promo FIVEOFF: −€5.00").await;
    shop.close().await;
}

#[tokio::test]
async fn a_code_for_a_first_order_is_for_a_first_order() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.order(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.pick_up_to_code(&ann).await;
    ann.send("WELCOME10");
    ann.sees("This code is for a first order only").await;
    shop.close().await;
}

#[tokio::test]
async fn a_code_that_was_given_back_can_be_used_again() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out_to_code(&ann).await;
    ann.send("ONCE");
    press_first(&ann, "✅ Place order").await;
    ann.press("📦 My order").await;
    ann.press("Cancel this order").await;
    ann.press("Yes, cancel it").await;
    ann.sees("The order is cancelled").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    shop.pick_up_to_code(&ann).await;
    ann.send("ONCE");
    press_first(&ann, "✅ Place order").await;
    ann.sees("Order No. 2 is placed").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    shop.pick_up_to_code(&ann).await;
    ann.send("ONCE");
    ann.sees("You have used this code already").await;
    shop.close().await;
}

#[tokio::test]
async fn no_code_makes_the_total_negative() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out_to_code(&ann).await;
    ann.send("HUGE");
    let summary = ann.sees("Promo HUGE: −€12.00").await;
    assert!(summary.text().contains("Total: €4.90"), "{}", summary.text());
    shop.close().await;
}

#[tokio::test]
async fn free_delivery_is_said_as_such() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out_to_code(&ann).await;
    ann.send("FREESHIP");
    let summary = ann.sees("Delivery: free").await;
    assert!(summary.text().contains("Promo FREESHIP"), "{}", summary.text());
    assert!(!summary.text().contains("0.00\n"), "{}", summary.text());
    assert!(summary.text().contains("Total: €12.00"), "{}", summary.text());
    shop.close().await;
}

#[tokio::test]
async fn a_code_for_tea_takes_only_from_tea() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Jasmine Pearls").await;
    shop.check_out_to_code(&ann).await;
    ann.send("TEAONLY");
    ann.sees("Promo TEAONLY: −€4.95").await;
    shop.close().await;
}

#[tokio::test]
async fn the_code_of_a_link_waits_for_the_checkout() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.start_with("promo_FIVEOFF");
    ann.sees("Code FIVEOFF is kept for your order").await;
    ann.send("/support");
    ann.sees("Write your question").await;
    ann.send("Are the mugs dishwasher safe?");
    ann.sees("✅ Sent").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.press("📱 Share my number").await;
    ann.press("🏬 Pickup").await;
    ann.press("No note ›").await;
    ann.sees("Promo FIVEOFF: −€5.00").await;
    shop.close().await;
}
