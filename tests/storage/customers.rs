//! What is kept of a person, and what is erased.

use crate::shop::{PHONE, RESERVED, Stand, delivered, pickup, shop};
use orderbot::domain::{
    Actor, Bounded, CheckoutRefusal, CustomerId, Fulfilment, MessageId, PersonName, Placement, Status,
    UpdateId,
};
use orderbot::postgres::PgStore;
use orderbot::repository::Profile;
use orderbot::services::{Relayed, Written};

/// Rows of the shop's tables in which a text stands.
async fn rows_with(stand: &Stand, text: &str) -> i64 {
    let mut found = 0;
    for table in [
        "customers",
        "addresses",
        "cart_lines",
        "credit_ledger",
        "orders",
        "order_lines",
        "order_timeline",
        "promo_redemptions",
        "outbox",
        "support_links",
        "support_messages",
        "dead_letters",
    ] {
        let sql = format!("SELECT count(*) FROM {table} t WHERE t::text LIKE '%' || $1 || '%'");
        found += sqlx::query_scalar::<_, i64>(sqlx::AssertSqlSafe(sql))
            .bind(text)
            .fetch_one(&stand.db.pool())
            .await
            .unwrap();
    }
    found
}

#[tokio::test]
async fn who_asks_to_be_forgotten_is_erased_and_the_orders_stay_without_them() {
    let stand = Stand::with(&[99]).await;
    let code = stand.code(|_| {}).await;
    let mut orders = Vec::new();
    for update in 1..=3 {
        let pieces = [(stand.skus[0], 1)];
        let (customer, placing) = stand.ready_again(1, UpdateId(update), &pieces, Some(code.clone())).await;
        let placing = delivered(placing);
        assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
        orders.push(placing.order);
    }
    let [done, under_way, waiting] = orders[..] else { panic!() };
    for (order, from, to) in [
        (done, Status::Placed, Status::Accepted),
        (done, Status::Accepted, Status::Shipped),
        (done, Status::Shipped, Status::Delivered),
        (under_way, Status::Placed, Status::Accepted),
    ] {
        stand.press(order, from, to).await.unwrap();
    }
    let customer = CustomerId(1);
    stand.shop.add_to_cart(customer, stand.skus[0], 1, UpdateId(9)).await.unwrap().unwrap();

    let (shop, staff) = (&stand.shop, stand.shop.terms().staff_chat.unwrap());
    let words = || Some("Is my pillow ready?".to_owned());
    shop.ask_support(customer, UpdateId(20), MessageId(1), (words(), None)).await.unwrap();
    shop.link_support(staff, MessageId(2), customer).await.unwrap();
    let written = Written {
        update: UpdateId(21),
        place: (staff, MessageId(3)),
        text: words(),
        caption: None,
        by: Actor::Staff(9, "Bob".to_owned()),
    };
    let told = shop.answer_support(MessageId(2), &written).await.unwrap();
    assert_eq!(told, Relayed::To(customer));
    sqlx::raw_sql(
        "INSERT INTO dead_letters (update_id, lane, kind, raw, attempts, cause, received_at)
         VALUES (30, 1, 'message', 'Is my pillow ready?', 5, 'broken', now())",
    )
    .execute(&stand.db.pool())
    .await
    .unwrap();
    assert_eq!(rows_with(&stand, "my pillow").await, 5);

    stand.shop.forget(customer).await.unwrap();

    assert_eq!(stand.shop.customer(customer).await.unwrap(), None);
    assert_eq!(stand.shop.cart(customer).await.unwrap().lines, []);
    assert_eq!(stand.shop.addresses(customer).await.unwrap(), []);
    assert_eq!(stand.shop.orders(customer, 0, 9).await.unwrap().items, []);
    let shop = &stand.shop;
    let order = |id| async move { shop.staff_order(id).await.unwrap().unwrap() };
    let (done, kept, cancelled) = (order(done).await, order(under_way).await, order(waiting).await);
    assert_eq!((done.status, cancelled.status), (Status::Delivered, Status::Cancelled));
    for order in [&done, &cancelled] {
        assert_eq!((&order.customer, &order.name, &order.phone), (&None, &None, &None));
        assert_eq!((&order.fulfilment, &order.note), (&None, &None));
        assert_eq!((order.lines.len(), order.totals.total), (1, done.totals.total));
    }
    // What is on its way still has to find the door; the end of the order is the end of that, too.
    assert_eq!(kept.customer, None);
    assert!(kept.phone.is_some() && kept.fulfilment.is_some());
    assert_eq!(stand.number(RESERVED).await, 1);
    stand.press(under_way, Status::Accepted, Status::Shipped).await.unwrap();
    stand.press(under_way, Status::Shipped, Status::Delivered).await.unwrap();
    for text in [PHONE, "Elm street", "Ring twice", "Ann", "my pillow"] {
        assert_eq!(rows_with(&stand, text).await, 0, "{text}");
    }
    stand.reservations_match().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_while_they_confirm_leaves_nothing_personal_behind() {
    let stand = Stand::with(&[99]).await;
    for id in 1..=10 {
        let (customer, placing) = stand.ready(id, &[(stand.skus[0], 1)], None).await;
        let (placing, shop) = (delivered(placing), stand.shop.clone());
        let forgetting = tokio::spawn(async move { shop.forget(customer).await.unwrap() });
        let answer = stand.place(customer, &placing).await;
        forgetting.await.unwrap();
        let refused = Placement::Refused(CheckoutRefusal::EmptyCart);
        assert!(matches!(answer, Placement::Placed(..)) || answer == refused, "{answer:?}");
    }
    assert_eq!(rows_with(&stand, PHONE).await, 0);
    assert_eq!(stand.number("SELECT count(*) FROM orders WHERE status <> 'cancelled'").await, 0);
    stand.reservations_match().await;
}

#[tokio::test]
async fn five_addresses_are_remembered_the_latest_first_and_each_once() {
    let stand = Stand::with(&[99]).await;
    for update in [1, 2, 3, 4, 5, 6, 7, 7] {
        let (customer, placing) = stand.ready_again(1, UpdateId(update), &[(stand.skus[0], 1)], None).await;
        let mut placing = delivered(placing);
        if let Fulfilment::Delivery(to) = &mut placing.fulfilment {
            to.address = Bounded::parse(&format!("{update} Elm street")).unwrap();
        }
        stand.place(customer, &placing).await;
    }
    let saved = stand.shop.addresses(CustomerId(1)).await.unwrap();
    let texts: Vec<_> = saved.iter().map(|saved| saved.address.as_str()).collect();
    assert_eq!(texts, ["7 Elm street", "6 Elm street", "5 Elm street", "4 Elm street", "3 Elm street"]);
    let nobodys = stand.shop.destination(CustomerId(2), saved[0].id).await.unwrap();
    assert_eq!(nobodys, None, "an address is its customer's alone");
}

#[tokio::test]
async fn somebody_is_new_with_the_first_thing_they_write_and_never_again() {
    let stand = Stand::with(&[1]).await;
    let other = || shop(PgStore(stand.db.pool().into()), pickup());
    let called = |name| Profile {
        id: CustomerId(1),
        name: PersonName::parse(name).unwrap(),
        username: None,
        lang: None,
    };
    assert!(stand.shop.see(&called("Ann")).await.unwrap().is_new);
    assert!(!stand.shop.see(&called("Ann")).await.unwrap().is_new, "a moment later");
    assert!(!other().see(&called("Ann")).await.unwrap().is_new, "to another instance");
    assert!(!other().see(&called("Bea")).await.unwrap().is_new, "by another name");
}
