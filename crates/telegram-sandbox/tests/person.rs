//! The person's side over HTTP, as API.md describes it.

mod wire;

use serde_json::{Value, json};
use wire::Wire;

/// A person's app.
struct App<'a> {
    wire: &'a Wire,
    user: i64,
}

impl App<'_> {
    fn url(&self, path: &str) -> String {
        format!("{}/sandbox{path}", self.wire.telegram.api_url())
    }

    async fn get(&self, path: &str) -> Value {
        let answer = self.wire.http.get(self.url(path)).send().await.expect("an answer");
        answer.json().await.expect("JSON")
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.wire.http.post(self.url(path)).json(&body).send().await.expect("an answer");
        answer.json().await.expect("JSON")
    }

    fn chat(&self) -> String {
        format!("/users/{}/chats/{}", self.user, self.wire.bot.id())
    }
}

async fn app(wire: &Wire) -> App<'_> {
    let mut app = App { wire, user: 0 };
    let ann = app.post("/users", json!({"first_name": "Ann", "language_code": "de"})).await;
    app.user = ann["id"].as_i64().expect("an id");
    app
}

#[tokio::test]
async fn a_chat_is_started_read_and_answered() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    let chat = app.chat();
    let before = app.get(&chat).await;
    assert_eq!((&before["started"], &before["messages"]), (&json!(false), &json!([])));
    let start = app.post(&format!("{chat}/start"), json!({"payload": "p_1"})).await;
    assert_eq!((&start["text"], &start["sandbox"]["outgoing"]), (&json!("/start p_1"), &json!(true)));
    assert_eq!(start["chat"]["id"], wire.bot.id(), "a person sees the bot's id");
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    let hello = json!({"chat_id": app.user, "text": "Hello", "reply_markup": keyboard});
    let id = wire.ok("sendMessage", hello).await["message_id"].clone();
    let list = app.get(&format!("/users/{}/chats", app.user)).await;
    assert_eq!((&list[0]["unread"], &list[0]["last_message"]["text"]), (&json!(1), &json!("Hello")));
    app.post(&format!("{chat}/read"), json!({})).await;
    let list = app.get(&format!("/users/{}/chats", app.user)).await;
    assert_eq!(list[0]["unread"], 0);
    let pressed = app.post(&format!("{chat}/messages/{id}/press"), json!({"row": 0, "column": 0})).await;
    assert_eq!(pressed["kind"], "callback");
    let spinning = app.get(&chat).await["messages"][1]["sandbox"]["pressed"].clone();
    assert_eq!(spinning, json!([{"row": 0, "column": 0, "query_id": pressed["query_id"]}]));
    wire.ok("answerCallbackQuery", json!({"callback_query_id": pressed["query_id"], "text": "Gone"})).await;
    let query = pressed["query_id"].as_str().unwrap();
    assert_eq!(app.get(&format!("/presses/{query}")).await["answer"]["text"], "Gone");
    let text = wire.http.get(app.url(&format!("{chat}/text"))).send().await.unwrap().text().await.unwrap();
    assert_eq!(text, "Ann: /start p_1\nParrot: Hello\n    [Go]\n");
}

#[tokio::test]
async fn files_go_up_and_come_down() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    let png = include_bytes!("../src/bot_api/grey.png");
    let part = || reqwest::multipart::Part::bytes(png.to_vec()).file_name("tea.png");
    let form =
        reqwest::multipart::Form::new().text("kind", "photo").text("caption", "tea").part("file", part());
    let sent =
        wire.http.post(app.url(&format!("{}/messages", app.chat()))).multipart(form).send().await.unwrap();
    let sent: Value = sent.json().await.unwrap();
    let largest = sent["photo"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&largest["width"], &largest["height"], &sent["caption"]),
        (&json!(320), &json!(240), &json!("tea"))
    );
    let path = sent["sandbox"]["files"][largest["file_id"].as_str().unwrap()].as_str().unwrap();
    let url = format!("{}{path}", wire.telegram.api_url());
    let file = wire.http.get(url).send().await.unwrap();
    assert_eq!(file.headers()["content-type"], "image/png");
    assert_eq!(file.bytes().await.unwrap().as_ref(), png);
    // The bot's road to the same file.
    let update = wire.updates().await.remove(0);
    let file_id = update["message"]["photo"][0]["file_id"].clone();
    let file = wire.ok("getFile", json!({"file_id": file_id})).await;
    let path = file["file_path"].as_str().unwrap();
    let url = format!("{}/file/bot{}/{path}", wire.telegram.api_url(), wire.bot.token());
    assert_eq!(wire.http.get(url).send().await.unwrap().bytes().await.unwrap().as_ref(), png);
}

