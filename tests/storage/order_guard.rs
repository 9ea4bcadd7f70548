//! Whose orders are taken: limits that hold under any number of simultaneous checkouts, and orders that nobody collected.

use crate::races::new_order;
use crate::shop::{ON_HAND, ORDERS, PHONE, Stand, USED, at_once, euros, noon};
use orderbot::domain::{
    Actor, AdvanceRefusal, CheckoutRefusal, CreditChange, CustomerId, OrderGuard, OrderId, Phone, Placement,
    Placing, RejectReason, Setting, Status, UpdateId,
};
use orderbot::repository::{NewOrder, Store as _};
use orderbot::services::{Decided, Move};

const LEDGER: &str = "SELECT sum(change) FROM stock_ledger WHERE order_id IS NOT NULL";

fn bob() -> Actor {
    Actor::Staff(9, "Bob".to_owned())
}

impl Stand {
    async fn decide(&self, setting: Setting, value: &str, update: i64) {
        let decided = self.shop.decide(setting, Some(value), None, UpdateId(update), bob()).await.unwrap();
        assert_eq!(decided, Decided::Done(setting));
    }

    async fn refusal(&self, id: i64, update: i64) -> Option<CheckoutRefusal> {
        let (customer, placing) = self.ready_again(id, UpdateId(update), &[(self.skus[0], 1)], None).await;
        match self.place(customer, &placing).await {
            Placement::Placed(..) => None,
            Placement::Refused(refusal) => Some(refusal),
            changed @ Placement::Changed(..) => panic!("{changed:?}"),
        }
    }

    /// An order that is on its way.
    async fn shipped(&self, id: i64, update: i64) -> OrderId {
        let order = self.order(id, UpdateId(update), &[(self.skus[0], 3)], None).await;
        self.press(order, Status::Placed, Status::Accepted).await.unwrap();
        self.press(order, Status::Accepted, Status::Shipped).await.unwrap();
        order
    }

    async fn not_collected(&self, order: OrderId) -> Result<(), AdvanceRefusal> {
        self.shop.advance(Move::not_collected(order, bob())).await.unwrap()
    }

    async fn no_shows(&self, id: i64) -> u32 {
        self.shop.customer(CustomerId(id)).await.unwrap().unwrap().no_shows
    }
}

/// Twenty checkouts of one customer that all begin before any of them has ended, each by the statement that places.
async fn twenty_at_once(
    stand: &Stand,
    (customer, placing): &(CustomerId, Placing),
    guard: OrderGuard,
) -> usize {
    let answers = at_once((0..20).map(|device| {
        let (store, customer, placing) = (stand.store(), *customer, placing.clone());
        let order = OrderId::minted(customer, UpdateId(1000 + device));
        async move {
            let mut work = store.begin().await.unwrap();
            work.carts().take(customer, &placing, noon()).await.unwrap();
            let new = NewOrder { guard, ..new_order(customer, order, &placing) };
            let number = work.orders().add(&new).await.unwrap();
            work.commit().await.unwrap();
            number
        }
    }));
    answers.await.into_iter().flatten().count()
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_checkouts_at_once_leave_as_many_open_orders_as_the_shop_allows() {
    let stand = Stand::with(&[100]).await;
    let one = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    let two = OrderGuard { most_open: 2, ..OrderGuard::default() };
    assert_eq!(twenty_at_once(&stand, &one, two).await, 2);
    assert_eq!(stand.number(ORDERS).await, 2);
    let shared = OrderGuard { verified_phone: true, ..OrderGuard::default() };
    assert_eq!(twenty_at_once(&stand, &stand.ready(2, &[(stand.skus[0], 1)], None).await, shared).await, 0);
    assert_eq!(
        twenty_at_once(&stand, &stand.ready(3, &[(stand.skus[0], 1)], None).await, OrderGuard::default())
            .await,
        20
    );
}

#[tokio::test]
async fn an_order_too_many_is_refused_until_one_has_arrived() {
    let stand = Stand::with(&[100]).await;
    stand.decide(Setting::MostOpen, "1", 900).await;
    let first = stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], None).await;
    let refused = Some(CheckoutRefusal::TooManyOpen { most: 1 });
    assert_eq!(stand.refusal(1, 2).await, refused);
    assert_eq!(stand.shop.begin_checkout(CustomerId(1)).await.unwrap().err(), refused);
    assert_eq!(stand.refusal(2, 3).await, None, "another customer");
    // The same press again is the same order, and not one too many.
    let cart = stand.shop.cart(CustomerId(1)).await.unwrap();
    assert_eq!(cart.lines.len(), 1, "what was refused is kept");
    stand.press(first, Status::Placed, Status::Accepted).await.unwrap();
    stand.press(first, Status::Accepted, Status::Shipped).await.unwrap();
    assert!(stand.shop.begin_checkout(CustomerId(1)).await.unwrap().is_err());
    stand.press(first, Status::Shipped, Status::Delivered).await.unwrap();
    assert!(stand.shop.begin_checkout(CustomerId(1)).await.unwrap().is_ok());
}

