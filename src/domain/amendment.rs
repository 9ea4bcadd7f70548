//! A change of an order that the staff propose: fewer or more pieces, another delivery fee. It holds once the customer
//! agrees to it; until then the order is as it was.

use super::{
    AmendmentId, CartLine, CategoryId, Change, DeliveryTerms, Fulfilment, Money, Order, OrderId, OrderLine,
    ProductId, Promo, PromoHistory, PromoRefusal, Quote, SkuId, Totals,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where a change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmendmentState {
    /// The staff are working on it.
    Draft,
    /// The customer is asked.
    Open,
    /// The customer agreed: the order is changed. Final.
    Agreed,
    /// The customer said no. Final.
    Declined,
    /// The customer said nothing in time. Final.
    Expired,
    /// The staff took it back, or the order went on. Final.
    Withdrawn,
    /// The customer agreed when the pieces were gone. Final.
    SoldOut,
}

impl AmendmentState {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Open,
        Self::Agreed,
        Self::Declined,
        Self::Expired,
        Self::Withdrawn,
        Self::SoldOut,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Agreed => "agreed",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
            Self::SoldOut => "sold_out",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// A change of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Its id.
    pub id: AmendmentId,
    /// The order.
    pub order: OrderId,
    /// Where it stands.
    pub state: AmendmentState,
    /// Counts up with every touch of a draft: what is sent is what was seen.
    pub version: i32,
    /// Pieces of each line of the order, in its order. 0: the line goes.
    pub pieces: Vec<u32>,
    /// The delivery fee, if the staff named one. Otherwise the shop's rules say it.
    pub fee: Option<Money>,
    /// What it would change; empty for a draft.
    pub gist: Gist,
    /// Until when the customer can agree; `None` for a draft.
    pub expires_at: Option<DateTime<Utc>>,
}

/// What a change changes, as people read it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gist {
    /// One by one.
    pub changes: Vec<Change>,
    /// The total before.
    pub from: Money,
    /// The total after.
    pub to: Money,
    /// What store credit pays of that.
    #[serde(default, skip_serializing_if = "Money::is_zero")]
    pub credit: Money,
}

/// An entry in the timeline of an order: a change was proposed, or something came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// [`AmendmentState::Open`]: it was proposed.
    pub outcome: AmendmentState,
    /// What it changes.
    #[serde(flatten)]
    pub gist: Gist,
}

/// What an order would cost with other pieces or another fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requote {
    /// The sums.
    pub totals: Totals,
    /// Each line's part of the discount, in the order of the lines; nothing for a line that goes.
    pub discounts: Vec<Money>,
    /// False if the promo code no longer holds, and its use is given back.
    pub keeps_promo: bool,
    /// What differs.
    pub gist: Gist,
}

/// What the catalogue adds to a line of an order, for promo codes that cover a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// The variant.
    pub sku: SkuId,
    /// Its product.
    pub product: ProductId,
    /// The product's category and that one's parent.
    pub categories: Vec<CategoryId>,
}

/// Why a change was not proposed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmendRefusal {
    /// Somebody changed it, or the order went on.
    #[error("it has moved on")]
    Overtaken,
    /// Nothing of it differs from the order.
    #[error("it changes nothing")]
    Nothing,
    /// No line is left: that is a cancellation.
    #[error("nothing would be left of the order")]
    Empty,
    /// There are not enough pieces for a line.
    #[error("not enough in stock")]
    Short(Vec<SkuId>),
}

impl Requote {
    /// Works it out by the rules of every quote, at the prices of the order. What the order took already it keeps: its
    /// promo code is asked only for what depends on the goods.
    ///
    /// `pieces` and `shelves` are in the order of the lines.
    #[must_use]
    pub fn of(
        order: &Order,
        pieces: &[u32],
        fee: Option<Money>,
        shelves: &[Shelved],
        terms: &DeliveryTerms,
        promo: Option<Promo>,
    ) -> Self {
        let is_delivery = matches!(order.fulfilment, Some(Fulfilment::Delivery(_)));
        let kept = order.named_fee.then_some(order.totals.delivery);
        let terms = match fee.or(kept) {
            Some(fee) => DeliveryTerms { fee, free_from: None, ..terms.clone() },
            None => terms.clone(),
        };
        let cart = order.lines.iter().zip(pieces).map(|(line, pieces)| cart_line(line, *pieces, shelves));
        let found = order.promo.as_ref().map(|_| {
            promo.map(|promo| (promo.taken(), PromoHistory::default())).ok_or(PromoRefusal::Unknown)
        });
        let quote = Quote::of(cart.collect(), is_delivery, &terms, found, order.currency, order.placed_at)
            .with_credit(order.totals.credit);
        let parts = quote.discount.as_ref().map_or(&[][..], |discount| &discount.parts);
        let parts: Vec<(SkuId, Money)> =
            quote.lines.iter().map(|line| line.sku).zip(parts.iter().copied()).collect();
        let discounts = order.lines.iter().map(|line| {
            parts.iter().find(|(sku, _)| *sku == line.sku).map_or(Money::ZERO, |(_, part)| *part)
        });
        Self {
            totals: quote.totals,
            discounts: discounts.collect(),
            keeps_promo: quote.discount.is_some(),
            gist: gist(order, pieces, &quote),
        }
    }
}

fn cart_line(line: &OrderLine, pieces: u32, shelves: &[Shelved]) -> CartLine {
    let shelf = shelves.iter().find(|shelf| shelf.sku == line.sku);
    CartLine {
        sku: line.sku,
        product: shelf.map_or(ProductId(0), |shelf| shelf.product),
        categories: shelf.map(|shelf| shelf.categories.clone()).unwrap_or_default(),
        names: line.names.clone(),
        options: line.options.clone(),
        wanted: pieces,
        // Whether there are so many is asked when they are taken.
        available: pieces,
        price: line.price,
        seen_price: line.price,
    }
}

fn gist(order: &Order, pieces: &[u32], now: &Quote) -> Gist {
    let lines = order.lines.iter().zip(pieces).filter(|(line, pieces)| line.quantity != **pieces);
    let mut changes: Vec<Change> = lines
        .map(|(line, pieces)| Change::Quantity {
            names: line.names.clone(),
            from: line.quantity,
            to: *pieces,
        })
        .collect();
    let (before, after) = (order.totals, now.totals);
    changes.extend(now.refused.map(Change::Promo));
    if before.discount != after.discount {
        changes.push(Change::Discount { from: before.discount, to: after.discount });
    }
    if before.delivery != after.delivery {
        changes.push(Change::Delivery { from: before.delivery, to: after.delivery });
    }
    Gist { changes, from: before.total, to: after.total, credit: after.credit }
}

#[cfg(test)]
#[path = "amendment_tests.rs"]
mod tests;
