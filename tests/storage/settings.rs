//! What the staff decide holds at once, on every instance.

use crate::shop::{ORDERS, Stand, at_once, delivered, euros, pickup, shop};
use chrono::Weekday;
use orderbot::domain::{
    Actor, Change, CheckoutRefusal, CreditUse, Placement, Placing, Ride, Setting, UpdateId, Zoned,
};
use orderbot::postgres::PgStore;
use orderbot::services::{Decided, Shop};
use std::time::{Duration, Instant};

const AUDIT: &str = "SELECT count(*) FROM audit WHERE deed = 'setting_changed'";

fn olga() -> Actor {
    Actor::Staff(9, "Olga".to_owned())
}

async fn decide(shop: &Shop, setting: Setting, value: &str, update: i64) -> Decided {
    shop.decide(setting, Some(value), None, UpdateId(update), olga()).await.unwrap()
}

const fn everywhere() -> Ride {
    Ride::To(Zoned::Everywhere, None)
}

/// Another instance of the same shop.
fn other(stand: &Stand) -> Shop {
    shop(PgStore(stand.db.pool().into()), pickup())
}

#[tokio::test]
async fn a_change_is_seen_by_another_instance_within_two_seconds() {
    let stand = Stand::with(&[5]).await;
    let other = other(&stand);
    assert_eq!(other.settings().await.unwrap().name, "Stand");
    assert_eq!(
        decide(&stand.shop, Setting::ShopName, "Slow Kettle", 1).await,
        Decided::Done(Setting::ShopName)
    );
    assert_eq!(stand.shop.settings().await.unwrap().name, "Slow Kettle", "at once where it was changed");
    let began = Instant::now();
    while other.settings().await.unwrap().name != "Slow Kettle" {
        assert!(began.elapsed() < Duration::from_secs(2), "the other instance still shows the old name");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn an_instance_that_has_not_seen_a_new_fee_yet_does_not_place_by_the_old_one() {
    let stand = Stand::with(&[5]).await;
    let other = other(&stand);
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    let seen = other.quote(customer, everywhere(), None, CreditUse::Spend).await.unwrap().seen();
    let placing = delivered(Placing { seen, ..placing });
    decide(&stand.shop, Setting::DeliveryFee, "3", 1).await;
    let answer = other.place(customer, orderbot::domain::Lang::En, &placing).await.unwrap();
    let Placement::Changed(quote, changes) = answer else { panic!("{answer:?}") };
    assert_eq!(changes, [Change::Delivery { from: euros(0), to: euros(3) }]);
    let placing = Placing { seen: quote.seen(), ..placing };
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    let order = stand.shop.order(customer, placing.order).await.unwrap().unwrap();
    assert_eq!(order.totals.delivery, euros(3));
}

#[tokio::test]
async fn an_order_is_not_picked_up_where_there_is_no_pickup_any_more() {
    let stand = Stand::with(&[5]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    decide(&stand.shop, Setting::PickupAddress, "-", 1).await;
    assert_eq!(stand.place(customer, &placing).await, Placement::Refused(CheckoutRefusal::NoPickup));
    assert_eq!(stand.number(ORDERS).await, 0);
    assert_eq!(stand.shop.cart(customer).await.unwrap().lines.len(), 1, "the cart is kept");
}

#[tokio::test]
async fn an_order_keeps_its_zone_and_a_zone_that_is_gone_takes_none() {
    let stand = Stand::with(&[5]).await;
    let other = other(&stand);
    decide(&stand.shop, Setting::Zones, "Centre = 3\nIsland = 9", 1).await;
    let zones = stand.shop.settings().await.unwrap().zones.clone();
    let zone = Zoned::In(zones.all()[1].id());
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    let seen = stand.shop.quote(customer, Ride::To(zone, None), None, CreditUse::Spend).await.unwrap().seen();
    assert_eq!((seen.zone.as_deref(), seen.totals.delivery), (Some("Island"), euros(9)));
    let placing = delivered(Placing { seen, zone, ..placing });
    let placing = Placing { order: placing.order, ..placing };
    other.settings().await.unwrap();
    decide(&stand.shop, Setting::Zones, "Centre = 3", 2).await;
    let answer = other.place(customer, orderbot::domain::Lang::En, &placing).await.unwrap();
    assert_eq!(answer, Placement::Refused(CheckoutRefusal::ZoneGone));
    let everywhere = Placing { zone: Zoned::Everywhere, ..placing.clone() };
    assert_eq!(stand.place(customer, &everywhere).await, Placement::Refused(CheckoutRefusal::ZoneGone));
    decide(&stand.shop, Setting::Zones, "Island = 12", 3).await;
    let Placement::Changed(quote, changes) = stand.place(customer, &placing).await else { panic!() };
    assert_eq!(changes, [Change::Delivery { from: euros(9), to: euros(12) }]);
    let placing = Placing { seen: quote.seen(), ..placing };
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    let order = stand.shop.order(customer, placing.order).await.unwrap().unwrap();
    assert_eq!((order.zone.as_deref(), order.totals.delivery), (Some("Island"), euros(12)));
}

#[tokio::test]
async fn a_paused_shop_places_nothing_on_any_instance() {
    let stand = Stand::with(&[5]).await;
    let other = other(&stand);
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    other.settings().await.unwrap();
    decide(&stand.shop, Setting::Paused, "on", 1).await;
    assert_eq!(stand.shop.begin_checkout(customer).await.unwrap(), Err(CheckoutRefusal::Paused));
    let answer = other.place(customer, orderbot::domain::Lang::En, &placing).await.unwrap();
    assert_eq!(answer, Placement::Refused(CheckoutRefusal::Paused), "it had not heard of the pause yet");
    decide(&stand.shop, Setting::Paused, "off", 2).await;
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    decide(&stand.shop, Setting::Paused, "on", 3).await;
    assert!(
        matches!(stand.place(customer, &placing).await, Placement::Placed(..)),
        "what was placed stays placed"
    );
    assert_eq!(stand.number(ORDERS).await, 1);
}

#[tokio::test]
async fn outside_its_hours_a_shop_takes_orders_or_says_when() {
    let stand = Stand::with(&[5]).await;
    let (customer, placing) = stand.ready(1, &[(stand.skus[0], 1)], None).await;
    // The clock of the stand says noon, and it is a Friday.
    decide(&stand.shop, Setting::Hours(Weekday::Fri), "13-18", 1).await;
    decide(&stand.shop, Setting::OutsideHours, "off", 2).await;
    let opens = Some("2026-05-01T13:00:00Z".parse().unwrap());
    let closed = CheckoutRefusal::Closed { opens };
    assert_eq!(stand.shop.begin_checkout(customer).await.unwrap(), Err(closed));
    assert_eq!(stand.place(customer, &placing).await, Placement::Refused(closed));
    decide(&stand.shop, Setting::Hours(Weekday::Fri), "12-18", 3).await;
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)));
    let (customer, placing) = stand.ready(2, &[(stand.skus[0], 1)], None).await;
    decide(&stand.shop, Setting::Holidays, "2026-05-01", 4).await;
    decide(&stand.shop, Setting::OutsideHours, "on", 5).await;
    assert!(matches!(stand.place(customer, &placing).await, Placement::Placed(..)), "told, but taken");
}

