//! What Telegram refuses, in its own words.

mod wire;

use serde_json::{Value, json};
use wire::Wire;

/// Checks rows of method, parameters and description of the refusal (400 unless it says Forbidden).
async fn refused(wire: &Wire, rows: Vec<(&str, Value, &str)>) {
    for (method, parameters, expected) in rows {
        let (code, description) = wire.no(method, parameters.clone()).await;
        assert_eq!(description, expected, "{method} {parameters}");
        assert_eq!(code, if expected.starts_with("Forbidden") { 403 } else { 400 });
    }
}

#[tokio::test]
async fn texts_and_captions_have_limits_after_parsing() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let chat = ann.id();
    let sent = wire.ok(
        "sendMessage",
        json!({"chat_id": chat, "text": format!("<b>{}</b>", "x".repeat(4096)), "parse_mode": "HTML"}),
    );
    assert_eq!(sent.await["text"].as_str().unwrap().len(), 4096);
    let long = "x".repeat(4097);
    refused(
        &wire,
        vec![
            ("sendMessage", json!({"chat_id": chat, "text": long}), "Bad Request: message is too long"),
            ("sendMessage", json!({"chat_id": chat, "text": "🍏".repeat(2049)}), "Bad Request: message is too long"),
            ("sendMessage", json!({"chat_id": chat, "text": ""}), "Bad Request: message text is empty"),
            ("sendMessage", json!({"chat_id": chat}), "Bad Request: message text is empty"),
            ("sendMessage", json!({"chat_id": chat, "text": "<b> </b>", "parse_mode": "HTML"}), "Bad Request: text must be non-empty"),
            ("sendMessage", json!({"chat_id": chat, "text": "<b>a", "parse_mode": "HTML"}), "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
            ("sendMessage", json!({"chat_id": chat, "text": "a.", "parse_mode": "MarkdownV2"}), "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"),
            ("sendMessage", json!({"text": "a"}), "Bad Request: chat_id is empty"),
            ("sendMessage", json!({"chat_id": 424242, "text": "a"}), "Bad Request: chat not found"),
            ("sendMessage", json!({"chat_id": "@nobody", "text": "a"}), "Bad Request: chat not found"),
            ("sendMessage", json!({"chat_id": chat, "text": "a", "reply_parameters": {"message_id": 999999}}), "Bad Request: message to be replied not found"),
            ("sendPhoto", json!({"chat_id": chat, "photo": "AgACinvented-1"}), "Bad Request: wrong file identifier/HTTP URL specified"),
            ("sendPhoto", json!({"chat_id": chat, "photo": "http://example.org/a.png", "caption": "x".repeat(1025)}), "Bad Request: message caption is too long"),
            ("sendPhoto", json!({"chat_id": chat}), "Bad Request: there is no photo in the request"),
        ],
    )
    .await;
    assert_eq!(wire.telegram.violations().len(), 14, "each of them is remembered");
}

#[tokio::test]
async fn keyboards_have_limits() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let with = |markup: Value| json!({"chat_id": ann.id(), "text": "a", "reply_markup": markup});
    let inline = |button: Value| with(json!({"inline_keyboard": [[button]]}));
    wire.ok("sendMessage", inline(json!({"text": "a", "callback_data": "x".repeat(64)}))).await;
    let many: Vec<Value> = (0..101).map(|n| json!([{"text": "a", "callback_data": n.to_string()}])).collect();
    let wide: Vec<Value> = (0..9).map(|n| json!({"text": "a", "callback_data": n.to_string()})).collect();
    refused(
        &wire,
        vec![
            ("sendMessage", inline(json!({"text": "a", "callback_data": "x".repeat(65)})), "Bad Request: BUTTON_DATA_INVALID"),
            ("sendMessage", inline(json!({"text": "a", "callback_data": "я".repeat(33)})), "Bad Request: BUTTON_DATA_INVALID"),
            ("sendMessage", inline(json!({"text": "a"})), "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
            ("sendMessage", inline(json!({"text": "a", "url": "no spaces allowed.com/"})), "Bad Request: inline keyboard button URL 'no spaces allowed.com/' is invalid: Wrong HTTP URL"),
            ("sendMessage", inline(json!({"text": "a", "web_app": {"url": "http://a.org"}})), "Bad Request: inline keyboard button Web App URL 'http://a.org' is invalid: Only HTTPS links are allowed"),
            ("sendMessage", with(json!({"inline_keyboard": many})), "Bad Request: REPLY_MARKUP_TOO_LONG"),
            ("sendMessage", with(json!({"inline_keyboard": [wide]})), "Bad Request: REPLY_MARKUP_TOO_LONG"),
            ("sendMessage", with(json!({"inline_keyboard": ["a"]})), "Bad Request: field \"inline_keyboard\" must be an Array of Arrays"),
            ("sendMessage", with(json!({"keyboard": []})), "Bad Request: REPLY_MARKUP_INVALID"),
            ("sendMessage", with(json!("{")), "Bad Request: can't parse reply keyboard markup JSON object"),
            ("sendMessage", with(json!("[1]")), "Bad Request: object expected as reply markup"),
        ],
    )
    .await;
    let bob = wire.telegram.user("Bob").create();
    let staff = wire.telegram.group("Staff").creator(&bob).bot(&wire.bot).create();
    let ask = json!({"keyboard": [[{"text": "a", "request_contact": true}]]});
    let (_, words) =
        wire.no("sendMessage", json!({"chat_id": staff.id(), "text": "a", "reply_markup": ask})).await;
    assert_eq!(words, "Bad Request: phone number can be requested in private chats only");
    let app = json!({"inline_keyboard": [[{"text": "a", "web_app": {"url": "https://example.org"}}]]});
    let (_, words) =
        wire.no("sendMessage", json!({"chat_id": staff.id(), "text": "a", "reply_markup": app})).await;
    assert_eq!(words, "Bad Request: BUTTON_TYPE_INVALID");
}

