//! What the card of a broadcast shows beside the broadcast itself.

use crate::domain::{Broadcast, BroadcastLink, BroadcastState, Followed, Segment, Texts};
use crate::repository::StoreError;
use crate::services::Shop;
use chrono::{DateTime, Utc};

/// What is read for a card.
#[derive(Debug, Clone, Default)]
pub(in crate::telegram) struct BroadcastView {
    /// How many customers a draft has now; of what was begun, the tally tells.
    pub audience: u32,
    /// How many messages go out in a second.
    pub rate: u32,
    /// The names of the category that they bought from.
    pub bought_from: Option<Texts>,
    /// The names of what the button leads to.
    pub target: Option<Texts>,
    /// When the quiet hours end, if it waits for that.
    pub quiet_until: Option<DateTime<Utc>>,
    /// The orders that followed.
    pub followed: Option<Followed>,
}

impl BroadcastView {
    /// Reads it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(in crate::telegram) async fn of(shop: &Shop, broadcast: &Broadcast) -> Result<Self, StoreError> {
        let state = broadcast.state;
        let audience = match state {
            BroadcastState::Draft => shop.audience(broadcast.segment).await?,
            _ => 0,
        };
        let quiet_until = match state {
            BroadcastState::Sending => shop.quiet_until().await?,
            _ => None,
        };
        let followed = match state {
            BroadcastState::Done | BroadcastState::Cancelled if broadcast.tally.sent > 0 => {
                Some(shop.followed(broadcast.id).await?)
            }
            _ => None,
        };
        let bought_from = match broadcast.segment {
            Segment::BoughtFrom(category) => shop.aisle(category).await?.map(|aisle| aisle.names),
            _ => None,
        };
        let target = target(shop, broadcast.link).await?;
        Ok(Self { audience, rate: shop.terms().bulk_rate, bought_from, target, quiet_until, followed })
    }
}

/// The names of what a button leads to; `None` for the catalogue, and for what customers do not see (any more).
///
/// # Errors
/// [`StoreError`].
pub(in crate::telegram) async fn target(
    shop: &Shop,
    link: BroadcastLink,
) -> Result<Option<Texts>, StoreError> {
    Ok(match link {
        BroadcastLink::Catalog => None,
        BroadcastLink::Category(id) => shop.category(id).await?.map(|category| category.names),
        BroadcastLink::Product(id) => shop.product(id).await?.map(|product| product.names),
    })
}
