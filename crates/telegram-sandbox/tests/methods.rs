//! The families of methods beyond plain messages.

mod wire;

use serde_json::{Value, json};
use telegram_sandbox::{Clock, Config};
use wire::Wire;

const PICTURE: &str = "http://example.org/tea.png";

#[tokio::test]
async fn an_uploaded_photo_can_be_sent_again_by_its_id_but_not_by_another_bot() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let png = include_bytes!("../src/bot_api/grey.png");
    let part = reqwest::multipart::Part::bytes(png.to_vec()).file_name("tea.png");
    let form = reqwest::multipart::Form::new()
        .text("chat_id", ann.id().to_string())
        .text("caption", "<i>Tea</i>")
        .text("parse_mode", "HTML")
        .text("photo", "attach://tea")
        .part("tea", part);
    let sent: Value =
        wire.http.post(wire.url("sendPhoto")).multipart(form).send().await.unwrap().json().await.unwrap();
    let sent = &sent["result"];
    assert_eq!((&sent["caption"], &sent["caption_entities"][0]["type"]), (&json!("Tea"), &json!("italic")));
    let id = sent["photo"].as_array().unwrap().last().unwrap()["file_id"].clone();
    let again = wire.ok("sendPhoto", json!({"chat_id": ann.id(), "photo": id})).await;
    assert_eq!(again["photo"][0]["file_unique_id"], sent["photo"][0]["file_unique_id"]);
    let other = wire.telegram.bot("Other");
    ann.with(&other).start();
    let url = format!("{}/bot{}/sendPhoto", wire.telegram.api_url(), other.token());
    let refused = wire.http.post(url).json(&json!({"chat_id": ann.id(), "photo": id})).send().await.unwrap();
    assert_eq!(refused.status().as_u16(), 400);
}

#[tokio::test]
async fn what_is_no_picture_is_no_photo() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let part = reqwest::multipart::Part::bytes(b"not a picture".to_vec()).file_name("tea.png");
    let form = reqwest::multipart::Form::new().text("chat_id", ann.id().to_string()).part("photo", part);
    let answer: Value =
        wire.http.post(wire.url("sendPhoto")).multipart(form).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["description"], "Bad Request: IMAGE_PROCESS_FAILED");
}

#[tokio::test]
async fn an_album_has_two_to_ten_pictures() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let album = |count: usize| {
        let media: Vec<Value> = (0..count).map(|_| json!({"type": "photo", "media": PICTURE})).collect();
        json!({"chat_id": ann.id(), "media": media})
    };
    let sent = wire.ok("sendMediaGroup", album(2)).await;
    assert_eq!(sent[0]["media_group_id"], sent[1]["media_group_id"]);
    let rows = [
        (0, "there are no messages to send"),
        (1, "an album must include 2-10 items"),
        (11, "too many messages to send as an album"),
    ];
    for (count, words) in rows {
        assert_eq!(wire.no("sendMediaGroup", album(count)).await.1, format!("Bad Request: {words}"));
    }
    let mixed = json!([{"type": "photo", "media": PICTURE}, {"type": "document", "media": PICTURE}]);
    let (_, words) = wire.no("sendMediaGroup", json!({"chat_id": ann.id(), "media": mixed})).await;
    assert_eq!(words, "Bad Request: document can't be mixed with other media types");
}

#[tokio::test]
async fn a_text_becomes_a_photo_and_back_it_does_not() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let id = wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "Tea"})).await["message_id"].clone();
    let media = json!({"type": "photo", "media": PICTURE, "caption": "Tea"});
    let edited =
        wire.ok("editMessageMedia", json!({"chat_id": ann.id(), "message_id": id, "media": media})).await;
    assert!(edited.get("photo").is_some() && edited.get("text").is_none());
    let back =
        wire.no("editMessageText", json!({"chat_id": ann.id(), "message_id": id, "text": "Tea"})).await;
    assert_eq!(back.1, "Bad Request: there is no text in the message to edit");
}

#[tokio::test]
async fn copies_lose_their_origin_and_forwards_keep_it() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let message = ann.send("hello");
    let of = json!({"chat_id": ann.id(), "from_chat_id": ann.id(), "message_id": message.id()});
    let forwarded = wire.ok("forwardMessage", of.clone()).await;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["id"], ann.id());
    let copy = wire.ok("copyMessage", of).await["message_id"].clone();
    let copied = ann.messages().into_iter().find(|message| message.id() == copy).unwrap();
    assert_eq!(copied.text(), "hello");
    assert!(copied.json().get("forward_origin").is_none());
    let missing = json!({"chat_id": ann.id(), "from_chat_id": ann.id(), "message_id": 999_999});
    assert_eq!(wire.no("copyMessage", missing).await.1, "Bad Request: message to copy not found");
}

