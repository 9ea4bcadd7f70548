//! The staff group: order cards, who may press, two at once.

use crate::shop::TestShop;

#[tokio::test]
async fn an_order_is_turned_down_with_a_reason_and_everything_is_given_back() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Last Teapot").await;
    sam.press("❌ Reject").await;
    sam.press("‹ Back").await;
    sam.press("❌ Reject").await;
    sam.press("Out of stock").await;
    sam.sees("❌ Rejected · Sam").await;
    let news = ann.sees("We cannot take order No. 1").await;
    assert!(news.text().contains("out of stock"), "{}", news.text());
    assert_eq!(shop.available("TEAPOT").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_reason_in_own_words_reaches_the_customer() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("❌ Reject").await;
    sam.press("✍️ Other…").await;
    let question = sam.sees("why is order").await;
    sam.send_file("photo", b"shrug", "");
    sam.reply(&question, "The kiln <broke> down");
    sam.sees("❌ Rejected · Sam").await;
    ann.sees("The shop writes: The kiln <broke> down").await;
    shop.close().await;
}

#[tokio::test]
async fn of_two_at_once_one_wins_and_the_other_sees_what_holds() {
    let shop = TestShop::open().await;
    let (ann, sam, kim) = (shop.customer("Ann"), shop.packer("Sam"), shop.packer("Kim"));
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let one = sam.tap_on(&card, "✅ Accept");
    let other = kim.tap_on(&card, "✅ Accept");
    let answers = [sam.answer_to(&one).await, kim.answer_to(&other).await];
    let told: Vec<_> = answers.iter().filter_map(|answer| answer.text.as_deref()).collect();
    assert!(told.contains(&"✅ Accepted"), "{told:?}");
    assert!(told.iter().any(|text| text.contains("Somebody was faster")), "{told:?}");
    ann.sees("was accepted").await;
    assert_eq!(shop.count("SELECT count(*) FROM order_timeline WHERE status = 'accepted'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_press_that_comes_twice_does_it_once() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    let press = sam.tap("✅ Accept").await;
    let again = sam.resend_press(&press);
    sam.answer_to(&press).await;
    sam.answer_to(&again).await;
    ann.sees("was accepted").await;
    assert_eq!(shop.count("SELECT count(*) FROM order_timeline WHERE status = 'accepted'").await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM outbox WHERE notice::text LIKE '%accepted%'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn who_left_the_group_may_not_press_any_more() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let press = sam.tap_on(&card, "❌ Reject");
    sam.answer_to(&press).await;
    shop.staff.ban(&sam);
    let late = sam.resend_press(&press);
    let answer = sam.answer_to(&late).await;
    assert_eq!(answer.text.as_deref(), Some("These buttons are for the staff of the shop."));
    assert!(answer.alert);
    shop.close().await;
}

#[tokio::test]
async fn a_card_is_shown_again_by_its_number() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.sees("Order No. 1").await;
    sam.send("/order 1");
    let card = sam.sees("Order No. 1").await;
    let press = sam.tap_on(&card, "✅ Accept");
    sam.answer_to(&press).await;
    sam.sees("✅ Accepted · Sam").await;
    sam.send("/order 99");
    sam.sees("There is no such order").await;
    sam.send("/order");
    sam.sees("Please send the number of the order").await;
    sam.send("/help");
    sam.sees("New orders arrive here as cards").await;
    shop.close().await;
}

#[tokio::test]
async fn a_mistyped_command_is_answered_if_it_names_the_bot() {
    let shop = TestShop::open().await;
    let sam = shop.packer("Sam");
    // Perhaps another bot's, and certainly another bot's.
    sam.send("/oders");
    sam.send("/oders@weather_bot");
    sam.send(&format!("/oders@{} new", shop.bot.username()));
    sam.sees("I don’t know that command. /help").await;
    assert_eq!(sam.transcript().matches("I don’t know that command").count(), 1, "{}", sam.transcript());
    shop.close().await;
}

#[tokio::test]
async fn the_bot_is_silent_in_other_groups() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    let friends = shop.telegram.group("Friends").creator(&ann).bot(&shop.bot).create();
    let there = ann.at(&friends);
    there.send("/order 1");
    there.send("/start");
    ann.start();
    ann.sees("Hello, Ann!").await;
    assert!(
        there.messages().iter().all(|seen| seen.json()["from"]["is_bot"] != true),
        "{}",
        there.transcript()
    );
    shop.close().await;
}

#[tokio::test]
async fn a_customer_who_blocked_the_bot_does_not_stop_the_staff() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    ann.block();
    sam.press("✅ Accept").await;
    sam.sees("✅ Accepted · Sam").await;
    sam.press("🚚 Shipped").await;
    sam.press("🚚 Without tracking").await;
    sam.sees("🚚 Shipped · Sam").await;
    ann.unblock();
    ann.send("/orders");
    ann.sees("🚚 No. 1").await;
    shop.close().await;
}
