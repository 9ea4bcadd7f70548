//! Promo codes from the staff group: made step by step, used by a customer, paused.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_code_is_made_step_by_step_and_its_link_works() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/promos new");
    olga.sees("What does it give?").await;
    olga.press("−%").await;
    let question = olga.sees("how much does the new code take off?").await;
    for nonsense in ["110", "much"] {
        olga.reply(&question, nonsense);
        olga.sees("with a percentage from 1 to 100").await;
    }
    olga.reply(&question, "25 %");
    let question = olga.sees("what is the new code called?").await;
    olga.reply(&question, "ё");
    olga.sees("A code has 4 to 20 letters").await;
    olga.reply(&question, "winter-25");
    let preview = olga.sees("It does not hold yet").await;
    assert!(preview.text().contains("WINTER-25\nGives: −25%"), "{}", preview.text());
    press_first(&olga, "Minimum order").await;
    let question = olga.sees("from which sum of goods").await;
    olga.reply(&question, "10");
    olga.sees("For orders of €10.00 or more").await;
    press_first(&olga, "Only first orders").await;
    olga.sees("For a first order only").await;

    // Nothing holds before it is made.
    ann.start_with("promo_WINTER-25");
    assert_eq!(shop.count("SELECT count(*) FROM promos WHERE code = 'WINTER-25'").await, 0);
    let press = olga.tap("✅ Make it").await;
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("It holds from now on."));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    let card = olga.sees("🎟 WINTER-25 · ✅ Running").await;
    assert!(card.text().contains("https://t.me/slow_kettle_bot?start=promo_WINTER-25"), "{}", card.text());
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'promo_made'").await, 1);

    ann.start_with("promo_WINTER-25");
    ann.sees("Code WINTER-25 is kept for your order").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    press_first(&ann, "✅ Check out").await;
    ann.press("📱 Share my number").await;
    ann.press("🏬 Pickup").await;
    ann.press("No note ›").await;
    ann.sees("Promo WINTER-25: −€3.00").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    olga.send("/promos winter-25");
    let card = olga.sees("Orders: 1 · €9.00 · taken off: €3.00").await;
    assert!(card.text().contains("Used: 1"), "{}", card.text());
    shop.close().await;
}

#[tokio::test]
async fn a_code_is_paused_once_and_goes_on() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/promos fiveoff");
    let card = olga.sees("🎟 FIVEOFF · ✅ Running").await;
    let press = olga.tap_on(&card, "⏸ Pause");
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("⏸ Paused"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    olga.sees("🎟 FIVEOFF · ⏸ Paused").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out_to_code(&ann).await;
    ann.send("FIVEOFF");
    ann.sees("I don’t know this code").await;
    press_first(&olga, "▶️ Resume").await;
    olga.sees("🎟 FIVEOFF · ✅ Running").await;
    ann.send("FIVEOFF");
    ann.sees("Promo FIVEOFF: −€5.00").await;
    olga.send("/audit");
    olga.sees("Olga · promo code FIVEOFF: ⏸ Paused").await;
    shop.close().await;
}

#[tokio::test]
async fn promos_come_in_pages_and_only_to_those_who_lead() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    shop.run(
        "INSERT INTO promos (code, kind) SELECT 'PAGE-' || n, 'free_delivery' FROM generate_series(10, 21) n",
    )
    .await;
    olga.send("/promos");
    let first = olga.sees("🎟 Promo codes").await;
    assert!(first.text().contains("✅ Running · PAGE-21 · 🚚 free delivery · used: 0"), "{}", first.text());
    press_first(&olga, "Older ›").await;
    olga.sees("PAGE-13").await;
    press_first(&olga, "PAGE-13").await;
    olga.sees("🎟 PAGE-13 · ✅ Running").await;
    press_first(&olga, "‹ All codes").await;
    let page = olga.sees("PAGE-21").await;
    let press = sam.tap_on(&page, "PAGE-21");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    sam.send("/promos new");
    sam.sees("Your role here is “Packer”").await;
    olga.send("/promos nosuch");
    olga.sees("There is no such code").await;
    ann.send("/promos");
    ann.send("/help");
    ann.sees("How to order").await;
    assert!(!ann.transcript().contains("🎟 Promo codes"));
    shop.close().await;
}

#[tokio::test]
async fn many_one_time_codes_come_as_a_table() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    olga.send("/promos new");
    olga.sees("What does it give?").await;
    olga.press("🚚 free delivery").await;
    let question = olga.sees("what is the new code called?").await;
    olga.reply(&question, "gift");
    olga.sees("It does not hold yet").await;
    press_first(&olga, "Many one-time codes").await;
    let question = olga.sees("how many codes for one use each").await;
    olga.reply(&question, "5000");
    olga.sees("with a number from 2 to 1,000").await;
    olga.reply(&question, "300");
    olga.sees("GIFT-… × 300").await;
    press_first(&olga, "✅ Make it").await;
    let sent = olga.sees("📄 300 codes").await;
    assert_eq!(sent.json()["document"]["file_name"], "GIFT.csv");
    let files = sent.json()["sandbox"]["files"].as_object().unwrap();
    let path = files.values().next().and_then(|path| path.as_str()).unwrap();
    let table =
        reqwest::get(format!("{}{path}", shop.telegram.api_url())).await.unwrap().text().await.unwrap();
    assert_eq!(table.lines().count(), 301);
    assert!(table.lines().skip(1).all(|line| line.starts_with("GIFT-") && line.ends_with(",0")), "{table}");
    olga.send("/promos");
    olga.sees("✅ Running · GIFT-… × 300 · 🚚 free delivery · used: 0 / 300").await;
    shop.close().await;
}

#[tokio::test]
async fn a_draft_waits_for_its_maker_until_it_is_given_up() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    olga.send("/promos new");
    olga.sees("What does it give?").await;
    olga.press("−sum").await;
    let question = olga.sees("how much does the new code take off?").await;
    olga.send("/promos new");
    let card = olga.sees("Something is missing still").await;
    olga.reply(&question, "5,50");
    let question = olga.sees("what is the new code called?").await;
    olga.reply(&question, "FIVEOFF");
    olga.sees("Gives: −€5.50").await;
    let press = olga.tap("✅ Make it").await;
    assert!(olga.answer_to(&press).await.text.unwrap().starts_with("This code is taken"));
    let press = olga.tap_on(&card, "🗑 Give it up");
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("Given up."));
    olga.reply(&question, "OTHER");
    olga.sees("This draft is finished or was given up").await;
    shop.close().await;
}
