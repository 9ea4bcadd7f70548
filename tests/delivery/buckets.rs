//! One set of promises for the buckets in Redis and those in the process.

use crate::support::redis::TestRedis;
use orderbot::memory::MemoryBuckets;
use orderbot::redis::{Redis, RedisBuckets};
use orderbot::repository::{Bucket, Buckets, Taken};
use std::time::Duration;
use tokio::time::sleep;

fn bucket(key: &str, per_second: f64, burst: f64) -> Bucket {
    Bucket { key: key.to_owned(), per_second, burst }
}

async fn is_taken(buckets: &dyn Buckets, from: &[Bucket]) -> bool {
    buckets.take(from).await.unwrap() == Taken::Yes
}

async fn a_burst_is_served_at_once_and_then_the_rate(buckets: &dyn Buckets) {
    let slow = [bucket("burst", 2.0, 3.0)];
    for _ in 0..3 {
        assert!(is_taken(buckets, &slow).await);
    }
    let Taken::Wait(wait) = buckets.take(&slow).await.unwrap() else { panic!("a fourth of three") };
    assert!(wait > Duration::from_millis(300) && wait <= Duration::from_millis(500), "{wait:?}");
    sleep(wait + Duration::from_millis(20)).await;
    assert!(is_taken(buckets, &slow).await);
    assert!(!is_taken(buckets, &slow).await);
}

async fn a_token_is_taken_from_every_bucket_or_from_none(buckets: &dyn Buckets) {
    let (full, empty) = (bucket("full", 0.01, 2.0), bucket("empty", 0.01, 1.0));
    assert!(is_taken(buckets, std::slice::from_ref(&empty)).await);
    for _ in 0..5 {
        assert!(!is_taken(buckets, &[full.clone(), empty.clone()]).await);
    }
    assert!(is_taken(buckets, std::slice::from_ref(&full)).await);
    assert!(is_taken(buckets, std::slice::from_ref(&full)).await);
    assert!(!is_taken(buckets, &[full]).await);
}

async fn a_pause_closes_one_bucket_and_a_shorter_one_does_not_open_it(buckets: &dyn Buckets) {
    let (closed, open) = (bucket("closed", 100.0, 10.0), bucket("open", 100.0, 10.0));
    assert!(is_taken(buckets, std::slice::from_ref(&closed)).await);
    buckets.pause("closed", Duration::from_millis(600)).await.unwrap();
    buckets.pause("closed", Duration::from_millis(10)).await.unwrap();
    let Taken::Wait(wait) = buckets.take(std::slice::from_ref(&closed)).await.unwrap() else {
        panic!("a closed bucket")
    };
    assert!(wait > Duration::from_millis(400) && wait <= Duration::from_millis(600), "{wait:?}");
    assert!(is_taken(buckets, &[open]).await);
    sleep(wait + Duration::from_millis(20)).await;
    assert!(is_taken(buckets, &[closed]).await);
}

async fn a_pause_before_the_first_use_counts_too(buckets: &dyn Buckets) {
    buckets.pause("new", Duration::from_millis(300)).await.unwrap();
    let new = [bucket("new", 0.01, 2.0)];
    assert!(!is_taken(buckets, &new).await);
    sleep(Duration::from_millis(330)).await;
    assert!(is_taken(buckets, &new).await);
    assert!(is_taken(buckets, &new).await);
    assert!(!is_taken(buckets, &new).await);
}

async fn many_at_once_get_no_more_than_there_is(buckets: &dyn Buckets) {
    let ten = [bucket("many", 0.01, 10.0)];
    let taken = futures::future::join_all((0..40).map(|_| is_taken(buckets, &ten))).await;
    assert_eq!(taken.into_iter().filter(|taken| *taken).count(), 10);
}

macro_rules! promises {
    ($($promise:ident),* $(,)?) => {
        mod in_redis {
            $(#[tokio::test]
            async fn $promise() {
                let redis = super::TestRedis::new().await;
                let address = super::Redis::at(redis.url()).unwrap();
                super::$promise(&super::RedisBuckets::new(address, redis.prefix())).await;
            })*
        }
        mod in_the_process {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(&super::MemoryBuckets::default()).await;
            })*
        }
    };
}

promises!(
    a_burst_is_served_at_once_and_then_the_rate,
    a_token_is_taken_from_every_bucket_or_from_none,
    a_pause_closes_one_bucket_and_a_shorter_one_does_not_open_it,
    a_pause_before_the_first_use_counts_too,
    many_at_once_get_no_more_than_there_is,
);
