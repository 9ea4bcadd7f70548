//! The commands of the staff group.

use super::{
    Hand, aisle, audit, broadcast, canned, draft, export, goods, import, order, orders, patron, promos,
    roster, settings, setup, stats, topics,
};
use crate::domain::{Lang, Right};
use crate::telegram::errors::Outcome;
use crate::telegram::middleware::Needs;
use crate::telegram::texts::phrases;
use teloxide::types::{BotCommand, Me, Message};
use teloxide::utils::command::{BotCommands, ParseError};

/// The words after the slash.
#[derive(Debug, Clone, PartialEq, Eq, BotCommands)]
#[command(rename_rule = "snake_case")]
pub(in crate::telegram) enum Word {
    /// `/order 12`: its card, here and now.
    Order(String),
    /// `/orders`, `/orders new`: what is open, or what these words find.
    Orders(String),
    /// `/find ann`, `/find 0301234`: orders by name, phone number, username, day.
    Find(String),
    /// `/products`, `/products low`, `/products mug`: what is sold, hidden things too.
    Products(String),
    /// `/product 17`: its prices and pieces.
    Product(String),
    /// `/categories`: the shelves of the shop.
    Categories(String),
    /// `/newproduct`: a product, step by step.
    Newproduct(String),
    /// `/customer @name`: who it is, and what they ordered.
    Customer(String),
    /// `/stats`, `/stats today`, `/stats 2026-11`: how the shop does.
    Stats(String),
    /// `/promos`, `/promos SPRING`, `/promos new`: codes, what came of them, new ones.
    Promos(String),
    /// `/export orders`, `/export stock`: a table for a spreadsheet.
    Export(String),
    /// `/answers`: what the staff answer again and again.
    Answers(String),
    /// `/import`, with a file or as a reply to one.
    Import(String),
    /// `/broadcast`, as a reply to the message to send.
    Broadcast(String),
    /// `/staff`, `/staff @name`: who works here.
    Staff(String),
    /// `/audit`, `/audit 12`: who did what.
    Audit(String),
    /// `/settings`: fees, texts, pickup.
    Settings,
    /// `/setup`: is everything right with this group?
    Setup(String),
    /// `/topics`: one for each kind of message, where the group is a forum.
    Topics,
    /// `/help`
    Help,
}

impl Needs for Word {
    fn right(&self) -> Option<Right> {
        match self {
            Self::Order(_) | Self::Orders(_) | Self::Find(_) => Some(Right::SeeOrders),
            Self::Products(_) | Self::Product(_) | Self::Categories(_) => Some(Right::SeeProducts),
            Self::Newproduct(_) | Self::Import(_) => Some(Right::ChangeProducts),
            Self::Customer(_) => Some(Right::SeeCustomers),
            Self::Stats(_) | Self::Export(_) => Some(Right::SeeNumbers),
            Self::Promos(_) => Some(Right::ChangePromos),
            Self::Answers(_) => Some(Right::AnswerCustomers),
            Self::Broadcast(_) => Some(Right::Broadcast),
            // The list only shows; its buttons ask for more.
            Self::Staff(_) | Self::Audit(_) => Some(Right::ReadAudit),
            Self::Settings | Self::Setup(_) | Self::Topics => Some(Right::ChangeSettings),
            Self::Help => None,
        }
    }
}

/// The commands of everybody in the group.
const EVERYDAY: &[(&str, &str)] = &[
    ("orders", "staff-command-orders"),
    ("order", "staff-command-order"),
    ("find", "staff-command-find"),
    ("products", "staff-command-products"),
    ("answers", "canned-command"),
    ("help", "staff-command-help"),
];

/// Those that Telegram shows to the administrators only; others who may can type them.
const LEADING: &[(&str, &str)] = &[
    ("stats", "stats-command"),
    ("export", "export-command"),
    ("import", "import-command"),
    ("promos", "promos-command"),
    ("newproduct", "staff-command-newproduct"),
    ("categories", "staff-command-categories"),
    ("customer", "staff-command-customer"),
    ("broadcast", "staff-command-broadcast"),
    ("staff", "staff-command-staff"),
    ("audit", "staff-command-audit"),
    ("settings", "staff-command-settings"),
    ("setup", "setup-command"),
];

