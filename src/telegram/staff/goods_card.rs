//! What the staff see of products: lists, and the card of one.

use super::Card;
use super::goods::GoodsDeed;
use super::payload::{StaffButton, encode};
use crate::domain::{Goods, LedgerEntry, Product, ProductId, Sku, Variant};
use crate::repository::{GoodsFilter, StoreError};
use crate::services::Shop;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

/// Products on a page.
const PAGE: usize = 10;

/// Lines of the ledger on a card.
const LEDGER: u32 = 5;

/// Variants with buttons on a card: two buttons each, of the 100 that a keyboard holds.
const MOST_VARIANTS: usize = 30;

/// Draws a page of a list.
pub(super) async fn page(
    shop: &Shop,
    typed: &str,
    after: ProductId,
    voice: Voice<'_>,
) -> Result<Card, StoreError> {
    let words = typed.trim().to_lowercase();
    let filter = match words.as_str() {
        "" => GoodsFilter::All,
        "low" => GoodsFilter::Low(shop.terms().low_stock),
        words => GoodsFilter::With(words.split_whitespace().take(3).map(str::to_owned).collect()),
    };
    let mut all = shop.goods(&filter, after, u32::try_from(PAGE + 1).unwrap_or(u32::MAX)).await?;
    let is_last = all.len() <= PAGE;
    all.truncate(PAGE);
    let lines = match all.is_empty() {
        true => voice.say("staff-products-none"),
        false => Html::lines(all.iter().map(|goods| line(goods, voice))),
    };
    let what = match &filter {
        GoodsFilter::All => voice.label("staff-products-all"),
        GoodsFilter::Low(_) => voice.label("staff-products-low"),
        GoodsFilter::With(_) => typed.trim().to_owned(),
    };
    let text = voice.tell("staff-products", [("what", what.into())]).paragraph(lines).cut(4096);
    let opens: Vec<_> =
        all.iter().map(|goods| button(goods.id.to_string(), GoodsDeed::Open(goods.id))).collect();
    let start = ProductId(0);
    let first = (after.0 > 0).then(|| button(voice.label("staff-first"), GoodsDeed::page(typed, start)));
    let last = all.last().filter(|_| !is_last);
    let more = last.map(|last| button(voice.label("staff-more"), GoodsDeed::page(typed, last.id)));
    let mut rows: Vec<Vec<_>> = opens.chunks(5).map(<[_]>::to_vec).collect();
    rows.push(first.into_iter().chain(more).collect());
    rows.push(vec![
        button(voice.label("staff-products-all"), GoodsDeed::page("", start)),
        button(voice.label("staff-products-low"), GoodsDeed::page("low", start)),
    ]);
    Ok(Card { text: text.to_string(), keyboard: InlineKeyboardMarkup::new(rows) })
}

/// Variants that have begun to run out, with a way to their products.
pub(in crate::telegram) fn running_low(low: &[(Product, Sku)], voice: Voice<'_>) -> Card {
    let lines = low.iter().map(|(product, sku)| {
        let (name, option) = (product.names.get(voice.lang), sku.options.get(voice.lang));
        let name = if option.is_empty() { name.to_owned() } else { format!("{name} ({option})") };
        voice.tell(
            "staff-running-low-line",
            [("id", product.id.to_string().into()), ("name", name.into()), ("left", sku.available.into())],
        )
    });
    let text = voice.say("staff-running-low").line(Html::lines(lines)).cut(4096);
    let mut ids: Vec<ProductId> = low.iter().map(|(product, _)| product.id).collect();
    ids.dedup();
    let opens: Vec<_> = ids.iter().map(|id| button(id.to_string(), GoodsDeed::Open(*id))).collect();
    Card { text: text.to_string(), keyboard: InlineKeyboardMarkup::new(opens.chunks(5).map(<[_]>::to_vec)) }
}

fn line(goods: &Goods, voice: Voice<'_>) -> Html {
    let price = goods.variants.iter().map(|variant| variant.price).min().unwrap_or_default();
    let available = goods.variants.iter().map(Variant::available).fold(0, u32::saturating_add);
    let line = voice.tell(
        "staff-products-line",
        [
            ("id", goods.id.to_string().into()),
            ("name", goods.names.get(voice.lang).into()),
            ("price", voice.money(price).into()),
            ("available", available.to_string().into()),
        ],
    );
    if goods.visible { line } else { Html::trusted(format!("🙈 {line}")) }
}

/// Draws the card of a product; `None` if there is no such product.
pub(super) async fn card(shop: &Shop, id: ProductId, voice: Voice<'_>) -> Result<Option<Card>, StoreError> {
    let Some((goods, ledger)) = shop.goods_and_ledger(id, LEDGER).await? else { return Ok(None) };
    let state = if goods.visible { "staff-product-shown" } else { "staff-product-hidden" };
    let head = voice.tell(
        "staff-product",
        [
            ("id", id.to_string().into()),
            ("name", goods.names.get(voice.lang).into()),
            ("state", voice.label(state).into()),
        ],
    );
    let variants = goods.variants.iter().take(MOST_VARIANTS);
    let text = head
        .paragraph(Html::lines(variants.clone().map(|variant| variant_line(variant, voice))))
        .paragraph(Html::lines(ledger.iter().map(|entry| ledger_line(entry, voice))))
        .cut(4096);
    let mut rows: Vec<Vec<_>> = variants
        .map(|variant| {
            let name = name(variant, voice);
            vec![
                button(format!("💶 {name}"), GoodsDeed::Price(variant.id)),
                button(format!("📦 {name}"), GoodsDeed::Stock(variant.id)),
            ]
        })
        .collect();
    let (text_of, visible) = if goods.visible { ("staff-hide", false) } else { ("staff-show", true) };
    rows.push(vec![
        button(voice.label(text_of), GoodsDeed::Show(id, visible)),
        button(voice.label("staff-products-back"), GoodsDeed::page("", ProductId(0))),
    ]);
    Ok(Some(Card { text: text.to_string(), keyboard: InlineKeyboardMarkup::new(rows) }))
}

fn name(variant: &Variant, voice: Voice<'_>) -> String {
    if variant.options.is_empty() { variant.code.clone() } else { variant.options.get(voice.lang).to_owned() }
}

fn variant_line(variant: &Variant, voice: Voice<'_>) -> Html {
    voice.tell(
        "staff-variant",
        [
            ("name", name(variant, voice).into()),
            ("price", voice.money(variant.price).into()),
            ("shelf", variant.on_hand.to_string().into()),
            ("reserved", variant.reserved.to_string().into()),
        ],
    )
}

fn ledger_line(entry: &LedgerEntry, voice: Voice<'_>) -> Html {
    let line = voice.tell(
        "staff-ledger",
        [
            ("at", voice.short_moment(entry.at).into()),
            ("who", entry.who.as_str().into()),
            ("code", entry.code.as_str().into()),
            ("change", format!("{:+}", entry.change).into()),
            ("shelf", entry.on_hand.to_string().into()),
        ],
    );
    match &entry.reason {
        Some(reason) => Html::trusted(format!("{line} · {}", Html::escaped(reason))),
        None => line,
    }
}

fn button(label: String, deed: GoodsDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, encode(&StaffButton::Goods(deed)))
}
