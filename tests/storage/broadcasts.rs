//! Who gets a broadcast, and that it begins once.

use crate::shop::{Stand, at_once, english, euros, noon};
use chrono::TimeDelta;
use orderbot::domain::{
    Actor, BroadcastId, CategoryId, ChatId, CustomerId, Lang, MessageId, Segment, Status, UpdateId,
};
use orderbot::repository::{Shelf, Store as _};

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

#[tokio::test]
async fn a_segment_can_be_a_category_or_a_cart() {
    let mut stand = Stand::with(&[10, 10]).await;
    stand.restock(|products| products[1].shelves = vec![shelf("tea"), shelf("green")]).await;
    for id in 1..=4 {
        stand.customer(id).await;
    }
    stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], None).await;
    stand.order(2, UpdateId(2), &[(stand.skus[1], 1)], None).await;
    let called_off = stand.order(3, UpdateId(3), &[(stand.skus[1], 1)], None).await;
    stand.press(called_off, Status::Placed, Status::Rejected).await.unwrap();
    stand.shop.add_to_cart(CustomerId(4), stand.skus[0], 1, UpdateId(4)).await.unwrap().unwrap();
    let count = async |segment| stand.shop.audience(segment).await.unwrap();
    let tea = CategoryId(stand.number("SELECT id FROM categories WHERE slug = 'tea'").await);
    let green = CategoryId(stand.number("SELECT id FROM categories WHERE slug = 'green'").await);
    assert_eq!(count(Segment::BoughtFrom(tea)).await, 2, "what is below a category counts");
    assert_eq!(count(Segment::BoughtFrom(green)).await, 1, "what was called off does not");
    assert_eq!(count(Segment::BoughtFrom(CategoryId(0))).await, 0);
    assert_eq!(count(Segment::WithCart).await, 1);
}

fn shelf(slug: &str) -> Shelf {
    Shelf { slug: slug.into(), names: english(slug) }
}

#[tokio::test]
async fn of_many_instances_one_begins_what_is_scheduled_and_none_too_early() {
    let stand = Stand::with(&[1]).await;
    for id in 1..=20 {
        stand.customer(id).await;
    }
    let id = ask(&stand, 1).await;
    let by = || Actor::Staff(9, "Bob".to_owned());
    assert!(stand.shop.schedule_broadcast(id, noon() + TimeDelta::hours(1), by()).await.unwrap());
    assert_eq!(stand.shop.begin_due_broadcasts().await.unwrap(), 0, "too early");
    assert!(
        !stand.shop.begin_broadcast(id, Segment::Everyone, by()).await.unwrap(),
        "a press on the card of the draft comes too late"
    );
    // One more comes along before its time.
    stand.customer(21).await;
    assert!(stand.shop.schedule_broadcast(id, noon() - TimeDelta::hours(1), by()).await.unwrap());
    let rounds = (0..8).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.begin_due_broadcasts().await.unwrap() }
    });
    assert_eq!(at_once(rounds).await.into_iter().sum::<u32>(), 1);
    assert_eq!(stand.number(RECIPIENTS).await, 21);
    assert_eq!(stand.shop.begin_due_broadcasts().await.unwrap(), 0);
    assert!(!stand.shop.schedule_broadcast(id, noon(), by()).await.unwrap(), "it is on its way");

    let called_off = ask(&stand, 2).await;
    assert!(stand.shop.schedule_broadcast(called_off, noon() - TimeDelta::hours(1), by()).await.unwrap());
    assert!(stand.shop.cancel_broadcast(called_off, by()).await.unwrap());
    assert_eq!(stand.shop.begin_due_broadcasts().await.unwrap(), 0, "called off");
    assert_eq!(
        stand
            .number("SELECT count(*) FROM audit WHERE deed = 'broadcast_turned' AND after = 'scheduled'")
            .await,
        3
    );
}

#[tokio::test]
async fn orders_soon_after_a_message_followed_it() {
    let stand = Stand::with(&[50]).await;
    let tea = stand.skus[0];
    for id in 1..=6 {
        stand.customer(id).await;
    }
    let id = ask(&stand, 1).await;
    assert!(stand.shop.begin_broadcast(id, Segment::Everyone, Actor::System).await.unwrap());
    assert_eq!(stand.shop.followed(id).await.unwrap().orders, 0);
    for customer in 1..=6 {
        stand.order(customer, UpdateId(customer), &[(tea, 2)], None).await;
    }
    stand.order(1, UpdateId(7), &[(tea, 1)], None).await;
    let called_off = stand.order(1, UpdateId(8), &[(tea, 1)], None).await;
    stand.press(called_off, Status::Placed, Status::Rejected).await.unwrap();
    sqlx::raw_sql(
        "UPDATE broadcast_recipients SET state = 'sent', due_at = '2026-05-01T12:00:00Z' WHERE customer IN (1, 2, 3, 4);
         UPDATE broadcast_recipients SET state = 'failed', due_at = '2026-05-01T12:00:00Z' WHERE customer = 5;
         UPDATE broadcast_recipients SET due_at = '2026-05-01T13:00:00Z' WHERE customer = 3;
         UPDATE orders SET placed_at = '2026-05-04T12:00:00Z' WHERE customer = 4;
         UPDATE broadcasts SET state = 'done', ended_at = '2026-05-01T14:00:00Z'",
    )
    .execute(&stand.db.pool())
    .await
    .unwrap();
    // Two of the first customer, one of the second. The third ordered before it came, the fourth three days after, the
    // fifth and the sixth did not get it.
    let followed = stand.shop.followed(id).await.unwrap();
    assert_eq!((followed.orders, followed.sum), (3, euros(50)));
}
