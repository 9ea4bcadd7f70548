//! Who of the staff it is.

use super::{Branch, step};
use crate::delivery::{Incoming, Trouble};
use crate::telegram::presses;
use crate::telegram::staff::{Colleague, StaffGroup};
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::types::UpdateKind;

/// Lets members of the staff group through, with their role; everybody else gets a polite no.
pub(in super::super) fn member() -> Branch {
    step(check)
}

async fn check(
    update: Arc<Incoming>,
    group: Arc<StaffGroup>,
    bot: Bot,
) -> Result<Option<Colleague>, Trouble> {
    if let UpdateKind::Message(message) = &update.update.kind
        && let Some(colleague) = Colleague::in_the_name_of_a_chat(message)
    {
        return Ok(Some(colleague));
    }
    let Some(user) = update.update.from() else { return Ok(None) };
    if let Some(colleague) = group.colleague(&bot, user).await? {
        return Ok(Some(colleague));
    }
    tracing::warn!(user = user.id.0, "somebody outside the staff used what is theirs");
    if let UpdateKind::CallbackQuery(press) = &update.update.kind {
        let text = phrases(group.lang()).plain("staff-only", &[]);
        presses::toast(&bot, press, &text, true).await;
    }
    Ok(None)
}
