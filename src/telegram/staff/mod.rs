//! The staff group: order cards with their buttons, questions of customers, broadcasts, updates that were given up, who
//! works here and who did what.

mod aisle;
mod aisle_card;
mod amendment;
mod audit;
mod batch;
pub(super) mod broadcast;
mod broadcast_card;
mod broadcast_list;
pub(super) mod broadcast_view;
pub(super) mod canned;
mod canned_card;
mod card;
mod colleague;
pub(super) mod commands;
pub(super) mod dead_letter;
mod digest;
mod draft;
mod edit;
mod edit_card;
mod edit_question;
mod export;
mod gallery;
mod goods;
mod goods_card;
pub(super) mod group;
mod hand;
mod import;
mod import_card;
mod letters;
pub(super) mod link;
mod order;
mod order_card;
mod order_deed;
mod order_keys;
mod orders;
mod patron;
mod patron_credit;
pub(super) mod payload;
pub(super) mod press;
mod promo_card;
mod promo_form;
mod promo_scope;
mod promo_scope_card;
mod promos;
pub(super) mod prompt;
mod roster;
mod settings;
mod settings_card;
pub(super) mod setup;
mod slip;
mod stats;
mod stats_card;
pub(super) mod support;
pub(super) mod topics;

pub(super) use amendment::outcome_text;
pub(super) use broadcast_card::broadcast_card;
pub(super) use card::Card;
pub(super) use colleague::Colleague;
pub(super) use digest::digest;
pub(super) use goods_card::running_low;
pub(super) use group::StaffGroup;
pub(super) use hand::{Hand, reply};
pub(super) use order_card::{Face, order_card};
pub(super) use roster::role_text;
pub(super) use slip::LINK as SLIP_LINK;

use super::html::Html;

/// Somebody, so that the staff can write to them: by user name where there is one, else by a link on the name.
pub(super) fn person(id: i64, name: &str, username: Option<&str>) -> Html {
    let name = Html::escaped(name);
    Html::trusted(match username {
        Some(username) => format!("{name} (@{})", Html::escaped(username)),
        None => format!("<a href=\"tg://user?id={id}\">{name}</a>"),
    })
}
