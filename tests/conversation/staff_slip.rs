//! The packing slip, and the code on it.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_slip_is_printed_from_the_card_in_every_state() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    sam.press("🖨 Slip").await;
    let slips = |transcript: Vec<telegram_sandbox::Seen>| {
        let names =
            transcript.iter().map(|seen| seen.json()["document"]["file_name"].as_str().map(str::to_owned));
        names.flatten().collect::<Vec<_>>()
    };
    shop.until("SELECT count(*) FROM inbox", 0).await;
    assert_eq!(slips(sam.messages()), ["order-1.pdf"]);
    sam.press("✅ Accept").await;
    sam.sees("✅ Accepted · Sam").await;
    shop.run(
        "UPDATE orders SET status = 'delivered', customer = NULL, name = NULL, phone = NULL, address = NULL",
    )
    .await;
    shop.run("UPDATE skus SET reserved = 0").await;
    let press = sam.tap_on(&card, "🖨 Slip");
    sam.answer_to(&press).await;
    shop.until("SELECT count(*) FROM inbox", 0).await;
    assert_eq!(slips(sam.messages()).len(), 2);
    shop.close().await;
}

#[tokio::test]
async fn who_of_the_staff_scans_a_slip_finds_the_card_in_the_group() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.sees("Order No. 1").await;
    let code = shop.slip_of(1).await;
    let private = sam.with(&shop.bot);
    private.start_with(&code);
    private.sees("The card of order No. 1 is at the end of the staff group now").await;
    shop.until("SELECT count(*) FROM inbox", 0).await;
    let cards = sam.messages().into_iter().filter(|seen| seen.text().contains("Order No. 1")).count();
    assert_eq!(cards, 2);
    sam.press("✅ Accept").await;
    ann.sees("was accepted").await;
    shop.close().await;
}

#[tokio::test]
async fn a_customer_who_scans_a_slip_sees_the_order_if_it_is_theirs() {
    let shop = TestShop::open().await;
    let (ann, bea, sam) = (shop.customer("Ann"), shop.customer("Bea"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    let code = shop.slip_of(1).await;
    ann.start_with(&code);
    ann.sees("Round Mug").await;
    bea.start_with(&code);
    bea.sees("I can’t find that order.").await;
    let hello = sam.send("Good morning");
    shop.olga().reply(&hello, "/staff");
    press_first(&shop.olga(), "🚫 No access").await;
    sam.sees("👤 Sam\n🚫 No access").await;
    let private = sam.with(&shop.bot);
    private.start_with(&code);
    private.sees("I can’t find that order.").await;
    shop.close().await;
}
