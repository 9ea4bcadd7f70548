//! What a message looks like.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, Scene, picture};

#[tokio::test(flavor = "multi_thread")]
async fn formatting_is_shown_as_the_bot_wrote_it() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let html = "<b>bold <i>both</i></b> <u>under</u> <s>gone</s> <code>let x</code> <a href=\"https://example.com/\">a link</a> \
                <tg-spoiler>secret</tg-spoiler> 🎉 <b>after the emoji</b><pre><code class=\"language-rust\">fn main() {}</code></pre>\
                <blockquote>said before</blockquote>";
    bot.call("sendMessage", json!({"chat_id": ann, "text": html, "parse_mode": "HTML"})).await;
    page.see(".bubble b", "bold both").await;
    page.see(".bubble b i", "both").await;
    page.see(".bubble u", "under").await;
    page.see(".bubble s", "gone").await;
    page.see(".bubble code", "let x").await;
    page.see(".bubble a[href='https://example.com/']", "a link").await;
    page.see(".bubble b", "after the emoji").await;
    page.see(".bubble pre[data-language=rust]", "fn main() {}").await;
    page.see(".bubble blockquote", "said before").await;
    page.click(".spoiler:not(.shown)", "secret").await;
    page.see(".spoiler.shown", "secret").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_customer_typed_is_never_markup() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.send(CUSTOMER, "<img src=x onerror=alert(1)> & <b>me</b>").await;
    page.see(".message.out .text", "<img src=x onerror=alert(1)> & <b>me</b>").await;
    assert_eq!(bot.next("message").await["text"], "<img src=x onerror=alert(1)> & <b>me</b>");
    assert_eq!(page.count(".bubble img, .out .bubble .text b").await, 0);
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_opens_large_and_an_album_can_be_leafed_through() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let chat = ("chat_id", ann.to_string());
    let sent = bot
        .upload(
            "sendPhoto",
            "photo",
            "tea.bmp",
            picture([120, 60, 20]),
            &[chat.clone(), ("caption", "Assam, 100 g".into())],
        )
        .await;
    let file = &sent["photo"][0]["file_id"];
    page.see(".bubble .text", "Assam, 100 g").await;
    let album = json!([{"type": "photo", "media": file, "caption": "Three teas"}, {"type": "photo", "media": file}, {"type": "photo", "media": file}]);
    bot.call("sendMediaGroup", json!({"chat_id": ann, "media": album})).await;
    page.see(".album", "").await;
    assert_eq!(page.count(".album .photo").await, 3);
    page.see(".bubble .text", "Three teas").await;
    let loaded = "return [...document.querySelectorAll('.photo img')].every((image) => image.complete && image.naturalWidth === 320)";
    for _ in 0..100 {
        if page.script(loaded, &[]).await == true {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    }
    assert_eq!(page.script(loaded, &[]).await, true, "every photo is shown");
    page.picture("photos").await;
    page.click(".bubble .photo", "Assam").await;
    page.see("dialog.viewer figcaption", "Assam, 100 g").await;
    page.picture("photo-viewer").await;
    page.click("dialog.viewer img", "").await;
    page.see("dialog.viewer .zoomed", "").await;
    page.press(thirtyfour::Key::Right).await;
    page.see("dialog.viewer figcaption", "Three teas").await;
    page.press(thirtyfour::Key::Escape).await;
    page.gone("dialog.viewer", "").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_places_contacts_and_dice_have_their_bubbles() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    bot.upload(
        "sendDocument",
        "document",
        "receipt.pdf",
        b"%PDF-1.4".to_vec(),
        &[("chat_id", ann.to_string())],
    )
    .await;
    page.see(".bubble .file", "receipt.pdf").await;
    bot.call("sendVenue", json!({"chat_id": ann, "latitude": 52.52, "longitude": 13.4, "title": "Corner Shop", "address": "Main Street 1"})).await;
    page.see(".bubble .map", "Map at 52.52, 13.4").await;
    page.see(".bubble .card", "Main Street 1").await;
    bot.call("sendLocation", json!({"chat_id": ann, "latitude": 48.85, "longitude": 2.35})).await;
    page.see(".bubble .map", "Map at 48.85, 2.35").await;
    bot.call("sendContact", json!({"chat_id": ann, "phone_number": "+15550007777", "first_name": "Courier"}))
        .await;
    page.see(".bubble .file", "+15550007777").await;
    page.picture("files-places-contacts").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_edited_in_place_and_disappears_when_deleted() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let first = bot.say(*ann, "Packing your order").await;
    bot.say(*ann, "One moment").await;
    page.see(".bubble", "One moment").await;
    let bubbles = page.count(".bubble").await;
    bot.call("editMessageText", json!({"chat_id": ann, "message_id": first, "text": "On its way"})).await;
    page.see(".bubble", "On its way").await;
    page.see(".bubble .meta", "edited").await;
    page.gone(".bubble", "Packing your order").await;
    assert_eq!(page.count(".bubble").await, bubbles);
    bot.call("deleteMessage", json!({"chat_id": ann, "message_id": first})).await;
    page.gone(".bubble", "On its way").await;
    page.see(".bubble", "One moment").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn replies_lead_back_pins_stay_on_top_and_reactions_are_counted() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let rules = bot.say(*ann, "We deliver from 10 to 18").await;
    for number in 0..25 {
        bot.say(*ann, &format!("News {number}\nand a second line")).await;
    }
    bot.call(
        "sendMessage",
        json!({"chat_id": ann, "text": "As said above", "reply_parameters": {"message_id": rules}}),
    )
    .await;
    page.click(".quote", "We deliver from 10 to 18").await;
    page.see(".message.jumped", "We deliver from 10 to 18").await;
    bot.call("pinChatMessage", json!({"chat_id": ann, "message_id": rules})).await;
    page.see(".pinned", "We deliver from 10 to 18").await;
    page.see(".pill", "pinned").await;
    bot.call(
        "setMessageReaction",
        json!({"chat_id": ann, "message_id": rules, "reaction": [{"type": "emoji", "emoji": "🔥"}]}),
    )
    .await;
    page.click(".pinned button", "We deliver").await;
    page.see(".reactions", "🔥").await;
    page.see(".to-end", "").await;
    page.click(".to-end", "").await;
    page.gone(".to-end", "").await;
    page.picture("pinned").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ticks_tell_whether_the_bot_has_taken_a_message() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.send(CUSTOMER, "Anyone there?").await;
    page.see(".message.out .meta [aria-label=Sent]", "").await;
    bot.next("message").await;
    page.see(".message.out:last-child .meta [aria-label='Read by the bot']", "").await;
    scene.close().await;
}
