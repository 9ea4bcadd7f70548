//! Broadcasts for chosen customers, with a button of their own, at a chosen time, and silent in quiet hours.

use crate::broadcasts::{admin, customers};
use crate::shop::{TestShop, press_first};
use chrono::TimeDelta;
use orderbot::domain::{Actor, Setting, UpdateId};
use telegram_sandbox::Person;

const SCHEDULED: &str = "SELECT count(*) FROM broadcasts WHERE state = 'scheduled'";

fn got(person: &Person, words: &str) -> usize {
    person.messages().iter().filter(|seen| seen.text() == words).count()
}

/// Quiet hours around this moment, or none.
async fn keep_quiet(shop: &TestShop, update: i64, is_quiet: bool) {
    let at = |hours: i64| (shop.shop.now() + TimeDelta::hours(hours)).format("%H:%M").to_string();
    let hours = if is_quiet { format!("{}-{}", at(-2), at(2)) } else { "-".to_owned() };
    let by = Actor::Staff(1, "Olga".to_owned());
    shop.shop.decide(Setting::QuietHours, Some(&hours), None, UpdateId(update), by).await.unwrap();
}

#[tokio::test]
async fn customers_are_chosen_by_category_days_and_cart() {
    let shop = TestShop::open().await;
    let [ann, ben] = customers(&shop, ["Ann", "Ben"]).await;
    shop.order(&ann, "Round Mug").await;
    shop.put_into_cart(&ben, "Round Mug").await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send("More mugs");
    kim.reply(&offer, "/broadcast");
    kim.sees("Customers: 2").await;
    press_first(&kim, "🗂 Bought from a category").await;
    press_first(&kim, "‹ Back").await;
    press_first(&kim, "🗂 Bought from a category").await;
    press_first(&kim, "Mugs").await;
    let card = kim.sees("To: Bought from “Mugs”").await;
    assert!(
        card.text().contains("Customers: 1") && card.has_button("✓ Bought from “Mugs”"),
        "{}",
        card.text()
    );
    press_first(&kim, "🛒 Has a cart").await;
    kim.sees("To: 🛒 Has a cart").await;

    let sam = shop.packer("Sam");
    press_first(&kim, "🗓 Bought in … days").await;
    let question = kim.sees("in the last how many days?").await;
    sam.reply(&question, "45");
    sam.sees("Your role here is “Packer”").await;
    for bad in ["0", "many", "9999"] {
        kim.reply(&question, bad);
        kim.sees("a number of days from 1 to 3653").await;
    }
    kim.reply(&question, "45");
    kim.sees("To: Bought in 45 days").await;
    press_first(&kim, "📣 Send to 1").await;
    ann.sees("More mugs").await;
    assert_eq!(got(&ben, "More mugs"), 0);
    shop.close().await;
}

#[tokio::test]
async fn the_button_leads_to_a_product_or_a_category_and_orders_that_follow_are_told() {
    let shop = TestShop::open().await;
    let [ann] = customers(&shop, ["Ann"]).await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send("The roundest");
    kim.reply(&offer, "/broadcast");
    press_first(&kim, "🔗 Button: 🛍 Catalogue").await;
    press_first(&kim, "Mugs").await;
    kim.sees("Button: Mugs").await;
    press_first(&kim, "🔗 Button: Mugs").await;
    press_first(&kim, "📦 A product").await;
    let question = kim.sees("to which product").await;
    kim.reply(&question, "999999");
    kim.sees("I know no product with this number").await;
    let number = shop.count("SELECT id FROM products WHERE slug = 'round-mug'").await;
    kim.reply(&question, &number.to_string());
    kim.sees("Button: Round Mug").await;
    press_first(&kim, "📣 Send to 1").await;
    let offer = ann.sees("The roundest").await;
    assert_eq!(offer.buttons(), [["🛍 Round Mug"], ["🔕 No more news"]]);
    let press = ann.tap_on(&offer, "🛍 Round Mug");
    ann.answer_to(&press).await;
    ann.sees("Add 1 to cart").await;
    ann.send("/menu");
    ann.sees("What would you like?").await;
    kim.sees("No orders followed within 3 days yet").await;

    shop.order(&ann, "Round Mug").await;
    press_first(&kim, "🔄 Refresh").await;
    kim.sees("One order followed within 3 days: €").await;
    kim.reply(&question, &number.to_string());
    kim.sees("Somebody was faster").await;
    shop.close().await;
}

