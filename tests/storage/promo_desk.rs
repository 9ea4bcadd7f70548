//! Promos that are made in the chat: once, complete, and stopped at once.

use crate::shop::{Stand, at_once, euros};
use orderbot::domain::{
    Actor, CreditUse, DraftRefusal, DraftState, Placement, PromoCode, PromoField, PromoKind, PromoRefusal,
    Ride, Sales, UpdateId,
};
use orderbot::services::{DraftChange, Made};

fn olga() -> Actor {
    Actor::Staff(900, "Olga".to_owned())
}

/// A draft of 10 % off with this code.
async fn draft(stand: &Stand, person: i64, code: &str) -> i64 {
    let id = stand.shop.promo_draft_of(person).await.unwrap().id;
    let changes = [
        DraftChange::Kind(PromoKind::Percent),
        DraftChange::Answer(PromoField::Value, "10"),
        DraftChange::Answer(PromoField::Code, code),
    ];
    for change in changes {
        stand.shop.change_promo_draft(id, change).await.unwrap().unwrap().unwrap();
    }
    id
}

#[tokio::test]
async fn of_many_presses_one_makes_the_promo() {
    let stand = Stand::with(&[9]).await;
    let id = draft(&stand, 1, "SPRING").await;
    let made = at_once((0..8).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.make_promo(id, olga(), [1; 32]).await.unwrap() }
    }))
    .await;
    let done: Vec<_> = made.iter().filter(|made| matches!(made, Made::Done(_))).collect();
    assert_eq!(done.len(), 1, "{made:?}");
    assert!(made.iter().all(|made| matches!(made, Made::Done(_) | Made::Already(_))), "{made:?}");
    assert_eq!(stand.number("SELECT count(*) FROM promos").await, 1);
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'promo_made'").await, 1);
    // The next draft of the same colleague is a new one.
    let next = stand.shop.promo_draft_of(1).await.unwrap();
    assert!(next.id != id && next.draft.kind.is_none());
}

#[tokio::test]
async fn a_code_that_is_taken_makes_nothing_and_the_draft_stays() {
    let stand = Stand::with(&[9]).await;
    stand.code(|_| {}).await;
    let id = draft(&stand, 1, "SPRING").await;
    assert_eq!(stand.shop.make_promo(id, olga(), [1; 32]).await.unwrap(), Made::Taken);
    assert_eq!(stand.shop.promo_draft(id).await.unwrap().unwrap().state, DraftState::Open);
    let other = DraftChange::Answer(PromoField::Code, "SUMMER");
    stand.shop.change_promo_draft(id, other).await.unwrap().unwrap().unwrap();
    assert!(matches!(stand.shop.make_promo(id, olga(), [1; 32]).await.unwrap(), Made::Done(_)));
}

#[tokio::test]
async fn a_draft_that_was_given_up_makes_nothing() {
    let stand = Stand::with(&[9]).await;
    let id = draft(&stand, 1, "SPRING").await;
    assert!(stand.shop.drop_promo_draft(id).await.unwrap());
    assert!(!stand.shop.drop_promo_draft(id).await.unwrap());
    assert_eq!(stand.shop.make_promo(id, olga(), [1; 32]).await.unwrap(), Made::Impossible);
    let late = DraftChange::Answer(PromoField::Value, "20");
    assert_eq!(stand.shop.change_promo_draft(id, late).await.unwrap(), None);
    assert_eq!(stand.number("SELECT count(*) FROM promos").await, 0);
}

#[tokio::test]
async fn a_wrong_answer_leaves_the_draft_as_it_was() {
    let stand = Stand::with(&[9]).await;
    let id = draft(&stand, 1, "SPRING").await;
    let wrong = DraftChange::Answer(PromoField::Value, "110");
    let refused = stand.shop.change_promo_draft(id, wrong).await.unwrap().unwrap();
    assert_eq!(refused, Err(DraftRefusal::NotAPercentage));
    assert_eq!(stand.shop.promo_draft(id).await.unwrap().unwrap().draft.percent, Some(10));
}

#[tokio::test]
async fn a_promo_tells_what_came_of_it_and_stops_at_once() {
    let stand = Stand::with(&[9]).await;
    let code = stand.code(|promo| promo.max_uses = Some(5)).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], Some(code.clone())).await;
    let (customer, placing) = stand.ready(2, &[(stand.skus[0], 1)], Some(code.clone())).await;
    let id = stand.shop.promo_with_code(&code).await.unwrap().unwrap();
    let report = stand.shop.promo_report(id).await.unwrap().unwrap();
    assert_eq!(report.sales, Sales { orders: 1, revenue: euros(18) });
    assert_eq!((report.discount, report.listed.promo.used), (euros(2), 1));

    assert!(stand.shop.set_promo_active(id, false, olga()).await.unwrap());
    assert!(!stand.shop.set_promo_active(id, false, olga()).await.unwrap());
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'promo_turned'").await, 1);
    // Who had seen the discount is told before the order stands without it.
    let Placement::Changed(quote, _) = stand.place(customer, &placing).await else { panic!("not told") };
    assert_eq!(quote.refused, Some(PromoRefusal::Unknown));
    assert_eq!(stand.number("SELECT used::bigint FROM promos").await, 1);
}

#[tokio::test]
async fn a_series_is_one_on_the_list_and_each_of_its_codes_works_once() {
    let stand = Stand::with(&[9]).await;
    stand.code(|_| {}).await;
    let id = draft(&stand, 1, "GIFT").await;
    let many = DraftChange::Answer(PromoField::Series, "1000");
    stand.shop.change_promo_draft(id, many).await.unwrap().unwrap().unwrap();
    let Made::Done(series) = stand.shop.make_promo(id, olga(), [3; 32]).await.unwrap() else {
        panic!("not made")
    };
    let listed = stand.shop.promos(None, 10).await.unwrap();
    let all: Vec<_> = listed.iter().map(|listed| (listed.promo.id, listed.series)).collect();
    assert_eq!(all, [(series, Some(1000)), (1, None)]);
    assert_eq!(stand.shop.promos(Some(series), 10).await.unwrap().len(), 1);

    let codes = stand.shop.promo_codes(series).await.unwrap();
    assert_eq!(codes.len(), 1000);
    let (last, _) = codes.last().unwrap();
    let code = PromoCode::parse(last).unwrap();
    assert_eq!(stand.shop.promo_with_code(&code).await.unwrap(), Some(series));
    stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], Some(code.clone())).await;
    let customer = stand.customer(2).await;
    stand.shop.add_to_cart(customer, stand.skus[0], 1, UpdateId(2)).await.unwrap().unwrap();
    let quote = stand.shop.quote(customer, Ride::Pickup, Some(&code), CreditUse::Spend).await.unwrap();
    assert_eq!(quote.refused, Some(PromoRefusal::UsedUp));

    let report = stand.shop.promo_report(series).await.unwrap().unwrap();
    assert_eq!((report.sales.orders, report.listed.promo.used), (1, 1));
    assert_eq!(report.listed.promo.max_uses, Some(1000));
    assert!(stand.shop.set_promo_active(series, false, olga()).await.unwrap());
    assert_eq!(stand.number("SELECT count(*) FROM promos WHERE NOT active").await, 1000);
}
