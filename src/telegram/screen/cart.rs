//! The cart.

use super::{Key, Loaded, Screen, key};
use crate::dialogue::Button;
use crate::domain::{Quote, QuotedLine};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;

/// Characters of a line's name. The lines of a full cart, the sums and the address fit one message with them.
const NAME_WIDTH: usize = 60;

pub(super) fn cart(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let quote = match loaded {
        Loaded::Cart(quote) if !quote.lines.is_empty() || !quote.gone.is_empty() => quote,
        _ => return empty(voice),
    };
    let lines = quote.lines.iter().map(|line| described(voice, line));
    let gone =
        quote.gone.iter().map(|line| voice.tell("cart-line-gone", [("name", title(voice, line).into())]));
    let mut text = voice.say("cart-title").paragraph(Html::lines(lines.chain(gone)));
    if !quote.lines.is_empty() {
        let sum = voice.money(quote.totals.subtotal);
        text =
            text.paragraph(voice.tell("cart-sum", [("sum", sum.into())])).line(delivery_hint(voice, quote));
    }
    let mut rows: Vec<Vec<Key>> = Vec::new();
    for line in &quote.lines {
        rows.push(vec![removal(voice, line)]);
        rows.push(vec![
            key("−", Button::Line(line.sku, line.quantity - 1)),
            key(line.quantity.to_string(), Button::Label),
            key("+", Button::Line(line.sku, line.quantity + 1)),
        ]);
    }
    rows.extend(quote.gone.iter().map(|line| vec![removal(voice, line)]));
    if !quote.lines.is_empty() {
        let sum = voice.money(quote.totals.subtotal);
        rows.push(vec![key(voice.label_with("button-checkout", [("sum", sum.into())]), Button::Checkout)]);
    }
    rows.push(vec![
        voice.key("button-empty-cart", Button::EmptyCart),
        voice.key("button-continue", Button::Catalog),
    ]);
    Screen::new(text, rows)
}

fn removal(voice: Voice<'_>, line: &QuotedLine) -> Key {
    key(format!("✕ {}", title(voice, line)), Button::Line(line.sku, 0))
}

fn empty(voice: Voice<'_>) -> Screen {
    let rows = vec![
        vec![voice.key("button-catalog", Button::Catalog)],
        vec![voice.key("button-home", Button::Home)],
    ];
    Screen::new(voice.say("cart-empty"), rows)
}

/// What is still missing to the minimum order, or to free delivery.
fn delivery_hint(voice: Voice<'_>, quote: &Quote) -> Html {
    let (terms, sum) = (&voice.shop.settings.delivery, quote.totals.subtotal);
    if let Some(minimum) = terms.minimum_order.filter(|minimum| sum < *minimum) {
        return voice.tell("cart-minimum", [("minimum", voice.money(minimum).into())]);
    }
    match terms.free_from {
        Some(from) if sum < from => {
            let missing = voice.money(from.minus(sum));
            voice.tell("cart-free-delivery", [("missing", missing.into())])
        }
        Some(_) | None => Html::default(),
    }
}

fn described(voice: Voice<'_>, line: &QuotedLine) -> Html {
    let args = [
        ("name", title(voice, line).into()),
        ("quantity", line.quantity.into()),
        ("price", voice.money(line.price).into()),
        ("sum", voice.money(line.sum()).into()),
    ];
    let mut text = voice.tell("line", args);
    if line.quantity < line.wanted {
        let args = [("left", line.quantity.into()), ("wanted", line.wanted.into())];
        text = text.line(voice.tell("cart-line-fewer", args));
    }
    if line.price != line.seen_price {
        let args = [("from", voice.money(line.seen_price).into()), ("to", voice.money(line.price).into())];
        text = text.line(voice.tell("cart-line-price", args));
    }
    text
}

/// The product's name, with the variant.
pub(super) fn title(voice: Voice<'_>, line: &QuotedLine) -> String {
    named(line.names.get(voice.lang), line.options.get(voice.lang))
}

/// A name, with the variant if there is one: at most [`NAME_WIDTH`] characters.
pub(super) fn named(name: &str, option: &str) -> String {
    let full = if option.is_empty() { name.to_owned() } else { format!("{name} · {option}") };
    if full.chars().count() <= NAME_WIDTH {
        return full;
    }
    full.chars().take(NAME_WIDTH - 1).chain(['…']).collect()
}
