//! No more orders for one time than fit into it.

use crate::shop::{ORDERS, RESERVED, Stand, at_once, delivered, placed};
use orderbot::domain::{
    Actor, CheckoutRefusal, CreditUse, CustomerId, Placement, Placing, Ride, Setting, Slot, Status, Timed,
    UpdateId, Zoned,
};

const TAKEN: &str = "SELECT coalesce(sum(taken), 0)::bigint FROM slot_bookings";

/// A stand that delivers at one time of the day, into which this many orders fit.
async fn stand(places: u32) -> Stand {
    let stand = Stand::with(&[100]).await;
    set(&stand, &format!("14-16 = {places}"), 9001).await;
    stand
}

async fn set(stand: &Stand, times: &str, update: i64) {
    let olga = Actor::Staff(9, "Olga".to_owned());
    stand.shop.decide(Setting::Slots, Some(times), None, UpdateId(update), olga).await.unwrap();
}

/// A customer who has seen the summary of a delivery at this time.
async fn ready(stand: &Stand, id: i64, slot: Slot) -> (CustomerId, Placing) {
    let (customer, placing) = stand.ready(id, &[(stand.skus[0], 1)], None).await;
    let ride = Ride::To(Zoned::Everywhere, None);
    let seen = stand.shop.quote(customer, ride, None, CreditUse::Spend).await.unwrap().seen();
    (customer, delivered(Placing { seen, timed: Timed::At(slot), ..placing }))
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_buyers_of_a_time_for_seven_are_exactly_seven() {
    let stand = stand(7).await;
    let slot = stand.shop.free_slots().await.unwrap()[0];
    let mut buyers = Vec::new();
    for id in 1..=30 {
        buyers.push(ready(&stand, id, slot).await);
    }
    let answers = stand.confirm(&buyers).await;
    assert_eq!(placed(&answers), 7);
    let full = Placement::Refused(CheckoutRefusal::SlotGone);
    assert_eq!(answers.iter().filter(|answer| **answer == full).count(), 23, "{answers:?}");
    assert_eq!(
        (stand.number(ORDERS).await, stand.number(TAKEN).await, stand.number(RESERVED).await),
        (7, 7, 7)
    );
    assert!(!stand.shop.free_slots().await.unwrap().contains(&slot));
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_given_back_once_and_can_be_taken_again() {
    let stand = stand(1).await;
    let slot = stand.shop.free_slots().await.unwrap()[0];
    let (ann, placing) = ready(&stand, 1, slot).await;
    assert!(matches!(stand.place(ann, &placing).await, Placement::Placed(..)));
    assert!(matches!(stand.place(ann, &placing).await, Placement::Placed(..)), "a second press");
    assert_eq!(stand.number(TAKEN).await, 1);
    assert_eq!(stand.shop.order(ann, placing.order).await.unwrap().unwrap().slot, Some(slot));
    let (ben, other) = ready(&stand, 2, slot).await;
    assert_eq!(stand.place(ben, &other).await, Placement::Refused(CheckoutRefusal::SlotGone));
    assert_eq!(stand.shop.cart(ben).await.unwrap().lines.len(), 1, "the cart is kept");
    let presses = (0..10).map(|_| stand.press(placing.order, Status::Placed, Status::Rejected));
    assert_eq!(at_once(presses).await.into_iter().filter(Result::is_ok).count(), 1);
    assert_eq!(stand.number(TAKEN).await, 0);
    assert!(matches!(stand.place(ben, &other).await, Placement::Placed(..)));
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_that_come_and_go_at_once_leave_as_many_places_taken_as_there_are_orders() {
    let stand = stand(100).await;
    let slot = stand.shop.free_slots().await.unwrap()[0];
    let mut first = Vec::new();
    for id in 1..=10 {
        first.push(ready(&stand, id, slot).await);
    }
    assert_eq!(placed(&stand.confirm(&first).await), 10);
    let mut later = Vec::new();
    for id in 11..=20 {
        later.push(ready(&stand, id, slot).await);
    }
    let gone = at_once(first.iter().map(|(customer, placing)| {
        let (shop, customer, order) = (stand.shop.clone(), *customer, placing.order);
        async move { shop.cancel(customer, order).await.unwrap() }
    }));
    let (gone, come) = tokio::join!(gone, stand.confirm(&later));
    assert_eq!((gone.iter().filter(|answer| answer.is_ok()).count(), placed(&come)), (10, 10));
    assert_eq!(stand.number(TAKEN).await, 10);
    stand.reservations_match().await;
}

#[tokio::test]
async fn a_time_that_is_not_offered_any_more_is_not_agreed() {
    let stand = stand(5).await;
    let slot = stand.shop.free_slots().await.unwrap()[0];
    let (ann, placing) = ready(&stand, 1, slot).await;
    set(&stand, "16-18 = 5", 9002).await;
    assert_eq!(stand.place(ann, &placing).await, Placement::Refused(CheckoutRefusal::SlotGone));
    let anytime = Placing { timed: Timed::Anytime, ..placing.clone() };
    assert_eq!(stand.place(ann, &anytime).await, Placement::Refused(CheckoutRefusal::SlotGone));
    set(&stand, "", 9003).await;
    assert!(matches!(stand.place(ann, &anytime).await, Placement::Placed(..)));
    assert_eq!(stand.number(TAKEN).await, 0);
}
