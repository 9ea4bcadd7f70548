//! How updates reach a bot.

mod wire;

use std::time::Duration;

use serde_json::{Value, json};
use telegram_sandbox::{Clock, Config, Faults};
use wire::Wire;

#[tokio::test]
async fn an_offset_confirms_and_a_negative_one_skips() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    for word in ["a", "b", "c"] {
        ann.send(word);
    }
    let texts = async |parameters: Value| {
        let updates = wire.ok("getUpdates", parameters).await;
        let texts =
            updates.as_array().unwrap().iter().map(|u| u["message"]["text"].as_str().unwrap().to_owned());
        texts.collect::<Vec<_>>()
    };
    let first = wire.ok("getUpdates", json!({"limit": 1})).await[0]["update_id"].as_i64().unwrap();
    assert_eq!(texts(json!({"limit": 2})).await, ["a", "b"], "nothing was confirmed");
    assert_eq!(texts(json!({"offset": first + 1})).await, ["b", "c"]);
    assert_eq!(texts(json!({"offset": -1})).await, ["c"]);
    assert_eq!(wire.telegram.pending_updates(wire.bot.id()), 1);
    assert!(texts(json!({"offset": first + 3})).await.is_empty());
}

#[tokio::test]
async fn a_long_poll_returns_with_the_first_update() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let poll = wire.ok("getUpdates", json!({"timeout": 30}));
    let (updates, ()) = tokio::join!(poll, async {
        wire.polled().await;
        ann.send("now");
    });
    assert_eq!(updates[0]["message"]["text"], "now");
}

#[tokio::test]
async fn a_second_poller_ends_the_first_and_a_webhook_ends_both() {
    let wire = Wire::up().await;
    let (first, _) = tokio::join!(wire.call("getUpdates", json!({"timeout": 30})), async {
        wire.polled().await;
        wire.call("getUpdates", json!({})).await
    });
    assert_eq!(first["error_code"], 409);
    let words =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    assert_eq!(first["description"], words);
    wire.ok("setWebhook", json!({"url": "http://127.0.0.1:9/hook"})).await;
    let (code, words) = wire.no("getUpdates", json!({})).await;
    assert_eq!(code, 409);
    assert!(words.starts_with("Conflict: can't use getUpdates method while webhook is active"));
}

#[tokio::test]
async fn only_wanted_kinds_come() {
    let wire = Wire::up().await;
    wire.ok("getUpdates", json!({"allowed_updates": ["edited_message"]})).await;
    let ann = wire.telegram.user("Ann").create();
    let message = ann.send("a");
    ann.edit(&message, "b");
    let updates = wire.updates().await;
    assert_eq!(updates.len(), 1);
    assert_eq!(updates[0]["edited_message"]["text"], "b");
}

#[tokio::test]
async fn what_waits_too_long_is_gone() {
    let clock = Clock::standing_at(1_800_000_000);
    let wire = Wire::with(Config::with_clock(clock)).await;
    wire.telegram.user("Ann").create().send("a");
    wire.telegram.advance(Duration::from_secs(24 * 3600 - 1));
    assert_eq!(wire.telegram.pending_updates(wire.bot.id()), 1);
    wire.telegram.advance(Duration::from_secs(1));
    assert!(wire.updates().await.is_empty());
}

#[tokio::test]
async fn updates_repeat_and_novelties_come_when_told() {
    let faults =
        Faults { duplicate_update: 1.0, unknown_update: 1.0, unknown_entity: 1.0, ..Faults::default() };
    let wire = Wire::with(Config { faults, ..Config::default() }).await;
    wire.telegram.user("Ann").create().send("a");
    let first = wire.ok("getUpdates", json!({})).await;
    assert!(first[0].get("unknown_novelty").is_some());
    assert_eq!(first[1]["message"]["entities"][0]["type"], "novelty");
    let next = first[1]["update_id"].as_i64().unwrap() + 1;
    let again = wire.ok("getUpdates", json!({"offset": next})).await;
    assert_eq!(again[0], first[1], "the same update under the same id");
}

#[tokio::test]
async fn a_press_is_resent_as_a_new_update_with_a_new_query() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a", "reply_markup": keyboard})).await;
    let query = ann.tap("Go").await;
    let again = ann.resend_press(&query);
    assert_ne!(query, again);
    let presses: Vec<Value> =
        wire.updates().await.into_iter().filter(|u| u.get("callback_query").is_some()).collect();
    assert_eq!(presses.len(), 2);
    assert_ne!(presses[0]["update_id"], presses[1]["update_id"]);
    assert_eq!(presses[0]["callback_query"]["data"], presses[1]["callback_query"]["data"]);
}

#[tokio::test]
async fn a_bot_without_privileges_sees_only_what_is_meant_for_it() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let group = wire.telegram.group("Club").creator(&ann).bot(&wire.bot).create();
    let other = wire.telegram.bot("Other");
    group.add_bot(&other);
    let own = wire.ok("sendMessage", json!({"chat_id": group.id(), "text": "I am here"})).await;
    wire.updates().await;
    let here = ann.at(&group);
    here.send("private talk");
    here.send("/start");
    here.send(&format!("/start@{}", other.username()));
    here.send(&format!("/help@{}", wire.bot.username()));
    let mine = here.messages().into_iter().find(|m| m.id() == own["message_id"].as_i64().unwrap()).unwrap();
    here.reply(&mine, "yes");
    let texts: Vec<String> = wire
        .updates()
        .await
        .iter()
        .map(|u| u["message"]["text"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(texts, ["/start".to_owned(), format!("/help@{}", wire.bot.username()), "yes".to_owned()]);
}
