//! The questions of the checkout: answers, wrong answers, changes of mind.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_wrong_number_gets_an_example_and_the_right_one_goes_on() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.sees("Which phone number").await;
    for nonsense in ["call me", "123", "+49 0"] {
        ann.send(nonsense);
        ann.sees("doesn’t look like a phone number").await;
    }
    ann.send("030 1234567");
    ann.sees("How would you like to get it?").await;
    assert!(ann.keyboard().is_empty(), "the keys for sharing are gone");
    shop.close().await;
}

#[tokio::test]
async fn every_question_answers_what_does_not_fit_with_a_hint() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.sees("Which phone number").await;
    ann.send_file("photo", b"not a number", "");
    ann.sees("Please share your number with the button").await;
    ann.press("📱 Share my number").await;
    ann.sees("How would you like to get it?").await;
    ann.send("whatever");
    ann.sees("Please choose with the buttons").await;
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
    ann.send("home");
    ann.sees("Please type the address, for example").await;
    ann.send_file("voice", b"hello", "");
    ann.sees("Please type the address, for example").await;
    ann.send("1 Elm Street, Berlin");
    ann.sees("Anything we should know?").await;
    ann.send(&"long ".repeat(200));
    ann.sees("a bit too long").await;
    ann.send_file("sticker", b"smile", "");
    ann.sees("Please type the note in words").await;
    ann.press("No note ›").await;
    ann.sees("promo code").await;
    ann.send("?!");
    ann.sees("4 to 20 letters or digits").await;
    ann.send_file("photo", b"coupon", "");
    ann.sees("Please type the code").await;
    ann.press("No code ›").await;
    ann.sees("Your order").await;
    ann.send("yes please");
    ann.sees("Please check the order and use the buttons").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    shop.close().await;
}

#[tokio::test]
async fn each_part_can_be_changed_from_the_summary_and_leads_back_there() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;

    ann.press("✏️ Name").await;
    ann.sees("Who is the order for?").await;
    ann.send("Ann <b>Archer</b>");
    assert!(
        ann.sees("Your order").await.text().contains("👤 Ann <b>Archer</b>"),
        "typed marks are only letters"
    );
    ann.press("✏️ Phone").await;
    ann.sees("Which phone number").await;
    ann.send("+1 202 555 0123");
    assert!(ann.sees("Your order").await.text().contains("📱 +12025550123"));
    ann.press("✏️ Note").await;
    ann.sees("Anything we should know?").await;
    ann.send("Third floor");
    assert!(ann.sees("Your order").await.text().contains("📝 Third floor"));
    ann.press("✏️ Promo code").await;
    ann.sees("promo code").await;
    ann.send("FIVEOFF");
    assert!(ann.sees("Your order").await.text().contains("Total: €11.90"));
    ann.press("✏️ Delivery").await;
    ann.press("🏬 Pickup").await;
    assert!(ann.sees("Your order").await.text().contains("Total: €7.00"));
    shop.close().await;
}

#[tokio::test]
async fn back_leads_one_question_back_and_at_last_to_the_cart() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    ann.press("✏️ Promo code").await;
    ann.press("‹ Back").await;
    ann.sees("Your order").await;
    ann.press("‹ Cart").await;
    ann.press("✅ Check out · €12.00").await;
    ann.press("📱 Share my number").await;
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
    ann.send("2 Oak Street, Berlin");
    ann.sees("Anything we should know?").await;
    ann.press("No note ›").await;
    ann.sees("promo code").await;
    ann.press("‹ Back").await;
    ann.sees("Anything we should know?").await;
    ann.press("‹ Back").await;
    ann.sees("Where to?").await;
    ann.press("‹ Back").await;
    ann.sees("How would you like to get it?").await;
    ann.press("‹ Back").await;
    ann.sees("Your cart").await;
    shop.close().await;
}

#[tokio::test]
async fn a_small_order_is_told_what_is_missing() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Tin Spoon").await;
    ann.press("✅ Check out · €2.00").await;
    ann.sees("Orders start at €5.00: €3.00 to go.").await;
    shop.close().await;
}

#[tokio::test]
async fn cancel_leaves_the_checkout_and_keeps_the_cart() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    ann.send("/cancel");
    let cart = ann.sees("Checkout stopped. Your cart is kept.").await;
    assert!(cart.text().contains("Round Mug"), "{}", cart.text());
    shop.close().await;
}

#[tokio::test]
async fn the_phone_number_of_somebody_else_is_taken_as_typed() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.sees("Which phone number").await;
    ann.send_contact("Grandma", "+12025550199");
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
    ann.send("1 Elm Street, Berlin");
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    assert!(ann.sees("Your order").await.text().contains("📱 +12025550199"));
    shop.close().await;
}
