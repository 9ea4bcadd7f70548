//! Inline mode and Web Apps: what a bot offers outside of its own messages.

mod wire;

use std::time::Duration;

use serde_json::{Value, json};
use telegram_sandbox::{Clock, Config, InlineResults, Person};
use wire::Wire;

/// Answers the next inline query with one article.
async fn answer(wire: &Wire, title: &str, more: Value) {
    let query = loop {
        let updates = wire.updates().await;
        if let Some(query) = updates.iter().find_map(|update| update.get("inline_query").cloned()) {
            break query["id"].clone();
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    let article = json!({"type": "article", "id": "1", "title": title, "input_message_content": {"message_text": title}});
    let mut parameters = json!({"inline_query_id": query, "results": [article]});
    for (name, value) in more.as_object().into_iter().flatten() {
        parameters[name] = value.clone();
    }
    wire.ok("answerInlineQuery", parameters).await;
}

/// What a person is shown when the bot would answer `title`.
async fn asks(wire: &Wire, person: &Person, title: &str, more: Value) -> String {
    let (results, ()) = tokio::join!(person.inline(&wire.bot, "tea"), answer(wire, title, more));
    shown(&results)
}

fn shown(results: &InlineResults) -> String {
    results.results()[0]["title"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn results_are_kept_for_their_cache_time() {
    let wire = Wire::with(Config::with_clock(Clock::standing_at(1_800_000_000))).await;
    let [ann, bob] = ["Ann", "Bob"].map(|name| wire.telegram.user(name).create());
    ann.start();
    bob.start();
    assert_eq!(asks(&wire, &ann, "old", json!({"cache_time": 60})).await, "old");
    wire.telegram.advance(Duration::from_secs(59));
    assert_eq!(shown(&bob.inline(&wire.bot, "tea").await), "old", "the bot is not asked");
    assert!(wire.updates().await.is_empty());
    assert_eq!(bob.choose(&bob.inline(&wire.bot, "tea").await, "1").text(), "old");
    wire.telegram.advance(Duration::from_secs(1));
    assert_eq!(asks(&wire, &ann, "new", json!({"cache_time": 60})).await, "new");
}

#[tokio::test]
async fn personal_results_are_kept_for_the_one_who_asked() {
    let wire = Wire::up().await;
    let [ann, bob] = ["Ann", "Bob"].map(|name| wire.telegram.user(name).create());
    ann.start();
    bob.start();
    assert_eq!(asks(&wire, &ann, "for Ann", json!({"is_personal": true})).await, "for Ann");
    assert_eq!(
        shown(&ann.inline(&wire.bot, "tea").await),
        "for Ann",
        "five minutes when nothing else is said"
    );
    assert_eq!(asks(&wire, &bob, "for Bob", json!({"is_personal": true})).await, "for Bob");
}

#[tokio::test]
async fn results_without_cache_time_are_asked_for_each_time() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    for title in ["one", "two"] {
        assert_eq!(asks(&wire, &ann, title, json!({"cache_time": 0})).await, title);
    }
}

#[tokio::test]
async fn a_web_app_behind_a_key_sends_what_it_was_used_for() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let keys = |url: &str| {
        let key = json!({"text": "Form", "web_app": {"url": url}});
        json!({"chat_id": ann.id(), "text": "Fill in", "reply_markup": {"keyboard": [[key]]}})
    };
    wire.ok("sendMessage", keys("https://example.org/form")).await;
    ann.use_web_app("Form", "{\"teas\":2}");
    let updates = wire.updates().await;
    let sent = updates.iter().find_map(|update| update["message"].get("web_app_data"));
    assert_eq!(sent, Some(&json!({"button_text": "Form", "data": "{\"teas\":2}"})));
    let words = "Bad Request: keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed";
    assert_eq!(wire.no("sendMessage", keys("http://example.org")).await.1, words);
}