#[tokio::test]
async fn what_store_credit_has_paid_is_no_open_debt() {
    let stand = Stand::with(&[100]).await;
    stand.decide(Setting::MostOpen, "1", 900).await;
    let customer = stand.customer(1).await;
    let given = CreditChange::Given(euros(10));
    stand.shop.change_credit(customer, given, "gift", UpdateId(901), bob()).await.unwrap();
    assert_eq!(stand.refusal(1, 1).await, None);
    assert_eq!(stand.refusal(1, 2).await, None, "the first one is paid");
    assert_eq!(stand.refusal(1, 3).await, Some(CheckoutRefusal::TooManyOpen { most: 1 }));
}

#[tokio::test]
async fn only_the_phone_number_of_the_own_account_will_do_once_the_shop_says_so() {
    let stand = Stand::with(&[100]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    stand.decide(Setting::VerifiedPhone, "on", 900).await;
    let refused = Placement::Refused(CheckoutRefusal::PhoneUnshared);
    assert_eq!(stand.place(customer, &placing).await, refused);
    assert_eq!(stand.shop.begin_checkout(customer).await.unwrap().unwrap().phone, None);
    let shared = Phone::stored("+49307654321".to_owned());
    stand.shop.verify_phone(customer, &shared).await.unwrap();
    assert_eq!(stand.place(customer, &placing).await, refused, "{PHONE} is another one");
    let known = stand.shop.begin_checkout(customer).await.unwrap().unwrap();
    assert_eq!((known.phone.as_ref(), known.must_share), (Some(&shared), true));
    let placing = Placing { phone: shared, ..placing };
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_nobody_collected_comes_back_once_with_all_that_belongs_to_it() {
    let stand = Stand::with(&[100]).await;
    let code = stand.code(|promo| promo.max_uses = Some(9)).await;
    let customer = stand.customer(1).await;
    let given = CreditChange::Given(euros(5));
    stand.shop.change_credit(customer, given, "gift", UpdateId(901), bob()).await.unwrap();
    let order = stand.order(1, UpdateId(1), &[(stand.skus[0], 3)], Some(code)).await;
    assert_eq!(stand.not_collected(order).await, Err(AdvanceRefusal::NotNow { now: Status::Placed }));
    stand.press(order, Status::Placed, Status::Accepted).await.unwrap();
    stand.press(order, Status::Accepted, Status::Shipped).await.unwrap();
    assert_eq!((stand.number(ON_HAND).await, stand.number(USED).await), (97, 1));
    // It is not called off for any other reason.
    let plainly = stand.press(order, Status::Shipped, Status::Cancelled).await;
    assert_eq!(plainly, Err(AdvanceRefusal::NotNow { now: Status::Shipped }));
    let answers = at_once((0..20).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.advance(Move::not_collected(order, bob())).await.unwrap() }
    }))
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    assert_eq!(
        (stand.number(ON_HAND).await, stand.number(USED).await, stand.number(LEDGER).await),
        (100, 0, 3)
    );
    let now = stand.shop.staff_order(order).await.unwrap().unwrap();
    assert_eq!((now.status, now.is_no_show(), now.no_shows), (Status::Cancelled, true, 1));
    let known = stand.shop.customer(customer).await.unwrap().unwrap();
    assert_eq!((known.no_shows, known.balance), (1, euros(5)));
    assert_eq!(RejectReason::of_note(now.note_of(Status::Cancelled).unwrap()), RejectReason::NotCollected);
    stand.reservations_match().await;
}

#[tokio::test]
async fn who_did_not_collect_too_often_is_refused_until_the_staff_forget_it() {
    let stand = Stand::with(&[100]).await;
    for update in 1..=2 {
        let order = stand.shipped(1, update).await;
        stand.not_collected(order).await.unwrap();
    }
    assert_eq!(stand.no_shows(1).await, 2);
    stand.decide(Setting::MostNoShows, "2", 900).await;
    assert_eq!(stand.refusal(1, 3).await, Some(CheckoutRefusal::NoShows));
    assert!(stand.shop.clear_no_shows(CustomerId(1), bob()).await.unwrap());
    assert!(!stand.shop.clear_no_shows(CustomerId(1), bob()).await.unwrap(), "once");
    assert!(stand.shop.begin_checkout(CustomerId(1)).await.unwrap().is_ok());
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'no_shows_cleared'").await, 1);
    let order = stand.shipped(2, 4).await;
    stand.shop.forget(CustomerId(2)).await.unwrap();
    stand.not_collected(order).await.unwrap();
    assert_eq!(
        stand.number("SELECT count(*) FROM orders WHERE name IS NOT NULL AND customer IS NULL").await,
        0
    );
}