#[tokio::test]
async fn topics_are_opened_written_in_and_closed() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    let forum = wire.telegram.group("Staff").forum().creator(&ann).admin_bot(&wire.bot).create();
    let topic = wire.ok("createForumTopic", json!({"chat_id": forum.id(), "name": "Orders"})).await;
    let thread = topic["message_thread_id"].clone();
    let inside = json!({"chat_id": forum.id(), "text": "new order", "message_thread_id": thread});
    assert_eq!(wire.ok("sendMessage", inside).await["message_thread_id"], thread);
    let nowhere = json!({"chat_id": forum.id(), "text": "a", "message_thread_id": 999_999});
    assert_eq!(wire.no("sendMessage", nowhere).await.1, "Bad Request: message thread not found");
    let close = json!({"chat_id": forum.id(), "message_thread_id": thread});
    wire.ok("closeForumTopic", close.clone()).await;
    assert_eq!(wire.no("closeForumTopic", close).await.1, "Bad Request: TOPIC_NOT_MODIFIED");
}

#[tokio::test]
async fn rank_decides_what_a_bot_may_do_in_a_group() {
    let wire = Wire::up().await;
    let [ann, bob] = ["Ann", "Bob"].map(|name| wire.telegram.user(name).create());
    let group = wire.telegram.group("Club").creator(&ann).member(&bob).bot(&wire.bot).create();
    let chat = group.id();
    let theirs = bob.at(&group).send("hi").id();
    let rows = [
        ("deleteMessage", json!({"chat_id": chat, "message_id": theirs}), "message can't be deleted"),
        (
            "banChatMember",
            json!({"chat_id": chat, "user_id": bob.id()}),
            "not enough rights to restrict/unrestrict chat member",
        ),
        (
            "pinChatMessage",
            json!({"chat_id": chat, "message_id": theirs}),
            "not enough rights to manage pinned messages in the chat",
        ),
        ("setChatTitle", json!({"chat_id": chat, "title": "New"}), "not enough rights to change chat title"),
    ];
    for (method, parameters, words) in rows.clone() {
        assert_eq!(wire.no(method, parameters).await.1, format!("Bad Request: {words}"));
    }
    let admin = wire.telegram.group("Own").creator(&ann).member(&bob).admin_bot(&wire.bot).create();
    let theirs = bob.at(&admin).send("hi").id();
    for (method, mut parameters, _) in rows {
        parameters["chat_id"] = admin.id().into();
        if parameters.get("message_id").is_some() {
            parameters["message_id"] = theirs.into();
        }
        if method == "pinChatMessage" {
            // Bob's message is deleted and he is out by then.
            parameters["message_id"] = ann.at(&admin).send("pin me").id().into();
        }
        wire.ok(method, parameters).await;
    }
    let member = wire.ok("getChatMember", json!({"chat_id": admin.id(), "user_id": bob.id()})).await;
    assert_eq!(member["status"], "kicked");
    let admins = wire.ok("getChatAdministrators", json!({"chat_id": admin.id()})).await;
    assert_eq!(admins.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn reactions_reach_the_bot_that_asked_for_them() {
    let wire = Wire::up().await;
    wire.ok("getUpdates", json!({"allowed_updates": ["message_reaction"]})).await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "good?"})).await;
    ann.react(&ann.last_seen().unwrap(), "👍");
    let updates = wire.updates().await;
    assert_eq!(updates[0]["message_reaction"]["new_reaction"][0]["emoji"], "👍");
    let id = ann.last_seen().unwrap().id();
    let wrong =
        json!({"chat_id": ann.id(), "message_id": id, "reaction": [{"type": "emoji", "emoji": "🫖"}]});
    assert_eq!(wire.no("setMessageReaction", wrong).await.1, "Bad Request: REACTION_INVALID");
}

#[tokio::test]
async fn a_message_older_than_two_days_stays() {
    let wire = Wire::with(Config::with_clock(Clock::standing_at(1_800_000_000))).await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let id = wire.ok("sendMessage", json!({"chat_id": ann.id(), "text": "a"})).await["message_id"].clone();
    wire.telegram.advance(std::time::Duration::from_secs(48 * 3600 + 1));
    let (_, words) = wire.no("deleteMessage", json!({"chat_id": ann.id(), "message_id": id})).await;
    assert_eq!(words, "Bad Request: message can't be deleted for everyone");
}

#[tokio::test]
async fn old_messages_make_room() {
    let wire = Wire::with(Config { keep_messages: 3, ..Config::default() }).await;
    let ann = wire.telegram.user("Ann").create();
    for n in 0..5 {
        ann.send(&n.to_string());
    }
    let texts: Vec<String> = ann.messages().iter().map(|message| message.text().to_owned()).collect();
    assert_eq!(texts, ["2", "3", "4"]);
}

#[tokio::test]
async fn a_sandbox_ends_at_once_even_with_an_open_poll() {
    let wire = Wire::up().await;
    let address = wire.telegram.address();
    let poll = wire.http.post(wire.url("getUpdates")).json(&json!({"timeout": 50})).send();
    let poll = tokio::spawn(poll);
    wire.polled().await;
    tokio::time::timeout(std::time::Duration::from_secs(5), wire.telegram.shutdown()).await.expect("an end");
    assert_eq!(poll.await.unwrap().unwrap().text().await.unwrap(), r#"{"ok":true,"result":[]}"#);
    tokio::net::TcpListener::bind(address).await.expect("the port is free again");
}
