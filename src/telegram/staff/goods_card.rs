//! What the staff see of products: lists, and the card of one.

use super::Card;
use super::aisle::AisleDeed;
use super::edit::{Asking, Edit, EditDeed, View};
use super::goods::GoodsDeed;
use super::payload::{StaffButton, encode};
use crate::domain::{Goods, LedgerEntry, MAX_VARIANTS, Product, ProductId, Sku, Stage, Variant};
use crate::repository::{GoodsFilter, StoreError};
use crate::services::Shop;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::InlineKeyboardButton;

/// Products on a page.
const PAGE: usize = 10;

/// Lines of the ledger on a card.
const LEDGER: u32 = 5;

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
        "drafts" => GoodsFilter::Drafts,
        "archive" => GoodsFilter::Archived,
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
        GoodsFilter::Drafts => voice.label("staff-products-drafts"),
        GoodsFilter::Archived => voice.label("staff-products-archive"),
        GoodsFilter::With(_) => typed.trim().to_owned(),
    };
    let text = voice.tell("staff-products", [("what", what.into())]).paragraph(lines);
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
    rows.push(vec![
        button(voice.label("staff-products-drafts"), GoodsDeed::page("drafts", start)),
        button(voice.label("staff-products-archive"), GoodsDeed::page("archive", start)),
    ]);
    let aisles = encode(&StaffButton::Aisle(AisleDeed::List));
    rows.push(vec![
        button(voice.label("staff-new-product"), GoodsDeed::New),
        InlineKeyboardButton::callback(voice.label("staff-to-categories"), aisles),
    ]);
    Ok(Card::new(text, rows))
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
    let text = voice.say("staff-running-low").line(Html::lines(lines));
    let mut ids: Vec<ProductId> = low.iter().map(|(product, _)| product.id).collect();
    ids.dedup();
    let opens: Vec<_> = ids.iter().map(|id| button(id.to_string(), GoodsDeed::Open(*id))).collect();
    Card::new(text, opens.chunks(5).map(<[_]>::to_vec))
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
    match goods.stage {
        Stage::Shown => line,
        Stage::Hidden => Html::trusted(format!("🙈 {line}")),
        Stage::Draft => Html::trusted(format!("📝 {line}")),
        Stage::Archived => Html::trusted(format!("🗄 {line}")),
    }
}

/// How the staff say it.
pub(super) const fn stage_text(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "staff-product-draft",
        Stage::Hidden => "staff-product-hidden",
        Stage::Shown => "staff-product-shown",
        Stage::Archived => "staff-product-archived",
    }
}

/// Draws the card of a product; `None` if there is no such product.
pub(super) async fn card(shop: &Shop, id: ProductId, voice: Voice<'_>) -> Result<Option<Card>, StoreError> {
    draw(shop, id, None, voice).await
}

/// The same of a product that was just archived: one press makes it what it was.
pub(super) async fn archived_card(
    shop: &Shop,
    id: ProductId,
    was: Stage,
    voice: Voice<'_>,
) -> Result<Option<Card>, StoreError> {
    draw(shop, id, Some(was), voice).await
}

async fn draw(
    shop: &Shop,
    id: ProductId,
    was: Option<Stage>,
    voice: Voice<'_>,
) -> Result<Option<Card>, StoreError> {
    let Some((goods, ledger)) = shop.goods_and_ledger(id, LEDGER).await? else { return Ok(None) };
    let head = voice.tell(
        "staff-product",
        [
            ("id", id.to_string().into()),
            ("name", goods.names.get(voice.lang).into()),
            ("state", voice.label(stage_text(goods.stage)).into()),
        ],
    );
    let missing = goods.stage == Stage::Draft && !goods.is_complete();
    let missing = if missing { voice.say("staff-product-missing") } else { Html::default() };
    let text = head
        .paragraph(missing)
        .paragraph(Html::lines(goods.variants.iter().map(|variant| variant_line(variant, voice))))
        .paragraph(Html::lines(ledger.iter().map(|entry| ledger_line(entry, voice))));
    let mut rows = variant_rows(&goods, voice);
    rows.push(vec![edit(&goods, "staff-edit", Edit::See(View::Menu), voice)]);
    rows.push(stage_row(&goods, was, voice));
    rows.push(vec![button(voice.label("staff-products-back"), GoodsDeed::page("", ProductId(0)))]);
    Ok(Some(Card::new(text, rows)))
}

