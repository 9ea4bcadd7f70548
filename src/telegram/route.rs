//! Where an update belongs. Found out once per update, so that the branches of the schema only compare.

use super::staff::StaffGroup;
use crate::delivery::Incoming;
use crate::domain::ChatId;
use std::sync::Arc;
use teloxide::types::{Chat, UpdateKind};

/// Where an update belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// A customer's private chat.
    Customer,
    /// The staff group.
    Staff,
    /// Any other group or channel, or a message sent there through inline mode.
    Elsewhere,
    /// Somebody added, removed or blocked the bot, or a member of a group changed.
    Membership,
    /// `@bot words`, in any chat.
    Inline,
    /// A payment's question with a deadline.
    Payment,
    /// Nothing that asks for an answer.
    Nothing,
}

/// Finds out where an update belongs.
pub(super) async fn route(update: Arc<Incoming>, group: Arc<StaffGroup>) -> Route {
    match &update.update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => {
            of_chat(&message.chat, &group).await
        }
        UpdateKind::CallbackQuery(query) => match query.message.as_ref() {
            Some(message) => of_chat(message.chat(), &group).await,
            None => Route::Elsewhere,
        },
        UpdateKind::MyChatMember(_) | UpdateKind::ChatMember(_) => Route::Membership,
        UpdateKind::InlineQuery(_) => Route::Inline,
        UpdateKind::PreCheckoutQuery(_) | UpdateKind::ShippingQuery(_) => Route::Payment,
        _ => Route::Nothing,
    }
}

async fn of_chat(chat: &Chat, group: &StaffGroup) -> Route {
    if chat.is_private() {
        Route::Customer
    } else if group.is(ChatId(chat.id.0)).await {
        Route::Staff
    } else {
        Route::Elsewhere
    }
}
