//! Both ways in serve the same conversation.

use crate::buying::{PLACE, fill_in, has_exactly_one_order};
use crate::support::postgres::TestDb;
use crate::support::proxy::Proxy;
use crate::support::shop::{Serving, Shop};

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

#[tokio::test]
async fn an_order_is_placed_by_webhook() {
    let (db, proxy) = (TestDb::new().await, Proxy::start().await);
    let shop = Shop::open(&db.url())
        .await
        .with("MODE", "webhook")
        .with("WEBHOOK_URL", &proxy.url())
        .with("WEBHOOK_SECRET", "a-secret-of-the-webhook");
    let serving = shop.serve();
    proxy.leads_to(0, serving.address().await);
    an_order_is_placed(&shop, serving).await;
    assert!(proxy.requests() > 0);
}
