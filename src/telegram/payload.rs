//! What a button carries: a version, a short word and ids, separated by colons.
//!
//! Payloads stay in chat histories for ever. Never change the meaning of a word; add a new one, and keep reading
//! the old. What cannot be read is answered with a fresh menu.

use crate::dialogue::{Button, Part};
use crate::domain::{AmendmentId, CategoryId, Lang, OrderId, ProductId, SkuId, Slot, Span, UpdateId, ZoneId};
use chrono::{Datelike, NaiveDate};
use std::str::Split;

/// Telegram's limit for `callback_data`, in bytes.
#[cfg(test)]
pub(super) const MOST_BYTES: usize = 64;

/// The prefix of customers' buttons.
const VERSION: &str = "1";

/// Writes a button's payload, at most 64 bytes long (Bot API, "InlineKeyboardButton").
#[must_use]
pub(super) fn encode(button: &Button) -> String {
    let body = match button {
        Button::Home => "home".to_owned(),
        Button::Catalog => "cat".to_owned(),
        Button::Category(category, page) => format!("cat:{category}:{page}"),
        Button::Product(product) => format!("p:{product}"),
        Button::Picture(product, number) => format!("pic:{product}:{number}"),
        Button::Sku(sku) => format!("s:{sku}"),
        Button::Results(page) => format!("find:{page}"),
        Button::Pieces(sku, quantity, key) => format!("n:{sku}:{quantity}:{key}"),
        Button::Add(sku, quantity, key) => format!("add:{sku}:{quantity}:{key}"),
        Button::Cart => "cart".to_owned(),
        Button::Line(sku, quantity) => format!("line:{sku}:{quantity}"),
        Button::EmptyCart => "empty".to_owned(),
        Button::Checkout => "co".to_owned(),
        Button::Keep => "keep".to_owned(),
        Button::Delivery => "del".to_owned(),
        Button::Pickup => "pick".to_owned(),
        Button::SavedAddress(address) => format!("adr:{address}"),
        Button::Zone(zone) => format!("z:{}", zone.0),
        Button::NoZone => "z".to_owned(),
        Button::Time(slot) => {
            let (from, until) = slot.span.minutes();
            format!("t:{}:{from}:{until}", slot.day.num_days_from_ce())
        }
        Button::Skip => "skip".to_owned(),
        Button::Back => "back".to_owned(),
        Button::Change(part) => format!("chg:{}", part_word(*part)),
        Button::UseCredit(is_used) => format!("cr:{}", u8::from(*is_used)),
        Button::Confirm(order) => format!("ok:{}", order.0.simple()),
        Button::Orders(page) => format!("os:{page}"),
        Button::Order(order) => format!("o:{}", order.0.simple()),
        Button::CancelOrder(order) => format!("oc:{}", order.0.simple()),
        Button::CancelOrderYes(order) => format!("ocy:{}", order.0.simple()),
        Button::AnswerChange(amendment, agrees) => format!("am:{amendment}:{}", u8::from(*agrees)),
        Button::Reorder(order) => format!("re:{}", order.0.simple()),
        Button::Profile => "me".to_owned(),
        Button::EditName => "men".to_owned(),
        Button::EditPhone => "mep".to_owned(),
        Button::RemoveAddress(address) => format!("rma:{address}"),
        Button::Languages => "lang".to_owned(),
        Button::Language(lang) => format!("lang:{lang}"),
        Button::Notifications => "news".to_owned(),
        Button::SetBroadcasts(wanted) => format!("news:{}", u8::from(*wanted)),
        Button::TellMe(product) => format!("bell:{product}"),
        Button::Support => "sup".to_owned(),
        Button::Help => "help".to_owned(),
        Button::DeleteMe => "rm".to_owned(),
        Button::DeleteMeYes => "rmy".to_owned(),
        Button::Label => "-".to_owned(),
    };
    format!("{VERSION}:{body}")
}

