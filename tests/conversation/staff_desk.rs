//! The staff's desk: who looks after which order, lists and search, notes, reminders.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn of_two_who_take_an_order_one_has_it_until_they_put_it_back() {
    let shop = TestShop::open().await;
    let (ann, sam, kim) = (shop.customer("Ann"), shop.packer("Sam"), shop.packer("Kim"));
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let one = sam.tap_on(&card, "🙋 I take it");
    let other = kim.tap_on(&card, "🙋 I take it");
    let answers = [sam.answer_to(&one).await.text.unwrap(), kim.answer_to(&other).await.text.unwrap()];
    assert!(answers.iter().any(|text| text == "It is yours."), "{answers:?}");
    assert!(answers.iter().any(|text| text.ends_with("looks after it.")), "{answers:?}");
    let (holder, rest, name) =
        if answers[0] == "It is yours." { (&sam, &kim, "Sam") } else { (&kim, &sam, "Kim") };
    let card = holder.sees(&format!("🙋 {name}")).await;
    let press = rest.tap_on(&card, "↩️ Put back");
    assert_eq!(rest.answer_to(&press).await.text, Some(format!("{name} looks after it.")));
    let press = holder.tap_on(&card, "↩️ Put back");
    assert_eq!(holder.answer_to(&press).await.text.as_deref(), Some("Somebody else can take it now."));
    shop.until("SELECT count(*) FROM orders WHERE taken_by IS NULL", 1).await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'order_taken'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn an_order_is_packed_and_annotated_and_the_customer_hears_nothing() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.press("📝 Note").await;
    let question = sam.sees("what should colleagues know").await;
    sam.reply(&question, "Wrap it <well>");
    sam.sees("🗒 Wrap it <well>").await;
    sam.press("✅ Accept").await;
    ann.sees("was accepted").await;
    let before = ann.messages().len();
    let packed = sam.press("📦 Packed").await;
    assert_eq!(packed.text.as_deref(), Some("📦 Packed"));
    let card = sam.sees("🗒 Wrap it").await;
    assert!(card.text().contains("📦 Packed"), "{}", card.text());
    let again = sam.tap_on(&card, "↩️ Unpack");
    let twice = sam.resend_press(&again);
    assert_eq!(sam.answer_to(&again).await.text.as_deref(), Some("Not packed any more."));
    assert_eq!(sam.answer_to(&twice).await.text.as_deref(), Some("That is done already."));
    assert_eq!(ann.messages().len(), before, "{}", ann.transcript());
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'order_packed'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn orders_are_listed_by_state_page_by_page_and_opened() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    sam.sees("Order No. 1").await;
    sam.send("/orders");
    let list = sam.sees("🧾 Orders · 📂 Open").await;
    assert!(list.text().contains("🆕 New · 1 · Ann · €"), "{}", list.text());
    press_first(&sam, "✅ Accepted").await;
    sam.sees("🧾 Orders · ✅ Accepted\n\nNone.").await;
    shop.run(
        "INSERT INTO orders (id, customer, status, name, lang, pickup, currency, subtotal, discount, delivery,
                             total, placed_at)
         SELECT gen_random_uuid(), NULL, 'delivered', 'Old ' || n, 'en', true, 'EUR', n, 0, 0, n, '2020-02-03'
         FROM generate_series(1, 23) n",
    )
    .await;
    sam.send("/orders 2020-02-03");
    let first = sam.sees("🧾 Orders · 2020-02-03").await;
    assert!(first.text().contains("Old 23") && !first.text().contains("Old 13 "), "{}", first.text());
    press_first(&sam, "Older ›").await;
    sam.sees("Old 13 ").await;
    press_first(&sam, "Older ›").await;
    let last = sam.sees("Old 1 ").await;
    assert!(!last.has_button("Older ›") && last.has_button("« Newest"));
    press_first(&sam, "📂 Open").await;
    sam.sees("1 · Ann").await;
    sam.press("1").await;
    let card = sam.sees("Order No. 1").await;
    assert!(card.has_button("✅ Accept"));
    shop.close().await;
}

