//! Delivery zones: chosen by name, found by the map, changed while somebody orders.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

/// Answers the question behind a button of the section.
async fn set(olga: &Person, button: &str, question: &str, value: &str) {
    olga.send("/settings");
    olga.sees("⚙️ Settings of the shop").await;
    press_first(olga, "🗺 Delivery zones").await;
    press_first(olga, button).await;
    let question = olga.sees(question).await;
    olga.reply(&question, value);
}

/// From the cart to the question for the address.
async fn to_address(ann: &Person) {
    press_first(ann, "✅ Check out").await;
    ann.press("📱 Share my number").await;
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
}

#[tokio::test]
async fn a_customer_picks_the_zone_of_a_typed_address_and_pays_its_fee() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/settings");
    olga.sees("⚙️ Settings of the shop").await;
    press_first(&olga, "🗺 Delivery zones").await;
    press_first(&olga, "Zones: —").await;
    let question = olga.sees("reply with all zones").await;
    olga.reply(&question, "Centre\nIsland = 9");
    olga.sees("with one zone a line").await;
    olga.reply(&question, "Centre = 3,90\nIsland <East> = 9");
    olga.sees("Centre = 3.9\nIsland <East> = 9").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.press("📱 Share my number").await;
    let method = ann.sees("How would you like to get it?").await;
    assert!(method.text().contains("• Island <East> · €9.00"), "{}", method.text());
    ann.press("🚚 Delivery").await;
    ann.sees("Where to?").await;
    ann.send("1 Elm Street, Berlin");
    ann.sees("Which part of town is that?").await;
    ann.send("the one by the sea");
    ann.sees("Please choose with the buttons where that is").await;
    ann.press("Somewhere else").await;
    ann.sees("We do not deliver there").await;
    ann.send("2 Sea Road, Berlin");
    ann.press("Island <East> · €9.00").await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    let summary = ann.sees("Your order").await;
    assert!(summary.text().contains("Delivery: €9.00") && summary.text().contains("🗺 Island <East>"));

    // The island has another fee, then none at all.
    olga.reply(&question, "Centre = 3,90\nIsland <East> = 10");
    olga.sees("Island <East> = 10").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Delivery: €10.00 instead of €9.00").await;
    olga.reply(&question, "Centre = 3,90");
    olga.sees("Zones: Centre = 3.9").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Our delivery areas have changed meanwhile").await;
    ann.press("Centre · €3.90").await;
    ann.sees("🗺 Centre").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    olga.sees("📍 2 Sea Road, Berlin\n🗺 Centre").await;
    press_first(&ann, "📦 My order").await;
    ann.sees("🗺 Centre").await;
    shop.close().await;
}

#[tokio::test]
async fn a_shared_location_finds_its_zone_or_a_clear_answer() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    set(&olga, "Zones:", "reply with all zones", "Centre = 3 / 3 km\nCity = 6 / 15 km").await;
    olga.sees("City = 6 / 15 km").await;
    set(&olga, "Where the shop is:", "reply with the location", "52.5200, 13.4000").await;
    olga.sees("Where the shop is: 52.520000").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    to_address(&ann).await;
    ann.share_location(48.1371, 11.5761);
    ann.sees("We do not deliver there").await;
    ann.share_location(52.5219, 13.4132);
    ann.sees("Anything we should know?").await;
    ann.press("No note ›").await;
    ann.press("No code ›").await;
    let summary = ann.sees("Your order").await;
    assert!(
        summary.text().contains("Delivery: €3.00") && summary.text().contains("🗺 Centre"),
        "{}",
        summary.text()
    );
    // A zone that became narrower does not reach this far any more.
    set(&olga, "Zones:", "reply with all zones", "Centre = 3 / 0.5 km\nCity = 6 / 15 km").await;
    olga.sees("Centre = 3 / 0.5 km").await;
    press_first(&ann, "✅ Place order").await;
    let summary = ann.sees("🗺 City").await;
    assert!(summary.text().contains("Delivery: €6.00"), "{}", summary.text());
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    shop.close().await;
}
