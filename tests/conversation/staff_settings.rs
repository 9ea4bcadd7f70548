//! What the staff decide about the shop in their group.

use crate::shop::{TestShop, press_first};
use chrono::{DateTime, TimeDelta, Utc};
use telegram_sandbox::Person;

/// Opens a section of `/settings`.
async fn section(olga: &Person, name: &str) {
    olga.send("/settings");
    olga.sees("⚙️ Settings of the shop").await;
    press_first(olga, name).await;
}

#[tokio::test]
async fn a_new_fee_holds_at_once_and_is_written_down() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    section(&olga, "🚚 Delivery").await;
    let card = olga.sees("What delivery costs").await;
    assert!(
        card.has_button("Delivery fee: €4.90") && card.has_button("Minimum order: €5.00"),
        "{:?}",
        card.buttons()
    );
    assert!(!card.has_button("↺"), "nothing was decided here yet");
    olga.press("Delivery fee: €4.90").await;
    let question = olga.sees("Delivery fee: how much?").await;
    for nonsense in ["free", "-3", "1.234"] {
        olga.reply(&question, nonsense);
        olga.sees("That is no amount here").await;
    }
    olga.reply(&question, "6,50");
    olga.press("↺").await;
    olga.sees("Delivery fee: €4.90").await;
    olga.reply(&question, "6,50");
    olga.sees("Delivery fee: €6.50").await;
    // What Ann agreed to is not what holds now.
    press_first(&ann, "✅ Place order").await;
    ann.sees("Delivery: €6.50 instead of €4.90").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    olga.send("/audit");
    olga.sees("Olga · setting “Delivery fee”: 4.9 → 6.5").await;
    shop.close().await;
}

#[tokio::test]
async fn texts_are_looked_at_before_they_hold() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    section(&olga, "🏷 Name").await;
    press_first(&olga, "Welcome 🇬🇧 English").await;
    let question = olga.sees("You see it before it holds").await;
    olga.reply(&question, &"long ".repeat(300));
    olga.sees("at most 64 characters for the name").await;
    olga.reply(&question, "Fresh <tea> & pots, since 1999");
    let preview = olga.sees("customers will read this").await;
    assert!(preview.text().contains("Hello, Olga!") && preview.text().contains("Fresh <tea> & pots"));
    ann.send("/start");
    assert!(!ann.sees("Hello, Ann!").await.text().contains("since 1999"), "it does not hold yet");
    let press = olga.tap_on(&preview, "✅ Use it");
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("That holds now."));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    ann.send("/start");
    ann.sees("Fresh <tea> & pots, since 1999").await;

    section(&olga, "🏷 Name").await;
    press_first(&olga, "Name: Slow Kettle").await;
    let question = olga.sees("Name: reply to this message").await;
    olga.reply(&question, "Fast Kettle");
    olga.sees("Welcome to Fast Kettle").await;
    press_first(&olga, "✖️ Leave as it was").await;
    olga.sees("Name: Slow Kettle").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'setting_changed'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn who_takes_pickup_away_changes_open_checkouts_too() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.press("📱 Share my number").await;
    shop.pick_up_to_summary(&ann).await;
    section(&olga, "🚚 Delivery").await;
    press_first(&olga, "Pickup: 12 Market Street").await;
    let question = olga.sees("Pickup: reply to this message").await;
    olga.reply(&question, "-");
    olga.sees("Pickup is no longer offered.").await;
    press_first(&olga, "✅ Use it").await;
    olga.sees("Pickup: —").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Orders can no longer be picked up").await;
    press_first(&ann, "✅ Check out").await;
    ann.press("📱 Share my number").await;
    ann.sees("Where to?").await;
    shop.close().await;
}

