//! One message to many customers: from the staff group to their chats, and out of it again.

use crate::shop::{TestShop, press_first};
use orderbot::domain::Segment;
use telegram_sandbox::Person;

const ENDED: &str = "SELECT count(*) FROM broadcasts WHERE state = 'done'";

/// An administrator of the staff group.
pub(crate) fn admin(shop: &TestShop, name: &str) -> Person {
    let admin = shop.packer(name);
    shop.staff.promote(&admin);
    admin
}

/// Customers who have said hello.
pub(crate) async fn customers<const N: usize>(shop: &TestShop, names: [&str; N]) -> [Person; N] {
    let all = names.map(|name| shop.customer(name));
    for one in &all {
        one.start();
        one.sees("Hello").await;
    }
    all
}

#[tokio::test]
async fn a_message_goes_to_everyone_as_it_was_composed_and_the_result_is_told() {
    let shop = TestShop::open().await;
    let [ann, ben] = customers(&shop, ["Ann", "Ben"]).await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send_file("photo", b"a teapot", "Round teapots are <back>");
    kim.reply(&offer, "/broadcast");
    let card = kim.sees("Send this message to customers?").await;
    assert!(
        card.text().contains("To: Everyone\nButton: 🛍 Catalogue\nCustomers: 2\nTakes up to a minute."),
        "{}",
        card.text()
    );
    assert_eq!(card.json()["reply_to_message"]["message_id"], offer.json()["message_id"]);
    ann.sees("Hello, Ann!").await;

    press_first(&kim, "📣 Send to 2").await;
    for customer in [&ann, &ben] {
        let got = customer.sees("Round teapots are <back>").await;
        assert!(got.has_photo());
        assert_eq!(got.buttons(), [["🛍 Catalogue"], ["🔕 No more news"]]);
    }
    let card = kim.sees("Everybody has had their turn").await;
    assert!(card.text().contains("2 of 2\n✅ Sent: 2"), "{}", card.text());
    assert_eq!(card.buttons(), [["🔄 Refresh"]]);
    ann.press("🛍 Catalogue").await;
    ann.sees("What would you like?").await;
    shop.close().await;
}

#[tokio::test]
async fn who_wants_no_news_gets_none_until_they_want_them_again() {
    let shop = TestShop::open().await;
    let [ann, ben] = customers(&shop, ["Ann", "Ben"]).await;
    let kim = admin(&shop, "Kim");
    let broadcast = async |words: &str, recipients: u32, ended: i64| {
        let offer = kim.send(words);
        kim.reply(&offer, "/broadcast");
        press_first(&kim, &format!("📣 Send to {recipients}")).await;
        shop.until(ENDED, ended).await;
    };
    broadcast("First offer", 2, 1).await;
    // In the middle of a checkout, which goes on all the same.
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.sees("Which phone number").await;
    let offer = ann.messages().into_iter().find(|seen| seen.text() == "First offer").unwrap();
    let press = ann.tap_on(&offer, "🔕 No more news");
    ann.answer_to(&press).await;
    let screen = ann.sees("No more news and offers").await;
    assert!(screen.text().contains("Which phone number"), "{}", screen.text());

    broadcast("Second offer", 1, 2).await;
    ben.sees("Second offer").await;
    assert!(ann.messages().iter().all(|seen| seen.text() != "Second offer"), "{}", ann.transcript());

    ann.send("/notifications");
    ann.sees("You do not get the shop’s news").await;
    ann.press("🔔 Send me news").await;
    ann.sees("You get the shop’s news and offers here").await;
    assert_eq!(shop.shop.audience(Segment::Everyone).await.unwrap(), 2);
    shop.close().await;
}

#[tokio::test]
async fn a_segment_is_chosen_on_the_card() {
    let shop = TestShop::open().await;
    let [ann, ben] = customers(&shop, ["Ann", "Ben"]).await;
    let eva = shop.telegram.user("Eva").language("de").create();
    eva.start();
    eva.sees("Eva").await;
    shop.order(&ann, "Round Mug").await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send("Noch da?");
    kim.reply(&offer, "/broadcast");
    kim.sees("Customers: 3").await;
    for (choice, recipients) in [
        ("Bought in 30 days", 1),
        ("🇩🇪 Deutsch", 1),
        ("🇪🇸 Español", 0),
        ("Never bought", 2),
        ("🇩🇪 Deutsch", 1),
    ] {
        press_first(&kim, choice).await;
        let card = kim.sees(&format!("To: {choice}")).await;
        assert!(card.has_button(&format!("✓ {choice}")), "{:?}", card.buttons());
        assert_eq!(card.has_button(&format!("📣 Send to {recipients}")), recipients > 0, "{}", card.text());
    }
    press_first(&kim, "📣 Send to 1").await;
    let got = eva.sees("Noch da?").await;
    assert!(got.has_button("🔕 Keine mehr"));
    kim.sees("✅ Sent: 1").await;
    for other in [&ann, &ben] {
        assert!(other.messages().iter().all(|seen| seen.text() != "Noch da?"));
    }
    shop.close().await;
}

