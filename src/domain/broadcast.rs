//! One message to many customers.

use super::{ChatId, Lang, MessageId};
use std::fmt;

/// Who shall get it. Nobody gets one who is banned, cannot be reached, or has switched broadcasts off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Segment {
    /// Every customer.
    Everyone,
    /// Those who read this language.
    Language(Lang),
    /// Those with an order in the last so many days that was not called off.
    BoughtWithin(u16),
    /// Those without one.
    NeverBought,
}

impl Segment {
    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.split_once('-') {
            None if word == "everyone" => Some(Self::Everyone),
            None if word == "new" => Some(Self::NeverBought),
            Some(("lang", code)) => {
                Lang::ALL.into_iter().find(|lang| lang.code() == code).map(Self::Language)
            }
            Some(("bought", days)) => days.parse().ok().map(Self::BoughtWithin),
            _ => None,
        }
    }
}

/// A word for columns and buttons: `everyone`, `lang-de`, `bought-30`, `new`.
impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everyone => f.write_str("everyone"),
            Self::Language(lang) => write!(f, "lang-{lang}"),
            Self::BoughtWithin(days) => write!(f, "bought-{days}"),
            Self::NeverBought => f.write_str("new"),
        }
    }
}

/// Where a broadcast stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BroadcastState {
    /// It is shown to the staff; nothing was sent.
    Draft,
    /// On its way.
    Sending,
    /// Somebody stopped it for a while, or it could not go on.
    Paused,
    /// Everybody had their turn.
    Done,
    /// Somebody called it off; who had not had their turn gets nothing.
    Cancelled,
}

impl BroadcastState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Sending, Self::Paused, Self::Done, Self::Cancelled];

    /// The word for it in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads it again.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// How far a broadcast is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Customers it was begun for.
    pub recipients: u32,
    /// Telegram has taken it.
    pub sent: u32,
    /// The customer has blocked the bot or is gone.
    pub unreachable: u32,
    /// Telegram refused it.
    pub failed: u32,
    /// Telegram's answer was lost: it may have arrived, and is not sent again.
    pub uncertain: u32,
    /// The customer has switched broadcasts off since it was begun, or was banned.
    pub skipped: u32,
}

impl Tally {
    /// How many had their turn.
    #[must_use]
    pub const fn ended(&self) -> u32 {
        self.sent + self.unreachable + self.failed + self.uncertain + self.skipped
    }

    /// How many have not. Those who had their data erased meanwhile count among them.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.recipients.saturating_sub(self.ended())
    }
}

/// A broadcast as the staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broadcast {
    /// Its id.
    pub id: super::BroadcastId,
    /// The message that every recipient gets a copy of.
    pub original: (ChatId, MessageId),
    /// Who gets it.
    pub segment: Segment,
    /// Where it stands.
    pub state: BroadcastState,
    /// Why it was paused, if nobody of the staff did it.
    pub trouble: Option<String>,
    /// How far it is.
    pub tally: Tally,
    /// The card that tells of it, once it was shown.
    pub card: Option<(ChatId, MessageId)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_survives_as_a_word() {
        let mut all = vec![Segment::Everyone, Segment::NeverBought, Segment::BoughtWithin(30)];
        all.extend(Lang::ALL.map(Segment::Language));
        for segment in all {
            assert_eq!(Segment::parse(&segment.to_string()), Some(segment));
        }
        for nonsense in ["", "lang", "lang-xx", "bought-", "bought--1", "everyone-1"] {
            assert_eq!(Segment::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn what_is_left_never_underflows() {
        let tally = Tally { recipients: 3, sent: 2, skipped: 2, ..Tally::default() };
        assert_eq!((tally.ended(), tally.left()), (4, 0));
    }
}
