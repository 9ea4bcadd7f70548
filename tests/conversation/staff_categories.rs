//! Categories, made and changed from the staff group.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn a_category_is_made_once_named_and_filled() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/categories");
    let list = olga.sees("🗂 Categories").await;
    assert!(list.text().contains("Mugs · 4 products"), "{}", list.text());
    press_first(&olga, "➕ New category").await;
    let question = olga.sees("what is it called?").await;
    olga.reply(&question, "Trays > large");
    let card = olga.sees("Trays › large · category").await;
    assert!(card.text().contains("on sale"), "{}", card.text());
    olga.reply(&question, "Boards");
    olga.sees("Trays › large · category").await;
    assert_eq!(shop.count("SELECT count(*) FROM categories WHERE asked IS NOT NULL").await, 1);
    press_first(&olga, "🏷 Name").await;
    press_first(&olga, "✏️ 🇪🇸 Español").await;
    let spanish = olga.sees("🇪🇸 Español").await;
    olga.reply(&spanish, "Bandejas");
    olga.sees("ES Bandejas").await;
    press_first(&olga, "‹ Back").await;
    press_first(&olga, "➕ Category below").await;
    let below = olga.sees("what is it called?").await;
    olga.reply(&below, "Oak");
    olga.sees("Trays › large › Oak").await;
    ann.send("/menu");
    let menu = ann.sees("What would you like?").await;
    assert!(!menu.has_button("Trays"), "nothing is in it yet: {:?}", menu.buttons());
    shop.close().await;
}

#[tokio::test]
async fn a_category_moves_and_hides_with_all_that_is_in_it() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.put_into_cart(&ann, "Round Mug").await;
    olga.send("/categories");
    press_first(&olga, "Mugs").await;
    let card = olga.sees("↕️ No. 2 of 3").await;
    let first = olga.tap_on(&card, "⏫ First");
    let again = olga.resend_press(&first);
    assert_eq!(olga.answer_to(&first).await.text.as_deref(), Some("✅ Done"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    ann.send("/menu");
    let menu = ann.sees("What would you like?").await;
    assert!(menu.buttons().concat()[0].contains("Mugs"), "{:?}", menu.buttons());
    press_first(&olga, "🙈 Hide").await;
    olga.sees("Mugs · category").await;
    ann.send("/menu");
    let menu = ann.sees("What would you like?").await;
    assert!(!menu.has_button("Mugs"), "{:?}", menu.buttons());
    ann.send("Round Mug");
    ann.sees("Nothing").await;
    ann.send("/cart");
    ann.sees("Round Mug: sold out").await;
    press_first(&olga, "👁 Show").await;
    ann.send("Round Mug");
    ann.sees("€12.00").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE subject LIKE 'category:%'").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn a_category_in_use_stays_and_an_empty_one_goes() {
    let shop = TestShop::open().await;
    let (olga, sam) = (shop.olga(), shop.packer("Sam"));
    olga.send("/categories");
    press_first(&olga, "Mugs").await;
    let card = olga.sees("Mugs · category").await;
    let press = sam.tap_on(&card, "🗑 Remove");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    let refused = olga.press("🗑 Remove").await;
    assert!(refused.alert, "{refused:?}");
    assert!(refused.text.unwrap().starts_with("Not removed, it is still in use. Products: 4"));
    olga.send("/categories");
    press_first(&olga, "➕ New category").await;
    let question = olga.sees("what is it called?").await;
    olga.reply(&question, "Trays");
    olga.sees("Trays · category").await;
    press_first(&olga, "🗑 Remove").await;
    let sure = olga.sees("Remove the category “Trays”?").await;
    let yes = olga.tap_on(&sure, "🗑 Yes, remove it");
    let again = olga.resend_press(&yes);
    assert_eq!(olga.answer_to(&yes).await.text.as_deref(), Some("✅ Done"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    let list = olga.sees("🗂 Categories").await;
    assert!(!list.text().contains("Trays"), "{}", list.text());
    sam.send("/categories");
    sam.sees("🗂 Categories").await;
    shop.close().await;
}
