//! `@bot words` in any chat.

use crate::shop::{TestShop, press_first};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_product_is_found_sent_to_a_friend_and_opened() {
    let shop = TestShop::open().await;
    let (ann, ben) = (shop.customer("Ann"), shop.customer("Ben"));
    let group = shop.telegram.group("Friends").creator(&ann).member(&ben).create();
    let found = ann.at(&group).inline(&shop.bot, "mug").await;
    assert_eq!(found.results()[0]["title"], "Round Mug");
    let id = found.results()[0]["id"].as_str().unwrap().to_owned();
    let sent = ann.at(&group).choose(&found, &id);
    assert!(sent.text().contains("€12.00"), "{}", sent.text());
    let link = ben.at(&group).press("Open in the shop").await.url.unwrap();
    let payload = link.split("start=").nth(1).unwrap();
    ben.start_with(payload);
    ben.sees("How many?").await;
    shop.close().await;
}

#[tokio::test]
async fn results_come_in_the_language_of_who_types_with_ids_of_their_own() {
    let shop = TestShop::open().await;
    let lena = shop.telegram.user("Лена").language("ru").create();
    lena.start();
    lena.sees("Slow Kettle").await;
    let found = lena.inline(&shop.bot, "блюдце").await;
    let titles: Vec<_> = found.results().iter().filter_map(|one| one["title"].as_str()).collect();
    assert!(titles.iter().all(|title| title.starts_with("Блюдце")), "{titles:?}");
    let ids: BTreeSet<_> = found.results().iter().map(|one| one["id"].to_string()).collect();
    assert_eq!(ids.len(), found.results().len());
    shop.close().await;
}

#[tokio::test]
async fn without_words_there_is_something_to_look_at_and_nonsense_finds_nothing() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.start();
    ann.sees("Hello").await;
    assert!(!ann.inline(&shop.bot, "").await.results().is_empty());
    assert!(ann.inline(&shop.bot, "qqqqqqq").await.results().is_empty());
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    shop.close().await;
}
