//! The start screen, help, and the question for a message to the shop.

use super::{Key, Loaded, Screen};
use crate::dialogue::Button;
use crate::domain::{Bounded, Customer};
use crate::telegram::format::Voice;

pub(super) fn home(voice: Voice<'_>, customer: &Customer, loaded: &Loaded) -> Screen {
    let greeting = voice.tell(
        "home-greeting",
        [("shop", voice.shop.name.as_str().into()), ("name", first_name(customer).into())],
    );
    let pieces = match loaded {
        Loaded::Cart(quote) => quote.lines.iter().map(|line| line.quantity).sum(),
        _ => 0,
    };
    Screen::new(greeting.paragraph(voice.say("home-hint")), menu(voice, pieces))
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
    Screen::new(voice.tell("help", [("shop", voice.shop.name.as_str().into())]), menu(voice, 0))
}

pub(super) fn support(voice: Voice<'_>) -> Screen {
    Screen::new(voice.say("support-ask"), vec![vec![voice.key("button-back", Button::Home)]])
}
