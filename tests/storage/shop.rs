//! A small shop to race in.

use crate::support::postgres::TestDb;
use chrono::{DateTime, TimeDelta, Utc};
use orderbot::domain::{
    Actor, Address, AdvanceRefusal, Benefit, Bounded, ChatId, Clock, CreditUse, Currency, CustomerId,
    DeliveryTerms, Destination, Fulfilment, Lang, Money, Note, OrderId, PersonName, Phone, Placement,
    Placing, Promo, PromoCode, Ride, Scope, SkuId, Status, Texts, Timed, UpdateId, Zoned,
};
use orderbot::postgres::PgStore;
use orderbot::repository::{NewPromo, Profile, Shelf, StockedProduct, StockedSku, Store};
use orderbot::services::{Move, Shop, ShopTerms};
use rust_decimal::Decimal;
use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

pub(crate) const ORDERS: &str = "SELECT count(*) FROM orders";
pub(crate) const USED: &str = "SELECT used::bigint FROM promos";
pub(crate) const RESERVED: &str = "SELECT sum(reserved) FROM skus";
pub(crate) const ON_HAND: &str = "SELECT sum(on_hand) FROM skus";
pub(crate) const PHONE: &str = "+49301234567";

/// Noon, and with every look at it a millisecond later: what comes first has the earlier time.
#[derive(Default)]
struct AfterNoon(AtomicI64);

impl Clock for AfterNoon {
    fn now(&self) -> DateTime<Utc> {
        noon() + TimeDelta::milliseconds(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-05-01T12:00:00Z".parse().unwrap()
}

/// A shop with one SKU for each stock given, at 10.00 EUR a piece.
pub(crate) struct Stand {
    pub(crate) db: TestDb,
    pub(crate) shop: Shop,
    pub(crate) skus: Vec<SkuId>,
    products: Vec<StockedProduct>,
}

impl Stand {
    pub(crate) async fn with(stock: &[u32]) -> Self {
        let db = TestDb::new().await;
        let shop = shop(PgStore(db.pool().into()), pickup());
        let products: Vec<_> = stock.iter().zip(0..).map(|(stock, n)| tea(n, *stock)).collect();
        shop.import(&products, false).await.unwrap();
        let sql = "SELECT s.id FROM skus s JOIN products p ON p.id = s.product ORDER BY p.position";
        let skus: Vec<i64> = sqlx::query_scalar(sql).fetch_all(&db.pool()).await.unwrap();
        Self { shop, skus: skus.into_iter().map(SkuId).collect(), db, products }
    }

    /// What the owner changes by importing the catalogue again.
    pub(crate) async fn restock(&mut self, change: impl FnOnce(&mut [StockedProduct])) {
        change(&mut self.products);
        self.shop.import(&self.products, false).await.unwrap();
    }

    /// A code for 10 % off, with these conditions.
    pub(crate) async fn code(&self, conditions: impl FnOnce(&mut Promo)) -> PromoCode {
        let code = PromoCode::parse("SPRING").unwrap();
        let mut promo = Promo {
            id: 0,
            code: code.clone(),
            benefit: Benefit::Percent(10),
            from: None,
            until: None,
            min_total: None,
            max_uses: None,
            used: 0,
            per_customer: None,
            first_order_only: false,
            scope: Scope::default(),
            active: true,
        };
        conditions(&mut promo);
        let new = NewPromo { promo, categories: Vec::new(), products: Vec::new() };
        self.shop.set_up_promos(&[new]).await.unwrap();
        code
    }

    /// A customer who has written to the bot.
    pub(crate) async fn customer(&self, id: i64) -> CustomerId {
        let name = PersonName::parse("Ann").unwrap();
        let profile = Profile { id: CustomerId(id), name, username: None, lang: None };
        self.shop.see(&profile).await.unwrap().id
    }

    /// A customer with pieces in the cart, who has seen the summary.
    pub(crate) async fn ready(
        &self,
        id: i64,
        pieces: &[(SkuId, u32)],
        promo: Option<PromoCode>,
    ) -> (CustomerId, Placing) {
        self.ready_again(id, UpdateId(id), pieces, promo).await
    }

    /// The same; `update` tells one checkout of a customer from another.
    pub(crate) async fn ready_again(
        &self,
        id: i64,
        update: UpdateId,
        pieces: &[(SkuId, u32)],
        promo: Option<PromoCode>,
    ) -> (CustomerId, Placing) {
        let customer = self.customer(id).await;
        for (sku, quantity) in pieces {
            self.shop.add_to_cart(customer, *sku, *quantity, update).await.unwrap().unwrap();
        }
        let quote = self.shop.quote(customer, Ride::Pickup, promo.as_ref(), CreditUse::Spend).await.unwrap();
        assert_eq!(quote.refused, None);
        let placing = Placing {
            order: OrderId::minted(customer, update),
            name: PersonName::parse("Ann").unwrap(),
            phone: Phone::stored(PHONE.into()),
            fulfilment: Fulfilment::Pickup,
            zone: Zoned::Everywhere,
            timed: Timed::Anytime,
            note: None,
            promo,
            credit: CreditUse::Spend,
            seen: quote.seen(),
        };
        (customer, placing)
    }

    /// Presses "Confirm".
    pub(crate) async fn place(&self, customer: CustomerId, placing: &Placing) -> Placement {
        self.shop.place(customer, Lang::En, placing).await.unwrap()
    }

    /// Presses "Confirm" for all of them at once.
    pub(crate) async fn confirm(&self, all: &[(CustomerId, Placing)]) -> Vec<Placement> {
        at_once(all.iter().cloned().map(|(customer, placing)| {
            let shop = self.shop.clone();
            async move { shop.place(customer, Lang::En, &placing).await.unwrap() }
        }))
        .await
    }

    /// An order that stands.
    pub(crate) async fn order(
        &self,
        id: i64,
        update: UpdateId,
        pieces: &[(SkuId, u32)],
        promo: Option<PromoCode>,
    ) -> OrderId {
        let (customer, placing) = self.ready_again(id, update, pieces, promo).await;
        let answer = self.place(customer, &placing).await;
        assert!(matches!(answer, Placement::Placed(..)), "{answer:?}");
        placing.order
    }

    /// Somebody of the staff presses a button of an order's card.
    pub(crate) fn press(
        &self,
        order: OrderId,
        from: Status,
        to: Status,
    ) -> impl Future<Output = Result<(), AdvanceRefusal>> + use<> {
        let shop = self.shop.clone();
        let step = Move { order, from, to, actor: Actor::Staff(9, "Bob".to_owned()), note: None };
        async move { shop.advance(step).await.unwrap() }
    }

    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.db.pool()).await.unwrap()
    }

