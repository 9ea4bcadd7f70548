use super::*;
use crate::domain::{Benefit, Lang, Scope};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn eur() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn euros(amount: i64) -> Money {
    eur().round(Decimal::from(amount))
}

fn noon() -> DateTime<Utc> {
    "2026-05-01T12:00:00Z".parse().unwrap()
}

fn tea(wanted: u32, available: u32, price: Money) -> CartLine {
    CartLine {
        sku: SkuId(1),
        product: ProductId(1),
        categories: vec![CategoryId(1)],
        names: Texts::from([(Lang::En, "Tea")]),
        options: Texts::default(),
        wanted,
        available,
        price,
        seen_price: price,
    }
}

fn terms() -> DeliveryTerms {
    DeliveryTerms { fee: euros(5), free_from: Some(euros(50)), ..DeliveryTerms::default() }
}

fn plain(cart: Vec<CartLine>) -> Quote {
    Quote::of(cart, true, &terms(), None, eur(), noon())
}

#[test]
fn delivery_costs_its_fee_below_the_free_amount_and_nothing_from_it_on() {
    assert_eq!(plain(vec![tea(4, 9, euros(10))]).totals.total, euros(45));
    assert_eq!(plain(vec![tea(5, 9, euros(10))]).totals.total, euros(50));
    let pickup = Quote::of(vec![tea(1, 9, euros(10))], false, &terms(), None, eur(), noon());
    assert_eq!(pickup.totals.delivery, Money::ZERO);
}

#[test]
fn no_more_is_quoted_than_there_is() {
    let quote = plain(vec![tea(5, 2, euros(10))]);
    assert_eq!((quote.lines[0].quantity, quote.lines[0].wanted), (2, 5));
    assert_eq!(plain(vec![tea(5, 0, euros(10))]).gone.len(), 1);
}

#[test]
fn what_changed_is_told_line_by_line() {
    let seen = plain(vec![tea(5, 9, euros(10))]).seen();
    assert_eq!(changes(&seen, &plain(vec![tea(5, 9, euros(10))])), []);
    let names = Texts::from([(Lang::En, "Tea")]);
    assert_eq!(
        changes(&seen, &plain(vec![tea(5, 9, euros(12))])),
        [Change::Price { names: names.clone(), from: euros(10), to: euros(12) }]
    );
    assert_eq!(
        changes(&seen, &plain(vec![tea(5, 4, euros(10))])),
        [
            Change::Quantity { names: names.clone(), from: 5, to: 4 },
            Change::Delivery { from: euros(0), to: euros(5) }
        ]
    );
    assert_eq!(changes(&seen, &plain(vec![tea(5, 0, euros(10))]))[0], Change::Gone { names });
}

proptest! {
    #[test]
    fn the_parts_of_an_order_sum_to_its_total_and_nothing_is_negative(
        cart in prop::collection::vec((1_u32..999, 0_u32..999, 1_i64..1_000_000), 0..6),
        percent in 1_u8..=100, delivery: bool, fee in 0_i64..10_000,
    ) {
        let cart = cart.into_iter().zip(1..).map(|((wanted, available, cents), sku)| CartLine {
            sku: SkuId(sku),
            ..tea(wanted, available, Money::new(Decimal::new(cents, 2)).unwrap())
        }).collect();
        let terms = DeliveryTerms { fee: Money::new(Decimal::new(fee, 2)).unwrap(), ..DeliveryTerms::default() };
        let promo = Promo {
            id: 1, code: PromoCode::parse("SPRING").unwrap(), benefit: Benefit::Percent(percent), from: None, until: None,
            min_total: None, max_uses: None, used: 0, per_customer: None, first_order_only: false,
            scope: Scope::default(), active: true,
        };
        let quote = Quote::of(cart, delivery, &terms, Some(Ok((promo, PromoHistory::default()))), eur(), noon());
        let Totals { subtotal, discount, delivery, total } = quote.totals;
        prop_assert!(discount <= subtotal);
        prop_assert_eq!(subtotal.amount() - discount.amount() + delivery.amount(), total.amount());
        prop_assert!(changes(&quote.seen(), &quote).is_empty() || quote.refused.is_some());
    }
}
