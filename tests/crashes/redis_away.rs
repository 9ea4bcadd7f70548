//! Redis is stopped under a conversation, and comes back with nothing in it.

use crate::buying::{
    PLACE, check_out_until_note, fill_in, fill_in_until_note, has_exactly_one_order, sees_at_last,
};
use crate::support::postgres::TestDb;
use crate::support::servers::OwnRedis;
use crate::support::shop::{Serving, Shop, until};
use telegram_sandbox::Person;

/// A shop with a Redis of its own, and a customer.
async fn opens() -> (TestDb, OwnRedis, Shop, Serving, Person) {
    let (db, redis) = (TestDb::new().await, OwnRedis::start().await);
    let shop = Shop::open(&db.url()).await.with("REDIS_URL", &redis.url());
    let (serving, ann) = (shop.serve(), shop.customer("Ann"));
    (db, redis, shop, serving, ann)
}

/// Waits until nobody knows the conversation but Redis.
async fn rests(shop: &Shop) {
    until("the lane is let go", async || shop.count("SELECT count(*) FROM lanes").await == 0).await;
}

/// Presses a button while Redis is away, and starts Redis again: an apology, and then the cart.
async fn loses_the_conversation(shop: &Shop, redis: &mut OwnRedis, customer: &Person, button: &str) {
    rests(shop).await;
    redis.stop().await;
    let press = customer.tap(button).await;
    let answer = customer.answer_to(&press).await;
    assert!(answer.text.as_deref().unwrap_or_default().contains("Technical problems"), "{answer:?}");
    redis.start_empty().await;
    let cart = sees_at_last(customer, "Where were we?").await;
    assert!(cart.text().contains("Round Mug"), "{}", cart.text());
}

async fn finishes_the_order(shop: &Shop, customer: &Person) {
    check_out_until_note(customer).await;
    customer.press("No note ›").await;
    customer.press("No code ›").await;
    // The summary from before has the same button.
    customer.sees(PLACE).await;
    customer.press(PLACE).await;
    customer.sees("Thank you!").await;
    has_exactly_one_order(shop).await;
}

#[tokio::test]
async fn a_checkout_goes_on_from_the_cart() {
    let (_db, mut redis, shop, serving, ann) = opens().await;
    fill_in_until_note(&ann).await;
    loses_the_conversation(&shop, &mut redis, &ann, "No note ›").await;
    finishes_the_order(&shop, &ann).await;
    serving.stop().await;
}

#[tokio::test]
async fn an_order_that_was_about_to_be_placed_is_placed_once_the_customer_confirms_again() {
    let (_db, mut redis, shop, serving, ann) = opens().await;
    fill_in(&ann).await;
    loses_the_conversation(&shop, &mut redis, &ann, PLACE).await;
    assert_eq!(shop.orders().await, 0);
    finishes_the_order(&shop, &ann).await;
    serving.stop().await;
}

#[tokio::test]
async fn in_the_middle_of_a_conversation_nobody_notices_that_everything_was_lost() {
    let (_db, mut redis, shop, serving, ann) = opens().await;
    fill_in_until_note(&ann).await;
    redis.stop().await;
    redis.start_empty().await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    ann.sees(PLACE).await;
    ann.press(PLACE).await;
    ann.sees("Thank you!").await;
    assert!(!ann.transcript().contains("Where were we?"), "{}", ann.transcript());
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn an_order_confirmed_the_moment_redis_goes_is_placed_once_and_its_customer_is_told() {
    let (_db, mut redis, shop, serving, ann) = opens().await;
    fill_in(&ann).await;
    redis.stop().await;
    ann.tap(PLACE).await;
    until("the order stands", async || shop.orders().await == 1).await;
    redis.start_empty().await;
    sees_at_last(&ann, "Thank you!").await;
    has_exactly_one_order(&shop).await;
    serving.stop().await;
}

#[tokio::test]
async fn words_that_answer_a_lost_question_are_no_search() {
    let (_db, mut redis, shop, serving, ann) = opens().await;
    fill_in_until_note(&ann).await;
    rests(&shop).await;
    redis.stop().await;
    redis.start_empty().await;
    ann.send("Please leave the mug at the door");
    let cart = sees_at_last(&ann, "Where were we?").await;
    assert!(cart.text().contains("Round Mug"), "{}", cart.text());
    finishes_the_order(&shop, &ann).await;
    serving.stop().await;
}

#[tokio::test]
async fn who_only_looks_around_does_not_notice() {
    let (_db, mut redis, _shop, serving, ann) = opens().await;
    ann.start();
    ann.sees("Hello, Ann!").await;
    redis.stop().await;
    ann.press("🛍 Catalogue").await;
    ann.press("Mugs").await;
    ann.sees("Round Mug · €12.00").await;
    assert!(!ann.transcript().contains("Technical problems"), "{}", ann.transcript());
    serving.stop().await;
}