/// Reads a payload; `None` for one that this version does not know.
#[must_use]
pub(super) fn decode(payload: &str) -> Option<Button> {
    let mut words = Words(payload.split(':'));
    if words.0.next() != Some(VERSION) {
        return None;
    }
    let button = match words.0.next()? {
        "home" => Button::Home,
        "cat" => match words.0.next() {
            None => Button::Catalog,
            Some(id) => Button::Category(CategoryId(id.parse().ok()?), words.number()?),
        },
        "p" => Button::Product(ProductId(words.id()?)),
        "pic" => Button::Picture(ProductId(words.id()?), words.number()?),
        "s" => Button::Sku(SkuId(words.id()?)),
        "find" => Button::Results(words.number()?),
        "n" => Button::Pieces(SkuId(words.id()?), words.number()?, UpdateId(words.id()?)),
        "add" => Button::Add(SkuId(words.id()?), words.number()?, UpdateId(words.id()?)),
        "cart" => Button::Cart,
        "line" => Button::Line(SkuId(words.id()?), words.number()?),
        "empty" => Button::EmptyCart,
        "co" => Button::Checkout,
        "keep" => Button::Keep,
        "del" => Button::Delivery,
        "pick" => Button::Pickup,
        "adr" => Button::SavedAddress(words.id()?),
        "z" => match words.0.next() {
            None => Button::NoZone,
            Some(id) => Button::Zone(ZoneId(id.parse().ok()?)),
        },
        "t" => Button::Time(words.slot()?),
        "skip" => Button::Skip,
        "back" => Button::Back,
        "chg" => Button::Change(part(words.0.next()?)?),
        "cr" => Button::UseCredit(words.flag()?),
        "ok" => Button::Confirm(words.order()?),
        "os" => Button::Orders(words.number()?),
        "o" => Button::Order(words.order()?),
        "oc" => Button::CancelOrder(words.order()?),
        "ocy" => Button::CancelOrderYes(words.order()?),
        "am" => Button::AnswerChange(AmendmentId(words.id()?), words.flag()?),
        "re" => Button::Reorder(words.order()?),
        "me" => Button::Profile,
        "men" => Button::EditName,
        "mep" => Button::EditPhone,
        "rma" => Button::RemoveAddress(words.id()?),
        "lang" => match words.0.next() {
            None => Button::Languages,
            Some(code) => Button::Language(Lang::ALL.into_iter().find(|lang| lang.code() == code)?),
        },
        "news" => match words.0.next() {
            None => Button::Notifications,
            Some("1") => Button::SetBroadcasts(true),
            Some("0") => Button::SetBroadcasts(false),
            Some(_) => return None,
        },
        "bell" => Button::TellMe(ProductId(words.id()?)),
        "sup" => Button::Support,
        "help" => Button::Help,
        "rm" => Button::DeleteMe,
        "rmy" => Button::DeleteMeYes,
        "-" => Button::Label,
        _ => return None,
    };
    words.0.next().is_none().then_some(button)
}

struct Words<'a>(Split<'a, char>);

impl Words<'_> {
    fn number(&mut self) -> Option<u32> {
        self.0.next()?.parse().ok()
    }

    fn id(&mut self) -> Option<i64> {
        self.0.next()?.parse().ok()
    }

    fn slot(&mut self) -> Option<Slot> {
        let day = NaiveDate::from_num_days_from_ce_opt(self.0.next()?.parse().ok()?)?;
        let span = Span::between(self.0.next()?.parse().ok()?, self.0.next()?.parse().ok()?)?;
        Some(Slot { day, span })
    }

    fn flag(&mut self) -> Option<bool> {
        match self.0.next()? {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }

    fn order(&mut self) -> Option<OrderId> {
        self.0.next()?.parse().ok().map(OrderId)
    }
}

const fn part_word(part: Part) -> &'static str {
    match part {
        Part::Name => "name",
        Part::Phone => "phone",
        Part::Delivery => "del",
        Part::Note => "note",
        Part::Promo => "promo",
    }
}

fn part(word: &str) -> Option<Part> {
    [Part::Name, Part::Phone, Part::Delivery, Part::Note, Part::Promo]
        .into_iter()
        .find(|part| part_word(*part) == word)
}

#[cfg(test)]
#[path = "payload_tests.rs"]
mod tests;
