use super::*;
use crate::domain::{CategoryId, ProductId, SkuId, Texts};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn eur() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn euros(amount: i64) -> Money {
    eur().round(Decimal::from(amount))
}

fn line(product: i64, category: i64, price: Money, quantity: u32) -> QuotedLine {
    QuotedLine {
        sku: SkuId(product),
        product: ProductId(product),
        categories: vec![CategoryId(category)],
        names: Texts::default(),
        options: Texts::default(),
        quantity,
        wanted: quantity,
        price,
        seen_price: price,
    }
}

fn promo(benefit: Benefit) -> Promo {
    Promo {
        id: 1,
        code: PromoCode::parse("SPRING").unwrap(),
        benefit,
        from: None,
        until: None,
        min_total: None,
        max_uses: None,
        used: 0,
        per_customer: None,
        first_order_only: false,
        scope: Scope::default(),
        active: true,
    }
}

fn noon() -> DateTime<Utc> {
    "2026-05-01T12:00:00Z".parse().unwrap()
}

fn quote(promo: &Promo, lines: &[QuotedLine]) -> Result<Discount, PromoRefusal> {
    promo.discount(lines, euros(5), PromoHistory::default(), eur(), noon())
}

#[test]
fn a_code_is_trimmed_and_upper_cased() {
    assert_eq!(PromoCode::parse(" spring-10 ").unwrap().as_str(), "SPRING-10");
    for typed in ["abc", "ВЕСНА", "with space", "123456789012345678901", ""] {
        assert!(PromoCode::parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn every_condition_has_its_own_refusal() {
    let lines = [line(1, 1, euros(10), 1)];
    let of = |change: fn(&mut Promo)| {
        let mut promo = promo(Benefit::Percent(10));
        change(&mut promo);
        quote(&promo, &lines).unwrap_err()
    };
    assert_eq!(of(|p| p.active = false), PromoRefusal::Unknown);
    let later = noon() + chrono::Duration::seconds(1);
    assert_eq!(
        of(|p| p.from = Some(noon() + chrono::Duration::seconds(1))),
        PromoRefusal::NotYet { from: later }
    );
    assert_eq!(of(|p| p.until = Some(noon())), PromoRefusal::Expired);
    assert_eq!(of(|p| (p.max_uses, p.used) = (Some(3), 3)), PromoRefusal::UsedUp);
    assert_eq!(of(|p| p.per_customer = Some(0)), PromoRefusal::AlreadyUsed);
    assert_eq!(of(|p| p.min_total = Some(euros(11))), PromoRefusal::BelowMinimum { minimum: euros(11) });
    assert_eq!(of(|p| p.scope.products = vec![ProductId(2)]), PromoRefusal::NothingCovered);
}

#[test]
fn a_first_order_promo_is_refused_to_a_returning_customer() {
    let mut promo = promo(Benefit::Percent(10));
    promo.first_order_only = true;
    let returning = PromoHistory { uses: 0, orders: 1 };
    let refusal = promo.discount(&[line(1, 1, euros(10), 1)], euros(5), returning, eur(), noon());
    assert_eq!(refusal, Err(PromoRefusal::FirstOrderOnly));
}

#[test]
fn only_covered_lines_are_discounted() {
    let mut promo = promo(Benefit::Percent(50));
    promo.scope.categories = vec![CategoryId(2)];
    let discount = quote(&promo, &[line(1, 1, euros(10), 1), line(2, 2, euros(30), 2)]).unwrap();
    assert_eq!(discount.amount, euros(30));
    assert_eq!(discount.parts, [euros(0), euros(30)]);
}

#[test]
fn free_delivery_is_kept_for_another_time_where_delivery_is_free() {
    let promo = promo(Benefit::FreeDelivery);
    let lines = [line(1, 1, euros(10), 1)];
    assert!(quote(&promo, &lines).unwrap().free_delivery);
    let free = promo.discount(&lines, Money::ZERO, PromoHistory::default(), eur(), noon());
    assert_eq!(free, Err(PromoRefusal::NoEffect));
}

fn benefits() -> impl Strategy<Value = Benefit> {
    prop_oneof![
        (1_u8..=100).prop_map(Benefit::Percent),
        (1_i64..100_000).prop_map(|cents| Benefit::Fixed(Money::new(Decimal::new(cents, 2)).unwrap())),
        Just(Benefit::FreeDelivery),
    ]
}

fn lines() -> impl Strategy<Value = Vec<QuotedLine>> {
    let one =
        (1_i64..5, 1_i64..4, 1_i64..100_000, 1_u32..50).prop_map(|(product, category, cents, quantity)| {
            line(product, category, Money::new(Decimal::new(cents, 2)).unwrap(), quantity)
        });
    prop::collection::vec(one, 1..6)
}

proptest! {
    #[test]
    fn a_discount_never_exceeds_its_base_and_its_parts_sum_to_it(
        benefit in benefits(), lines in lines(), scope in prop::collection::vec(1_i64..5, 0..3)
    ) {
        let mut promo = promo(benefit);
        promo.scope.products = scope.into_iter().map(ProductId).collect();
        if let Ok(discount) = quote(&promo, &lines) {
            let base: Money = lines.iter().filter(|line| promo.scope.covers(line)).map(QuotedLine::sum).sum();
            prop_assert!(discount.amount <= base);
            prop_assert_eq!(discount.parts.iter().copied().sum::<Money>(), discount.amount);
            for (part, line) in discount.parts.iter().zip(&lines) {
                prop_assert!(*part <= line.sum());
            }
        }
    }
}