#[tokio::test]
async fn an_order_is_found_by_name_phone_username_and_number() {
    let shop = TestShop::open().await;
    let sam = shop.packer("Sam");
    let ann = shop.telegram.user("Ann").username("ann_of_avonlea").phone("+4930123456").create();
    shop.order(&ann, "Round Mug").await;
    sam.sees("Order No. 1").await;
    for words in ["ann", "030 12 34 56", "+49 30 1234", "@Ann_of_Avonlea"] {
        sam.send(&format!("/find {words}"));
        let list = sam.sees(&format!("🧾 Orders · {words}")).await;
        assert!(list.text().contains("1 · Ann"), "{words}: {}", list.text());
    }
    for words in ["bob", "%", "ann_", "@nobody", "0309999999", "2020-01-01"] {
        sam.send(&format!("/find {words}"));
        let list = sam.sees(&format!("🧾 Orders · {words}")).await;
        assert!(list.text().ends_with("None."), "{words}: {}", list.text());
    }
    sam.send("/find 1");
    sam.sees("Order No. 1").await;
    sam.send("/find");
    sam.sees("Please say what to look for").await;
    shop.close().await;
}

#[tokio::test]
async fn support_looks_orders_up_and_moves_none() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    let card = sam.sees("Order No. 1").await;
    let hello = sam.send("Good morning");
    olga.reply(&hello, "/staff");
    press_first(&olga, "Support").await;
    olga.sees("👤 Sam\nSupport").await;
    for label in ["🙋 I take it", "📝 Note", "✅ Accept"] {
        let press = sam.tap_on(&card, label);
        assert!(
            sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Support”"),
            "{label}"
        );
    }
    sam.send("/orders");
    sam.sees("1 · Ann").await;
    press_first(&olga, "🚫 No access").await;
    olga.sees("👤 Sam\n🚫 No access").await;
    sam.send("/find ann");
    sam.sees("Your role here is “🚫 No access”").await;
    ann.send("/orders new");
    ann.send("/find ann");
    ann.send("/help");
    ann.sees("How to order").await;
    assert!(!ann.transcript().contains("🧾 Orders"), "{}", ann.transcript());
    shop.close().await;
}

#[tokio::test]
async fn an_order_that_nobody_accepts_is_remembered_once_and_then_called_out() {
    let shop = TestShop::open_with(("ACCEPT_WITHIN", "1s")).await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.olga().send("/help");
    shop.order(&ann, "Round Mug").await;
    let call = sam.sees("to accept it.\n\nOlga").await;
    assert!(!call.text().contains("Sam"), "{}", call.text());
    let reminders = sam.messages().into_iter().filter(|seen| seen.text().contains("⏰ Order No. 1"));
    let called: Vec<bool> = reminders.map(|seen| seen.text().contains("Olga")).collect();
    assert_eq!(called, [false, true], "{}", sam.transcript());
    sam.press("✅ Accept").await;
    shop.until("SELECT count(*) FROM outbox WHERE notice->>'kind' = 'order_waits' AND state = 'sent'", 2)
        .await;
    shop.close().await;
}

#[tokio::test]
async fn the_card_of_an_open_order_says_how_old_it_is() {
    let shop = TestShop::open().await;
    let (ann, sam) = (shop.customer("Ann"), shop.packer("Sam"));
    shop.order(&ann, "Round Mug").await;
    shop.run("UPDATE orders SET placed_at = placed_at - interval '3 hours'").await;
    sam.send("/order 1");
    sam.sees("⏱ 3 h").await;
    press_first(&sam, "❌ Reject").await;
    press_first(&sam, "Out of stock").await;
    let card = sam.sees("Order No. 1 · ❌ Rejected").await;
    assert!(!card.text().contains('⏱'), "{}", card.text());
    shop.close().await;
}
