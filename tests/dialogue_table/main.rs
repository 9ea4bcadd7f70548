//! The whole conversation on one page: every state meets every event.

#![cfg(test)]

use orderbot::dialogue::{
    Ask, Button, Command, DeepLink, Event, Input, Opened, Part, Place, Remark, State, Step, step,
};
use orderbot::domain::{
    Address, AmendmentId, Bounded, CartRefusal, CategoryId, CheckoutRefusal, Currency, CustomerId,
    DeliveryTerms, Destination, Known, Lang, Located, MessageId, OrderId, PersonName, Phone, Placement,
    ProductId, PromoCode, Quote, SkuId, Slot, Span, Texts, Timed, UpdateId, ZoneId,
};
use phonenumber::country::Id::DE;
use std::fmt::Write;

const CUSTOMER: CustomerId = CustomerId(7);
const KEY: UpdateId = UpdateId(1);

fn order() -> OrderId {
    OrderId::minted(CUSTOMER, KEY)
}

fn meet(state: State, event: Event) -> Step {
    step(state, Input { customer: CUSTOMER, update: KEY, event }, DE)
}

fn text(words: &str) -> Event {
    Event::Text { message: MessageId(1), text: words.into() }
}

fn destination() -> Destination {
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
fn lead_on(mut next: Step) -> State {
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

fn walk(events: &[Event]) -> State {
    events.iter().cloned().fold(State::default(), |state, event| lead_on(meet(state, event)))
}

/// Where an address waits for its zone.
fn zone() -> State {
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
fn time() -> State {
    let Step::Ask(Ask::Schedule(ask)) = meet(zone(), Event::Press(Button::Zone(ZoneId(9)))) else {
        panic!("may ask for the time")
    };
    let Step::Wait(state @ State::Time(_), None) = ask.resume(true) else { panic!("asks for it") };
    state
}

fn slot() -> Slot {
    Slot { day: "2026-11-24".parse().unwrap(), span: Span::parse("10-12").unwrap() }
}

fn states() -> Vec<State> {
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

fn events() -> Vec<(&'static str, Event)> {
    let press = Event::Press;
    let start = |link| Event::Command(Command::Start(link));
    vec![
        ("/start", start(None)),
        ("/start p_3", start(Some(DeepLink::Product(ProductId(3))))),
        ("/start promo_TEN", start(Some(DeepLink::Promo(PromoCode::parse("TEN-OFF").unwrap())))),
        ("/start o_1", start(Some(DeepLink::Order(order())))),
        ("/start ???", start(Some(DeepLink::Unknown))),
        ("/menu", Event::Command(Command::Menu)),
        ("/cart", Event::Command(Command::Cart)),
        ("/orders", Event::Command(Command::Orders)),
        ("/profile", Event::Command(Command::Profile)),
        ("/language", Event::Command(Command::Language)),
        ("/notifications", Event::Command(Command::Notifications)),
        ("/support", Event::Command(Command::Support)),
        ("/help", Event::Command(Command::Help)),
        ("/cancel", Event::Command(Command::Cancel)),
        ("/delete_me", Event::Command(Command::DeleteMe)),
        ("/nonsense", Event::Command(Command::Unknown)),
        ("\"hello\"", text("hello")),
        ("\"3\"", text("3")),
        ("\"\"", text("  ")),
        ("\"+49 30 1234567\"", text("+49 30 1234567")),
        ("contact", Event::Contact { number: "4930 1234567".into(), is_own: true }),
        ("contact of another", Event::Contact { number: "4930 1234567".into(), is_own: false }),
        ("location", Event::Location(destination())),
        ("photo", Event::Media { message: MessageId(1), caption: None }),
        ("edited", Event::Edited),
        ("stale press", Event::StalePress),
        ("[home]", press(Button::Home)),
        ("[catalog]", press(Button::Catalog)),
        ("[category]", press(Button::Category(CategoryId(1), 0))),
        ("[product]", press(Button::Product(ProductId(3)))),
        ("[picture]", press(Button::Picture(ProductId(3), 1))),
        ("[sku]", press(Button::Sku(SkuId(5)))),
        ("[results]", press(Button::Results(1))),
        ("[pieces]", press(Button::Pieces(SkuId(5), 2, KEY))),
        ("[pieces old]", press(Button::Pieces(SkuId(5), 2, UpdateId(0)))),
        ("[add]", press(Button::Add(SkuId(5), 2, KEY))),
        ("[add old]", press(Button::Add(SkuId(5), 2, UpdateId(0)))),
        ("[cart]", press(Button::Cart)),
        ("[line]", press(Button::Line(SkuId(5), 0))),
        ("[empty cart]", press(Button::EmptyCart)),
        ("[checkout]", press(Button::Checkout)),
        ("[keep]", press(Button::Keep)),
        ("[delivery]", press(Button::Delivery)),
        ("[pickup]", press(Button::Pickup)),
        ("[saved address]", press(Button::SavedAddress(1))),
        ("[zone]", press(Button::Zone(ZoneId(9)))),
        ("[no zone]", press(Button::NoZone)),
        ("[time]", press(Button::Time(slot()))),
        ("[skip]", press(Button::Skip)),
        ("[back]", press(Button::Back)),
        ("[change name]", press(Button::Change(Part::Name))),
        ("[change phone]", press(Button::Change(Part::Phone))),
        ("[change delivery]", press(Button::Change(Part::Delivery))),
        ("[change note]", press(Button::Change(Part::Note))),
        ("[change promo]", press(Button::Change(Part::Promo))),
        ("[keep credit]", press(Button::UseCredit(false))),
        ("[confirm]", press(Button::Confirm(order()))),
        ("[confirm another]", press(Button::Confirm(OrderId::minted(CUSTOMER, UpdateId(0))))),
        ("[orders]", press(Button::Orders(1))),
        ("[order]", press(Button::Order(order()))),
        ("[cancel order]", press(Button::CancelOrder(order()))),
        ("[cancel order, yes]", press(Button::CancelOrderYes(order()))),
        ("[agree to a change]", press(Button::AnswerChange(AmendmentId(4), true))),
        ("[reorder]", press(Button::Reorder(order()))),
        ("[profile]", press(Button::Profile)),
        ("[edit name]", press(Button::EditName)),
        ("[edit phone]", press(Button::EditPhone)),
        ("[remove address]", press(Button::RemoveAddress(1))),
        ("[languages]", press(Button::Languages)),
        ("[language]", press(Button::Language(Lang::De))),
        ("[notifications]", press(Button::Notifications)),
        ("[no broadcasts]", press(Button::SetBroadcasts(false))),
        ("[tell me]", press(Button::TellMe(ProductId(7)))),
        ("[support]", press(Button::Support)),
        ("[help]", press(Button::Help)),
        ("[delete me]", press(Button::DeleteMe)),
        ("[delete me, yes]", press(Button::DeleteMeYes)),
        ("[label]", press(Button::Label)),
    ]
}

fn name(state: &State) -> String {
    match state {
        State::Browse(browse) => match browse.place() {
            Place::Results(words, page) => format!("Results {words:?} {page}"),
            place => word(&format!("{place:?}")),
        },
        State::Quantity(card) => format!("Quantity {}", card.quantity()),
        state => word(&format!("{state:?}")),
    }
}

fn word(debug: &str) -> String {
    debug.split(['(', ' ', '{']).next().unwrap().to_owned()
}

fn describe(step: &Step) -> String {
    match step {
        Step::Wait(state, None) => name(state),
        Step::Wait(state, Some(remark)) => format!("{} “{}”", name(state), word(&format!("{remark:?}"))),
        Step::Ask(Ask::Do(ask)) => format!("shop: {}", word(&format!("{:?}", ask.effect()))),
        Step::Ask(ask) => format!("shop: {}?", word(&format!("{ask:?}"))),
    }
}

#[test]
fn the_whole_table() {
    let mut table = String::new();
    for state in states() {
        writeln!(table, "{}", name(&state)).unwrap();
        for (label, event) in events() {
            writeln!(table, "    {label:<22} {}", describe(&meet(state.clone(), event))).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn every_state_survives_being_stored() {
    for state in states() {
        let json = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<State>(&json).unwrap(), state);
        assert!(json.len() < 600, "{} bytes: {json}", json.len());
    }
}

#[test]
fn a_returning_customer_is_only_asked_what_is_not_known() {
    let Step::Ask(Ask::Start(start)) = meet(State::default(), Event::Press(Button::Checkout)) else {
        panic!()
    };
    let known = Known {
        name: PersonName::parse("Ann").ok(),
        phone: Phone::parse("+49 30 1234567", DE).ok(),
        pickup: false,
        must_share: false,
    };
    let Step::Wait(State::Address(_), None) = start.resume(Ok(known)) else {
        panic!("asks for the address first")
    };
}

#[test]
fn what_is_changed_from_the_summary_leads_back_to_it() {
    let summary = states().into_iter().find(|state| matches!(state, State::Confirm(_))).unwrap();
    for (part, answer) in [
        (Part::Name, text("Bea")),
        (Part::Phone, text("+49 30 7654321")),
        (Part::Note, Event::Press(Button::Skip)),
        (Part::Promo, Event::Press(Button::Skip)),
    ] {
        let asked = lead_on(meet(summary.clone(), Event::Press(Button::Change(part))));
        assert_eq!(lead_on(meet(asked.clone(), Event::Press(Button::Back))), summary, "{part:?}, then back");
        assert!(matches!(lead_on(meet(asked, answer)), State::Confirm(_)), "{part:?}");
    }
}

#[test]
fn a_promo_of_a_link_goes_along_to_the_summary() {
    let code = PromoCode::parse("SPRING").unwrap();
    let steps = [
        Event::Command(Command::Start(Some(DeepLink::Promo(code.clone())))),
        text("tea"),
        Event::Press(Button::Product(ProductId(3))),
        Event::Press(Button::Cart),
        Event::Press(Button::Checkout),
        text("Ann"),
        text("+49 30 1234567"),
        Event::Press(Button::Pickup),
        Event::Press(Button::Skip),
    ];
    let State::Confirm(summary) = walk(&steps) else { panic!("the code is not asked for again") };
    assert_eq!(summary.draft().promo(), Some(&code));
}

#[test]
fn a_number_out_of_range_keeps_the_card_and_says_the_range() {
    let card = walk(&[Event::Press(Button::Product(ProductId(3)))]);
    for typed in ["0", "10", "4000000000"] {
        let step = meet(card.clone(), text(typed));
        assert_eq!(step, Step::Wait(card.clone(), Some(Remark::QuantityRange { most: 9 })), "{typed}");
    }
    for typed in ["two", "1.5", "-1", "99999999999"] {
        assert_eq!(meet(card.clone(), text(typed)), Step::Wait(card.clone(), Some(Remark::Hint)), "{typed}");
    }
}

#[test]
fn a_cart_that_sold_out_while_it_was_confirmed_is_shown_with_the_reason() {
    let summary = states().into_iter().find(|state| matches!(state, State::Confirm(_))).unwrap();
    let Step::Ask(Ask::Place(ask)) = meet(summary, Event::Press(Button::Confirm(order()))) else { panic!() };
    let sold_out = CheckoutRefusal::SoldOut;
    let Step::Wait(State::Browse(at), remark) = ask.resume(Placement::Refused(sold_out)) else { panic!() };
    assert_eq!((at.place(), remark), (&Place::Cart, Some(Remark::Checkout(sold_out))));
}

#[test]
fn an_address_outside_every_zone_is_asked_for_again() {
    let Step::Ask(Ask::Locate(ask)) = meet(zone(), Event::Location(destination())) else { panic!() };
    let Step::Wait(State::Address(at), remark) = ask.resume(Located::Outside) else { panic!() };
    assert_eq!((at.draft().address(), remark), (None, Some(Remark::OutsideZones)));
}

#[test]
fn a_zone_that_is_gone_when_it_is_confirmed_is_looked_for_again() {
    let summary = states().into_iter().find(|state| matches!(state, State::Confirm(_))).unwrap();
    let Step::Ask(Ask::Place(ask)) = meet(summary, Event::Press(Button::Confirm(order()))) else { panic!() };
    let gone = CheckoutRefusal::ZoneGone;
    let Step::Ask(Ask::Locate(ask)) = ask.resume(Placement::Refused(gone)) else { panic!("looks for it") };
    let step = ask.resume(Located::Choose);
    assert!(
        matches!(step, Step::Wait(State::Zone(_), Some(Remark::Checkout(CheckoutRefusal::ZoneGone)))),
        "{step:?}"
    );
    let Step::Wait(state, _) = step else { panic!() };
    assert!(matches!(lead_on(meet(state, Event::Press(Button::Zone(ZoneId(9))))), State::Confirm(_)));
}

#[test]
fn a_time_that_is_gone_when_it_is_confirmed_is_chosen_again() {
    let summary = lead_on(meet(time(), Event::Press(Button::Time(slot()))));
    let skip = Event::Press(Button::Skip);
    let summary = lead_on(meet(lead_on(meet(summary, skip.clone())), skip));
    let State::Confirm(at) = &summary else { panic!("{summary:?}") };
    assert_eq!(at.draft().slot(), Some(slot()));
    let Step::Ask(Ask::Place(ask)) = meet(summary, Event::Press(Button::Confirm(order()))) else { panic!() };
    assert_eq!(ask.placing().timed, Timed::At(slot()));
    let gone = CheckoutRefusal::SlotGone;
    let Step::Ask(Ask::Schedule(ask)) = ask.resume(Placement::Refused(gone)) else { panic!("asks again") };
    let Step::Wait(State::Time(at), remark) = ask.resume(true) else { panic!() };
    assert_eq!((at.draft().slot(), remark), (None, Some(Remark::Checkout(gone))));
}

#[test]
fn back_leads_out_of_a_choice_that_nothing_is_left_of() {
    let summary = states().into_iter().find(|state| matches!(state, State::Confirm(_))).unwrap();
    let Step::Ask(Ask::Place(ask)) = meet(summary, Event::Press(Button::Confirm(order()))) else { panic!() };
    let gone = Placement::Refused(CheckoutRefusal::SlotGone);
    let Step::Ask(Ask::Schedule(ask)) = ask.resume(gone) else { panic!("asks again") };
    let Step::Wait(none_left, _) = ask.resume(true) else { panic!() };
    let address = lead_on(meet(none_left, Event::Press(Button::Back)));
    assert!(matches!(address, State::Address(_)), "{address:?}");
    assert!(matches!(lead_on(meet(address, Event::Press(Button::Back))), State::Method(_)));
}

#[test]
fn a_customer_who_comes_for_it_is_not_asked_when_to_bring_it() {
    let method = states().into_iter().find(|state| matches!(state, State::Method(_))).unwrap();
    assert!(matches!(meet(method, Event::Press(Button::Pickup)), Step::Wait(State::Note(_), None)));
}

#[test]
fn what_finds_no_room_in_the_cart_leads_to_the_full_cart() {
    let card = walk(&[Event::Press(Button::Product(ProductId(3)))]);
    let Step::Ask(Ask::Add(ask)) = meet(card, Event::Press(Button::Add(SkuId(5), 2, KEY))) else { panic!() };
    let full = CartRefusal::Full { most: 19 };
    let Step::Wait(State::Browse(at), remark) = ask.resume(Err(full)) else { panic!() };
    assert_eq!((at.place(), remark), (&Place::Cart, Some(Remark::NotAdded(full))));
}
