//! Who may do what in the staff group, who decides that, and where it is written down.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn the_owner_gives_a_role_and_it_holds_at_once() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let hello = sam.send("Good morning");
    olga.reply(&hello, "/staff");
    olga.sees("Nobody gave them a role").await;
    press_first(&olga, "Support").await;
    olga.sees("👤 Sam\nSupport").await;
    let press = sam.tap_on(&card, "✅ Accept");
    let refused = sam.answer_to(&press).await;
    assert!(refused.text.unwrap().starts_with("Your role here is “Support”"));
    assert!(refused.alert);
    assert_eq!(shop.count("SELECT count(*) FROM orders WHERE status = 'accepted'").await, 0);
    press_first(&olga, "As the group has it").await;
    olga.sees("👤 Sam\nPacker").await;
    sam.press("✅ Accept").await;
    sam.sees("✅ Accepted · Sam").await;
    shop.close().await;
}

#[tokio::test]
async fn only_an_owner_changes_roles_and_nobody_their_own() {
    let shop = TestShop::open().await;
    let (sam, kim, olga) = (shop.packer("Sam"), shop.packer("Kim"), shop.olga());
    shop.staff.promote(&kim);
    let hello = sam.send("Good morning");
    sam.send("/staff");
    sam.sees("Your role here is “Packer”").await;
    kim.reply(&hello, "/staff");
    let card = kim.sees("👤 Sam").await;
    let press = kim.tap_on(&card, "Manager");
    let refused = kim.answer_to(&press).await;
    assert!(refused.text.unwrap().starts_with("Your role here is “Manager”"));

    // Two presses on the same card, of which one counts.
    let one = olga.tap_on(&card, "Manager");
    let again = olga.resend_press(&one);
    assert_eq!(olga.answer_to(&one).await.text.as_deref(), Some("The role is changed."));
    assert!(olga.answer_to(&again).await.text.unwrap().starts_with("Somebody was faster"));
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'role_given'").await, 1);

    olga.send("/staff");
    olga.sees("Who works here").await;
    press_first(&olga, "Sam").await;
    olga.press("Owner").await;
    olga.sees("👤 Sam\nOwner").await;
    sam.send("/staff");
    sam.sees("Who works here").await;
    press_first(&sam, "Sam").await;
    let own = press_first(&sam, "🚫 No access").await;
    assert!(own.text.unwrap().starts_with("Nobody changes their own role"));
    shop.close().await;
}

#[tokio::test]
async fn who_leaves_loses_their_role_with_their_place() {
    let shop = TestShop::open().await;
    let (sam, olga) = (shop.packer("Sam"), shop.olga());
    let hello = sam.send("Good morning");
    olga.reply(&hello, "/staff");
    press_first(&olga, "Manager").await;
    olga.sees("👤 Sam\nManager").await;
    sam.send("/audit");
    let list = sam.sees("Who did what").await;
    assert!(list.text().contains("Olga"), "{}", list.text());
    sam.leave();
    shop.until("SELECT count(*) FROM staff WHERE name = 'Sam' AND standing IS NULL AND role IS NULL", 1)
        .await;
    shop.staff.add(&sam);
    sam.send("/audit");
    sam.sees("Your role here is “Packer”").await;
    olga.reply(&hello, "/staff");
    press_first(&olga, "🚫 No access").await;
    olga.sees("👤 Sam\n🚫 No access").await;
    sam.leave();
    shop.until("SELECT count(*) FROM staff WHERE name = 'Sam' AND standing IS NULL", 1).await;
    shop.staff.add(&sam);
    sam.send("/order 1");
    sam.sees("Your role here is “🚫 No access”").await;
    shop.close().await;
}

#[tokio::test]
async fn an_administrator_who_is_one_no_more_is_refused_at_once() {
    let shop = TestShop::open().await;
    let kim = shop.packer("Kim");
    shop.staff.promote(&kim);
    kim.send("/audit");
    kim.sees("Nothing yet").await;
    shop.staff.add(&kim);
    shop.until("SELECT count(*) FROM staff WHERE name = 'Kim' AND standing = 'member'", 1).await;
    kim.send("/audit");
    kim.sees("Your role here is “Packer”").await;
    shop.close().await;
}

#[tokio::test]
async fn the_commands_of_the_staff_mean_nothing_elsewhere() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    ann.start();
    for command in ["/staff", "/audit", "/order 1"] {
        ann.send(command);
    }
    ann.send("/help");
    ann.sees("/orders").await;
    assert!(!ann.transcript().contains("Who works here") && !ann.transcript().contains("Who did what"));
    olga.send("/staff @nobody_of_this_name");
    olga.sees("I do not find this person").await;
    olga.send("/staff 4711");
    olga.sees("I do not find this person").await;
    olga.send("/audit something");
    olga.sees("Please ask like this").await;
    shop.close().await;
}

#[tokio::test]
async fn what_was_done_to_an_order_is_read_from_the_newest() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    sam.press("✅ Accept").await;
    sam.sees("✅ Accepted · Sam").await;
    sam.press("🚚 Shipped").await;
    sam.press("🚚 Without tracking").await;
    sam.sees("🚚 Shipped · Sam").await;
    olga.send("/audit 1");
    let list = olga.sees("Who did what").await;
    let lines: Vec<&str> = list.text().lines().skip(2).collect();
    assert_eq!(lines.len(), 2, "{}", list.text());
    assert!(lines[0].ends_with("Sam · order 1: ✅ Accepted → 🚚 Shipped"), "{}", lines[0]);
    assert!(lines[1].ends_with("Sam · order 1: 🆕 New → ✅ Accepted"), "{}", lines[1]);

    // Many deeds come in pages.
    shop.run(
        "INSERT INTO audit (at, actor, actor_name, deed, subject, after)
         SELECT now(), 5, 'Kim', 'stock_set', 'product:7', 'deed ' || n FROM generate_series(1, 20) n",
    )
    .await;
    olga.send("/audit p7");
    let first = olga.sees("deed 20").await;
    assert!(first.text().contains("deed 6") && !first.text().contains("deed 5\n"), "{}", first.text());
    press_first(&olga, "Older ›").await;
    let last = olga.sees("deed 1").await;
    assert!(last.text().contains("deed 5"), "{}", last.text());
    assert_eq!(last.buttons().concat(), ["« Newest"]);
    shop.close().await;
}