#[tokio::test]
async fn a_change_that_comes_twice_is_made_and_written_down_once() {
    let stand = Stand::with(&[5]).await;
    let change = |shop: Shop, update| async move { decide(&shop, Setting::MinimumOrder, "15", update).await };
    let answers = at_once((0..10).map(|_| change(stand.shop.clone(), 7))).await;
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Decided::Done(_))).count(), 1, "{answers:?}");
    assert_eq!(change(stand.shop.clone(), 8).await, Decided::Already, "the same value again");
    assert_eq!(stand.number(AUDIT).await, 1);
    let (before, after): (Option<String>, Option<String>) =
        sqlx::query_as("SELECT before, after FROM audit WHERE subject = 'setting:minimum_order'")
            .fetch_one(&stand.db.pool())
            .await
            .unwrap();
    assert_eq!((before.as_deref(), after.as_deref()), (Some(""), Some("15")));
}

#[tokio::test]
async fn an_old_button_does_not_undo_what_a_colleague_decided_since() {
    let stand = Stand::with(&[5]).await;
    decide(&stand.shop, Setting::DeliveryFee, "3", 1).await;
    let seen = stand.shop.settings().await.unwrap().version;
    decide(&stand.shop, Setting::DeliveryFee, "4", 2).await;
    let reset =
        |seen, update| stand.shop.decide(Setting::DeliveryFee, None, Some(seen), UpdateId(update), olga());
    assert_eq!(reset(seen, 3).await.unwrap(), Decided::Overtaken);
    let seen = stand.shop.settings().await.unwrap().version;
    decide(&stand.shop, Setting::ShopName, "Kettle", 4).await;
    assert_eq!(
        reset(seen, 5).await.unwrap(),
        Decided::Done(Setting::DeliveryFee),
        "another setting is no matter"
    );
    let settings = stand.shop.settings().await.unwrap();
    assert_eq!(settings.delivery.fee, euros(0));
    assert!(!settings.decided.contains(&Setting::DeliveryFee));
    assert_eq!(stand.number(AUDIT).await, 4);
}

#[tokio::test]
async fn a_text_holds_only_when_somebody_says_so_and_only_once() {
    let stand = Stand::with(&[5]).await;
    let (draft, shop) = (UpdateId(5), &stand.shop);
    let drafted = shop.draft_setting(Setting::ShopName, "  Slow   Kettle ", draft).await.unwrap().unwrap();
    assert_eq!(drafted.name, "Slow Kettle");
    shop.draft_setting(Setting::ShopName, "  Slow   Kettle ", draft).await.unwrap().unwrap();
    assert_eq!(shop.settings().await.unwrap().name, "Stand");
    assert_eq!(shop.use_draft(draft, olga()).await.unwrap(), Decided::Done(Setting::ShopName));
    assert_eq!(shop.use_draft(draft, olga()).await.unwrap(), Decided::Already);
    assert_eq!(shop.settings().await.unwrap().name, "Slow Kettle");
    shop.draft_setting(Setting::ShopName, "Fast Kettle", UpdateId(6)).await.unwrap().unwrap();
    assert_eq!(shop.drop_draft(UpdateId(6)).await.unwrap(), Some(Setting::ShopName));
    assert_eq!(shop.use_draft(UpdateId(6), olga()).await.unwrap(), Decided::Already);
    assert_eq!((shop.settings().await.unwrap().name.as_str(), stand.number(AUDIT).await), ("Slow Kettle", 1));
    assert_eq!(shop.draft_setting(Setting::ShopName, "-", UpdateId(7)).await.unwrap(), None);
}

#[tokio::test]
async fn a_stored_value_that_is_none_any_more_leaves_what_the_installation_says() {
    let stand = Stand::with(&[5]).await;
    let sql = "INSERT INTO settings (name, value, version) VALUES ('delivery_fee', 'much', 1), ('of_next_year', '?', 1)";
    sqlx::query(sql).execute(&stand.db.pool()).await.unwrap();
    assert_eq!(other(&stand).settings().await.unwrap().delivery.fee, euros(0));
}