#[tokio::test]
async fn a_pause_stops_orders_at_once_and_loses_nothing() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    section(&olga, "🕙 Hours").await;
    let card = olga.sees("When somebody works").await;
    let press = olga.tap_on(&card, "⏸ No orders for now: no");
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("That holds now."));
    let late = olga.answer_to(&again).await.text.unwrap();
    assert!(late.starts_with("Somebody has changed it meanwhile"), "{late}");
    olga.sees("⏸ No orders for now: yes").await;
    press_first(&ann, "✅ Place order").await;
    let cart = ann.sees("takes no orders at the moment").await;
    assert!(cart.text().contains("Round Mug"), "{}", cart.text());
    ann.send("/start");
    ann.sees("takes no orders at the moment").await;
    ann.send("/cart");
    press_first(&ann, "✅ Check out").await;
    ann.sees("takes no orders at the moment").await;
    olga.press("⏸ No orders for now: yes").await;
    olga.sees("⏸ No orders for now: no").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("Which phone number").await;
    assert_eq!(shop.orders().await, 0);
    olga.send("/audit");
    olga.sees("setting “⏸ No orders for now”: no → yes").await;
    shop.close().await;
}

#[tokio::test]
async fn customers_are_told_when_a_closed_shop_opens() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    section(&olga, "🕙 Hours").await;
    press_first(&olga, "Holidays").await;
    let question = olga.sees("on which days is the shop closed?").await;
    olga.reply(&question, "tomorrow");
    olga.sees("with dates, at most 60").await;
    let today = DateTime::<Utc>::from(std::time::SystemTime::now()).date_naive();
    let day = |ahead| today + TimeDelta::days(ahead);
    olga.reply(&question, &format!("{}, {} {}", day(0), day(1), day(2)));
    let card = olga.sees(&format!("Holidays: {}", day(0))).await;
    press_first(&olga, "Friday: all day").await;
    let question = olga.sees("Friday: from when to when?").await;
    olga.reply(&question, "late");
    olga.sees("or with a break").await;
    olga.reply(&question, "10-14,17:30–20");
    olga.sees("Friday: 10:00-14:00, 17:30-20:00").await;

    press_first(&olga, "Monday: all day").await;
    let question = olga.sees("Monday: from when to when?").await;
    olga.reply(&question, "9-18");
    let monday = olga.sees("Monday: 09:00-18:00").await;
    let press = olga.tap_on(&monday, "⤵ Monday’s hours until Friday");
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("That holds now."));
    assert!(olga.answer_to(&again).await.text.unwrap().starts_with("Somebody has changed it meanwhile"));
    let week = olga.sees("Friday: 09:00-18:00").await;
    assert!(
        week.has_button("Tuesday: 09:00-18:00") && week.has_button("Saturday: all day"),
        "{:?}",
        week.buttons()
    );

    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out(&ann).await;
    let summary = ann.sees("The shop is closed right now").await;
    let opens = format!("It opens: {}", day(3).format("%A, %-d %b"));
    assert!(summary.text().contains(&opens), "{opens}: {}", summary.text());
    press_first(&ann, "✅ Place order").await;
    let placed = ann.sees("Thank you!").await;
    assert!(placed.text().contains(&opens), "{}", placed.text());

    press_first(&olga, "Orders while closed: yes").await;
    olga.sees("Orders while closed: no").await;
    let stale = olga.tap_on(&card, "Orders while closed: yes");
    assert!(olga.answer_to(&stale).await.text.unwrap().starts_with("Somebody has changed it meanwhile"));
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("takes orders when it opens").await;
    assert_eq!(shop.orders().await, 1);
    shop.close().await;
}

#[tokio::test]
async fn settings_are_for_those_who_lead() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    sam.send("/settings");
    sam.sees("Your role here is “Packer”").await;
    section(&olga, "🚚 Delivery").await;
    let card = olga.sees("Delivery fee: €4.90").await;
    let press = sam.tap_on(&card, "Delivery fee: €4.90");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    olga.press("Delivery fee: €4.90").await;
    let question = olga.sees("Delivery fee: how much?").await;
    sam.reply(&question, "0");
    sam.sees("Your role here is “Packer”").await;
    ann.send("/settings");
    ann.sees("I don’t know that command").await;
    assert_eq!(shop.count("SELECT count(*) FROM settings").await, 0);
    shop.close().await;
}