/// Price and pieces of every variant.
fn variant_rows(goods: &Goods, voice: Voice<'_>) -> Vec<Vec<InlineKeyboardButton>> {
    match goods.variants.as_slice() {
        [] => vec![vec![
            edit(goods, "staff-price", Edit::Ask(Asking::Price), voice),
            edit(goods, "staff-edit-category", Edit::See(View::Categories(None)), voice),
        ]],
        [only] => vec![vec![
            button(voice.label("staff-price"), GoodsDeed::Price(only.id)),
            button(voice.label("staff-stock"), GoodsDeed::Stock(only.id)),
        ]],
        many => many.iter().take(MAX_VARIANTS).map(|variant| variant_row(variant, voice)).collect(),
    }
}

fn variant_row(variant: &Variant, voice: Voice<'_>) -> Vec<InlineKeyboardButton> {
    let label = |text| voice.label_with(text, [("name", variant_name(variant, voice).into())]);
    vec![
        button(label("staff-price-of"), GoodsDeed::Price(variant.id)),
        button(label("staff-stock-of"), GoodsDeed::Stock(variant.id)),
    ]
}

/// What the product can become.
fn stage_row(goods: &Goods, was: Option<Stage>, voice: Voice<'_>) -> Vec<InlineKeyboardButton> {
    let turn = |text, to| button(voice.label(text), GoodsDeed::Turn(goods.id, goods.stage, to));
    match (goods.stage, was) {
        (Stage::Shown, _) => vec![turn("staff-hide", Stage::Hidden)],
        (Stage::Hidden, _) => vec![turn("staff-show", Stage::Shown)],
        (Stage::Draft, _) if goods.is_complete() => {
            vec![turn("staff-publish", Stage::Shown), turn("staff-discard", Stage::Archived)]
        }
        (Stage::Draft, _) => vec![turn("staff-discard", Stage::Archived)],
        (Stage::Archived, Some(was)) => vec![turn("staff-undo", was)],
        (Stage::Archived, None) if goods.is_complete() => vec![turn("staff-bring-back", Stage::Hidden)],
        (Stage::Archived, None) => vec![turn("staff-bring-back", Stage::Draft)],
    }
}

/// What people call a variant.
pub(super) fn variant_name(variant: &Variant, voice: Voice<'_>) -> String {
    if variant.options.is_empty() { variant.code.clone() } else { variant.options.get(voice.lang).to_owned() }
}

/// Its price and pieces.
pub(super) fn variant_line(variant: &Variant, voice: Voice<'_>) -> Html {
    let line = voice.tell(
        "staff-variant",
        [
            ("name", variant_name(variant, voice).into()),
            ("price", voice.money(variant.price).into()),
            ("shelf", variant.on_hand.to_string().into()),
            ("reserved", variant.reserved.to_string().into()),
        ],
    );
    if variant.visible { line } else { Html::trusted(format!("🙈 {line}")) }
}

fn edit(goods: &Goods, text: &str, what: Edit, voice: Voice<'_>) -> InlineKeyboardButton {
    let deed = EditDeed::new(goods.id, what);
    InlineKeyboardButton::callback(voice.label(text), encode(&StaffButton::Edit(deed)))
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
    let back = entry
        .order
        .map(|number| voice.label_with("staff-ledger-back", [("number", number.to_string().into())]));
    match entry.reason.as_ref().or(back.as_ref()) {
        Some(reason) => Html::trusted(format!("{line} · {}", Html::escaped(reason))),
        None => line,
    }
}

fn button(label: String, deed: GoodsDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, deed.button())
}
