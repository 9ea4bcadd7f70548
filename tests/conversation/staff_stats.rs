//! `/stats`: the shop in pictures, for those who may see its numbers.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn the_statistics_come_as_a_picture_and_buttons_lead_on() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    olga.send("/stats today");
    let seen = olga.sees("💰 Revenue: €16.90").await;
    assert!(seen.text().contains("🧾 Orders: 1"), "{}", seen.text());
    assert!(seen.json()["photo"].is_array(), "{}", seen.json());
    press_first(&olga, "🏆 Products").await;
    olga.sees("No order came with a promo code").await;
    press_first(&olga, "🕒 Hours").await;
    olga.sees("Most orders:").await;
    press_first(&olga, "👣 Visitors").await;
    olga.sees("Ended in an order: 100%").await;
    // The same press, resent, draws the same picture.
    let press = olga.tap("30 days").await;
    let again = olga.resend_press(&press);
    olga.answer_to(&press).await;
    olga.answer_to(&again).await;
    let month = olga.sees("• 30 days").await;
    assert!(month.text().contains("👣 Visits: 1"), "{}", month.text());
    assert_eq!(olga.messages().iter().filter(|seen| seen.json()["photo"].is_array()).count(), 1);
    shop.close().await;
}

#[tokio::test]
async fn the_numbers_are_for_those_who_lead() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    sam.send("/stats");
    sam.sees("Your role here is “Packer”").await;
    olga.send("/stats 2026-11-01");
    let seen = olga.sees("1 Nov 2026").await;
    let press = sam.tap_on(&seen, "🕒 Hours");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    for nonsense in ["yesterweek", "2026-11-24 2026-11-01", "2020-01-01 2026-11-24"] {
        olga.send(&format!("/stats {nonsense}"));
        olga.sees("Please ask like this: /stats").await;
    }
    ann.send("/stats");
    ann.send("/help");
    ann.sees("How to order").await;
    assert!(!ann.transcript().contains("Revenue"), "{}", ann.transcript());
    shop.close().await;
}
