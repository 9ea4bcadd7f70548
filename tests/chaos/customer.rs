//! A customer who wants one thing, looks at the screen, does what it asks for, and does it again when nothing happens.

use crate::support::shop::LONG;
use rand::Rng;
use rand::rngs::StdRng;
use std::time::Duration;
use telegram_sandbox::{Person, Seen};
use tokio::time::{Instant, sleep};

/// How long a customer looks at a screen that does not change before they try again.
const PATIENCE: Duration = Duration::from_secs(4);

/// What somebody wants.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    pub(crate) product: &'static str,
    pub(crate) code: Option<&'static str>,
    /// Asked one after the other, without waiting for an answer.
    pub(crate) questions: Vec<String>,
}

/// What became of it, as the customer saw it.
#[derive(Debug)]
pub(crate) enum Outcome {
    Ordered {
        number: i64,
        total: String,
    },
    SoldOut,
    /// Nothing, after a long time: the chat.
    Nothing(String),
}

enum Deed {
    Tap(String),
    Send(String),
    ShareContact,
}

enum Next {
    Do(Deed),
    End(Outcome),
}

/// Orders; `deadline` is for a shop that does not answer.
pub(crate) async fn buy(person: &Person, wish: &Wish, mut random: StdRng, deadline: Instant) -> Outcome {
    let mut has_tried_code = false;
    person.start();
    for question in &wish.questions {
        person.send(question);
    }
    while Instant::now() < deadline {
        person.wait_for("", PATIENCE).await;
        sleep(Duration::from_millis(random.random_range(20..300))).await;
        match look(person, wish, &mut has_tried_code) {
            Next::End(outcome) => return outcome,
            Next::Do(Deed::Send(words)) => drop(person.send(&words)),
            Next::Do(Deed::ShareContact) => drop(person.share_contact()),
            Next::Do(Deed::Tap(label)) => {
                // The screen may have changed between the look and the tap.
                let _ = person.tap_if_there(&label);
            }
        }
    }
    Outcome::Nothing(person.transcript())
}

/// After the storm nobody is left with less than they had: whoever got their order still sees it.
pub(crate) async fn sees_their_order(person: &Person, number: i64) -> bool {
    person.send("/orders");
    person.wait_for(&format!("No. {number} "), LONG).await.is_some()
}

/// What the newest screen asks for.
fn look(person: &Person, wish: &Wish, has_tried_code: &mut bool) -> Next {
    let mut screens = person.messages();
    screens.retain(|seen| seen.json()["sandbox"]["outgoing"] == false);
    if let Some(outcome) = screens.iter().find_map(outcome) {
        return Next::End(outcome);
    }
    let next = screens.iter().rev().find_map(|seen| answer(seen, wish, has_tried_code));
    next.unwrap_or_else(|| send(wish.product))
}

fn outcome(seen: &Seen) -> Option<Outcome> {
    let after = |words| Some(seen.text().split(words).nth(1)?.to_owned());
    if seen.text().contains("has sold out meanwhile") {
        return Some(Outcome::SoldOut);
    }
    let number = after("Thank you! Order No. ")?;
    let number = number.split(' ').next()?.parse().ok()?;
    Some(Outcome::Ordered { number, total: amount(&after("Total: ")?) })
}

fn answer(seen: &Seen, wish: &Wish, has_tried_code: &mut bool) -> Option<Next> {
    let text = seen.text();
    let buttons = seen.buttons().concat();
    let button = |start: &str| buttons.iter().find(|label| label.starts_with(start)).cloned();
    if text.contains("Sold out") || text.contains(": sold out") {
        return Some(Next::End(Outcome::SoldOut));
    }
    if let Some(place) = button("✅ Place order") {
        return Some(tap(place));
    }
    if text.contains("promo code?") {
        return Some(match wish.code {
            Some(code) if !*has_tried_code => {
                *has_tried_code = true;
                send(code)
            }
            _ => tap("No code ›"),
        });
    }
    if text.contains("Anything we should know?") {
        return Some(tap("No note ›"));
    }
    if text.contains("Where to?") {
        return Some(send("1 Elm Street, Berlin"));
    }
    if text.contains("How would you like to get it?") {
        return Some(tap("🚚 Delivery"));
    }
    if text.contains("Which phone number") {
        return Some(Next::Do(Deed::ShareContact));
    }
    if let Some(onwards) = button("✅ Check out").or_else(|| button("Add 1")) {
        return Some(tap(onwards));
    }
    // Pressed more than once, it is in the cart more than once, and there may be no more of it to add.
    if text.contains("your cart has") {
        return Some(tap("🛒 Cart"));
    }
    if let Some(entry) = button(&format!("{} · ", wish.product)) {
        return Some(if entry.ends_with("sold out") { Next::End(Outcome::SoldOut) } else { tap(entry) });
    }
    // The start, an empty cart, a search without a result: a conversation that was lost goes on from the cart.
    let start = ["Welcome to", "Your cart is empty", "Nothing found"];
    start.iter().any(|words| text.contains(words)).then(|| match button("🛒 Cart (") {
        Some(cart) => tap(cart),
        None => send(wish.product),
    })
}

fn tap(label: impl Into<String>) -> Next {
    Next::Do(Deed::Tap(label.into()))
}

fn send(words: &str) -> Next {
    Next::Do(Deed::Send(words.to_owned()))
}

/// "16.90" of "€16.90\n\nWe look at it".
fn amount(text: &str) -> String {
    text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == '.').collect()
}
