//! Store credit: given once, spent once, never below zero.

use crate::shop::{Stand, at_once, euros};
use orderbot::domain::{Actor, CreditChange, CustomerId, Money, UpdateId};
use orderbot::repository::Booked;

/// Balances that are not what their ledger comes to.
const ADRIFT: &str = "SELECT count(*) FROM customers c WHERE c.balance <>
    coalesce((SELECT sum(amount) FROM credit_ledger WHERE customer = c.id), 0)";

fn bob() -> Actor {
    Actor::Staff(9, "Bob".to_owned())
}

impl Stand {
    /// Bob answers the question that this update put.
    async fn credit(&self, customer: CustomerId, change: CreditChange, asked: i64) -> Booked {
        self.shop.change_credit(customer, change, "late parcel", UpdateId(asked), bob()).await.unwrap()
    }

    async fn balance(&self, customer: CustomerId) -> Money {
        self.shop.customer(customer).await.unwrap().unwrap().balance
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_answered_twenty_times_gives_credit_once_and_tells_the_customer_once() {
    let stand = Stand::with(&[1]).await;
    let customer = stand.customer(1).await;
    let answers = at_once((0..20).map(|_| {
        let shop = stand.shop.clone();
        let given = CreditChange::Given(euros(5));
        async move { shop.change_credit(customer, given, "gift", UpdateId(7), bob()).await.unwrap() }
    }))
    .await;
    assert_eq!(answers.iter().filter(|booked| **booked == Booked::Done(euros(5))).count(), 1, "{answers:?}");
    assert_eq!(stand.balance(customer).await, euros(5));
    assert_eq!(stand.number("SELECT count(*) FROM outbox WHERE notice->>'kind' = 'credit_given'").await, 1);
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'credit_changed'").await, 1);
    assert_eq!(stand.number(ADRIFT).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_is_taken_than_there_is_however_many_take_at_once() {
    let stand = Stand::with(&[1]).await;
    let customer = stand.customer(1).await;
    stand.credit(customer, CreditChange::Given(euros(10)), 1).await;
    let answers =
        at_once(
            (0..10).map(|n| {
                let (shop, taken) = (stand.shop.clone(), CreditChange::Taken(euros(3)));
                async move {
                    shop.change_credit(customer, taken, "mistake", UpdateId(100 + n), bob()).await.unwrap()
                }
            }),
        )
        .await;
    assert_eq!(answers.iter().filter(|booked| **booked == Booked::Short).count(), 7, "{answers:?}");
    assert_eq!(stand.balance(customer).await, euros(1));
    assert_eq!(stand.number("SELECT count(*) FROM credit_ledger").await, 4);
    assert_eq!(stand.number(ADRIFT).await, 0);
}

#[tokio::test]
async fn the_ledger_tells_the_latest_changes_and_goes_with_the_customer() {
    let stand = Stand::with(&[1]).await;
    let customer = stand.customer(1).await;
    for n in 1..=12 {
        stand.credit(customer, CreditChange::Given(euros(n)), n).await;
    }
    stand.credit(customer, CreditChange::Taken(euros(8)), 13).await;
    let (known, latest) = stand.shop.customer_and_credit(customer, 10).await.unwrap().unwrap();
    assert_eq!((known.balance, latest.len()), (euros(70), 10));
    assert_eq!((latest[0].change, latest[0].who.as_deref()), (CreditChange::Taken(euros(8)), Some("Bob")));
    assert_eq!((latest[1].change, &*latest[1].reason), (CreditChange::Given(euros(12)), "late parcel"));
    assert_eq!(stand.credit(CustomerId(99), CreditChange::Given(euros(1)), 14).await, Booked::Already);
    stand.shop.forget(customer).await.unwrap();
    assert_eq!(stand.number("SELECT count(*) FROM credit_ledger").await, 0);
}
