//! Prices, pieces and products as the staff set and make them: once, however often they are asked for.

use crate::shop::{ON_HAND, Stand, at_once, euros};
use orderbot::domain::{Actor, Count, Stage, UpdateId, Wording};
use orderbot::domain::{Lang, ProductId};
use orderbot::repository::Turned;
use orderbot::services::Settled;

fn bob() -> Actor {
    Actor::Staff(9, "Bob".to_owned())
}

#[tokio::test]
async fn pieces_of_an_answer_that_comes_twice_are_counted_once() {
    let stand = Stand::with(&[9]).await;
    let answers = at_once((0..4).map(|_| {
        let (shop, sku) = (stand.shop.clone(), stand.skus[0]);
        async move {
            let answer = shop.count_pieces(sku, Count::By(5), Some("delivery"), UpdateId(70), (9, "Bob"));
            answer.await.unwrap()
        }
    }))
    .await;
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Settled::Done(_))).count(), 1, "{answers:?}");
    assert_eq!(stand.number(ON_HAND).await, 14);
    assert_eq!(stand.number("SELECT count(*) FROM stock_ledger").await, 1);
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'stock_set'").await, 1);
}

#[tokio::test]
async fn a_price_that_comes_again_does_not_undo_the_one_after_it() {
    let stand = Stand::with(&[9]).await;
    let set = |euro, update| stand.shop.set_price(stand.skus[0], euros(euro), UpdateId(update), bob());
    assert!(matches!(set(12, 71).await.unwrap(), Settled::Done(_)));
    assert!(matches!(set(13, 72).await.unwrap(), Settled::Done(_)));
    assert_eq!(set(12, 71).await.unwrap(), Settled::Already);
    assert_eq!(stand.number("SELECT price::bigint FROM skus").await, 13);
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'price_set'").await, 2);
}

#[tokio::test]
async fn a_question_that_is_answered_at_once_by_many_makes_one_product_and_one_variant() {
    let stand = Stand::with(&[9]).await;
    let made = at_once((0..6).map(|n| {
        let shop = stand.shop.clone();
        async move { shop.draft_product(UpdateId(80), &format!("Mug {n}"), bob()).await.unwrap() }
    }))
    .await;
    assert_eq!(made.iter().filter(|made| made.is_new).count(), 1, "{made:?}");
    assert!(made.iter().all(|one| one.id == made[0].id), "{made:?}");
    let id = made[0].id;
    at_once((0..6).map(|n| {
        let shop = stand.shop.clone();
        async move { shop.price_product(id, euros(12), UpdateId(90 + n), bob()).await.unwrap() }
    }))
    .await;
    let (goods, _) = stand.shop.goods_and_ledger(id, 0).await.unwrap().unwrap();
    assert_eq!(goods.variants.len(), 1, "{goods:?}");
    let variants = at_once((0..6).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.add_variant(id, UpdateId(100), "Large", bob()).await.unwrap().unwrap() }
    }))
    .await;
    assert_eq!(variants.iter().filter(|made| made.is_new).count(), 1, "{variants:?}");
    let shelves = at_once((0..6).map(|_| {
        let shop = stand.shop.clone();
        async move { shop.make_aisle(UpdateId(110), None, "Mugs", bob()).await.unwrap().unwrap() }
    }))
    .await;
    assert_eq!(shelves.iter().filter(|made| made.is_new).count(), 1, "{shelves:?}");
}

#[tokio::test]
async fn a_draft_is_not_sold_before_it_has_a_category_and_a_price() {
    let stand = Stand::with(&[9]).await;
    let id = stand.shop.draft_product(UpdateId(1), "Mug", bob()).await.unwrap().id;
    let publish = || stand.shop.turn_product(id, Stage::Draft, Stage::Shown, bob());
    assert_eq!(publish().await.unwrap(), Turned::Impossible);
    stand.shop.price_product(id, euros(12), UpdateId(2), bob()).await.unwrap();
    assert_eq!(publish().await.unwrap(), Turned::Impossible);
    let tea = stand.shop.categories(None).await.unwrap()[0].id;
    stand.shop.move_product(id, tea, bob()).await.unwrap();
    assert_eq!(stand.shop.product(id).await.unwrap(), None, "nobody has published it");
    assert_eq!(publish().await.unwrap(), Turned::Done);
    assert_eq!(publish().await.unwrap(), Turned::Already);
    assert_eq!(stand.shop.product(id).await.unwrap().unwrap().price_from(), euros(12));
    let archive = stand.shop.turn_product(id, Stage::Hidden, Stage::Archived, bob());
    assert_eq!(archive.await.unwrap(), Turned::Impossible, "it is on sale by now");
}

#[tokio::test]
async fn a_product_keeps_a_name() {
    let stand = Stand::with(&[9]).await;
    let id = ProductId(stand.number("SELECT id FROM products").await);
    let word = |lang, text, update| {
        stand.shop.word_product(id, (Wording::Name, lang), text, UpdateId(update), bob())
    };
    assert_eq!(word(Lang::En, None, 1).await.unwrap(), Settled::Impossible);
    assert_eq!(word(Lang::De, Some("Tee"), 2).await.unwrap(), Settled::Done(id));
    assert_eq!(word(Lang::De, Some("Tee"), 3).await.unwrap(), Settled::Already);
    assert_eq!(word(Lang::En, None, 4).await.unwrap(), Settled::Done(id));
    let product = stand.shop.product(id).await.unwrap().unwrap();
    assert_eq!((product.names.exact(Lang::En), product.names.get(Lang::En)), (None, "Tee"));
}

#[tokio::test]
async fn places_are_counted_without_a_gap_whoever_moves_what() {
    let stand = Stand::with(&[1, 1, 1, 1, 1]).await;
    let tea = stand.shop.categories(None).await.unwrap()[0].id;
    let ids = async || -> Vec<ProductId> {
        let page = stand.shop.products(tea, 0, 8).await.unwrap();
        page.items.iter().map(|product| product.id).collect()
    };
    let before = ids().await;
    let last = before[4];
    assert_eq!(stand.shop.put_product(last, 2, bob()).await.unwrap(), Settled::Done(last));
    assert_eq!(stand.shop.put_product(last, 2, bob()).await.unwrap(), Settled::Already, "pressed twice");
    assert_eq!(ids().await, [before[0], last, before[1], before[2], before[3]]);
    at_once(before.clone().into_iter().map(|id| {
        let shop = stand.shop.clone();
        async move { shop.put_product(id, 1, bob()).await.unwrap() }
    }))
    .await;
    let mut places = Vec::new();
    for id in &before {
        places.push(stand.shop.place_of_product(*id).await.unwrap().unwrap().number);
    }
    places.sort_unstable();
    assert_eq!(places, [1, 2, 3, 4, 5]);
    stand.shop.put_product(before[0], 1, bob()).await.unwrap();
    assert_eq!(stand.shop.put_product(before[0], 99, bob()).await.unwrap(), Settled::Done(before[0]));
    assert_eq!(ids().await.last(), Some(&before[0]));
}
