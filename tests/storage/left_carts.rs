//! A word about a cart that was left behind: once, and only to who wants it.

use crate::shop::{Stand, at_once, shop};
use orderbot::domain::{Actor, CustomerId, DeliveryTerms, Setting, UpdateId};
use orderbot::postgres::PgStore;
use orderbot::repository::Store as _;

const REMINDED: &str = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'cart_reminder'";

/// Decides about a setting of the shop; `update` is told apart from the others.
async fn decide(stand: &Stand, setting: Setting, value: &str, update: i64) {
    let by = Actor::Staff(9, "Olga".to_owned());
    stand.shop.decide(setting, Some(value), None, UpdateId(update), by).await.unwrap();
}

/// A shop that reminds after a day. It is noon of 1 May there.
async fn reminding(stock: &[u32]) -> Stand {
    let stand = Stand::with(stock).await;
    decide(&stand, Setting::CartReminder, "on", -1).await;
    stand
}

async fn fill(stand: &Stand, customer: i64, line: usize, update: i64) {
    let id = stand.customer(customer).await;
    stand.shop.add_to_cart(id, stand.skus[line], 1, UpdateId(update)).await.unwrap().unwrap();
}

/// Nobody has touched a cart for so many hours.
async fn wait_hours(stand: &Stand, hours: i32) {
    sqlx::query(
        "UPDATE cart_lines SET touched_at = '2026-05-01T12:00:00Z'::timestamptz - make_interval(hours => $1)",
    )
    .bind(hours)
    .execute(&stand.db.pool())
    .await
    .unwrap();
}

/// Six instances look at the same time.
async fn look(stand: &Stand) -> usize {
    let rounds = (0..6).map(|_| {
        let shop = shop(PgStore(stand.db.pool().into()), DeliveryTerms::default());
        async move { shop.remind_of_carts().await.unwrap() }
    });
    at_once(rounds).await.into_iter().sum()
}

#[tokio::test]
async fn a_cart_is_told_of_once_and_again_only_with_another_content() {
    let stand = reminding(&[9, 9]).await;
    for customer in 1..=30 {
        fill(&stand, customer, 0, customer).await;
        fill(&stand, customer, 1, customer + 100).await;
    }
    wait_hours(&stand, 25).await;
    assert_eq!(look(&stand).await, 30);
    assert_eq!(look(&stand).await, 0);
    assert_eq!(stand.number("SELECT count(DISTINCT chat_id) FROM outbox WHERE urgency = 2").await, 30);

    // The first takes something out and puts it in again; the second wants another piece.
    stand.shop.change_line(CustomerId(1), stand.skus[1], 0).await.unwrap();
    fill(&stand, 1, 1, 200).await;
    stand.shop.change_line(CustomerId(2), stand.skus[1], 2).await.unwrap();
    assert_eq!(look(&stand).await, 0, "they have only just looked at it");
    wait_hours(&stand, 25).await;
    assert_eq!(look(&stand).await, 1, "the same content is not told of twice");
    assert_eq!(stand.number(REMINDED).await, 31);
}

#[tokio::test]
async fn a_cart_that_grows_is_left_alone_until_nobody_touches_it() {
    let stand = reminding(&[9, 9]).await;
    fill(&stand, 1, 0, 1).await;
    wait_hours(&stand, 25).await;
    fill(&stand, 1, 1, 2).await;
    assert_eq!(look(&stand).await, 0);
    wait_hours(&stand, 25).await;
    assert_eq!(look(&stand).await, 1);
}

#[tokio::test]
async fn nobody_is_told_who_does_not_want_it_cannot_get_it_or_has_ordered_since() {
    let stand = reminding(&[50]).await;
    stand.order(4, UpdateId(90), &[(stand.skus[0], 1)], None).await;
    for customer in 1..=5 {
        fill(&stand, customer, 0, customer).await;
    }
    stand.shop.set_broadcasts(CustomerId(1), false).await.unwrap();
    stand.shop.mark_unreachable(CustomerId(2)).await.unwrap();
    stand.store().session().await.unwrap().customers().set_banned(CustomerId(3), true).await.unwrap();
    wait_hours(&stand, 23).await;
    assert_eq!(look(&stand).await, 0, "too soon");
    wait_hours(&stand, 25 + 3 * 24).await;
    assert_eq!(look(&stand).await, 0, "long forgotten");
    wait_hours(&stand, 25).await;
    assert_eq!(look(&stand).await, 1);
    assert_eq!(stand.number("SELECT max(customer) FROM cart_reminders").await, 5);
}

#[tokio::test]
async fn nobody_is_told_while_it_is_switched_off_or_quiet() {
    let stand = Stand::with(&[9]).await;
    fill(&stand, 1, 0, 1).await;
    wait_hours(&stand, 25).await;
    assert_eq!(look(&stand).await, 0, "off, until somebody switches it on");
    decide(&stand, Setting::CartReminder, "on", -1).await;
    decide(&stand, Setting::QuietHours, "11:30-12:30", -2).await;
    assert_eq!(look(&stand).await, 0, "quiet");
    decide(&stand, Setting::QuietHours, "-", -3).await;
    decide(&stand, Setting::ReminderAfter, "26", -4).await;
    assert_eq!(look(&stand).await, 0, "not yet");
    decide(&stand, Setting::ReminderAfter, "25", -5).await;
    assert_eq!(look(&stand).await, 1);
}

#[tokio::test]
async fn switched_off_what_is_back_is_told_when_it_is_switched_on_again() {
    let mut stand = Stand::with(&[0]).await;
    let product = orderbot::domain::ProductId(stand.number("SELECT id FROM products").await);
    let customer = stand.customer(1).await;
    stand.shop.tell_when_back(customer, product).await.unwrap();
    decide(&stand, Setting::RestockNews, "off", -1).await;
    stand.restock(|products| products[0].skus[0].stock = 5).await;
    let back = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'back_in_stock'";
    stand.shop.tell_of_shelves().await.unwrap();
    assert_eq!(stand.number(back).await, 0);
    decide(&stand, Setting::RestockNews, "on", -2).await;
    stand.shop.tell_of_shelves().await.unwrap();
    assert_eq!(stand.number(back).await, 1);
}
