//! The page without a mouse, and two chats at once.

use serde_json::json;
use thirtyfour::Key;

use crate::chrome::Screen;
use crate::page::Page;
use crate::scene::{CUSTOMER, Scene};

/// Presses Tab until something that fits has the focus, and sees that the focus is shown.
async fn tab_to(page: &Page, selector: &str) {
    for _ in 0..80 {
        page.press(Key::Tab).await;
        let there = "return document.activeElement.matches(arguments[0])";
        if page.script(there, &[json!(selector)]).await == true {
            let outline = "return getComputedStyle(document.activeElement).outlineStyle";
            assert_ne!(page.script(outline, &[]).await, "none", "the focus on {selector} can be seen");
            return;
        }
    }
    assert_eq!(selector, "", "cannot be reached with Tab");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_is_opened_written_in_and_answered_without_a_mouse() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, person, ann, .. } = &scene;
    let bob = person.post("/users", json!({"first_name": "Bob"})).await["id"].clone();
    page.see(".chat-row", "Bob").await;
    tab_to(page, &format!(".chat-row[data-user='{bob}']")).await;
    page.press(Key::Enter).await;
    page.see(".start-bar button", "Start").await;
    tab_to(page, ".start-bar button").await;
    page.press(Key::Enter).await;
    assert_eq!(bot.next("message").await["from"]["id"], bob);
    let keyboard = json!([[{"text": "Buy", "callback_data": "buy"}]]);
    bot.offer(bob.as_i64().expect("an id"), "Tea?", keyboard).await;
    page.see(".key", "Buy").await;
    tab_to(page, "textarea").await;
    page.press_text("no mouse").await;
    page.press(Key::Enter).await;
    assert_eq!(bot.next("message").await["text"], "no mouse");
    page.script("document.querySelector('.pane-head button').focus()", &[]).await;
    tab_to(page, ".key").await;
    page.press(Key::Space).await;
    assert_eq!(bot.next("callback_query").await["data"], "buy");
    assert_ne!(json!(ann), bob);
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_customers_stand_side_by_side() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, person, ann, .. } = &scene;
    let bob = person.post("/users", json!({"first_name": "Bob"})).await["id"].as_i64().expect("an id");
    let begin = format!("/users/{bob}/chats/{}/start", bot.id);
    person.post(&begin, json!({})).await;
    page.see(".chat-row", "Bob").await;
    let menu = "document.querySelector(`.chat-row[data-user='${arguments[0]}']`).dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, clientX: 60, clientY: 200}))";
    page.script(menu, &[json!(bob)]).await;
    page.click(".menu button", "Open beside").await;
    page.see(&format!(".pane[data-user='{bob}'] .bubble"), "/start").await;
    page.see(&format!(".pane[data-user='{ann}'] .bubble"), "/start").await;
    bot.say(bob, "For Bob alone").await;
    page.see(&format!(".pane[data-user='{bob}'] .bubble"), "For Bob alone").await;
    assert_eq!(page.count(&format!(".pane[data-user='{ann}'] .bubble")).await, 1);
    page.send(&format!(".pane[data-user='{bob}']"), "thanks").await;
    bot.next_of(&["message"]).await;
    page.see(&format!(".pane[data-user='{bob}'] .message.out"), "thanks").await;
    page.picture("two-customers").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_results_of_an_inline_bot_follow() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.write(&format!("{CUSTOMER} textarea"), "@corner_bot tea").await;
    let article = |title: &str| json!({"type": "article", "id": title, "title": title, "input_message_content": {"message_text": title}});
    let first = bot.next("inline_query").await;
    let answer = json!({"inline_query_id": first["id"], "results": [article("Assam")], "next_offset": "1"});
    bot.call("answerInlineQuery", answer).await;
    page.click(".suggest [role=option]", "More results").await;
    let second = bot.next("inline_query").await;
    assert_eq!(second["offset"], "1");
    bot.call("answerInlineQuery", json!({"inline_query_id": second["id"], "results": [article("Sencha")]}))
        .await;
    page.click(".suggest [role=option]", "Sencha").await;
    page.see(".message.out", "Sencha").await;
    scene.close().await;
}