#[tokio::test]
async fn edits_must_change_something_of_the_bots_own() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let theirs = ann.send("hi").id();
    let chat = ann.id();
    let keyboard = json!({"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]});
    let own = wire.ok("sendMessage", json!({"chat_id": chat, "text": "one", "reply_markup": keyboard})).await;
    let own = own["message_id"].as_i64().unwrap();
    let unmodified = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    refused(
        &wire,
        vec![
            (
                "editMessageText",
                json!({"chat_id": chat, "message_id": own, "text": "one", "reply_markup": keyboard}),
                unmodified,
            ),
            (
                "editMessageReplyMarkup",
                json!({"chat_id": chat, "message_id": own, "reply_markup": keyboard}),
                unmodified,
            ),
            (
                "editMessageText",
                json!({"chat_id": chat, "message_id": 999_999, "text": "two"}),
                "Bad Request: message to edit not found",
            ),
            (
                "editMessageText",
                json!({"chat_id": chat, "message_id": theirs, "text": "two"}),
                "Bad Request: message can't be edited",
            ),
            (
                "editMessageText",
                json!({"chat_id": chat, "text": "two"}),
                "Bad Request: message identifier is not specified",
            ),
            (
                "editMessageText",
                json!({"chat_id": chat, "message_id": own, "text": "x".repeat(4097)}),
                "Bad Request: MESSAGE_TOO_LONG",
            ),
            (
                "editMessageCaption",
                json!({"chat_id": chat, "message_id": own, "caption": "two"}),
                "Bad Request: there is no caption in the message to edit",
            ),
            (
                "deleteMessage",
                json!({"chat_id": chat, "message_id": 999_999}),
                "Bad Request: message to delete not found",
            ),
        ],
    )
    .await;
    // Without a keyboard in the call, the keyboard goes: that is a change.
    let edited = wire.ok("editMessageText", json!({"chat_id": chat, "message_id": own, "text": "one"})).await;
    assert!(edited.get("reply_markup").is_none());
    wire.ok("deleteMessage", json!({"chat_id": chat, "message_id": own})).await;
    let again = wire.no("deleteMessage", json!({"chat_id": chat, "message_id": own})).await;
    assert_eq!(again.1, "Bad Request: message to delete not found");
}

#[tokio::test]
async fn a_press_is_answered_once_and_soon() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a", "reply_markup": keyboard})).await;
    let query = ann.tap("Go").await;
    let too_long =
        wire.no("answerCallbackQuery", json!({"callback_query_id": query, "text": "x".repeat(201)})).await;
    assert_eq!(too_long.1, "Bad Request: MESSAGE_TOO_LONG");
    wire.ok("answerCallbackQuery", json!({"callback_query_id": query, "text": "x".repeat(200)})).await;
    let stale = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    let late = ann.tap("Go").await;
    wire.telegram.advance(std::time::Duration::from_secs(16));
    refused(
        &wire,
        vec![
            ("answerCallbackQuery", json!({"callback_query_id": query}), stale),
            ("answerCallbackQuery", json!({"callback_query_id": "12345"}), stale),
            ("answerCallbackQuery", json!({"callback_query_id": late}), stale),
        ],
    )
    .await;
    let violations = wire.telegram.violations();
    for rule in
        ["query answered twice", "unknown query", "query answered too late", "callback query never answered"]
    {
        assert!(violations.iter().any(|violation| violation.ends_with(rule)), "{rule} in {violations:?}");
    }
}