    pub(crate) async fn reservations_match(&self) {
        assert_eq!(self.shop.check_reservations().await.unwrap(), []);
    }

    pub(crate) fn store(&self) -> impl Store + use<> {
        PgStore(self.db.pool().into())
    }
}

/// No fee, no minimum, and a place to come to.
pub(crate) fn pickup() -> DeliveryTerms {
    DeliveryTerms { pickup_at: Some("12 Market Street".into()), ..DeliveryTerms::default() }
}

pub(crate) fn shop(store: PgStore, delivery: DeliveryTerms) -> Shop {
    let terms = ShopTerms {
        name: "Stand".into(),
        currency: Currency::parse("EUR").unwrap(),
        delivery,
        country: phonenumber::country::DE,
        timezone: chrono_tz::UTC,
        staff_chat: Some(ChatId(-1)),
        lang: Lang::En,
        bulk_rate: 25,
        carriers: Vec::new(),
        confirm_within: chrono::TimeDelta::hours(24),
        low_stock: 2,
    };
    Shop::new(Arc::new(store), Arc::new(AfterNoon::default()), Arc::new(terms))
}

/// Starts all of them before it waits for the first.
pub(crate) async fn at_once<F>(all: impl Iterator<Item = F>) -> Vec<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    let running: Vec<_> = all.map(tokio::spawn).collect();
    let mut answers = Vec::new();
    for one in running {
        answers.push(one.await.unwrap());
    }
    answers
}

pub(crate) fn euros(amount: i64) -> Money {
    Currency::parse("EUR").unwrap().round(Decimal::from(amount))
}

pub(crate) fn english(text: &str) -> Texts {
    Texts::from([(Lang::En, text)])
}

fn tea(n: u32, stock: u32) -> StockedProduct {
    StockedProduct {
        shelves: vec![Shelf { slug: "tea".into(), names: english("Tea") }],
        slug: format!("tea-{n}"),
        names: english(&format!("Tea {n}")),
        texts: Texts::default(),
        photo: None,
        skus: vec![StockedSku {
            code: format!("TEA-{n}"),
            options: Texts::default(),
            price: euros(10),
            stock,
            visible: true,
        }],
    }
}

/// To the door, with everything a customer can tell.
pub(crate) fn delivered(placing: Placing) -> Placing {
    let address = Address::parse("Elm street 1, Berlin").unwrap();
    Placing {
        fulfilment: Fulfilment::Delivery(Destination { address, point: Some((52_500_000, 13_400_000)) }),
        note: Some(Note::parse("Ring twice").unwrap()),
        ..placing
    }
}

pub(crate) fn placed(answers: &[Placement]) -> usize {
    answers.iter().filter(|answer| matches!(answer, Placement::Placed(..))).count()
}
