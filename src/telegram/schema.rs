//! The table of contents of everything the bot reacts to.

use super::deed::deed;
use super::middleware::{self, Branch};
use super::route::{Route, route};
use super::{drive, elsewhere, inline, membership, staff};
use crate::delivery::Incoming;
use std::sync::Arc;
use teloxide::types::{CallbackQuery, Message, UpdateKind};

/// Everything the bot reacts to.
pub(super) fn schema() -> Branch {
    dptree::entry()
        .map_async(route)
        .branch(on(Route::Customer).chain(private_chat()))
        .branch(on(Route::Staff).chain(staff_group()))
        .branch(on(Route::Elsewhere).chain(setup()))
        .branch(on(Route::Elsewhere).filter_map(press).chain(deed(elsewhere::press)))
        .branch(on(Route::Membership).chain(deed(membership::changed)))
        .branch(on(Route::Inline).chain(middleware::storefront()).chain(deed(inline::answer)))
        .branch(on(Route::Payment).chain(deed(elsewhere::payment)))
        .branch(deed(elsewhere::nothing))
}

/// A customer's private chat.
fn private_chat() -> Branch {
    middleware::rate_limit()
        .chain(middleware::span())
        .chain(middleware::customer())
        .chain(middleware::ban())
        .branch(
            dptree::filter_map(press).filter_map(staff::payload::of_press).chain(deed(staff::press::outside)),
        )
        .branch(
            dptree::filter_map(drive::event)
                .branch(
                    dptree::filter_map_async(staff::link::scanned)
                        .map(staff::link::colleague)
                        .chain(middleware::storefront())
                        .map(staff::Hand::of)
                        .chain(deed(staff::link::bring)),
                )
                .branch(deed(drive::drive)),
        )
        .branch(deed(elsewhere::nothing))
}

/// A group that is not the staff's, and may become it.
fn setup() -> Branch {
    dptree::filter_map(message)
        .filter_map(staff::setup::asked)
        .chain(middleware::span())
        .chain(deed(staff::setup::take))
}

/// The staff group: order cards, lists, support, broadcasts, dead letters. Every branch says what it takes
/// ([`middleware::right`]).
fn staff_group() -> Branch {
    middleware::span()
        .branch(
            dptree::filter_map(message)
                .filter(|message: Message| staff::group::is_service(&message))
                .chain(deed(staff::group::service)),
        )
        .branch(
            dptree::filter(is_asking)
                .chain(middleware::member())
                .chain(middleware::storefront())
                .map(staff::Hand::of)
                .branch(presses())
                .branch(messages()),
        )
        .branch(deed(elsewhere::nothing))
}

fn presses() -> Branch {
    dptree::filter_map(press)
        .branch(
            dptree::filter_map(staff::payload::of_press)
                .chain(middleware::right::<staff::payload::StaffButton>())
                .chain(deed(staff::press::pressed)),
        )
        .branch(deed(staff::press::unknown))
}

fn messages() -> Branch {
    dptree::filter_map(message)
        .branch(
            dptree::filter_map(staff::prompt::answered)
                .chain(middleware::right::<staff::prompt::Answered>())
                .chain(deed(staff::prompt::answer)),
        )
        .branch(
            dptree::filter_map(staff::commands::command)
                .chain(middleware::right::<staff::commands::Word>())
                .chain(deed(staff::commands::run)),
        )
        .branch(dptree::filter(staff::commands::is_mistyped).chain(deed(staff::commands::hint)))
        .branch(
            dptree::filter_map(staff::support::reply)
                .chain(middleware::right::<staff::support::Reply>())
                .chain(deed(staff::support::relay)),
        )
        .branch(deed(elsewhere::nothing))
}

/// Does anybody want something of the bot? What colleagues say to each other is none of its business.
fn is_asking(update: Arc<Incoming>) -> bool {
    match &update.update.kind {
        UpdateKind::CallbackQuery(_) => true,
        UpdateKind::Message(message) => {
            let words = message.text().or(message.caption());
            message.reply_to_message().is_some() || words.is_some_and(|words| words.starts_with('/'))
        }
        _ => false,
    }
}

fn on(route: Route) -> Branch {
    dptree::filter(move |found: Route| found == route)
}

fn press(update: Arc<Incoming>) -> Option<CallbackQuery> {
    match &update.update.kind {
        UpdateKind::CallbackQuery(query) => Some(query.clone()),
        _ => None,
    }
}

fn message(update: Arc<Incoming>) -> Option<Message> {
    match &update.update.kind {
        UpdateKind::Message(message) => Some(message.clone()),
        _ => None,
    }
}
