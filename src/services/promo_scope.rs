//! What promos apply to, as the staff see and change it.

use super::Shop;
use crate::domain::{
    Actor, Covered, CoveredName, Deed, DraftState, Lang, ListedPromo, PromoDraft, Scope, ScopeChange,
    ScopeOf, ScopeRefusal, Subject, UpdateId,
};
use crate::repository::{StoreError, UnitOfWork};

/// The word for a scope that leaves nothing out, in the list of deeds.
pub const EVERYTHING: &str = "everything";

/// Names of a scope in the list of deeds; of the others, the number.
const MOST_NAMES: usize = 5;

impl Shop {
    /// A promo; of any code of a series, the series.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promo(&self, id: i64) -> Result<Option<ListedPromo>, StoreError> {
        self.session().await?.promo_desk().find(id).await
    }

    /// What is in a scope, by name: categories first. Nothing for everything.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covered(&self, scope: &Scope) -> Result<Vec<CoveredName>, StoreError> {
        if scope.is_everything() {
            return Ok(Vec::new());
        }
        self.session().await?.promo_scopes().named(scope).await
    }

    /// Changes what a promo or a draft of one applies to, once per update. With a promo that customers have, it holds at
    /// once: whoever has seen another discount is told before the order stands.
    ///
    /// # Errors
    /// [`StoreError`]; inside, the [`ScopeRefusal`] to tell.
    pub async fn rescope(
        &self,
        of: ScopeOf,
        change: ScopeChange,
        update: UpdateId,
        by: Actor,
    ) -> Result<Result<(), ScopeRefusal>, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Err(ScopeRefusal::Already)) };
        let done = match of {
            ScopeOf::Draft(id) => rescope_draft(work.as_mut(), id, change).await?,
            ScopeOf::Promo(id) => self.rescope_promo(work.as_mut(), id, change, by).await?,
        };
        if done.is_ok() {
            work.commit().await?;
        }
        Ok(done)
    }

    async fn rescope_promo(
        &self,
        work: &mut dyn UnitOfWork,
        id: i64,
        change: ScopeChange,
        by: Actor,
    ) -> Result<Result<(), ScopeRefusal>, StoreError> {
        let Some(before) = work.promo_scopes().hold(id).await? else { return Ok(Err(ScopeRefusal::Closed)) };
        let after = match before.clone().changed(change) {
            Ok(after) => after,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if !work.promo_scopes().change(id, change).await? {
            // The first code would have taken it.
            return Ok(Err(match change {
                ScopeChange::Cover(_) => ScopeRefusal::Gone,
                ScopeChange::Spare(_) => ScopeRefusal::Last,
                ScopeChange::Everything => ScopeRefusal::Already,
            }));
        }
        let lang = self.terms().lang;
        let before = said(&work.promo_scopes().named(&before).await?, lang);
        let after = said(&work.promo_scopes().named(&after).await?, lang);
        let change = (Some(before), Some(after));
        self.record(work, by, Deed::PromoScoped, Subject::Promo(id), change).await?;
        Ok(Ok(()))
    }
}

async fn rescope_draft(
    work: &mut dyn UnitOfWork,
    id: i64,
    change: ScopeChange,
) -> Result<Result<(), ScopeRefusal>, StoreError> {
    let kept = work.promo_desk().draft(id).await?;
    let Some(kept) = kept.filter(|kept| kept.state == DraftState::Open) else {
        return Ok(Err(ScopeRefusal::Closed));
    };
    let scope = match kept.draft.scope.clone().changed(change) {
        Ok(scope) => scope,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let ScopeChange::Cover(what) = change
        && !exists(work, what).await?
    {
        return Ok(Err(ScopeRefusal::Gone));
    }
    let is_kept = work.promo_desk().keep(id, &PromoDraft { scope, ..kept.draft }).await?;
    Ok(if is_kept { Ok(()) } else { Err(ScopeRefusal::Closed) })
}

async fn exists(work: &mut dyn UnitOfWork, what: Covered) -> Result<bool, StoreError> {
    let named = work.promo_scopes().named(&what.into()).await?;
    Ok(named.iter().any(|named| named.names.is_some()))
}

/// A scope in the words of the list of deeds.
fn said(covered: &[CoveredName], lang: Lang) -> String {
    if covered.is_empty() {
        return EVERYTHING.to_owned();
    }
    let names = covered.iter().take(MOST_NAMES);
    let names: Vec<&str> = names.map(|one| one.names.as_ref().map_or("?", |names| names.get(lang))).collect();
    match covered.len().saturating_sub(MOST_NAMES) {
        0 => names.join(", "),
        more => format!("{}, +{more}", names.join(", ")),
    }
}
