//! Quantities and the cart.

use crate::shop::{TestShop, press_first};
use orderbot::domain::Money;
use rust_decimal::dec;

#[tokio::test]
async fn a_quantity_is_between_one_and_what_there_is() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    ann.sees("How many?").await;
    for (typed, answer) in [
        ("0", "Please choose a number from 1 to 5"),
        ("6", "Please choose a number from 1 to 5"),
        ("-1", "Please send the quantity as a number, for example 2"),
        ("two", "Please send the quantity as a number, for example 2"),
        ("99999999999999999999", "Please send the quantity as a number, for example 2"),
        ("3", "Add 3 to cart · €36.00"),
    ] {
        ann.send(typed);
        ann.sees(answer).await;
    }
    for added in ["Add 4", "Add 5"] {
        ann.press("+").await;
        ann.sees(added).await;
    }
    ann.press("+").await;
    ann.sees("Please choose a number from 1 to 5").await;
    shop.close().await;
}

#[tokio::test]
async fn lines_are_changed_and_removed_and_the_cart_emptied() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("+").await;
    ann.sees("2 × €12.00 = €24.00").await;
    ann.press("−").await;
    ann.sees("1 × €12.00 = €12.00").await;
    ann.press("✕ Round Mug").await;
    ann.sees("Your cart is empty").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Tin Spoon").await;
    ann.press("🗑 Empty").await;
    ann.sees("Your cart is empty").await;
    shop.close().await;
}

#[tokio::test]
async fn what_is_in_the_cart_counts_for_what_is_left() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Last Teapot").await;
    ann.send("Last Teapot");
    press_first(&ann, "Last Teapot").await;
    press_first(&ann, "Add 1 to cart").await;
    ann.sees("Only 1 left, and your cart has 1 of them already").await;
    shop.close().await;
}

#[tokio::test]
async fn adding_twice_with_one_card_adds_once() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    let card = ann.sees("How many?").await;
    let first = ann.tap_on(&card, "Add 1 to cart · €12.00");
    let again = ann.resend_press(&first);
    ann.answer_to(&first).await;
    ann.answer_to(&again).await;
    assert!(ann.sees("Your cart").await.text().contains("1 × €12.00 = €12.00"));
    ann.send("/menu");
    ann.sees("What would you like?").await;
    ann.resend_press(&first);
    assert!(ann.sees("Your cart").await.text().contains("1 × €12.00 = €12.00"), "also much later");
    shop.close().await;
}

#[tokio::test]
async fn the_cart_says_what_has_changed_since() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    for product in ["Round Mug", "Last Teapot", "Tin Spoon"] {
        shop.put_into_cart(&ann, product).await;
    }
    shop.change("MUG", |sku| sku.price = Money::new(dec!(11.00)).unwrap()).await;
    shop.change("TEAPOT", |sku| sku.stock = 0).await;
    ann.send("/cart");
    let cart = ann.sees("Your cart").await;
    assert!(cart.text().contains("The price was €12.00, it is €11.00 now"), "{}", cart.text());
    assert!(cart.text().contains("Last Teapot: sold out"), "{}", cart.text());
    assert!(cart.text().contains("Total: €13.00"), "{}", cart.text());
    ann.press("✕ Last Teapot").await;
    assert!(!ann.sees("Your cart").await.text().contains("Last Teapot"));
    shop.close().await;
}

#[tokio::test]
async fn a_full_cart_still_fits_the_screen() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    for number in 1..=10 {
        shop.put_into_cart(&ann, &format!("Saucer {number} ")).await;
    }
    for product in ["Round Mug", "Last Teapot", "Tin Spoon", "Jasmine Pearls"] {
        shop.put_into_cart(&ann, product).await;
    }
    ann.sees("Your cart").await;
    shop.check_out(&ann).await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    shop.close().await;
}
