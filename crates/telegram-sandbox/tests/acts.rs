//! Everything a person does over HTTP, as API.md lists it.

mod wire;

use serde_json::{Value, json};
use wire::Wire;

/// A person's app, and the bot it talks to.
struct App {
    wire: Wire,
    user: i64,
}

impl App {
    async fn open() -> Self {
        let wire = Wire::up().await;
        let mut app = Self { wire, user: 0 };
        let ann = json!({"first_name": "Ann", "last_name": "Lee", "username": "ann", "language_code": "de", "is_premium": true});
        app.user = app.call("POST", "/users", ann).await["id"].as_i64().expect("an id");
        app
    }

    async fn try_call(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/sandbox{path}", self.wire.telegram.api_url());
        let method = method.parse().expect("a method of HTTP");
        let mut request = self.wire.http.request(method, url);
        if !body.is_null() {
            request = request.json(&body);
        }
        let answer = request.send().await.expect("an answer");
        (answer.status().as_u16(), answer.json().await.expect("JSON"))
    }

    async fn call(&self, method: &str, path: &str, body: Value) -> Value {
        let (status, value) = self.try_call(method, path, body).await;
        assert_eq!(status, 200, "{method} {path}: {value}");
        value
    }

    /// Something done in the private chat with the bot.
    async fn act(&self, method: &str, path: &str, body: Value) -> Value {
        self.call(method, &format!("/users/{}/chats/{}{path}", self.user, self.wire.bot.id()), body).await
    }

    /// The updates the bot got, by their kind.
    async fn heard(&self, kind: &str) -> Vec<Value> {
        self.wire.updates().await.into_iter().filter_map(|update| update.get(kind).cloned()).collect()
    }
}

#[tokio::test]
async fn what_a_person_sends_arrives_as_the_bot_api_says_it() {
    let app = App::open().await;
    app.act("POST", "/start", json!({})).await;
    app.heard("message").await;
    let rows = [
        (
            "/messages",
            json!({"text": "see t.me/x"}),
            "entities",
            json!([{"type": "url", "offset": 4, "length": 6}]),
        ),
        (
            "/contact",
            json!({"phone_number": "+15550001", "first_name": "Bob"}),
            "contact",
            json!({"phone_number": "+15550001", "first_name": "Bob"}),
        ),
        (
            "/location",
            json!({"latitude": 52.5, "longitude": 13.4}),
            "location",
            json!({"latitude": 52.5, "longitude": 13.4}),
        ),
    ];
    for (path, body, field, expected) in rows {
        app.act("POST", path, body).await;
        assert_eq!(app.heard("message").await[0][field], expected, "{path}");
    }
    app.act("POST", "/contact", json!({})).await;
    assert_eq!(app.heard("message").await[0]["contact"]["user_id"], app.user);
    let shop = json!({"latitude": 52.5, "longitude": 13.4, "title": "Shop", "address": "Main Street 1"});
    app.act("POST", "/venue", shop).await;
    assert_eq!(app.heard("message").await[0]["venue"]["title"], "Shop");
    app.act("POST", "/dice", json!({"emoji": "🎯"})).await;
    assert_eq!(app.heard("message").await[0]["dice"]["emoji"], "🎯");
    let from = &app.act("POST", "/messages", json!({"text": "a"})).await["from"];
    assert_eq!((&from["last_name"], &from["is_premium"]), (&json!("Lee"), &json!(true)));
}

#[tokio::test]
async fn own_messages_are_edited_forwarded_pinned_reacted_to_and_deleted() {
    let app = App::open().await;
    let id = app.act("POST", "/messages", json!({"text": "one"})).await["message_id"].clone();
    app.act("PATCH", &format!("/messages/{id}"), json!({"text": "two"})).await;
    assert_eq!(app.heard("edited_message").await[0]["text"], "two");
    let reply = app.act("POST", "/messages", json!({"text": "three", "reply_to": id})).await;
    assert_eq!(reply["reply_to_message"]["text"], "two");
    let forwarded =
        app.act("POST", &format!("/messages/{id}/forward"), json!({"to": app.wire.bot.id()})).await;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["id"], app.user);
    let liked = app.act("PUT", &format!("/messages/{id}/reaction"), json!({"emoji": "👍"})).await;
    assert_eq!(
        liked["sandbox"]["reactions"],
        json!([{"type": "emoji", "emoji": "👍", "count": 1, "mine": true}])
    );
    app.act("PUT", &format!("/messages/{id}/reaction"), json!({"emoji": null})).await;
    app.act("POST", &format!("/messages/{id}/pin"), json!({})).await;
    assert_eq!(app.act("GET", "", Value::Null).await["pinned"][0]["message_id"], id);
    app.act("POST", &format!("/messages/{id}/unpin"), json!({})).await;
    assert_eq!(app.act("GET", "", Value::Null).await["pinned"], json!([]));
    app.act("DELETE", &format!("/messages/{id}"), Value::Null).await;
    let view = app.act("GET", "?deleted=true", Value::Null).await;
    assert_eq!(
        (&view["messages"][0]["text"], &view["messages"][0]["sandbox"]["deleted"]),
        (&json!("two"), &json!(true))
    );
}

