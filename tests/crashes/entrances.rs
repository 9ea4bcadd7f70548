//! Both ways in serve the same conversation.

use crate::shop::{PLACE, Shop, fill_in};
use crate::support::postgres::TestDb;

async fn an_order_is_placed(shop: Shop) {
    let serving = shop.serve();
    let ann = shop.customer("Ann");
    fill_in(&ann).await;
    let press = ann.tap(PLACE).await;
    ann.resend_press(&press);
    ann.sees("Thank you!").await;
    shop.has_exactly_one_order().await;
    serving.stop().await;
}

#[tokio::test]
async fn an_order_is_placed_by_polling() {
    let db = TestDb::new().await;
    an_order_is_placed(Shop::open(&db.url()).await.with("MODE", "polling")).await;
}

#[tokio::test]
async fn an_order_is_placed_by_webhook() {
    let db = TestDb::new().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let shop = Shop::open(&db.url()).await.with("MODE", "webhook").with("HTTP_LISTEN", &free.to_string());
    let shop =
        shop.with("WEBHOOK_URL", &format!("http://{free}")).with("WEBHOOK_SECRET", "a-secret-of-the-webhook");
    an_order_is_placed(shop).await;
}
