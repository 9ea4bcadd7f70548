//! Customers and their addresses.

use super::StoreError;
use crate::domain::{
    Customer, CustomerId, Destination, Lang, OrderId, PersonName, Phone, Reached, SavedAddress, ShopDay,
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// What Telegram tells of a user with every update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The Telegram user id.
    pub id: CustomerId,
    /// First and last name, cut to what we keep.
    pub name: PersonName,
    /// The username without `@`.
    pub username: Option<String>,
    /// The language of the user's Telegram, if we speak it.
    pub lang: Option<Lang>,
}

/// Customers.
#[async_trait]
pub trait Customers: Send {
    /// Loads the customer, created or brought up to date with Telegram's profile in the same statement (a name or
    /// language the customer chose here stays). Writing to us makes them reachable again, and is a visit of this day.
    async fn seen(
        &mut self,
        profile: &Profile,
        fallback: Lang,
        now: DateTime<Utc>,
        today: ShopDay,
    ) -> Result<Customer, StoreError>;
    /// A customer.
    async fn find(&mut self, id: CustomerId) -> Result<Option<Customer>, StoreError>;
    /// The same; writes down how far they came on a day, unless they came further before.
    async fn reached(
        &mut self,
        id: CustomerId,
        day: NaiveDate,
        how_far: Reached,
    ) -> Result<Option<Customer>, StoreError>;
    /// Sets the name for orders. The customer from here on.
    async fn set_name(&mut self, id: CustomerId, name: &PersonName) -> Result<Option<Customer>, StoreError>;
    /// Sets the phone number. The customer from here on.
    async fn set_phone(&mut self, id: CustomerId, phone: &Phone) -> Result<Option<Customer>, StoreError>;
    /// The same with the number of their own Telegram account, which they have shared.
    async fn share_phone(&mut self, id: CustomerId, phone: &Phone) -> Result<Option<Customer>, StoreError>;
    /// Sets the language, for good. The customer from here on.
    async fn set_lang(&mut self, id: CustomerId, lang: Lang) -> Result<Option<Customer>, StoreError>;
    /// Switches broadcasts on or off. The customer from here on.
    async fn set_broadcasts(&mut self, id: CustomerId, wanted: bool) -> Result<Option<Customer>, StoreError>;
    /// The addresses used before, the latest first, at most 5.
    async fn addresses(&mut self, id: CustomerId) -> Result<Vec<SavedAddress>, StoreError>;
    /// One of them, with its point on the map.
    async fn destination(&mut self, id: CustomerId, address: i64) -> Result<Option<Destination>, StoreError>;
    /// Forgets one address of this customer.
    async fn remove_address(&mut self, id: CustomerId, address: i64) -> Result<(), StoreError>;
    /// Erases the person: profile, cart, addresses, credit. Their orders stay, without name, phone, address and
    /// note; those under way lose them when they end.
    async fn forget(&mut self, id: CustomerId) -> Result<(), StoreError>;
    /// Their orders that nobody has accepted yet. Holds the customer, as
    /// [`Carts::take`](super::Carts::take) does: none is added until the unit of work ends.
    async fn waiting_orders(&mut self, id: CustomerId) -> Result<Vec<OrderId>, StoreError>;
    /// Telegram says the customer blocked the bot or is gone: no news until they write again.
    async fn mark_unreachable(&mut self, id: CustomerId, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Bans or unbans; false if it is so already.
    async fn set_banned(&mut self, id: CustomerId, banned: bool) -> Result<bool, StoreError>;
    /// What the staff noted about a customer.
    async fn staff_note(&mut self, id: CustomerId) -> Result<Option<String>, StoreError>;
    /// Notes something else about them, or nothing; false if that is the note already, or nobody is there.
    async fn annotate(&mut self, id: CustomerId, note: Option<&str>) -> Result<bool, StoreError>;
    /// Who gave this phone number, the latest seen first.
    async fn with_phone(&mut self, phone: &Phone) -> Result<Option<CustomerId>, StoreError>;
}
