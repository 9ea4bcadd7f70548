//! `/setup`: which group is the staff's, where no setting says so.

use super::Shop;
use crate::domain::{Actor, ChatId, Deed, Subject};
use crate::repository::{SetupState, StoreError};

/// Codes that one person may try within an hour.
const MOST_TRIES: u32 = 5;

impl Shop {
    /// Is the staff group what `/setup` says? Else the installation does.
    #[must_use]
    pub fn is_set_up_in_chat(&self) -> bool {
        self.terms.staff_chat == Some(ChatId::STAFF)
    }

    /// Which group `/setup` chose.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn setup_state(&self) -> Result<SetupState, StoreError> {
        self.session().await?.setup().state().await
    }

    /// Counts a code that somebody tries. False if they have tried too many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn may_try_code(&self, person: i64) -> Result<bool, StoreError> {
        let tries = self.session().await?.setup().attempt(person, self.now()).await?;
        Ok(tries <= MOST_TRIES)
    }

    /// Makes a group the staff's, if nothing has changed since `seen`. From then on the code is another one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_up(&self, seen: SetupState, group: ChatId, by: Actor) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        let chosen = work.setup().choose(seen.generation, group).await?;
        if chosen {
            let before = seen.group.map(|group| group.to_string());
            let change = (before, Some(group.to_string()));
            self.commit_deed(work, by, Deed::GroupChosen, Subject::Group(group), change).await?;
        }
        Ok(chosen)
    }
}
