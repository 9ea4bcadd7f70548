//! What the buttons on the card of an order do.

use crate::domain::{CarrierKey, RejectReason, Right};

/// What to do with an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum Deed {
    /// Take it on.
    Accept,
    /// Show the reasons for turning it down.
    Reasons,
    /// Turn it down for one of [`RejectReason::CANNED`].
    Reject(usize),
    /// Ask for a reason in own words.
    OtherReason,
    /// Show the ways to ship.
    Ways,
    /// Shipped, without a tracking text.
    Ship,
    /// Ask for the tracking text.
    Tracking,
    /// Ask for the number under which it travels with this carrier.
    Parcel(CarrierKey),
    /// Ask whether it is really to be called off, and why.
    Cancelling,
    /// Call it off for one of [`RejectReason::CANNED`].
    Cancel(usize),
    /// Call it off without a reason.
    CancelPlainly,
    /// Ask for a reason in own words.
    CancelReason,
    /// It has arrived.
    Deliver,
    /// Ask whether really nobody took it.
    NotCollected,
    /// Nobody took it.
    NotCollectedYes,
    /// Look after it.
    Take,
    /// Do so no more.
    PutBack,
    /// It is packed.
    Pack,
    /// It is not, after all.
    Unpack,
    /// Ask for a note for colleagues.
    Note,
    /// Ask what the customer shall read.
    Write,
    /// Change its lines or its delivery fee.
    Amend,
    /// Print what goes into the parcel.
    Slip,
    /// Back to the card.
    Back,
}

impl Deed {
    /// Every deed but [`Parcel`](Self::Parcel) with its word in a payload, for ever.
    pub(super) const WORDS: [(&'static str, Self); 27] = [
        ("a", Self::Accept),
        ("r", Self::Reasons),
        ("r0", Self::Reject(0)),
        ("r1", Self::Reject(1)),
        ("r2", Self::Reject(2)),
        ("ro", Self::OtherReason),
        ("s", Self::Ways),
        ("s0", Self::Ship),
        ("st", Self::Tracking),
        ("x", Self::Cancelling),
        ("x0", Self::Cancel(0)),
        ("x1", Self::Cancel(1)),
        ("x2", Self::Cancel(2)),
        ("xp", Self::CancelPlainly),
        ("xo", Self::CancelReason),
        ("d", Self::Deliver),
        ("nc", Self::NotCollected),
        ("ncy", Self::NotCollectedYes),
        ("t", Self::Take),
        ("tb", Self::PutBack),
        ("k", Self::Pack),
        ("kb", Self::Unpack),
        ("n", Self::Note),
        ("w", Self::Write),
        ("p", Self::Slip),
        ("e", Self::Amend),
        ("b", Self::Back),
    ];

    /// What it takes to press it.
    pub(super) const fn right(&self) -> Right {
        match self {
            Self::Write => Right::AnswerCustomers,
            _ => Right::MoveOrders,
        }
    }

    /// As a button carries it.
    pub(super) fn word(&self) -> String {
        match self {
            Self::Parcel(carrier) => format!("v{carrier}"),
            _ => Self::WORDS.iter().find(|(_, known)| known == self).map_or("b", |(word, _)| word).to_owned(),
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        let plain = Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, deed)| deed);
        plain.or_else(|| CarrierKey::parse(word.strip_prefix('v')?).map(Self::Parcel))
    }
}

/// The reason behind a canned button.
pub(super) fn canned(number: usize) -> RejectReason {
    RejectReason::CANNED.get(number).cloned().unwrap_or(RejectReason::OutOfStock)
}
