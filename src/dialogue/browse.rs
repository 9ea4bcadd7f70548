//! Looking around. Every place can be reached from everywhere, so a place is only a name.

use super::State;
use crate::domain::{CategoryId, OrderId, ProductId, PromoCode};
use serde::{Deserialize, Serialize};

/// What is on the screen while nothing particular is awaited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The start screen.
    #[default]
    Home,
    /// The first level of the catalogue.
    Catalog,
    /// A page of a category: its subcategories, then its products.
    Category(CategoryId, u32),
    /// The card of a product with several variants, or with none left.
    Product(ProductId),
    /// The same with another picture, counted from 0.
    Picture(ProductId, u32),
    /// A page of the products found for these words.
    Results(String, u32),
    /// The cart.
    Cart,
    /// The order just placed.
    Placed(OrderId),
    /// A page of my orders.
    Orders(u32),
    /// One of my orders.
    Order(OrderId),
    /// Really call off this order?
    CancelOrder(OrderId),
    /// My profile.
    Profile,
    /// The language menu.
    Languages,
    /// Broadcasts on or off?
    Notifications,
    /// What the bot can do.
    Help,
    /// Really erase my data?
    DeleteMe,
}

/// The state of a customer who looks around.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Browse {
    place: Place,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promo: Option<PromoCode>,
}

impl Browse {
    pub(super) fn to(place: Place, promo: Option<PromoCode>) -> Self {
        Self { place, promo }
    }

    /// What is on the screen.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// The promo code of a link, kept for the checkout.
    #[must_use]
    pub const fn promo(&self) -> Option<&PromoCode> {
        self.promo.as_ref()
    }
}

impl From<Browse> for State {
    fn from(browse: Browse) -> Self {
        Self::Browse(browse)
    }
}
