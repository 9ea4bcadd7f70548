//! Every screen and every sentence on top of one, in every language, to be read by a person.
//!
//! A change of words or buttons changes `snapshots/`; `cargo insta review` shows how.

use super::gallery_roads::{checkout, kept_credit, placed_card, press, product_card, time, walk, zone};
use super::gallery_shop::{
    ANN, at, customer, money, order, product, quote, receipt, shop, slot, tea, terms, texts,
};
use super::*;
use crate::dialogue::{Command, Event};
use crate::domain::{
    Address, AdvanceRefusal, AmendmentState, Bounded, CartLine, CartRefusal, Category, CategoryId, Change,
    CheckoutRefusal, Currency, Destination, Fulfilment, Invalid, MessageId, Money, OrderId, OrderNumber,
    ProductId, PromoCode, PromoRefusal, Quote, SavedAddress, SkuId, Status, Texts, UpdateId,
};
use crate::repository::{OrderSummary, Page};
use rust_decimal::dec;
use std::fmt::Write;

fn page<T>(items: Vec<T>) -> Page<T> {
    Page { items, number: 1, count: 3 }
}

fn screens() -> Vec<(&'static str, State, Loaded)> {
    let category = |id, parent, names| Category { id: CategoryId(id), parent, names };
    let top = || category(1, None, texts("Tea", "Чай", "Té", "Tee"));
    let shelf = |items| Loaded::Shelf(top(), vec![category(2, None, tea())], page(items));
    let results = |items| Loaded::Results(page(items));
    let found = walk([Event::Text { message: MessageId(1), text: "<tea>".into() }]);
    let placed = OrderId::minted(ANN, UpdateId(1));
    let delivery = || {
        let address = Address::parse("1 Elm Street, Berlin").unwrap();
        Fulfilment::Delivery(Destination { address, point: None })
    };
    let saved = || vec![SavedAddress { id: 1, address: Address::parse("1 Elm Street, Berlin").unwrap() }];
    let summary = OrderSummary {
        id: placed,
        number: OrderNumber(12),
        status: Status::Shipped,
        total: money(dec!(19.12)),
        currency: Currency::parse("EUR").unwrap(),
        placed_at: at(0),
    };
    let detail = || press(Button::Order(placed));
    vec![
        ("home", State::default(), Loaded::Cart(quote())),
        ("catalogue", press(Button::Catalog), Loaded::Categories(vec![top()])),
        ("catalogue, empty", press(Button::Catalog), Loaded::Categories(Vec::new())),
        ("category", press(Button::Category(CategoryId(1), 1)), shelf(vec![product()])),
        ("category, gone", press(Button::Category(CategoryId(1), 1)), Loaded::Nothing),
        ("results", found.clone(), results(vec![product()])),
        ("results, none", found, results(Vec::new())),
        ("product", State::Browse(product_card()), Loaded::Product(product())),
        ("quantity", press(Button::Product(ProductId(3))), Loaded::Product(product())),
        ("cart", press(Button::Cart), Loaded::Cart(quote())),
        ("cart, empty", press(Button::Cart), Loaded::Nothing),
        ("name", checkout(1), Loaded::Nothing),
        ("phone", checkout(2), Loaded::Nothing),
        ("method", checkout(3), Loaded::Nothing),
        ("address", checkout(4), Loaded::Addresses(Vec::new())),
        ("address, saved", checkout(4), Loaded::Addresses(saved())),
        ("zone", zone(), Loaded::Nothing),
        ("time", time(), Loaded::Slots(vec![slot()])),
        ("time, none", time(), Loaded::Slots(Vec::new())),
        ("note", checkout(5), Loaded::Nothing),
        ("promo", checkout(6), Loaded::Nothing),
        ("summary", checkout(7), Loaded::Summary(quote())),
        ("summary, credit kept", kept_credit(), Loaded::Summary(quote())),
        ("placed", State::Browse(placed_card(placed)), Loaded::Placed(receipt())),
        ("orders", press(Button::Orders(1)), Loaded::Orders(page(vec![summary]))),
        ("orders, none", press(Button::Orders(0)), Loaded::Nothing),
        ("order, placed", detail(), order(Status::Placed, delivery())),
        ("order, shipped", detail(), order(Status::Shipped, delivery())),
        ("order, ready", detail(), order(Status::Shipped, Fulfilment::Pickup)),
        ("order, rejected", detail(), order(Status::Rejected, delivery())),
        ("order, unknown", detail(), Loaded::Nothing),
        ("cancel", press(Button::CancelOrder(placed)), order(Status::Placed, delivery())),
        ("profile", press(Button::Profile), Loaded::Addresses(saved())),
        ("new name", press(Button::EditName), Loaded::Nothing),
        ("new phone", press(Button::EditPhone), Loaded::Nothing),
        ("languages", press(Button::Languages), Loaded::Nothing),
        ("notifications", press(Button::Notifications), Loaded::Nothing),
        ("support", walk([Event::Command(Command::Support)]), Loaded::Nothing),
        ("help", press(Button::Help), Loaded::Nothing),
        ("delete me", press(Button::DeleteMe), Loaded::Nothing),
    ]
}

