//! On a product's card: how many pieces?

use super::{Adding, Ask, Browse, Place, Remark, State, Step};
use crate::domain::{CartRefusal, MAX_PER_LINE, ProductId, PromoCode, SkuId, UpdateId};
use serde::{Deserialize, Serialize};

/// A card with a number on it, waiting for another number or "Add to cart".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    product: ProductId,
    sku: SkuId,
    quantity: u32,
    most: u32,
    key: UpdateId,
    /// The picture on the card, counted from 0.
    #[serde(default)]
    picture: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promo: Option<PromoCode>,
}

impl Quantity {
    pub(super) const fn open(
        product: ProductId,
        sku: SkuId,
        most: u32,
        key: UpdateId,
        promo: Option<PromoCode>,
    ) -> Self {
        Self { product, sku, quantity: 1, most, key, picture: 0, promo }
    }

    /// The product on the card.
    #[must_use]
    pub const fn product(&self) -> ProductId {
        self.product
    }

    /// The variant on the card.
    #[must_use]
    pub const fn sku(&self) -> SkuId {
        self.sku
    }

    /// The number on the card.
    #[must_use]
    pub const fn quantity(&self) -> u32 {
        self.quantity
    }

    /// The most pieces there were when the card was opened.
    #[must_use]
    pub const fn most(&self) -> u32 {
        self.most
    }

    /// The update that opened the card: adding from it twice adds once.
    #[must_use]
    pub const fn key(&self) -> UpdateId {
        self.key
    }

    /// The picture on the card, counted from 0.
    #[must_use]
    pub const fn picture(&self) -> u32 {
        self.picture
    }

    pub(super) const fn showing(mut self, picture: u32) -> Self {
        self.picture = picture;
        self
    }

    pub(super) fn into_promo(self) -> Option<PromoCode> {
        self.promo
    }

    /// The card as it was when this key was given out: a press may come from an earlier showing of it.
    pub(super) const fn keyed(mut self, key: UpdateId) -> Self {
        self.key = key;
        self
    }

    /// The − and + buttons: out of range stays at the edge.
    pub(super) fn pieces(mut self, quantity: u32) -> Step {
        let most = self.most.clamp(1, MAX_PER_LINE);
        self.quantity = quantity.clamp(1, most);
        if self.quantity == quantity {
            return Step::at(self);
        }
        Step::say(self, Remark::QuantityRange { most })
    }

    /// A typed number.
    pub(super) fn typed(mut self, text: &str) -> Step {
        match text.trim().parse::<u32>() {
            Ok(quantity) if (1..=self.most).contains(&quantity) => {
                self.quantity = quantity;
                Step::at(self)
            }
            Ok(_) => {
                let most = self.most;
                Step::say(self, Remark::QuantityRange { most })
            }
            Err(_) => Step::say(self, Remark::Hint),
        }
    }

    pub(super) fn add(mut self, quantity: u32) -> Step {
        self.quantity = quantity.clamp(1, MAX_PER_LINE);
        Step::Ask(Ask::Add(Adding(self)))
    }

    pub(super) fn added(mut self, answer: Result<(), CartRefusal>) -> Step {
        match answer {
            Ok(()) => {
                let added = Remark::Added { quantity: self.quantity };
                Step::say(Browse::to(Place::Cart, self.promo), added)
            }
            Err(refusal @ CartRefusal::OnlyLeft { left, in_cart }) if left > in_cart => {
                self.most = left - in_cart;
                self.quantity = self.quantity.min(self.most);
                Step::say(self, Remark::NotAdded(refusal))
            }
            Err(refusal @ CartRefusal::OnlyLeft { .. }) => {
                Step::say(Browse::to(Place::Product(self.product), self.promo), Remark::NotAdded(refusal))
            }
            Err(refusal @ CartRefusal::Full { .. }) => {
                Step::say(Browse::to(Place::Cart, self.promo), Remark::NotAdded(refusal))
            }
            Err(refusal @ CartRefusal::Gone) => {
                Step::say(Browse::to(Place::Catalog, self.promo), Remark::NotAdded(refusal))
            }
        }
    }
}

impl From<Quantity> for State {
    fn from(quantity: Quantity) -> Self {
        Self::Quantity(quantity)
    }
}
