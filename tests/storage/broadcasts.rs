//! Who gets a broadcast, and that it begins once.

use crate::shop::{Stand, at_once};
use orderbot::domain::{Actor, BroadcastId, ChatId, CustomerId, Lang, MessageId, Segment, Status, UpdateId};
use orderbot::repository::Store as _;

const GROUP: ChatId = ChatId(-1);
const RECIPIENTS: &str = "SELECT count(*) FROM broadcast_recipients";

async fn ask(stand: &Stand, command: i32) -> BroadcastId {
    stand.shop.draft_broadcast(GROUP, MessageId(1), MessageId(command), Actor::System).await.unwrap();
    BroadcastId(stand.number("SELECT max(id) FROM broadcasts").await)
}

#[tokio::test]
async fn each_segment_has_its_customers() {
    let stand = Stand::with(&[10]).await;
    let tea = stand.skus[0];
    for id in 1..=8 {
        stand.customer(id).await;
    }
    stand.order(1, UpdateId(1), &[(tea, 1)], None).await;
    stand.order(2, UpdateId(2), &[(tea, 1)], None).await;
    let called_off = stand.order(3, UpdateId(3), &[(tea, 1)], None).await;
    stand.press(called_off, Status::Placed, Status::Rejected).await.unwrap();
    sqlx::query("UPDATE orders SET placed_at = placed_at - interval '60 days' WHERE customer = 2")
        .execute(&stand.db.pool())
        .await
        .unwrap();
    stand.shop.set_lang(CustomerId(4), Lang::De).await.unwrap();
    let count = async |segment| stand.shop.audience(segment).await.unwrap();
    assert_eq!(count(Segment::Everyone).await, 8);
    assert_eq!(count(Segment::Language(Lang::De)).await, 1);
    assert_eq!(count(Segment::Language(Lang::En)).await, 7, "who told no language reads the shop's");
    assert_eq!(count(Segment::BoughtWithin(30)).await, 1);
    assert_eq!(count(Segment::BoughtWithin(90)).await, 2);
    assert_eq!(count(Segment::NeverBought).await, 6, "an order that was turned down is none");

    stand.shop.set_broadcasts(CustomerId(5), false).await.unwrap();
    stand.shop.mark_unreachable(CustomerId(6)).await.unwrap();
    stand.store().session().await.unwrap().customers().set_banned(CustomerId(7), true).await.unwrap();
    assert_eq!(count(Segment::Everyone).await, 5);
    stand.shop.set_broadcasts(CustomerId(5), true).await.unwrap();
    assert_eq!(count(Segment::Everyone).await, 6);

    let id = ask(&stand, 1).await;
    assert!(stand.shop.choose_segment(id, Segment::BoughtWithin(90)).await.unwrap());
    assert!(stand.shop.begin_broadcast(id, Segment::BoughtWithin(90), Actor::System).await.unwrap());
    assert_eq!(stand.number(RECIPIENTS).await, 2);
    assert_eq!(stand.shop.broadcast(id).await.unwrap().unwrap().tally.recipients, 2);
}

#[tokio::test]
async fn a_repeated_command_asks_once_and_of_many_presses_one_begins_it() {
    let stand = Stand::with(&[1]).await;
    for id in 1..=20 {
        stand.customer(id).await;
    }
    ask(&stand, 7).await;
    let id = ask(&stand, 7).await;
    assert_eq!(stand.number("SELECT count(*) FROM broadcasts").await, 1);
    assert_eq!(stand.number("SELECT count(*) FROM outbox").await, 1, "one card");

    assert!(
        !stand.shop.begin_broadcast(id, Segment::NeverBought, Actor::System).await.unwrap(),
        "not what the card says"
    );
    let begun = at_once((0..8).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.begin_broadcast(id, Segment::Everyone, Actor::System).await.unwrap() }
    }))
    .await;
    assert_eq!(begun.into_iter().filter(|begun| *begun).count(), 1);
    assert_eq!(stand.number(RECIPIENTS).await, 20);
    assert!(!stand.shop.choose_segment(id, Segment::NeverBought).await.unwrap(), "it is on its way");
}