fn remarks() -> Vec<Remark> {
    let (one, two) = (money(dec!(12)), money(dec!(13.50)));
    let changes = vec![
        Change::Price { names: tea(), from: one, to: two },
        Change::Quantity { names: tea(), from: 4, to: 2 },
        Change::Gone { names: tea() },
        Change::Promo(PromoRefusal::UsedUp),
        Change::Discount { from: one, to: two },
        Change::Credit { from: one, to: two },
        Change::Delivery { from: one, to: Money::ZERO },
    ];
    let mut all = vec![
        Remark::Stale,
        Remark::EditedIgnored,
        Remark::UnknownCommand,
        Remark::UnknownLink,
        Remark::NothingToCancel,
        Remark::CheckoutLeft,
        Remark::Left,
        Remark::Resumed,
        Remark::Added { quantity: 1 },
        Remark::Added { quantity: 2 },
        Remark::Added { quantity: 5 },
        Remark::NotAdded(CartRefusal::Gone),
        Remark::NotAdded(CartRefusal::OnlyLeft { left: 3, in_cart: 0 }),
        Remark::NotAdded(CartRefusal::OnlyLeft { left: 3, in_cart: 2 }),
        Remark::NotAdded(CartRefusal::Full { most: 20 }),
        Remark::QuantityRange { most: 1 },
        Remark::QuantityRange { most: 7 },
        Remark::ProductGone,
        Remark::SoldOut,
        Remark::WillTell,
        Remark::CartEmptied,
        Remark::Checkout(CheckoutRefusal::EmptyCart),
        Remark::Checkout(CheckoutRefusal::SoldOut),
        Remark::Checkout(CheckoutRefusal::NoPickup),
        Remark::Checkout(CheckoutRefusal::ZoneGone),
        Remark::Checkout(CheckoutRefusal::SlotGone),
        Remark::Checkout(CheckoutRefusal::TooManyOpen { most: 1 }),
        Remark::Checkout(CheckoutRefusal::TooManyOpen { most: 3 }),
        Remark::Checkout(CheckoutRefusal::NoShows),
        Remark::Checkout(CheckoutRefusal::PhoneUnshared),
        Remark::OutsideZones,
        Remark::Checkout(CheckoutRefusal::Paused),
        Remark::Checkout(CheckoutRefusal::Closed { opens: None }),
        Remark::Checkout(CheckoutRefusal::Closed { opens: Some(at(0)) }),
        Remark::Checkout(CheckoutRefusal::BelowMinimum { minimum: two, subtotal: one }),
        Remark::Invalid(Invalid::NotAPhone),
        Remark::Invalid(Invalid::TooLong),
        Remark::AddressGone,
        Remark::NotACode,
        Remark::PromoKept(PromoCode::parse("TEA-10").unwrap()),
        Remark::Changed(changes),
        Remark::OrderCancelled,
        Remark::Changed(vec![Change::Quantity { names: tea(), from: 2, to: 0 }]),
        Remark::NotAdvanced(AdvanceRefusal::Unknown),
        Remark::Reordered(Vec::new()),
        Remark::Reordered(vec![tea(), tea()]),
        Remark::Saved,
        Remark::LanguageSet,
        Remark::SupportSent,
        Remark::Forgotten,
    ];
    all.extend([true, false].map(Remark::Broadcasts));
    all.extend(Status::ALL.map(Remark::AlreadyPlaced));
    all.extend(AmendmentState::ALL.map(Remark::Change));
    let refusals = [
        PromoRefusal::Unknown,
        PromoRefusal::NotYet { from: at(0) },
        PromoRefusal::Expired,
        PromoRefusal::BelowMinimum { minimum: one },
        PromoRefusal::UsedUp,
        PromoRefusal::AlreadyUsed,
        PromoRefusal::FirstOrderOnly,
        PromoRefusal::NothingCovered,
        PromoRefusal::NoEffect,
    ];
    all.extend(refusals.map(Remark::Promo));
    all
}

