//! What runs out and what is back is told once, however many instances look.

use crate::shop::{Stand, at_once};
use orderbot::domain::{CustomerId, ProductId, UpdateId};

const LOW: &str = "SELECT coalesce(sum(jsonb_array_length(notice->'skus')), 0)::bigint FROM outbox
                   WHERE notice->>'kind' = 'running_low'";
const BACK: &str = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'back_in_stock'";
const WISHES: &str = "SELECT count(*) FROM restock_wishes";

async fn look_at_once(stand: &Stand) {
    let rounds = (0..6).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.tell_of_shelves().await.unwrap() }
    });
    at_once(rounds).await;
}

#[tokio::test]
async fn what_runs_out_is_told_once_and_again_after_it_was_filled_up() {
    let mut stand = Stand::with(&[3, 2, 9]).await;
    look_at_once(&stand).await;
    assert_eq!(stand.number(LOW).await, 1, "two are few, three are not");
    stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], None).await;
    look_at_once(&stand).await;
    assert_eq!(stand.number(LOW).await, 2);
    stand.restock(|products| products[0].skus[0].stock = 50).await;
    look_at_once(&stand).await;
    stand.restock(|products| products[0].skus[0].stock = 0).await;
    look_at_once(&stand).await;
    assert_eq!(stand.number(LOW).await, 3);
}

#[tokio::test]
async fn whoever_waits_is_told_once_and_who_cannot_be_told_waits_no_more() {
    let mut stand = Stand::with(&[0, 0]).await;
    let products: Vec<i64> = sqlx::query_scalar("SELECT id FROM products ORDER BY position")
        .fetch_all(&stand.db.pool())
        .await
        .unwrap();
    let (tea, other) = (ProductId(products[0]), ProductId(products[1]));
    for id in 1..=90 {
        let customer = stand.customer(id).await;
        stand.shop.tell_when_back(customer, tea).await.unwrap();
        stand.shop.tell_when_back(customer, tea).await.unwrap();
    }
    stand.shop.tell_when_back(CustomerId(1), other).await.unwrap();
    stand.shop.mark_unreachable(CustomerId(7)).await.unwrap();
    look_at_once(&stand).await;
    assert_eq!((stand.number(BACK).await, stand.number(WISHES).await), (0, 91));
    stand.restock(|products| products[0].skus[0].stock = 1).await;
    look_at_once(&stand).await;
    look_at_once(&stand).await;
    assert_eq!((stand.number(BACK).await, stand.number(WISHES).await), (89, 1));
    assert_eq!(stand.number("SELECT count(DISTINCT chat_id) FROM outbox WHERE chat_id > 0").await, 89);
}

#[tokio::test]
async fn nobody_waits_for_what_is_there() {
    let stand = Stand::with(&[5]).await;
    let product: i64 =
        sqlx::query_scalar("SELECT id FROM products").fetch_one(&stand.db.pool()).await.unwrap();
    let customer = stand.customer(1).await;
    stand.shop.tell_when_back(customer, ProductId(product)).await.unwrap();
    assert_eq!(stand.number(WISHES).await, 0);
}

#[tokio::test]
async fn on_a_hidden_shelf_nothing_runs_out_and_nothing_is_back() {
    let stand = Stand::with(&[0]).await;
    let pool = stand.db.pool();
    let product: i64 = sqlx::query_scalar("SELECT id FROM products").fetch_one(&pool).await.unwrap();
    let customer = stand.customer(1).await;
    stand.shop.tell_when_back(customer, ProductId(product)).await.unwrap();
    sqlx::query("UPDATE categories SET visible = false").execute(&pool).await.unwrap();
    look_at_once(&stand).await;
    assert_eq!(stand.number(LOW).await, 0);
    sqlx::query("UPDATE skus SET on_hand = 9").execute(&pool).await.unwrap();
    look_at_once(&stand).await;
    assert_eq!((stand.number(BACK).await, stand.number(WISHES).await), (0, 1), "the wish is kept");
    sqlx::query("UPDATE categories SET visible = true").execute(&pool).await.unwrap();
    look_at_once(&stand).await;
    assert_eq!((stand.number(BACK).await, stand.number(WISHES).await), (1, 0));
}
