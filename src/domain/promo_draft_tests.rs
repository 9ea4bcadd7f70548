use super::*;
use crate::domain::{CategoryId, ProductId};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

fn ground() -> DraftGround {
    DraftGround { currency: Currency::parse("EUR").unwrap(), today: "2026-11-24".parse().unwrap() }
}

fn of(kind: PromoKind) -> PromoDraft {
    PromoDraft { kind: Some(kind), ..PromoDraft::default() }
}

fn euros(amount: Decimal) -> Money {
    Money::new(amount).unwrap()
}

fn answered(draft: PromoDraft, field: PromoField, typed: &str) -> PromoDraft {
    draft.answer(field, typed, ground()).unwrap_or_else(|refusal| panic!("{typed}: {refusal}"))
}

#[test]
fn a_draft_asks_for_the_first_thing_that_is_missing() {
    assert_eq!(of(PromoKind::Percent).missing(), Some(PromoField::Value));
    assert_eq!(of(PromoKind::FreeDelivery).missing(), Some(PromoField::Code));
    let valued = answered(of(PromoKind::Percent), PromoField::Value, "10 %");
    assert_eq!(valued.missing(), Some(PromoField::Code));
    let complete = answered(valued, PromoField::Code, "spring-10");
    assert_eq!(complete.missing(), None);
    // Another kind has another value.
    assert_eq!(PromoDraft { kind: Some(PromoKind::Fixed), ..complete }.missing(), Some(PromoField::Value));
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let number = |least, most| DraftRefusal::NotANumber { least, most };
    let cases = [
        (PromoKind::Percent, PromoField::Value, "0", DraftRefusal::NotAPercentage),
        (PromoKind::Percent, PromoField::Value, "101", DraftRefusal::NotAPercentage),
        (PromoKind::Percent, PromoField::Value, "-", DraftRefusal::NotAPercentage),
        (PromoKind::Fixed, PromoField::Value, "0", DraftRefusal::NotAnAmount),
        (PromoKind::Fixed, PromoField::Value, "5.555", DraftRefusal::NotAnAmount),
        (PromoKind::Fixed, PromoField::Code, "абвгд", DraftRefusal::NotACode),
        (PromoKind::Fixed, PromoField::Days, "soon", DraftRefusal::NotDays),
        (PromoKind::Fixed, PromoField::Days, "2026-11-23", DraftRefusal::InThePast),
        (PromoKind::Fixed, PromoField::Days, "2026-12-24 2026-12-01", DraftRefusal::InThePast),
        (PromoKind::Fixed, PromoField::Minimum, "much", DraftRefusal::NotAnAmount),
        (PromoKind::Fixed, PromoField::Uses, "0", number(1, 1_000_000)),
        (PromoKind::Fixed, PromoField::PerCustomer, "1001", number(1, 1_000)),
        (PromoKind::Fixed, PromoField::Series, "1", number(2, MOST_CODES)),
        (PromoKind::Fixed, PromoField::Series, "1001", number(2, MOST_CODES)),
    ];
    for (kind, field, typed, refusal) in cases {
        assert_eq!(of(kind).answer(field, typed, ground()), Err(refusal), "{typed}");
    }
}

#[test]
fn a_dash_takes_away_what_can_be_left_out() {
    let mut draft = of(PromoKind::FreeDelivery);
    let given = [
        (PromoField::Days, "2026-12-01 2026-12-24"),
        (PromoField::Minimum, "20"),
        (PromoField::Uses, "100"),
        (PromoField::PerCustomer, "1"),
        (PromoField::Series, "50"),
    ];
    for (field, typed) in given {
        draft = answered(draft, field, typed);
    }
    assert_eq!((draft.minimum, draft.uses, draft.series), (Some(euros(dec!(20))), Some(100), Some(50)));
    for (field, _) in given {
        draft = answered(draft, field, "-");
    }
    assert_eq!(draft, of(PromoKind::FreeDelivery));
}

#[test]
fn the_last_day_counts_to_its_end_by_the_clock_of_the_shop() {
    let mut draft = answered(of(PromoKind::Fixed), PromoField::Value, "5,50");
    draft = answered(draft, PromoField::Code, "xmas");
    draft = answered(draft, PromoField::Days, "2026-12-01 – 2026-12-24");
    let promo = draft.promo(chrono_tz::Europe::Berlin).unwrap();
    assert_eq!(promo.benefit, Benefit::Fixed(euros(dec!(5.50))));
    assert_eq!(promo.from.unwrap().to_rfc3339(), "2026-11-30T23:00:00+00:00");
    assert_eq!(promo.until.unwrap().to_rfc3339(), "2026-12-24T23:00:00+00:00");
    assert_eq!(of(PromoKind::Fixed).promo(chrono_tz::UTC), None);
}

#[test]
fn the_codes_of_a_series_are_for_one_use_each_and_begin_alike() {
    let draft = answered(of(PromoKind::FreeDelivery), PromoField::Code, "thank-you-friends");
    let draft = answered(draft, PromoField::Series, "1000");
    assert_eq!(draft.code, None, "too long to begin codes with");
    assert_eq!(
        draft.clone().answer(PromoField::Code, "twelve-chars", ground()),
        Err(DraftRefusal::PrefixTooLong)
    );
    let draft = answered(draft, PromoField::Code, "thanks");
    let codes = draft.codes([7; 32]);
    assert_eq!(codes.len(), 1000);
    assert!(codes.iter().all(|code| code.stem() == "THANKS" && code.as_str().len() == 15));
    assert_ne!(codes, draft.codes([8; 32]));
    assert_eq!(draft.promo(chrono_tz::UTC).unwrap().max_uses, Some(1));
}

#[test]
fn one_code_is_the_code() {
    let draft = answered(of(PromoKind::FreeDelivery), PromoField::Code, "hello");
    assert_eq!(draft.codes([0; 32]), [PromoCode::parse("HELLO").unwrap()]);
}

#[test]
fn a_draft_of_before_there_was_a_scope_applies_to_everything() {
    let draft: PromoDraft =
        serde_json::from_value(serde_json::json!({ "kind": "percent", "percent": 10 })).unwrap();
    assert!(draft.scope.is_everything());
    let narrow = PromoDraft { scope: Scope { categories: vec![CategoryId(7)], ..Scope::default() }, ..draft };
    let narrow = answered(narrow, PromoField::Code, "spring");
    assert_eq!(narrow.promo(chrono_tz::UTC).unwrap().scope.categories, [CategoryId(7)]);
}

proptest! {
    #[test]
    fn nonsense_is_refused_without_a_panic(typed in ".{0,40}") {
        for kind in PromoKind::ALL {
            for field in PromoField::ALL {
                let _ = of(kind).answer(field, &typed, ground());
            }
        }
    }

    #[test]
    fn a_draft_survives_the_database(percent in 1_u8..=100, uses in 1_u32..100, first: bool) {
        let draft = PromoDraft {
            percent: Some(percent),
            uses: Some(uses),
            first_order_only: first,
            first: Some(ground().today),
            minimum: Some(euros(dec!(12.50))),
            scope: Scope { categories: vec![CategoryId(7)], products: vec![ProductId(i64::MAX)] },
            ..of(PromoKind::Percent)
        };
        let stored = serde_json::to_value(&draft).unwrap();
        prop_assert_eq!(serde_json::from_value::<PromoDraft>(stored).unwrap(), draft);
    }
}
