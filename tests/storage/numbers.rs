//! Statistics: counted from the orders, and from how far visitors came.

use crate::shop::{Stand, euros, noon};
use orderbot::domain::{Buyers, DaySpan, Funnel, Lang, Period, Reached, Sales, Status, UpdateId, total};
use orderbot::repository::Store;

fn may_first() -> Period {
    let day = noon().date_naive();
    Period::Days(DaySpan::new(day, day).unwrap())
}

#[tokio::test]
async fn sales_are_those_that_stand() {
    let stand = Stand::with(&[9, 9]).await;
    let (one, other) = (stand.skus[0], stand.skus[1]);
    stand.order(1, UpdateId(1), &[(one, 2)], None).await;
    stand.order(2, UpdateId(2), &[(one, 1), (other, 1)], None).await;
    let rejected = stand.order(3, UpdateId(3), &[(one, 1)], None).await;
    stand.press(rejected, Status::Placed, Status::Rejected).await.unwrap();

    let report = stand.shop.sales_report(may_first()).await.unwrap();
    assert_eq!(total(&report.quarters), Sales { orders: 2, revenue: euros(40) });
    assert_eq!(total(&report.before), Sales::default());
    assert_eq!(report.buyers, Buyers { new: 2, returning: 0 });
    let goods = stand.shop.goods_report(may_first()).await.unwrap();
    let sold: Vec<_> =
        goods.products.iter().map(|sold| (sold.names.get(Lang::En), sold.pieces, sold.revenue)).collect();
    assert_eq!(sold, [("Tea 0", 3, euros(30)), ("Tea 1", 1, euros(10))]);
    assert_eq!(goods.promos.with.orders, 0);
}

#[tokio::test]
async fn a_promo_is_told_with_what_it_brought_and_took() {
    let stand = Stand::with(&[9]).await;
    let code = stand.code(|_| {}).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], Some(code)).await;
    stand.order(2, UpdateId(2), &[(stand.skus[0], 1)], None).await;
    let goods = stand.shop.goods_report(may_first()).await.unwrap();
    assert_eq!(goods.total.orders, 2);
    assert_eq!(goods.promos.with, Sales { orders: 1, revenue: euros(18) });
    assert_eq!(goods.promos.discount, euros(2));
    let best: Vec<_> = goods.promos.best.iter().map(|promo| promo.code.as_str()).collect();
    assert_eq!(best, ["SPRING"]);
    // What an order brought to a product is without what the promo took.
    assert_eq!(goods.products[0].revenue, euros(28));
}

#[tokio::test]
async fn a_buyer_is_new_once() {
    let stand = Stand::with(&[9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], None).await;
    stand.order(2, UpdateId(2), &[(stand.skus[0], 1)], None).await;
    sqlx::query("UPDATE orders SET placed_at = placed_at - interval '3 days' WHERE customer = 1")
        .execute(&stand.db.pool())
        .await
        .unwrap();
    stand.order(1, UpdateId(3), &[(stand.skus[0], 1)], None).await;
    let report = stand.shop.sales_report(may_first()).await.unwrap();
    assert_eq!(report.buyers, Buyers { new: 1, returning: 1 });
    let week = stand.shop.sales_report(Period::Week).await.unwrap();
    assert_eq!(week.buyers, Buyers { new: 2, returning: 0 });
    assert_eq!(total(&week.quarters).orders, 3);
}

#[tokio::test]
async fn a_visit_is_one_customer_on_one_day_as_far_as_they_came() {
    let stand = Stand::with(&[9]).await;
    stand.customer(1).await;
    stand.customer(1).await;
    let (cart, _) = stand.ready(2, &[(stand.skus[0], 1)], None).await;
    stand.order(3, UpdateId(3), &[(stand.skus[0], 1)], None).await;
    stand.order(3, UpdateId(4), &[(stand.skus[0], 1)], None).await;
    let all = Funnel { shop: 3, cart: 2, checkout: 1, order: 1 };
    assert_eq!(stand.shop.visitors_report(may_first()).await.unwrap().funnel[0], all);

    // Who came further is not set back, and who was forgotten is not counted.
    let mut session = stand.store().session().await.unwrap();
    let day = noon().date_naive();
    session.customers().reached(cart, day, Reached::Shop).await.unwrap();
    assert_eq!(session.numbers().funnel(may_first().days(day)).await.unwrap(), all);
    stand.shop.forget(cart).await.unwrap();
    assert_eq!(session.customers().reached(cart, day, Reached::Cart).await.unwrap(), None);
    let left = Funnel { shop: 2, cart: 1, checkout: 1, order: 1 };
    assert_eq!(session.numbers().funnel(may_first().days(day)).await.unwrap(), left);
}
