//! Carts: bounded, once per press, and filled again from an earlier order.

use crate::shop::{Stand, english};
use orderbot::domain::{AdvanceRefusal, CartRefusal, CustomerId, MAX_CART_LINES, SkuId, UpdateId};

/// Variant and pieces of each line that can be had.
async fn cart(stand: &Stand, customer: CustomerId) -> Vec<(SkuId, u32)> {
    let quote = stand.shop.cart(customer).await.unwrap();
    quote.lines.iter().map(|line| (line.sku, line.quantity)).collect()
}

#[tokio::test]
async fn a_press_that_comes_again_adds_once_and_another_card_adds_more() {
    let stand = Stand::with(&[9]).await;
    let (customer, sku) = (stand.customer(1).await, stand.skus[0]);
    for key in [5, 5, 6, 5, 6] {
        let shown = stand.shop.add_to_cart(customer, sku, 2, UpdateId(key)).await.unwrap().unwrap();
        assert_eq!(shown, stand.shop.cart(customer).await.unwrap(), "{key}");
    }
    assert_eq!(cart(&stand, customer).await, [(sku, 4)]);
}

#[tokio::test]
async fn no_more_goes_into_the_cart_than_there_is() {
    let stand = Stand::with(&[3]).await;
    let (customer, sku) = (stand.customer(1).await, stand.skus[0]);
    let add = |pieces, key| stand.shop.add_to_cart(customer, sku, pieces, UpdateId(key));
    assert_eq!(add(4, 1).await.unwrap(), Err(CartRefusal::OnlyLeft { left: 3, in_cart: 0 }));
    add(2, 2).await.unwrap().unwrap();
    assert_eq!(add(2, 3).await.unwrap(), Err(CartRefusal::OnlyLeft { left: 3, in_cart: 2 }));
    assert_eq!(cart(&stand, customer).await, [(sku, 2)]);
    let nowhere = stand.shop.add_to_cart(customer, SkuId(0), 1, UpdateId(4)).await.unwrap();
    assert_eq!(nowhere, Err(CartRefusal::Gone));
}

#[tokio::test]
async fn a_full_cart_takes_more_of_what_is_in_it_but_nothing_new() {
    let most = usize::try_from(MAX_CART_LINES).unwrap();
    let stand = Stand::with(&vec![9; most + 1]).await;
    let customer = stand.customer(1).await;
    let add = |sku, key| stand.shop.add_to_cart(customer, sku, 1, UpdateId(key));
    for sku in &stand.skus[..most] {
        add(*sku, 1).await.unwrap().unwrap();
    }
    assert_eq!(add(stand.skus[most], 2).await.unwrap(), Err(CartRefusal::Full { most: MAX_CART_LINES }));
    let shown = add(stand.skus[0], 2).await.unwrap().unwrap();
    assert_eq!(shown, stand.shop.cart(customer).await.unwrap());
    assert_eq!(cart(&stand, customer).await.len(), most);
    stand.shop.change_line(customer, stand.skus[1], 0).await.unwrap();
    add(stand.skus[most], 3).await.unwrap().unwrap();
}

#[tokio::test]
async fn ordering_again_skips_what_is_gone_and_says_so() {
    let mut stand = Stand::with(&[9, 9, 9]).await;
    let [a, b, c] = [stand.skus[0], stand.skus[1], stand.skus[2]];
    let order = stand.order(1, UpdateId(1), &[(a, 2), (b, 2), (c, 2)], None).await;
    stand
        .restock(|products| {
            products[1].skus[0].visible = false;
            products[2].skus[0].stock = 1;
        })
        .await;
    let customer = CustomerId(1);
    for _ in 0..2 {
        let reordered = stand.shop.reorder(customer, order).await.unwrap().unwrap();
        assert_eq!(reordered.missing, [english("Tea 1"), english("Tea 2")]);
        assert_eq!(cart(&stand, customer).await, [(a, 2), (c, 1)]);
    }
    let other = stand.customer(2).await;
    assert_eq!(stand.shop.reorder(other, order).await.unwrap(), Err(AdvanceRefusal::Unknown));
    assert_eq!(cart(&stand, other).await, []);
}

#[tokio::test]
async fn ordering_again_never_overfills_the_cart() {
    let most = usize::try_from(MAX_CART_LINES).unwrap();
    let stand = Stand::with(&vec![9; most + 1]).await;
    let (a, b) = (stand.skus[most - 1], stand.skus[most]);
    let order = stand.order(1, UpdateId(1), &[(a, 1), (b, 1)], None).await;
    let customer = CustomerId(1);
    for sku in &stand.skus[..most - 1] {
        stand.shop.add_to_cart(customer, *sku, 1, UpdateId(2)).await.unwrap().unwrap();
    }
    let reordered = stand.shop.reorder(customer, order).await.unwrap().unwrap();
    assert_eq!(reordered.missing, [english(&format!("Tea {most}"))]);
    assert_eq!(cart(&stand, customer).await.len(), most);
    assert!(cart(&stand, customer).await.contains(&(a, 1)));
}
