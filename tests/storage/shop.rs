//! A small shop to race in.

use crate::support::postgres::TestDb;
use chrono::{DateTime, Utc};
use orderbot::domain::{
    Benefit, Bounded, ChatId, Clock, Currency, CustomerId, DeliveryTerms, Fulfilment, Lang, OrderId,
    PersonName, Phone, Placement, Placing, Promo, PromoCode, Scope, SkuId, Texts, UpdateId,
};
use orderbot::postgres::PgStore;
use orderbot::repository::{NewPromo, Profile, Shelf, StockedProduct, StockedSku, Store};
use orderbot::services::{Shop, ShopTerms};
use rust_decimal::Decimal;
use std::sync::Arc;

struct Noon;

impl Clock for Noon {
    fn now(&self) -> DateTime<Utc> {
        "2026-05-01T12:00:00Z".parse().unwrap()
    }
}

/// A shop with one SKU for each stock given, at 10.00 EUR a piece.
pub(crate) struct Stand {
    pub(crate) db: TestDb,
    pub(crate) shop: Shop,
    pub(crate) skus: Vec<SkuId>,
}

impl Stand {
    pub(crate) async fn with(stock: &[u32]) -> Self {
        let db = TestDb::new().await;
        let currency = Currency::parse("EUR").unwrap();
        let terms = ShopTerms {
            name: "Stand".into(),
            currency,
            delivery: DeliveryTerms::default(),
            country: phonenumber::country::DE,
            timezone: chrono_tz::UTC,
            staff_chat: Some(ChatId(-1)),
            lang: Lang::En,
        };
        let shop = Shop::new(Arc::new(PgStore(db.pool())), Arc::new(Noon), Arc::new(terms));
        let products: Vec<_> = stock
            .iter()
            .enumerate()
            .map(|(n, stock)| StockedProduct {
                shelves: vec![Shelf { slug: "tea".into(), names: Texts::from([(Lang::En, "Tea")]) }],
                slug: format!("tea-{n}"),
                names: Texts::from([(Lang::En, "Tea")]),
                texts: Texts::default(),
                photo: None,
                skus: vec![StockedSku {
                    code: format!("TEA-{n}"),
                    options: Texts::default(),
                    price: currency.round(Decimal::TEN),
                    stock: *stock,
                    visible: true,
                }],
            })
            .collect();
        shop.import(&products, false).await.unwrap();
        let skus =
            sqlx::query_scalar::<_, i64>("SELECT id FROM skus ORDER BY sku").fetch_all(&db.pool()).await;
        Self { shop, skus: skus.unwrap().into_iter().map(SkuId).collect(), db }
    }

    /// A code for 10 % off.
    pub(crate) async fn code(&self, max_uses: Option<u32>, per_customer: Option<u32>) -> PromoCode {
        let code = PromoCode::parse("SPRING").unwrap();
        let promo = Promo {
            id: 0,
            code: code.clone(),
            benefit: Benefit::Percent(10),
            from: None,
            until: None,
            min_total: None,
            max_uses,
            used: 0,
            per_customer,
            first_order_only: false,
            scope: Scope::default(),
            active: true,
        };
        let new = NewPromo { promo, categories: Vec::new(), products: Vec::new() };
        self.shop.set_up_promos(&[new]).await.unwrap();
        code
    }

    /// A customer with pieces in the cart, who has seen the summary.
    pub(crate) async fn ready(
        &self,
        id: i64,
        pieces: &[(SkuId, u32)],
        promo: Option<PromoCode>,
    ) -> (CustomerId, Placing) {
        let customer = CustomerId(id);
        let name = PersonName::parse("Ann").unwrap();
        let profile = Profile { id: customer, name: name.clone(), username: None, lang: None };
        self.shop.see(&profile).await.unwrap();
        for (sku, quantity) in pieces {
            self.shop.add_to_cart(customer, *sku, *quantity, UpdateId(id)).await.unwrap().unwrap();
        }
        let quote = self.shop.quote(customer, false, promo.as_ref()).await.unwrap();
        assert_eq!(quote.refused, None);
        let placing = Placing {
            order: OrderId::minted(customer, UpdateId(id)),
            name,
            phone: Phone::stored("+49301234567".into()),
            fulfilment: Fulfilment::Pickup,
            note: None,
            promo,
            seen: quote.seen(),
        };
        (customer, placing)
    }

    /// Presses "Confirm" for all of them at once.
    pub(crate) async fn confirm(&self, all: &[(CustomerId, Placing)]) -> Vec<Placement> {
        let presses = all.iter().cloned().map(|(customer, placing)| {
            let shop = self.shop.clone();
            tokio::spawn(async move { shop.place(customer, Lang::En, &placing).await.unwrap() })
        });
        let presses: Vec<_> = presses.collect();
        let mut answers = Vec::new();
        for press in presses {
            answers.push(press.await.unwrap());
        }
        answers
    }

    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.db.pool()).await.unwrap()
    }

    pub(crate) async fn reservations_match(&self) {
        let mut session = PgStore(self.db.pool()).session().await.unwrap();
        assert_eq!(session.catalog().drift().await.unwrap(), []);
    }
}

pub(crate) fn placed(answers: &[Placement]) -> usize {
    answers.iter().filter(|answer| matches!(answer, Placement::Placed(..))).count()
}
