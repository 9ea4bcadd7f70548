//! Placing an order, and every "no" a customer can hear on the way.

use super::{
    Change, CreditUse, Currency, Fulfilment, Money, Note, OrderId, OrderNumber, PersonName, Phone, PromoCode,
    PromoRefusal, Quote, Ride, Seen, Status, Texts, Timed, Zoned,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A complete order, as the customer saw it when they pressed "Confirm".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing {
    /// Minted when the checkout began.
    pub order: OrderId,
    /// The name to deliver to.
    pub name: PersonName,
    /// The phone number.
    pub phone: Phone,
    /// How it reaches the customer.
    pub fulfilment: Fulfilment,
    /// In which zone it is delivered.
    pub zone: Zoned,
    /// When it is delivered.
    pub timed: Timed,
    /// The note to the shop.
    pub note: Option<Note>,
    /// The promo code.
    pub promo: Option<PromoCode>,
    /// What it does with store credit.
    pub credit: CreditUse,
    /// The figures they agreed to.
    pub seen: Seen,
}

impl Placing {
    /// How it travels.
    #[must_use]
    pub const fn ride(&self) -> Ride {
        match &self.fulfilment {
            Fulfilment::Delivery(to) => Ride::To(self.zone, to.point),
            Fulfilment::Pickup => Ride::Pickup,
        }
    }
}

/// What a customer is told of an order that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// What it costs.
    pub total: Money,
    /// What store credit pays of it.
    pub credit: Money,
    /// In which currency.
    pub currency: Currency,
}

/// What came of pressing "Confirm".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// The order stands: now, or since an earlier press.
    Placed(Receipt),
    /// Something is no longer as the customer saw it: show what, and ask again.
    Changed(Box<Quote>, Vec<Change>),
    /// The shop cannot take it.
    Refused(CheckoutRefusal),
}

/// Why a checkout cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CheckoutRefusal {
    /// There is nothing in the cart.
    #[error("the cart is empty")]
    EmptyCart,
    /// Nothing is left of anything in the cart.
    #[error("everything in the cart is sold out")]
    SoldOut,
    /// The goods are worth less than the shop takes an order for.
    #[error("below the minimum order")]
    BelowMinimum {
        /// The least sum of goods.
        minimum: Money,
        /// The sum of the goods in the cart.
        subtotal: Money,
    },
    /// The shop takes no orders until further notice.
    #[error("paused")]
    Paused,
    /// Nobody works now, and the shop takes orders only while somebody does.
    #[error("closed")]
    Closed {
        /// When somebody works again, if that is known.
        opens: Option<DateTime<Utc>>,
    },
    /// The shop does not deliver to the zone that was chosen any more, or has introduced some.
    #[error("the zone is gone")]
    ZoneGone,
    /// The time that was chosen is full, has begun, or is not offered any more.
    #[error("the time is gone")]
    SlotGone,
    /// As many of the customer's orders are open as the shop allows.
    #[error("too many open orders")]
    TooManyOpen {
        /// So many.
        most: u32,
    },
    /// The customer has not collected too many orders.
    #[error("too many orders were not collected")]
    NoShows,
    /// The shop wants the number of the customer's own Telegram account.
    #[error("the phone number was not shared")]
    PhoneUnshared,
    /// Orders cannot be picked up any more.
    #[error("no pickup any more")]
    NoPickup,
}

/// What a checkout starts from: what is known of the customer already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The name in the profile.
    pub name: Option<PersonName>,
    /// The phone number in the profile.
    pub phone: Option<Phone>,
    /// True if the shop can also be visited.
    pub pickup: bool,
    /// True if only the number of the customer's own Telegram account will do; `phone` is that one then.
    pub must_share: bool,
}

/// Why pieces did not go into the cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CartRefusal {
    /// The product is no longer sold.
    #[error("no longer sold")]
    Gone,
    /// There are fewer pieces than wanted, counting those in the cart already.
    #[error("not enough in stock")]
    OnlyLeft {
        /// Pieces there are.
        left: u32,
        /// Pieces of it in the cart already.
        in_cart: u32,
    },
    /// The cart has as many lines as it may have.
    #[error("the cart is full")]
    Full {
        /// The most lines, [`super::MAX_CART_LINES`].
        most: u32,
    },
}

/// What came of putting an earlier order into the cart again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reordered {
    /// Products of which nothing, or less than before, went into the cart.
    pub missing: Vec<Texts>,
}

/// Why an order was not moved to another status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AdvanceRefusal {
    /// No such order, or not this customer's.
    #[error("no such order")]
    Unknown,
    /// It already is in another status: somebody was faster.
    #[error("the order is {now:?}")]
    NotNow {
        /// The status it has.
        now: Status,
    },
}

/// What came of typing a promo code.
pub type PromoOutcome = Result<Quote, PromoRefusal>;
