//! The shop, the customer and the order that the gallery of screens shows.

use super::Loaded;
use crate::domain::{
    Actor, Bounded, CartLine, CategoryId, Currency, Customer, CustomerId, DeliveryTerms, Door, Fulfilment,
    Lang, Money, Order, OrderId, OrderLine, OrderNumber, PersonName, Phone, Product, ProductId, Quote,
    Receipt, Setting, ShopSettings, Sku, SkuId, Slot, Span, Status, Texts, TimelineEntry, Totals, UpdateId,
};
use crate::telegram::format::Storefront;
use chrono::{DateTime, Utc};
use phonenumber::country::Id::DE;
use rust_decimal::{Decimal, dec};
use std::sync::Arc;

pub(super) const ANN: CustomerId = CustomerId(7);

pub(super) fn money(amount: Decimal) -> Money {
    Money::new(amount).unwrap()
}

pub(super) fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_779_600_000 + minute * 60, 0).unwrap()
}

pub(super) fn texts(en: &str, ru: &str, es: &str, de: &str) -> Texts {
    Texts::from([(Lang::En, en), (Lang::Ru, ru), (Lang::Es, es), (Lang::De, de)])
}

pub(super) fn tea() -> Texts {
    texts("Sencha & <Co>", "Сенча", "Sencha", "Sencha")
}

pub(super) fn terms() -> DeliveryTerms {
    DeliveryTerms {
        fee: money(dec!(4.90)),
        free_from: Some(money(dec!(50))),
        minimum_order: Some(money(dec!(15))),
        pickup_at: Some("12 Market Street".into()),
    }
}

pub(super) fn slot() -> Slot {
    Slot { day: at(0).date_naive(), span: Span::parse("10-12").unwrap() }
}

pub(in crate::telegram) fn shop() -> Storefront {
    let currency = Currency::parse("EUR").unwrap();
    let mut settings = ShopSettings::of("Slow Kettle".into(), terms(), currency);
    settings.set(Setting::Zones, "Centre = 3.90 / 3 km\nIsland <East> = 9").unwrap();
    let (settings, timezone) = (Arc::new(settings), chrono_tz::Europe::Berlin);
    Storefront { currency, timezone, settings, carriers: Vec::new(), door: Door::Open, now: at(0) }
}

pub(super) fn customer(lang: Lang) -> Customer {
    Customer {
        id: ANN,
        name: PersonName::parse("Ann Archer").unwrap(),
        username: None,
        phone: Phone::parse("+4930123456", DE).ok(),
        lang,
        banned: false,
        no_shows: 0,
        balance: money(dec!(3)),
        wants_broadcasts: true,
        is_new: false,
    }
}

pub(super) fn product() -> Product {
    let sku = |id, option, price, available| {
        let options = Texts::from([(Lang::En, option)]);
        Sku { id: SkuId(id), options, price: money(price), available }
    };
    Product {
        id: ProductId(3),
        category: CategoryId(2),
        names: tea(),
        texts: texts("Bright.", "Яркая.", "Fresco.", "Frisch."),
        photos: vec!["front.jpg".into(), "back.jpg".into()],
        skus: vec![sku(5, "100 g", dec!(14.50), 3), sku(6, "250 g", dec!(32), 0)],
    }
}

pub(super) fn quote() -> Quote {
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

pub(super) fn order(status: Status, fulfilment: Fulfilment) -> Loaded {
    Loaded::Order(Box::new(plain_order(status, fulfilment)))
}

pub(super) fn receipt() -> Receipt {
    let order = plain_order(Status::Placed, Fulfilment::Pickup);
    let Totals { total, credit, .. } = order.totals;
    Receipt { order: order.id, number: order.number, total, credit, currency: order.currency }
}

pub(in crate::telegram) fn plain_order(status: Status, fulfilment: Fulfilment) -> Order {
    let steps = [(Status::Placed, None), (Status::Accepted, None), (Status::Shipped, Some("DHL 0034"))];
    let entry = |(n, (status, note)): (i64, (Status, Option<&str>))| TimelineEntry {
        status,
        actor: Actor::Customer,
        note: note.map(str::to_owned),
        at: at(n),
        amended: None,
    };
    let rejected = (Status::Rejected, Some("out_of_stock"));
    let steps = steps.into_iter().take_while(|(step, _)| *step != status || status == Status::Shipped);
    let last = (status == Status::Rejected).then_some(rejected);
    Order {
        id: OrderId::minted(ANN, UpdateId(1)),
        number: OrderNumber(12),
        customer: Some(ANN),
        name: None,
        username: None,
        phone: None,
        lang: Lang::En,
        fulfilment: Some(fulfilment),
        zone: Some("Centre".into()),
        slot: Some(slot()),
        note: None,
        lines: vec![OrderLine {
            sku: SkuId(5),
            names: tea(),
            options: Texts::default(),
            quantity: 2,
            price: money(dec!(14.50)),
            discount: Money::ZERO,
        }],
        totals: quote().with_credit(money(dec!(3))).totals,
        promo: None,
        currency: Currency::parse("EUR").unwrap(),
        named_fee: false,
        status,
        placed_at: at(0),
        taken_by: None,
        packed: false,
        staff_note: None,
        no_shows: 0,
        timeline: (0..).zip(steps.chain(last)).map(entry).collect(),
        card: None,
        amendment: None,
    }
}
