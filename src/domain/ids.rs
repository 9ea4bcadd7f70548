//! Ids that cannot be mixed up.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// A change of an order that the staff propose.
    AmendmentId(i64)
);
id!(
    /// A category of the catalogue.
    CategoryId(i64)
);
id!(
    /// A product: what a card shows. What is sold is one of its SKUs.
    ProductId(i64)
);
id!(
    /// A stock keeping unit: one variant of a product, with its own price and stock.
    SkuId(i64)
);
id!(
    /// A customer: the Telegram user id.
    CustomerId(i64)
);
id!(
    /// A Telegram chat. A private chat has the id of its user; groups are negative.
    ChatId(i64)
);
id!(
    /// A message, unique within its chat.
    MessageId(i32)
);
id!(
    /// A Telegram update. Grows by one, but restarts at a random number after a quiet week.
    UpdateId(i64)
);
id!(
    /// A message to many customers.
    BroadcastId(i64)
);
id!(
    /// An answer that the staff give again and again.
    CannedId(i64)
);
id!(
    /// An order. Minted when a checkout begins, so that confirming twice is the same order.
    OrderId(Uuid)
);

impl OrderId {
    /// The order that the checkout begun by `update` leads to. The same update, redelivered after a
    /// crash, mints the same id.
    #[must_use]
    pub fn minted(customer: CustomerId, update: UpdateId) -> Self {
        const ORDERS: Uuid = Uuid::from_u128(0x6f72_6465_7262_6f74_8000_0000_0000_0001);
        Self(Uuid::new_v5(&ORDERS, format!("{customer}:{update}").as_bytes()))
    }
}

impl ChatId {
    /// Stands for the staff group that `/setup` chooses. No chat of Telegram has this id; what is addressed to it waits until
    /// there is one, and then follows it.
    pub const STAFF: Self = Self(0);
}

impl CustomerId {
    /// The private chat with this customer.
    #[must_use]
    pub const fn chat(self) -> ChatId {
        ChatId(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redelivered_update_mints_the_same_order() {
        let id = OrderId::minted(CustomerId(7), UpdateId(1));
        assert_eq!(id, OrderId::minted(CustomerId(7), UpdateId(1)));
        assert_ne!(id, OrderId::minted(CustomerId(7), UpdateId(2)));
        assert_ne!(id, OrderId::minted(CustomerId(8), UpdateId(1)));
    }
}
