//! Pictures in every size and light. Each picture that is taken is also checked (`page::Page::picture`).

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, STAFF, Scene, picture, sound};

async fn furnish(scene: &Scene) -> i64 {
    let Scene { bot, ann, person, .. } = scene;
    let (olga, _) = scene.with_staff().await;
    let boris = person.post("/users", json!({"first_name": "Борис", "language_code": "ru"})).await["id"]
        .as_i64()
        .expect("an id");
    person.post(&format!("/users/{boris}/chats/{}/start", bot.id), json!({})).await;
    bot.say(boris, "Здравствуйте! Что желаете?").await;
    let text = "Welcome to <b>Corner Shop</b>, Ann!\n<i>Tea</i>, <a href=\"https://t.me/corner_bot?start=p_1\">coffee</a> and <code>cake</code>, brought to your door.";
    let keyboard = json!([[{"text": "🫖 Catalogue", "callback_data": "c"}, {"text": "🛒 Cart", "callback_data": "k"}], [{"text": "Confirm", "callback_data": "y", "style": "success"}, {"text": "Cancel", "callback_data": "n", "style": "danger"}]]);
    let hello = bot.call("sendMessage", json!({"chat_id": ann, "text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": keyboard}})).await;
    bot.call("setMessageReaction", json!({"chat_id": ann, "message_id": hello["message_id"], "reaction": [{"type": "emoji", "emoji": "🎉"}]})).await;
    let add = json!({"inline_keyboard": [[{"text": "−", "callback_data": "-"}, {"text": "2", "callback_data": "="}, {"text": "+", "callback_data": "+"}], [{"text": "Add to cart · €15.00", "callback_data": "a"}]]});
    let fields = [
        ("chat_id", ann.to_string()),
        ("caption", "Assam, 100 g\n€7.50".to_owned()),
        ("reply_markup", add.to_string()),
    ];
    bot.upload("sendPhoto", "photo", "tea.bmp", picture([150, 80, 30]), &fields).await;
    person
        .post(
            &format!("/users/{ann}/chats/{}/messages", bot.id),
            json!({"text": "Do you deliver on Sunday?", "reply_to": hello["message_id"]}),
        )
        .await;
    bot.call("sendInvoice", json!({"chat_id": ann, "title": "Order 17", "description": "2 × Assam", "payload": "17", "provider_token": "b:1", "currency": "EUR", "prices": [{"label": "Assam", "amount": 1500}]})).await;
    bot.call("sendMessage", json!({"chat_id": ann, "text": "What next?", "reply_markup": {"keyboard": [["Catalogue", "My orders"], [{"text": "Send phone", "request_contact": true}]], "resize_keyboard": true}})).await;
    let card = bot
        .offer(
            -1001,
            "New order 17\nAnn Keller, €15.00\nMain Street 1",
            json!([[{"text": "Accept", "callback_data": "1"}, {"text": "Reject", "callback_data": "2"}]]),
        )
        .await;
    bot.call("pinChatMessage", json!({"chat_id": -1001, "message_id": card})).await;
    person.post(&format!("/users/{olga}/chats/-1001/messages"), json!({"text": "I take this one"})).await;
    olga
}

