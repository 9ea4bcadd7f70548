//! Buttons below a message and keys below the writing line.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::{CUSTOMER, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_pressed_button_spins_until_the_bot_answers() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    bot.offer(
        *ann,
        "How many?",
        json!([[{"text": "Add one", "callback_data": "add"}, {"text": "Rules", "callback_data": "rules"}]]),
    )
    .await;
    page.click(".key", "Add one").await;
    page.see(".key[aria-busy=true]", "Add one").await;
    page.picture("spinning").await;
    let query = bot.next("callback_query").await;
    assert_eq!((&query["data"], &query["from"]["id"]), (&json!("add"), &json!(ann)));
    page.see(".key[aria-busy=true]", "Add one").await;
    bot.answer(&query, "Added to the cart", false).await;
    page.see(".toast", "Added to the cart").await;
    page.gone(".key[aria-busy=true]", "").await;

    page.click(".key", "Rules").await;
    let query = bot.next("callback_query").await;
    bot.answer(&query, "Orders over 1000 pieces need a call", true).await;
    page.see("dialog.alert", "Orders over 1000 pieces need a call").await;
    page.picture("alert").await;
    page.click("dialog.alert button", "OK").await;
    page.gone("dialog.alert", "").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_press_while_it_spins_is_not_sent() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    bot.offer(*ann, "Pay?", json!([[{"text": "Order now", "callback_data": "order"}]])).await;
    page.click(".key", "Order now").await;
    page.click(".key", "Order now").await;
    let query = bot.next("callback_query").await;
    page.send(CUSTOMER, "after both presses").await;
    bot.answer(&query, "", false).await;
    // A second press would come before the message that was written after it.
    let (kind, _) = bot.next_of(&["callback_query", "message"]).await;
    assert_eq!(kind, "message", "one press, however often it is clicked while it spins");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_keyboard_keeps_the_place_of_the_keyboard_user() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let counter = |n: u32| json!([[{"text": "−", "callback_data": "less"}, {"text": n.to_string(), "callback_data": "n"}, {"text": "+", "callback_data": "more"}]]);
    let id = bot.offer(*ann, "Tea", counter(1)).await;
    page.see(".key", "+").await;
    page.script("document.querySelector('[data-column=\"2\"]').focus()", &[]).await;
    for count in 2..5 {
        page.press(thirtyfour::Key::Enter).await;
        let query = bot.next("callback_query").await;
        assert_eq!(query["data"], "more");
        bot.call(
            "editMessageReplyMarkup",
            json!({"chat_id": ann, "message_id": id, "reply_markup": {"inline_keyboard": counter(count)}}),
        )
        .await;
        bot.answer(&query, "", false).await;
        page.see(".key", &count.to_string()).await;
        page.gone(".key[aria-busy=true]", "").await;
        page.see("[data-column='2']:focus", "+").await;
    }
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_copies_and_inline_searches_do_what_they_say() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let keyboard = json!([
        [{"text": "Copy code", "copy_text": {"text": "SPRING"}}, {"text": "Search", "switch_inline_query_current_chat": "green tea"}],
        [{"text": "Product 17", "url": "https://t.me/corner_bot?start=p_17"}, {"text": "Site", "url": "https://example.com/shop"}],
    ]);
    bot.offer(*ann, "Choose", keyboard).await;
    page.click(".key", "Copy code").await;
    page.see(".toast", "Copied “SPRING”").await;
    page.click(".key", "Site").await;
    page.see("dialog", "https://example.com/shop").await;
    page.click("dialog button", "Cancel").await;
    page.gone("dialog", "").await;
    page.click(".key", "Product 17").await;
    assert_eq!(bot.next("message").await["text"], "/start p_17");
    page.see(".message.out", "/start p_17").await;
    page.click(".key", "Search").await;
    page.see(&format!("{CUSTOMER} textarea"), "@corner_bot green tea").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_link_in_a_text_starts_the_bot_with_its_payload() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    bot.say(*ann, "Invite friends: https://t.me/corner_bot?start=ref_5").await;
    page.click(".bubble a", "start=ref_5").await;
    assert_eq!(bot.next("message").await["text"], "/start ref_5");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_keyboard_sends_its_words_the_own_number_and_a_place() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let keyboard = json!({
        "keyboard": [[{"text": "Catalogue"}, {"text": "My orders"}], [{"text": "Send phone", "request_contact": true}, {"text": "Send place", "request_location": true}]],
        "resize_keyboard": true, "input_field_placeholder": "Choose below",
    });
    bot.call("sendMessage", json!({"chat_id": ann, "text": "What next?", "reply_markup": keyboard})).await;
    page.see(&format!("{CUSTOMER} textarea[placeholder='Choose below']"), "").await;
    page.click(".reply-keyboard .key", "My orders").await;
    assert_eq!(bot.next("message").await["text"], "My orders");
    page.click(".reply-keyboard .key", "Send phone").await;
    page.click("dialog button", "Share").await;
    assert_eq!(bot.next("message").await["contact"]["user_id"], json!(ann));
    page.click(".reply-keyboard .key", "Send place").await;
    page.see("dialog .pick-map svg", "").await;
    page.picture("location-picker").await;
    page.click("dialog button", "Send location").await;
    let location = &bot.next("message").await["location"];
    assert!((location["latitude"].as_f64().expect("a latitude") - 52.52197).abs() < 0.001);
    page.click("button[aria-label='Keyboard of the bot']", "").await;
    page.gone(".reply-keyboard", "").await;
    page.click("button[aria-label='Keyboard of the bot']", "").await;
    page.see(".reply-keyboard", "Catalogue").await;
    bot.call(
        "sendMessage",
        json!({"chat_id": ann, "text": "Done", "reply_markup": {"remove_keyboard": true}}),
    )
    .await;
    page.gone(".reply-keyboard", "").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_one_time_keyboard_goes_after_one_press_and_can_be_called_back() {
    let Some(scene) = Scene::open(Screen::PHONE).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let keyboard = json!({"keyboard": [["Yes", "No"], ["Later"]], "one_time_keyboard": true});
    bot.call("sendMessage", json!({"chat_id": ann, "text": "Deliver today?", "reply_markup": keyboard}))
        .await;
    page.see(".reply-keyboard.tall", "Yes").await;
    page.picture("one-time-keyboard").await;
    page.click(".reply-keyboard .key", "Yes").await;
    assert_eq!(bot.next("message").await["text"], "Yes");
    page.gone(".reply-keyboard", "").await;
    page.click("button[aria-label='Keyboard of the bot']", "").await;
    page.see(".reply-keyboard", "Later").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forced_reply_opens_the_answer_at_once() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let force = json!({"force_reply": true, "input_field_placeholder": "Street and house"});
    let asked =
        bot.call("sendMessage", json!({"chat_id": ann, "text": "Where to?", "reply_markup": force})).await;
    page.see(".context", "Where to?").await;
    page.see("textarea[placeholder='Street and house']", "").await;
    page.send(CUSTOMER, "Main Street 1").await;
    assert_eq!(bot.next("message").await["reply_to_message"]["message_id"], asked["message_id"]);
    scene.close().await;
}
