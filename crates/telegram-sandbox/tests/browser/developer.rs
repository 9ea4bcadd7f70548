//! The strip for those who write the bot.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_call_is_marked_in_the_log() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    let answer = bot.try_call("sendMessage", json!({"chat_id": 5, "text": "Hello"})).await;
    assert_eq!(answer["error_code"], 400);
    page.see(".strip-summary.bad", "error").await;
    page.click(".strip-toggle", "Developer").await;
    page.click(".log-tools button", "Errors").await;
    page.click(".entry.bad summary", "400 Bad Request: chat not found").await;
    page.see(".entry-body pre", "\"chat_id\": 5").await;
    page.picture("developer").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_is_switched_on_and_all_are_switched_off() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, person, bot, ann, .. } = &scene;
    page.click(".strip-toggle", "Developer").await;
    page.choose("select[aria-label='Too many requests (429)']", "always").await;
    page.see(".fault.on", "Too many requests").await;
    assert_eq!(person.get("/faults").await["too_many_requests"], 1.0);
    assert_eq!(
        bot.try_call("sendMessage", json!({"chat_id": ann, "text": "Hello"})).await["error_code"],
        429
    );
    page.click(".faults button", "All off").await;
    page.gone(".fault.on", "").await;
    bot.say(*ann, "Hello again").await;
    page.see(".bubble", "Hello again").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_on_the_page_becomes_a_script() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.send(CUSTOMER, "I'd like tea").await;
    bot.next("message").await;
    // What is put on the clipboard is kept aside: a headless browser has none to look into.
    page.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }", &[]).await;
    page.click(".strip-bar button", "Copy as test").await;
    page.see(".toast", "Copied a test of 1 step").await;
    let copied = page.script("return window.copied", &[]).await;
    let script = copied.as_str().expect("a script was copied");
    assert!(script.contains(r#"-d '{"text":"I'\''d like tea"}'"#), "{script}");
    assert!(script.contains("/violations"), "{script}");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copied_script_does_it_again_and_fails_with_the_bot() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    page.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }", &[]).await;
    page.send(CUSTOMER, "I'd like tea").await;
    bot.next("message").await;
    page.click(".strip-bar button", "Copy as test").await;
    let script = page.script("return window.copied", &[]).await;
    let script = script.as_str().expect("a script was copied").to_owned();
    let again = async |breaks_a_rule: bool| {
        let run = tokio::process::Command::new("bash").args(["-c", &script]).kill_on_drop(true).output();
        let (output, ()) = tokio::join!(run, async {
            assert_eq!(bot.next("message").await["text"], "I'd like tea");
            if breaks_a_rule {
                bot.try_call("sendMessage", json!({"chat_id": ann, "text": ""})).await;
            }
            bot.say(*ann, "Which one?").await;
        });
        output.expect("bash runs").status.success()
    };
    assert!(again(false).await, "the bot answers");
    assert!(!again(true).await, "what Telegram would refuse fails the test");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_empties_the_chats_and_keeps_the_people_unless_told_otherwise() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    bot.say(*ann, "Before").await;
    page.see(".bubble", "Before").await;
    page.click(".strip-bar button", "Reset").await;
    page.click("dialog button", "Reset").await;
    page.gone(".bubble", "Before").await;
    page.see(".chat-row", "Ann").await;

    page.click(".strip-bar button", "Reset").await;
    page.click("dialog label", "People and groups").await;
    page.click("dialog button", "Reset").await;
    page.see(".sidebar-empty", "Nobody yet").await;
    page.see(".sidebar-head", "Corner Shop").await;
    scene.close().await;
}
