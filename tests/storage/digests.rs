//! The daily digest: once a day, on any number of instances.

use crate::shop::{Stand, at_once, euros, noon};
use chrono::{NaiveTime, TimeDelta};
use orderbot::domain::UpdateId;

const TOLD: &str = "SELECT count(*) FROM outbox WHERE notice->>'kind' = 'digest'";

fn at(time: &str) -> NaiveTime {
    NaiveTime::parse_from_str(time, "%H:%M").unwrap()
}

#[tokio::test]
async fn of_many_instances_one_sends_the_digest() {
    let stand = Stand::with(&[1]).await;
    let sent = at_once((0..8).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.send_digest(at("12:00")).await.unwrap() }
    }));
    assert!(sent.await.iter().all(|day| *day == Some(noon().date_naive())));
    assert_eq!(stand.number(TOLD).await, 1);
    // Another hour of the same day, as an owner may set it, makes no second one.
    stand.shop.send_digest(at("11:00")).await.unwrap();
    assert_eq!(stand.number(TOLD).await, 1);
}

#[tokio::test]
async fn before_its_hour_there_is_none() {
    let stand = Stand::with(&[1]).await;
    assert_eq!(stand.shop.send_digest(at("12:01")).await.unwrap(), None);
    assert_eq!(stand.number(TOLD).await, 0);
}

#[tokio::test]
async fn a_digest_tells_of_the_time_since_the_last_one() {
    let stand = Stand::with(&[9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    stand.order(2, UpdateId(2), &[(stand.skus[0], 1)], None).await;
    sqlx::query("UPDATE orders SET placed_at = placed_at - interval '1 day' WHERE customer = 2")
        .execute(&stand.db.pool())
        .await
        .unwrap();
    let (since, until) = (noon(), noon() + TimeDelta::hours(1));
    let digest = stand.shop.digest(since, until).await.unwrap();
    assert_eq!((digest.now.orders, digest.now.revenue), (1, euros(20)));
    assert_eq!((digest.newcomers, digest.buyers.new), (2, 1));
    assert_eq!((digest.open.placed, digest.open.accepted), (2, 0));
    assert_eq!(digest.products[0].pieces, 2);
    let day = stand.shop.digest(noon() - TimeDelta::hours(23), noon() + TimeDelta::hours(1)).await.unwrap();
    assert_eq!(day.before.orders, 1);
}