/// The menu for `setMyCommands`: of everybody, or of the administrators.
pub(in crate::telegram) fn menu(lang: Lang, is_leading: bool) -> Vec<BotCommand> {
    let leading = if is_leading { LEADING } else { &[] };
    let all = EVERYDAY.iter().chain(leading);
    all.map(|(word, text)| BotCommand::new(*word, phrases(lang).plain(text, &[]))).collect()
}

/// The command, if it is one of ours. Other bots may have theirs. Control characters are left out: nobody means them, and
/// the database takes no NUL.
pub(in crate::telegram) fn command(message: Message, me: Me) -> Option<Word> {
    Word::parse(&typed(&message)?, me.username()).ok()
}

/// True for a command that names this bot (`/oders@shop_bot`) and is none of its own. Without the name it may be meant for
/// another bot.
pub(in crate::telegram) fn is_mistyped(message: Message, me: Me) -> bool {
    let Some(typed) = typed(&message) else { return false };
    let names_a_bot = typed.split_whitespace().next().is_some_and(|first| first.contains('@'));
    names_a_bot && matches!(Word::parse(&typed, me.username()), Err(ParseError::UnknownCommand(_)))
}

fn typed(message: &Message) -> Option<String> {
    let typed = message.text().or(message.caption())?.chars();
    Some(typed.filter(|c| c.is_whitespace() || !c.is_control()).collect())
}

/// Says where all commands are.
pub(in crate::telegram) async fn hint(message: Message, hand: Hand) -> Outcome {
    hand.say(&message, "staff-unknown-command").await
}

/// Does it.
pub(in crate::telegram) async fn run(message: Message, word: Word, hand: Hand) -> Outcome {
    match word {
        Word::Order(number) => order::command(&hand, &message, number.trim()).await,
        Word::Find(typed) if typed.trim().is_empty() => hand.say(&message, "staff-find-hint").await,
        Word::Orders(typed) | Word::Find(typed) => orders::command(&hand, &message, typed.trim()).await,
        Word::Products(typed) | Word::Product(typed) => goods::command(&hand, &message, typed.trim()).await,
        Word::Categories(_) => aisle::command(&hand, &message).await,
        Word::Newproduct(_) => draft::ask(&hand, (message.chat.id, message.id)).await,
        Word::Customer(typed) => patron::command(&hand, &message, typed.trim()).await,
        Word::Stats(typed) => stats::command(&hand, &message, &typed).await,
        Word::Promos(typed) => promos::command(&hand, &message, &typed).await,
        Word::Export(typed) => export::command(&hand, &message, &typed).await,
        Word::Answers(_) => canned::command(&hand, &message).await,
        Word::Import(_) => import::command(&hand, &message).await,
        Word::Broadcast(_) => broadcast::command(&hand, &message).await,
        Word::Staff(about) => roster::command(&hand, &message, about.trim()).await,
        Word::Audit(about) => audit::command(&hand, &message, about.trim()).await,
        Word::Settings => settings::command(&hand, &message).await,
        Word::Setup(_) => setup::command(&hand, &message).await,
        Word::Topics => topics::command(&hand, &message).await,
        Word::Help => hand.say(&message, "staff-help").await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Not in the menu: another says the same, or few groups need it. tests/conversation/staff_access_tables.rs tries
    /// these and all of the menu.
    const UNLISTED: [&str; 2] = ["product", "topics"];

    #[test]
    fn every_command_is_in_the_menu_or_left_out_on_purpose() {
        let listed = menu(Lang::En, true).into_iter().map(|entry| entry.command);
        let known: BTreeSet<String> = listed.chain(UNLISTED.map(str::to_owned)).collect();
        let words = Word::bot_commands().into_iter();
        let words: BTreeSet<String> =
            words.map(|entry| entry.command.trim_start_matches('/').to_owned()).collect();
        assert_eq!(words, known);
    }
}
