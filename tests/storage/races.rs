//! Many at once.

use crate::shop::{Stand, placed};
use orderbot::domain::{Actor, CheckoutRefusal, Lang, Placement, Status};
use orderbot::services::Move;

const ORDERS: &str = "SELECT count(*) FROM orders";
const USED: &str = "SELECT used::bigint FROM promos";
const RESERVED: &str = "SELECT sum(reserved) FROM skus";

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
    let code = stand.code(Some(5), None).await;
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
async fn one_of_two_staff_wins_and_a_rejection_gives_back_exactly_once() {
    let stand = Stand::with(&[5]).await;
    let code = stand.code(None, Some(1)).await;
    let one = stand.ready(1, &[(stand.skus[0], 3)], Some(code)).await;
    let order = one.1.order;
    assert_eq!(placed(&stand.confirm(&[one]).await), 1);
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (1, 3));
    let press = |name: &str| {
        let (shop, actor) = (stand.shop.clone(), Actor::Staff(9, name.to_owned()));
        let step = Move { order, from: Status::Placed, to: Status::Rejected, actor, note: None };
        tokio::spawn(async move { shop.advance(step).await.unwrap() })
    };
    let (ann, bob) = (press("Ann"), press("Bob"));
    let wins = [ann.await.unwrap(), bob.await.unwrap()].iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(wins, 1);
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (0, 0));
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_taken_out_after_the_summary_is_shown_before_anything_is_placed() {
    let stand = Stand::with(&[5, 5]).await;
    let (a, b) = (stand.skus[0], stand.skus[1]);
    let (customer, placing) = stand.ready(1, &[(a, 1), (b, 1)], None).await;
    stand.shop.change_line(customer, b, 0).await.unwrap();
    let answer = stand.shop.place(customer, Lang::En, &placing).await.unwrap();
    assert!(matches!(answer, Placement::Changed(..)), "{answer:?}");
    assert_eq!(stand.number(ORDERS).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_for_the_last_piece_finds_it_gone_in_the_cart() {
    let stand = Stand::with(&[1]).await;
    let first = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    let second = stand.ready(2, &[(stand.skus[0], 1)], None).await;
    let late = second.0;
    assert_eq!(placed(&stand.confirm(&[first]).await), 1);
    assert_eq!(stand.confirm(&[second]).await, [Placement::Refused(CheckoutRefusal::SoldOut)]);
    let cart = stand.shop.cart(late).await.unwrap();
    assert_eq!((cart.lines.len(), cart.gone.len()), (0, 1));
}
