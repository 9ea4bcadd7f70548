//! The catalogue, made and changed from the staff group.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::{Person, Seen};

/// The smallest JPEG that is one: a grey dot.
const DOT: &[u8] = include_bytes!("dot.jpg");

/// Opens the screen where a product is changed.
async fn edit(olga: &Person, words: &str) -> Seen {
    olga.send(&format!("/products {words}"));
    let list = olga.sees("🛍 Products").await;
    olga.press(&list.buttons().concat()[0]).await;
    // An order's card has a button of that name, too.
    let card = olga.sees("on the shelf").await;
    olga.tap_on(&card, "✏️ Change");
    olga.sees("🏷 Name").await
}

#[tokio::test]
async fn names_and_texts_are_changed_language_by_language() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    edit(&olga, "mug").await;
    press_first(&olga, "🏷 Name").await;
    let names = olga.sees("EN Round Mug").await;
    assert!(names.text().contains("DE Runder Becher"), "{}", names.text());
    press_first(&olga, "✏️ 🇬🇧 English").await;
    let question = olga.sees("what is Round Mug called?").await;
    assert!(question.text().ends_with("🇬🇧 English\nRound Mug"), "{}", question.text());
    olga.reply(&question, &"x".repeat(41));
    olga.sees("at most 40 characters. Please reply").await;
    olga.reply(&question, "Big <Mug>");
    olga.sees("EN Big <Mug>").await;
    press_first(&olga, "✏️ 🇩🇪 Deutsch").await;
    let german = olga.sees("what is Big <Mug> called?").await;
    olga.reply(&german, "-");
    olga.sees("DE —").await;
    press_first(&olga, "‹ Back").await;
    press_first(&olga, "📄 Description").await;
    press_first(&olga, "✏️ 🇬🇧 English").await;
    let text = olga.sees("how is Big <Mug> described?").await;
    olga.reply(&text, "Holds a lot.\nStands firmly.");
    olga.sees("EN Holds a lot.\nStands firmly.").await;

    ann.send("Big Mug");
    press_first(&ann, "Big <Mug>").await;
    ann.sees("Holds a lot.").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'product_worded'").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn a_product_moves_to_another_category_and_place() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    edit(&olga, "round mug").await;
    press_first(&olga, "🗂 Category").await;
    olga.sees("Which category").await;
    press_first(&olga, "Tea ›").await;
    let below = olga.sees("Green tea").await;
    assert!(below.has_button("Tea"), "{:?}", below.buttons());
    press_first(&olga, "Green tea").await;
    olga.sees("🗂 Tea › Green tea").await;
    press_first(&olga, "↕️ Place").await;
    let place = olga.sees("↕️ No. 3 of 3").await;
    assert!(!place.has_button("🔽 Down"), "{:?}", place.buttons());
    let up = olga.tap_on(&place, "🔼 Up");
    let again = olga.resend_press(&up);
    assert_eq!(olga.answer_to(&up).await.text.as_deref(), Some("✅ Done"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    olga.sees("↕️ No. 2 of 3").await;
    ann.send("/menu");
    press_first(&ann, "Tea").await;
    press_first(&ann, "Green tea").await;
    let shelf = ann.sees("Round Mug").await;
    let labels = shelf.buttons().concat();
    let place = |name: &str| labels.iter().position(|label| label.contains(name));
    assert!(place("Sencha") < place("Round Mug") && place("Round Mug") < place("Jasmine"), "{labels:?}");
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'product_moved'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn what_is_archived_is_gone_until_it_is_brought_back_and_orders_keep_it() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    shop.put_into_cart(&ann, "Round Mug").await;
    edit(&olga, "round mug").await;
    press_first(&olga, "🗄 Archive").await;
    let sure = olga.sees("Archive it?").await;
    let yes = olga.tap_on(&sure, "🗄 Yes, archive it");
    let again = olga.resend_press(&yes);
    assert_eq!(olga.answer_to(&yes).await.text.as_deref(), Some("archived"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    olga.sees("product 3 · archived").await;
    olga.send("/products mug");
    olga.sees("None.").await;
    ann.send("Round Mug");
    ann.sees("Nothing").await;
    ann.send("/cart");
    ann.sees("Round Mug: sold out").await;
    ann.send("/orders");
    let orders = ann.sees("Your orders").await;
    let labels = orders.buttons().concat();
    ann.press(labels.iter().find(|label| label.contains("No. 1")).unwrap()).await;
    ann.sees("1 × €12.00 = €12.00").await;
    olga.send("/products archive");
    let list = olga.sees("🛍 Products · 🗄 Archive").await;
    olga.press(&list.buttons().concat()[0]).await;
    press_first(&olga, "↩️ Bring back").await;
    press_first(&olga, "👁 Show").await;
    olga.sees("on sale").await;
    ann.send("Round Mug");
    ann.sees("€12.00").await;
    shop.close().await;
}

#[tokio::test]
async fn an_archive_by_mistake_is_undone_with_one_press() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    edit(&olga, "round mug").await;
    press_first(&olga, "🗄 Archive").await;
    press_first(&olga, "🗄 Yes, archive it").await;
    press_first(&olga, "↩️ Undo").await;
    olga.sees("product 3 · on sale").await;
    ann.send("Round Mug");
    ann.sees("€12.00").await;
    shop.close().await;
}

#[tokio::test]
async fn variants_are_added_named_priced_and_shown() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    edit(&olga, "round mug").await;
    press_first(&olga, "🧩 Variants").await;
    press_first(&olga, "➕ New variant").await;
    let question = olga.sees("what is the new variant of Round Mug called?").await;
    olga.reply(&question, "Large");
    let card = olga.sees("EN Large").await;
    assert!(card.text().contains("ROUND-MUG-") && card.text().contains("hidden"), "{}", card.text());
    olga.reply(&question, "Huge");
    olga.sees("EN Large").await;
    assert_eq!(shop.count("SELECT count(*) FROM skus WHERE sku LIKE 'ROUND-MUG-%'").await, 1);
    press_first(&olga, "💶 Price").await;
    let price = olga.sees("cost from now on?").await;
    olga.reply(&price, "18");
    olga.sees("Large · €18.00").await;
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    ann.sees("How many?").await;
    edit(&olga, "round mug").await;
    press_first(&olga, "🧩 Variants").await;
    press_first(&olga, "🙈 Large").await;
    press_first(&olga, "✏️ 🇬🇧 English").await;
    let label = olga.sees("what is this variant of Round Mug called?").await;
    olga.reply(&label, "Extra large");
    olga.sees("EN Extra large").await;
    press_first(&olga, "👁 Show").await;
    olga.sees("· on sale").await;
    ann.send("/menu");
    ann.sees("What would you like?").await;
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    ann.sees("Extra large").await;
    shop.close().await;
}

#[tokio::test]
async fn several_pictures_are_sent_shown_and_removed() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    edit(&olga, "round mug").await;
    press_first(&olga, "🖼 Pictures").await;
    press_first(&olga, "➕ Add pictures").await;
    let question = olga.sees("with pictures of Round Mug").await;
    olga.reply(&question, "here");
    olga.sees("Please reply to the question with a picture").await;
    olga.reply_album(&question, &[DOT, DOT]);
    shop.until("SELECT count(*) FROM products WHERE cardinality(more_photos) = 1", 1).await;
    olga.reply_file(&question, "photo", "mug.jpg", DOT, "");
    let pictures = olga.sees("🖼 See 3").await;
    assert!(pictures.has_button("🗑 Remove 3"), "{:?}", pictures.buttons());

    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    let card = ann.sees("How many?").await;
    assert!(card.has_photo() && card.has_button("🖼 1 / 3"), "{:?}", card.buttons());
    ann.press("›").await;
    ann.sees("🖼 2 / 3").await;
    ann.press("+").await;
    let two = ann.sees("Add 2 to cart").await;
    assert!(two.has_button("🖼 2 / 3"), "{:?}", two.buttons());
    let uploads = shop.telegram.calls("sendPhoto");
    let by_id =
        uploads.iter().filter(|call| !call["photo"].as_str().unwrap_or("attach://").starts_with("attach://"));
    assert_eq!(by_id.count(), uploads.len(), "what Telegram has is not uploaded: {uploads:#?}");

    olga.press("🖼 See 3").await;
    assert!(olga.sees("Round Mug · 3/3").await.has_photo());
    let drop = olga.tap_on(&pictures, "🗑 Remove 3");
    let again = olga.resend_press(&drop);
    assert_eq!(olga.answer_to(&drop).await.text.as_deref(), Some("✅ Done"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    shop.until("SELECT cardinality(more_photos)::bigint FROM products WHERE slug = 'round-mug'", 1).await;
    shop.close().await;
}

#[tokio::test]
async fn only_who_may_changes_the_catalogue() {
    let shop = TestShop::open().await;
    let (sam, olga) = (shop.packer("Sam"), shop.olga());
    let menu = edit(&olga, "round mug").await;
    for label in ["🏷 Name", "🗂 Category", "🗄 Archive"] {
        let press = sam.tap_on(&menu, label);
        assert!(
            sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"),
            "{label}"
        );
    }
    press_first(&olga, "🏷 Name").await;
    press_first(&olga, "✏️ 🇬🇧 English").await;
    let question = olga.sees("what is Round Mug called?").await;
    sam.reply(&question, "Sam's mug");
    sam.sees("Your role here is “Packer”").await;
    sam.send("/newproduct");
    sam.sees("Your role here is “Packer”").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_product_is_made_step_by_step_and_sold_once_it_is_published() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    olga.send("/newproduct");
    let name = olga.sees("what is it called?").await;
    olga.reply(&name, "Walnut Tray");
    let price = olga.sees("what does Walnut Tray cost").await;
    olga.reply(&price, "a lot");
    olga.sees("That is no price here").await;
    olga.reply(&price, "21");
    olga.sees("Which category").await;
    press_first(&olga, "Mugs").await;
    let pieces = olga.sees("how many pieces of WALNUT-TRAY").await;
    ann.send("Walnut Tray");
    ann.sees("Nothing").await;
    olga.reply(&pieces, "7 first delivery");
    let card = olga.sees("Walnut Tray · product").await;
    assert!(card.text().contains("· draft") && card.text().contains("on the shelf 7"), "{}", card.text());
    // The same question, answered again and by somebody else: it is the same product.
    olga.reply(&name, "Oak Tray");
    olga.sees("Walnut Tray · product").await;
    let publish = olga.tap_on(&card, "✅ Publish");
    let again = olga.resend_press(&publish);
    assert_eq!(olga.answer_to(&publish).await.text.as_deref(), Some("on sale"));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    assert_eq!(shop.count("SELECT count(*) FROM products WHERE asked IS NOT NULL").await, 1);
    shop.order(&ann, "Walnut Tray").await;
    assert_eq!(shop.count("SELECT count(*) FROM order_lines WHERE price = 21").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_draft_waits_for_whoever_goes_on_with_it() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    olga.send("/products");
    press_first(&olga, "➕ New product").await;
    let name = olga.sees("what is it called?").await;
    olga.reply(&name, "Чайный поднос");
    olga.sees("what does Чайный поднос cost").await;
    olga.send("/products drafts");
    let list = olga.sees("🛍 Products · 📝 Drafts").await;
    assert!(list.text().contains("📝"), "{}", list.text());
    olga.press(&list.buttons().concat()[0]).await;
    let card = olga.sees("still needs a category and a price").await;
    assert!(!card.has_button("✅ Publish"));
    press_first(&olga, "💶 Price").await;
    let price = olga.sees("cost from now on?").await;
    olga.reply(&price, "5");
    olga.sees("Which category").await;
    olga.send("/products drafts");
    let list = olga.sees("🛍 Products · 📝 Drafts").await;
    olga.press(&list.buttons().concat()[0]).await;
    press_first(&olga, "🗑 Discard").await;
    olga.sees("· archived").await;
    press_first(&olga, "↩️ Undo").await;
    olga.sees("· draft").await;
    shop.close().await;
}
