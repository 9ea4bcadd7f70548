//! The shop speaks the customer's language.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn an_order_in_russian_is_russian_to_the_end() {
    let shop = TestShop::open().await;
    let sam = shop.packer("Sam");
    let lena = shop.telegram.user("Лена").language("ru").phone("+79161234567").create();
    lena.start();
    let home = lena.sees("Slow Kettle").await;
    assert!(home.text().contains("Лена"), "{}", home.text());
    lena.send("кружка");
    lena.press("Круглая кружка · 12,00\u{a0}€").await;
    press_first(&lena, "В корзину").await;
    let cart = lena.sees("Круглая кружка").await;
    let labels = cart.buttons().concat();
    lena.press(labels.iter().find(|label| label.starts_with('✅')).unwrap()).await;
    lena.sees("📱").await;
    let phone = lena.keyboard()[0][0].clone();
    lena.press(&phone).await;
    press_first(&lena, "🚚").await;
    lena.sees("📍").await;
    lena.send("Москва, Тверская 1");
    lena.sees("📝").await;
    press_first(&lena, "Без").await;
    lena.sees("🎟").await;
    press_first(&lena, "Без промокода").await;
    let summary = lena.sees("🧾").await;
    assert!(summary.text().contains("16,90\u{a0}€"), "{}", summary.text());
    press_first(&lena, "✅").await;
    lena.sees("№ 1").await;

    let card = sam.sees("Order No. 1").await;
    assert!(card.text().contains("Round Mug") && card.text().contains("RU"), "{}", card.text());
    sam.press("✅ Accept").await;
    lena.sees("принят").await;
    sam.sees("✅ Accepted · Sam").await;
    sam.press("🚫 Cancel").await;
    sam.press("Out of stock").await;
    lena.sees("закончил").await;
    shop.close().await;
}

#[tokio::test]
async fn a_language_can_be_chosen_and_stays() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.start();
    ann.press("🌐 Language").await;
    ann.press("🇩🇪 Deutsch").await;
    ann.sees("Ab jetzt auf Deutsch").await;
    ann.send("Becher");
    ann.sees("Runder Becher · 12,00\u{a0}€").await;
    ann.start();
    ann.sees("Willkommen").await;
    shop.close().await;
}

#[tokio::test]
async fn a_language_the_shop_does_not_speak_gets_the_shops_own() {
    let shop = TestShop::open().await;
    let aiko = shop.telegram.user("Aiko").language("ja").create();
    aiko.start();
    aiko.sees("Hello, Aiko!").await;
    shop.close().await;
}
