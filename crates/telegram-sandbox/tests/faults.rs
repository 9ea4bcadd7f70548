//! Misbehaviour on demand, as a bot meets it.

mod wire;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use telegram_sandbox::{CallFault, Config, Faults, Limits, NextFault, Person};
use wire::Wire;

async fn with(faults: Faults) -> (Wire, Person) {
    let wire = Wire::with(Config { faults, ..Config::default() }).await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    (wire, ann)
}

fn next(fault: CallFault) -> Faults {
    let planned = NextFault { fault, method: Some("sendMessage".into()), times: 1 };
    Faults { next: vec![planned], retry_after: 9, slow_ms: 120, ..Faults::default() }
}

#[tokio::test]
async fn each_fault_of_a_call_is_what_it_says() {
    // Fault, error code (none: the connection was cut), whether the message arrived.
    let rows = [
        (CallFault::TooManyRequests, Some(429), false),
        (CallFault::ErrorBefore, Some(502), false),
        (CallFault::ErrorAfter, Some(502), true),
        (CallFault::Slow, Some(200), true),
        (CallFault::ResetBefore, None, false),
        (CallFault::ResetAfter, None, true),
    ];
    for (fault, code, arrives) in rows {
        let (wire, ann) = with(next(fault)).await;
        let began = Instant::now();
        let hello = json!({"chat_id": ann.id(), "text": "a"});
        let answer = match wire.http.post(wire.url("sendMessage")).json(&hello).send().await {
            Ok(answer) => answer.json::<Value>().await.ok(),
            Err(_) => None,
        };
        let seen = answer.as_ref().map(|answer| answer["error_code"].as_i64().unwrap_or(200));
        assert_eq!(seen, code, "{fault:?}");
        assert_eq!(ann.messages().len(), if arrives { 2 } else { 1 }, "{fault:?}");
        if fault == CallFault::TooManyRequests {
            assert_eq!(answer.unwrap()["parameters"]["retry_after"], 9);
        }
        if fault == CallFault::Slow {
            assert!(began.elapsed() >= Duration::from_millis(120));
        }
        wire.ok("sendMessage", hello).await;
        assert!(wire.telegram.violations().is_empty(), "a fault is not the bot's doing");
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_run() {
    let run = async |seed| {
        let (wire, ann) = with(Faults { seed, error_after: 0.5, ..Faults::default() }).await;
        let mut answers = Vec::new();
        for _ in 0..30 {
            answers.push(
                wire.call("sendMessage", json!({"chat_id": ann.id(), "text": "a"})).await["ok"] == true,
            );
        }
        answers
    };
    let first = run(5).await;
    assert!(first.contains(&true) && first.contains(&false));
    assert_eq!(run(5).await, first);
    assert_ne!(run(6).await, first);
}

#[tokio::test]
async fn an_update_of_another_lane_overtakes() {
    let (wire, ann) = with(Faults::default()).await;
    let bob = wire.telegram.user("Bob").create();
    wire.updates().await;
    wire.telegram.set_faults(Faults { disorder: 1.0, ..Faults::default() });
    ann.send("first");
    bob.send("second");
    let texts: Vec<Value> =
        wire.updates().await.iter().map(|update| update["message"]["text"].clone()).collect();
    assert_eq!(texts, ["second", "first"]);
}

#[tokio::test]
async fn within_a_lane_the_order_holds_whatever_is_switched_on() {
    let (wire, ann) = with(Faults { disorder: 1.0, ..Faults::default() }).await;
    for text in ["one", "two", "three"] {
        ann.send(text);
    }
    let texts: Vec<Value> =
        wire.updates().await.iter().map(|update| update["message"]["text"].clone()).collect();
    assert_eq!(texts, ["/start", "one", "two", "three"]);
}

#[tokio::test]
async fn a_press_is_resent_by_itself_when_that_is_switched_on() {
    let (wire, ann) = with(Faults { resend_press: 1.0, ..Faults::default() }).await;
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a", "reply_markup": keyboard})).await;
    ann.tap("Go").await;
    let updates = wire.updates().await;
    let presses: Vec<&Value> = updates.iter().filter_map(|update| update.get("callback_query")).collect();
    assert_eq!(presses.len(), 2);
    assert_ne!(presses[0]["id"], presses[1]["id"]);
}

#[tokio::test]
async fn messages_carry_a_field_nobody_knows() {
    let (wire, _) = with(Faults { unknown_field: 1.0, ..Faults::default() }).await;
    assert!(wire.updates().await[0]["message"].get("novelty").is_some());
}

#[tokio::test]
async fn a_group_takes_twenty_messages_a_minute_and_says_how_long_to_wait() {
    let (wire, ann) = with(Faults { limits: Limits::Enforce, ..Faults::default() }).await;
    let group = wire.telegram.group("Staff").creator(&ann).bot(&wire.bot).create();
    let hello = json!({"chat_id": group.id(), "text": "a"});
    for _ in 0..20 {
        wire.ok("sendMessage", hello.clone()).await;
    }
    let refused = wire.call("sendMessage", hello).await;
    assert_eq!((&refused["error_code"], &refused["parameters"]["retry_after"]), (&json!(429), &json!(3)));
    assert_eq!(refused["description"], "Too Many Requests: retry after 3");
}

#[tokio::test]
async fn limits_can_be_watched_without_being_enforced() {
    let (wire, ann) = with(Faults { limits: Limits::Observe, ..Faults::default() }).await;
    for _ in 0..7 {
        wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a"})).await;
    }
    assert!(wire.telegram.violations().iter().all(|violation| violation == "sendMessage: rate limit"));
    assert!(!wire.telegram.violations().is_empty());
}
