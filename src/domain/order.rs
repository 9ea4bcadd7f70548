//! An order after it was placed: its states, and who may move it from one to the next.

use super::{
    Amended, Amendment, ChatId, Currency, CustomerId, Fulfilment, Lang, Money, OrderId, PersonName, Phone,
    SkuId, Slot, Texts, Totals,
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

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Confirmed by the customer; its stock is reserved.
    Placed,
    /// Taken on by the staff.
    Accepted,
    /// On its way; its stock has left the shop. For pickup: waiting at the counter.
    Shipped,
    /// With the customer. Final.
    Delivered,
    /// Turned down by the staff; stock and promo use given back. Final.
    Rejected,
    /// Called off by the customer before the staff took it, or by the staff after; or nobody took it
    /// ([`RejectReason::NotCollected`]). Stock, promo use and store credit given back. Final.
    Cancelled,
}

/// What a step does to the stock of an order's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockEffect {
    /// Nothing.
    Keep,
    /// Reserved pieces leave the shop.
    Consume,
    /// Reserved pieces can be sold again.
    Release,
    /// Pieces that had left the shop are back in it.
    Return,
}

impl StockEffect {
    /// True if the order comes to nothing by it: what it had taken is given back.
    #[must_use]
    pub const fn is_undoing(self) -> bool {
        matches!(self, Self::Release | Self::Return)
    }
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 6] =
        [Self::Placed, Self::Accepted, Self::Shipped, Self::Delivered, Self::Rejected, Self::Cancelled];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Accepted => "accepted",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads the word in the database.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// What the step does to the stock; `None` if there is no such step.
    #[must_use]
    pub const fn step(self, next: Self) -> Option<StockEffect> {
        match (self, next) {
            (Self::Placed, Self::Accepted) | (Self::Shipped, Self::Delivered) => Some(StockEffect::Keep),
            (Self::Accepted, Self::Shipped) => Some(StockEffect::Consume),
            (Self::Placed | Self::Accepted, Self::Rejected | Self::Cancelled) => Some(StockEffect::Release),
            // Only because nobody took it: see `Move`.
            (Self::Shipped, Self::Cancelled) => Some(StockEffect::Return),
            _ => None,
        }
    }

    /// True if nothing more will happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Delivered | Self::Rejected | Self::Cancelled)
    }

    /// True while the order's pieces are reserved.
    #[must_use]
    pub const fn is_reserving(self) -> bool {
        matches!(self, Self::Placed | Self::Accepted)
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
    fn a_final_order_never_moves() {
        for from in Status::ALL.into_iter().filter(|status| status.is_final()) {
            for to in Status::ALL {
                assert_eq!(from.step(to), None, "{from:?} -> {to:?}");
            }
        }
    }

    #[test]
    fn stock_is_released_or_consumed_exactly_when_reservation_ends() {
        for from in Status::ALL {
            for to in Status::ALL {
                if let Some(effect) = from.step(to) {
                    let ends = matches!(effect, StockEffect::Consume | StockEffect::Release);
                    assert_eq!(ends, from.is_reserving() && !to.is_reserving(), "{from:?} -> {to:?}");
                }
            }
        }
    }

    #[test]
    fn a_reason_is_read_from_its_note() {
        for reason in RejectReason::WORDS.into_iter().chain([RejectReason::Other("Closed".to_owned())]) {
            assert_eq!(RejectReason::of_note(reason.as_note()), reason);
        }
    }

    #[test]
    fn every_status_survives_the_database() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()), Some(status));
        }
    }
}
