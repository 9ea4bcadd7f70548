//! Connections that are lent, cut and left in the middle of something.

use crate::shop::Stand;
use orderbot::domain::{Bounded, CustomerId, Lang, PersonName};
use orderbot::repository::{Profile, Store};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const ANN: CustomerId = CustomerId(1);

fn named(name: &str) -> Profile {
    Profile { id: ANN, name: PersonName::parse(name).unwrap(), username: None, lang: None }
}

/// A stand that knows Ann.
async fn stand() -> Stand {
    let stand = Stand::with(&[10]).await;
    stand.shop.see(&named("Ann")).await.unwrap();
    stand
}

async fn name(stand: &Stand) -> String {
    stand.shop.customer(ANN).await.unwrap().unwrap().name.as_str().to_owned()
}

#[tokio::test]
async fn what_was_not_committed_is_undone_and_holds_nobody_up() {
    let stand = stand().await;
    let mut work = stand.store().begin().await.unwrap();
    work.customers().set_name(ANN, &PersonName::parse("Bob").unwrap()).await.unwrap();
    drop(work);
    let began = Instant::now();
    stand.shop.set_phone(ANN, &orderbot::domain::Phone::stored("+49301".into())).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(name(&stand).await, "Ann");
}

#[tokio::test]
async fn a_statement_that_was_cut_off_holds_nobody_up() {
    let stand = stand().await;
    let mut other = stand.db.pool().begin().await.unwrap();
    sqlx::query("SELECT FROM customers FOR UPDATE").execute(&mut *other).await.unwrap();
    let bob = PersonName::parse("Bob").unwrap();
    let cut = timeout(Duration::from_millis(100), stand.shop.set_name(ANN, &bob)).await;
    assert!(cut.is_err(), "it waits for the row");
    let began = Instant::now();
    assert_eq!(name(&stand).await, "Ann");
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    other.rollback().await.unwrap();
}

#[tokio::test]
async fn a_connection_that_the_server_has_closed_is_used_once_at_most() {
    let stand = stand().await;
    let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for _ in 0..3 {
        sqlx::query(others).execute(&stand.db.pool()).await.unwrap();
        // Whoever asks within a second may meet it.
        let _ = stand.shop.customer(ANN).await;
        assert_eq!(name(&stand).await, "Ann");
    }
}

#[tokio::test]
async fn a_regular_is_known_and_what_changes_of_them_holds_at_once() {
    let stand = stand().await;
    let ann = named("Ann");
    let see = || stand.shop.see(&ann);
    assert_eq!(see().await.unwrap().lang, Lang::En);
    stand.shop.set_lang(ANN, Lang::De).await.unwrap();
    assert_eq!(see().await.unwrap().lang, Lang::De);
    assert_eq!(stand.shop.see(&named("Anne")).await.unwrap().name.as_str(), "Anne");
    stand.shop.forget(ANN).await.unwrap();
    assert_eq!(see().await.unwrap().lang, Lang::En);
    assert_eq!(stand.number("SELECT count(*) FROM customers").await, 1);
}

#[tokio::test]
async fn whoever_another_instance_serves_no_longer_is_refused_within_two_seconds() {
    let stand = stand().await;
    let mut elsewhere = stand.store().begin().await.unwrap();
    assert!(elsewhere.customers().set_banned(ANN, true).await.unwrap());
    elsewhere.commit().await.unwrap();
    sleep(Duration::from_millis(2100)).await;
    assert!(stand.shop.see(&named("Ann")).await.unwrap().banned);
}
