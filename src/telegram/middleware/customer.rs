//! Who it is: one statement creates or refreshes the customer, and reads them.

use super::{Branch, step};
use crate::delivery::{Incoming, Trouble};
use crate::domain::{Bounded, Customer, CustomerId, Lang, PersonName};
use crate::repository::Profile;
use crate::services::Shop;
use std::sync::Arc;
use teloxide::types::User;

/// Loads the customer.
pub(in super::super) fn customer() -> Branch {
    step(load)
}

async fn load(update: Arc<Incoming>, shop: Shop) -> Result<Option<Customer>, Trouble> {
    let Some(user) = update.update.from() else {
        tracing::debug!("a private update without a person");
        return Ok(None);
    };
    Ok(Some(shop.see(&profile(user)).await?))
}

fn profile(user: &User) -> Profile {
    let id = i64::try_from(user.id.0).unwrap_or_default();
    let name = PersonName::cut(&user.full_name())
        .or_else(|| PersonName::cut(user.username.as_deref().unwrap_or_default()))
        .unwrap_or_else(|| PersonName::cut(&format!("#{id}")).expect("a number is a name"));
    Profile {
        id: CustomerId(id),
        name,
        username: user.username.clone(),
        lang: user.language_code.as_deref().and_then(Lang::parse),
    }
}
