//! Canned answers, as the staff make and change them.

use super::Shop;
use crate::domain::{Actor, Canned, CannedId, CannedName, Deed, Subject, UpdateId};
use crate::repository::{CannedMade, StoreError};

impl Shop {
    /// All canned answers, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn canned_answers(&self) -> Result<Vec<Canned>, StoreError> {
        self.session().await?.canned().list().await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn canned_answer(&self, id: CannedId) -> Result<Option<Canned>, StoreError> {
        self.session().await?.canned().find(id).await
    }

    /// Makes a canned answer, which has no text yet. `asked`: the update whose question the name answers; answered again,
    /// it is the same one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_canned(
        &self,
        asked: UpdateId,
        name: &CannedName,
        by: Actor,
    ) -> Result<CannedMade, StoreError> {
        let mut work = self.begin().await?;
        let made = work.canned().make(asked, name).await?;
        if let CannedMade::New(id) = made {
            let change = (None, Some(name.to_string()));
            self.commit_deed(work, by, Deed::CannedChanged, Subject::Canned(id), change).await?;
        }
        Ok(made)
    }

    /// Sets the text of a canned answer. `None` if it is gone; the same text again changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn word_canned(
        &self,
        id: CannedId,
        text: &str,
        by: Actor,
    ) -> Result<Option<Canned>, StoreError> {
        let mut work = self.begin().await?;
        let Some(before) = work.canned().find(id).await? else { return Ok(None) };
        let after = Canned { text: Some(text.to_owned()), ..before.clone() };
        if work.canned().word(id, text).await? {
            let change = (before.text, after.text.clone());
            self.commit_deed(work, by, Deed::CannedChanged, Subject::Canned(id), change).await?;
        }
        Ok(Some(after))
    }

    /// Takes a canned answer away. False if it is gone already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_canned(&self, id: CannedId, by: Actor) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        let Some(before) = work.canned().find(id).await? else { return Ok(false) };
        if !work.canned().remove(id).await? {
            return Ok(false);
        }
        let change = (Some(before.name.to_string()), None);
        self.commit_deed(work, by, Deed::CannedChanged, Subject::Canned(id), change).await?;
        Ok(true)
    }
}
