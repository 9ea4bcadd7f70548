//! Messages to many customers, as the staff decide about them.

use super::StoreError;
use crate::domain::{
    Broadcast, BroadcastId, BroadcastLink, BroadcastState, ChatId, Followed, Lang, MessageId, Segment,
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

/// A broadcast that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewBroadcast {
    /// The staff group.
    pub chat: ChatId,
    /// The message there that every recipient gets a copy of.
    pub message: MessageId,
    /// The message that asks for it: the same one asks once.
    pub command: MessageId,
    /// Who gets it, for a start.
    pub segment: Segment,
    /// When.
    pub at: DateTime<Utc>,
}

/// A segment, with what it takes to find its customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audience {
    /// Who.
    pub segment: Segment,
    /// The language of those whose own the shop does not speak.
    pub fallback: Lang,
    /// Days are counted back from here.
    pub now: DateTime<Utc>,
}

/// Broadcasts.
#[async_trait]
pub trait Broadcasts: Send {
    /// Writes a draft. `None` if the same message has asked for it before: then nothing is written.
    async fn draft(&mut self, new: &NewBroadcast) -> Result<Option<BroadcastId>, StoreError>;
    /// A broadcast, and how far it is.
    async fn find(&mut self, id: BroadcastId) -> Result<Option<Broadcast>, StoreError>;
    /// The scheduled ones, the next one first, and then the latest others; at most `limit`.
    async fn recent(&mut self, limit: u32) -> Result<Vec<Broadcast>, StoreError>;
    /// How many customers an audience has now.
    async fn count(&mut self, audience: &Audience) -> Result<u32, StoreError>;
    /// Chooses who gets it; false if it is no draft any more.
    async fn choose(&mut self, id: BroadcastId, segment: Segment) -> Result<bool, StoreError>;
    /// Chooses where its button leads; false if it is no draft any more.
    async fn lead(&mut self, id: BroadcastId, link: BroadcastLink) -> Result<bool, StoreError>;
    /// Lets a draft, or a scheduled one, begin at this moment; false if it is neither any more.
    async fn schedule(&mut self, id: BroadcastId, at: DateTime<Utc>) -> Result<bool, StoreError>;
    /// Scheduled ones whose time has come, with their segments, at most `limit`.
    async fn due(
        &mut self,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<(BroadcastId, Segment)>, StoreError>;
    /// Compare-and-set from this state, for this segment, to sending, with a row for each of its customers. False if it
    /// was no such broadcast any more, or its time has not come: of two at once one begins it.
    async fn begin(
        &mut self,
        id: BroadcastId,
        from: BroadcastState,
        audience: &Audience,
    ) -> Result<bool, StoreError>;
    /// Compare-and-set of the state; false if it was none of `from`.
    async fn turn(
        &mut self,
        id: BroadcastId,
        from: &[BroadcastState],
        to: BroadcastState,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError>;
    /// Orders in this currency that its recipients placed within this time of their message, and that were not called off.
    async fn followed(
        &mut self,
        id: BroadcastId,
        within: TimeDelta,
        currency: &str,
    ) -> Result<Followed, StoreError>;
    /// Remembers the card that tells of it.
    async fn set_card(&mut self, id: BroadcastId, chat: ChatId, message: MessageId)
    -> Result<(), StoreError>;
}
