//! The start screen, help, and the question for a message to the shop.

use super::{Key, Loaded, Screen};
use crate::dialogue::Button;
use crate::domain::{Bounded, Customer};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;

pub(super) fn home(voice: Voice<'_>, customer: &Customer, loaded: &Loaded) -> Screen {
    let pieces = match loaded {
        Loaded::Cart(quote) => quote.lines.iter().map(|line| line.quantity).sum(),
        _ => 0,
    };
    Screen::new(greeting(voice, first_name(customer)), menu(voice, pieces))
}

/// What the start screen says to somebody of this name.
pub(in crate::telegram) fn greeting(voice: Voice<'_>, name: &str) -> Html {
    let settings = &voice.shop.settings;
    let hello =
        voice.tell("home-greeting", [("shop", settings.name.as_str().into()), ("name", name.into())]);
    // A text in another language would welcome nobody.
    hello.paragraph(settings.welcome.exact(voice.lang).map_or_else(|| voice.say("home-hint"), Html::escaped))
}

/// How one is greeted. The whole name is for the address label.
fn first_name(customer: &Customer) -> &str {
    customer.name.as_str().split_whitespace().next().unwrap_or_default()
}

fn menu(voice: Voice<'_>, pieces: u32) -> Vec<Vec<Key>> {
    let cart = if pieces == 0 {
        voice.label("button-cart")
    } else {
        voice.label_with("button-cart-pieces", [("pieces", pieces.into())])
    };
    vec![
        vec![voice.key("button-catalog", Button::Catalog)],
        vec![super::key(cart, Button::Cart), voice.key("button-orders", Button::Orders(0))],
        vec![voice.key("button-profile", Button::Profile), voice.key("button-languages", Button::Languages)],
        vec![voice.key("button-support", Button::Support), voice.key("button-help", Button::Help)],
    ]
}

pub(super) fn help(voice: Voice<'_>) -> Screen {
    Screen::new(voice.tell("help", [("shop", voice.shop.settings.name.as_str().into())]), menu(voice, 0))
}

pub(super) fn support(voice: Voice<'_>) -> Screen {
    Screen::new(voice.say("support-ask"), vec![vec![voice.key("button-back", Button::Home)]])
}
