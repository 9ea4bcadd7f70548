//! Several orders at once: accept what is new, ship what is packed.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

/// Orders No. 1 to 3 of three customers.
async fn three_orders(shop: &TestShop) -> Vec<Person> {
    let mut customers = Vec::new();
    for name in ["Ann", "Bea", "Cid"] {
        let customer = shop.customer(name);
        shop.order(&customer, "Round Mug").await;
        customers.push(customer);
    }
    customers
}

#[tokio::test]
async fn all_new_orders_of_a_page_are_accepted_after_a_question() {
    let shop = TestShop::open().await;
    let sam = shop.packer("Sam");
    let customers = three_orders(&shop).await;
    sam.send("/orders new");
    sam.press("✅ Accept all 3 on this page").await;
    let asked = sam.sees("✅ Accept these 3 orders?").await;
    assert!(asked.text().contains("3, 2, 1"), "{}", asked.text());
    sam.press("‹ Back").await;
    sam.press("✅ Accept all 3 on this page").await;
    let done = sam.press("✅ Yes").await;
    assert_eq!(done.text.as_deref(), Some("Done: 3. Not: 0."));
    let report = sam.sees("✅ Accepted: 3 of 3").await;
    assert!(report.text().contains("2 · ✅ Accepted · Sam"), "{}", report.text());
    for customer in &customers {
        customer.sees("was accepted").await;
    }
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE after = 'accepted'").await, 3);
    sam.press("‹ Back").await;
    sam.sees("🧾 Orders · 🆕 New\n\nNone.").await;
    shop.close().await;
}

#[tokio::test]
async fn what_somebody_was_faster_with_is_told_and_stays_as_it_is() {
    let shop = TestShop::open().await;
    let (sam, kim) = (shop.packer("Sam"), shop.packer("Kim"));
    let customers = three_orders(&shop).await;
    let card = kim.sees("Order No. 2").await;
    sam.send("/orders new");
    sam.press("✅ Accept all 3 on this page").await;
    sam.sees("✅ Accept these 3 orders?").await;
    customers[0].press("📦 My order").await;
    customers[0].press("Cancel this order").await;
    customers[0].press("Yes, cancel it").await;
    customers[0].sees("The order is cancelled").await;
    let accept = kim.tap_on(&card, "✅ Accept");
    kim.answer_to(&accept).await;
    let done = sam.press("✅ Yes").await;
    assert_eq!(done.text.as_deref(), Some("Done: 1. Not: 2."));
    let report = sam.sees("✅ Accepted: 2 of 3").await;
    for line in ["3 · ✅ Accepted · Sam", "2 · ✅ Accepted · Kim", "1 · 🚫 Cancelled · customer"] {
        assert!(report.text().contains(line), "{line}: {}", report.text());
    }
    assert_eq!(shop.count("SELECT count(*) FROM order_timeline WHERE status = 'accepted'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn two_staff_at_once_and_a_press_that_comes_twice_move_each_order_once() {
    let shop = TestShop::open().await;
    let (sam, kim) = (shop.packer("Sam"), shop.packer("Kim"));
    three_orders(&shop).await;
    sam.send("/orders new");
    sam.press("✅ Accept all 3 on this page").await;
    let asked = sam.sees("✅ Accept these 3 orders?").await;
    let one = sam.tap_on(&asked, "✅ Yes");
    let other = kim.tap_on(&asked, "✅ Yes");
    let again = sam.resend_press(&one);
    for (who, press) in [(&sam, &one), (&kim, &other), (&sam, &again)] {
        assert!(who.answer_to(press).await.text.unwrap().starts_with("Done: "));
    }
    sam.sees("✅ Accepted: 3 of 3").await;
    assert_eq!(shop.count("SELECT count(*) FROM order_timeline WHERE status = 'accepted'").await, 3);
    assert_eq!(shop.count("SELECT count(*) FROM outbox WHERE notice->>'kind' = 'order_news'").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn packed_orders_are_shipped_together_and_what_was_unpacked_stays() {
    let shop = TestShop::open().await;
    let (ann, sam, kim) = (shop.customer("Ann"), shop.packer("Sam"), shop.packer("Kim"));
    shop.order(&ann, "Round Mug").await;
    let bea = shop.customer("Bea");
    shop.order(&bea, "Round Mug").await;
    shop.run("UPDATE orders SET status = 'accepted', packed = true").await;
    sam.send("/orders packed");
    sam.press("🚚 Ship all 2 on this page").await;
    let asked = sam.sees("🚚 Ship these 2 orders?").await;
    shop.run("UPDATE orders SET packed = false WHERE number = 2").await;
    let yes = kim.tap_on(&asked, "✅ Yes");
    assert_eq!(kim.answer_to(&yes).await.text.as_deref(), Some("Done: 1. Not: 1."));
    let report = sam.sees("🚚 Shipped: 1 of 2").await;
    assert!(report.text().contains("1 · 🚚 Shipped · Kim"), "{}", report.text());
    ann.sees("is on its way").await;
    assert_eq!(shop.count("SELECT count(*) FROM orders WHERE number = 2 AND status = 'accepted'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn support_sees_the_list_and_moves_none_of_it() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    let hello = sam.send("Good morning");
    shop.olga().reply(&hello, "/staff");
    press_first(&shop.olga(), "Support").await;
    sam.sees("👤 Sam\nSupport").await;
    sam.send("/orders new");
    let list = sam.sees("🧾 Orders · 🆕 New").await;
    assert!(list.text().contains("🆕 New · 1 · Ann"), "{}", list.text());
    let press = sam.tap_on(&list, "✅ Accept it");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Support”"));
    shop.close().await;
}
