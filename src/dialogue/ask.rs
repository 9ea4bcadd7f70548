//! Questions to the shop. A conversation in mid-air is not `Serialize`: it cannot be stored by mistake.

use super::{Amending, Browse, Cancelling, Draft, Finding, Place, Quantity, Remark, Reordering, State, Step};
use crate::domain::{
    CartRefusal, CheckoutRefusal, CreditUse, Destination, Known, Lang, MessageId, OrderId, PersonName, Phone,
    Placement, Placing, ProductId, PromoCode, PromoOutcome, Quote, Ride, SkuId, UpdateId,
};

/// A question whose answer decides the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// What is this product like now?
    Open(Opening),
    /// May these pieces go into the cart?
    Add(Adding),
    /// Do this; there is nothing to decide afterwards.
    Do(Answerless),
    /// Can a checkout begin?
    Start(Starting),
    /// Keep this phone number: it is their own.
    Share(super::Sharing),
    /// Which address is this?
    Use(Using),
    /// In which delivery zone is this?
    Locate(super::Locating),
    /// Does the shop ask when to bring it?
    Schedule(super::Scheduling),
    /// Does this promo code hold?
    Redeem(Redeeming),
    /// What does it cost now?
    Price(Pricing),
    /// Place it.
    Place(super::Ordering),
    /// Does this order exist?
    Find(Finding),
    /// Call it off.
    Cancel(Cancelling),
    /// Change an order as the staff propose, or leave it.
    Amend(Amending),
    /// The same into the cart again.
    Reorder(Reordering),
}

/// What of the catalogue to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A product, from a list or a link.
    Product(ProductId),
    /// A variant, from the product's card.
    Sku(SkuId),
}

/// What was found there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// It is not sold any more.
    Gone,
    /// Several variants: the customer chooses on the card.
    Choose(ProductId),
    /// One variant, with the most pieces that can be ordered now.
    One(ProductId, SkuId, u32),
}

/// Opening a product or a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub(super) target: Target,
    pub(super) key: UpdateId,
    pub(super) promo: Option<PromoCode>,
    /// Pieces to put into the cart at once.
    pub(super) add: Option<u32>,
}

impl Opening {
    /// What to open.
    #[must_use]
    pub const fn target(&self) -> Target {
        self.target
    }

    /// Goes on with what was found.
    #[must_use]
    pub fn resume(self, answer: Opened) -> Step {
        match (answer, self.target) {
            (Opened::Gone, _) => Step::say(Browse::to(Place::Catalog, self.promo), Remark::ProductGone),
            (Opened::Choose(product), _) | (Opened::One(product, _, 0), Target::Product(_)) => {
                Step::at(Browse::to(Place::Product(product), self.promo))
            }
            (Opened::One(product, _, 0), Target::Sku(_)) => {
                Step::say(Browse::to(Place::Product(product), self.promo), Remark::SoldOut)
            }
            (Opened::One(product, sku, most), _) => {
                let card = Quantity::open(product, sku, most, self.key, self.promo);
                match self.add {
                    Some(pieces) => card.add(pieces),
                    None => Step::at(card),
                }
            }
        }
    }
}

/// Putting pieces into the cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adding(pub(super) Quantity);

impl Adding {
    /// The card: variant, pieces and key.
    #[must_use]
    pub const fn card(&self) -> &Quantity {
        &self.0
    }

    /// Goes on with the answer.
    #[must_use]
    pub fn resume(self, answer: Result<(), CartRefusal>) -> Step {
        self.0.added(answer)
    }
}

