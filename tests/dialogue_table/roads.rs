//! The roads to every state of the conversation.

use orderbot::dialogue::{Ask, Button, Command, Event, Input, Opened, State, Step, step};
use orderbot::domain::{
    Address, Bounded, CategoryId, Currency, CustomerId, DeliveryTerms, Destination, Known, Lang, Located,
    MessageId, OrderId, ProductId, Quote, SkuId, Slot, Span, Texts, UpdateId, ZoneId,
};
use phonenumber::country::Id::DE;

pub(crate) const CUSTOMER: CustomerId = CustomerId(7);
pub(crate) const KEY: UpdateId = UpdateId(1);

pub(crate) fn order() -> OrderId {
    OrderId::minted(CUSTOMER, KEY)
}

pub(crate) fn meet(state: State, event: Event) -> Step {
    step(state, Input { customer: CUSTOMER, update: KEY, event }, DE)
}

pub(crate) fn text(words: &str) -> Event {
    Event::Text { message: MessageId(1), text: words.into() }
}

pub(crate) fn destination() -> Destination {
    Destination { address: Address::parse("Elm street 1").unwrap(), point: None }
}

fn quote() -> Quote {
    let eur = Currency::parse("EUR").unwrap();
    let line = orderbot::domain::CartLine {
        sku: SkuId(5),
        product: ProductId(3),
        categories: vec![CategoryId(1)],
        names: Texts::from([(Lang::En, "Tea")]),
        options: Texts::default(),
        wanted: 2,
        available: 9,
        price: eur.round(10.into()),
        seen_price: eur.round(10.into()),
    };
    let now = "2026-05-01T12:00:00Z".parse().unwrap();
    Quote::of(vec![line], true, &DeliveryTerms::default(), None, eur, now)
}

/// Answers questions the way that leads on.
pub(crate) fn lead_on(mut next: Step) -> State {
    loop {
        next = match next {
            Step::Wait(state, _) => return state,
            Step::Ask(Ask::Open(ask)) => ask.resume(Opened::One(ProductId(3), SkuId(5), 9)),
            Step::Ask(Ask::Start(ask)) => {
                ask.resume(Ok(Known { name: None, phone: None, pickup: true, must_share: false }))
            }
            Step::Ask(Ask::Share(ask)) => ask.resume(),
            Step::Ask(Ask::Locate(ask)) => ask.resume(Located::Everywhere),
            Step::Ask(Ask::Schedule(ask)) => ask.resume(false),
            Step::Ask(Ask::Price(ask)) => ask.resume(&quote()),
            Step::Ask(other) => panic!("no road leads here: {other:?}"),
        };
    }
}

pub(crate) fn walk(events: &[Event]) -> State {
    events.iter().cloned().fold(State::default(), |state, event| lead_on(meet(state, event)))
}

/// Where an address waits for its zone.
pub(crate) fn zone() -> State {
    let address = walk(&[
        Event::Press(Button::Checkout),
        text("Ann"),
        text("+49 30 1234567"),
        Event::Press(Button::Delivery),
    ]);
    let Step::Ask(Ask::Locate(ask)) = meet(address, text("Elm street 1")) else {
        panic!("looks for the zone")
    };
    let Step::Wait(state @ State::Zone(_), None) = ask.resume(Located::Choose) else { panic!("asks for it") };
    state
}

/// Where an order waits for its time.
pub(crate) fn time() -> State {
    let Step::Ask(Ask::Schedule(ask)) = meet(zone(), Event::Press(Button::Zone(ZoneId(9)))) else {
        panic!("may ask for the time")
    };
    let Step::Wait(state @ State::Time(_), None) = ask.resume(true) else { panic!("asks for it") };
    state
}

pub(crate) fn slot() -> Slot {
    Slot { day: "2026-11-24".parse().unwrap(), span: Span::parse("10-12").unwrap() }
}

pub(crate) fn states() -> Vec<State> {
    let checkout = [
        Event::Press(Button::Checkout),
        text("Ann"),
        text("+49 30 1234567"),
        Event::Press(Button::Delivery),
        text("Elm street 1"),
        Event::Press(Button::Skip),
        Event::Press(Button::Skip),
    ];
    let mut all =
        vec![walk(&[]), walk(&[text("green tea")]), walk(&[Event::Press(Button::Product(ProductId(3)))])];
    all.extend((1..=checkout.len()).map(|n| walk(&checkout[..n])));
    all.extend([zone(), time()]);
    all.push(walk(&[Event::Press(Button::EditName)]));
    all.push(walk(&[Event::Press(Button::EditPhone)]));
    all.push(walk(&[Event::Command(Command::Support)]));
    all
}
