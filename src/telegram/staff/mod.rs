//! The staff group: order cards with their buttons, questions of customers, broadcasts, updates that were given up.

pub(super) mod broadcast;
mod broadcast_card;
mod card;
pub(super) mod commands;
pub(super) mod dead_letter;
pub(super) mod group;
pub(super) mod payload;
pub(super) mod press;
pub(super) mod prompt;
pub(super) mod support;

pub(super) use broadcast_card::broadcast_card;
pub(super) use card::{Card, Face, card};
pub(super) use group::{Colleague, StaffGroup};

use super::html::Html;

/// Somebody, so that the staff can write to them: by user name where there is one, else by a link on the name.
pub(super) fn person(id: i64, name: &str, username: Option<&str>) -> Html {
    let name = Html::escaped(name);
    Html::trusted(match username {
        Some(username) => format!("{name} (@{})", Html::escaped(username)),
        None => format!("<a href=\"tg://user?id={id}\">{name}</a>"),
    })
}