fn gallery(lang: Lang) -> String {
    let (shop, customer) = (shop(), customer(lang));
    let voice = Voice { lang, shop: &shop };
    let mut page = String::new();
    for (name, state, loaded) in screens() {
        let screen = draw(voice, &customer, &state, None, &loaded);
        let hint = remark::say(voice, &state, &Remark::Hint);
        writeln!(page, "=== {name}\n{}", screen.text).unwrap();
        match screen.keyboard {
            Keyboard::Inline(rows) => {
                for row in rows {
                    let labels: Vec<_> = row.iter().map(|key| format!("[{}]", key.label)).collect();
                    writeln!(page, "  {}", labels.join(" ")).unwrap();
                }
            }
            Keyboard::Contact(share, words) | Keyboard::Location(share, words) => {
                writeln!(page, "  ({share}) ({})", words.join(") (")).unwrap();
            }
        }
        writeln!(page, "? {hint}\n").unwrap();
    }
    for remark in remarks() {
        let said = remark::say(voice, &checkout(5), &remark);
        assert!(!said.to_string().is_empty(), "{lang}: {remark:?}");
        writeln!(page, "- {said}").unwrap();
    }
    page
}

#[test]
fn every_screen_and_every_sentence_in_english() {
    insta::assert_snapshot!(gallery(Lang::En));
}

#[test]
fn every_screen_and_every_sentence_in_russian() {
    insta::assert_snapshot!(gallery(Lang::Ru));
}

#[test]
fn every_screen_and_every_sentence_in_spanish() {
    insta::assert_snapshot!(gallery(Lang::Es));
}

#[test]
fn every_screen_and_every_sentence_in_german() {
    insta::assert_snapshot!(gallery(Lang::De));
}

#[test]
fn a_summary_of_the_longest_cart_fits_a_message_with_its_total() {
    let lang = Lang::En;
    let long = |n: usize| Texts::from([(Lang::En, "A very long name of a thing ".repeat(n).trim())]);
    let lines = (0..20).map(|id| CartLine {
        sku: SkuId(id),
        product: ProductId(id),
        categories: Vec::new(),
        names: long(8),
        options: long(4),
        wanted: 999,
        available: 999,
        price: money(dec!(99999.99)),
        seen_price: money(dec!(99999.99)),
    });
    let quote = Quote::of(lines.collect(), true, &terms(), None, Currency::parse("EUR").unwrap(), at(0));
    let State::Confirm(confirm) = checkout(7) else { panic!("the last question is answered") };
    let confirm = serde_json::json!({"draft": confirm.draft(), "seen": quote.seen()});
    let state = State::Confirm(serde_json::from_value(confirm).unwrap());
    let (shop, customer) = (shop(), customer(lang));
    let screen = draw(Voice { lang, shop: &shop }, &customer, &state, None, &Loaded::Summary(quote));
    assert!(screen.text.as_str().contains("<b>Total: "), "{}", screen.text);
    assert!(screen.text.as_str().contains("1 Elm Street"), "{}", screen.text);
    let Keyboard::Inline(rows) = screen.keyboard else { panic!("buttons") };
    assert_eq!(rows[0][0].button, Button::Confirm(confirm_order()));

    fn confirm_order() -> OrderId {
        OrderId::minted(ANN, UpdateId(1))
    }
}

#[test]
fn the_buttons_of_a_full_cart_are_not_too_many() {
    // Telegram shows no message with more than 100 of them (seen in practice).
    let line = quote().lines[0].clone();
    let lines = vec![line; crate::domain::MAX_CART_LINES as usize];
    let (shop, customer) = (shop(), customer(Lang::En));
    let loaded = Loaded::Cart(Quote { lines, ..quote() });
    let screen = draw(Voice { lang: Lang::En, shop: &shop }, &customer, &press(Button::Cart), None, &loaded);
    let Keyboard::Inline(rows) = screen.keyboard else { panic!("buttons") };
    assert!(rows.iter().flatten().count() <= 100);
}
