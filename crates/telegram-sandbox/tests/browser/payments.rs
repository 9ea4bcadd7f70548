//! Paying on the page.

use serde_json::{Value, json};

use crate::chrome::Screen;
use crate::scene::Scene;

async fn invoice(scene: &Scene, further: Value) {
    let mut parameters = json!({
        "chat_id": scene.ann, "title": "Order 17", "description": "2 × Assam, 1 × cake", "payload": "17", "provider_token": "bank:test",
        "currency": "EUR", "prices": [{"label": "Assam", "amount": 1500}, {"label": "Cake", "amount": 850}],
    });
    for (name, value) in further.as_object().expect("an object") {
        parameters[name] = value.clone();
    }
    scene.bot.call("sendInvoice", parameters).await;
}

async fn confirm(scene: &Scene) {
    let query = scene.bot.next("pre_checkout_query").await;
    scene.bot.call("answerPreCheckoutQuery", json!({"pre_checkout_query_id": query["id"], "ok": true})).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_is_declined_by_the_bank_and_then_paid() {
    let Some(scene) = Scene::open(Screen::PHONE).await else { return };
    let page = &scene.page;
    invoice(&scene, json!({})).await;
    page.see(".invoice", "€23.50").await;
    page.click(".key", "Pay").await;
    page.see("dialog .bill", "Assam").await;
    page.picture("payment").await;
    page.click("dialog label", "0002").await;
    page.click("dialog button", "Pay €23.50").await;
    confirm(&scene).await;
    page.see("dialog .field-error", "").await;
    page.click("dialog label", "4242").await;
    page.click("dialog button", "Pay €23.50").await;
    confirm(&scene).await;
    let receipt = scene.bot.next("message").await;
    assert_eq!(receipt["successful_payment"]["total_amount"], 2350);
    page.gone("dialog", "").await;
    page.see(".invoice .receipt", "Paid").await;
    page.see(".pill", "Ann Keller paid €23.50").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bots_own_no_is_shown_in_its_words() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let page = &scene.page;
    invoice(&scene, json!({})).await;
    page.click(".key", "Pay").await;
    page.click("dialog button", "Pay €23.50").await;
    let query = scene.bot.next("pre_checkout_query").await;
    let no = json!({"pre_checkout_query_id": query["id"], "ok": false, "error_message": "The cake has just been sold"});
    scene.bot.call("answerPreCheckoutQuery", no).await;
    page.see("dialog .field-error", "The cake has just been sold").await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flexible_invoice_asks_for_the_address_and_the_delivery() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let page = &scene.page;
    invoice(&scene, json!({"need_shipping_address": true, "need_email": true, "is_flexible": true})).await;
    page.click(".key", "Pay").await;
    page.see("dialog input[name=email]", "").await;
    page.click("dialog button", "See delivery options").await;
    let query = scene.bot.next("shipping_query").await;
    assert_eq!(query["shipping_address"]["city"], "Berlin");
    let options = json!([{"id": "bike", "title": "By bike", "prices": [{"label": "Bike", "amount": 300}]}, {"id": "post", "title": "By post", "prices": [{"label": "Post", "amount": 500}]}]);
    scene
        .bot
        .call(
            "answerShippingQuery",
            json!({"shipping_query_id": query["id"], "ok": true, "shipping_options": options}),
        )
        .await;
    page.click("dialog label", "By post").await;
    page.picture("delivery-options").await;
    page.click("dialog button", "Pay €28.50").await;
    confirm(&scene).await;
    let payment = &scene.bot.next("message").await["successful_payment"];
    assert_eq!((&payment["shipping_option_id"], &payment["total_amount"]), (&json!("post"), &json!(2850)));
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stars_are_paid_without_a_card() {
    let Some(scene) = Scene::open(Screen::DESKTOP).await else { return };
    let page = &scene.page;
    invoice(
        &scene,
        json!({"currency": "XTR", "provider_token": "", "prices": [{"label": "E-book", "amount": 50}]}),
    )
    .await;
    page.click(".key", "Pay").await;
    page.see("dialog button", "Pay ⭐ 50").await;
    assert_eq!(page.count("dialog input[name=outcome]").await, 0);
    page.click("dialog button", "Pay ⭐ 50").await;
    confirm(&scene).await;
    assert_eq!(scene.bot.next("message").await["successful_payment"]["currency"], "XTR");
    scene.close().await;
}
