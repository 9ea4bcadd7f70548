//! Both ways in serve the same conversation.

use crate::buying::{PLACE, fill_in, has_exactly_one_order};
use crate::support::postgres::TestDb;
use crate::support::proxy::Proxy;
use crate::support::shop::{Serving, Shop};
use std::time::Duration;

async fn an_order_is_placed(shop: &Shop, serving: Serving) {
    let ann = shop.customer("Ann");
    fill_in(&ann).await;
    let press = ann.tap(PLACE).await;
    ann.resend_press(&press);
    ann.sees("Thank you!").await;
    has_exactly_one_order(shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn an_order_is_placed_by_polling() {
    let db = TestDb::new().await;
    let shop = Shop::open(&db.url()).await.with("MODE", "polling");
    an_order_is_placed(&shop, shop.serve()).await;
}

/// A shop whose updates come through `proxy`.
async fn opens_behind(proxy: &Proxy, db: &TestDb) -> (Shop, Serving) {
    let shop = Shop::open(&db.url())
        .await
        .with("MODE", "webhook")
        .with("WEBHOOK_URL", &proxy.url())
        .with("WEBHOOK_SECRET", "a-secret-of-the-webhook");
    let serving = shop.serve();
    proxy.leads_to(0, serving.address().await);
    (shop, serving)
}

#[tokio::test]
async fn an_order_is_placed_by_webhook() {
    let (db, proxy) = (TestDb::new().await, Proxy::start().await);
    let (shop, serving) = opens_behind(&proxy, &db).await;
    an_order_is_placed(&shop, serving).await;
    assert!(proxy.requests() > 0);
}

#[tokio::test]
async fn who_is_not_served_any_more_is_told_although_the_press_is_answered_at_the_door() {
    let (db, proxy) = (TestDb::new().await, Proxy::start().await);
    let (shop, serving) = opens_behind(&proxy, &db).await;
    let ann = shop.customer("Ann");
    ann.start();
    ann.sees("Hello, Ann!").await;
    sqlx::query("UPDATE customers SET banned = true").execute(shop.pool()).await.unwrap();
    // Whoever wrote within two seconds is not looked up again.
    tokio::time::sleep(Duration::from_millis(2100)).await;
    assert_eq!(ann.press("🛒 Cart").await.text, None);
    ann.sees("does not take orders from this account").await;
    serving.stop().await;
    shop.was_polite();
}