#[tokio::test]
async fn a_broadcast_waits_for_its_time_and_can_be_moved_and_called_off_until_then() {
    let shop = TestShop::open().await;
    let [ann] = customers(&shop, ["Ann"]).await;
    let (kim, sam) = (admin(&shop, "Kim"), shop.packer("Sam"));
    let offer = kim.send("Good morning");
    kim.reply(&offer, "/broadcast");
    press_first(&kim, "🕐 Later").await;
    let question = kim.sees("when does the message go out?").await;
    sam.reply(&question, "tomorrow 10:00");
    sam.sees("Your role here is “Packer”").await;
    for (bad, told) in [
        ("soon", "I do not understand that"),
        ("tomorrow", "At what time?"),
        ("2020-01-01 10:00", "That is over already"),
        ("1.1.2099 10:00", "more than a year ahead"),
    ] {
        kim.reply(&question, bad);
        kim.sees(told).await;
    }
    assert_eq!(shop.count(SCHEDULED).await, 0);
    kim.reply(&question, "tomorrow 10:00");
    let card = kim.sees("🕐 Scheduled").await;
    assert!(card.text().contains(", 10:00") && card.text().contains("To: Everyone"), "{}", card.text());
    press_first(&kim, "🕐 Other time").await;
    let question = kim.sees("when does the message go out?").await;
    kim.reply(&question, "tomorrow at 11");
    kim.sees(", 11:00").await;

    sam.send("/broadcast");
    sam.sees("Your role here is “Packer”").await;
    kim.send("/broadcast");
    let list = kim.sees("1 · 🕐 Scheduled · Everyone").await;
    assert!(list.text().contains("Write the message here first"), "{}", list.text());
    press_first(&kim, "No. 1").await;
    let cancel = press_first(&kim, "✖️ Cancel").await;
    assert_eq!(cancel.text.as_deref(), Some("✖️ Called off"));
    kim.sees("Called off").await;
    kim.reply(&question, "tomorrow 12:00");
    kim.sees("Somebody was faster").await;
    assert_eq!((shop.count(SCHEDULED).await, got(&ann, "Good morning")), (0, 0));
    shop.close().await;
}

#[tokio::test]
async fn when_its_time_has_come_it_goes_to_whoever_is_there_then() {
    let shop = TestShop::open().await;
    let [ann] = customers(&shop, ["Ann"]).await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send("Good morning");
    kim.reply(&offer, "/broadcast");
    press_first(&kim, "🕐 Later").await;
    let question = kim.sees("when does the message go out?").await;
    kim.reply(&question, "tomorrow 10:00");
    kim.sees("🕐 Scheduled").await;
    let [ben] = customers(&shop, ["Ben"]).await;
    shop.run("UPDATE broadcasts SET starts_at = now() - interval '1 minute'").await;
    let (one, other) = tokio::join!(shop.shop.begin_due_broadcasts(), shop.shop.begin_due_broadcasts());
    assert!(one.unwrap() + other.unwrap() <= 1, "the bot itself may have been faster");
    for customer in [&ann, &ben] {
        customer.sees("Good morning").await;
    }
    kim.sees("✅ Sent: 2").await;
    assert_eq!((got(&ann, "Good morning"), got(&ben, "Good morning")), (1, 1));
    shop.close().await;
}

#[tokio::test]
async fn in_quiet_hours_a_broadcast_waits_and_its_card_says_until_when() {
    let shop = TestShop::open().await;
    let [ann] = customers(&shop, ["Ann"]).await;
    let kim = admin(&shop, "Kim");
    kim.send("/settings");
    press_first(&kim, "💌 Messages").await;
    press_first(&kim, "🌙 Quiet hours: —").await;
    let question = kim.sees("shall it be quiet, every day?").await;
    for bad in ["0-24", "late"] {
        kim.reply(&question, bad);
        kim.sees("a whole day is too long").await;
    }
    kim.reply(&question, "21-9");
    kim.sees("🌙 Quiet hours: 21:00-09:00").await;
    keep_quiet(&shop, -1, true).await;

    let offer = kim.send("Good night");
    kim.reply(&offer, "/broadcast");
    press_first(&kim, "📣 Send to 1").await;
    kim.sees("🌙 Quiet hours: waiting until").await;
    shop.order(&ann, "Round Mug").await;
    press_first(&kim, "✅ Accept").await;
    ann.sees("was accepted").await;
    assert_eq!(got(&ann, "Good night"), 0, "news of orders is not held back, a broadcast is");

    keep_quiet(&shop, -2, false).await;
    ann.sees("Good night").await;
    kim.sees("✅ Sent: 1").await;
    shop.close().await;
}
