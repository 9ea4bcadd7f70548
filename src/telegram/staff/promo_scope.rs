//! Choosing what a promo applies to: categories are ticked, products found by their names. On a draft it counts when the promo
//! is made; on a promo that customers have, at once.

use super::hand::reply;
use super::payload::{StaffButton, encode};
use super::promo_card::code;
use super::promo_scope_card::{candidates, screen, sure};
use super::promos::PromoDeed;
use super::prompt::{self, Question};
use super::{Card, Hand};
use crate::domain::{
    Bounded, CategoryId, Covered, DraftState, Goods, MOST_COVERED, ProductId, Scope, ScopeChange, ScopeOf,
    ScopeRefusal, Stage,
};
use crate::repository::{GoodsFilter, StoreError};
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use crate::telegram::presses;
use teloxide::types::{CallbackQuery, Message};

/// The question for a product, and the hint in the empty field.
pub(super) const TEXTS: (&str, &str) = ("promos-ask-product", "promos-ask-product-hint");

/// Products that are offered for what was typed.
pub(super) const MOST_FOUND: usize = 10;

/// What a button does where it is chosen what a promo applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) struct ScopeDeed {
    /// Whose scope it is.
    pub(super) of: ScopeOf,
    /// The page of the list that is shown then.
    pub(super) page: usize,
    /// What it does.
    pub(super) step: ScopeStep,
}

/// What it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum ScopeStep {
    /// Show the list.
    Show,
    /// Change it.
    Change(ScopeChange),
    /// To everything? (asks once more)
    Widen,
    /// Ask for the name of a product.
    Find,
}

impl ScopeDeed {
    /// What a button with it carries.
    pub(super) fn button(self) -> String {
        encode(&StaffButton::Promos(PromoDeed::Scope(self)))
    }

    /// As a button carries it.
    pub(super) fn words(self) -> String {
        let thing = |what| match what {
            Covered::Category(id) => format!("c{id}"),
            Covered::Product(id) => format!("p{id}"),
        };
        let step = match self.step {
            ScopeStep::Show => "o".to_owned(),
            ScopeStep::Find => "f".to_owned(),
            ScopeStep::Widen => "w".to_owned(),
            ScopeStep::Change(ScopeChange::Everything) => "e".to_owned(),
            ScopeStep::Change(ScopeChange::Cover(what)) => format!("+{}", thing(what)),
            ScopeStep::Change(ScopeChange::Spare(what)) => format!("-{}", thing(what)),
        };
        format!("{}:{}:{step}", word(self.of), self.page)
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [of, page, step] = words else { return None };
        let thing = |text: &str| match (text.strip_prefix('c'), text.strip_prefix('p')) {
            (Some(id), _) => Some(Covered::Category(CategoryId(id.parse().ok()?))),
            (_, Some(id)) => Some(Covered::Product(ProductId(id.parse().ok()?))),
            _ => None,
        };
        let step = match *step {
            "o" => ScopeStep::Show,
            "f" => ScopeStep::Find,
            "w" => ScopeStep::Widen,
            "e" => ScopeStep::Change(ScopeChange::Everything),
            step => ScopeStep::Change(match (step.strip_prefix('+'), step.strip_prefix('-')) {
                (Some(what), _) => ScopeChange::Cover(thing(what)?),
                (_, Some(what)) => ScopeChange::Spare(thing(what)?),
                _ => return None,
            }),
        };
        Some(Self { of: whose(of)?, page: page.parse().ok()?, step })
    }

    #[cfg(test)]
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let things = [Covered::Category(CategoryId(i64::MAX)), Covered::Product(ProductId(i64::MAX))];
        let changes =
            things.into_iter().flat_map(|what| [ScopeChange::Cover(what), ScopeChange::Spare(what)]);
        let changes = changes.chain([ScopeChange::Everything]).map(ScopeStep::Change);
        let steps = [ScopeStep::Show, ScopeStep::Find, ScopeStep::Widen].into_iter().chain(changes);
        steps.flat_map(|step| {
            [ScopeOf::Draft(i64::MAX), ScopeOf::Promo(i64::MAX)].map(|of| Self { of, page: 999, step })
        })
    }
}

/// As links and buttons carry it.
pub(super) fn word(of: ScopeOf) -> String {
    match of {
        ScopeOf::Draft(id) => format!("d{id}"),
        ScopeOf::Promo(id) => format!("p{id}"),
    }
}

