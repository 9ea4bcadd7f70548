//! The staff group beside a customer: who speaks, who presses.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, STAFF, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_and_the_staff_group_stand_side_by_side() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let (olga, marc) = scene.with_staff().await;
    page.go(&scene.both(olga)).await;
    bot.offer(-1001, "New order 17", json!([[{"text": "Accept", "callback_data": "accept"}, {"text": "Reject", "callback_data": "reject"}]])).await;
    bot.say(*ann, "Your order was sent to the shop").await;
    page.see(&format!("{CUSTOMER} .bubble"), "Your order was sent").await;
    page.see(&format!("{STAFF} .bubble"), "New order 17").await;
    page.picture("side-by-side").await;

    page.choose(&format!("{STAFF} select"), "Marc").await;
    page.see(&format!("{STAFF}[data-user='{marc}']"), "New order 17").await;
    page.click(&format!("{STAFF} .key"), "Accept").await;
    let query = bot.next("callback_query").await;
    assert_eq!(query["from"]["id"], json!(marc), "Marc pressed, not Olga");
    bot.answer(&query, "The order is yours", false).await;
    page.see(".toast", "The order is yours").await;
    page.send(STAFF, "/orders@corner_bot").await;
    assert_eq!(bot.next("message").await["from"]["id"], json!(marc));
    page.see(&format!("{STAFF} .message.out"), "/orders@corner_bot").await;
    page.choose(&format!("{STAFF} select"), "Olga").await;
    page.see(&format!("{STAFF} .message:not(.out) .author"), "Marc").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_of_a_forum_are_tabs() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, person, ann, .. } = &scene;
    person
        .post(
            "/groups",
            json!({"id": -1001, "title": "Forum", "is_forum": true, "creator": ann, "admins": [bot.id]}),
        )
        .await;
    let group = person.get("/groups/-1001").await;
    assert_eq!(group["title"], "Forum");
    let topic =
        bot.call("createForumTopic", json!({"chat_id": -1001, "name": "Orders"})).await["message_thread_id"]
            .clone();
    bot.call("sendMessage", json!({"chat_id": -1001, "message_thread_id": topic, "text": "Order 1"})).await;
    bot.say(-1001, "To everybody").await;
    page.click(".chat-row", "Forum").await;
    page.see(&format!("{STAFF} .bubble"), "To everybody").await;
    page.click(&format!("{STAFF} .topics button"), "Orders").await;
    page.gone(&format!("{STAFF} .bubble"), "To everybody").await;
    page.see(&format!("{STAFF} .bubble"), "Order 1").await;
    page.send(STAFF, "/done@corner_bot").await;
    let mut message = bot.next("message").await;
    while message["text"].is_null() {
        // That the group was made is a message, too.
        message = bot.next("message").await;
    }
    assert_eq!((&message["text"], &message["message_thread_id"]), (&json!("/done@corner_bot"), &topic));
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_group_becomes_a_supergroup_and_the_bot_hears_where_it_went() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, person, ann, .. } = &scene;
    let group = json!({"id": -77, "title": "Club", "type": "group", "creator": ann, "admins": [bot.id]});
    person.post("/groups", group).await;
    page.click(".chat-row", "Club").await;
    page.click(".pane[data-peer='-77'] button[aria-label='Chat menu']", "").await;
    page.click(".menu button", "Make it a supergroup").await;
    page.see(".pane[data-peer^='-100'] .pane-head", "Club").await;
    let mut message = bot.next("message").await;
    while message["migrate_to_chat_id"].is_null() {
        message = bot.next("message").await;
    }
    let new = message["migrate_to_chat_id"].as_i64().expect("the new id");
    let refused = bot.try_call("sendMessage", json!({"chat_id": -77, "text": "a"})).await;
    assert_eq!(refused["parameters"]["migrate_to_chat_id"], json!(new));
    bot.say(new, "Here we are").await;
    page.see(".pane[data-peer^='-100'] .bubble", "Here we are").await;
    scene.close().await;
}
