//! The staff call an order off that they had accepted.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn an_accepted_order_is_called_off_after_a_second_thought_and_everything_is_given_back() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.put_into_cart(&ann, "Last Teapot").await;
    shop.check_out_to_code(&ann).await;
    ann.send("LASTUSE");
    ann.sees("Your order").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    sam.press("✅ Accept").await;
    ann.sees("was accepted").await;
    let asked = sam.press("🚫 Cancel").await;
    assert_eq!(asked.text, None);
    sam.sees("Really cancel order No. 1?").await;
    sam.press("‹ Back").await;
    assert_eq!(shop.available("TEAPOT").await, 0);
    sam.press("🚫 Cancel").await;
    sam.press("Out of stock").await;
    sam.sees("🚫 Cancelled · Sam").await;
    let news = ann.sees("We had to cancel order No. 1").await;
    assert!(news.text().contains("out of stock"), "{}", news.text());
    assert_eq!(shop.available("TEAPOT").await, 1);
    assert_eq!(shop.count("SELECT used::bigint FROM promos WHERE code = 'LASTUSE'").await, 0);
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE after = 'cancelled'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_cancellation_in_own_words_reaches_the_customer() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✅ Accept").await;
    sam.press("🚫 Cancel").await;
    sam.press("✍️ Other…").await;
    let question = sam.sees("why is order #1 cancelled?").await;
    sam.reply(&question, "It fell <down>");
    sam.sees("🚫 Cancelled · Sam").await;
    ann.sees("The shop writes: It fell <down>").await;
    sam.reply(&question, "Again");
    sam.sees("Somebody was faster: the order is now “🚫 Cancelled”.").await;
    shop.close().await;
}

#[tokio::test]
async fn a_cancellation_that_is_pressed_twice_counts_once_and_of_two_staff_one_wins() {
    let shop = TestShop::open().await;
    let (ann, sam, kim) = (shop.customer("Ann"), shop.packer("Sam"), shop.packer("Kim"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✅ Accept").await;
    sam.sees("✅ Accepted · Sam").await;
    sam.press("🚫 Cancel").await;
    let asking = sam.sees("Really cancel order No. 1?").await;
    let press = sam.tap_on(&asking, "Without a reason");
    let again = sam.resend_press(&press);
    let other = kim.tap_on(&asking, "Out of stock");
    let answers = [sam.answer_to(&press).await, sam.answer_to(&again).await, kim.answer_to(&other).await];
    let done = answers.iter().filter(|answer| answer.text.as_deref() == Some("🚫 Cancelled")).count();
    assert_eq!(done, 1, "{answers:?}");
    ann.sees("We had to cancel order No. 1").await;
    assert_eq!(shop.count("SELECT count(*) FROM order_timeline WHERE status = 'cancelled'").await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM outbox WHERE notice->>'status' = 'cancelled'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn support_may_not_call_an_order_off() {
    let shop = TestShop::open().await;
    let (ann, sam, kim) = (shop.customer("Ann"), shop.packer("Sam"), shop.packer("Kim"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✅ Accept").await;
    sam.press("🚫 Cancel").await;
    let asking = sam.sees("Really cancel order No. 1?").await;
    let hello = kim.send("Good morning");
    shop.olga().reply(&hello, "/staff");
    press_first(&shop.olga(), "Support").await;
    sam.sees("👤 Kim\nSupport").await;
    let press = kim.tap_on(&asking, "Without a reason");
    assert!(kim.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Support”"));
    assert_eq!(shop.count("SELECT count(*) FROM orders WHERE status = 'accepted'").await, 1);
    shop.close().await;
}
