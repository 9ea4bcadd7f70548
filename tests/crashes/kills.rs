//! kill -9, at the worst moment: the order is committed, and the customer does not know it yet.

use crate::buying::{PLACE, fill_in, has_exactly_one_order, sees_at_last};
use crate::support::postgres::TestDb;
use crate::support::servers::OwnRedis;
use crate::support::shop::{Shop, until};

/// Kills the bot between the order and its answer, and starts it again.
async fn is_killed_after_the_order(shop: Shop) {
    let mut serving = shop.serve();
    let ann = shop.customer("Ann");
    fill_in(&ann).await;
    shop.cut_off_customers();
    ann.tap(PLACE).await;
    until("the order", async || shop.orders().await == 1).await;
    // Else the staff's card is in flight, and rests for as long as a message may take.
    let tried = "SELECT count(*) FROM outbox WHERE attempts > 0";
    until("the staff's card was tried", async || shop.count(tried).await == 1).await;
    serving.kill().await;
    assert!(!ann.transcript().contains("Thank you!"), "{}", ann.transcript());

    shop.mend();
    let serving = shop.serve();
    sees_at_last(&ann, "Thank you!").await;
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn an_order_whose_answer_died_with_the_bot_exists_once_and_is_answered_by_the_next() {
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    is_killed_after_the_order(Shop::open(&db.url()).await.with("REDIS_URL", &redis.url())).await;
}

#[tokio::test]
async fn so_is_one_whose_conversation_died_with_the_bot() {
    let db = TestDb::new().await;
    is_killed_after_the_order(Shop::open(&db.url()).await).await;
}

#[tokio::test]
async fn a_press_that_the_killed_bot_never_worked_on_is_answered_by_the_next() {
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    let shop = Shop::open(&db.url()).await.with("REDIS_URL", &redis.url());
    let mut serving = shop.serve();
    let ann = shop.customer("Ann");
    fill_in(&ann).await;
    serving.kill().await;
    let press = ann.tap(PLACE).await;
    ann.resend_press(&press);

    let serving = shop.serve();
    sees_at_last(&ann, "Thank you!").await;
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}
