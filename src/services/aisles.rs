//! Categories as the staff make and change them.

use super::Shop;
use super::showcase::worded;
use crate::domain::{Actor, Aisle, CategoryId, Deed, Lang, Subject, UpdateId, slug_of};
use crate::repository::{Made, Place, StoreError, UnitOfWork};

/// What came of a change of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AisleSettled {
    /// It holds now.
    Done,
    /// It holds already: asked for twice, or the same as before.
    Already,
    /// It cannot be: no name would be left, or something is still in it.
    Impossible,
}

impl Shop {
    /// Every category in its order, each followed by those below it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn aisles(&self) -> Result<Vec<Aisle>, StoreError> {
        self.session().await?.aisles().list().await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn aisle(&self, id: CategoryId) -> Result<Option<Aisle>, StoreError> {
        Ok(self.aisles().await?.into_iter().find(|aisle| aisle.id == id))
    }

    /// Makes a category. `asked`: the update whose question the name answers; answered again, it is the same one. `None`:
    /// there are as many as there may be, or the one above is gone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_aisle(
        &self,
        asked: UpdateId,
        parent: Option<CategoryId>,
        name: &str,
        by: Actor,
    ) -> Result<Option<Made<CategoryId>>, StoreError> {
        let lang = self.terms().lang;
        let mut work = self.begin().await?;
        let made = work.aisles().make(asked, parent, &slug_of(name, "category"), lang, name).await?;
        if let Some(made) = made.filter(|made| made.is_new) {
            self.settle_aisle(work, by, made.id, (None, Some(worded(lang, name)))).await?;
        }
        Ok(made)
    }

    /// Sets the name of a category in one language, or takes it away, once per update.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn word_aisle(
        &self,
        id: CategoryId,
        lang: Lang,
        name: Option<&str>,
        update: UpdateId,
        by: Actor,
    ) -> Result<AisleSettled, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(AisleSettled::Already) };
        let Some((before, after)) = work.aisles().word(id, lang, name).await? else {
            return Ok(if name.is_none() { AisleSettled::Impossible } else { AisleSettled::Already });
        };
        let said = |text: Option<String>| text.map(|text| worded(lang, &text));
        self.settle_aisle(work, by, id, (said(before), said(after))).await
    }

    /// Where a category stands on its level.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn place_of_aisle(&self, id: CategoryId) -> Result<Option<Place>, StoreError> {
        self.session().await?.aisles().place(id).await
    }

    /// Puts a category at this place of its level, or the last one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn put_aisle(
        &self,
        id: CategoryId,
        number: u32,
        by: Actor,
    ) -> Result<AisleSettled, StoreError> {
        let mut work = self.begin().await?;
        let Some((from, to)) = work.aisles().put_at(id, number).await? else {
            return Ok(AisleSettled::Already);
        };
        let said = |number: u32| Some(format!("No. {number}"));
        self.settle_aisle(work, by, id, (said(from), said(to))).await
    }

    /// Shows a category to customers with all that is in it, or hides it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn show_aisle(
        &self,
        id: CategoryId,
        visible: bool,
        by: Actor,
    ) -> Result<AisleSettled, StoreError> {
        let mut work = self.begin().await?;
        if !work.aisles().show(id, visible).await? {
            return Ok(AisleSettled::Already);
        }
        let said = |visible| Some(if visible { "shown" } else { "hidden" }.to_owned());
        self.settle_aisle(work, by, id, (said(!visible), said(visible))).await
    }

    /// Takes a category away, if nothing is in it and no promo code holds for it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_aisle(&self, id: CategoryId, by: Actor) -> Result<AisleSettled, StoreError> {
        let mut work = self.begin().await?;
        let Some(category) = work.catalog().category(id).await? else { return Ok(AisleSettled::Already) };
        if !work.aisles().remove(id).await? {
            return Ok(AisleSettled::Impossible);
        }
        let lang = self.terms().lang;
        self.settle_aisle(work, by, id, (Some(worded(lang, category.names.get(lang))), None)).await
    }

    /// Writes down what was done to a category, and makes both true.
    async fn settle_aisle(
        &self,
        work: Box<dyn UnitOfWork>,
        by: Actor,
        id: CategoryId,
        change: (Option<String>, Option<String>),
    ) -> Result<AisleSettled, StoreError> {
        self.commit_deed(work, by, Deed::CategoryChanged, Subject::Category(id), change).await?;
        Ok(AisleSettled::Done)
    }
}
