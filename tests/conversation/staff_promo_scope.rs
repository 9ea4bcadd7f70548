//! What a promo code applies to, chosen in the staff group.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

/// Opens the list of what a code applies to from its card.
async fn open(olga: &Person, code: &str) -> telegram_sandbox::Seen {
    olga.send(&format!("/promos {code}"));
    olga.sees(&format!("🎟 {code}")).await;
    press_first(olga, "🎯 Applies to").await;
    olga.sees(&format!("What {code} applies to")).await
}

#[tokio::test]
async fn a_code_for_tea_and_one_saucer_takes_only_from_those() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/promos new");
    olga.sees("What does it give?").await;
    olga.press("−%").await;
    let question = olga.sees("how much does the new code take off?").await;
    olga.reply(&question, "50");
    let question = olga.sees("what is the new code called?").await;
    olga.reply(&question, "half");
    let preview = olga.sees("It does not hold yet").await;
    assert!(preview.text().contains("Gives: −50%\n🎯 Applies to everything"), "{}", preview.text());

    press_first(&olga, "🎯 Applies to").await;
    let list = olga.sees("What HALF applies to").await;
    assert_eq!(list.buttons().concat()[..5], ["✓ Everything", "Tea", "› Green tea", "Mugs", "Saucers"]);
    assert!(!list.text().contains("holds at once"), "{}", list.text());
    olga.press("Tea").await;
    let list = olga.sees("Now: 1 category (Tea)").await;
    assert!(list.has_button("✓ Tea") && !list.has_button("› Green tea"), "{:?}", list.buttons());
    let last = olga.press("✓ Tea").await;
    assert!(last.alert && last.text.unwrap().starts_with("This is the last one"));

    olga.press("🔎 Add a product").await;
    let question = olga.sees("which product does HALF apply to?").await;
    olga.reply(&question, "umbrella");
    olga.sees("I found no product like that").await;
    olga.reply(&question, "saucer");
    let which = olga.sees("Which one?").await;
    assert_eq!(which.buttons().len(), 11, "{:?}", which.buttons());
    olga.press("Saucer 10").await;
    olga.sees("1 product (Saucer 10)").await;
    olga.reply(&question, "round");
    olga.sees("2 products (Round Mug, Saucer 10)").await;
    olga.press("✓ Round Mug").await;
    olga.sees("1 category (Tea), 1 product (Saucer 10)").await;
    press_first(&olga, "‹ To the code").await;
    let preview = olga.sees("🎯 Applies to: 1 category (Tea), 1 product (Saucer 10)").await;
    olga.tap_on(&preview, "✅ Make it");
    olga.sees("🎟 HALF · ✅ Running").await;
    let card = olga.sees("🎯 Applies to: 1 category (Tea), 1 product (Saucer 10)").await;
    assert!(card.text().contains("Used: 0"), "{}", card.text());
    // The other list is of a draft that is finished.
    let press = olga.tap_on(&which, "Mugs");
    assert!(olga.answer_to(&press).await.text.unwrap().starts_with("This draft is finished"));
    olga.send("/promos");
    olga.sees("HALF · −50% 🎯 1 category, 1 product · used: 0").await;

    shop.put_into_cart(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Jasmine Pearls").await;
    shop.put_into_cart(&ann, "Saucer 10").await;
    shop.check_out_to_code(&ann).await;
    ann.send("half");
    ann.sees("Promo HALF: −€7.95").await;
    press_first(&ann, "✅ Place order").await;
    ann.sees("Thank you!").await;
    let whole = "SELECT count(*) FROM order_lines WHERE discount = 0 AND price = 12";
    assert_eq!(shop.count(whole).await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM order_lines WHERE discount * 2 = price * quantity").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn a_code_that_customers_have_is_narrowed_once_and_widened_after_a_question() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    shop.check_out_to_code(&ann).await;
    ann.send("FIVEOFF");
    ann.sees("Promo FIVEOFF: −€5.00").await;

    let list = open(&olga, "FIVEOFF").await;
    assert!(
        list.text().contains("Now: Everything") && list.text().contains("holds at once"),
        "{}",
        list.text()
    );
    let press = olga.tap_on(&list, "Saucers");
    let again = olga.resend_press(&press);
    assert_eq!(olga.answer_to(&press).await.text.as_deref(), Some("✅ Done"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    olga.sees("Now: 1 category (Saucers)").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'promo_scoped'").await, 1);
    // Who has seen the discount is told before they order.
    press_first(&ann, "✅ Place order").await;
    ann.sees("covers nothing in your cart").await;
    assert_eq!(shop.orders().await, 0);

    shop.run("UPDATE categories SET visible = false WHERE slug = 'saucers'").await;
    press_first(&olga, "‹ To the code").await;
    let card = olga.sees("1 category (🙈 Saucers)").await;
    assert!(card.text().contains("⚠️ Nothing of this is on sale now"), "{}", card.text());
    press_first(&olga, "🎯 Applies to").await;
    press_first(&olga, "Everything").await;
    let sure = olga.sees("Let FIVEOFF apply to everything in the shop?").await;
    press_first(&olga, "‹ Back").await;
    olga.sees("Now: 1 category (🙈 Saucers)").await;
    press_first(&olga, "Everything").await;
    olga.sees(sure.text()).await;
    olga.press("🎯 Yes, to everything").await;
    olga.sees("Now: Everything").await;
    olga.send("/audit");
    let audit = olga.sees("promo code FIVEOFF: Saucers → Everything").await;
    assert!(audit.text().contains("promo code FIVEOFF: Everything → Saucers"), "{}", audit.text());
    shop.close().await;
}

#[tokio::test]
async fn of_two_who_take_the_last_two_things_away_one_is_told() {
    let shop = TestShop::open().await;
    let (olga, kim) = (shop.olga(), shop.telegram.user("Kim").create());
    shop.staff.add(&kim);
    shop.staff.promote(&kim);
    let kim = kim.at(&shop.staff);
    open(&olga, "TEAONLY").await;
    olga.press("Mugs").await;
    let list = olga.sees("Now: 2 categories (Tea, Mugs)").await;
    let (one, other) = (olga.tap_on(&list, "✓ Tea"), kim.tap_on(&list, "✓ Mugs"));
    let told = [olga.answer_to(&one).await, kim.answer_to(&other).await];
    assert_eq!(told.iter().filter(|answer| answer.alert).count(), 1, "{told:?}");
    let left =
        "SELECT count(*) FROM promo_categories c JOIN promos p ON p.id = c.promo WHERE p.code = 'TEAONLY'";
    assert_eq!(shop.count(left).await, 1);
    shop.close().await;
}

#[tokio::test]
async fn only_who_may_change_codes_chooses_what_they_apply_to() {
    let shop = TestShop::open().await;
    let (sam, olga) = (shop.packer("Sam"), shop.olga());
    let list = open(&olga, "FIVEOFF").await;
    for label in ["Mugs", "🔎 Add a product"] {
        let press = sam.tap_on(&list, label);
        assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    }
    press_first(&olga, "🔎 Add a product").await;
    let question = olga.sees("which product does FIVEOFF apply to?").await;
    sam.reply(&question, "round");
    sam.sees("Your role here is “Packer”").await;
    assert_eq!(shop.count("SELECT count(*) FROM promo_products").await, 0);
    // By its number, and twice the same.
    olga.reply(&question, "#3");
    olga.sees("Now: 1 product (Round Mug)").await;
    olga.reply(&question, "round mug");
    olga.sees("Now: 1 product (Round Mug)").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'promo_scoped'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn many_categories_come_in_pages_and_a_tick_stays_on_its_page() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    shop.run(
        r#"INSERT INTO categories (slug, position, names)
           SELECT 'shelf-' || n, 100 + n, jsonb_build_object('en', 'Shelf ' || n) FROM generate_series(1, 40) n"#,
    )
    .await;
    let first = open(&olga, "FREESHIP").await;
    assert!(!first.has_button("Shelf 40") && !first.has_button("« First"), "{:?}", first.buttons());
    press_first(&olga, "More ›").await;
    olga.sees("Shelf 30").await;
    press_first(&olga, "More ›").await;
    press_first(&olga, "Shelf 40").await;
    let list = olga.sees("Now: 1 category (Shelf 40)").await;
    assert!(list.has_button("✓ Shelf 40") && list.has_button("« First"), "{:?}", list.buttons());
    press_first(&olga, "‹ To the code").await;
    olga.sees("🎯 For orders with: 1 category (Shelf 40)").await;
    // A category that a code applies to stays; the list of categories says why.
    olga.send("/categories");
    press_first(&olga, "Shelf 40").await;
    olga.sees("Shelf 40 · category").await;
    let refused = olga.press("🗑 Remove").await;
    assert!(refused.alert && refused.text.unwrap().contains("promo codes: 1"));
    shop.close().await;
}
