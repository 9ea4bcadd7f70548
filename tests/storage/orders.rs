//! An order's way, and what it does to the stock.

use crate::shop::{ON_HAND, RESERVED, Stand, USED};
use chrono::{TimeDelta, Weekday};
use orderbot::domain::{Actor, AdvanceRefusal, CustomerId, Setting, Status, UpdateId};

const CARDS: &str = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'staff_card'";
const NEWS: &str = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'order_news'";

#[tokio::test]
async fn an_order_goes_its_way_and_its_pieces_leave_the_shop_when_it_is_shipped() {
    let stand = Stand::with(&[9]).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
    assert_eq!((stand.number(ON_HAND).await, stand.number(RESERVED).await), (9, 2));
    stand.press(order, Status::Accepted, Status::Shipped).await.unwrap();
    assert_eq!((stand.number(ON_HAND).await, stand.number(RESERVED).await), (7, 0));
    stand.press(order, Status::Shipped, Status::Delivered).await.unwrap();
    stand.reservations_match().await;

    let timeline = stand.shop.staff_order(order).await.unwrap().unwrap().timeline;
    let told: Vec<_> = timeline.iter().map(|entry| (entry.status, entry.actor.clone())).collect();
    let bob = Actor::Staff(9, "Bob".to_owned());
    assert_eq!(
        told,
        [
            (Status::Placed, Actor::Customer),
            (Status::Accepted, bob.clone()),
            (Status::Shipped, bob.clone()),
            (Status::Delivered, bob)
        ]
    );
    assert_eq!((stand.number(CARDS).await, stand.number(NEWS).await), (4, 3));
}

#[tokio::test]
async fn a_step_that_does_not_exist_changes_nothing() {
    let stand = Stand::with(&[9]).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    for (from, to) in [
        (Status::Placed, Status::Delivered),
        (Status::Placed, Status::Placed),
        (Status::Accepted, Status::Shipped),
        (Status::Cancelled, Status::Placed),
    ] {
        let answer = stand.press(order, from, to).await;
        assert_eq!(answer, Err(AdvanceRefusal::NotNow { now: Status::Placed }), "{from:?} -> {to:?}");
    }
    assert_eq!((stand.number(CARDS).await, stand.number(RESERVED).await), (1, 2));
}

#[tokio::test]
async fn a_customer_can_cancel_what_nobody_has_accepted() {
    let stand = Stand::with(&[9]).await;
    let code = stand.code(|promo| promo.per_customer = Some(1)).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], Some(code.clone())).await;
    assert_eq!(stand.shop.cancel(CustomerId(2), order).await.unwrap(), Err(AdvanceRefusal::Unknown));
    stand.shop.cancel(CustomerId(1), order).await.unwrap().unwrap();
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (0, 0));
    let again = stand.shop.cancel(CustomerId(1), order).await.unwrap();
    assert_eq!(again, Err(AdvanceRefusal::NotNow { now: Status::Cancelled }));
    // What was given back can be used again.
    let other = stand.order(1, UpdateId(2), &[(stand.skus[0], 9)], Some(code)).await;
    stand.press(other, Status::Placed, Status::Accepted).await.unwrap();
    let late = stand.shop.cancel(CustomerId(1), other).await.unwrap();
    assert_eq!(late, Err(AdvanceRefusal::NotNow { now: Status::Accepted }));
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (1, 9));
    stand.reservations_match().await;
}

#[tokio::test]
async fn an_accepted_order_that_is_rejected_gives_everything_back() {
    let stand = Stand::with(&[9]).await;
    let code = stand.code(|_| {}).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 4)], Some(code)).await;
    stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
    stand.press(order, Status::Accepted, Status::Rejected).await.unwrap();
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (0, 0));
    assert_eq!(stand.number(ON_HAND).await, 9);
}

#[tokio::test]
async fn a_reservation_without_an_order_is_found() {
    let stand = Stand::with(&[9, 9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    sqlx::query("UPDATE skus SET reserved = 3 WHERE id = $1")
        .bind(stand.skus[1].0)
        .execute(&stand.db.pool())
        .await
        .unwrap();
    let drifts = stand.shop.check_reservations().await.unwrap();
    let told: Vec<_> =
        drifts.iter().map(|drift| (drift.code.as_str(), drift.reserved, drift.ordered)).collect();
    assert_eq!(told, [("TEA-1", 3, 0)]);
}

#[tokio::test]
async fn orders_are_listed_page_by_page_the_newest_first_and_only_to_their_customer() {
    let stand = Stand::with(&[99]).await;
    let mut orders = Vec::new();
    for update in 1..=5 {
        orders.push(stand.order(1, UpdateId(update), &[(stand.skus[0], 1)], None).await);
    }
    let page = stand.shop.orders(CustomerId(1), 1, 2).await.unwrap();
    assert_eq!(page.items.iter().map(|order| order.id).collect::<Vec<_>>(), [orders[2], orders[1]]);
    assert_eq!((page.number, page.count), (1, 3));
    let gone = stand.shop.orders(CustomerId(1), 9, 2).await.unwrap();
    assert_eq!((gone.number, gone.items.len()), (2, 1), "of a page that is gone the last one is shown");
    assert_eq!(stand.shop.orders(CustomerId(2), 0, 2).await.unwrap().items, []);
    assert_eq!(stand.shop.order(CustomerId(2), orders[0]).await.unwrap(), None);
}

#[tokio::test]
async fn the_staff_are_reminded_of_an_order_after_their_own_hours() {
    let stand = Stand::with(&[9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], None).await;
    let at_night = "UPDATE orders SET placed_at = '2026-05-01T03:00:00Z'";
    sqlx::query(at_night).execute(&stand.db.pool()).await.unwrap();
    // It is a minute or two after noon on a Friday.
    for (update, hours, reminded) in [(1, "14-18", 0), (2, "12-18", 0), (3, "11-18", 1), (4, "11-18", 0)] {
        let friday = Setting::Hours(Weekday::Fri);
        let by = Actor::Staff(7, "Olga".to_owned());
        stand.shop.decide(friday, Some(hours), None, UpdateId(update), by).await.unwrap();
        let told = stand.shop.remind_of_waiting(TimeDelta::minutes(30)).await.unwrap();
        assert_eq!(told, reminded, "{hours}");
    }
}
