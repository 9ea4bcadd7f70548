//! The staff write to the customer of an order, who answers.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn the_staff_write_first_and_the_answer_comes_back_below_it() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✉️ Write").await;
    let question = sam.sees("what shall the customer of order #1 read?").await;
    let words = sam.reply(&question, "Is the <green> one fine too?");
    let news = ann.sees("Slow Kettle writes about order No. 1:").await;
    assert!(news.text().contains("Is the <green> one fine too?"), "{}", news.text());
    assert_eq!(news.buttons(), [["✍️ Answer"], ["Show the order"]]);
    ann.press("✍️ Answer").await;
    ann.sees("Write your question here").await;
    ann.send("Yes, please");
    let answer = sam.sees("Yes, please").await;
    assert_eq!(answer.json()["reply_to_message"]["message_id"].as_i64(), Some(words.id()));
    shop.until("SELECT count(*) FROM support_links", 2).await;
    let thanks = sam.reply(&answer, "Thank you!");
    ann.sees("Thank you!").await;
    ann.press("✍️ Answer").await;
    ann.sees("Write your question here").await;
    ann.send("When will it come?");
    let asked = sam.sees("When will it come?").await;
    assert_eq!(asked.json()["reply_to_message"]["message_id"].as_i64(), Some(thanks.id()));
    shop.close().await;
}

#[tokio::test]
async fn what_the_staff_write_reaches_the_customer_once_also_when_it_is_redelivered() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("✉️ Write").await;
    let question = sam.sees("what shall the customer of order #1 read?").await;
    sam.reply(&question, "Look what came back");
    ann.sees("Look what came back").await;
    for update in shop.telegram.update_ids(shop.bot.id()) {
        shop.telegram.duplicate_update(shop.bot.id(), update).unwrap();
    }
    ann.send("/menu");
    ann.sees("What would you like?").await;
    assert_eq!(ann.messages().iter().filter(|seen| seen.text().contains("came back")).count(), 1);
    shop.close().await;
}

#[tokio::test]
async fn support_may_write_and_a_forgotten_customer_is_not_written_to() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let hello = sam.send("Good morning");
    shop.olga().reply(&hello, "/staff");
    press_first(&shop.olga(), "Support").await;
    sam.sees("👤 Sam\nSupport").await;
    let press = sam.tap_on(&card, "✉️ Write");
    assert_eq!(sam.answer_to(&press).await.text, None);
    let question = sam.sees("what shall the customer of order #1 read?").await;
    shop.run("UPDATE orders SET customer = NULL").await;
    sam.reply(&question, "Hello?");
    sam.sees("Not sent: the customer had their data erased.").await;
    shop.close().await;
}
