//! What the table does not show: where several steps lead, and what the shop answers.

use crate::roads::{KEY, destination, lead_on, meet, order, slot, states, text, time, walk, zone};
use orderbot::dialogue::{Ask, Button, Command, DeepLink, Event, Part, Place, Remark, State, Step};
use orderbot::domain::{
    Bounded, CartRefusal, CheckoutRefusal, Known, Located, PersonName, Phone, Placement, ProductId,
    PromoCode, SkuId, Timed, ZoneId,
};
use phonenumber::country::Id::DE;

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
