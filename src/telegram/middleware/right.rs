//! Whether somebody of the staff may do what they ask for. The one place where that is decided; the table is
//! `domain::may`.

use super::{Branch, step};
use crate::delivery::{Incoming, Trouble};
use crate::domain::Right;
use crate::telegram::presses;
use crate::telegram::staff::{Colleague, StaffGroup, reply, role_text};
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::types::UpdateKind;

/// Something the staff can ask for: a command, a button, an answer.
pub(in super::super) trait Needs {
    /// The right it takes; `None`: everybody in the group may.
    fn right(&self) -> Option<Right>;
}

/// They may.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Granted;

/// Lets those through who may do it; the others are told which role they have.
pub(in super::super) fn right<T: Needs + Clone + Send + Sync + 'static>() -> Branch {
    step(check::<T>)
}

async fn check<T: Needs + Send + Sync + 'static>(
    asked: T,
    colleague: Colleague,
    update: Arc<Incoming>,
    group: Arc<StaffGroup>,
    bot: Bot,
) -> Result<Option<Granted>, Trouble> {
    let Some(missing) = asked.right().filter(|right| !colleague.may(*right)) else {
        return Ok(Some(Granted));
    };
    tracing::info!(user = colleague.id(), role = colleague.role().as_str(), ?missing, "refused");
    let texts = phrases(group.lang());
    let role = texts.plain(role_text(colleague.role()), &[]);
    let args = [("role", role.into())];
    match &update.update.kind {
        UpdateKind::CallbackQuery(press) => {
            presses::toast(&bot, press, &texts.plain("staff-not-allowed", &args), true).await;
        }
        UpdateKind::Message(message) => {
            reply(&bot, message, &texts.html("staff-not-allowed", &args)).await?;
        }
        _ => {}
    }
    Ok(None)
}
