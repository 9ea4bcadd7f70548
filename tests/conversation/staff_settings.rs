//! What the staff decide about the shop in their group.

use crate::shop::{TestShop, press_first};
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
    assert!(card.has_button("Delivery fee: €4.90") && card.has_button("Minimum order: €5.00"), "{:?}", card.buttons());
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