#[tokio::test]
async fn nobody_is_written_to_against_their_will() {
    let wire = Wire::up().await;
    let people = ["Ann", "Bob", "Cid"].map(|name| wire.telegram.user(name).create());
    let [ann, bob, cid] = &people;
    ann.start();
    ann.block();
    bob.start();
    bob.deactivate();
    let group = wire.telegram.group("Club").creator(cid).bot(&wire.bot).create();
    let send = |chat: i64| json!({"chat_id": chat, "text": "a"});
    refused(
        &wire,
        vec![
            ("sendMessage", send(ann.id()), "Forbidden: bot was blocked by the user"),
            ("sendMessage", send(bob.id()), "Forbidden: user is deactivated"),
            ("sendMessage", send(cid.id()), "Forbidden: bot can't initiate conversation with a user"),
        ],
    )
    .await;
    ann.unblock();
    wire.ok("sendMessage", send(ann.id())).await;
    group.ban_bot(&wire.bot);
    let kicked = wire.no("sendMessage", send(group.id())).await;
    assert_eq!(kicked, (403, "Forbidden: bot was kicked from the supergroup chat".into()));
    let kinds: Vec<String> = wire
        .updates()
        .await
        .iter()
        .flat_map(|u| u.as_object().unwrap().keys().cloned().collect::<Vec<_>>())
        .collect();
    assert_eq!(
        kinds.iter().filter(|kind| *kind == "my_chat_member").count(),
        4,
        "block, unblock, added, kicked: {kinds:?}"
    );
}

#[tokio::test]
async fn a_group_may_keep_its_members_and_bots_from_writing() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let group = wire.telegram.group("Club").creator(&ann).bot(&wire.bot).create();
    let change = format!("{}/sandbox/groups/{}", wire.telegram.api_url(), group.id());
    let quiet = json!({"permissions": {"can_send_messages": false, "can_send_photos": true}});
    assert!(wire.http.patch(change).json(&quiet).send().await.unwrap().status().is_success());
    let photo = json!({"chat_id": group.id(), "photo": "http://example.org/tea.png"});
    wire.ok("sendPhoto", photo).await;
    refused(
        &wire,
        vec![
            (
                "sendMessage",
                json!({"chat_id": group.id(), "text": "a"}),
                "Bad Request: not enough rights to send text messages to the chat",
            ),
            (
                "sendPoll",
                json!({"chat_id": group.id(), "question": "a", "options": ["a", "b"]}),
                "Bad Request: not enough rights to send polls to the chat",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn files_have_their_largest_sizes() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let upload = async |method: &str, field: &'static str, megabytes: usize| -> Value {
        let mut bytes = include_bytes!("../src/bot_api/grey.png").to_vec();
        bytes.resize(megabytes * 1024 * 1024 + 1, 0);
        let part = reqwest::multipart::Part::bytes(bytes).file_name("large.png");
        let form = reqwest::multipart::Form::new().text("chat_id", ann.id().to_string()).part(field, part);
        wire.http.post(wire.url(method)).multipart(form).send().await.unwrap().json().await.unwrap()
    };
    let words =
        "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes";
    assert_eq!(upload("sendPhoto", "photo", 10).await["description"], words);
    let sent = upload("sendDocument", "document", 20).await;
    let large = json!({"file_id": sent["result"]["document"]["file_id"]});
    assert_eq!(wire.no("getFile", large).await.1, "Bad Request: file is too big");
    assert_eq!(upload("sendDocument", "document", 50).await["error_code"], 413);
}

#[tokio::test]
async fn a_group_that_moves_says_where() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let old = wire.telegram.group("Staff").basic().creator(&ann).bot(&wire.bot).create();
    let new = old.migrate();
    let answer = wire.call("sendMessage", json!({"chat_id": old.id(), "text": "a"})).await;
    assert_eq!(answer["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], new.id());
    wire.ok("sendMessage", json!({"chat_id": new.id(), "text": "a"})).await;
    let updates = wire.updates().await;
    assert!(updates.iter().any(|update| update["message"]["migrate_to_chat_id"] == new.id()));
    assert!(updates.iter().any(|update| update["message"]["migrate_from_chat_id"] == old.id()));
}

#[tokio::test]
async fn inline_results_are_few_and_have_their_own_ids() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let article = |id: &str| json!({"type": "article", "id": id, "title": "Tea", "input_message_content": {"message_text": "tea"}});
    let (results, ()) = tokio::join!(ann.inline(&wire.bot, "tea"), async {
        let query = loop {
            let updates = wire.updates().await;
            let found = updates.iter().find_map(|update| update.get("inline_query").cloned());
            if let Some(query) = found {
                break query["id"].clone();
            }
        };
        let answer = |results: Value| json!({"inline_query_id": query, "results": results});
        let many: Vec<Value> = (0..51).map(|n| article(&n.to_string())).collect();
        refused(
            &wire,
            vec![
                ("answerInlineQuery", answer(json!(many)), "Bad Request: RESULTS_TOO_MUCH"),
                (
                    "answerInlineQuery",
                    answer(json!([article("1"), article("1")])),
                    "Bad Request: RESULT_ID_DUPLICATE",
                ),
                (
                    "answerInlineQuery",
                    answer(json!([article(&"x".repeat(65))])),
                    "Bad Request: RESULT_ID_INVALID",
                ),
            ],
        )
        .await;
        wire.ok("answerInlineQuery", answer(json!([article("1"), article("2")]))).await;
    });
    assert_eq!(results.results().len(), 2);
    let message = ann.choose(&results, "2");
    assert_eq!(message.text(), "tea");
    assert_eq!(message.json()["via_bot"]["id"], wire.bot.id());
    let updates = wire.updates().await;
    assert!(updates.iter().any(|update| update["chosen_inline_result"]["result_id"] == "2"));
}
