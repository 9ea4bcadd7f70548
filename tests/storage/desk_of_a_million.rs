//! What the staff look at and search for in a shop with a million orders: how long it takes.

use crate::million::{mistyped, time};
use orderbot::domain::{AuditFilter, Bounded, CategoryId, Lang, OrderNumber, ProductId, Segment, Subject};
use orderbot::repository::{GoodsFilter, StoreError};
use orderbot::services::Shop;

/// Lists and searches of the staff.
pub(crate) async fn measure(shop: &Shop) {
    let name = |n: i64| async move {
        let order = shop.staff_order_by_number(OrderNumber(1 + n * 9_000)).await?.unwrap();
        Ok::<_, StoreError>(order.name.unwrap().as_str().to_owned())
    };
    let order = |n: i64| async move {
        Ok::<_, StoreError>(shop.staff_order_by_number(OrderNumber(1 + n * 9_000)).await?.unwrap().id)
    };
    let list = async |typed: &str| {
        let filter = shop.order_filter(typed).await?;
        shop.staff_orders(&filter, None, 8).await
    };
    for typed in ["open", "all", "packed", "2026-01-15", "@user1234"] {
        time(&format!("/orders {typed}"), async |_| list(typed).await).await;
    }
    time("/find first and last name", async |n| list(&name(n).await?).await).await;
    time("/find one name", async |n| list(name(n).await?.split(' ').next().unwrap()).await).await;
    time("/find phone number", async |n| list(&format!("030 {}", 1_000_000 + n * 9_000)).await).await;
    time("/find end of a phone number", async |n| list(&format!("{}", 10_000 + n * 7)).await).await;
    time("/customer @name", async |n| shop.look_up_customer(&format!("@user{}", 1 + n * 9_000)).await).await;
    time("/customer phone number", async |n| shop.look_up_customer(&format!("030 {}", 1_000_000 + n)).await)
        .await;
    time("/products", async |_| shop.goods(&GoodsFilter::All, ProductId(0), 8).await).await;
    time("/products running out", async |_| shop.goods(&GoodsFilter::Low(3), ProductId(0), 8).await).await;
    time("/products two words", async |n| {
        let words = mistyped(shop, 1 + n, 2).await?;
        let words = GoodsFilter::With(words.split(' ').map(str::to_owned).collect());
        shop.goods(&words, ProductId(0), 8).await
    })
    .await;
    time("/audit", async |_| shop.audit(AuditFilter::All, None, 8).await).await;
    time("/audit of a person", async |n| shop.audit(AuditFilter::About(1 + n), None, 8).await).await;
    time("/audit of an order", async |n| {
        shop.audit(AuditFilter::Of(Subject::Order(order(n).await?)), None, 8).await
    })
    .await;
    time("/promos", async |_| shop.promos(None, 8).await).await;
    let category = Segment::BoughtFrom(CategoryId(11));
    for segment in [
        Segment::Everyone,
        Segment::Language(Lang::En),
        Segment::BoughtWithin(30),
        category,
        Segment::WithCart,
        Segment::NeverBought,
    ] {
        time(&format!("how many: {segment}"), async |_| shop.audience(segment).await).await;
    }
}
