//! A small bot written with teloxide, and people who talk to it.

mod parrot;

use std::time::Duration;

use parrot::Parrot;
use telegram_sandbox::{CallFault, Clock, Config, Faults, NextFault, Sandbox};

async fn sandbox() -> Sandbox {
    Sandbox::start(Config::default()).await.expect("a free port")
}

#[tokio::test]
async fn a_person_starts_a_bot_and_talks_to_it() {
    let telegram = sandbox().await;
    let bot = telegram.bot("Parrot");
    let parrot = Parrot::fly(&telegram, &bot);
    let ann = telegram.user("Ann").create();
    ann.start_with("seed");
    assert_eq!(ann.sees("Hello Ann").await.text(), "Hello Ann, you came with seed");
    ann.send("tea & <cake>");
    ann.sees("You said tea & <cake>").await;
    telegram.assert_no_violation();
    parrot.land();
}

#[tokio::test]
async fn a_button_spins_until_it_is_answered_and_edits_its_message() {
    let telegram = sandbox().await;
    let bot = telegram.bot("Parrot");
    let parrot = Parrot::fly(&telegram, &bot);
    let ann = telegram.user("Ann").create();
    ann.send("/count");
    assert_eq!(ann.sees("Count 0").await.buttons(), [["More", "Stop"]]);
    let answer = ann.press("More").await;
    assert_eq!(answer.text.as_deref(), Some("one more"));
    let seen = ann.sees("Count 1").await;
    assert!(seen.is_edited());
    assert_eq!(ann.messages().len(), 2, "edited in place");
    telegram.assert_no_violation();
    parrot.land();
}

#[tokio::test]
async fn a_button_is_pressed_as_soon_as_it_is_there_or_not_within_the_limit() {
    let telegram = sandbox().await;
    let bot = telegram.bot("Parrot");
    let parrot = Parrot::fly(&telegram, &bot);
    let ann = telegram.user("Ann").create();
    ann.start();
    assert!(!ann.tap_within("More", Duration::from_millis(20)).await);
    ann.send("/count");
    assert!(ann.tap_within("More", Duration::from_secs(10)).await);
    ann.sees("Count 1").await;
    parrot.land();
}

#[tokio::test]
async fn keys_of_the_reply_keyboard_send_text_contact_and_place() {
    let telegram = sandbox().await;
    let bot = telegram.bot("Parrot");
    let parrot = Parrot::fly(&telegram, &bot);
    let ann = telegram.user("Ann").phone("+12025550123").create();
    ann.send("/keys");
    ann.press("My phone").await;
    ann.sees("+12025550123").await;
    ann.press("My place").await;
    ann.sees("at 52").await;
    assert_eq!(ann.keyboard(), [["My phone", "My place"]]);
    parrot.land();
}

#[tokio::test]
async fn a_lost_answer_is_a_message_that_arrived_all_the_same() {
    let telegram = sandbox().await;
    let bot = telegram.bot("Parrot");
    let planned = NextFault { fault: CallFault::ErrorAfter, method: Some("sendMessage".into()), times: 1 };
    telegram.set_faults(Faults { next: vec![planned], ..Faults::default() });
    let parrot = Parrot::fly(&telegram, &bot);
    let ann = telegram.user("Ann").create();
    ann.send("tea");
    ann.sees("You said tea").await;
    assert_eq!(telegram.calls("sendMessage")[0]["answer"]["error_code"], 502);
    parrot.land();
}

#[tokio::test]
async fn an_unanswered_press_is_a_violation_after_its_time() {
    let telegram = Sandbox::start(Config::with_clock(Clock::standing_at(1_800_000_000))).await.unwrap();
    let bot = telegram.bot("Parrot");
    let parrot = Parrot::fly(&telegram, &bot);
    let ann = telegram.user("Ann").create();
    ann.send("/count");
    ann.sees("Count 0").await;
    ann.tap("Stop").await;
    telegram.advance(Duration::from_secs(16));
    assert_eq!(telegram.violations(), ["answerCallbackQuery: callback query never answered"]);
    parrot.land();
}