#[tokio::test]
async fn it_is_paused_resumed_and_called_off() {
    let shop = TestShop::open_with(("BULK_RATE", "1")).await;
    let all = customers(&shop, ["Ann", "Ben", "Cem", "Dan", "Eva", "Fay"]).await;
    let kim = admin(&shop, "Kim");
    let got = || {
        let got = |one: &&Person| one.messages().iter().any(|seen| seen.text() == "An offer");
        all.iter().filter(got).count()
    };
    let offer = kim.send("An offer");
    kim.reply(&offer, "/broadcast");
    press_first(&kim, "📣 Send to 6").await;
    let pause = press_first(&kim, "⏸ Pause").await;
    assert_eq!(pause.text.as_deref(), Some("⏸ Paused"));
    kim.sees("⏸ Paused").await;
    shop.until("SELECT count(*) FROM broadcast_recipients WHERE state = 'in_flight'", 0).await;
    let before = got();
    assert!(before < 6, "{before}");
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(got(), before, "paused");
    press_first(&kim, "▶️ Resume").await;
    kim.sees("On its way").await;
    shop.until("SELECT count(*) FROM broadcasts WHERE sent >= 2", 1).await;
    press_first(&kim, "✖️ Cancel").await;
    let card = kim.sees("Called off").await;
    assert_eq!(card.buttons(), Vec::<Vec<String>>::new());
    shop.until("SELECT count(*) FROM broadcast_recipients WHERE state = 'in_flight'", 0).await;
    let after = got();
    assert!((2..6).contains(&after), "{after}");
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(got(), after, "called off");
    shop.close().await;
}

#[tokio::test]
async fn only_who_may_and_only_a_reply_begins_one() {
    let shop = TestShop::open().await;
    let [ann] = customers(&shop, ["Ann"]).await;
    let (sam, kim) = (shop.packer("Sam"), admin(&shop, "Kim"));
    let offer = sam.send("An offer");
    sam.reply(&offer, "/broadcast");
    sam.sees("Your role here is “Packer”").await;
    kim.send("/broadcast");
    kim.sees("Write the message here first").await;
    kim.reply(&offer, "/broadcast");
    let card = kim.sees("Send this message to customers?").await;
    let press = sam.tap_on(&card, "📣 Send to 1");
    let refused = sam.answer_to(&press).await;
    assert!(refused.text.unwrap().contains("Your role here is “Packer”"));
    assert_eq!(shop.count("SELECT count(*) FROM broadcasts WHERE state = 'draft'").await, 1);

    // Of two presses, one begins it.
    let press = kim.tap_on(&card, "📣 Send to 1");
    let again = kim.resend_press(&press);
    kim.answer_to(&press).await;
    kim.answer_to(&again).await;
    ann.sees("An offer").await;
    shop.until(ENDED, 1).await;
    let got = ann.messages().iter().filter(|seen| seen.text() == "An offer").count();
    assert_eq!(got, 1, "{}", ann.transcript());
    shop.close().await;
}

#[tokio::test]
async fn whoever_cannot_be_reached_is_not_among_the_recipients() {
    let shop = TestShop::open().await;
    let [ann, ben] = customers(&shop, ["Ann", "Ben"]).await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send("An offer");
    kim.reply(&offer, "/broadcast");
    kim.sees("Customers: 2").await;
    ann.block();
    shop.until("SELECT count(*) FROM customers WHERE unreachable_at IS NOT NULL", 1).await;
    press_first(&kim, "📣 Send to 2").await;
    ben.sees("An offer").await;
    kim.sees("1 of 1").await;
    shop.close().await;
}

#[tokio::test]
async fn a_message_that_was_deleted_pauses_it_and_the_card_says_why() {
    let shop = TestShop::open().await;
    let [ann] = customers(&shop, ["Ann"]).await;
    let kim = admin(&shop, "Kim");
    let offer = kim.send("An offer");
    kim.reply(&offer, "/broadcast");
    let card = kim.sees("Customers: 1").await;
    kim.delete(&offer);
    let press = kim.tap_on(&card, "📣 Send to 1");
    kim.answer_to(&press).await;
    let card = kim.sees("Was it deleted?").await;
    assert!(card.text().contains("⏸ Paused"), "{}", card.text());
    press_first(&kim, "✖️ Cancel").await;
    kim.sees("Called off").await;
    assert!(ann.messages().iter().all(|seen| seen.text() != "An offer"));
    shop.close().await;
}
