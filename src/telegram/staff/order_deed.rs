//! What the buttons on the card of an order do.

use crate::domain::RejectReason;

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
    /// It has arrived.
    Deliver,
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
    /// Back to the card.
    Back,
}

impl Deed {
    /// Every deed with its word in a payload, for ever.
    pub(super) const WORDS: [(&'static str, Self); 16] = [
        ("a", Self::Accept),
        ("r", Self::Reasons),
        ("r0", Self::Reject(0)),
        ("r1", Self::Reject(1)),
        ("r2", Self::Reject(2)),
        ("ro", Self::OtherReason),
        ("s", Self::Ways),
        ("s0", Self::Ship),
        ("st", Self::Tracking),
        ("d", Self::Deliver),
        ("t", Self::Take),
        ("tb", Self::PutBack),
        ("k", Self::Pack),
        ("kb", Self::Unpack),
        ("n", Self::Note),
        ("b", Self::Back),
    ];

    /// As a button carries it.
    pub(super) fn word(&self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| known == self).map_or("b", |(word, _)| word)
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, deed)| deed)
    }
}

/// The reason behind a canned button.
pub(super) fn canned(number: usize) -> RejectReason {
    RejectReason::CANNED.get(number).cloned().unwrap_or(RejectReason::OutOfStock)
}
