//! What the shop knows of a customer.

use super::orders::Guard;
use super::{Move, Shop};
use crate::domain::{Customer, CustomerId, Lang, PersonName, Phone, SavedAddress, ShopDay};
use crate::repository::{Profile, StoreError};

impl Shop {
    /// The customer who just wrote, created or brought up to date.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn see(&self, profile: &Profile) -> Result<Customer, StoreError> {
        let now = self.now();
        let today = ShopDay::of(now, self.terms.timezone);
        self.session().await?.customers().seen(profile, self.terms.lang, now, today).await
    }

    /// A customer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn customer(&self, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        self.session().await?.customers().find(id).await
    }

    /// The addresses used before, the latest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn addresses(&self, id: CustomerId) -> Result<Vec<SavedAddress>, StoreError> {
        self.session().await?.customers().addresses(id).await
    }

    /// Sets the name for orders. The customer from here on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_name(&self, id: CustomerId, name: &PersonName) -> Result<Option<Customer>, StoreError> {
        self.session().await?.customers().set_name(id, name).await
    }

    /// Sets the phone number. The customer from here on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_phone(&self, id: CustomerId, phone: &Phone) -> Result<Option<Customer>, StoreError> {
        self.session().await?.customers().set_phone(id, phone).await
    }

    /// The same with the number of the customer's own Telegram account, which they have shared.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn share_phone(&self, id: CustomerId, phone: &Phone) -> Result<Option<Customer>, StoreError> {
        self.session().await?.customers().share_phone(id, phone).await
    }

    /// Remembers the number of the customer's own Telegram account, which they have shared.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn verify_phone(&self, id: CustomerId, phone: &Phone) -> Result<(), StoreError> {
        self.session().await?.track_records().verify_phone(id, phone).await
    }

    /// Sets the language, for good. The customer from here on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_lang(&self, id: CustomerId, lang: Lang) -> Result<Option<Customer>, StoreError> {
        self.session().await?.customers().set_lang(id, lang).await
    }

    /// Forgets a saved address.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_address(&self, id: CustomerId, address: i64) -> Result<(), StoreError> {
        self.session().await?.customers().remove_address(id, address).await
    }

    /// Erases the person. Orders nobody has accepted are called off first: without a name and an address they
    /// could not be delivered.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget(&self, id: CustomerId) -> Result<(), StoreError> {
        let mut work = self.begin().await?;
        for order in work.customers().waiting_orders(id).await? {
            self.move_in(work.as_mut(), &Move::cancelling(order), Guard::of(id)).await?;
        }
        work.customers().forget(id).await?;
        work.commit().await
    }

    /// Telegram says the customer blocked the bot or is gone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn mark_unreachable(&self, id: CustomerId) -> Result<(), StoreError> {
        self.session().await?.customers().mark_unreachable(id, self.now()).await
    }
}
