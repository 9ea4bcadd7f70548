//! Confirming: once, twice, again, and when the world has moved meanwhile.

use crate::shop::{TestShop, number_of, press_first};
use orderbot::domain::Money;
use rust_decimal::dec;
use std::time::Duration;

#[tokio::test]
async fn a_second_press_a_resent_press_and_a_repeated_update_are_one_order() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    let summary = ann.sees("Your order").await;
    let first = ann.tap_on(&summary, "✅ Place order · €16.90");
    let second = ann.tap_on(&summary, "✅ Place order · €16.90");
    let resent = ann.resend_press(&first);
    for press in [&first, &second, &resent] {
        ann.answer_to(press).await;
    }
    ann.sees("Order No. 1 is placed").await;
    for update in shop.telegram.update_ids(shop.bot.id()) {
        shop.telegram.duplicate_update(shop.bot.id(), update).unwrap();
    }
    ann.send("/orders");
    let orders = ann.sees("Your orders").await;
    assert_eq!(orders.buttons().concat().iter().filter(|label| label.contains("No. ")).count(), 1);
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 1);
    assert_eq!(shop.available("MUG").await, 4);
    shop.close().await;
}

#[tokio::test]
async fn an_old_confirmation_shows_what_became_of_the_order() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    let press = ann.tap("✅ Place order · €16.90").await;
    ann.sees("Order No. 1 is placed").await;
    sam.press("✅ Accept").await;
    ann.sees("was accepted").await;
    ann.send("/menu");
    ann.sees("What would you like?").await;
    ann.resend_press(&press);
    ann.sees("This order is now: 👍 Accepted").await;
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_new_price_is_shown_and_confirmed_again() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    shop.change("MUG", |sku| sku.price = Money::new(dec!(13.50)).unwrap()).await;
    ann.press("✅ Place order · €16.90").await;
    let changed = ann.sees("Something changed meanwhile").await;
    assert!(changed.text().contains("Round Mug: €13.50 instead of €12.00"), "{}", changed.text());
    ann.press("✅ Place order · €18.40").await;
    ann.sees("Order No. 1 is placed").await;
    shop.close().await;
}

#[tokio::test]
async fn fewer_pieces_are_shown_and_confirmed_again() {
    let shop = TestShop::open().await;
    let (ann, ben) = (shop.customer("Ann"), shop.customer("Ben"));
    ann.start_with(&shop.link_to("round-mug").await);
    ann.sees("How many?").await;
    ann.send("4");
    press_first(&ann, "Add 4 to cart").await;
    shop.check_out(&ann).await;
    shop.change("MUG", |sku| sku.stock = 2).await;
    press_first(&ann, "✅ Place order").await;
    let changed = ann.sees("Something changed meanwhile").await;
    assert!(changed.text().contains("Round Mug: 2 instead of 4"), "{}", changed.text());
    press_first(&ann, "✅ Place order").await;
    ann.sees("Order No. 1 is placed").await;
    ben.send("Round Mug");
    ben.sees("sold out").await;
    shop.close().await;
}

#[tokio::test]
async fn the_last_piece_goes_to_one_of_two_and_the_other_is_told() {
    let shop = TestShop::open().await;
    let (ann, ben) = (shop.customer("Ann"), shop.customer("Ben"));
    for customer in [&ann, &ben] {
        shop.put_into_cart(customer, "Last Teapot").await;
        shop.check_out(customer).await;
    }
    tokio::join!(press_first(&ann, "✅ Place order"), press_first(&ben, "✅ Place order"));
    let (winner, loser) = match ann.wait_for("Thank you!", Duration::from_secs(2)).await {
        Some(_) => (&ann, &ben),
        None => (&ben, &ann),
    };
    winner.sees("Thank you!").await;
    let told = loser.sees("sold out").await;
    assert!(told.text().contains("Last Teapot"), "{}", told.text());
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 1);
    assert_eq!(shop.available("TEAPOT").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_code_that_ran_out_meanwhile_is_told_and_the_order_goes_on_without() {
    let shop = TestShop::open().await;
    let (ann, ben) = (shop.customer("Ann"), shop.customer("Ben"));
    for customer in [&ann, &ben] {
        shop.put_into_cart(customer, "Round Mug").await;
        shop.check_out_to_code(customer).await;
        customer.send("LASTUSE");
        customer.sees("Promo LASTUSE: −€1.00").await;
    }
    ann.press("✅ Place order · €15.90").await;
    assert_eq!(number_of(&ann.sees("Thank you!").await), "1");
    ben.press("✅ Place order · €15.90").await;
    let changed = ben.sees("The promo code no longer works").await;
    assert!(changed.text().contains("This code has been used up"), "{}", changed.text());
    ben.press("✅ Place order · €16.90").await;
    assert_eq!(number_of(&ben.sees("Thank you!").await), "2");
    shop.close().await;
}
