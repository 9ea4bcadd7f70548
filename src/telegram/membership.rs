//! The bot was added, removed, blocked or let in again; or somebody of a group was.

use super::errors::Outcome;
use crate::delivery::Incoming;
use crate::domain::CustomerId;
use crate::services::Shop;
use crate::telegram::staff::StaffGroup;
use std::sync::Arc;
use teloxide::types::UpdateKind;

/// A customer who blocked the bot gets no news until they write again; writing makes them reachable.
pub(super) async fn changed(update: Arc<Incoming>, shop: Shop, group: Arc<StaffGroup>) -> Outcome {
    let change = match &update.update.kind {
        UpdateKind::MyChatMember(change) => change,
        UpdateKind::ChatMember(change) => return group.changed(change).await,
        _ => return Ok(()),
    };
    let present = change.new_chat_member.is_present();
    if !change.chat.is_private() {
        tracing::info!(chat = change.chat.id.0, present, "the bot's place in a group has changed");
    } else if !present {
        shop.mark_unreachable(CustomerId(change.chat.id.0)).await?;
    }
    Ok(())
}
