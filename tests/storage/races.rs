//! Many at once.

use crate::shop::{ORDERS, RESERVED, Stand, USED, at_once, noon, placed};
use orderbot::domain::{
    AdvanceRefusal, CheckoutRefusal, Currency, CustomerId, Lang, OrderGuard, OrderId, Placement, Placing,
    Status, UpdateId,
};
use orderbot::repository::{NewOrder, Store as _};

#[tokio::test(flavor = "multi_thread")]
async fn fifty_buyers_of_the_last_seven_pieces_get_exactly_seven() {
    let stand = Stand::with(&[7]).await;
    let mut buyers = Vec::new();
    for id in 1..=50 {
        buyers.push(stand.ready(id, &[(stand.skus[0], 1)], None).await);
    }
    assert_eq!(placed(&stand.confirm(&buyers).await), 7);
    assert_eq!((stand.number(ORDERS).await, stand.number(RESERVED).await), (7, 7));
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_buyers_share_a_code_with_five_uses() {
    let stand = Stand::with(&[100]).await;
    let code = stand.code(|promo| promo.max_uses = Some(5)).await;
    let mut buyers = Vec::new();
    for id in 1..=20 {
        buyers.push(stand.ready(id, &[(stand.skus[0], 1)], Some(code.clone())).await);
    }
    assert_eq!(placed(&stand.confirm(&buyers).await), 5);
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (5, 5));
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_presses_on_confirm_are_one_order() {
    let stand = Stand::with(&[100]).await;
    let one = stand.ready(1, &[(stand.skus[0], 2)], None).await;
    let answers = stand.confirm(&vec![one; 20]).await;
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!((placed(&answers), stand.number(ORDERS).await, stand.number(RESERVED).await), (20, 1, 2));
    assert_eq!(stand.number("SELECT count(*) FROM outbox").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn carts_that_overlap_in_opposite_order_do_not_block_each_other() {
    let stand = Stand::with(&[500, 500]).await;
    let (a, b) = (stand.skus[0], stand.skus[1]);
    let mut buyers = Vec::new();
    for id in 1..=30 {
        let pieces = if id % 2 == 0 { [(a, 1), (b, 1)] } else { [(b, 1), (a, 1)] };
        buyers.push(stand.ready(id, &pieces, None).await);
    }
    assert_eq!(placed(&stand.confirm(&buyers).await), 30);
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_per_customer_holds_on_two_devices() {
    let stand = Stand::with(&[100]).await;
    let code = stand.code(|promo| promo.per_customer = Some(1)).await;
    let first = stand.ready(1, &[(stand.skus[0], 1)], Some(code)).await;
    assert_eq!(redeemed(&stand, &first).await, 1);
    assert_eq!((stand.number(ORDERS).await, stand.number(USED).await), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_for_a_first_order_holds_on_two_devices() {
    let stand = Stand::with(&[100]).await;
    let code = stand.code(|promo| promo.first_order_only = true).await;
    let first = stand.ready(1, &[(stand.skus[0], 1)], Some(code)).await;
    assert_eq!(redeemed(&stand, &first).await, 1);
    assert_eq!((stand.number(ORDERS).await, stand.number(USED).await), (1, 1));
}

/// Ten checkouts of one customer that all read cart and promo before any of them wrote; how many were placed.
async fn redeemed(stand: &Stand, (customer, placing): &(CustomerId, Placing)) -> usize {
    let promo = stand.number("SELECT id FROM promos").await;
    let answers = at_once((0..10).map(|device| {
        let (store, customer, placing) = (stand.store(), *customer, placing.clone());
        let order = OrderId::minted(customer, UpdateId(1000 + device));
        async move {
            let mut work = store.begin().await.unwrap();
            work.carts().take(customer, &placing, noon()).await.unwrap();
            work.orders().add(&new_order(customer, order, &placing)).await.unwrap().unwrap();
            let redeemed = work.promos().redeem(promo, customer, order, noon()).await.unwrap();
            if redeemed {
                work.commit().await.unwrap();
            }
            redeemed
        }
    }));
    answers.await.into_iter().filter(|redeemed| *redeemed).count()
}

/// The order of a checkout, without lines.
pub(crate) fn new_order(customer: CustomerId, id: OrderId, placing: &Placing) -> NewOrder {
    NewOrder {
        id,
        customer,
        name: placing.name.clone(),
        phone: placing.phone.clone(),
        lang: Lang::En,
        fulfilment: placing.fulfilment.clone(),
        zone: None,
        slot: None,
        note: None,
        lines: Vec::new(),
        totals: placing.seen.totals,
        currency: Currency::parse("EUR").unwrap(),
        promo: placing.promo.clone(),
        guard: OrderGuard::default(),
        at: noon(),
        day: noon().date_naive(),
        staff: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_staff_one_wins_and_the_other_sees_the_new_state() {
    let stand = Stand::with(&[100]).await;
    for id in 1..=10 {
        let order = stand.order(id, UpdateId(id), &[(stand.skus[0], 3)], None).await;
        let (accept, reject) = tokio::join!(
            tokio::spawn(stand.press(order, Status::Placed, Status::Accepted)),
            tokio::spawn(stand.press(order, Status::Placed, Status::Rejected)),
        );
        match (accept.unwrap(), reject.unwrap()) {
            (Ok(()), Err(refusal)) => assert_eq!(refusal, AdvanceRefusal::NotNow { now: Status::Accepted }),
            (Err(refusal), Ok(())) => assert_eq!(refusal, AdvanceRefusal::NotNow { now: Status::Rejected }),
            both => panic!("{both:?}"),
        }
    }
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejection_pressed_twenty_times_gives_back_exactly_once() {
    let stand = Stand::with(&[100]).await;
    let code = stand.code(|promo| promo.max_uses = Some(9)).await;
    let kept = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], Some(code.clone())).await;
    let order = stand.order(2, UpdateId(2), &[(stand.skus[0], 3)], Some(code)).await;
    let presses = (0..20).map(|_| stand.press(order, Status::Placed, Status::Rejected));
    let wins = at_once(presses).await.into_iter().filter(Result::is_ok).count();
    assert_eq!(wins, 1);
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (1, 2));
    stand.press(kept, Status::Placed, Status::Rejected).await.unwrap();
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (0, 0));
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_cancels_while_the_staff_accept_gets_one_outcome() {
    let stand = Stand::with(&[100]).await;
    let code = stand.code(|_| {}).await;
    let mut accepted = 0;
    for id in 1..=10 {
        let order = stand.order(id, UpdateId(id), &[(stand.skus[0], 1)], Some(code.clone())).await;
        let (shop, customer) = (stand.shop.clone(), CustomerId(id));
        let (cancel, accept) = tokio::join!(
            tokio::spawn(async move { shop.cancel(customer, order).await.unwrap() }),
            tokio::spawn(stand.press(order, Status::Placed, Status::Accepted)),
        );
        let (cancel, accept) = (cancel.unwrap(), accept.unwrap());
        assert!(cancel.is_ok() != accept.is_ok(), "{cancel:?} {accept:?}");
        accepted += i64::from(accept.is_ok());
    }
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (accepted, accepted));
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stock_that_is_counted_while_orders_come_in_keeps_every_reservation() {
    let mut stand = Stand::with(&[1000]).await;
    let mut buyers = Vec::new();
    for id in 1..=30 {
        buyers.push(stand.ready(id, &[(stand.skus[0], 1)], None).await);
    }
    let (shop, all) = (stand.shop.clone(), buyers.clone());
    let orders = tokio::spawn(at_once(all.into_iter().map(move |(customer, placing)| {
        let shop = shop.clone();
        async move { shop.place(customer, Lang::En, &placing).await.unwrap() }
    })));
    for stock in [900, 800, 700] {
        stand.restock(|products| products[0].skus[0].stock = stock).await;
    }
    assert_eq!(placed(&orders.await.unwrap()), 30);
    assert_eq!(stand.number(RESERVED).await, 30);
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_for_the_last_piece_is_told_and_finds_it_gone_in_the_cart() {
    let stand = Stand::with(&[1, 1]).await;
    let both = [(stand.skus[0], 1), (stand.skus[1], 1)];
    let first = stand.ready(1, &both, None).await;
    let second = stand.ready(2, &both, None).await;
    let late = second.0;
    assert_eq!(placed(&stand.confirm(&[first]).await), 1);
    assert_eq!(stand.confirm(&[second]).await, [Placement::Refused(CheckoutRefusal::SoldOut)]);
    let cart = stand.shop.cart(late).await.unwrap();
    assert_eq!((cart.lines.len(), cart.gone.len()), (0, 2));
    assert_eq!(stand.shop.begin_checkout(late).await.unwrap(), Err(CheckoutRefusal::SoldOut));
}
