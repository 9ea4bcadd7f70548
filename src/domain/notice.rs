//! What other chats are to be told. Stored in the outbox in the transaction of its cause, and rendered
//! when it is sent, so that it always shows the newest state.

use super::{
    AmendmentId, BroadcastId, BroadcastLink, ChatId, CustomerId, MessageId, Money, OrderId, ProductId, SkuId,
    StaffTopic, Status,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A message to somebody who did not just write to us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// The staff group's card of an order: sent once, then edited in place.
    StaffCard {
        /// The order.
        order: OrderId,
    },
    /// Nobody has accepted an order for a while: a word to the staff group.
    OrderWaits {
        /// The order.
        order: OrderId,
        /// For so long that those who lead are called by name.
        is_urgent: bool,
    },
    /// News of an order for its customer.
    OrderNews {
        /// The order.
        order: OrderId,
        /// The status it has reached.
        status: Status,
    },
    /// A change of an order, for its customer to agree to or not.
    AmendmentProposed {
        /// The change.
        amendment: AmendmentId,
    },
    /// It lapsed or was taken back: for the customer.
    AmendmentOver {
        /// The change.
        amendment: AmendmentId,
    },
    /// What became of it: for the staff group.
    AmendmentAnswered {
        /// The change.
        amendment: AmendmentId,
    },
    /// A customer's message to the shop, for the staff group. Replies to it go back to the customer.
    SupportRequest {
        /// Who wrote.
        customer: CustomerId,
        /// The customer's message, to copy from.
        message: MessageId,
        /// Its text, if it has one.
        text: Option<String>,
    },
    /// The staff's reply to a customer.
    SupportReply {
        /// The group's chat and message to copy from.
        from: (ChatId, MessageId),
        /// Its text, if it has one.
        text: Option<String>,
        /// The order it is about, if the staff wrote first.
        #[serde(default)]
        order: Option<OrderId>,
    },
    /// An answer that the staff give again and again, to a customer.
    CannedReply {
        /// What the customer reads.
        text: String,
    },
    /// An update that could not be handled: for the staff group, with buttons to try again or drop it.
    DeadLetter {
        /// The update.
        update: i64,
        /// A short cause, without personal data.
        cause: String,
    },
    /// Variants that have begun to run out: a word to the staff group.
    RunningLow {
        /// Which.
        skus: Vec<SkuId>,
    },
    /// What a customer asked to be told of is back.
    BackInStock {
        /// The product.
        product: ProductId,
    },
    /// A customer has more store credit.
    CreditGiven {
        /// So much more.
        amount: Money,
    },
    /// A friendly word about a cart that was left behind.
    CartReminder,
    /// A customer sent more at once than is kept for them: some of it was not read.
    Flooded,
    /// The staff group's card of a broadcast: sent once, then edited in place.
    BroadcastCard {
        /// The broadcast.
        broadcast: BroadcastId,
    },
    /// How the day was, for the staff group.
    Digest {
        /// The day.
        day: NaiveDate,
        /// From this moment on.
        since: DateTime<Utc>,
        /// Until just before this one.
        until: DateTime<Utc>,
    },
    /// A message that many customers get. Never in the outbox: its recipients are rows of their own.
    Broadcast {
        /// The group's chat and message to copy from.
        from: (ChatId, MessageId),
        /// Where the button below it leads.
        link: BroadcastLink,
    },
}

/// What goes first when the sender is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(i16)]
pub enum Urgency {
    /// Payment and order news.
    News = 0,
    /// Cards and messages for the staff group.
    Staff = 1,
    /// What nobody waits for. Broadcasts are not in the outbox: their recipients are rows of their own.
    Bulk = 2,
}

impl Urgency {
    /// The classes of the outbox, the first one first.
    pub const OUTBOX: [Self; 3] = [Self::News, Self::Staff, Self::Bulk];
}

impl Notice {
    /// What goes first.
    #[must_use]
    pub const fn urgency(&self) -> Urgency {
        match self {
            Self::OrderNews { .. }
            | Self::AmendmentProposed { .. }
            | Self::AmendmentOver { .. }
            | Self::SupportReply { .. }
            | Self::CannedReply { .. }
            | Self::CreditGiven { .. }
            | Self::Flooded => Urgency::News,
            Self::StaffCard { .. }
            | Self::OrderWaits { .. }
            | Self::AmendmentAnswered { .. }
            | Self::SupportRequest { .. }
            | Self::RunningLow { .. }
            | Self::DeadLetter { .. }
            | Self::Digest { .. }
            | Self::BroadcastCard { .. } => Urgency::Staff,
            Self::BackInStock { .. } | Self::CartReminder | Self::Broadcast { .. } => Urgency::Bulk,
        }
    }

    /// What it is about, for those of the staff whose group has topics; `None`: it belongs to none.
    #[must_use]
    pub const fn topic(&self) -> Option<StaffTopic> {
        match self {
            Self::StaffCard { .. } | Self::OrderWaits { .. } | Self::AmendmentAnswered { .. } => {
                Some(StaffTopic::Orders)
            }
            Self::SupportRequest { .. } => Some(StaffTopic::Support),
            Self::RunningLow { .. } => Some(StaffTopic::Stock),
            Self::DeadLetter { .. } | Self::Digest { .. } => Some(StaffTopic::Alerts),
            // Below the message that was composed.
            Self::BroadcastCard { .. }
            | Self::OrderNews { .. }
            | Self::AmendmentProposed { .. }
            | Self::AmendmentOver { .. }
            | Self::SupportReply { .. }
            | Self::CannedReply { .. }
            | Self::BackInStock { .. }
            | Self::CreditGiven { .. }
            | Self::CartReminder
            | Self::Flooded
            | Self::Broadcast { .. } => None,
        }
    }

    /// Notices with the same key in the same chat show the same thing: only the newest needs sending.
    #[must_use]
    pub fn coalesce_key(&self) -> Option<String> {
        match self {
            Self::StaffCard { order } => Some(format!("card:{order}")),
            Self::CartReminder => Some("cart".to_owned()),
            Self::BroadcastCard { broadcast } => Some(format!("broadcast:{broadcast}")),
            Self::OrderWaits { .. }
            | Self::OrderNews { .. }
            | Self::AmendmentProposed { .. }
            | Self::AmendmentOver { .. }
            | Self::AmendmentAnswered { .. }
            | Self::SupportRequest { .. }
            | Self::SupportReply { .. }
            | Self::CannedReply { .. }
            | Self::RunningLow { .. }
            | Self::BackInStock { .. }
            | Self::CreditGiven { .. }
            | Self::DeadLetter { .. }
            | Self::Digest { .. }
            | Self::Flooded
            | Self::Broadcast { .. } => None,
        }
    }
}
