//! Sound, films, stickers, and files that a person sends.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, STAFF, Scene, picture, sound};

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_message_can_be_heard_and_a_sticker_seen() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let chat = [("chat_id", ann.to_string())];
    bot.upload("sendVoice", "voice", "hello.wav", sound(), &chat).await;
    page.see(".bubble audio", "").await;
    page.until("return [...document.querySelectorAll('audio')].every((audio) => audio.duration > 0.4)").await;
    bot.upload("sendSticker", "sticker", "cup.bmp", picture([20, 120, 60]), &chat).await;
    page.until("return document.querySelector('img.sticker')?.naturalWidth === 320").await;
    bot.upload("sendVideo", "video", "film.mp4", b"no film".to_vec(), &chat).await;
    page.see(".bubble video[controls]", "").await;
    bot.upload("sendAnimation", "animation", "steam.mp4", b"no film".to_vec(), &chat).await;
    page.see(".bubble video[loop]", "").await;
    page.picture("sounds-and-films").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_from_the_paper_clip_are_an_album_with_the_words_of_the_line() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, .. } = &scene;
    page.write(&format!("{CUSTOMER} textarea"), "Is this the right tea?").await;
    page.attach(
        "Photo or video",
        &[("one.bmp", picture([120, 60, 20])), ("two.bmp", picture([60, 60, 120]))],
    )
    .await;
    let [first, second] = [bot.next("message").await, bot.next("message").await];
    assert_eq!(first["caption"], "Is this the right tea?");
    assert_eq!(first["media_group_id"], second["media_group_id"]);
    page.see(".message.out .album", "").await;
    page.attach("File", &[("list.txt", b"2 x Assam".to_vec())]).await;
    assert_eq!(bot.next("message").await["document"]["file_name"], "list.txt");
    page.see(".message.out .file", "list.txt").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_can_be_pasted_into_the_line() {
    let Some(scene) = Scene::open(Screen::PHONE).await else { return };
    let Scene { page, bot, .. } = &scene;
    let paste = "const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[0])], 'shot.bmp', {type: 'image/bmp'}));
        document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));";
    page.script(paste, &[json!(picture([10, 90, 90]))]).await;
    assert!(bot.next("message").await["photo"].is_array());
    page.see(".message.out .photo", "").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_forwarded_to_the_group() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, person, ann, .. } = &scene;
    scene.with_staff().await;
    person
        .call(
            reqwest::Method::PUT,
            &format!("/groups/-1001/members/{ann}"),
            Some(json!({"status": "member"})),
        )
        .await;
    bot.say(*ann, "Your order 17 is ready").await;
    page.see(".bubble", "Your order 17 is ready").await;
    page.script("[...document.querySelectorAll('.bubble')].at(-1).focus()", &[]).await;
    page.press(thirtyfour::Key::Enter).await;
    page.click(".menu button", "Forward").await;
    page.click("dialog button", "Shop staff").await;
    page.see(&format!("{STAFF} .bubble"), "Your order 17 is ready").await;
    page.see(&format!("{STAFF} .forwarded"), "Forwarded from Corner Shop").await;
    scene.close().await;
}
