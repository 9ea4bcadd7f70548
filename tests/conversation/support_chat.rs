//! A customer and the shop talk to each other through the staff group.

use crate::shop::TestShop;

#[tokio::test]
async fn a_question_reaches_the_staff_and_their_reply_the_customer() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    ann.send("/support");
    ann.sees("Write your question here").await;
    ann.send("Is the mug <dishwasher> safe?");
    ann.sees("Sent. We will answer here.").await;
    let question = sam.sees("Is the mug <dishwasher> safe?").await;
    assert!(question.text().contains("Ann"), "{}", question.text());
    shop.until("SELECT count(*) FROM support_links", 1).await;
    sam.reply(&question, "It is & always was");
    let reply = ann.sees("It is & always was").await;
    assert!(reply.text().contains("Slow Kettle"), "{}", reply.text());
    ann.press("✍️ Answer").await;
    ann.sees("Write your question here").await;
    ann.send("Thanks!");
    sam.sees("Thanks!").await;
    shop.close().await;
}

#[tokio::test]
async fn a_photo_goes_both_ways() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    ann.send("/support");
    ann.sees("Write your question here").await;
    ann.send_file("photo", b"broken mug", "It came like this");
    ann.sees("Sent. We will answer here.").await;
    let copy = sam.sees("It came like this").await;
    assert!(copy.has_photo());
    shop.until("SELECT count(*) FROM support_links", 2).await;
    let looking = sam.reply(&copy, "We send a new one");
    ann.sees("We send a new one").await;
    sam.reply(&looking, "Talk among colleagues");
    sam.send("More talk");
    ann.send("/menu");
    ann.sees("What would you like?").await;
    assert!(!ann.transcript().contains("olleagues"), "{}", ann.transcript());
    shop.close().await;
}

#[tokio::test]
async fn a_repeated_question_is_relayed_once() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    ann.send("/support");
    ann.sees("Write your question here").await;
    ann.send("Are you there?");
    sam.sees("Are you there?").await;
    for update in shop.telegram.update_ids(shop.bot.id()) {
        shop.telegram.duplicate_update(shop.bot.id(), update).unwrap();
    }
    ann.send("/menu");
    ann.sees("What would you like?").await;
    assert_eq!(sam.messages().iter().filter(|seen| seen.text().contains("Are you there?")).count(), 1);
    shop.close().await;
}
