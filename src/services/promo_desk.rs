//! Promos as the staff work on them: lists, what came of them, pause, and making new ones step by step.

use super::Shop;
use crate::domain::{
    Actor, Deed, DraftGround, DraftRefusal, DraftState, KeptDraft, ListedPromo, PromoCode, PromoDraft,
    PromoField, PromoKind, PromoReport, Subject,
};
use crate::repository::StoreError;

/// What came of making a promo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// It holds now.
    Done(i64),
    /// It was made before, by a press that came twice or by a colleague.
    Already(i64),
    /// The code is another promo's.
    Taken,
    /// Part of what it applies to is gone. Made without that, it could be a code for everything.
    Gone,
    /// Something is missing, or the draft was given up.
    Impossible,
}

/// A change of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftChange<'a> {
    /// It is of this kind.
    Kind(PromoKind),
    /// An answer in words.
    Answer(PromoField, &'a str),
    /// For first orders only, or for all.
    FirstOrder(bool),
}

impl Shop {
    /// Promos with an id below `before`, the newest first, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promos(&self, before: Option<i64>, limit: u32) -> Result<Vec<ListedPromo>, StoreError> {
        self.session().await?.promo_desk().list(before, limit).await
    }

    /// A promo, or a series of codes, with what came of it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promo_report(&self, id: i64) -> Result<Option<PromoReport>, StoreError> {
        self.session().await?.promo_desk().report(id).await
    }

    /// The promo that has this code.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promo_with_code(&self, code: &PromoCode) -> Result<Option<i64>, StoreError> {
        self.session().await?.promo_desk().with_code(code).await
    }

    /// The codes of a series with how often each was used.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promo_codes(&self, series: i64) -> Result<Vec<(String, u32)>, StoreError> {
        self.session().await?.promo_desk().codes(series).await
    }

    /// Pauses a promo, or lets it go on. False if it is so already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_promo_active(&self, id: i64, active: bool, by: Actor) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        if !work.promo_desk().set_active(id, active).await? {
            return Ok(false);
        }
        let word = if active { "running" } else { "paused" };
        self.commit_deed(work, by, Deed::PromoTurned, Subject::Promo(id), (None, Some(word.to_owned())))
            .await?;
        Ok(true)
    }

    /// The draft this colleague has open; a new one if there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promo_draft_of(&self, person: i64) -> Result<KeptDraft, StoreError> {
        self.session().await?.promo_desk().draft_of(person, self.now()).await
    }

    /// A draft.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn promo_draft(&self, id: i64) -> Result<Option<KeptDraft>, StoreError> {
        self.session().await?.promo_desk().draft(id).await
    }

    /// Changes a draft; `None` if it is not open any more. The same change again changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn change_promo_draft(
        &self,
        id: i64,
        change: DraftChange<'_>,
    ) -> Result<Option<Result<KeptDraft, DraftRefusal>>, StoreError> {
        let mut work = self.begin().await?;
        let kept = work.promo_desk().draft(id).await?;
        let Some(kept) = kept.filter(|kept| kept.state == DraftState::Open) else { return Ok(None) };
        let ground = DraftGround { currency: self.terms.currency, today: self.today() };
        let changed = match change {
            DraftChange::Kind(kind) => Ok(PromoDraft { kind: Some(kind), ..kept.draft }),
            DraftChange::FirstOrder(only) => Ok(PromoDraft { first_order_only: only, ..kept.draft }),
            DraftChange::Answer(field, typed) => kept.draft.answer(field, typed, ground),
        };
        let draft = match changed {
            Ok(draft) => draft,
            Err(refusal) => return Ok(Some(Err(refusal))),
        };
        if !work.promo_desk().keep(id, &draft).await? {
            return Ok(None);
        }
        work.commit().await?;
        Ok(Some(Ok(KeptDraft { draft, ..kept })))
    }

    /// Gives a draft up. False if it is not open any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drop_promo_draft(&self, id: i64) -> Result<bool, StoreError> {
        self.session().await?.promo_desk().drop_draft(id).await
    }

    /// Makes the promo of a draft, once. `seed` is what the tails of one-time codes are drawn from: chance that nobody
    /// knows.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_promo(&self, id: i64, by: Actor, seed: [u8; 32]) -> Result<Made, StoreError> {
        let mut work = self.begin().await?;
        let Some(kept) = work.promo_desk().draft(id).await? else { return Ok(Made::Impossible) };
        match kept.state {
            DraftState::Made(promo) => return Ok(Made::Already(promo)),
            DraftState::Dropped => return Ok(Made::Impossible),
            DraftState::Open => {}
        }
        let Some(like) = kept.draft.promo(self.terms.timezone) else { return Ok(Made::Impossible) };
        let codes = kept.draft.codes(seed);
        let Some(made) = work.promo_desk().make(id, &like, &codes, self.now()).await? else {
            return Ok(Made::Taken);
        };
        if !work.promo_scopes().narrow(made, &like.scope).await? {
            return Ok(Made::Gone);
        }
        let after = match kept.draft.series {
            Some(_) => format!("{}-… × {}", like.code.as_str(), codes.len()),
            None => like.code.as_str().to_owned(),
        };
        self.commit_deed(work, by, Deed::PromoMade, Subject::Promo(made), (None, Some(after))).await?;
        Ok(Made::Done(made))
    }
}
