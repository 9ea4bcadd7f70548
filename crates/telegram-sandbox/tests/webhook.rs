//! Delivery to a webhook: lanes, patience, and what comes back.

mod hook;
mod wire;

use std::time::Duration;

use hook::{Hook, until};
use serde_json::{Value, json};
use telegram_sandbox::{Clock, Config, Faults};
use wire::Wire;

fn standing() -> Config {
    Config::with_clock(Clock::standing_at(1_800_000_000))
}

#[tokio::test]
async fn a_webhook_gets_what_waited_and_what_comes_with_the_secret() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.send("before");
    let hook = Hook::new();
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url, "secret_token": "s3cret", "max_connections": 5})).await;
    ann.send("after");
    let seen = hook.await_updates(2).await;
    assert_eq!([&seen[0]["message"]["text"], &seen[1]["message"]["text"]], ["before", "after"]);
    assert!(hook.secrets().iter().all(|secret| secret == "s3cret"));
    let info = wire.ok("getWebhookInfo", json!({})).await;
    assert_eq!((&info["pending_update_count"], &info["max_connections"]), (&json!(0), &json!(5)));
}

#[tokio::test]
async fn a_webhook_that_says_no_is_tried_again_in_order() {
    let clock = Clock::standing_at(1_800_000_000);
    let wire = Wire::with(Config::with_clock(clock)).await;
    let ann = wire.telegram.user("Ann").create();
    let hook = Hook::new().refusing(2);
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url})).await;
    ann.send("one");
    ann.send("two");
    for second in 0..2 {
        // The second it asked for begins when the refusal was noted.
        let noted = async {
            loop {
                let info = wire.ok("getWebhookInfo", json!({})).await;
                if info["last_error_date"] == 1_800_000_000 + second {
                    return info;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let info = tokio::time::timeout(Duration::from_secs(10), noted).await.expect("it is noted");
        assert_eq!(info["last_error_message"], "Wrong response from the webhook: 503 Service Unavailable");
        assert!(hook.seen().is_empty());
        wire.telegram.advance(Duration::from_secs(1));
    }
    let seen = hook.await_updates(2).await;
    assert_eq!([&seen[0]["message"]["text"], &seen[1]["message"]["text"]], ["one", "two"]);
}

#[tokio::test]
async fn a_webhook_may_answer_with_a_method() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let answer = json!({"method": "sendMessage", "chat_id": ann.id(), "text": "from the hook"});
    let hook = Hook::new().answering(answer);
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url})).await;
    ann.send("hi");
    ann.sees("from the hook").await;
}

#[tokio::test]
async fn a_chat_whose_update_is_not_answered_holds_up_no_other() {
    let wire = Wire::up().await;
    let [ann, bob] = ["Ann", "Bob"].map(|name| wire.telegram.user(name).create());
    let hook = Hook::new().holding("slow");
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url})).await;
    ann.send("slow");
    ann.send("after it");
    until(|| hook.held_now() == 1).await;
    bob.send("one");
    bob.send("two");
    let seen = hook.await_updates(2).await;
    assert_eq!(texts(&seen), ["one", "two"], "in order, and nothing of Ann's chat overtakes");
    hook.open();
    assert_eq!(texts(&hook.await_updates(4).await)[2..], ["slow", "after it"]);
}

#[tokio::test]
async fn a_press_overtakes_a_message_because_it_has_a_lane_of_its_own() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a", "reply_markup": keyboard})).await;
    wire.updates().await;
    let hook = Hook::new().holding("slow");
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url})).await;
    ann.send("slow");
    ann.tap("Go").await;
    let first = &hook.await_updates(1).await[0];
    assert_eq!(first["callback_query"]["data"], "go");
    hook.open();
    let second = &hook.await_updates(2).await[1];
    assert!(first["update_id"].as_i64() > second["update_id"].as_i64());
}

#[tokio::test]
async fn with_disorder_an_update_of_another_lane_overtakes() {
    let wire = Wire::up().await;
    let [ann, bob, cid] = ["Ann", "Bob", "Cid"].map(|name| wire.telegram.user(name).create());
    let hook = Hook::new().holding("slow");
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url, "max_connections": 1})).await;
    ann.send("slow");
    until(|| hook.held_now() == 1).await;
    wire.telegram.set_faults(Faults { disorder: 1.0, ..Faults::default() });
    bob.send("first");
    cid.send("second");
    hook.open();
    assert_eq!(texts(&hook.await_updates(3).await), ["slow", "second", "first"]);
}

#[tokio::test]
async fn no_more_deliveries_are_open_than_the_bot_allows() {
    let wire = Wire::up().await;
    let hook = Hook::new().holding("slow");
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url, "max_connections": 2})).await;
    for name in ["Ann", "Bob", "Cid", "Dan"] {
        wire.telegram.user(name).create().send("slow");
    }
    until(|| hook.held_now() == 2).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!((hook.held_now(), wire.telegram.pending_updates(wire.bot.id())), (2, 4));
    hook.open();
    hook.await_updates(4).await;
}

#[tokio::test]
async fn a_press_expires_after_150_seconds_and_a_message_stays_for_a_day() {
    let wire = Wire::with(standing()).await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a", "reply_markup": keyboard})).await;
    ann.tap("Go").await;
    assert_eq!(wire.telegram.pending_updates(wire.bot.id()), 2);
    wire.telegram.advance(Duration::from_secs(151));
    let hook = Hook::new();
    let url = hook.listen().await;
    wire.ok("setWebhook", json!({"url": url})).await;
    ann.send("later");
    assert_eq!(texts(&hook.await_updates(2).await), ["/start", "later"]);
}

#[tokio::test]
async fn a_webhook_must_be_an_address_telegram_would_call() {
    let wire = Wire::up().await;
    let rows = [
        (json!({"url": "http://example.org/hook"}), "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            json!({"url": "https://example.org:8080/hook"}),
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            json!({"url": "https://example.org/hook", "secret_token": "no spaces"}),
            "secret token contains unallowed characters",
        ),
    ];
    for (parameters, words) in rows {
        assert_eq!(wire.no("setWebhook", parameters).await.1, format!("Bad Request: {words}"));
    }
    wire.ok("setWebhook", json!({"url": "https://example.org:8443/hook"})).await;
    wire.ok("deleteWebhook", json!({"drop_pending_updates": true})).await;
    assert_eq!(wire.ok("getWebhookInfo", json!({})).await["url"], "");
}

fn texts(updates: &[Value]) -> Vec<&str> {
    updates.iter().map(|update| update["message"]["text"].as_str().unwrap_or_default()).collect()
}
