//! Sentences on top of a screen.

use crate::domain::{
    AdvanceRefusal, AmendmentState, CartRefusal, Change, CheckoutRefusal, Invalid, PromoCode, PromoRefusal,
    Status, Texts,
};
use serde::{Deserialize, Serialize};

/// A hint, a refusal or a piece of news. Every variant has a Fluent message in every locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// What is expected here, with an example: the state says which.
    Hint,
    /// The button belongs to a menu that is out of date; here is a fresh one.
    Stale,
    /// An edited message is not read; send a new one.
    EditedIgnored,
    /// No such command; here is what there is.
    UnknownCommand,
    /// The link leads nowhere any more.
    UnknownLink,
    /// There was nothing to cancel.
    NothingToCancel,
    /// The checkout was left; the cart is kept.
    CheckoutLeft,
    /// What was being entered was left as it was.
    Left,
    /// The conversation was forgotten (time, or a new version); the cart is kept.
    Resumed,
    /// So many pieces went into the cart.
    Added {
        /// Pieces.
        quantity: u32,
    },
    /// Pieces did not go into the cart.
    NotAdded(CartRefusal),
    /// The number typed is not between 1 and what there is.
    QuantityRange {
        /// Pieces there are.
        most: u32,
    },
    /// The product is not sold any more.
    ProductGone,
    /// Nothing of it is left right now.
    SoldOut,
    /// They are told when it is back.
    WillTell,
    /// The cart was emptied.
    CartEmptied,
    /// The checkout cannot go on.
    Checkout(CheckoutRefusal),
    /// The text was not accepted, by the rule of the state.
    Invalid(Invalid),
    /// The saved address is gone.
    AddressGone,
    /// The shop does not deliver there.
    OutsideZones,
    /// What was typed cannot be a promo code.
    NotACode,
    /// The promo does not hold.
    Promo(PromoRefusal),
    /// The code of the link is kept for the checkout.
    PromoKept(PromoCode),
    /// What changed since the customer saw the summary: look again, then confirm.
    Changed(Vec<Change>),
    /// The order was called off.
    OrderCancelled,
    /// Where a change of the order stands, that the staff have proposed.
    Change(AmendmentState),
    /// The order was not moved.
    NotAdvanced(AdvanceRefusal),
    /// An earlier order is in the cart again; these are missing or fewer.
    Reordered(Vec<Texts>),
    /// Saved.
    Saved,
    /// From now on in this language.
    LanguageSet,
    /// Broadcasts come from now on, or do not.
    Broadcasts(bool),
    /// The message went to the shop.
    SupportSent,
    /// Everything personal was erased.
    Forgotten,
    /// The order's status, when a stale confirmation meets an order that went on.
    AlreadyPlaced(Status),
}
