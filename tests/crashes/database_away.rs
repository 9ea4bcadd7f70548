//! Postgres is stopped under a conversation, and comes back.

use crate::buying::{PLACE, fill_in, has_exactly_one_order, sees_at_last};
use crate::support::servers::OwnPostgres;
use crate::support::shop::{Shop, until};

#[tokio::test]
async fn a_press_while_the_database_is_away_is_answered_when_it_is_back() {
    let mut postgres = OwnPostgres::start("a_press_while_away").await;
    let shop = Shop::open(postgres.url()).await;
    let serving = shop.serve();
    let ann = shop.customer("Ann");
    fill_in(&ann).await;

    postgres.stop().await;
    ann.tap(PLACE).await;
    serving.says("updates were not stored").await;
    assert!(shop.telegram.pending_updates(shop.bot.id()) > 0, "nothing is confirmed that is not stored");

    postgres.start_again().await;
    sees_at_last(&ann, "Thank you!").await;
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn a_customer_in_the_middle_hears_an_apology_and_gets_the_order_when_the_database_is_back() {
    let mut postgres = OwnPostgres::start("in_the_middle").await;
    let shop = Shop::open(postgres.url()).await;
    let serving = shop.serve();
    let ann = shop.customer("Ann");
    fill_in(&ann).await;

    // Holds the order up, so that the database goes away in its middle.
    let mut holding = shop.pool().begin().await.unwrap();
    sqlx::query("LOCK TABLE orders").execute(&mut *holding).await.unwrap();
    let press = ann.tap(PLACE).await;
    let held_up = "SELECT count(*) FROM pg_locks WHERE NOT granted";
    until("the order is held up", async || shop.count(held_up).await > 0).await;
    postgres.stop().await;
    let answer = ann.answer_to(&press).await;
    assert!(answer.text.as_deref().unwrap_or_default().contains("Technical problems"), "{answer:?}");

    drop(holding);
    postgres.start_again().await;
    sees_at_last(&ann, "Thank you!").await;
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn a_bot_that_starts_before_its_database_waits_for_it() {
    let mut postgres = OwnPostgres::start("starts_before").await;
    let shop = Shop::open(postgres.url()).await;
    postgres.stop().await;
    let serving = shop.serve();
    let ann = shop.customer("Ann");
    ann.start();
    serving.says("the database does not answer").await;
    postgres.start_again().await;
    sees_at_last(&ann, "Hello, Ann!").await;
    serving.stop().await;
}
