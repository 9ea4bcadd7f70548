//! What a customer saw of an order before they confirmed it, and what has changed since.

use super::{Money, PromoRefusal, Quote, SkuId, Texts, Totals};
use serde::{Deserialize, Serialize};

/// The figures of a quote a customer has seen, as small as can be: it is kept for every open checkout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Variant, pieces, price of one.
    pub lines: Vec<(SkuId, u32, Money)>,
    /// The sums.
    pub totals: Totals,
    /// The delivery zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

/// Something that is no longer as the customer saw it. Every variant has a Fluent message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The price of one piece.
    Price {
        /// The product's names.
        names: Texts,
        /// As seen.
        from: Money,
        /// Now.
        to: Money,
    },
    /// The number of pieces: somebody was faster, more came in, or the cart was changed.
    Quantity {
        /// The product's names.
        names: Texts,
        /// As seen.
        from: u32,
        /// Now.
        to: u32,
    },
    /// Nothing is left of it.
    Gone {
        /// The product's names.
        names: Texts,
    },
    /// The promo no longer holds.
    Promo(PromoRefusal),
    /// The discount, for another reason than a line.
    Discount {
        /// As seen.
        from: Money,
        /// Now.
        to: Money,
    },
    /// What store credit pays.
    Credit {
        /// As seen.
        from: Money,
        /// Now.
        to: Money,
    },
    /// The delivery fee.
    Delivery {
        /// As seen.
        from: Money,
        /// Now.
        to: Money,
    },
}

/// What differs between what the customer saw and what holds now; empty if the order may be placed.
#[must_use]
pub fn changes(seen: &Seen, now: &Quote) -> Vec<Change> {
    let mut all = Vec::new();
    let before = |sku| seen.lines.iter().find(|(id, _, _)| *id == sku);
    for line in &now.lines {
        let (from, price) =
            before(line.sku).map_or((0, line.price), |(_, quantity, price)| (*quantity, *price));
        if from != line.quantity {
            all.push(Change::Quantity { names: line.names.clone(), from, to: line.quantity });
        }
        if price != line.price {
            all.push(Change::Price { names: line.names.clone(), from: price, to: line.price });
        }
    }
    for line in now.gone.iter().filter(|line| before(line.sku).is_some()) {
        all.push(Change::Gone { names: line.names.clone() });
    }
    if let Some(refusal) = now.refused {
        all.push(Change::Promo(refusal));
    }
    if all.is_empty() && seen.totals.discount != now.totals.discount {
        all.push(Change::Discount { from: seen.totals.discount, to: now.totals.discount });
    }
    if all.is_empty() && seen.totals.credit != now.totals.credit {
        all.push(Change::Credit { from: seen.totals.credit, to: now.totals.credit });
    }
    if seen.totals.delivery != now.totals.delivery {
        all.push(Change::Delivery { from: seen.totals.delivery, to: now.totals.delivery });
    }
    all
}
