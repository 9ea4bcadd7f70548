//! Invoices, from the message to the receipt.

mod wire;

use std::time::Duration;

use serde_json::{Value, json};
use telegram_sandbox::{Clock, Config};
use wire::Wire;

fn invoice(chat: i64) -> Value {
    json!({
        "chat_id": chat, "title": "Tea", "description": "Two bags", "payload": "order-1", "currency": "EUR",
        "provider_token": "1:TEST:x", "prices": [{"label": "Tea", "amount": 500}, {"label": "Box", "amount": 50}],
    })
}

/// The next update of a kind.
async fn next(wire: &Wire, kind: &str) -> Value {
    loop {
        let updates = wire.updates().await;
        if let Some(query) = updates.iter().find_map(|update| update.get(kind).cloned()) {
            return query;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Answers the next pre-checkout query.
async fn check_out(wire: &Wire, mut answer: Value) -> Value {
    let query = next(wire, "pre_checkout_query").await;
    answer["pre_checkout_query_id"] = query["id"].clone();
    wire.ok("answerPreCheckoutQuery", answer).await;
    query
}

#[tokio::test]
async fn a_payment_is_asked_about_and_then_received() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    wire.ok("sendInvoice", invoice(ann.id())).await;
    let message = ann.sees("Tea").await;
    assert!(message.has_button("Pay 5.50 EUR"));
    let (outcome, query) = tokio::join!(ann.pay(&message), check_out(&wire, json!({"ok": true})));
    assert_eq!(query["total_amount"], 550);
    assert_eq!(outcome["status"], "paid");
    let updates = wire.updates().await;
    let receipt = &updates.iter().find(|u| u["message"].get("successful_payment").is_some()).unwrap()["message"]
        ["successful_payment"];
    assert_eq!((&receipt["invoice_payload"], &receipt["total_amount"]), (&json!("order-1"), &json!(550)));
}

#[tokio::test]
async fn a_bot_may_say_no_with_its_reason() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    wire.ok("sendInvoice", invoice(ann.id())).await;
    let message = ann.sees("Tea").await;
    let no = json!({"ok": false, "error_message": "Sold out"});
    let (outcome, _) = tokio::join!(ann.pay(&message), check_out(&wire, no));
    assert_eq!(outcome, json!({"status": "declined", "error": "Sold out"}));
}

#[tokio::test]
async fn a_bot_that_takes_more_than_ten_seconds_loses_the_payment() {
    let wire = Wire::with(Config::with_clock(Clock::standing_at(1_800_000_000))).await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    wire.ok("sendInvoice", invoice(ann.id())).await;
    let message = ann.sees("Tea").await;
    let (outcome, ()) = tokio::join!(ann.pay(&message), async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        wire.telegram.advance(Duration::from_secs(11));
    });
    assert_eq!(outcome["status"], "timeout");
    assert_eq!(
        wire.telegram.violations(),
        ["answerPreCheckoutQuery: pre-checkout query not answered in 10 s"]
    );
}

#[tokio::test]
async fn stars_can_be_given_back_once() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let mut stars = invoice(ann.id());
    stars["currency"] = "XTR".into();
    stars["provider_token"] = "".into();
    stars["prices"] = json!([{"label": "Song", "amount": 7}]);
    wire.ok("sendInvoice", stars).await;
    let message = ann.sees("Tea").await;
    let (outcome, _) = tokio::join!(ann.pay(&message), check_out(&wire, json!({"ok": true})));
    let charge = outcome["message"]["successful_payment"]["telegram_payment_charge_id"].clone();
    assert_eq!(wire.ok("getMyStarBalance", json!({})).await["amount"], 7);
    let refund = json!({"user_id": ann.id(), "telegram_payment_charge_id": charge});
    wire.ok("refundStarPayment", refund.clone()).await;
    assert_eq!(wire.ok("getMyStarBalance", json!({})).await["amount"], 0);
    assert_eq!(wire.no("refundStarPayment", refund).await.1, "Bad Request: CHARGE_ALREADY_REFUNDED");
}

#[tokio::test]
async fn an_invoice_must_be_whole() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let rows: Vec<(&str, Value, &str)> = vec![
        ("title", json!("x".repeat(33)), "INVOICE_TITLE_INVALID"),
        ("description", json!(""), "INVOICE_DESCRIPTION_INVALID"),
        ("payload", json!("я".repeat(65)), "INVOICE_PAYLOAD_INVALID"),
        ("currency", json!("XXX"), "CURRENCY_INVALID"),
        ("provider_token", json!(""), "PAYMENT_PROVIDER_INVALID"),
        ("prices", json!([]), "PRICES_EMPTY"),
        ("prices", json!([{"label": "a", "amount": -5}]), "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ("suggested_tip_amounts", json!([5, 3]), "SUGGESTED_TIPS_INVALID"),
    ];
    for (field, value, expected) in rows {
        let mut wrong = invoice(ann.id());
        wrong[field] = value;
        assert_eq!(wire.no("sendInvoice", wrong).await.1, format!("Bad Request: {expected}"), "{field}");
    }
}

#[tokio::test]
async fn shipping_is_asked_about_before_the_payment() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let mut parcel = invoice(ann.id());
    parcel["is_flexible"] = true.into();
    parcel["need_shipping_address"] = true.into();
    wire.ok("sendInvoice", parcel).await;
    let message = ann.sees("Tea").await;
    let options = json!([{"id": "post", "title": "Post", "prices": [{"label": "Post", "amount": 450}]}]);
    let (outcome, ()) = tokio::join!(ann.pay(&message), async {
        let query = next(&wire, "shipping_query").await;
        assert_eq!(query["shipping_address"]["city"], "Berlin");
        wire.ok(
            "answerShippingQuery",
            json!({"shipping_query_id": query["id"], "ok": true, "shipping_options": options}),
        )
        .await;
        let query = next(&wire, "pre_checkout_query").await;
        assert_eq!((&query["shipping_option_id"], &query["total_amount"]), (&json!("post"), &json!(1000)));
        wire.ok("answerPreCheckoutQuery", json!({"pre_checkout_query_id": query["id"], "ok": true})).await;
    });
    assert_eq!((&outcome["status"], &outcome["total_amount"]), (&json!("paid"), &json!(1000)));
}

#[tokio::test]
async fn a_bot_may_say_that_it_does_not_ship_there() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let mut parcel = invoice(ann.id());
    parcel["is_flexible"] = true.into();
    wire.ok("sendInvoice", parcel).await;
    let message = ann.sees("Tea").await;
    let (outcome, ()) = tokio::join!(ann.pay(&message), async {
        let query = next(&wire, "shipping_query").await["id"].clone();
        let wrong = json!({"shipping_query_id": query, "ok": true});
        wire.no("answerShippingQuery", wrong).await;
        let no = json!({"shipping_query_id": query, "ok": false, "error_message": "Too far away"});
        wire.ok("answerShippingQuery", no).await;
    });
    assert_eq!(outcome, json!({"status": "declined", "error": "Too far away"}));
}
