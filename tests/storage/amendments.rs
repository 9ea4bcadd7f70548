//! Changes of an order: agreed once, with the stock, or not at all.

use crate::shop::{ON_HAND, RESERVED, Stand, USED, at_once};
use orderbot::domain::{
    Actor, AmendRefusal, Amended, AmendmentId, AmendmentState, CustomerId, Money, OrderId, SkuId, Status,
    UpdateId,
};
use rust_decimal::Decimal;

const TOLD: &str = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'amendment_answered'";
const CHANGES: &str = "SELECT count(*) FROM order_timeline WHERE amended->>'outcome' = 'agreed'";

fn bob() -> Actor {
    Actor::Staff(9, "Bob".to_owned())
}

impl Stand {
    /// A draft with these pieces of the lines of an order.
    async fn draft(&self, order: OrderId, pieces: &[u32]) -> (AmendmentId, i32) {
        let draft = self.shop.amend(order).await.unwrap().unwrap().amendment;
        for (line, pieces) in (0..).zip(pieces) {
            assert!(self.shop.amend_line(draft.id, line, *pieces).await.unwrap());
        }
        let now = self.shop.amendment(draft.id).await.unwrap().unwrap().amendment;
        (now.id, now.version)
    }

    /// A change that the customer is asked about.
    async fn proposed(&self, order: OrderId, pieces: &[u32]) -> AmendmentId {
        let (id, version) = self.draft(order, pieces).await;
        self.shop.propose(id, version, bob()).await.unwrap().unwrap();
        id
    }

    async fn answer(&self, customer: i64, id: AmendmentId, agrees: bool) -> Option<AmendmentState> {
        let answer = self.shop.answer_amendment(CustomerId(customer), id, agrees).await.unwrap();
        answer.map(|(_, state)| state)
    }

    async fn lines(&self, order: OrderId) -> Vec<(SkuId, u32)> {
        let order = self.shop.staff_order(order).await.unwrap().unwrap();
        order.lines.iter().map(|line| (line.sku, line.quantity)).collect()
    }
}

fn euros(amount: i64) -> Money {
    Money::new(Decimal::from(amount)).unwrap()
}

