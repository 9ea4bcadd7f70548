//! Customers from the staff group: who they are, and whether the shop serves them.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_customer_is_looked_up_and_served_no_longer_and_again() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    let ann = shop.telegram.user("Ann").id(4242).username("ann_of_avonlea").phone("+4930123456").create();
    shop.order(&ann, "Round Mug").await;
    for words in ["@ann_of_avonlea", "4242", "+49 30 123456"] {
        olga.send(&format!("/customer {words}"));
        let card = olga.sees("🆔 4242").await;
        assert!(
            card.text().contains("+4930123456") && card.text().contains("🆕 New · 1 · €"),
            "{}",
            card.text()
        );
        olga.delete(&card);
    }
    olga.send("/customer @ann_of_avonlea");
    press_first(&olga, "⛔️ Serve no longer").await;
    press_first(&olga, "‹ Back").await;
    assert_eq!(shop.count("SELECT count(*) FROM customers WHERE banned").await, 0);
    press_first(&olga, "⛔️ Serve no longer").await;
    let card = olga.sees("⛔️ Yes, serve no longer").await;
    let ban = olga.tap_on(&card, "⛔️ Yes, serve no longer");
    let again = olga.resend_press(&ban);
    assert_eq!(olga.answer_to(&ban).await.text.as_deref(), Some("⛔️ Not served any more"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    ann.send("/cart");
    ann.sees("The shop does not take orders from this account").await;
    assert!(!ann.transcript().contains("Your cart is empty"), "{}", ann.transcript());
    press_first(&olga, "✅ Serve again").await;
    ann.send("/cart");
    ann.sees("Your cart is empty").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'customer_banned'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn packers_look_nobody_up_and_support_bans_nobody() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    ann.start();
    ann.sees("Hello").await;
    sam.send("/customer 1");
    sam.sees("Your role here is “Packer”").await;
    let hello = sam.send("Good morning");
    olga.reply(&hello, "/staff");
    press_first(&olga, "Support").await;
    olga.sees("👤 Sam\nSupport").await;
    sam.send("/customer 999999999");
    sam.sees("I know no such customer").await;
    sam.send("/customer");
    sam.sees("Please say who").await;
    sam.send(&format!("/customer {}", ann.id()));
    let card = sam.sees("👤 Ann").await;
    let press = sam.tap_on(&card, "⛔️ Serve no longer");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Support”"));
    assert_eq!(shop.count("SELECT count(*) FROM customers WHERE banned").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_note_on_a_customer_is_for_colleagues_until_it_is_taken_away() {
    let shop = TestShop::open().await;
    let (ann, olga, sam) = (shop.customer("Ann"), shop.olga(), shop.packer("Sam"));
    ann.start();
    ann.sees("Hello").await;
    let look_up = format!("/customer {}", ann.id());
    olga.send(&look_up);
    press_first(&olga, "📝 Note").await;
    let question = olga.sees("what should colleagues know about Ann?").await;
    sam.reply(&question, "nice");
    sam.sees("Your role here is “Packer”").await;
    olga.reply(&question, "Rings <twice>");
    olga.reply(&question, "Rings <twice>");
    olga.send(&look_up);
    olga.sees("🗒 Rings <twice>").await;
    olga.reply(&question, "-");
    olga.send(&look_up);
    let card = olga.sees("👤 Ann").await;
    assert!(!card.text().contains("🗒"), "{}", card.text());
    assert!(!ann.transcript().contains("Rings"), "{}", ann.transcript());
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'customer_annotated'").await, 2);
    shop.close().await;
}
