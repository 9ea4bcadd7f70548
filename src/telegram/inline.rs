//! `@bot words` in any chat: products to send there, each with a button that leads into the bot.

use super::bot::tell;
use super::errors::Outcome;
use super::format::{Storefront, Voice};
use super::html::Html;
use crate::delivery::{Incoming, Trouble};
use crate::domain::{Lang, Product};
use crate::repository::StoreError;
use crate::services::Shop;
use std::sync::Arc;
use std::time::Duration;
use teloxide::Bot;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{
    InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResult, InlineQueryResultArticle,
    InputMessageContent, InputMessageContentText, Me, ParseMode, UpdateKind,
};

/// Results per page. At most 50 (Bot API, "answerInlineQuery").
const PAGE: u32 = 20;

/// How long Telegram may show the same results again, in seconds: prices and stock change.
const CACHE_SECONDS: u32 = 60;

/// Who types does not wait longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Answers an inline query.
pub(super) async fn answer(
    update: Arc<Incoming>,
    bot: Bot,
    me: Me,
    shop: Shop,
    storefront: Arc<Storefront>,
) -> Outcome {
    let UpdateKind::InlineQuery(query) = &update.update.kind else { return Ok(()) };
    let lang = query.from.language_code.as_deref().and_then(Lang::parse).unwrap_or(shop.terms().lang);
    let page = query.offset.parse().unwrap_or(0);
    let words: String = query.query.chars().take(64).collect();
    let found = tokio::time::timeout(PATIENCE, find(&shop, words.trim(), page));
    let (products, is_last) = found
        .await
        .map_err(|_| Trouble::Dependency("the search took too long for an inline query".into()))??;
    let voice = Voice { lang, shop: &storefront };
    let results: Vec<_> = products.iter().map(|product| result(product, voice, me.username())).collect();
    let mut request = bot.answer_inline_query(query.id.clone(), results);
    request.payload_mut().cache_time = Some(CACHE_SECONDS);
    // The language differs from person to person.
    request.payload_mut().is_personal = Some(true);
    request.payload_mut().next_offset = Some(if is_last { String::new() } else { (page + 1).to_string() });
    tell(&bot, request).await?;
    Ok(())
}

/// A page of products, and whether it is the last one. Without words: the first products of the shop.
async fn find(shop: &Shop, words: &str, page: u32) -> Result<(Vec<Product>, bool), StoreError> {
    if words.is_empty() {
        return Ok((first(shop).await?, true));
    }
    let found = shop.search(words, page, PAGE).await?;
    let is_last = found.number + 1 >= found.count || found.number != page;
    Ok((if found.number == page { found.items } else { Vec::new() }, is_last))
}

async fn first(shop: &Shop) -> Result<Vec<Product>, StoreError> {
    let mut products = Vec::new();
    for category in shop.categories(None).await? {
        let below = shop.categories(Some(category.id)).await?;
        for id in std::iter::once(category.id).chain(below.iter().map(|category| category.id)) {
            products.extend(shop.products(id, 0, PAGE).await?.items);
            if products.len() >= PAGE as usize {
                products.truncate(PAGE as usize);
                return Ok(products);
            }
        }
    }
    Ok(products)
}

fn result(product: &Product, voice: Voice<'_>, username: &str) -> InlineQueryResult {
    let name = product.names.get(voice.lang);
    let text = product.texts.get(voice.lang);
    let price = voice.money(product.price_from());
    let price = if product.has_price_range() {
        voice.label_with("inline-price-from", [("price", price.into())])
    } else {
        price
    };
    let card = Html::trusted(format!("<b>{}</b>", Html::escaped(name)))
        .line(Html::escaped(&price))
        .paragraph(Html::escaped(text))
        .cut_to_message();
    let content = InputMessageContentText::new(card.as_str()).parse_mode(ParseMode::Html);
    let open = url::Url::parse(&format!("https://t.me/{username}?start=p_{}", product.id));
    let mut article =
        InlineQueryResultArticle::new(format!("p{}", product.id), name, InputMessageContent::Text(content))
            .description(format!("{price}\n{text}").chars().take(200).collect::<String>());
    if let Ok(open) = open {
        let button = InlineKeyboardButton::url(voice.label("inline-open"), open);
        article = article.reply_markup(InlineKeyboardMarkup::new([[button]]));
    }
    article.into()
}
