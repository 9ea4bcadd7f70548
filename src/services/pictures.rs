//! The pictures of a product: several, in an order.

use super::{Settled, Shop};
use crate::domain::{Actor, Deed, MAX_PHOTOS, ProductId};
use crate::repository::{StoreError, UnitOfWork};
use uuid::Uuid;

/// What a button calls a picture: names and addresses are too long for it.
#[must_use]
pub fn picture_key(photo: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, photo.as_bytes()).simple().to_string()[..8].to_owned()
}

impl Shop {
    /// Adds a picture behind the others. [`Settled::Impossible`]: there are as many as there may be.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_picture(&self, id: ProductId, photo: &str, by: Actor) -> Result<Settled, StoreError> {
        let mut work = self.begin().await?;
        let Some(mut photos) = work.showcase().photos(id).await? else { return Ok(Settled::Impossible) };
        if photos.iter().any(|known| known == photo) {
            return Ok(Settled::Already);
        }
        if photos.len() >= MAX_PHOTOS {
            return Ok(Settled::Impossible);
        }
        photos.push(photo.to_owned());
        self.hang(work, id, &photos, (None, Some(photo.to_owned())), by).await
    }

    /// Takes the picture with this key away. It stays in the shop, for whoever names it in a file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_picture(&self, id: ProductId, key: &str, by: Actor) -> Result<Settled, StoreError> {
        let mut work = self.begin().await?;
        let mut photos = work.showcase().photos(id).await?.unwrap_or_default();
        let Some(place) = photos.iter().position(|photo| picture_key(photo) == key) else {
            return Ok(Settled::Already);
        };
        let removed = photos.remove(place);
        self.hang(work, id, &photos, (Some(removed), None), by).await
    }

    /// Puts the picture with this key before the others: it is the one in lists.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lead_with_picture(
        &self,
        id: ProductId,
        key: &str,
        by: Actor,
    ) -> Result<Settled, StoreError> {
        let mut work = self.begin().await?;
        let mut photos = work.showcase().photos(id).await?.unwrap_or_default();
        match photos.iter().position(|photo| picture_key(photo) == key) {
            Some(place) if place > 0 => {
                let before = photos.first().cloned();
                photos[..=place].rotate_right(1);
                let after = photos.first().cloned();
                self.hang(work, id, &photos, (before, after), by).await
            }
            _ => Ok(Settled::Already),
        }
    }

    async fn hang(
        &self,
        mut work: Box<dyn UnitOfWork>,
        id: ProductId,
        photos: &[String],
        change: (Option<String>, Option<String>),
        by: Actor,
    ) -> Result<Settled, StoreError> {
        work.showcase().set_photos(id, photos).await?;
        self.finish(work, by, Deed::PicturesChanged, id, change).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_called_the_same_in_every_version() {
        assert_eq!(picture_key("photos/morning-sencha.jpg"), "e65170db");
    }
}
