//! What promos apply to: a code for one shelf never becomes a code for everything, whoever changes what at the same time.

use crate::shop::{Stand, at_once, euros};
use orderbot::domain::{
    Actor, CategoryId, Covered, CreditUse, DraftState, MOST_COVERED, Placement, ProductId, PromoCode,
    PromoField, PromoKind, PromoRefusal, Ride, Scope, ScopeChange, ScopeOf, ScopeRefusal, Stage, UpdateId,
};
use orderbot::repository::NewPromo;
use orderbot::services::{AisleSettled, DraftChange, Made};
use std::sync::atomic::{AtomicI64, Ordering};

/// An update that was not there yet.
fn next() -> UpdateId {
    static LAST: AtomicI64 = AtomicI64::new(1_000_000);
    UpdateId(LAST.fetch_add(1, Ordering::Relaxed))
}

fn olga() -> Actor {
    Actor::Staff(900, "Olga".to_owned())
}

fn product(id: i64) -> Covered {
    Covered::Product(ProductId(id))
}

async fn rescope(stand: &Stand, of: ScopeOf, change: ScopeChange) -> Result<(), ScopeRefusal> {
    stand.shop.rescope(of, change, next(), olga()).await.unwrap()
}

async fn scope(stand: &Stand, promo: i64) -> Scope {
    stand.shop.promo(promo).await.unwrap().unwrap().promo.scope
}

/// An empty category.
async fn shelf(stand: &Stand, name: &str) -> CategoryId {
    stand.shop.make_aisle(UpdateId(900), None, name, olga()).await.unwrap().unwrap().id
}

/// A draft of free delivery with this code.
async fn draft(stand: &Stand, code: &str) -> i64 {
    let id = stand.shop.promo_draft_of(1).await.unwrap().id;
    for change in [DraftChange::Kind(PromoKind::FreeDelivery), DraftChange::Answer(PromoField::Code, code)] {
        stand.shop.change_promo_draft(id, change).await.unwrap().unwrap().unwrap();
    }
    id
}

/// What a customer with a piece of this product is refused.
async fn refusal(stand: &Stand, customer: i64, sku: usize, code: &PromoCode) -> Option<PromoRefusal> {
    let customer = stand.customer(customer).await;
    stand.shop.add_to_cart(customer, stand.skus[sku], 1, UpdateId(customer.0)).await.unwrap().unwrap();
    stand.shop.quote(customer, Ride::Pickup, Some(code), CreditUse::Spend).await.unwrap().refused
}

#[tokio::test]
async fn of_two_who_take_the_last_two_things_away_one_is_refused() {
    let stand = Stand::with(&[9, 9]).await;
    stand.code(|_| {}).await;
    let of = ScopeOf::Promo(1);
    let things = [Covered::Category(CategoryId(1)), product(1)];
    for _ in 0..5 {
        for what in things {
            let _ = rescope(&stand, of, ScopeChange::Cover(what)).await;
        }
        let answers = at_once(things.into_iter().map(|what| {
            let shop = stand.shop.clone();
            async move { shop.rescope(of, ScopeChange::Spare(what), next(), olga()).await.unwrap() }
        }))
        .await;
        assert!(answers.contains(&Ok(())) && answers.contains(&Err(ScopeRefusal::Last)), "{answers:?}");
        assert!(!scope(&stand, 1).await.is_everything());
    }
}

#[tokio::test]
async fn of_many_presses_one_counts_and_is_written_down() {
    let stand = Stand::with(&[9, 9]).await;
    stand.code(|_| {}).await;
    for (change, before, after) in [
        (ScopeChange::Cover(Covered::Category(CategoryId(1))), "everything", "Tea"),
        (ScopeChange::Cover(product(2)), "Tea", "Tea, Tea 1"),
        (ScopeChange::Spare(Covered::Category(CategoryId(1))), "Tea, Tea 1", "Tea 1"),
        (ScopeChange::Everything, "Tea 1", "everything"),
    ] {
        let answers = at_once((0..6).map(|_| {
            let shop = stand.shop.clone();
            async move { shop.rescope(ScopeOf::Promo(1), change, next(), olga()).await.unwrap() }
        }))
        .await;
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(done, 1, "{answers:?}");
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(ScopeRefusal::Already))));
        let told = stand.shop.audit(orderbot::domain::AuditFilter::All, None, 1).await.unwrap().remove(0);
        assert_eq!((told.before.as_deref(), told.after.as_deref()), (Some(before), Some(after)));
    }
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE deed = 'promo_scoped'").await, 4);
}

