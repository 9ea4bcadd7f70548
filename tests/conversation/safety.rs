//! Protection of a shop that is paid on receipt: limits from `/settings`, shared numbers, orders that nobody collects.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

async fn safety(olga: &Person) {
    olga.send("/settings");
    press_first(olga, "🛡 Safety").await;
}

/// Sets a limit of the section.
async fn limit(olga: &Person, setting: &str, value: &str) {
    safety(olga).await;
    press_first(olga, setting).await;
    let question = olga.sees(&format!("{setting}: how many?")).await;
    olga.reply(&question, value);
    olga.sees(&format!("{setting}: {value}")).await;
}

#[tokio::test]
async fn a_customer_with_as_many_open_orders_as_the_shop_allows_is_told_so_and_keeps_the_cart() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    safety(&olga).await;
    press_first(&olga, "Open orders per customer: no limit").await;
    let question = olga.sees("Open orders per customer: how many?").await;
    for nonsense in ["many", "100", "-1", "1.5"] {
        let answer = olga.reply(&question, nonsense);
        olga.sees("Please reply to the question with a number from 1 to 99").await;
        olga.delete(&answer);
    }
    olga.reply(&question, "1");
    olga.sees("Open orders per customer: 1").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    let cart = ann.sees("You have an order under way already.").await;
    assert!(cart.text().contains("Round Mug"), "{}", cart.text());
    limit(&olga, "Open orders per customer", "2").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("How would you like to get it?").await;
    assert_eq!(shop.orders().await, 1);
    olga.send("/audit");
    olga.sees("setting “Open orders per customer”").await;
    shop.close().await;
}

#[tokio::test]
async fn only_a_shared_number_is_taken_once_the_shop_asks_for_it() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("Which phone number").await;
    ann.send("+49 30 7654321");
    shop.pick_up_to_summary(&ann).await;
    safety(&olga).await;
    press_first(&olga, "Only a shared phone number: no").await;
    olga.sees("Only a shared phone number: yes").await;
    // What was typed before does not count either.
    press_first(&ann, "✅ Place order").await;
    ann.sees("the shop needs the number of your own Telegram account").await;
    ann.send("+49 30 7654321");
    ann.sees("a typed one will not do").await;
    ann.send_contact("Bob", "+4930999999");
    ann.sees("a typed one will not do").await;
    assert_eq!(shop.orders().await, 0);
    ann.press("📱 Share my number").await;
    ann.sees("Your order").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    assert_eq!(shop.count("SELECT count(*) FROM orders WHERE phone = '+4930123456'").await, 1);
    // It is known from now on.
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("How would you like to get it?").await;
    shop.close().await;
}

#[tokio::test]
async fn an_order_that_nobody_collects_comes_back_and_counts_until_it_is_forgotten() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    let before = shop.available("MUG").await;
    shop.order(&ann, "Round Mug").await;
    for button in ["✅ Accept", "🚚 Shipped", "🚚 Without tracking"] {
        press_first(&olga, button).await;
    }
    ann.sees("is on its way").await;
    press_first(&olga, "🚫 Not collected").await;
    olga.sees("Did nobody take order No. 1?").await;
    press_first(&olga, "‹ Back").await;
    assert_eq!(shop.count("SELECT no_shows::bigint FROM customers").await, 0);
    press_first(&olga, "🚫 Not collected").await;
    let asking = olga.sees("Did nobody take order No. 1?").await;
    let press = olga.tap_on(&asking, "🚫 Yes, not collected");
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("🚫 Not collected"));
    assert!(olga.answer_to(&again).await.text.unwrap().contains("Somebody was faster"));
    ann.sees("Order No. 1 did not reach you and is back in the shop.").await;
    let card = olga.sees("🚫 Orders not collected: 1").await;
    assert!(card.text().contains("🚫 Not collected · Olga"), "{}", card.text());
    assert_eq!(shop.available("MUG").await, before);
    assert_eq!(shop.count("SELECT no_shows::bigint FROM customers").await, 1);
    olga.send("/product 3");
    olga.sees("↩️ order 1, not collected").await;

    limit(&olga, "Refuse after no-shows", "1").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("Some of your orders were not collected").await;
    olga.send(&format!("/customer {}", ann.id()));
    let card = olga.sees("🚫 Orders not collected: 1").await;
    let sam = shop.packer("Sam");
    let refused = sam.tap_on(&card, "🧹 Forget what was not collected");
    assert!(sam.answer_to(&refused).await.text.unwrap().starts_with("Your role here is “Packer”"));
    let press = olga.tap_on(&card, "🧹 Forget what was not collected");
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("It does not count any more."));
    press_first(&ann, "✅ Check out").await;
    ann.sees("How would you like to get it?").await;
    olga.send("/audit");
    olga.sees("1 → 0").await;
    shop.close().await;
}
