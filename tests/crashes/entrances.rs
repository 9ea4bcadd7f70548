//! Both ways in serve the same conversation.

use crate::buying::{PLACE, fill_in, has_exactly_one_order};
use crate::support::postgres::TestDb;
use crate::support::shop::Shop;

async fn an_order_is_placed(shop: Shop, address: &str) {
    let serving = shop.serve_at(address);
    let ann = shop.customer("Ann");
    fill_in(&ann).await;
    let press = ann.tap(PLACE).await;
    ann.resend_press(&press);
    ann.sees("Thank you!").await;
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn an_order_is_placed_by_polling() {
    let db = TestDb::new().await;
    an_order_is_placed(Shop::open(&db.url()).await.with("MODE", "polling"), "127.0.0.1:0").await;
}

#[tokio::test]
async fn an_order_is_placed_by_webhook() {
    let db = TestDb::new().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let shop = Shop::open(&db.url()).await.with("MODE", "webhook");
    let shop =
        shop.with("WEBHOOK_URL", &format!("http://{free}")).with("WEBHOOK_SECRET", "a-secret-of-the-webhook");
    an_order_is_placed(shop, &free.to_string()).await;
}