#[tokio::test]
async fn a_press_that_comes_again_later_does_not_undo_what_a_colleague_did_since() {
    let stand = Stand::with(&[9]).await;
    stand.code(|_| {}).await;
    let (of, press) = (ScopeOf::Promo(1), next());
    let narrow = || stand.shop.rescope(of, ScopeChange::Cover(product(1)), press, olga());
    assert_eq!(narrow().await.unwrap(), Ok(()));
    rescope(&stand, of, ScopeChange::Everything).await.unwrap();
    assert_eq!(narrow().await.unwrap(), Err(ScopeRefusal::Already));
    assert!(scope(&stand, 1).await.is_everything());
}

#[tokio::test]
async fn a_shelf_is_removed_or_a_code_applies_to_it_but_not_both() {
    let stand = Stand::with(&[9]).await;
    stand.code(|_| {}).await;
    for _ in 0..8 {
        let mugs = shelf(&stand, "Mugs").await;
        let change = ScopeChange::Cover(Covered::Category(mugs));
        let (covering, removing) = (stand.shop.clone(), stand.shop.clone());
        let covered = tokio::spawn(async move {
            covering.rescope(ScopeOf::Promo(1), change, next(), olga()).await.unwrap()
        });
        let removed = tokio::spawn(async move { removing.remove_aisle(mugs, olga()).await.unwrap() });
        match (covered.await.unwrap(), removed.await.unwrap()) {
            (Ok(()), AisleSettled::Impossible) => {
                assert_eq!(scope(&stand, 1).await.categories, [mugs]);
                rescope(&stand, ScopeOf::Promo(1), ScopeChange::Everything).await.unwrap();
                assert_eq!(stand.shop.remove_aisle(mugs, olga()).await.unwrap(), AisleSettled::Done);
            }
            (Err(ScopeRefusal::Gone), AisleSettled::Done) => {}
            both => panic!("{both:?}"),
        }
    }
}

#[tokio::test]
async fn nothing_takes_from_behind_what_a_code_applies_to() {
    let stand = Stand::with(&[9, 9]).await;
    let code = stand.code(|_| {}).await;
    let mugs = shelf(&stand, "Mugs").await;
    rescope(&stand, ScopeOf::Promo(1), ScopeChange::Cover(Covered::Category(mugs))).await.unwrap();
    assert_eq!(stand.shop.remove_aisle(mugs, olga()).await.unwrap(), AisleSettled::Impossible);
    let pool = stand.db.pool();
    assert!(sqlx::query("DELETE FROM categories WHERE slug <> 'tea'").execute(&pool).await.is_err());
    assert_eq!(refusal(&stand, 5, 0, &code).await, Some(PromoRefusal::NothingCovered));

    // Hidden, and archived: the code gives nothing, and it does not give more.
    stand.shop.show_aisle(mugs, false, olga()).await.unwrap();
    assert_eq!(refusal(&stand, 6, 0, &code).await, Some(PromoRefusal::NothingCovered));
    rescope(&stand, ScopeOf::Promo(1), ScopeChange::Cover(product(1))).await.unwrap();
    rescope(&stand, ScopeOf::Promo(1), ScopeChange::Spare(Covered::Category(mugs))).await.unwrap();
    assert_eq!(refusal(&stand, 7, 0, &code).await, None);
    stand.shop.turn_product(ProductId(1), Stage::Shown, Stage::Archived, olga()).await.unwrap();
    assert_eq!(refusal(&stand, 8, 1, &code).await, Some(PromoRefusal::NothingCovered));
    let covered = stand.shop.covered(&scope(&stand, 1).await).await.unwrap();
    assert_eq!((covered.len(), covered[0].is_open), (1, false));
}

#[tokio::test]
async fn a_draft_for_a_shelf_that_is_gone_makes_no_code() {
    let stand = Stand::with(&[9]).await;
    let mugs = shelf(&stand, "Mugs").await;
    let id = draft(&stand, "MUGS").await;
    let of = ScopeOf::Draft(id);
    rescope(&stand, of, ScopeChange::Cover(Covered::Category(mugs))).await.unwrap();
    let mug = Covered::Category(mugs);
    assert_eq!(rescope(&stand, of, ScopeChange::Cover(mug)).await, Err(ScopeRefusal::Already));
    assert_eq!(stand.shop.remove_aisle(mugs, olga()).await.unwrap(), AisleSettled::Done);
    assert_eq!(stand.shop.make_promo(id, olga(), [1; 32]).await.unwrap(), Made::Gone);
    assert_eq!(stand.number("SELECT count(*) FROM promos").await, 0);
    assert_eq!(stand.shop.promo_draft(id).await.unwrap().unwrap().state, DraftState::Open);

    let covered = stand.shop.covered(&mug.into()).await.unwrap();
    assert_eq!((covered.len(), &covered[0].names), (1, &None));
    assert_eq!(rescope(&stand, of, ScopeChange::Spare(mug)).await, Err(ScopeRefusal::Last));
    assert_eq!(rescope(&stand, of, ScopeChange::Cover(product(77))).await, Err(ScopeRefusal::Gone));
    rescope(&stand, of, ScopeChange::Cover(product(1))).await.unwrap();
    rescope(&stand, of, ScopeChange::Spare(mug)).await.unwrap();
    let Made::Done(made) = stand.shop.make_promo(id, olga(), [1; 32]).await.unwrap() else {
        panic!("not made")
    };
    assert_eq!(scope(&stand, made).await, Scope::from(product(1)));
    assert_eq!(rescope(&stand, of, ScopeChange::Everything).await, Err(ScopeRefusal::Closed));
    assert_eq!(rescope(&stand, ScopeOf::Promo(77), ScopeChange::Everything).await, Err(ScopeRefusal::Closed));
}