/// Reads that.
pub(super) fn whose(text: &str) -> Option<ScopeOf> {
    match (text.strip_prefix('d'), text.strip_prefix('p')) {
        (Some(id), _) => id.parse().ok().map(ScopeOf::Draft),
        (_, Some(id)) => id.parse().ok().map(ScopeOf::Promo),
        _ => None,
    }
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: ScopeDeed) -> Outcome {
    let ScopeDeed { of, page, step } = deed;
    let Some((name, scope)) = scope_of(hand, of).await? else {
        hand.toast(press, "promos-draft-gone").await;
        return Ok(());
    };
    match step {
        ScopeStep::Show => hand.release(press).await,
        ScopeStep::Widen => {
            hand.release(press).await;
            let covered = hand.shop.covered(&scope).await?;
            return hand.show(press, sure(of, &name, &covered, hand.voice())).await;
        }
        ScopeStep::Find => {
            hand.release(press).await;
            let Some(place) = press.message.as_ref().map(|message| (message.chat().id, message.id())) else {
                return Ok(());
            };
            return prompt::ask(hand, place, Question::Scope(of), &name).await;
        }
        ScopeStep::Change(change) => match rescope(hand, of, change).await? {
            Ok(()) => hand.toast(press, "staff-done").await,
            Err(refusal) => {
                let window = refusal != ScopeRefusal::Already;
                presses::toast(&hand.bot, press, &refused(refusal, hand.voice()), window).await;
            }
        },
    }
    match drawn(hand, of, page).await? {
        Some(drawn) => hand.show(press, drawn).await,
        None => Ok(()),
    }
}

/// Somebody answered with the name of a product, or its number.
pub(super) async fn answered(hand: &Hand, to: &Message, of: ScopeOf) -> Outcome {
    let Some(words) = prompt::words(hand, to).await? else { return Ok(()) };
    let found = find(hand, words.as_str()).await?;
    let product = match found.as_slice() {
        [] => return hand.say(to, "promos-no-such-product").await,
        [one] => one.id,
        several => return hand.post(to, candidates(of, several, hand.voice())).await,
    };
    let change = ScopeChange::Cover(Covered::Product(product));
    match rescope(hand, of, change).await? {
        Ok(()) | Err(ScopeRefusal::Already) => {}
        Err(refusal) => return reply(&hand.bot, to, &Html::escaped(&refused(refusal, hand.voice()))).await,
    }
    match drawn(hand, of, 0).await? {
        Some(drawn) => hand.post(to, drawn).await,
        None => Ok(()),
    }
}

async fn rescope(
    hand: &Hand,
    of: ScopeOf,
    change: ScopeChange,
) -> Result<Result<(), ScopeRefusal>, StoreError> {
    hand.shop.rescope(of, change, hand.update.id, hand.colleague.actor()).await
}

/// One more than are offered tells that there are more.
async fn find(hand: &Hand, typed: &str) -> Result<Vec<Goods>, StoreError> {
    if let Ok(number) = typed.trim_start_matches('#').parse() {
        let found = hand.shop.goods_and_ledger(ProductId(number), 0).await?;
        if let Some((goods, _)) = found.filter(|(goods, _)| goods.stage != Stage::Archived) {
            return Ok(vec![goods]);
        }
    }
    let words = typed.to_lowercase().split_whitespace().take(3).map(str::to_owned).collect();
    let limit = u32::try_from(MOST_FOUND + 1).unwrap_or(u32::MAX);
    hand.shop.goods(&GoodsFilter::With(words), ProductId(0), limit).await
}

/// What a promo or an open draft is called, and what it applies to.
async fn scope_of(hand: &Hand, of: ScopeOf) -> Result<Option<(String, Scope)>, StoreError> {
    Ok(match of {
        ScopeOf::Draft(id) => {
            let kept = hand.shop.promo_draft(id).await?.filter(|kept| kept.state == DraftState::Open);
            let name = || hand.voice().label("promos-draft-name");
            kept.map(|kept| {
                (kept.draft.code.map_or_else(name, |code| code.as_str().to_owned()), kept.draft.scope)
            })
        }
        ScopeOf::Promo(id) => hand.shop.promo(id).await?.map(|listed| (code(&listed), listed.promo.scope)),
    })
}

async fn drawn(hand: &Hand, of: ScopeOf, page: usize) -> Result<Option<Card>, StoreError> {
    let Some((name, scope)) = scope_of(hand, of).await? else { return Ok(None) };
    let covered = hand.shop.covered(&scope).await?;
    let aisles = hand.shop.aisles().await?;
    Ok(Some(screen((of, &name), page, &covered, &aisles, hand.voice())))
}

fn refused(refusal: ScopeRefusal, voice: Voice<'_>) -> String {
    let text = match refusal {
        ScopeRefusal::Already => "staff-done-already",
        ScopeRefusal::Last => "promos-scope-last",
        ScopeRefusal::Full => "promos-scope-full",
        ScopeRefusal::Gone => "promos-scope-gone",
        ScopeRefusal::Closed => "promos-draft-gone",
    };
    voice.label_with(text, [("most", u32::try_from(MOST_COVERED).unwrap_or(u32::MAX).into())])
}
