//! `/setup`: a shop that starts without a staff group, and how a group becomes it.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn what_was_ordered_before_there_was_a_group_arrives_in_it() {
    let shop = TestShop::open_with(("ADMIN_CHAT_ID", "")).await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    olga.send("/orders");
    olga.send("/setup");
    olga.sees("To make this group the one of your shop’s staff").await;
    olga.send(&format!("/setup {}", shop.setup_code(0).to_lowercase()));
    olga.sees("✅ This is the staff group of Slow Kettle now.").await;
    olga.sees("Order No. 1").await;
    press_first(&olga, "✅ Accept").await;
    ann.sees("was accepted").await;
    olga.send("/setup");
    olga.sees("✅ This is the staff group. Nothing has to be set up.").await;
    olga.send("/audit");
    olga.sees("Olga · staff group:").await;
    // What was said before it was the staff's is not answered afterwards.
    assert_eq!(olga.messages().iter().filter(|seen| seen.text().starts_with("🧾 Orders")).count(), 0);
    shop.close().await;
}

#[tokio::test]
async fn a_code_is_for_administrators_and_good_once() {
    let shop = TestShop::open_with(("ADMIN_CHAT_ID", "")).await;
    let (sam, olga) = (shop.packer("Sam"), shop.olga());
    let mallory = shop.telegram.user("Mallory").create();
    let elsewhere = shop.telegram.group("Elsewhere").creator(&mallory).admin_bot(&shop.bot).create();
    let mallory = mallory.at(&elsewhere);
    let code = shop.setup_code(0);
    for wrong in ["0000000000", "ABC", &shop.setup_code(1)] {
        mallory.send(&format!("/setup {wrong}"));
        mallory.sees("This code is not right").await;
    }
    sam.send(&format!("/setup {code}"));
    sam.sees("Only an administrator of this group").await;
    olga.send(&format!("/setup {code}"));
    olga.sees("✅ This is the staff group").await;
    // The code is used, and nobody is told that there is a group.
    mallory.send("/setup");
    mallory.send(&format!("/setup {code}"));
    mallory.sees("This code is not right").await;
    mallory.send(&format!("/setup {}", shop.setup_code(1)));
    mallory.sees("Only its owner can choose another").await;
    mallory.send(&format!("/setup {code}"));
    mallory.sees("Those were too many codes").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'group_chosen'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn the_owner_moves_the_staff_to_another_group_which_is_followed_when_it_grows() {
    let shop = TestShop::open_with(("ADMIN_CHAT_ID", "")).await;
    let (ann, ben, olga) = (shop.customer("Ann"), shop.customer("Ben"), shop.olga());
    olga.send(&format!("/setup {}", shop.setup_code(0)));
    olga.sees("✅ This is the staff group").await;
    let small = shop.telegram.group("Small").basic().creator(&olga).admin_bot(&shop.bot).create();
    let there = olga.at(&small);
    there.send(&format!("/setup {}", shop.setup_code(1)));
    there.sees("✅ This is the staff group").await;
    shop.order(&ann, "Round Mug").await;
    there.sees("Order No. 1").await;
    olga.send("/orders");
    let large = small.migrate();
    let there = olga.at(&large);
    shop.order(&ben, "Round Mug").await;
    there.sees("Order No. 2").await;
    there.send("/orders");
    there.sees("🧾 Orders").await;
    assert!(
        olga.messages().iter().all(|seen| !seen.text().starts_with("🧾 Orders")),
        "it is a group like others"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_group_of_the_settings_is_not_to_be_taken() {
    let shop = TestShop::open().await;
    let (ann, mallory) = (shop.customer("Ann"), shop.telegram.user("Mallory").create());
    let elsewhere = shop.telegram.group("Elsewhere").creator(&mallory).admin_bot(&shop.bot).create();
    mallory.at(&elsewhere).send(&format!("/setup {}", shop.setup_code(0)));
    shop.order(&ann, "Round Mug").await;
    shop.olga().sees("Order No. 1").await;
    let answers =
        shop.telegram.calls("sendMessage").into_iter().filter(|call| call["chat_id"] == elsewhere.id());
    assert_eq!(answers.count(), 0, "nobody answers");
    shop.close().await;
}

#[tokio::test]
async fn what_the_bot_may_not_do_is_told_with_how_to_mend_it() {
    let shop = TestShop::open_with(("ADMIN_CHAT_ID", "")).await;
    let olga = shop.olga();
    let forum = shop.telegram.group("Forum").forum().creator(&olga).bot(&shop.bot).create();
    let olga = olga.at(&forum);
    olga.send(&format!("/setup@slow_kettle_bot {}", shop.setup_code(0)));
    let told = olga.sees("✅ This is the staff group of Slow Kettle now.").await;
    assert!(told.text().contains("I am no administrator here"), "{}", told.text());
    assert!(told.text().contains("“Manage topics”. Then send /topics."), "{}", told.text());
    shop.order(&shop.customer("Ann"), "Round Mug").await;
    olga.sees("Order No. 1").await;
    // Telegram refused to make a topic.
    shop.close_after_a_storm().await;
}
