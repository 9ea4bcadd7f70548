//! Polls, tips, Web Apps: what asks a person for a choice.

use serde_json::json;

use crate::chrome::Screen;
use crate::scene::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn a_vote_shows_the_counts_and_can_be_changed() {
    let Some(scene) = Scene::open(Screen::DESKTOP.dark()).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let poll =
        json!({"chat_id": ann, "question": "Which tea next?", "options": ["Assam", "Sencha", "Rooibos"]});
    let id = bot.call("sendPoll", poll).await["message_id"].clone();
    page.see(".poll", "0 votes").await;
    page.gone(".poll small", "%").await;
    page.click(".poll .option", "Sencha").await;
    page.see(".poll .option[aria-pressed=true]", "Sencha").await;
    page.see(".poll .option", "100 %").await;
    page.picture("poll").await;
    page.click(".poll .option", "Assam").await;
    page.see(".poll .option[aria-pressed=true]", "Assam").await;
    page.see(".poll", "1 vote").await;
    bot.call("stopPoll", json!({"chat_id": ann, "message_id": id})).await;
    page.see(".poll", "Final results").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tip_is_suggested_or_typed_and_added_to_the_total() {
    let Some(scene) = Scene::open(Screen::PHONE.dark()).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let invoice = json!({
        "chat_id": ann, "title": "Order 17", "description": "2 × Assam", "payload": "17", "provider_token": "bank:test", "currency": "EUR",
        "prices": [{"label": "Assam", "amount": 1500}], "max_tip_amount": 500, "suggested_tip_amounts": [100, 200],
    });
    bot.call("sendInvoice", invoice).await;
    page.click(".key", "Pay").await;
    page.click("dialog .tips button", "€2.00").await;
    page.see("dialog .bill", "€17.00").await;
    page.picture("tip").await;
    page.write("dialog input[type=number]", "3.50").await;
    page.click("dialog button", "Pay €18.50").await;
    let query = bot.next("pre_checkout_query").await;
    assert_eq!(query["total_amount"], 1850);
    bot.call("answerPreCheckoutQuery", json!({"pre_checkout_query_id": query["id"], "ok": true})).await;
    page.see(".invoice .receipt", "Paid").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_the_invoice_behind_it() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let invoice = json!({
        "title": "Song", "description": "One song", "payload": "song", "provider_token": "", "currency": "XTR",
        "prices": [{"label": "Song", "amount": 7}],
    });
    let link = bot.call("createInvoiceLink", invoice).await;
    bot.say(*ann, &format!("Pay here: {}", link.as_str().expect("a link"))).await;
    page.click(".bubble a", "t.me/$").await;
    page.see("dialog .bill", "Song").await;
    page.click("dialog button", "Pay ⭐ 7").await;
    let query = bot.next("pre_checkout_query").await;
    bot.call("answerPreCheckoutQuery", json!({"pre_checkout_query_id": query["id"], "ok": true})).await;
    page.see(".pill", "Ann Keller paid ⭐ 7").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_web_app_key_asks_what_the_app_would_send() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let Scene { page, bot, ann, .. } = &scene;
    let keyboard = json!({"keyboard": [[{"text": "Order form", "web_app": {"url": "https://example.org/form"}}]], "resize_keyboard": true});
    bot.call("sendMessage", json!({"chat_id": ann, "text": "Fill it in", "reply_markup": keyboard})).await;
    page.click(".reply-keyboard .key", "Order form").await;
    page.see("dialog code", "https://example.org/form").await;
    page.write("dialog textarea", "2 teas").await;
    page.picture("web-app").await;
    page.click("dialog button", "Send to the bot").await;
    assert_eq!(
        bot.next("message").await["web_app_data"],
        json!({"button_text": "Order form", "data": "2 teas"})
    );
    page.see(".pill", "Order form").await;
    scene.close().await;
}
