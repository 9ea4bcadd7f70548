//! The pictures of the README: a bot that plans walks, a person who asks it, and the people who guide them.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{Scene, TOKEN};

async fn plan_walks(scene: &Scene) -> i64 {
    let Scene { bot, person, ann, .. } = scene;
    let named = json!({"token": TOKEN, "first_name": "Walks", "username": "walks_bot"});
    person.post("/bots", named).await;
    let group = json!({"id": -1001, "title": "Guides", "creator": ann, "admins": [bot.id]});
    person.post("/groups", group).await;
    for (name, language) in [("Борис", "ru"), ("Chen", "zh-hans")] {
        let user = person.post("/users", json!({"first_name": name, "language_code": language})).await;
        person.post(&format!("/users/{}/chats/{}/start", user["id"], bot.id), json!({})).await;
    }
    let text = "Where shall we <b>walk</b> on Sunday?\n<i>Two hours, no hills.</i> The <a href=\"https://t.me/walks_bot?start=map\">map</a> has all of them.";
    let keys = json!({"inline_keyboard": [
        [{"text": "🌲 Forest", "callback_data": "forest"}, {"text": "🏞 River", "callback_data": "river"}],
        [{"text": "Join on Sunday", "callback_data": "join", "style": "success"}],
    ]});
    let asked = bot
        .call(
            "sendMessage",
            json!({"chat_id": ann, "text": text, "parse_mode": "HTML", "reply_markup": keys}),
        )
        .await["message_id"]
        .clone();
    let mine = format!("/users/{ann}/chats/{}/messages", bot.id);
    let answer = person.post(&mine, json!({"text": "Along the river, please", "reply_to": asked})).await;
    bot.call("setMessageReaction", json!({"chat_id": ann, "message_id": answer["message_id"], "reaction": [{"type": "emoji", "emoji": "👍"}]})).await;
    let mill = json!({"chat_id": ann, "latitude": 52.52, "longitude": 13.4, "title": "The old mill", "address": "River path, km 4"});
    bot.call("sendVenue", mill).await;
    let keyboard = json!({"keyboard": [["Other walks", "Weather"], [{"text": "Send my place", "request_location": true}]], "resize_keyboard": true});
    bot.call(
        "sendMessage",
        json!({"chat_id": ann, "text": "Where do you start from?", "reply_markup": keyboard}),
    )
    .await;
    let card = bot
        .offer(-1001, "Ann wants to walk along the river on Sunday", json!([[{"text": "I guide it", "callback_data": "guide"}, {"text": "Not me", "callback_data": "no"}]]))
        .await;
    bot.call("pinChatMessage", json!({"chat_id": -1001, "message_id": card})).await;
    bot.call("sendPoll", json!({"chat_id": -1001, "question": "Meet at?", "options": ["Nine", "Ten"]})).await;
    *ann
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pictures_of_the_readme_can_be_taken_again() {
    for (screen, name) in [(Screen::DESKTOP, "readme-wide"), (Screen::PHONE.dark(), "readme-phone")] {
        let Some(scene) = Scene::open(screen).await else { return };
        let ann = plan_walks(&scene).await;
        let page = &scene.page;
        page.go(&if screen.width < 500 { scene.address() } else { scene.both(ann) }).await;
        page.see(".bubble", "Where do you start from?").await;
        page.until(
            "return [...document.querySelectorAll('.bubble img')].every((image) => image.naturalWidth > 0)",
        )
        .await;
        page.script("document.querySelector('.messages').scrollTop = 1e6", &[]).await;
        page.picture(name).await;
        scene.close().await;
    }
}