#[tokio::test]
async fn all_codes_of_a_series_apply_to_the_same() {
    let stand = Stand::with(&[9, 9]).await;
    let id = draft(&stand, "GIFT").await;
    let many = DraftChange::Answer(PromoField::Series, "50");
    stand.shop.change_promo_draft(id, many).await.unwrap().unwrap().unwrap();
    rescope(&stand, ScopeOf::Draft(id), ScopeChange::Cover(product(1))).await.unwrap();
    let Made::Done(series) = stand.shop.make_promo(id, olga(), [3; 32]).await.unwrap() else {
        panic!("not made")
    };
    let of = ScopeOf::Promo(series);
    assert_eq!(stand.number("SELECT count(*) FROM promo_products WHERE product = 1").await, 50);
    let tea = Covered::Category(CategoryId(1));
    rescope(&stand, of, ScopeChange::Cover(tea)).await.unwrap();
    rescope(&stand, of, ScopeChange::Spare(product(1))).await.unwrap();
    assert_eq!(rescope(&stand, of, ScopeChange::Spare(tea)).await, Err(ScopeRefusal::Last));
    assert_eq!(stand.number("SELECT count(*) FROM promo_categories").await, 50);
    assert_eq!(stand.shop.aisles().await.unwrap()[0].promos, 1, "a series counts as one");

    // A file may have made one of them different: what is taken from all must leave each something.
    let (last, _) = stand.shop.promo_codes(series).await.unwrap().pop().unwrap();
    rescope(&stand, of, ScopeChange::Cover(product(1))).await.unwrap();
    let mut promo = stand.shop.promo(series).await.unwrap().unwrap().promo;
    promo.code = PromoCode::parse(&last).unwrap();
    let new = NewPromo { promo, categories: vec!["tea".into()], products: Vec::new() };
    assert_eq!(stand.shop.set_up_promos(&[new]).await.unwrap(), Vec::<String>::new());
    assert_eq!(rescope(&stand, of, ScopeChange::Spare(tea)).await, Err(ScopeRefusal::Last));
    rescope(&stand, of, ScopeChange::Spare(product(1))).await.unwrap();
    rescope(&stand, of, ScopeChange::Everything).await.unwrap();
    assert_eq!(stand.number("SELECT count(*) FROM promo_categories").await, 0);
}

#[tokio::test]
async fn who_has_seen_another_discount_is_told_before_the_order_stands() {
    let stand = Stand::with(&[9, 9]).await;
    let code = stand.code(|_| {}).await;
    let both = [(stand.skus[0], 1), (stand.skus[1], 2)];
    let (customer, placing) = stand.ready(1, &both, Some(code.clone())).await;
    rescope(&stand, ScopeOf::Promo(1), ScopeChange::Cover(product(2))).await.unwrap();
    let Placement::Changed(quote, _) = stand.place(customer, &placing).await else { panic!("not told") };
    assert_eq!((quote.refused, quote.totals.discount), (None, euros(2)));
    let (customer, placing) = stand.ready(2, &[(stand.skus[0], 1)], None).await;
    let placing = orderbot::domain::Placing { promo: Some(code), ..placing };
    let Placement::Changed(quote, _) = stand.place(customer, &placing).await else { panic!("not told") };
    assert_eq!(quote.refused, Some(PromoRefusal::NothingCovered));
    assert_eq!(stand.number("SELECT used::bigint FROM promos").await, 0);
}

#[tokio::test]
async fn a_scope_has_an_end() {
    let most = u32::try_from(MOST_COVERED).unwrap();
    let stand = Stand::with(&vec![1; MOST_COVERED + 1]).await;
    stand.code(|_| {}).await;
    let sql =
        "WITH new AS (INSERT INTO promo_products SELECT 1, id FROM products WHERE id <= 100 RETURNING 1)
               SELECT count(*) FROM new";
    assert_eq!(stand.number(sql).await, i64::from(most));
    let one_more = ScopeChange::Cover(product(i64::from(most) + 1));
    assert_eq!(rescope(&stand, ScopeOf::Promo(1), one_more).await, Err(ScopeRefusal::Full));
}
