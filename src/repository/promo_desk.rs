//! Promos as the staff work on them.

use super::StoreError;
use crate::domain::{KeptDraft, ListedPromo, Promo, PromoCode, PromoDraft, PromoReport};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Promos and drafts of promos.
#[async_trait]
pub trait PromoDesk: Send {
    /// Promos with an id below `before`, the newest first; a series of one-time codes is one.
    async fn list(&mut self, before: Option<i64>, limit: u32) -> Result<Vec<ListedPromo>, StoreError>;
    /// A promo; of any code of a series, the series.
    async fn find(&mut self, id: i64) -> Result<Option<ListedPromo>, StoreError>;
    /// A promo and what came of it; of any code of a series, the series.
    async fn report(&mut self, id: i64) -> Result<Option<PromoReport>, StoreError>;
    /// The promo with this code, or the series that has it.
    async fn with_code(&mut self, code: &PromoCode) -> Result<Option<i64>, StoreError>;
    /// Pauses a promo or a whole series, or lets it go on; false if it is so already.
    async fn set_active(&mut self, id: i64, active: bool) -> Result<bool, StoreError>;
    /// The codes of a series with how often each was used, in the order of the codes.
    async fn codes(&mut self, series: i64) -> Result<Vec<(String, u32)>, StoreError>;
    /// The draft this colleague has open; a new one if there is none.
    async fn draft_of(&mut self, person: i64, now: DateTime<Utc>) -> Result<KeptDraft, StoreError>;
    /// A draft. Holds it until the unit of work ends.
    async fn draft(&mut self, id: i64) -> Result<Option<KeptDraft>, StoreError>;
    /// Keeps what is known now; false if the draft is not open any more.
    async fn keep(&mut self, id: i64, draft: &PromoDraft) -> Result<bool, StoreError>;
    /// Gives a draft up; false if it is not open any more.
    async fn drop_draft(&mut self, id: i64) -> Result<bool, StoreError>;
    /// Makes the promo of an open draft: one code, or a series of them. `None` if a code is taken, or the draft is not
    /// open any more; then the caller drops the unit of work.
    async fn make(
        &mut self,
        draft: i64,
        like: &Promo,
        codes: &[PromoCode],
        now: DateTime<Utc>,
    ) -> Result<Option<i64>, StoreError>;
}
