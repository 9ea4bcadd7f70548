//! The roads to every state that the gallery of screens shows.

use super::gallery_shop::{ANN, money, quote};
use crate::dialogue::{Ask, Browse, Button, Event, Input, Opened, State, Step, step};
use crate::domain::{CreditUse, Known, Located, MessageId, OrderId, ProductId, SkuId, UpdateId, ZoneId};
use phonenumber::country::Id::DE;
use rust_decimal::dec;

pub(super) fn walk(events: impl IntoIterator<Item = Event>) -> State {
    let mut state = State::default();
    for event in events {
        let mut next = step(state, Input { customer: ANN, update: UpdateId(1), event }, DE);
        state = loop {
            next = match next {
                Step::Wait(state, _) => break state,
                Step::Ask(Ask::Open(ask)) => ask.resume(Opened::One(ProductId(3), SkuId(5), 3)),
                Step::Ask(Ask::Start(ask)) => {
                    ask.resume(Ok(Known { name: None, phone: None, pickup: true, must_share: false }))
                }
                Step::Ask(Ask::Locate(ask)) => ask.resume(Located::Everywhere),
                Step::Ask(Ask::Schedule(ask)) => ask.resume(false),
                Step::Ask(Ask::Price(ask)) => match ask.credit() {
                    CreditUse::Spend => ask.resume(&quote().with_credit(money(dec!(3)))),
                    CreditUse::Keep => ask.resume(&quote()),
                },
                Step::Ask(other) => panic!("no road leads here: {other:?}"),
            };
        };
    }
    state
}

pub(super) fn checkout(answers: usize) -> State {
    let text = |words: &str| Event::Text { message: MessageId(1), text: words.into() };
    let all = [
        Event::Press(Button::Checkout),
        text("Ann Archer"),
        text("+4930123456"),
        Event::Press(Button::Delivery),
        text("1 Elm Street, Berlin"),
        text("Ring <twice>"),
        Event::Press(Button::Skip),
    ];
    walk(all.into_iter().take(answers))
}

/// The summary of somebody who keeps their credit.
pub(super) fn kept_credit() -> State {
    let State::Confirm(at) = checkout(7) else { panic!("the last question is answered") };
    let press = Event::Press(Button::UseCredit(false));
    match step(at.into(), Input { customer: ANN, update: UpdateId(1), event: press }, DE) {
        Step::Ask(Ask::Price(ask)) => match ask.resume(&quote()) {
            Step::Wait(state, None) => state,
            other => panic!("shows the summary: {other:?}"),
        },
        other => panic!("works it out again: {other:?}"),
    }
}

/// Where an address waits for its zone.
pub(super) fn zone() -> State {
    let state = checkout(4);
    let address = Event::Text { message: MessageId(1), text: "1 Elm Street, Berlin".into() };
    match step(state, Input { customer: ANN, update: UpdateId(1), event: address }, DE) {
        Step::Ask(Ask::Locate(ask)) => match ask.resume(Located::Choose) {
            Step::Wait(state, _) => state,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// Where an order waits for its time.
pub(super) fn time() -> State {
    let chosen = Event::Press(Button::Zone(ZoneId(1)));
    match step(zone(), Input { customer: ANN, update: UpdateId(1), event: chosen }, DE) {
        Step::Ask(Ask::Schedule(ask)) => match ask.resume(true) {
            Step::Wait(state, _) => state,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

pub(super) fn press(button: Button) -> State {
    walk([Event::Press(button)])
}

/// Where a product with several variants waits for the choice.
pub(super) fn product_card() -> Browse {
    serde_json::from_value(serde_json::json!({"place": {"Product": 3}})).unwrap()
}

pub(super) fn placed_card(order: OrderId) -> Browse {
    serde_json::from_value(serde_json::json!({"place": {"Placed": order}})).unwrap()
}
