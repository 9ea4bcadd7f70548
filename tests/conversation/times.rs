//! Delivery times: chosen at the checkout, full, taken away.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

/// Answers the question behind a button of the section.
async fn set(olga: &Person, button: &str, question: &str, value: &str) {
    olga.send("/settings");
    olga.sees("⚙️ Settings of the shop").await;
    press_first(olga, "🕐 Delivery times").await;
    press_first(olga, button).await;
    let question = olga.sees(question).await;
    olga.reply(&question, value);
}

/// From the cart to the question for the time.
async fn to_time(customer: &Person) -> Vec<String> {
    press_first(customer, "✅ Check out").await;
    customer.press("📱 Share my number").await;
    customer.press("🚚 Delivery").await;
    customer.sees("Where to?").await;
    customer.send("1 Elm Street, Berlin");
    customer.sees("When shall we bring it?").await.buttons().concat()
}

#[tokio::test]
async fn a_time_is_chosen_and_stands_on_the_summary_the_card_and_the_order() {
    let shop = TestShop::open().await;
    let (ann, ben, olga) = (shop.customer("Ann"), shop.customer("Ben"), shop.olga());
    set(&olga, "Times:", "reply with all times", "noon").await;
    olga.sees("with one time a line").await;
    set(&olga, "Times:", "reply with all times", "12:00-23:59 = 1").await;
    olga.sees("12:00-23:59 = 1").await;
    set(&olga, "Days to choose from:", "how many, with today?", "9").await;
    olga.sees("a number from 1 to 7").await;
    set(&olga, "Days to choose from:", "how many, with today?", "3").await;
    olga.sees("Days to choose from: 3").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    let offered = to_time(&ann).await;
    // After noon today's is over.
    assert!((3..=4).contains(&offered.len()), "{offered:?}");
    let chosen = offered[offered.len() - 2].clone();
    assert!(chosen.ends_with("12:00-23:59"), "{offered:?}");
    ann.send("at noon");
    ann.sees("Please choose the time with the buttons").await;
    ann.press("‹ Back").await;
    ann.sees("Where to?").await;
    ann.send("1 Elm Street, Berlin");
    ann.press(&chosen).await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    ann.sees(&format!("🕐 {chosen}")).await;

    // Ben wants the same time, and is slower.
    shop.put_into_cart(&ben, "Tin Spoon").await;
    shop.put_into_cart(&ben, "Round Mug").await;
    to_time(&ben).await;
    ben.press(&chosen).await;
    ben.press("No note ›").await;
    ben.press("No code ›").await;
    ben.sees("Your order").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    olga.sees(&format!("🕐 {chosen}")).await;
    press_first(&ann, "📦 My order").await;
    ann.sees(&format!("🕐 {chosen}")).await;
    press_first(&ben, "✅ Place order").await;
    let again = ben.sees("That time is no longer free").await;
    assert!(!again.buttons().concat().contains(&chosen), "{:?}", again.buttons());
    let other = again.buttons().concat()[0].clone();
    ben.press(&other).await;
    ben.sees(&format!("🕐 {other}")).await;
    press_first(&ben, "✅ Place order").await;
    ben.sees("Thank you!").await;

    // Who calls off gives the time back.
    press_first(&ann, "Cancel this order").await;
    press_first(&ann, "Yes, cancel it").await;
    ann.sees("The order is cancelled").await;
    assert_eq!(shop.count("SELECT sum(taken) FROM slot_bookings").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn nobody_is_asked_where_there_are_no_times_any_more() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    set(&olga, "Times:", "reply with all times", "00:00-23:59 = 5").await;
    olga.sees("00:00-23:59 = 5").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    to_time(&ann).await;
    set(&olga, "Times:", "reply with all times", "-").await;
    olga.sees("Times: —").await;
    let labels = ann.sees("When shall we bring it?").await.buttons().concat();
    ann.press(&labels[0]).await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    ann.sees("Your order").await;
    press_first(&ann, "✅ Place order").await;
    let summary = ann.sees("Your order").await;
    assert!(!summary.text().contains("🕐"), "{}", summary.text());
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    shop.close().await;
}