#[tokio::test]
async fn commands_follow_scope_and_language() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    let command = |word: &str| json!([{"command": word, "description": word}]);
    let set = async |scope: Value, language: &str, word: &str| {
        let parameters = json!({"commands": command(word), "scope": scope, "language_code": language});
        wire.ok("setMyCommands", parameters).await;
        app.get(&app.chat()).await["commands"][0]["command"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(set(json!({"type": "default"}), "", "all").await, "all");
    assert_eq!(set(json!({"type": "default"}), "fr", "french").await, "all");
    assert_eq!(set(json!({"type": "default"}), "de", "german").await, "german");
    assert_eq!(set(json!({"type": "all_private_chats"}), "", "private").await, "private");
    let (_, words) =
        wire.no("setMyCommands", json!({"commands": [{"command": "Big", "description": "x"}]})).await;
    assert_eq!(words, "Bad Request: BOT_COMMAND_INVALID");
}

#[tokio::test]
async fn waiting_brings_the_message_or_the_chat_so_far() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    app.post(&format!("{}/start", app.chat()), json!({})).await;
    let path = format!("{}/wait?contains=ready&timeout=5", app.chat());
    let hello = json!({"chat_id": app.user, "text": "All ready"});
    let (message, _) = tokio::join!(app.get(&path), wire.ok("sendMessage", hello));
    assert_eq!(message["text"], "All ready");
    let path = format!("{}/wait?contains=never&timeout=0", app.chat());
    assert_eq!(app.get(&path).await["transcript"], "Ann: /start\nParrot: All ready\n");
}

#[tokio::test]
async fn the_event_stream_tells_of_messages_and_calls() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    let mut events = wire.http.get(app.url("/events")).send().await.unwrap();
    app.post(&format!("{}/start", app.chat()), json!({})).await;
    wire.ok("getMe", json!({})).await;
    let mut heard = String::new();
    let enough = async {
        while !(heard.contains("event: message") && heard.contains("\"method\":\"getMe\"")) {
            heard.push_str(&String::from_utf8_lossy(&events.chunk().await.unwrap().unwrap()));
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), enough).await.expect("both events come");
    assert!(heard.starts_with("event: hello"), "{heard}");
}

#[tokio::test]
async fn faults_and_limits_are_set_while_it_runs() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    app.post(&format!("{}/start", app.chat()), json!({})).await;
    let set = async |faults: Value| {
        let answer = wire.http.put(app.url("/faults")).json(&faults).send().await.unwrap();
        answer.status().as_u16()
    };
    assert_eq!(set(json!({"error_before": 2.0})).await, 400);
    assert_eq!(set(json!({"nonsense": 1})).await, 400);
    assert_eq!(
        set(json!({"too_many_requests": 1.0, "retry_after": 7, "methods": ["sendMessage"]})).await,
        200
    );
    let hello = json!({"chat_id": app.user, "text": "a"});
    let refused = wire.call("sendMessage", hello.clone()).await;
    assert_eq!((&refused["error_code"], &refused["parameters"]["retry_after"]), (&json!(429), &json!(7)));
    assert_eq!(set(json!({"limits": "enforce"})).await, 200);
    let mut answers = Vec::new();
    for _ in 0..6 {
        answers.push(wire.call("sendMessage", hello.clone()).await["ok"] == true);
    }
    assert_eq!(answers, [true, true, true, true, true, false], "a burst of five");
    assert!(wire.telegram.violations().iter().any(|rule| rule.contains("retry after")));
}

#[tokio::test]
async fn a_cut_connection_is_an_error_for_the_bot_and_the_effect_stays() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    app.post(&format!("{}/start", app.chat()), json!({})).await;
    let faults = json!({"next": [{"fault": "reset_after", "method": "sendMessage"}]});
    wire.http.put(app.url("/faults")).json(&faults).send().await.unwrap();
    let hello = json!({"chat_id": app.user, "text": "a"});
    let answer = wire.http.post(wire.url("sendMessage")).json(&hello).send().await;
    let broken = match answer {
        Ok(answer) => answer.bytes().await.is_err(),
        Err(_) => true,
    };
    assert!(broken);
    assert_eq!(app.get(&app.chat()).await["messages"][1]["text"], "a");
}

#[tokio::test]
async fn a_reset_forgets_what_was_said_and_keeps_the_people() {
    let wire = Wire::up().await;
    let app = app(&wire).await;
    app.post(&format!("{}/start", app.chat()), json!({})).await;
    let group =
        app.post("/groups", json!({"title": "Club", "creator": app.user, "members": [wire.bot.id()]})).await;
    app.post(&format!("/users/{}/chats/{}/messages", app.user, group["id"]), json!({"text": "hi"})).await;
    wire.http.post(app.url("/reset")).send().await.unwrap();
    let chat = app.get(&app.chat()).await;
    assert_eq!((&chat["started"], &chat["messages"]), (&json!(false), &json!([])));
    assert_eq!(wire.telegram.pending_updates(wire.bot.id()), 0);
    wire.ok("sendMessage", json!({"chat_id": group["id"], "text": "still here"})).await;
    app.post("/reset", json!({"people": true})).await;
    assert_eq!(app.get("/state").await["users"], json!([]));
}
