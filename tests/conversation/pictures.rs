//! Product pictures: uploaded once, shown often.

use crate::shop::{TestShop, press_first};

/// The smallest JPEG that is one: a grey dot.
const DOT: &[u8] = include_bytes!("dot.jpg");

#[tokio::test]
async fn a_picture_is_uploaded_once_for_all_customers() {
    let shop = TestShop::open().await;
    let mut products = shop.shop.stocklist().await.unwrap();
    products.iter_mut().find(|product| product.slug == "round-mug").unwrap().photo = Some("mug.jpg".into());
    shop.shop.keep_picture("mug.jpg", DOT).await.unwrap();
    shop.shop.import(&products, false).await.unwrap();

    for name in ["Ann", "Ben", "Eve"] {
        let customer = shop.customer(name);
        customer.send("Round Mug");
        press_first(&customer, "Round Mug").await;
        let card = customer.sees("How many?").await;
        assert!(card.has_photo());
        // From a card with a picture to a text and back.
        customer.press("🛒 Cart").await;
        assert!(!customer.sees("Your cart is empty").await.has_photo());
    }
    let sent = shop.telegram.calls("sendPhoto");
    assert_eq!(sent.len(), 3);
    let by_id =
        sent.iter().filter(|call| !call["photo"].as_str().unwrap_or("attach://").starts_with("attach://"));
    assert_eq!(by_id.count(), 2, "the first is an upload: {sent:#?}");
    shop.close().await;
}

#[tokio::test]
async fn a_picture_that_is_missing_is_no_reason_to_show_nothing() {
    let shop = TestShop::open().await;
    let mut products = shop.shop.stocklist().await.unwrap();
    products.iter_mut().find(|product| product.slug == "round-mug").unwrap().photo = Some("lost.jpg".into());
    shop.shop.import(&products, false).await.unwrap();
    let ann = shop.customer("Ann");
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    ann.sees("How many?").await;
    shop.close().await;
}
