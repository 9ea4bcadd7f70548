//! An order after it was placed, and what has happened to it.

use super::{
    Amended, Amendment, ChatId, Currency, CustomerId, Fulfilment, Lang, Money, OrderId, PersonName, Phone,
    SkuId, Slot, Status, Texts, Totals,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The number people use for an order, counted up by the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderNumber(pub i64);

impl std::fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Why the staff turned an order down or called it off. The canned ones are told in the customer's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    /// Something is not there after all.
    OutOfStock,
    /// The shop does not deliver there.
    CannotDeliver,
    /// The customer could not be reached.
    NoContact,
    /// It was ready or at the door, and nobody took it.
    NotCollected,
    /// In the staff's own words.
    Other(String),
}

impl RejectReason {
    /// The canned ones, in the order of their buttons.
    pub const CANNED: [Self; 3] = [Self::OutOfStock, Self::CannotDeliver, Self::NoContact];

    /// Those that are a word in the timeline.
    const WORDS: [Self; 4] = [Self::OutOfStock, Self::CannotDeliver, Self::NoContact, Self::NotCollected];

    /// As the timeline keeps it: a word for a canned one, else the staff's own words.
    #[must_use]
    pub fn as_note(&self) -> &str {
        match self {
            Self::OutOfStock => "out_of_stock",
            Self::CannotDeliver => "cannot_deliver",
            Self::NoContact => "no_contact",
            Self::NotCollected => "not_collected",
            Self::Other(words) => words,
        }
    }

    /// Reads a note of the timeline.
    #[must_use]
    pub fn of_note(note: &str) -> Self {
        let canned = Self::WORDS.into_iter().find(|reason| reason.as_note() == note);
        canned.unwrap_or_else(|| Self::Other(note.to_owned()))
    }
}

/// Who did something to an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The customer.
    Customer,
    /// Somebody of the staff: Telegram user id and the name to show.
    Staff(i64, String),
    /// The program itself.
    System,
}

impl Actor {
    /// The name of somebody of the staff; empty for anybody else.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Staff(_, name) => name,
            Self::Customer | Self::System => "",
        }
    }
}

/// Something that happened to an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The status it brought, or that the order had.
    pub status: Status,
    /// Who did it.
    pub actor: Actor,
    /// A reason or a tracking text.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// A change that was proposed, or what came of one; `None`: the order moved.
    pub amended: Option<Amended>,
}

/// A line of an order: copied from the catalogue, so that history never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// The variant.
    pub sku: SkuId,
    /// The product's names when it was ordered.
    pub names: Texts,
    /// The variant's labels when it was ordered.
    pub options: Texts,
    /// Pieces.
    pub quantity: u32,
    /// The price of one piece when it was ordered.
    pub price: Money,
    /// This line's part of the discount.
    pub discount: Money,
}

/// An order with everything its card and its history show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its id, minted at checkout.
    pub id: OrderId,
    /// Its number for people.
    pub number: OrderNumber,
    /// Whose it is; `None` once the customer asked to be forgotten.
    pub customer: Option<CustomerId>,
    /// The name to deliver to; `None` once forgotten.
    pub name: Option<PersonName>,
    /// The customer's Telegram username, if they have one.
    pub username: Option<String>,
    /// The phone number; `None` once forgotten.
    pub phone: Option<Phone>,
    /// The customer's language.
    pub lang: Lang,
    /// How it reaches the customer. The address of a forgotten customer is gone: `None`.
    pub fulfilment: Option<Fulfilment>,
    /// The delivery zone it was placed for, if the shop had any.
    pub zone: Option<String>,
    /// When it is to be brought, if that was agreed.
    pub slot: Option<Slot>,
    /// The customer's note to the shop.
    pub note: Option<String>,
    /// Who of the staff looks after it: Telegram user id and name.
    pub taken_by: Option<(i64, String)>,
    /// True once it is packed.
    pub packed: bool,
    /// What colleagues should know.
    pub staff_note: Option<String>,
    /// How many orders its customer did not collect.
    pub no_shows: u32,
    /// Its lines.
    pub lines: Vec<OrderLine>,
    /// Its sums.
    pub totals: Totals,
    /// Their currency.
    pub currency: Currency,
    /// True if the staff named the delivery fee, and not the shop's rules.
    pub named_fee: bool,
    /// The promo code it was placed with.
    pub promo: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What has happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// The staff group's card: chat and message, once sent.
    pub card: Option<(ChatId, super::MessageId)>,
    /// The change that the customer is asked about.
    pub amendment: Option<Amendment>,
}

impl Order {
    /// The store credit that it gave back when it came to nothing, if it had spent some.
    #[must_use]
    pub fn credit_given_back(&self) -> Option<Money> {
        (self.status.is_called_off() && !self.totals.credit.is_zero()).then_some(self.totals.credit)
    }

    /// True if nobody collected it.
    #[must_use]
    pub fn is_no_show(&self) -> bool {
        self.status == Status::Cancelled
            && self.note_of(Status::Cancelled) == Some(RejectReason::NotCollected.as_note())
    }

    /// The latest note of that status in the timeline: why it was turned down or called off, how it is shipped.
    #[must_use]
    pub fn note_of(&self, status: Status) -> Option<&str> {
        let moved = |entry: &&TimelineEntry| entry.status == status && entry.amended.is_none();
        self.timeline.iter().rev().find(moved)?.note.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_read_from_its_note() {
        for reason in RejectReason::WORDS.into_iter().chain([RejectReason::Other("Closed".to_owned())]) {
            assert_eq!(RejectReason::of_note(reason.as_note()), reason);
        }
    }
}
