//! Categories, lists of products, search results.

use super::{Key, Loaded, Screen, key, pager};
use crate::dialogue::Button;
use crate::domain::{Category, CategoryId, Product};
use crate::telegram::format::Voice;

pub(super) fn top(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let categories = match loaded {
        Loaded::Categories(categories) => categories.as_slice(),
        _ => &[],
    };
    let text = if categories.is_empty() { voice.say("catalog-empty") } else { voice.say("catalog-top") };
    let mut rows = pairs(voice, categories);
    rows.push(vec![voice.key("button-home", Button::Home), voice.key("button-cart", Button::Cart)]);
    Screen::new(text, rows)
}

pub(super) fn category(voice: Voice<'_>, id: CategoryId, page: u32, loaded: &Loaded) -> Screen {
    let Loaded::Shelf(category, below, products) = loaded else {
        return Screen::new(
            voice.say("category-gone"),
            vec![vec![voice.key("button-catalog", Button::Catalog)]],
        );
    };
    let name = category.names.get(voice.lang);
    let text = if below.is_empty() && products.items.is_empty() { "category-empty" } else { "category" };
    let mut rows = pairs(voice, below);
    rows.extend(products.items.iter().map(|product| vec![entry(voice, product)]));
    debug_assert_eq!(page.min(products.count - 1), products.number);
    rows.extend(pager(products.number, products.count, |to| Button::Category(id, to)));
    let up = category.parent.map_or(Button::Catalog, |parent| Button::Category(parent, 0));
    rows.push(vec![voice.key("button-back", up), voice.key("button-cart", Button::Cart)]);
    Screen::new(voice.tell(text, [("name", name.into())]), rows)
}

pub(super) fn results(voice: Voice<'_>, words: &str, loaded: &Loaded) -> Screen {
    let Loaded::Results(found) = loaded else { return Screen::new(voice.say("catalog-empty"), Vec::new()) };
    let text = if found.items.is_empty() { "search-nothing" } else { "search-found" };
    let mut rows: Vec<_> = found.items.iter().map(|product| vec![entry(voice, product)]).collect();
    rows.extend(pager(found.number, found.count, Button::Results));
    rows.push(vec![voice.key("button-catalog", Button::Catalog), voice.key("button-cart", Button::Cart)]);
    Screen::new(voice.tell(text, [("words", words.into())]), rows)
}

fn pairs(voice: Voice<'_>, categories: &[Category]) -> Vec<Vec<Key>> {
    let keys = categories
        .iter()
        .map(|category| key(category.names.get(voice.lang), Button::Category(category.id, 0)));
    keys.collect::<Vec<_>>().chunks(2).map(<[Key]>::to_vec).collect()
}

/// A product on a button: name and price, or that it is sold out.
fn entry(voice: Voice<'_>, product: &Product) -> Key {
    let name = product.names.get(voice.lang);
    let price = voice.money(product.price_from());
    let id = match () {
        () if product.available() == 0 => "entry-sold-out",
        () if product.has_price_range() => "entry-from",
        () => "entry",
    };
    let label = voice.label_with(id, [("name", name.into()), ("price", price.into())]);
    key(label, Button::Product(product.id))
}
