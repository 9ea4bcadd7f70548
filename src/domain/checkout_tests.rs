use super::*;
use crate::domain::{Benefit, Lang, Scope};
use crate::domain::{Change, changes};
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

fn benefits() -> impl Strategy<Value = Benefit> {
    prop_oneof![
        (1_u8..=100).prop_map(Benefit::Percent),
        (1_i64..100_000).prop_map(|cents| Benefit::Fixed(Money::new(Decimal::new(cents, 2)).unwrap())),
        Just(Benefit::FreeDelivery),
    ]
}

proptest! {
    #[test]
    fn the_parts_of_an_order_sum_to_its_total_and_nothing_is_negative(
        cart in prop::collection::vec((1_u32..999, 0_u32..999, 0_i64..1_000_000), 0..20),
        code in prop_oneof![Just("EUR"), Just("JPY"), Just("KWD")], benefit in benefits(),
        delivery: bool, fee in 0_i64..10_000, free_from in prop::option::of(0_i64..100_000_000),
    ) {
        let currency = Currency::parse(code).unwrap();
        let amount = |units: i64| Money::new(Decimal::new(units, currency.digits())).unwrap();
        let cart = cart.into_iter().zip(1..).map(|((wanted, available, units), sku)| CartLine {
            sku: SkuId(sku),
            ..tea(wanted, available, amount(units))
        }).collect();
        let terms = DeliveryTerms { fee: amount(fee), free_from: free_from.map(amount), ..DeliveryTerms::default() };
        let promo = Promo {
            id: 1, code: PromoCode::parse("SPRING").unwrap(), benefit, from: None, until: None, min_total: None,
            max_uses: None, used: 0, per_customer: None, first_order_only: false, scope: Scope::default(), active: true,
        };
        let quote = Quote::of(cart, delivery, &terms, Some(Ok((promo, PromoHistory::default()))), currency, noon());
        let Totals { subtotal, discount, delivery, total, .. } = quote.totals;
        prop_assert!(discount <= subtotal);
        prop_assert_eq!(subtotal.amount() - discount.amount() + delivery.amount(), total.amount());
        prop_assert!(total.amount().scale() <= currency.digits());
        prop_assert_eq!(quote.lines.iter().map(QuotedLine::sum).sum::<Money>(), subtotal);
        prop_assert!(changes(&quote.seen(), &quote).is_empty() || quote.refused.is_some());
        if let Some(given) = &quote.discount {
            prop_assert_eq!(given.parts.iter().copied().sum::<Money>(), discount);
            for (part, line) in given.parts.iter().zip(&quote.lines) {
                prop_assert!(*part <= line.sum());
            }
        }
    }
}

#[test]
fn the_largest_cart_at_the_highest_price_is_still_counted() {
    let price = Money::new(crate::domain::MAX_PRICE).unwrap();
    let most = crate::domain::MAX_PER_LINE;
    let cart =
        (1..=i64::from(MAX_CART_LINES)).map(|sku| CartLine { sku: SkuId(sku), ..tea(most, most, price) });
    let promo = Promo {
        id: 1,
        code: PromoCode::parse("SPRING").unwrap(),
        benefit: Benefit::Percent(33),
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
    let kwd = Currency::parse("KWD").unwrap();
    let found = Some(Ok((promo, PromoHistory::default())));
    let quote = Quote::of(cart.collect(), true, &terms(), found, kwd, noon());
    let parts: Money = quote.discount.unwrap().parts.into_iter().sum();
    assert_eq!(parts, kwd.percent(quote.totals.subtotal, 33));
}

#[test]
fn an_empty_cart_and_one_that_sold_out_are_told_apart() {
    assert_eq!(plain(vec![]).nothing_to_order(), Some(CheckoutRefusal::EmptyCart));
    assert_eq!(plain(vec![tea(5, 0, euros(10))]).nothing_to_order(), Some(CheckoutRefusal::SoldOut));
    assert_eq!(plain(vec![tea(5, 1, euros(10))]).nothing_to_order(), None);
}

#[test]
fn store_credit_pays_up_to_the_total_and_no_more() {
    let quote = || Quote::of(vec![tea(2, 9, euros(10))], false, &terms(), None, eur(), noon());
    let paid = |balance| {
        let totals = quote().with_credit(euros(balance)).totals;
        (totals.credit, totals.to_pay(), totals.total)
    };
    assert_eq!(paid(0), (Money::ZERO, euros(20), euros(20)));
    assert_eq!(paid(5), (euros(5), euros(15), euros(20)));
    assert_eq!(paid(50), (euros(20), Money::ZERO, euros(20)));
    let seen = quote().with_credit(euros(5)).seen();
    assert_eq!(changes(&seen, &quote().with_credit(euros(5))), []);
    let change = Change::Credit { from: euros(5), to: euros(3) };
    assert_eq!(changes(&seen, &quote().with_credit(euros(3))), [change]);
}

#[test]
fn a_summary_of_an_earlier_version_is_still_read() {
    let seen: Seen = serde_json::from_str(
        r#"{"lines": [], "totals": {"subtotal": "20", "discount": "0", "delivery": "0", "total": "20"}}"#,
    )
    .unwrap();
    assert_eq!((seen.totals.credit, seen.totals.to_pay()), (Money::ZERO, euros(20)));
    let old = serde_json::to_value(seen.totals).unwrap();
    assert_eq!(old.get("credit"), None, "and what has no credit is still read by an earlier version");
}
