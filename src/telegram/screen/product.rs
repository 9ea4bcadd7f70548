//! A product's card: first its variants, then how many pieces.

use super::{Key, Loaded, Screen, key, pager};
use crate::dialogue::{Button, Quantity};
use crate::domain::{Product, Sku};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;

/// From this number on, the exact stock is nobody's business.
const FEW: u32 = 5;

pub(super) fn card(voice: Voice<'_>, picture: u32, loaded: &Loaded) -> Screen {
    let Loaded::Product(product) = loaded else { return gone(voice) };
    let price = voice.money(product.price_from());
    let id = if product.has_price_range() { "product-price-from" } else { "product-price" };
    let available = product.available();
    let mut text = head(voice, product).paragraph(voice.tell(id, [("price", price.into())]));
    if product.skus.len() == 1 || available == 0 {
        text = text.line(stock(voice, available));
    }
    let many = product.skus.len() > 1;
    if many && available > 0 {
        text = text.paragraph(voice.say("product-choose"));
    }
    let mut rows: Vec<Vec<Key>> = pictures(product, picture).into_iter().collect();
    if many {
        rows.extend(product.skus.iter().map(|sku| vec![variant(voice, product, sku)]));
    } else if available > 0 {
        rows.push(vec![voice.key("button-order", Button::Product(product.id))]);
    }
    if voice.shop.settings.outreach.restock_news && product.skus.iter().any(|sku| sku.available == 0) {
        rows.push(vec![voice.key("button-tell-me", Button::TellMe(product.id))]);
    }
    rows.push(vec![
        voice.key("button-back", Button::Category(product.category, 0)),
        voice.key("button-cart", Button::Cart),
    ]);
    Screen::new(text, rows).with_photo(photo(product, picture))
}

pub(super) fn quantity(voice: Voice<'_>, card: &Quantity, loaded: &Loaded) -> Screen {
    let Loaded::Product(product) = loaded else { return gone(voice) };
    let Some(sku) = product.sku(card.sku()) else { return gone(voice) };
    let (pieces, key_of) = (card.quantity(), card.key());
    let sum = voice.money(sku.price.times(pieces));
    let mut text = head(voice, product);
    if !sku.options.is_empty() {
        text =
            text.paragraph(voice.tell("product-variant", [("option", sku.options.get(voice.lang).into())]));
    }
    text = text
        .paragraph(voice.tell("product-price", [("price", voice.money(sku.price).into())]))
        .line(stock(voice, sku.available))
        .paragraph(voice.say("quantity-ask"));
    let to = |pieces| Button::Pieces(sku.id, pieces, key_of);
    let add = voice.label_with("button-add", [("pieces", pieces.into()), ("sum", sum.into())]);
    let back = if product.skus.len() > 1 {
        voice.key("button-back", Button::Back)
    } else {
        voice.key("button-back", Button::Category(product.category, 0))
    };
    let mut rows: Vec<Vec<Key>> = pictures(product, card.picture()).into_iter().collect();
    rows.extend([
        vec![
            key("−", to(pieces.saturating_sub(1))),
            key(pieces.to_string(), Button::Label),
            key("+", to(pieces.saturating_add(1))),
        ],
        vec![key(add, Button::Add(sku.id, pieces, key_of))],
        vec![back, voice.key("button-cart", Button::Cart)],
    ]);
    Screen::new(text, rows).with_photo(photo(product, card.picture()))
}

/// The picture with this number; of one that is gone, the first.
fn photo(product: &Product, number: u32) -> Option<String> {
    product.photos.get(number as usize).or(product.photos.first()).cloned()
}

/// Arrows to the other pictures.
fn pictures(product: &Product, number: u32) -> Option<Vec<Key>> {
    let count = u32::try_from(product.photos.len()).unwrap_or(0);
    let number = if number < count { number } else { 0 };
    let mut row = pager(number, count, |number| Button::Picture(product.id, number))?;
    if let Some(middle) = row.get_mut(1) {
        middle.label = format!("🖼 {}", middle.label);
    }
    Some(row)
}

fn gone(voice: Voice<'_>) -> Screen {
    Screen::new(voice.say("remark-product-gone"), vec![vec![voice.key("button-catalog", Button::Catalog)]])
}

fn head(voice: Voice<'_>, product: &Product) -> Html {
    let name = voice.tell("product-name", [("name", product.names.get(voice.lang).into())]);
    name.paragraph(Html::escaped(product.texts.get(voice.lang)))
}

fn stock(voice: Voice<'_>, available: u32) -> Html {
    match available {
        0 => voice.say("stock-none"),
        few if few <= FEW => voice.tell("stock-few", [("left", few.into())]),
        _ => voice.say("stock-plenty"),
    }
}

fn variant(voice: Voice<'_>, product: &Product, sku: &Sku) -> Key {
    let option = match sku.options.get(voice.lang) {
        "" => product.names.get(voice.lang),
        option => option,
    };
    let id = if sku.available == 0 { "entry-sold-out" } else { "entry" };
    let price = voice.money(sku.price);
    key(voice.label_with(id, [("name", option.into()), ("price", price.into())]), Button::Sku(sku.id))
}
