use super::*;
use crate::domain::{
    Address, Benefit, Bounded, Currency, CustomerId, Destination, Lang, OrderNumber, PromoCode, Scope,
    Status, Texts, UpdateId,
};
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

fn line(sku: i64, quantity: u32, price: i64) -> OrderLine {
    OrderLine {
        sku: SkuId(sku),
        names: Texts::from([(Lang::En, "Tea")]),
        options: Texts::default(),
        quantity,
        price: euros(price),
        discount: Money::ZERO,
    }
}

fn order(lines: Vec<OrderLine>, delivery: i64, promo: Option<(&str, i64)>) -> Order {
    let subtotal: Money = lines.iter().map(|line| line.price.times(line.quantity)).sum();
    let discount = promo.map_or(Money::ZERO, |(_, off)| euros(off));
    let total = subtotal.minus(discount).plus(euros(delivery));
    Order {
        id: OrderId::minted(CustomerId(1), UpdateId(1)),
        number: OrderNumber(1),
        customer: Some(CustomerId(1)),
        name: None,
        username: None,
        phone: None,
        lang: Lang::En,
        fulfilment: Some(Fulfilment::Delivery(Destination {
            address: Address::parse("1 Elm Street").unwrap(),
            point: None,
        })),
        zone: None,
        slot: None,
        note: None,
        taken_by: None,
        packed: false,
        staff_note: None,
        no_shows: 0,
        lines,
        totals: Totals { subtotal, discount, delivery: euros(delivery), total, credit: Money::ZERO },
        currency: eur(),
        named_fee: false,
        promo: promo.map(|(code, _)| code.to_owned()),
        status: Status::Accepted,
        timeline: Vec::new(),
        placed_at: noon(),
        card: None,
        amendment: None,
    }
}

fn terms() -> DeliveryTerms {
    DeliveryTerms { fee: euros(5), free_from: Some(euros(50)), ..DeliveryTerms::default() }
}

/// Ten per cent off, for carts of at least 20, long expired and used up by now.
fn promo() -> Promo {
    Promo {
        id: 1,
        code: PromoCode::parse("SPRING").unwrap(),
        benefit: Benefit::Percent(10),
        from: None,
        until: Some(noon()),
        min_total: Some(euros(20)),
        max_uses: Some(1),
        used: 1,
        per_customer: Some(1),
        first_order_only: true,
        scope: Scope::default(),
        active: false,
    }
}

fn requote(order: &Order, pieces: &[u32], fee: Option<Money>) -> Requote {
    Requote::of(order, pieces, fee, &[], &terms(), order.promo.as_ref().map(|_| promo()))
}

#[test]
fn fewer_pieces_cost_less_and_may_cost_the_delivery() {
    let order = order(vec![line(1, 5, 10), line(2, 1, 3)], 0, None);
    let now = requote(&order, &[4, 1], None);
    assert_eq!(
        (now.totals.subtotal, now.totals.delivery, now.totals.total),
        (euros(43), euros(5), euros(48))
    );
    let names = Texts::from([(Lang::En, "Tea")]);
    let changes =
        [Change::Quantity { names, from: 5, to: 4 }, Change::Delivery { from: euros(0), to: euros(5) }];
    assert_eq!(
        now.gist,
        Gist { changes: changes.into(), from: euros(53), to: euros(48), credit: Money::ZERO }
    );
}

#[test]
fn a_promo_that_was_taken_holds_whatever_became_of_it_meanwhile() {
    let order = order(vec![line(1, 4, 10)], 5, Some(("SPRING", 4)));
    let now = requote(&order, &[3], None);
    assert!(now.keeps_promo);
    assert_eq!((now.totals.discount, now.discounts), (euros(3), vec![euros(3)]));
}

#[test]
fn a_promo_whose_minimum_is_missed_falls_away_and_that_is_said() {
    let order = order(vec![line(1, 4, 10)], 5, Some(("SPRING", 4)));
    let now = requote(&order, &[1], None);
    assert!(!now.keeps_promo);
    assert_eq!(now.totals.total, euros(15));
    assert!(now.gist.changes.contains(&Change::Promo(PromoRefusal::BelowMinimum { minimum: euros(20) })));
}

#[test]
fn a_named_fee_holds_also_when_the_lines_change_later() {
    let mut order = order(vec![line(1, 1, 10)], 5, None);
    let now = requote(&order, &[1], Some(euros(20)));
    assert_eq!(now.totals.total, euros(30));
    assert_eq!(now.gist.changes, [Change::Delivery { from: euros(5), to: euros(20) }]);
    order.totals = now.totals;
    order.named_fee = true;
    assert_eq!(requote(&order, &[9], None).totals.delivery, euros(20));
}

#[test]
fn an_order_as_it_is_is_no_change() {
    let order = order(vec![line(1, 2, 10), line(2, 3, 4)], 5, None);
    assert_eq!(requote(&order, &[2, 3], None).gist.changes, []);
}

proptest! {
    #[test]
    fn parts_sum_to_the_discount_and_sums_to_the_total(pieces in prop::collection::vec(0_u32..9, 3)) {
        let order = order(vec![line(1, 2, 7), line(2, 3, 4), line(3, 1, 11)], 5, Some(("SPRING", 3)));
        let Requote { totals, discounts, .. } = requote(&order, &pieces, None);
        prop_assert_eq!(discounts.iter().copied().sum::<Money>(), totals.discount);
        prop_assert_eq!(totals.subtotal.minus(totals.discount).plus(totals.delivery), totals.total);
        for (part, pieces) in discounts.iter().zip(&pieces) {
            prop_assert!(*pieces > 0 || *part == Money::ZERO);
        }
    }
}

#[test]
fn every_state_survives_the_database() {
    for state in AmendmentState::ALL {
        assert_eq!(AmendmentState::parse(state.as_str()), Some(state));
    }
}
