//! A button of the staff was pressed.

use super::payload::StaffButton;
use super::{
    Hand, StaffGroup, aisle, amendment, audit, batch, broadcast, canned, dead_letter, edit, goods, import,
    letters, order, orders, patron, promos, roster, settings, stats,
};
use crate::delivery::Incoming;
use crate::repository::DeadLetters;
use crate::telegram::errors::Outcome;
use crate::telegram::presses;
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::types::CallbackQuery;

/// A press by a member of the staff.
pub(in crate::telegram) async fn pressed(
    press: CallbackQuery,
    button: StaffButton,
    hand: Hand,
    letters: Arc<dyn DeadLetters>,
) -> Outcome {
    match button {
        StaffButton::Order { order, seen, deed } => order::pressed(&hand, &press, order, seen, deed).await,
        StaffButton::Retry(update) => dead_letter::retry(&hand, &press, update, &*letters).await,
        StaffButton::Drop(update) => dead_letter::drop_letter(&hand, &press, update, &*letters).await,
        StaffButton::Broadcast(id, deed) => broadcast::pressed(&hand, &press, id, deed).await,
        StaffButton::Roster(deed) => roster::pressed(&hand, &press, deed).await,
        StaffButton::List(deed) => orders::pressed(&hand, &press, deed).await,
        StaffButton::Amend(deed) => amendment::pressed(&hand, &press, deed).await,
        StaffButton::Batch(deed) => batch::pressed(&hand, &press, deed).await,
        StaffButton::Goods(deed) => goods::pressed(&hand, &press, deed).await,
        StaffButton::Edit(deed) => edit::pressed(&hand, &press, deed).await,
        StaffButton::Aisle(deed) => aisle::pressed(&hand, &press, deed).await,
        StaffButton::Import(deed) => import::pressed(&hand, &press, deed).await,
        StaffButton::Promos(deed) => promos::pressed(&hand, &press, deed).await,
        StaffButton::Stats(view) => stats::pressed(&hand, &press, view).await,
        StaffButton::Patron(id, deed) => patron::pressed(&hand, &press, id, deed).await,
        StaffButton::Letters(view) => letters::pressed(&hand, &press, view).await,
        StaffButton::Canned(deed) => canned::pressed(&hand, &press, deed).await,
        StaffButton::Audit(view) => audit::pressed(&hand, &press, view).await,
        StaffButton::Settings(deed) => settings::pressed(&hand, &press, deed).await,
    }
}

/// A button of the staff, pressed by a customer in a private chat: it was made by hand.
pub(in crate::telegram) async fn outside(
    update: Arc<Incoming>,
    press: CallbackQuery,
    bot: Bot,
    group: Arc<StaffGroup>,
) -> Outcome {
    tracing::warn!(user = press.from.id.0, "somebody outside the staff group pressed a button of the staff");
    presses::explain(&bot, &update, &press, &phrases(group.lang()).plain("staff-only", &[])).await?;
    Ok(())
}

/// A button in the staff group that is not known (any more).
pub(in crate::telegram) async fn unknown(press: CallbackQuery, bot: Bot, group: Arc<StaffGroup>) -> Outcome {
    presses::toast(&bot, &press, &phrases(group.lang()).plain("staff-unknown-button", &[]), false).await;
    Ok(())
}
