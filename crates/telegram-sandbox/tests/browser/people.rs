//! The list of chats, new people, and the way a newcomer takes.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_presses_start() {
    let Some(scene) = Scene::fresh(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    page.see(".empty-chat", "Tea, coffee and cake").await;
    page.picture("newcomer").await;
    page.click(".start-bar button", "Start").await;
    let message = bot.next("message").await;
    assert_eq!((&message["text"], &message["from"]["id"]), (&json!("/start"), &json!(ann)));
    page.see(&format!("{CUSTOMER} textarea"), "").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_with_any_name_and_language_can_be_added() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.click("button", "Add a person").await;
    page.write("dialog input[name=first_name]", "Ділнора 🌷").await;
    page.choose("dialog select[name=language_code]", "Uzbek").await;
    page.picture("new-person").await;
    page.click("dialog button", "Add person").await;
    page.see(".chat-row", "Ділнора 🌷").await;
    page.see(".status", "You are Ділнора 🌷 · Uzbek").await;
    page.click(".start-bar button", "Start").await;
    let from = &bot.next("message").await["from"];
    assert_eq!((&from["first_name"], &from["language_code"]), (&json!("Ділнора 🌷"), &json!("uz")));
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unread_messages_are_counted_until_the_chat_is_opened() {
    let Some(scene) = Scene::open(Screen::PHONE).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    page.click("button[aria-label='All chats']", "").await;
    page.see(".chat-row", "Ann Keller").await;
    bot.say(*ann, "Your tea is ready").await;
    bot.say(*ann, "Come and get it").await;
    page.see(".chat-row .badge", "2").await;
    page.see(".chat-row .last", "Come and get it").await;
    page.picture("list-on-a-phone").await;
    page.click(".chat-row", "Ann Keller").await;
    page.see(".bubble", "Come and get it").await;
    page.back().await;
    page.see(".chat-row", "Ann Keller").await;
    page.gone(".chat-row .badge", "").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_is_shown_in_the_chat_and_in_the_list() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    bot.call("sendChatAction", json!({"chat_id": ann, "action": "typing"})).await;
    page.see(".pane-head .status", "typing…").await;
    page.see(".chat-row .last", "typing…").await;
    bot.say(*ann, "Here I am").await;
    page.see(".bubble", "Here I am").await;
    page.gone(".pane-head .status", "typing…").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn blocking_the_bot_is_seen_by_both() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    page.click("button[aria-label='Chat menu']", "").await;
    page.click(".menu button", "Block bot").await;
    page.see(".start-bar button", "Unblock bot").await;
    page.see(".chat-row .tag", "blocked the bot").await;
    assert_eq!(bot.next("my_chat_member").await["new_chat_member"]["status"], "kicked");
    assert_eq!(
        bot.try_call("sendMessage", json!({"chat_id": ann, "text": "Hello?"})).await["error_code"],
        403
    );
    page.click(".start-bar button", "Unblock bot").await;
    page.see(&format!("{CUSTOMER} textarea"), "").await;
    bot.say(*ann, "Welcome back").await;
    page.see(".bubble", "Welcome back").await;
    scene.close().await;
}
