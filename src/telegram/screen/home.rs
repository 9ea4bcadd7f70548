//! The start screen, help, and the question for a message to the shop.

use super::{Key, Loaded, Screen};
use crate::dialogue::Button;
use crate::domain::{Bounded, Customer, Door};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use chrono::{DateTime, Utc};

pub(super) fn home(voice: Voice<'_>, customer: &Customer, loaded: &Loaded) -> Screen {
    let pieces = match loaded {
        Loaded::Cart(quote) => quote.lines.iter().map(|line| line.quantity).sum(),
        _ => 0,
    };
    let text = greeting(voice, first_name(customer)).paragraph(not_now(voice));
    Screen::new(text, menu(voice, pieces))
}

/// When the shop works next, if that is known.
pub(super) fn opening(voice: Voice<'_>, opens: Option<DateTime<Utc>>) -> Html {
    let tell = |at| voice.tell("shop-opens", [("at", voice.coming_moment(at).into())]);
    opens.map(tell).unwrap_or_default()
}

/// What a customer should know of when their order is worked on; nothing while somebody works.
pub(super) fn waiting(voice: Voice<'_>) -> Html {
    match voice.shop.door {
        Door::Open | Door::Paused => Html::default(),
        Door::OpensAt(opens) => voice.say("shop-closed-now").line(opening(voice, opens)),
    }
}

/// Why no orders are taken now, if so.
fn not_now(voice: Voice<'_>) -> Html {
    match voice.shop.door {
        Door::Paused => voice.say("remark-paused"),
        Door::OpensAt(opens) if !voice.shop.settings.outside_hours => {
            voice.say("remark-closed").line(opening(voice, opens))
        }
        Door::OpensAt(_) | Door::Open => Html::default(),
    }
}

/// What the start screen says to somebody of this name.
pub(in crate::telegram) fn greeting(voice: Voice<'_>, name: &str) -> Html {
    let settings = &voice.shop.settings;
    let hello = voice.tell("home-greeting", [("shop", settings.name.as_str().into()), ("name", name.into())]);
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
