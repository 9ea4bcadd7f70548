//! Store credit: given once, spent once, given back once, never below zero.

use crate::shop::{ORDERS, Stand, at_once, euros, noon, placed};
use orderbot::domain::{
    Actor, AmendmentState, Change, CreditChange, CreditUse, CustomerId, Money, OrderId, Placement, Placing,
    Status, UpdateId,
};
use orderbot::repository::{Booked, NewCreditEntry, Store as _};

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

impl Stand {
    /// A customer with so much credit who has two pieces in the cart, 20.00, and has seen the summary.
    async fn rich(&self, id: i64, credit: i64) -> (CustomerId, Placing) {
        let customer = self.customer(id).await;
        self.credit(customer, CreditChange::Given(euros(credit)), 1000 + id).await;
        self.ready(id, &[(self.skus[0], 2)], None).await
    }

    /// An order of such a customer.
    async fn paid(&self, id: i64, credit: i64) -> OrderId {
        let (customer, placing) = self.rich(id, credit).await;
        let answer = self.place(customer, &placing).await;
        assert!(matches!(answer, Placement::Placed(..)), "{answer:?}");
        placing.order
    }

    /// What credit paid of an order, and what is left to pay.
    async fn payment(&self, order: OrderId) -> (Money, Money) {
        let totals = self.shop.staff_order(order).await.unwrap().unwrap().totals;
        (totals.credit, totals.to_pay())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_spends_credit_once_however_often_it_is_confirmed() {
    let stand = Stand::with(&[100]).await;
    let one = stand.rich(1, 5).await;
    assert_eq!(placed(&stand.confirm(&vec![one.clone(); 20]).await), 20);
    assert_eq!(stand.balance(one.0).await, Money::ZERO);
    assert_eq!(stand.payment(one.1.order).await, (euros(5), euros(15)));
    let (_, latest) = stand.shop.customer_and_credit(one.0, 10).await.unwrap().unwrap();
    assert_eq!((latest.len(), latest[0].change), (2, CreditChange::Taken(euros(5))));
    assert!(latest[0].order.is_some() && latest[0].who.is_none());
    let (poor, keeping) = stand.rich(2, 30).await;
    let seen = stand.shop.quote(poor, keeping.ride(), None, CreditUse::Keep).await.unwrap().seen();
    let keeping = Placing { credit: CreditUse::Keep, seen, ..keeping };
    assert!(matches!(stand.place(poor, &keeping).await, Placement::Placed(..)));
    assert_eq!((stand.balance(poor).await, stand.payment(keeping.order).await.0), (euros(30), Money::ZERO));
    assert_eq!(stand.number(ADRIFT).await, 0);
}

#[tokio::test]
async fn credit_that_changed_since_the_summary_is_shown_before_anything_is_placed() {
    let stand = Stand::with(&[100]).await;
    let (customer, placing) = stand.rich(1, 8).await;
    stand.credit(customer, CreditChange::Taken(euros(3)), 50).await;
    let Placement::Changed(quote, changes) = stand.place(customer, &placing).await else { panic!() };
    assert_eq!(changes, [Change::Credit { from: euros(8), to: euros(5) }]);
    assert_eq!((stand.number(ORDERS).await, stand.balance(customer).await), (0, euros(5)));
    let again = Placing { seen: quote.seen(), ..placing };
    assert!(matches!(stand.place(customer, &again).await, Placement::Placed(..)));
    assert_eq!(stand.payment(again.order).await, (euros(5), euros(15)));
}

#[tokio::test(flavor = "multi_thread")]
async fn checkouts_that_all_saw_the_same_credit_spend_it_once() {
    let stand = Stand::with(&[100]).await;
    let (customer, placing) = stand.rich(1, 8).await;
    let answers = at_once((0..10).map(|device| {
        let (store, placing) = (stand.store(), placing.clone());
        let order = OrderId::minted(customer, UpdateId(1000 + device));
        async move {
            let mut work = store.begin().await.unwrap();
            work.orders().add(&crate::races::new_order(customer, order, &placing)).await.unwrap().unwrap();
            let taken = CreditChange::Taken(euros(8));
            let entry = NewCreditEntry::of_order(customer, taken, order, format!("order:{order}"), noon());
            let booked = work.credit().book(&entry).await.unwrap();
            if matches!(booked, Booked::Done(_)) {
                work.commit().await.unwrap();
            }
            booked
        }
    }))
    .await;
    assert_eq!(
        answers.iter().filter(|booked| **booked == Booked::Done(Money::ZERO)).count(),
        1,
        "{answers:?}"
    );
    assert_eq!((stand.number(ORDERS).await, stand.balance(customer).await), (1, Money::ZERO));
    assert_eq!(stand.number(ADRIFT).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_called_off_gives_its_credit_back_once() {
    let stand = Stand::with(&[100]).await;
    let order = stand.paid(1, 8).await;
    at_once((0..20).map(|_| stand.press(order, Status::Placed, Status::Rejected))).await;
    assert_eq!(stand.balance(CustomerId(1)).await, euros(8));
    let order = stand.paid(2, 30).await;
    assert_eq!(stand.balance(CustomerId(2)).await, euros(10));
    stand.shop.cancel(CustomerId(2), order).await.unwrap().unwrap();
    stand.shop.cancel(CustomerId(2), order).await.unwrap().unwrap_err();
    assert_eq!(stand.balance(CustomerId(2)).await, euros(30));
    let order = stand.paid(3, 8).await;
    stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
    stand.press(order, Status::Accepted, Status::Shipped).await.unwrap();
    stand.press(order, Status::Shipped, Status::Delivered).await.unwrap();
    assert_eq!(stand.balance(CustomerId(3)).await, Money::ZERO);
    assert_eq!(stand.number(ADRIFT).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn rejecting_and_being_forgotten_at_once_neither_block_each_other_nor_leave_credit_behind() {
    let stand = Stand::with(&[100]).await;
    for id in 1..=10 {
        let order = stand.paid(id, 8).await;
        let shop = stand.shop.clone();
        let forgetting = tokio::spawn(async move { shop.forget(CustomerId(id)).await.unwrap() });
        let _ = stand.press(order, Status::Placed, Status::Rejected).await;
        forgetting.await.unwrap();
    }
    assert_eq!(stand.number("SELECT count(*) FROM credit_ledger").await, 0);
    assert_eq!(
        stand.number("SELECT count(*) FROM orders WHERE status NOT IN ('rejected', 'cancelled')").await,
        0
    );
    stand.reservations_match().await;
}

#[tokio::test]
async fn an_order_that_becomes_cheaper_than_its_credit_gives_the_rest_back() {
    let stand = Stand::with(&[100]).await;
    let order = stand.paid(1, 18).await;
    assert_eq!(stand.payment(order).await, (euros(18), euros(2)));
    let draft = stand.shop.amend(order).await.unwrap().unwrap().amendment;
    stand.shop.amend_line(draft.id, 0, 1).await.unwrap();
    let gist = stand.shop.amendment(draft.id).await.unwrap().unwrap().requote.gist;
    assert_eq!((gist.to, gist.credit), (euros(10), euros(10)));
    stand.shop.propose(draft.id, draft.version + 1, bob()).await.unwrap().unwrap();
    for _ in 0..2 {
        let answer = stand.shop.answer_amendment(CustomerId(1), draft.id, true).await.unwrap();
        assert_eq!(answer, Some((order, AmendmentState::Agreed)));
    }
    assert_eq!(stand.payment(order).await, (euros(10), Money::ZERO));
    assert_eq!(stand.balance(CustomerId(1)).await, euros(8));
    stand.press(order, Status::Placed, Status::Cancelled).await.unwrap();
    assert_eq!(stand.balance(CustomerId(1)).await, euros(18));
    assert_eq!(stand.number(ADRIFT).await, 0);
}
