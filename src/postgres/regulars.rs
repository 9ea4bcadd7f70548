//! Customers who wrote a moment ago: whoever presses quickly is looked up once and not with every press.

use crate::domain::{Customer, CustomerId};
use crate::repository::Profile;
use moka::future::Cache;
use std::time::Duration;

/// How long somebody is taken for who they were. What this instance changes of a customer holds at once; what another one
/// changes, that a customer is served no longer above all, holds here after this time.
const MOMENT: Duration = Duration::from_secs(2);
/// The most that are remembered, some 300 bytes each.
const MOST: u64 = 10_000;

/// See the module. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Regulars(Cache<CustomerId, (Profile, Customer)>);

impl Default for Regulars {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(MOST).time_to_live(MOMENT).build())
    }
}

impl Regulars {
    /// The customer, if Telegram still says the same of them.
    pub(super) async fn know(&self, profile: &Profile) -> Option<Customer> {
        let (known, customer) = self.0.get(&profile.id).await?;
        (known == *profile).then_some(customer)
    }

    pub(super) async fn remember(&self, profile: &Profile, customer: Customer) {
        self.0.insert(profile.id, (profile.clone(), customer)).await;
    }

    /// Something about them changes.
    pub(super) async fn forget(&self, id: CustomerId) {
        self.0.invalidate(&id).await;
    }
}