/// Something to do that leaves nothing to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Set the pieces of a line in the cart.
    SetLine(SkuId, u32),
    /// Empty the cart.
    EmptyCart,
    /// Set the name in the profile.
    SetName(PersonName),
    /// Set the phone number in the profile.
    SetPhone(Phone),
    /// The same, with the number of their own Telegram account.
    SharePhone(Phone),
    /// Set the language.
    SetLang(Lang),
    /// Switch broadcasts on or off.
    SetBroadcasts(bool),
    /// Forget a saved address.
    RemoveAddress(i64),
    /// Note that they want to be told when what is sold out of this product is back.
    TellWhenBack(ProductId),
    /// Erase the customer's personal data.
    Forget,
    /// Relay a message to the staff, once per update.
    AskSupport {
        /// The message, to copy from.
        message: MessageId,
        /// Its text, if it has one.
        text: Option<String>,
        /// What is written below a picture.
        caption: Option<String>,
    },
}

/// An effect, and where the conversation goes after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answerless {
    effect: Effect,
    then: State,
    remark: Option<Remark>,
}

impl Answerless {
    pub(super) fn then(effect: Effect, state: impl Into<State>, remark: impl Into<Option<Remark>>) -> Step {
        Step::Ask(Ask::Do(Self { effect, then: state.into(), remark: remark.into() }))
    }

    /// What to do.
    #[must_use]
    pub const fn effect(&self) -> &Effect {
        &self.effect
    }

    /// Goes on once it is done.
    #[must_use]
    pub fn resume(self) -> Step {
        Step::Wait(self.then, self.remark)
    }
}

/// Beginning a checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starting {
    pub(super) order: OrderId,
    pub(super) promo: Option<PromoCode>,
}

impl Starting {
    /// Goes on with what is known of the customer, or the refusal.
    #[must_use]
    pub fn resume(self, answer: Result<Known, CheckoutRefusal>) -> Step {
        match answer {
            Ok(known) => Draft::begin(self.order, known, self.promo).next(),
            Err(refusal) => Step::say(Browse::to(Place::Cart, self.promo), Remark::Checkout(refusal)),
        }
    }
}

/// Choosing a saved address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Using {
    pub(super) draft: Draft,
    pub(super) address: i64,
}

impl Using {
    /// The id of the saved address.
    #[must_use]
    pub const fn address(&self) -> i64 {
        self.address
    }

    /// Goes on with the address, if it is still there.
    #[must_use]
    pub fn resume(self, answer: Option<Destination>) -> Step {
        match answer {
            Some(destination) => self.draft.with_address(destination).next(),
            None => Step::say(super::Address(self.draft), Remark::AddressGone),
        }
    }
}

/// Trying a promo code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redeeming {
    pub(super) draft: Draft,
    pub(super) code: PromoCode,
}

impl Redeeming {
    /// The code.
    #[must_use]
    pub const fn code(&self) -> &PromoCode {
        &self.code
    }

    /// How the order would travel.
    #[must_use]
    pub fn ride(&self) -> Ride {
        self.draft.ride()
    }

    /// Goes on with the quote, or the condition that failed.
    #[must_use]
    pub fn resume(self, answer: PromoOutcome) -> Step {
        match answer {
            Ok(_) => self.draft.with_promo(Some(self.code)).next(),
            Err(refusal) => Step::say(super::Promo(self.draft), Remark::Promo(refusal)),
        }
    }
}

/// Working out the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pricing(pub(super) Draft);

impl Pricing {
    /// The code to price with.
    #[must_use]
    pub fn promo(&self) -> Option<&PromoCode> {
        self.0.promo()
    }

    /// How the order would travel.
    #[must_use]
    pub fn ride(&self) -> Ride {
        self.0.ride()
    }

    /// What the order would do with store credit.
    #[must_use]
    pub const fn credit(&self) -> CreditUse {
        self.0.credit()
    }

    /// Goes on with the quote.
    #[must_use]
    pub fn resume(self, quote: &Quote) -> Step {
        self.0.priced(quote)
    }
}

impl super::Ordering {
    /// The complete order.
    #[must_use]
    pub fn placing(&self) -> Placing {
        self.confirm().placing()
    }

    /// Goes on with what came of it.
    #[must_use]
    pub fn resume(self, answer: Placement) -> Step {
        self.into_confirm().placed(answer)
    }
}
