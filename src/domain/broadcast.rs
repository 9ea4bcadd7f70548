//! One message to many customers.

use super::{BroadcastLink, ChatId, MessageId, Money, Segment};
use chrono::{DateTime, Utc};

/// Where a broadcast stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BroadcastState {
    /// It is shown to the staff; nothing was sent.
    Draft,
    /// It begins at a time that was set.
    Scheduled,
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
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Scheduled, Self::Sending, Self::Paused, Self::Done, Self::Cancelled];

    /// The word for it in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
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

/// Orders by those who got a broadcast, soon after they got it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed {
    /// How many.
    pub orders: u32,
    /// What they came to, in the shop's currency.
    pub sum: Money,
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
    /// Where the button below it leads.
    pub link: BroadcastLink,
    /// Where it stands.
    pub state: BroadcastState,
    /// Why it was paused, if nobody of the staff did it.
    pub trouble: Option<String>,
    /// When it begins, or was to begin, if a time was set.
    pub starts_at: Option<DateTime<Utc>>,
    /// How far it is.
    pub tally: Tally,
    /// The card that tells of it, once it was shown.
    pub card: Option<(ChatId, MessageId)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_survives_the_database() {
        for state in BroadcastState::ALL {
            assert_eq!(BroadcastState::parse(state.as_str()), Some(state));
        }
    }

    #[test]
    fn what_is_left_never_underflows() {
        let tally = Tally { recipients: 3, sent: 2, skipped: 2, ..Tally::default() };
        assert_eq!((tally.ended(), tally.left()), (4, 0));
    }
}
