//! Products from the staff group: prices, pieces, what customers see.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_new_price_holds_for_the_next_order_and_not_for_the_last() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    olga.send("/products mug");
    let list = olga.sees("🛍 Products · mug").await;
    assert!(list.text().contains("· Round Mug · €12.00 · 4 to sell"), "{}", list.text());
    olga.press(&list.buttons().concat()[0]).await;
    olga.sees("MUG · €12.00 · on the shelf 5, reserved 1").await;
    press_first(&olga, "💶 Price").await;
    let question = olga.sees("what does MUG cost from now on?").await;
    for nonsense in ["cheap", "-3", "1.234"] {
        olga.reply(&question, nonsense);
        olga.sees("That is no price here").await;
    }
    olga.reply(&question, "13,50");
    olga.sees("MUG · €13.50 · on the shelf 5").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'price_set'").await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM order_lines WHERE price = 12").await, 1);
    ann.send("Round Mug");
    ann.sees("€13.50").await;
    shop.close().await;
}

#[tokio::test]
async fn pieces_are_counted_with_a_reason_and_never_below_what_is_reserved() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.send("/products mug");
    let list = sam.sees("🛍 Products · mug").await;
    sam.press(&list.buttons().concat()[0]).await;
    press_first(&sam, "📦 Pieces").await;
    let question = sam.sees("how many pieces of MUG").await;
    sam.reply(&question, "+5 delivery <came>");
    let card = sam.sees("on the shelf 10, reserved 1").await;
    assert!(card.text().contains("Sam · MUG +5 → 10 · delivery <came>"), "{}", card.text());
    sam.reply(&question, "=0");
    sam.sees("orders have reserved more pieces").await;
    sam.reply(&question, "some");
    sam.sees("Please reply to the question like this").await;
    sam.reply(&question, "-2 broken");
    sam.sees("on the shelf 8, reserved 1").await;
    sam.reply(&question, "=3 counted");
    sam.sees("on the shelf 3, reserved 1").await;
    assert_eq!(shop.available("MUG").await, 2);
    assert_eq!(shop.count("SELECT count(*) FROM stock_ledger").await, 3);
    // Prices are not for packers.
    let press = sam.tap_on(&card, "💶 Price");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    let press = sam.tap_on(&card, "🙈 Hide");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    shop.close().await;
}

#[tokio::test]
async fn what_is_hidden_is_found_by_the_staff_only() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/products spoon");
    let list = olga.sees("🛍 Products · spoon").await;
    olga.press(&list.buttons().concat()[0]).await;
    let card = olga.sees("Tin Spoon · product").await;
    let hide = olga.tap_on(&card, "🙈 Hide");
    let again = olga.resend_press(&hide);
    assert_eq!(olga.answer_to(&hide).await.text.as_deref(), Some("hidden"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    ann.send("Tin Spoon");
    ann.sees("Nothing").await;
    olga.send("/products spoon");
    olga.sees("🙈").await;
    let card = olga.sees("🛍 Products · spoon").await;
    olga.press(&card.buttons().concat()[0]).await;
    press_first(&olga, "👁 Show").await;
    olga.sees("on sale").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'product_shown'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn products_come_in_pages_and_what_runs_out_on_a_list_of_its_own() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    sam.send("/products");
    let first = sam.sees("🛍 Products · 📋 All").await;
    assert!(first.text().contains("\n1 · ") && first.text().contains("\n10 · "), "{}", first.text());
    press_first(&sam, "More ›").await;
    let last = sam.sees("\n11 · ").await;
    assert!(!last.has_button("More ›") && last.has_button("« First"));
    press_first(&sam, "🪫 Running out").await;
    let low = sam.sees("🛍 Products · 🪫 Running out").await;
    assert!(low.text().contains("Old Cup") && !low.text().contains("Tin Spoon"), "{}", low.text());
    sam.send("/products nothing_like_this");
    sam.sees("None.").await;
    sam.send("/product 4711");
    sam.sees("🛍 Products · 4711").await;
    ann.send("/products");
    ann.send("/help");
    ann.sees("How to order").await;
    assert!(!ann.transcript().contains("🛍 Products ·"));
    shop.close().await;
}
