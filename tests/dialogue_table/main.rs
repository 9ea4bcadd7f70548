//! The whole conversation on one page: every state meets every event.

#![cfg(test)]

mod roads;
mod walks;

use orderbot::dialogue::{Ask, Button, Command, DeepLink, Event, Part, Place, State, Step};
use orderbot::domain::{
    AmendmentId, CategoryId, Lang, MessageId, OrderId, ProductId, PromoCode, SkuId, UpdateId, ZoneId,
};
use roads::{CUSTOMER, KEY, destination, meet, order, slot, states, text};
use std::fmt::Write;

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
