//! From a cart to a sum: what an order would cost right now.

use super::{
    Address, CategoryId, CheckoutRefusal, Currency, Money, ProductId, Promo, PromoCode, PromoHistory,
    PromoRefusal, Seen, SkuId, Texts,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The most different variants in one cart. A line of the cart's screen has four buttons and the screen has three
/// more, of the 100 that a Telegram client shows under a message; the summary stays below its 4096 characters.
pub const MAX_CART_LINES: u32 = 19;

/// A line of the cart with what the catalogue says of it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartLine {
    /// The variant.
    pub sku: SkuId,
    /// Its product.
    pub product: ProductId,
    /// The product's category and that one's parent: what a promo may cover.
    pub categories: Vec<CategoryId>,
    /// The product's names.
    pub names: Texts,
    /// The variant's labels.
    pub options: Texts,
    /// Pieces the customer wants.
    pub wanted: u32,
    /// Pieces there are; 0 also when the product was hidden.
    pub available: u32,
    /// The price now.
    pub price: Money,
    /// The price the customer saw when they added it.
    pub seen_price: Money,
}

/// A line as it would be ordered: never more than there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedLine {
    /// The variant.
    pub sku: SkuId,
    /// Its product.
    pub product: ProductId,
    /// The product's category and that one's parent.
    pub categories: Vec<CategoryId>,
    /// The product's names.
    pub names: Texts,
    /// The variant's labels.
    pub options: Texts,
    /// Pieces that can be ordered: the smaller of what is wanted and what there is.
    pub quantity: u32,
    /// Pieces the customer wants.
    pub wanted: u32,
    /// The price of one piece now.
    pub price: Money,
    /// The price the customer saw when they added it.
    pub seen_price: Money,
}

impl QuotedLine {
    /// Price times quantity.
    #[must_use]
    pub fn sum(&self) -> Money {
        self.price.times(self.quantity)
    }
}

impl From<CartLine> for QuotedLine {
    fn from(line: CartLine) -> Self {
        Self {
            sku: line.sku,
            product: line.product,
            categories: line.categories,
            names: line.names,
            options: line.options,
            quantity: line.wanted.min(line.available),
            wanted: line.wanted,
            price: line.price,
            seen_price: line.seen_price,
        }
    }
}

/// How the order reaches the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fulfilment {
    /// The shop brings it.
    Delivery(Destination),
    /// The customer comes for it.
    Pickup,
}

/// Where to bring an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// The address as text.
    pub address: Address,
    /// Latitude and longitude in millionths of a degree, if the customer shared a location.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<(i32, i32)>,
}

/// What the shop asks for delivery (settings).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryTerms {
    /// The fee for one delivery.
    pub fee: Money,
    /// No fee from this sum of goods (after discount) on.
    pub free_from: Option<Money>,
    /// The least sum of goods (before discount) the shop takes an order for.
    pub minimum_order: Option<Money>,
    /// Where orders can be picked up; `None` if they cannot.
    pub pickup_at: Option<String>,
}

/// What a promo takes off an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discount {
    /// The promo's id.
    pub promo: i64,
    /// The code the customer typed.
    pub code: PromoCode,
    /// What is taken off the goods.
    pub amount: Money,
    /// The same, line by line; sums to `amount`.
    pub parts: Vec<Money>,
    /// No delivery fee.
    pub free_delivery: bool,
}

/// The sums at the foot of an order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// All lines.
    pub subtotal: Money,
    /// What the promo takes off.
    pub discount: Money,
    /// The delivery fee.
    pub delivery: Money,
    /// What the order costs: subtotal - discount + delivery.
    pub total: Money,
    /// What store credit pays of the total.
    #[serde(default, skip_serializing_if = "Money::is_zero")]
    pub credit: Money,
}

impl Totals {
    /// What is left to pay: the total without what store credit pays.
    #[must_use]
    pub fn to_pay(&self) -> Money {
        self.total.minus(self.credit)
    }
}

/// What an order would cost right now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Lines of which at least one piece can be had.
    pub lines: Vec<QuotedLine>,
    /// Lines of which nothing is left.
    pub gone: Vec<QuotedLine>,
    /// What the promo gives, if there is one and it holds.
    pub discount: Option<Discount>,
    /// Why the promo does not hold.
    pub refused: Option<PromoRefusal>,
    /// The sums.
    pub totals: Totals,
    /// The delivery zone, if the shop has any.
    pub zone: Option<String>,
    /// The shop does not deliver to the zone that was chosen any more, or has introduced some: it is to be chosen again.
    pub is_zone_gone: bool,
}

impl Quote {
    /// Works out the cost of these lines.
    ///
    /// `promo` is what was looked up for the code the customer typed: the promo and their history with it.
    #[must_use]
    pub fn of(
        cart: Vec<CartLine>,
        delivery: bool,
        terms: &DeliveryTerms,
        promo: Option<Result<(Promo, PromoHistory), PromoRefusal>>,
        currency: Currency,
        now: DateTime<Utc>,
    ) -> Self {
        let (lines, gone): (Vec<_>, Vec<_>) =
            cart.into_iter().map(QuotedLine::from).partition(|line| line.quantity > 0);
        let subtotal: Money = lines.iter().map(QuotedLine::sum).sum();
        let fee = |goods: Money| match terms.free_from {
            _ if !delivery => Money::ZERO,
            Some(from) if goods >= from => Money::ZERO,
            Some(_) | None => terms.fee,
        };
        let outcome = promo.map(|found| {
            found.and_then(|(promo, history)| promo.discount(&lines, fee(subtotal), history, currency, now))
        });
        let (discount, refused) = match outcome {
            Some(Ok(discount)) => (Some(discount), None),
            Some(Err(refusal)) => (None, Some(refusal)),
            None => (None, None),
        };
        let off = discount.as_ref().map_or(Money::ZERO, |discount| discount.amount);
        let goods = subtotal.minus(off);
        let delivery = match &discount {
            Some(discount) if discount.free_delivery => Money::ZERO,
            Some(_) | None => fee(goods),
        };
        let total = goods.plus(delivery);
        let totals = Totals { subtotal, discount: off, delivery, total, credit: Money::ZERO };
        Self { lines, gone, discount, refused, totals, zone: None, is_zone_gone: false }
    }

    /// The same, paid with store credit as far as there is some.
    #[must_use]
    pub fn with_credit(mut self, balance: Money) -> Self {
        self.totals.credit = balance.min(self.totals.total);
        self
    }

    /// Why nothing of it can be ordered, if so.
    #[must_use]
    pub fn nothing_to_order(&self) -> Option<CheckoutRefusal> {
        match (self.lines.is_empty(), self.gone.is_empty()) {
            (false, _) => None,
            (true, true) => Some(CheckoutRefusal::EmptyCart),
            (true, false) => Some(CheckoutRefusal::SoldOut),
        }
    }

    /// What to remember of a quote the customer was shown, to tell them later what has changed.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen {
            lines: self.lines.iter().map(|line| (line.sku, line.quantity, line.price)).collect(),
            totals: self.totals,
            zone: self.zone.clone(),
        }
    }
}

#[cfg(test)]
#[path = "checkout_tests.rs"]
mod tests;