/// One message of each kind that `furnish` leaves out.
async fn furnish_kinds(scene: &Scene) {
    let Scene { bot, person, ann, .. } = scene;
    let chat = ("chat_id", ann.to_string());
    let html = "<b>bold</b> <i>italic</i> <u>under</u> <s>gone</s> <tg-spoiler>secret</tg-spoiler> <code>code</code>\n<blockquote>Said before, and worth saying again</blockquote>\n<pre><code class=\"language-rust\">fn main() {}</code></pre>";
    let first = bot.call("sendMessage", json!({"chat_id": ann, "text": html, "parse_mode": "HTML"})).await;
    let tea = bot
        .upload("sendPhoto", "photo", "tea.bmp", picture([120, 60, 20]), std::slice::from_ref(&chat))
        .await["photo"][0]["file_id"]
        .clone();
    let album = json!([{"type": "photo", "media": tea, "caption": "Three teas"}, {"type": "photo", "media": tea}, {"type": "photo", "media": tea}]);
    bot.call("sendMediaGroup", json!({"chat_id": ann, "media": album})).await;
    bot.upload("sendVoice", "voice", "hello.wav", sound(), std::slice::from_ref(&chat)).await;
    let bill = ("caption", "Your bill".to_owned());
    bot.upload("sendDocument", "document", "bill 17.pdf", b"%PDF-1.4".to_vec(), &[chat.clone(), bill]).await;
    bot.upload("sendSticker", "sticker", "cup.bmp", picture([20, 120, 60]), &[chat]).await;
    bot.call("sendVenue", json!({"chat_id": ann, "latitude": 52.52, "longitude": 13.4, "title": "Corner Shop", "address": "Main Street 1"})).await;
    bot.call("sendContact", json!({"chat_id": ann, "phone_number": "+15550007777", "first_name": "Courier"}))
        .await;
    bot.call(
        "sendPoll",
        json!({"chat_id": ann, "question": "Which tea next?", "options": ["Assam", "Sencha"]}),
    )
    .await;
    bot.call("sendDice", json!({"chat_id": ann})).await;
    let of = json!({"chat_id": ann, "from_chat_id": ann, "message_id": first["message_id"]});
    bot.call("forwardMessage", of).await;
    let mine = format!("/users/{ann}/chats/{}/messages", bot.id);
    person.post(&mine, json!({"text": "👍"})).await;
    person
        .post(
            &mine,
            json!({"text": "A longer line from me, with a link: example.org, and @corner_bot in it"}),
        )
        .await;
}

async fn every_kind_looked_at(screen: Screen, name: &str) {
    let Some(scene) = Scene::open(screen).await else { return };
    furnish_kinds(&scene).await;
    let page = &scene.page;
    page.see(".message.out .bubble", "A longer line").await;
    page.until("return [...document.querySelectorAll('.bubble img')].every((image) => image.complete)").await;
    page.picture(&format!("{name}-end")).await;
    for part in [2, 1] {
        let scroll = "const all = document.querySelector('.messages'); all.scrollTop = all.scrollHeight * arguments[0] / 3 - 200;";
        page.script(scroll, &[json!(part)]).await;
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        page.picture(&format!("{name}-{part}")).await;
    }
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_message_on_a_wide_screen_by_day() {
    every_kind_looked_at(Screen::DESKTOP, "kinds-desktop-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_message_on_a_wide_screen_by_night() {
    every_kind_looked_at(Screen::DESKTOP.dark(), "kinds-desktop-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_message_on_a_phone_by_day() {
    every_kind_looked_at(Screen::PHONE, "kinds-phone-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_message_on_a_phone_by_night() {
    every_kind_looked_at(Screen::PHONE.dark(), "kinds-phone-dark").await;
}

async fn looked_at(screen: Screen, name: &str) {
    let Some(scene) = Scene::open(screen).await else { return };
    let olga = furnish(&scene).await;
    let page = &scene.page;
    page.go(&scene.both(olga)).await;
    let first = if screen.width < 500 { STAFF } else { CUSTOMER };
    page.see(&format!("{} .bubble", if page.count(CUSTOMER).await > 0 { CUSTOMER } else { first }), "").await;
    page.see(".key", "").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    page.picture(name).await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wide_screen_by_day() {
    looked_at(Screen::DESKTOP, "desktop-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wide_screen_by_night() {
    looked_at(Screen::DESKTOP.dark(), "desktop-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_by_day() {
    looked_at(Screen::PHONE, "phone-light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_by_night() {
    looked_at(Screen::PHONE.dark(), "phone-dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_turns_day_into_night_and_is_remembered() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let page = &scene.page;
    page.click("button", "Night colours").await;
    page.see("[data-theme=dark]", "").await;
    page.go(&scene.address()).await;
    page.see("[data-theme=dark] .bubble", "/start").await;
    page.click("button", "Day colours").await;
    page.see("[data-theme=light]", "").await;
    scene.close().await;
}