#[tokio::test]
async fn a_vote_is_counted_once_however_often_it_changes() {
    let app = App::open().await;
    app.act("POST", "/start", json!({})).await;
    let poll = json!({"chat_id": app.user, "question": "Tea?", "options": ["Yes", "Of course"], "is_anonymous": false});
    let id = app.wire.ok("sendPoll", poll).await["message_id"].clone();
    app.heard("message").await;
    let vote = async |options: Value| {
        let seen = app.act("POST", "/poll_vote", json!({"message_id": id, "options": options})).await;
        let counts =
            seen["poll"]["options"].as_array().unwrap().iter().map(|option| option["voter_count"].clone());
        (
            counts.collect::<Vec<_>>(),
            seen["poll"]["total_voter_count"].clone(),
            seen["sandbox"]["voted"].clone(),
        )
    };
    assert_eq!(vote(json!([0])).await, (vec![json!(1), json!(0)], json!(1), json!([0])));
    assert_eq!(vote(json!([1])).await, (vec![json!(0), json!(1)], json!(1), json!([1])));
    assert_eq!(vote(json!([])).await, (vec![json!(0), json!(0)], json!(0), json!([])));
    let answers: Vec<Value> =
        app.heard("poll_answer").await.iter().map(|answer| answer["option_ids"].clone()).collect();
    assert_eq!(answers, [json!([0]), json!([1]), json!([])]);
    let path = format!("/users/{}/chats/{}/poll_vote", app.user, app.wire.bot.id());
    let both = json!({"message_id": id, "options": [0, 1]});
    assert_eq!(app.try_call("POST", &path, both).await.1["error"], "this poll takes one answer");
}

#[tokio::test]
async fn keys_blocks_and_joins_have_their_effects() {
    let app = App::open().await;
    app.act("POST", "/start", json!({})).await;
    let keyboard = json!({"keyboard": [["Menu"]], "one_time_keyboard": true});
    app.wire.ok("sendMessage", json!({"chat_id": app.user, "text": "a", "reply_markup": keyboard})).await;
    app.act("POST", "/keyboard", json!({"text": "Menu"})).await;
    assert_eq!(app.act("GET", "", Value::Null).await["reply_keyboard_used"], true);
    assert_eq!(app.act("POST", "/block", json!({})).await["chat"]["blocked"], true);
    let (code, _) = app.wire.no("sendMessage", json!({"chat_id": app.user, "text": "a"})).await;
    assert_eq!(code, 403);
    app.act("POST", "/unblock", json!({})).await;
    let group = json!({"title": "Club", "type": "group", "admins": [app.wire.bot.id()]});
    let group = app.call("POST", "/groups", group).await["id"].clone();
    let at = format!("/users/{}/chats/{group}", app.user);
    assert_eq!(app.call("POST", &format!("{at}/join"), json!({})).await["chat"]["status"], "member");
    assert_eq!(app.call("POST", &format!("{at}/leave"), json!({})).await["chat"]["status"], "left");
    let moved = app.call("POST", &format!("/groups/{group}/migrate"), json!({})).await;
    assert_eq!(moved["type"], "supergroup");
    let forum =
        json!({"title": "Forum", "is_forum": true, "creator": app.user, "members": [app.wire.bot.id()]});
    let forum = app.call("POST", "/groups", forum).await;
    assert_eq!(
        (&forum["is_forum"], &forum["sandbox"]["members"][0]["status"]),
        (&json!(true), &json!("creator"))
    );
}

#[tokio::test]
async fn an_invoice_behind_a_link_is_paid_or_declined() {
    let app = App::open().await;
    app.act("POST", "/start", json!({})).await;
    app.heard("message").await;
    let invoice = json!({
        "title": "Song", "description": "One song", "payload": "song", "currency": "XTR", "provider_token": "",
        "prices": [{"label": "Song", "amount": 7}],
    });
    let link = app.wire.ok("createInvoiceLink", invoice).await;
    let (_, slug) = link.as_str().unwrap().split_once("t.me/$").unwrap();
    assert_eq!(app.call("GET", &format!("/invoices/{slug}"), Value::Null).await["total_amount"], 7);
    let pay = async |outcome: &str| {
        let path = format!("/users/{}/invoices/{slug}/pay", app.user);
        let paying = app.call("POST", &path, json!({"outcome": outcome}));
        let (outcome, ()) = tokio::join!(paying, async {
            let query = loop {
                if let Some(query) = app.heard("pre_checkout_query").await.pop() {
                    break query["id"].clone();
                }
            };
            app.wire.ok("answerPreCheckoutQuery", json!({"pre_checkout_query_id": query, "ok": true})).await;
        });
        outcome
    };
    assert_eq!(pay("decline").await["status"], "declined");
    let paid = pay("success").await;
    assert_eq!(
        (&paid["status"], &paid["total_amount"], &paid["currency"]),
        (&json!("paid"), &json!(7), &json!("XTR"))
    );
    assert_eq!(app.heard("message").await[0]["successful_payment"]["total_amount"], 7);
}

#[tokio::test]
async fn inline_results_are_asked_for_and_chosen() {
    let app = App::open().await;
    app.act("POST", "/start", json!({})).await;
    let ask = json!({"bot": app.wire.bot.id(), "peer": app.wire.bot.id(), "query": "tea"});
    let path = format!("/users/{}/inline", app.user);
    let (answer, ()) = tokio::join!(app.call("POST", &path, ask), async {
        let query = loop {
            if let Some(query) = app.heard("inline_query").await.pop() {
                break query;
            }
        };
        assert_eq!((&query["query"], &query["chat_type"]), (&json!("tea"), &json!("sender")));
        let article = json!({"type": "article", "id": "3", "title": "Tea", "input_message_content": {"message_text": "tea"}});
        let answer = json!({"inline_query_id": query["id"], "results": [article], "next_offset": "50"});
        app.wire.ok("answerInlineQuery", answer).await;
    });
    assert_eq!(answer["next_offset"], "50");
    let path = format!("/users/{}/inline/{}/choose", app.user, answer["query_id"].as_str().unwrap());
    let message = app.call("POST", &path, json!({"result_id": "3", "peer": app.wire.bot.id()})).await;
    assert_eq!((&message["text"], &message["via_bot"]["id"]), (&json!("tea"), &json!(app.wire.bot.id())));
}
