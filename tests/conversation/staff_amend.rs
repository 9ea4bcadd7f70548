//! The staff propose a change of an order, and the customer answers.

use crate::shop::{TestShop, press_first};

/// An order of Ann's for three mugs, and Sam at its card.
async fn shop_with_an_order(
    setting: (&str, &str),
) -> (TestShop, telegram_sandbox::Person, telegram_sandbox::Person) {
    let shop = TestShop::open_with(setting).await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    ann.send("3");
    press_first(&ann, "Add 3 to cart").await;
    ann.sees("Your cart").await;
    shop.check_out(&ann).await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    sam.sees("Order No. 1").await;
    (shop, ann, sam)
}

const USUAL: (&str, &str) = ("CONFIRM_WITHIN", "24h");

#[tokio::test]
async fn fewer_pieces_are_proposed_and_the_customer_agrees() {
    let (shop, ann, sam) = shop_with_an_order(USUAL).await;
    sam.press("✏️ Change").await;
    let editor = sam.sees("Change of order No. 1").await;
    assert!(editor.text().contains("3 × Round Mug"), "{}", editor.text());
    let nothing = sam.press("📨 Ask the customer").await;
    assert_eq!(nothing.text.as_deref(), Some("Nothing is different yet."));
    sam.press("➖").await;
    let editor = sam.sees("3 → 2 × Round Mug").await;
    assert!(editor.text().contains("Nothing is changed until the customer agrees"), "{}", editor.text());
    let before = shop.available("MUG").await;
    sam.press("📨 Ask the customer").await;
    let asked = ann.sees("Slow Kettle proposes a change of order No. 1:").await;
    assert!(asked.text().contains("• Round Mug: 2 instead of 3"), "{}", asked.text());
    sam.sees("The customer is asked").await;
    assert_eq!(shop.count("SELECT sum(quantity) FROM order_lines").await, 3);
    press_first(&ann, "✅ Agree").await;
    ann.sees("✅ Your order is changed.").await;
    assert_eq!(shop.count("SELECT sum(quantity) FROM order_lines").await, 2);
    assert_eq!(shop.available("MUG").await, before + 1);
    sam.sees("Order No. 1 · ✅ Change agreed").await;
    sam.sees("✅ Change agreed · customer").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'order_amended'").await, 1);
    let late = ann.tap_on(&asked, "✖️ Leave it as it was");
    ann.answer_to(&late).await;
    ann.sees("✅ Your order is changed.").await;
    assert_eq!(shop.count("SELECT sum(quantity) FROM order_lines").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn a_delivery_fee_is_named_and_the_customer_declines() {
    let (shop, ann, sam) = shop_with_an_order(USUAL).await;
    sam.press("✏️ Change").await;
    sam.press("🚚 Delivery fee").await;
    let question = sam.sees("what shall the delivery of order #1 cost?").await;
    sam.reply(&question, "a lot");
    sam.sees("That is no amount here.").await;
    sam.reply(&question, "20");
    let editor = sam.sees("Delivery: €20.00 instead of €4.90").await;
    let press = sam.tap_on(&editor, "📨 Ask the customer");
    let again = sam.resend_press(&press);
    sam.answer_to(&press).await;
    sam.answer_to(&again).await;
    ann.sees("Delivery: €20.00 instead of €4.90").await;
    press_first(&ann, "✖️ Leave it as it was").await;
    ann.sees("Your order stays as it was.").await;
    sam.sees("Order No. 1 · ❌ Change declined").await;
    assert_eq!(shop.count("SELECT count(*) FROM orders WHERE delivery = 4.90").await, 1);
    assert_eq!(
        shop.count("SELECT count(*) FROM outbox WHERE notice->>'kind' = 'amendment_proposed'").await,
        1
    );
    shop.close().await;
}

#[tokio::test]
async fn a_change_that_nobody_answers_lapses_and_the_order_stays() {
    let (shop, ann, sam) = shop_with_an_order(("CONFIRM_WITHIN", "1s")).await;
    sam.press("✏️ Change").await;
    sam.press("🗑").await;
    sam.sees("3 → 0 × Round Mug").await;
    let empty = sam.press("📨 Ask the customer").await;
    assert!(empty.text.unwrap().starts_with("Nothing would be left."));
    sam.press("↩️").await;
    sam.sees("3 × Round Mug").await;
    sam.press("➕").await;
    sam.sees("3 → 4 × Round Mug").await;
    sam.press("📨 Ask the customer").await;
    ann.sees("The proposed change of order No. 1 is off the table").await;
    sam.sees("Order No. 1 · ⌛ No answer to the change").await;
    let asked = ann.messages().into_iter().find(|seen| seen.text().contains("4 instead of 3"));
    let late = ann.tap_on(&asked.unwrap(), "✅ Agree · €52.90");
    ann.answer_to(&late).await;
    ann.sees("This change is no longer on offer.").await;
    assert_eq!(shop.count("SELECT sum(quantity) FROM order_lines").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn a_change_is_taken_back_and_the_customer_is_told() {
    let (shop, ann, sam) = shop_with_an_order(USUAL).await;
    sam.press("✏️ Change").await;
    sam.press("➖").await;
    sam.sees("3 → 2 × Round Mug").await;
    sam.press("📨 Ask the customer").await;
    ann.sees("• Round Mug: 2 instead of 3").await;
    sam.press("✏️ Change").await;
    sam.press("✖️ Take it back").await;
    sam.sees("✖️ Change taken back · Sam").await;
    ann.sees("The proposed change of order No. 1 is off the table").await;
    ann.send("/orders");
    press_first(&ann, "🕓 No. 1").await;
    let order = ann.sees("✏️ Change taken back").await;
    assert!(!order.has_button("✅ Agree"), "{:?}", order.buttons());
    assert_eq!(shop.count("SELECT sum(quantity) FROM order_lines").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn support_may_not_change_an_order() {
    let (shop, _ann, sam) = shop_with_an_order(USUAL).await;
    sam.press("✏️ Change").await;
    let editor = sam.sees("Change of order No. 1").await;
    let hello = sam.send("Good morning");
    shop.olga().reply(&hello, "/staff");
    press_first(&shop.olga(), "Support").await;
    sam.sees("👤 Sam\nSupport").await;
    let press = sam.tap_on(&editor, "➖");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Support”"));
    assert_eq!(shop.count("SELECT count(*) FROM order_amendments WHERE pieces = '{3}'").await, 1);
    shop.close().await;
}
