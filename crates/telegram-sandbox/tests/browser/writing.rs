//! The writing line: commands, inline mode, replies, edits, the message menu.

use serde_json::json;
use thirtyfour::Key;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_slash_offers_the_commands_and_enter_sends_one() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    let commands = json!([{"command": "catalogue", "description": "See what there is"}, {"command": "orders", "description": "Your orders"}]);
    bot.call("setMyCommands", json!({"commands": commands})).await;
    page.see(".menu-button", "Menu").await;
    page.write(&format!("{CUSTOMER} textarea"), "/").await;
    page.see(".suggest [role=option]", "See what there is").await;
    page.picture("commands").await;
    page.press(Key::Down).await;
    page.press(Key::Enter).await;
    assert_eq!(bot.next("message").await["text"], "/orders");
    page.click(".menu-button", "").await;
    page.click(".suggest [role=option]", "/catalogue").await;
    assert_eq!(bot.next("message").await["text"], "/catalogue");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inline_query_shows_results_and_the_chosen_one_is_sent() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.write(&format!("{CUSTOMER} textarea"), "@corner_bot tea").await;
    let query = bot.next("inline_query").await;
    assert_eq!(query["query"], "tea");
    let result = |id: &str, title: &str| json!({"type": "article", "id": id, "title": title, "description": "€7.50", "input_message_content": {"message_text": format!("I like {title}")}});
    bot.call(
        "answerInlineQuery",
        json!({"inline_query_id": query["id"], "results": [result("1", "Assam"), result("2", "Sencha")]}),
    )
    .await;
    page.see(".suggest [role=option]", "Sencha").await;
    page.picture("inline").await;
    page.click(".suggest [role=option]", "Sencha").await;
    page.see(".message.out", "I like Sencha").await;
    page.see(".message.out .forwarded", "via @corner_bot").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_message_menu_replies_reacts_edits_and_deletes() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let question = bot.say(*ann, "Which colour?").await;
    page.see(".bubble", "Which colour?").await;
    page.script("[...document.querySelectorAll('.bubble')].at(-1).focus()", &[]).await;
    page.press(Key::Enter).await;
    page.picture("message-menu").await;
    page.click(".menu button", "React with 🔥").await;
    assert_eq!(bot.next("message_reaction").await["new_reaction"][0]["emoji"], "🔥");
    page.see(".reactions button[aria-pressed=true]", "🔥").await;

    page.script("[...document.querySelectorAll('.bubble')].at(-1).focus()", &[]).await;
    page.press(Key::Enter).await;
    page.click(".menu button", "Reply").await;
    page.send(CUSTOMER, "Gren").await;
    assert_eq!(bot.next("message").await["reply_to_message"]["message_id"], json!(question));
    page.see(".message.out", "Gren").await;

    page.see(&format!("{CUSTOMER} textarea"), "").await.click().await.expect("the line can be clicked");
    page.press(Key::Up).await;
    page.see(".context", "Edit message").await;
    page.send(CUSTOMER, "Green").await;
    assert_eq!(bot.next("edited_message").await["text"], "Green");
    page.see(".message.out .meta", "edited").await;

    page.script("[...document.querySelectorAll('.message.out .bubble')].at(-1).focus()", &[]).await;
    page.press(Key::Enter).await;
    page.click(".menu button", "Delete").await;
    page.click("dialog button", "Delete").await;
    page.gone(".message.out", "Green").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts_and_places_are_sent_from_the_paper_clip() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.click("button", "Attach").await;
    page.click(".menu button", "Location").await;
    page.choose("dialog select", "Kyiv").await;
    page.click("dialog button", "Send location").await;
    assert!(
        (bot.next("message").await["location"]["latitude"].as_f64().expect("a latitude") - 50.447).abs()
            < 0.01
    );
    page.click("button", "Attach").await;
    page.click(".menu button", "Contact").await;
    page.click("dialog label", "Somebody else").await;
    page.write("dialog input[name=first_name]", "Courier").await;
    page.click("dialog button", "Send contact").await;
    assert_eq!(bot.next("message").await["contact"]["first_name"], "Courier");
    scene.close().await;
}