#[tokio::test]
async fn nothing_changes_until_the_customer_agrees_and_then_all_of_it_at_once() {
    let stand = Stand::with(&[9, 9]).await;
    let (a, b) = (stand.skus[0], stand.skus[1]);
    let order = stand.order(1, UpdateId(1), &[(a, 2), (b, 3)], None).await;
    let id = stand.proposed(order, &[4, 0]).await;
    assert_eq!(stand.lines(order).await, [(a, 2), (b, 3)]);
    assert_eq!(stand.number(RESERVED).await, 5);
    assert_eq!(stand.answer(2, id, true).await, None);
    assert_eq!(stand.answer(1, id, true).await, Some(AmendmentState::Agreed));
    assert_eq!(stand.lines(order).await, [(a, 4)]);
    assert_eq!(stand.number(RESERVED).await, 4);
    let now = stand.shop.staff_order(order).await.unwrap().unwrap();
    assert_eq!((now.totals.subtotal, now.totals.total), (euros(40), euros(40)));
    let told: Vec<_> = now.timeline.iter().filter_map(|entry| entry.amended.as_ref()).collect();
    let [Amended { outcome: AmendmentState::Open, gist }, Amended { outcome: AmendmentState::Agreed, .. }] =
        &told[..]
    else {
        panic!("{told:?}")
    };
    assert_eq!((gist.from, gist.to, gist.changes.len()), (euros(50), euros(40), 2));
    stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
    stand.press(order, Status::Accepted, Status::Shipped).await.unwrap();
    assert_eq!(stand.number(ON_HAND).await, 14);
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_pressed_twenty_times_counts_once() {
    let stand = Stand::with(&[100]).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    let id = stand.proposed(order, &[5]).await;
    let answers = at_once((0..20).map(|n| {
        let shop = stand.shop.clone();
        async move { shop.answer_amendment(CustomerId(1), id, n % 2 == 0).await.unwrap().unwrap().1 }
    }))
    .await;
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let agreed = i64::from(answers[0] == AmendmentState::Agreed);
    assert_eq!((stand.number(TOLD).await, stand.number(CHANGES).await), (1, agreed));
    assert_eq!(stand.number(RESERVED).await, 2 + 3 * agreed);
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_agree_to_the_last_pieces_as_many_get_them_as_there_are() {
    let stand = Stand::with(&[13]).await;
    let mut asked = Vec::new();
    for id in 1..=10 {
        let order = stand.order(id, UpdateId(id), &[(stand.skus[0], 1)], None).await;
        asked.push((id, stand.proposed(order, &[2]).await));
    }
    let answers = at_once(asked.into_iter().map(|(customer, id)| {
        let shop = stand.shop.clone();
        async move { shop.answer_amendment(CustomerId(customer), id, true).await.unwrap().unwrap().1 }
    }))
    .await;
    let count = |state| answers.iter().filter(|answer| **answer == state).count();
    assert_eq!((count(AmendmentState::Agreed), count(AmendmentState::SoldOut)), (3, 7));
    assert_eq!(stand.number(RESERVED).await, 13);
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_agrees_while_the_order_is_shipped_gets_one_outcome() {
    let stand = Stand::with(&[100, 100]).await;
    let pieces = [(stand.skus[0], 1), (stand.skus[1], 2)];
    for id in 1..=10 {
        let order = stand.order(id, UpdateId(id), &pieces, None).await;
        stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
        let change = stand.proposed(order, &[3, 1]).await;
        let shop = stand.shop.clone();
        let (answer, shipped) = tokio::join!(
            tokio::spawn(async move { shop.answer_amendment(CustomerId(id), change, true).await.unwrap() }),
            tokio::spawn(stand.press(order, Status::Accepted, Status::Shipped)),
        );
        shipped.unwrap().unwrap();
        let lines: u32 = stand.lines(order).await.iter().map(|(_, pieces)| pieces).sum();
        match answer.unwrap().unwrap().1 {
            AmendmentState::Agreed => assert_eq!(lines, 4),
            AmendmentState::Withdrawn => assert_eq!(lines, 3),
            other => panic!("{other:?}"),
        }
    }
    stand.reservations_match().await;
    let shipped = stand.number("SELECT sum(quantity) FROM order_lines").await;
    assert_eq!(stand.number(ON_HAND).await, 200 - shipped);
}

#[tokio::test]
async fn a_draft_that_a_colleague_changed_is_not_sent_unseen() {
    let stand = Stand::with(&[9]).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    let (id, version) = stand.draft(order, &[2]).await;
    assert_eq!(stand.shop.propose(id, version, bob()).await.unwrap(), Err(AmendRefusal::Nothing));
    assert!(stand.shop.amend_line(id, 0, 1).await.unwrap());
    assert_eq!(stand.shop.propose(id, version, bob()).await.unwrap(), Err(AmendRefusal::Overtaken));
    assert!(stand.shop.amend_line(id, 0, 0).await.unwrap());
    assert_eq!(stand.shop.propose(id, version + 2, bob()).await.unwrap(), Err(AmendRefusal::Empty));
    assert!(stand.shop.amend_line(id, 0, 99).await.unwrap());
    let short = AmendRefusal::Short(vec![stand.skus[0]]);
    assert_eq!(stand.shop.propose(id, version + 3, bob()).await.unwrap(), Err(short));
    assert!(!stand.shop.amend_line(id, 1, 1).await.unwrap());
    assert_eq!(stand.number("SELECT count(*) FROM audit").await, 0);
}

#[tokio::test]
async fn a_promo_that_no_longer_holds_is_given_back() {
    let stand = Stand::with(&[9]).await;
    let code = stand.code(|promo| promo.min_total = Some(euros(20))).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 3)], Some(code)).await;
    let id = stand.proposed(order, &[1]).await;
    assert_eq!(stand.number(USED).await, 1);
    assert_eq!(stand.answer(1, id, true).await, Some(AmendmentState::Agreed));
    assert_eq!(stand.number(USED).await, 0);
    let now = stand.shop.staff_order(order).await.unwrap().unwrap();
    assert_eq!((now.totals.total, now.promo), (euros(10), None));
    stand.press(order, Status::Placed, Status::Rejected).await.unwrap();
    assert_eq!((stand.number(USED).await, stand.number(RESERVED).await), (0, 0));
}

#[tokio::test]
async fn what_nobody_answers_in_time_lapses_once_and_both_are_told() {
    let stand = Stand::with(&[9]).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    let id = stand.proposed(order, &[1]).await;
    assert_eq!(stand.shop.lapse_amendments().await.unwrap(), 0);
    sqlx::query("UPDATE order_amendments SET expires_at = '2026-05-01T11:59:59Z'")
        .execute(&stand.db.pool())
        .await
        .unwrap();
    assert_eq!(stand.answer(1, id, true).await, Some(AmendmentState::Open));
    assert_eq!(stand.lines(order).await, [(stand.skus[0], 2)]);
    assert_eq!(stand.shop.lapse_amendments().await.unwrap(), 1);
    assert_eq!(stand.shop.lapse_amendments().await.unwrap(), 0);
    assert_eq!(stand.answer(1, id, true).await, Some(AmendmentState::Expired));
    let over = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'amendment_over'";
    assert_eq!((stand.number(TOLD).await, stand.number(over).await), (1, 1));
    let again = stand.proposed(order, &[1]).await;
    assert_eq!(stand.answer(1, again, false).await, Some(AmendmentState::Declined));
}

#[tokio::test]
async fn an_order_that_goes_on_takes_its_open_change_along() {
    let stand = Stand::with(&[9]).await;
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    let id = stand.proposed(order, &[1]).await;
    stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
    stand.press(order, Status::Accepted, Status::Cancelled).await.unwrap();
    assert_eq!(stand.answer(1, id, true).await, Some(AmendmentState::Withdrawn));
    assert!(stand.shop.amend(order).await.unwrap().is_none());
    assert_eq!(stand.number(RESERVED).await, 0);
}
