//! From what Telegram tells to what the customer did.

use super::commands::Word;
use super::payload;
use super::screen::reply_button;
use super::staff::SLIP_LINK;
use crate::dialogue::{Command, DeepLink, Event};
use crate::domain::{self, Bounded, Destination, MessageId, OrderId, ProductId, PromoCode};
use rust_decimal::prelude::ToPrimitive;
use teloxide::types::{Location, MediaKind, Message, MessageKind, Update, UpdateKind};
use teloxide::utils::command::{BotCommands, ParseError};

/// What the customer did with this update of a private chat; `None` if it asks for no answer (a service message, a
/// kind of update that customers do not send). `username` is the bot's, without `@`.
#[must_use]
pub(super) fn event(update: &Update, username: &str) -> Option<Event> {
    match &update.kind {
        UpdateKind::Message(message) => of_message(message, username),
        UpdateKind::EditedMessage(_) => Some(Event::Edited),
        UpdateKind::CallbackQuery(query) => {
            let button = query.data.as_deref().and_then(payload::decode);
            Some(button.map_or(Event::StalePress, Event::Press))
        }
        _ => None,
    }
}

fn of_message(message: &Message, username: &str) -> Option<Event> {
    let id = MessageId(message.id.0);
    let other = || Event::Media { message: id, caption: message.caption().map(str::to_owned) };
    match &message.kind {
        MessageKind::Common(common) => Some(match &common.media_kind {
            MediaKind::Text(media) => of_text(id, &media.text, username),
            MediaKind::Contact(media) => {
                let (whose, sender) = (media.contact.user_id, message.from.as_ref().map(|from| from.id));
                let is_own = whose.is_some() && whose == sender;
                Event::Contact { number: media.contact.phone_number.clone(), is_own }
            }
            MediaKind::Location(media) => of_place(None, &media.location).unwrap_or_else(other),
            MediaKind::Venue(media) => {
                let venue = &media.venue;
                of_place(Some(format!("{}, {}", venue.title, venue.address)), &venue.location)
                    .unwrap_or_else(other)
            }
            _ => other(),
        }),
        // A kind that this version of the schema cannot read still deserves an answer.
        MessageKind::Dice(_) | MessageKind::Empty {} => Some(other()),
        _ => None,
    }
}

fn of_text(message: MessageId, text: &str, username: &str) -> Event {
    if let Some(button) = reply_button(text) {
        return Event::Press(button);
    }
    if text.starts_with('/') {
        return Event::Command(command(text, username));
    }
    Event::Text { message, text: text.to_owned() }
}

fn command(text: &str, username: &str) -> Command {
    // Words after a command that takes none are no reason to refuse it.
    let word = Word::parse(text, username).or_else(|error| match error {
        ParseError::TooManyArguments { .. } => {
            Word::parse(text.split_whitespace().next().unwrap_or_default(), username)
        }
        other => Err(other),
    });
    match word {
        Ok(Word::Start(link)) => Command::Start(deep_link(link.trim())),
        Ok(Word::Menu) => Command::Menu,
        Ok(Word::Cart) => Command::Cart,
        Ok(Word::Orders) => Command::Orders,
        Ok(Word::Profile) => Command::Profile,
        Ok(Word::Language) => Command::Language,
        Ok(Word::Notifications) => Command::Notifications,
        Ok(Word::Support) => Command::Support,
        Ok(Word::Help) => Command::Help,
        Ok(Word::Cancel) => Command::Cancel,
        Ok(Word::DeleteMe) => Command::DeleteMe,
        Err(_) => Command::Unknown,
    }
}

fn deep_link(link: &str) -> Option<DeepLink> {
    if link.is_empty() {
        return None;
    }
    let product = || link.strip_prefix("p_")?.parse().ok().map(|id| DeepLink::Product(ProductId(id)));
    let promo = || PromoCode::parse(link.strip_prefix("promo_")?).ok().map(DeepLink::Promo);
    let order = || link.strip_prefix(SLIP_LINK)?.parse().ok().map(|id| DeepLink::Order(OrderId(id)));
    Some(product().or_else(promo).or_else(order).unwrap_or(DeepLink::Unknown))
}

fn of_place(name: Option<String>, location: &Location) -> Option<Event> {
    let millionths = |degrees: f64| (degrees * 1e6).round().to_i32();
    let point = (millionths(location.latitude)?, millionths(location.longitude)?);
    let text = name.unwrap_or_else(|| format!("{:.6}, {:.6}", location.latitude, location.longitude));
    Some(Event::Location(Destination { address: domain::Address::cut(&text)?, point: Some(point) }))
}

#[cfg(test)]
#[path = "event_tests.rs"]
mod tests;
