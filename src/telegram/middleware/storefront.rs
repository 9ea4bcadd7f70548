//! How the shop is now: its name, fees, texts and hours.

use super::{Branch, step};
use crate::delivery::Trouble;
use crate::services::Shop;
use crate::telegram::format::Storefront;
use std::sync::Arc;

/// Loads what texts about the shop are made of.
pub(in super::super) fn storefront() -> Branch {
    step(load)
}

async fn load(shop: Shop) -> Result<Option<Arc<Storefront>>, Trouble> {
    Ok(Some(Arc::new(Storefront::of(&shop).await?)))
}
