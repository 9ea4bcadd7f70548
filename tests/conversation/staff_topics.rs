//! A staff group that is a forum: every kind of message has its topic, and answers come where they were asked.

use crate::shop::{TestShop, press_first};
use serde_json::{Value, json};
use telegram_sandbox::Seen;

/// The topic a message stands in.
fn thread(seen: &Seen) -> Option<i64> {
    seen.json()["message_thread_id"].as_i64()
}

#[tokio::test]
async fn each_kind_of_message_goes_to_its_topic_and_an_answer_to_where_it_was_asked() {
    let shop = TestShop::open_as_forum().await;
    let (ann, olga, sam) = (shop.customer("Ann"), shop.olga(), shop.packer("Sam"));
    olga.send("/topics");
    olga.sees("🗂 There is a topic for each kind of message now").await;
    olga.send("/topics");
    olga.sees("🗂 Orders, customers, stock and alerts have their topics.").await;
    assert_eq!(shop.telegram.calls("createForumTopic").len(), 4);

    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let orders = thread(&card);
    assert!(orders.is_some(), "{}", card.json());
    ann.send("/support");
    ann.send("Is it blue?");
    let question = sam.sees("Is it blue?").await;
    assert!(thread(&question).is_some() && thread(&question) != orders);
    sam.reply(&question, "It is.");
    ann.sees("It is.").await;

    // Commands and questions of the bot.
    sam.reply(&card, "/orders");
    assert_eq!(thread(&sam.sees("🧾 Orders").await), orders);
    let press = sam.tap_on(&card, "📝 Note");
    sam.answer_to(&press).await;
    assert_eq!(thread(&sam.sees("what should colleagues know about order").await), orders);
    sam.send("/orders");
    assert_eq!(thread(&sam.sees("🧾 Orders").await), None);
    // A packing slip that was scanned in the private chat.
    sam.with(&shop.bot).start_with(&shop.slip_of(1).await);
    assert_eq!(thread(&sam.sees("Order No. 1").await), orders);
    sam.send("/topics");
    sam.sees("Your role here is “Packer”").await;
    shop.close().await;
}

#[tokio::test]
async fn a_topic_that_was_deleted_costs_nothing_and_is_told_once() {
    let shop = TestShop::open_as_forum().await;
    let (ann, ben, olga) = (shop.customer("Ann"), shop.customer("Ben"), shop.olga());
    olga.send("/topics");
    olga.sees("🗂 There is a topic").await;
    shop.order(&ann, "Round Mug").await;
    let card = olga.sees("Order No. 1").await;
    let url = format!("{}/bot{}/deleteForumTopic", shop.telegram.api_url(), shop.bot.token());
    let topic = json!({"chat_id": shop.staff.id(), "message_thread_id": thread(&card)});
    let answer: Value =
        reqwest::Client::new().post(url).json(&topic).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["ok"], true, "{answer}");
    shop.order(&ben, "Round Mug").await;
    let card = olga.sees("Order No. 2").await;
    assert_eq!(thread(&card), None);
    let told = |words: &str| olga.messages().iter().filter(|seen| seen.text().contains(words)).count();
    assert_eq!(told("The topic “🧾 Orders” is not there any more"), 1);
    press_first(&olga, "✅ Accept").await;
    ben.sees("was accepted").await;
    assert_eq!(shop.count("SELECT count(*) FROM outbox WHERE state = 'dead'").await, 0);
    olga.send("/topics");
    olga.sees("🗂 There is a topic").await;
    assert_eq!(shop.telegram.calls("createForumTopic").len(), 5, "only the one that was missing");
    shop.close_after_a_storm().await;
}

#[tokio::test]
async fn a_group_without_topics_is_told_how_to_switch_them_on() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    olga.send("/topics");
    olga.sees("This group has no topics. To switch them on").await;
    shop.close().await;
}
