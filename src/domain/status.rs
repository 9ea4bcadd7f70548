//! The states of an order, and which step leads from one to the next.

use serde::{Deserialize, Serialize};

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
    /// ([`super::RejectReason::NotCollected`]). Stock, promo use and store credit given back. Final.
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

    /// True if it came to nothing: what was taken for it is given back.
    #[must_use]
    pub const fn is_called_off(self) -> bool {
        matches!(self, Self::Rejected | Self::Cancelled)
    }

    /// True while the order's pieces are reserved.
    #[must_use]
    pub const fn is_reserving(self) -> bool {
        matches!(self, Self::Placed | Self::Accepted)
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
    fn every_status_survives_the_database() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()), Some(status));
        }
    }
}
