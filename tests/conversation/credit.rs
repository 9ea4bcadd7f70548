//! Store credit in the checkout: spent, kept for later, given back.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

/// A mug of 12.00 in the cart of somebody with 5.00 of credit, who has got to the summary.
async fn at_the_summary(shop: &TestShop) -> (Person, Person) {
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    olga.send(&format!("/customer {}", ann.id()));
    press_first(&olga, "➕ Credit").await;
    let question = olga.sees("how much store credit does Ann get").await;
    olga.reply(&question, "5 late");
    ann.sees("gave you €5.00 of store credit").await;
    ann.send("/cart");
    shop.check_out(&ann).await;
    (ann, olga)
}

#[tokio::test]
async fn credit_pays_a_part_of_the_order_and_comes_back_when_it_is_cancelled() {
    let shop = TestShop::open().await;
    let (ann, olga) = at_the_summary(&shop).await;
    let summary = ann.sees("🎁 Store credit: −€5.00").await;
    assert!(summary.text().contains("To pay: €"), "{}", summary.text());
    ann.press("🎁 Keep my credit for later").await;
    let kept = ann.sees("🎁 Pay with my credit").await;
    assert!(
        kept.text().contains("cash or transfer") && !kept.text().contains("Store credit"),
        "{}",
        kept.text()
    );
    ann.press("🎁 Pay with my credit").await;
    ann.sees("🎁 Store credit: −€5.00").await;
    press_first(&ann, "✅ Place order").await;
    let thanks = ann.sees("Thank you!").await;
    assert!(thanks.text().contains("🎁 Store credit: −€5.00"), "{}", thanks.text());
    let card = olga.sees("Order No. 1").await;
    assert!(card.text().contains("🎁 Store credit: −€5.00"), "{}", card.text());
    assert!(card.text().contains("To collect: €"), "{}", card.text());
    assert_eq!(shop.count("SELECT balance::bigint FROM customers").await, 0);
    press_first(&ann, "📦 My order").await;
    ann.sees("To pay: €").await;
    ann.press("Cancel this order").await;
    ann.press("Yes, cancel it").await;
    let cancelled = ann.sees("The order is cancelled.").await;
    assert!(cancelled.text().contains("🎁 €5.00 of store credit is yours again."), "{}", cancelled.text());
    assert!(!cancelled.text().contains("To pay"), "{}", cancelled.text());
    ann.send("/profile");
    ann.sees("💰 Store credit: €5.00").await;
    ann.send("/delete_me");
    ann.sees("🎁 Your store credit of €5.00 is lost with it.").await;
    shop.close().await;
}

#[tokio::test]
async fn credit_that_is_gone_when_the_order_is_confirmed_is_shown_first() {
    let shop = TestShop::open().await;
    let (ann, olga) = at_the_summary(&shop).await;
    let summary = ann.sees("🎁 Store credit: −€5.00").await;
    olga.send(&format!("/customer {}", ann.id()));
    press_first(&olga, "➖ Debit").await;
    let question = olga.sees("how much store credit is taken from Ann").await;
    olga.reply(&question, "2 mistake");
    olga.sees("💳 Credit: €3.00").await;
    let labels = summary.buttons().concat();
    let place = labels.iter().find(|label| label.starts_with("✅ Place order")).unwrap();
    ann.tap_on(&summary, place);
    ann.sees("• Store credit: €3.00 instead of €5.00").await;
    assert_eq!(shop.orders().await, 0);
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    assert_eq!(shop.count("SELECT credit::bigint FROM orders").await, 3);
    olga.sees("Order No. 1").await;
    olga.press("❌ Reject").await;
    olga.press("Out of stock").await;
    ann.sees("🎁 €3.00 of store credit is yours again.").await;
    shop.close().await;
}
