//! A friendly word about a cart that was left behind, where the shop wants it.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_left_cart_is_told_of_once_with_a_way_back_and_a_way_out() {
    let shop = TestShop::open().await;
    let (ann, olga, sam) = (shop.customer("Ann"), shop.olga(), shop.packer("Sam"));
    sam.send("/settings");
    sam.sees("Your role here is “Packer”").await;
    olga.send("/settings");
    press_first(&olga, "💌 Messages").await;
    press_first(&olga, "🛒 Remind of a left cart: no").await;
    olga.sees("🛒 Remind of a left cart: yes").await;
    press_first(&olga, "⏳ After hours: 24").await;
    let question = olga.sees("with a number from 1 to 168").await;
    for bad in ["0", "169", "a day"] {
        olga.reply(&question, bad);
        olga.sees("a number of hours from 1 to 168").await;
    }
    olga.reply(&question, "2");
    olga.sees("⏳ After hours: 2").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Tin Spoon").await;
    shop.run("UPDATE cart_lines SET touched_at = now() - interval '3 hours'").await;
    ann.looks_away();
    let (one, other) = tokio::join!(shop.shop.remind_of_carts(), shop.shop.remind_of_carts());
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    let word = ann.sees("Your cart is still here").await;
    assert!(word.text().contains("1 × Round Mug\n1 × Tin Spoon"), "{}", word.text());
    let press = ann.tap_on(&word, "🛒 Cart");
    ann.answer_to(&press).await;
    ann.sees("Your cart").await;
    let press = ann.tap_on(&word, "🔕 No more news");
    ann.answer_to(&press).await;
    ann.sees("No more news and offers").await;
    shop.run("UPDATE cart_lines SET quantity = 2, touched_at = now() - interval '3 hours', reminded = false")
        .await;
    assert_eq!(shop.shop.remind_of_carts().await.unwrap(), 0);
    shop.close().await;
}

#[tokio::test]
async fn the_bell_of_what_is_sold_out_is_a_switch() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    ann.send("Old Cup");
    press_first(&ann, "Old Cup").await;
    ann.sees("🔔 Tell me when it is back").await;
    olga.send("/settings");
    press_first(&olga, "💌 Messages").await;
    press_first(&olga, "🔔 “Tell me when it is back”: yes").await;
    olga.sees("🔔 “Tell me when it is back”: no").await;
    ann.send("/menu");
    ann.sees("What would you like?").await;
    ann.send("Old Cup");
    press_first(&ann, "Old Cup").await;
    let card = ann.sees("Sold out").await;
    assert!(!card.has_button("🔔 Tell me when it is back"), "{:?}", card.buttons());
    shop.close().await;
}
