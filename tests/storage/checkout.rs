//! What was seen is what is placed.

use crate::races::new_order;
use crate::shop::{ORDERS, RESERVED, Stand, USED, delivered, english, euros};
use orderbot::domain::{
    Change, CheckoutRefusal, Lang, Money, OrderLine, Placement, Placing, PromoRefusal, SkuId, Texts, UpdateId,
};
use orderbot::repository::{NewOrder, Store as _};

/// The changes of an answer, and the order with the figures that the customer sees now.
fn asked_again(answer: Placement, placing: &Placing) -> (Vec<Change>, Placing) {
    match answer {
        Placement::Changed(quote, changes) => (changes, Placing { seen: quote.seen(), ..placing.clone() }),
        answer => panic!("placed without asking: {answer:?}"),
    }
}

#[tokio::test]
async fn a_price_that_changed_is_shown_and_only_then_paid() {
    let mut stand = Stand::with(&[5]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 2)], None).await;
    stand.restock(|products| products[0].skus[0].price = euros(12)).await;
    let (changes, placing) = asked_again(stand.place(customer, &placing).await, &placing);
    assert_eq!(changes, [Change::Price { names: english("Tea 0"), from: euros(10), to: euros(12) }]);
    assert_eq!(stand.number(ORDERS).await, 0);
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    assert_eq!(stand.shop.order(customer, placing.order).await.unwrap().unwrap().totals.total, euros(24));
}

#[tokio::test]
async fn stock_that_shrank_is_shown_and_only_then_ordered() {
    let stand = Stand::with(&[5]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 4)], None).await;
    stand.order(2, UpdateId(2), &[(stand.skus[0], 2)], None).await;
    let (changes, placing) = asked_again(stand.place(customer, &placing).await, &placing);
    assert_eq!(changes, [Change::Quantity { names: english("Tea 0"), from: 4, to: 3 }]);
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    assert_eq!(stand.number(RESERVED).await, 5);
    stand.reservations_match().await;
}

#[tokio::test]
async fn a_promo_that_was_paused_is_shown_and_not_used() {
    let stand = Stand::with(&[5]).await;
    let code = stand.code(|_| {}).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], Some(code)).await;
    assert_eq!(placing.seen.totals.total, euros(9));
    stand.code(|promo| promo.active = false).await;
    let (changes, placing) = asked_again(stand.place(customer, &placing).await, &placing);
    assert_eq!(changes, [Change::Promo(PromoRefusal::Unknown)]);
    let placing = Placing { promo: None, ..placing };
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    let order = stand.shop.order(customer, placing.order).await.unwrap().unwrap();
    assert_eq!((order.totals.total, order.promo, stand.number(USED).await), (euros(10), None, 0));
}

#[tokio::test]
async fn a_promo_that_gives_more_now_is_shown_too() {
    let stand = Stand::with(&[5]).await;
    let code = stand.code(|_| {}).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], Some(code)).await;
    stand.code(|promo| promo.benefit = orderbot::domain::Benefit::Percent(50)).await;
    let (changes, _) = asked_again(stand.place(customer, &placing).await, &placing);
    assert_eq!(changes, [Change::Discount { from: euros(1), to: euros(5) }]);
}

#[tokio::test]
async fn a_line_taken_out_after_the_summary_is_shown_before_anything_is_placed() {
    let stand = Stand::with(&[5, 5]).await;
    let (a, b) = (stand.skus[0], stand.skus[1]);
    let (customer, placing) = stand.ready(1, &[(a, 1), (b, 1)], None).await;
    stand.shop.change_line(customer, b, 0).await.unwrap();
    let (_, placing) = asked_again(stand.place(customer, &placing).await, &placing);
    assert_eq!(stand.number(ORDERS).await, 0);
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
}

#[tokio::test]
async fn a_cart_emptied_after_the_summary_places_nothing() {
    let stand = Stand::with(&[5]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    stand.shop.empty_cart(customer).await.unwrap();
    assert_eq!(stand.place(customer, &placing).await, Placement::Refused(CheckoutRefusal::EmptyCart));
    assert_eq!(stand.number(ORDERS).await, 0);
}

#[tokio::test]
async fn a_confirmation_that_comes_again_shows_the_order_and_leaves_the_new_cart_alone() {
    let stand = Stand::with(&[9, 9]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    let first = stand.place(customer, &placing).await;
    assert!(matches!(first, Placement::Placed(receipt) if receipt.order == placing.order));
    stand.shop.add_to_cart(customer, stand.skus[1], 2, UpdateId(77)).await.unwrap().unwrap();
    assert_eq!(stand.place(customer, &placing).await, first);
    assert_eq!((stand.number(ORDERS).await, stand.number(RESERVED).await), (1, 1));
    assert_eq!(stand.shop.cart(customer).await.unwrap().lines.len(), 1);
}

#[tokio::test]
async fn an_order_keeps_everything_that_was_agreed() {
    let mut stand = Stand::with(&[9, 9]).await;
    let code = stand.code(|_| {}).await;
    let pieces = [(stand.skus[0], 1), (stand.skus[1], 3)];
    let (customer, placing) = stand.ready(1, &pieces, Some(code)).await;
    let placing = delivered(placing);
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    stand
        .restock(|products| {
            products[0].names = english("Another tea");
            products[0].skus[0].price = euros(99);
        })
        .await;
    let order = stand.shop.order(customer, placing.order).await.unwrap().unwrap();
    assert_eq!(order.fulfilment, Some(placing.fulfilment));
    assert_eq!(order.note.as_deref(), Some("Ring twice"));
    assert_eq!(order.totals, placing.seen.totals);
    assert_eq!((order.lang, order.promo.as_deref()), (Lang::En, Some("SPRING")));
    let lines: Vec<_> = order
        .lines
        .iter()
        .map(|line| (line.sku, line.names.get(Lang::En), line.quantity, line.price, line.discount))
        .collect();
    let [a, b] = [stand.skus[0], stand.skus[1]];
    assert_eq!(lines, [(a, "Tea 0", 1, euros(10), euros(1)), (b, "Tea 1", 3, euros(10), euros(3))]);
}

#[tokio::test]
async fn two_lines_of_one_sku_take_their_sum_or_nothing() {
    let stand = Stand::with(&[7, 7]).await;
    let [a, b] = [stand.skus[0], stand.skus[1]];
    let (customer, placing) = stand.ready(1, &[(a, 1)], None).await;
    let line = |(sku, quantity): (SkuId, u32)| OrderLine {
        sku,
        names: english("Tea"),
        options: Texts::default(),
        quantity,
        price: euros(10),
        discount: Money::ZERO,
    };
    let order = |pieces: [(SkuId, u32); 3]| {
        let lines = pieces.map(line).to_vec();
        let order = NewOrder { lines, ..new_order(customer, placing.order, &placing) };
        let store = stand.store();
        async move {
            let mut work = store.begin().await.unwrap();
            let number = work.orders().add(&order).await.unwrap();
            work.commit().await.unwrap();
            number.is_some()
        }
    };
    assert!(!order([(a, 4), (b, 1), (a, 4)]).await);
    assert!(!order([(b, 1), (SkuId(-1), 1), (a, 1)]).await, "of what is not there");
    assert_eq!((stand.number(ORDERS).await, stand.number(RESERVED).await), (0, 0));
    assert!(order([(a, 4), (b, 1), (a, 3)]).await);
    assert!(!order([(b, 1), (b, 1), (b, 1)]).await, "a second time");
    assert_eq!((stand.number(ORDERS).await, stand.number(RESERVED).await), (1, 8));
}
