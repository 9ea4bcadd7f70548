//! Every screen and every sentence on top of one, in every language, to be read by a person.
//!
//! A change of words or buttons changes `snapshots/`; `cargo insta review` shows how.

use super::*;
use crate::dialogue::{Ask, Command, Event, Input, Opened, Step, step};
use crate::domain::{
    Actor, Address, AdvanceRefusal, Bounded, CartLine, CartRefusal, Category, CategoryId, Change,
    CheckoutRefusal, Currency, CustomerId, DeliveryTerms, Destination, Fulfilment, Invalid, Known, MessageId,
    Money, Order, OrderId, OrderLine, OrderNumber, PersonName, Phone, Product, ProductId, PromoCode,
    PromoRefusal, Quote, SavedAddress, Sku, SkuId, Status, Texts, TimelineEntry, UpdateId,
};
use crate::repository::{OrderSummary, Page};
use crate::telegram::format::Storefront;
use chrono::{DateTime, Utc};
use phonenumber::country::Id::DE;
use rust_decimal::{Decimal, dec};
use std::fmt::Write;

const ANN: CustomerId = CustomerId(7);

fn money(amount: Decimal) -> Money {
    Money::new(amount).unwrap()
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_779_600_000 + minute * 60, 0).unwrap()
}

fn texts(en: &str, ru: &str, es: &str, de: &str) -> Texts {
    Texts::from([(Lang::En, en), (Lang::Ru, ru), (Lang::Es, es), (Lang::De, de)])
}

fn tea() -> Texts {
    texts("Sencha & <Co>", "Сенча", "Sencha", "Sencha")
}

fn terms() -> DeliveryTerms {
    DeliveryTerms {
        fee: money(dec!(4.90)),
        free_from: Some(money(dec!(50))),
        minimum_order: Some(money(dec!(15))),
        pickup_at: Some("12 Market Street".into()),
    }
}

fn shop() -> Storefront {
    let (name, currency) = ("Slow Kettle".into(), Currency::parse("EUR").unwrap());
    Storefront { name, currency, timezone: chrono_tz::Europe::Berlin, terms: terms() }
}

fn customer(lang: Lang) -> Customer {
    Customer {
        id: ANN,
        name: PersonName::parse("Ann Archer").unwrap(),
        username: None,
        phone: Phone::parse("+4930123456", DE).ok(),
        lang,
        banned: false,
        balance: money(dec!(3)),
        wants_broadcasts: true,
    }
}

fn product() -> Product {
    let sku = |id, option, price, available| {
        let options = Texts::from([(Lang::En, option)]);
        Sku { id: SkuId(id), options, price: money(price), available }
    };
    Product {
        id: ProductId(3),
        category: CategoryId(2),
        names: tea(),
        texts: texts("Bright.", "Яркая.", "Fresco.", "Frisch."),
        photo: None,
        skus: vec![sku(5, "100 g", dec!(14.50), 3), sku(6, "250 g", dec!(32), 0)],
    }
}

fn quote() -> Quote {
    let line = |id, wanted, available, price| CartLine {
        sku: SkuId(id),
        product: ProductId(3),
        categories: Vec::new(),
        names: tea(),
        options: Texts::from([(Lang::En, "100 g")]),
        wanted,
        available,
        price: money(price),
        seen_price: money(dec!(14.50)),
    };
    let lines = vec![line(5, 2, 9, dec!(14.50)), line(6, 4, 3, dec!(1234.50)), line(7, 1, 0, dec!(14.50))];
    Quote::of(lines, true, &terms(), None, Currency::parse("EUR").unwrap(), at(0))
}

fn order(status: Status, fulfilment: Fulfilment) -> Loaded {
    let steps = [(Status::Placed, None), (Status::Accepted, None), (Status::Shipped, Some("DHL 0034"))];
    let entry = |(n, (status, note)): (i64, (Status, Option<&str>))| TimelineEntry {
        status,
        actor: Actor::Customer,
        note: note.map(str::to_owned),
        at: at(n),
    };
    let rejected = (Status::Rejected, Some("out_of_stock"));
    let steps = steps.into_iter().take_while(|(step, _)| *step != status || status == Status::Shipped);
    let last = (status == Status::Rejected).then_some(rejected);
    Loaded::Order(Box::new(Order {
        id: OrderId::minted(ANN, UpdateId(1)),
        number: OrderNumber(12),
        customer: Some(ANN),
        name: None,
        username: None,
        phone: None,
        lang: Lang::En,
        fulfilment: Some(fulfilment),
        note: None,
        lines: vec![OrderLine {
            sku: SkuId(5),
            names: tea(),
            options: Texts::default(),
            quantity: 2,
            price: money(dec!(14.50)),
            discount: Money::ZERO,
        }],
        totals: quote().totals,
        promo: None,
        currency: Currency::parse("EUR").unwrap(),
        status,
        placed_at: at(0),
        timeline: (0..).zip(steps.chain(last)).map(entry).collect(),
        card: None,
    }))
}

fn walk(events: impl IntoIterator<Item = Event>) -> State {
    let mut state = State::default();
    for event in events {
        let mut next = step(state, Input { customer: ANN, update: UpdateId(1), event }, DE);
        state = loop {
            next = match next {
                Step::Wait(state, _) => break state,
                Step::Ask(Ask::Open(ask)) => ask.resume(Opened::One(ProductId(3), SkuId(5), 3)),
                Step::Ask(Ask::Start(ask)) => ask.resume(Ok(Known { name: None, phone: None, pickup: true })),
                Step::Ask(Ask::Price(ask)) => ask.resume(&quote()),
                Step::Ask(other) => panic!("no road leads here: {other:?}"),
            };
        };
    }
    state
}

fn checkout(answers: usize) -> State {
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

fn press(button: Button) -> State {
    walk([Event::Press(button)])
}

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
        ("note", checkout(5), Loaded::Nothing),
        ("promo", checkout(6), Loaded::Nothing),
        ("summary", checkout(7), Loaded::Cart(quote())),
        ("placed", State::Browse(placed_card(placed)), order(Status::Placed, delivery())),
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

/// Where a product with several variants waits for the choice.
fn product_card() -> Browse {
    serde_json::from_value(serde_json::json!({"place": {"Product": 3}})).unwrap()
}

fn placed_card(order: OrderId) -> Browse {
    serde_json::from_value(serde_json::json!({"place": {"Placed": order}})).unwrap()
}

fn remarks() -> Vec<Remark> {
    let (one, two) = (money(dec!(12)), money(dec!(13.50)));
    let changes = vec![
        Change::Price { names: tea(), from: one, to: two },
        Change::Quantity { names: tea(), from: 4, to: 2 },
        Change::Gone { names: tea() },
        Change::Promo(PromoRefusal::UsedUp),
        Change::Discount { from: one, to: two },
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
        Remark::CartEmptied,
        Remark::Checkout(CheckoutRefusal::EmptyCart),
        Remark::Checkout(CheckoutRefusal::SoldOut),
        Remark::Checkout(CheckoutRefusal::BelowMinimum { minimum: two, subtotal: one }),
        Remark::Invalid(Invalid::NotAPhone),
        Remark::Invalid(Invalid::TooLong),
        Remark::AddressGone,
        Remark::NotACode,
        Remark::PromoKept(PromoCode::parse("TEA-10").unwrap()),
        Remark::Changed(changes),
        Remark::OrderCancelled,
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
    let screen = draw(Voice { lang, shop: &shop }, &customer, &state, None, &Loaded::Cart(quote));
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
