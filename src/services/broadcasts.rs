//! Messages to many customers: asked for, begun, paused, called off.

use super::Shop;
use crate::domain::{
    Actor, Broadcast, BroadcastId, BroadcastLink, BroadcastState, ChatId, Customer, CustomerId, Deed,
    MessageId, Notice, Segment, Subject,
};
use crate::repository::{Audience, NewBroadcast, StoreError, UnitOfWork};

impl Shop {
    /// Asks for a broadcast of `message` to everyone, and shows its card. The same `command` asks once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_broadcast(
        &self,
        chat: ChatId,
        message: MessageId,
        command: MessageId,
        by: Actor,
    ) -> Result<(), StoreError> {
        let at = self.now();
        let mut work = self.begin().await?;
        let new = NewBroadcast { chat, message, command, segment: Segment::Everyone, at };
        if let Some(broadcast) = work.broadcasts().draft(&new).await? {
            self.record_turn(work.as_mut(), broadcast, None, BroadcastState::Draft, by).await?;
            work.outbox().push(&[(chat, Notice::BroadcastCard { broadcast })], at).await?;
        }
        work.commit().await
    }

    /// A broadcast, and how far it is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn broadcast(&self, id: BroadcastId) -> Result<Option<Broadcast>, StoreError> {
        self.session().await?.broadcasts().find(id).await
    }

    /// The scheduled broadcasts, the next one first, and then the latest others; at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recent_broadcasts(&self, limit: u32) -> Result<Vec<Broadcast>, StoreError> {
        self.session().await?.broadcasts().recent(limit).await
    }

    /// How many customers a segment has now: those who can be reached and want broadcasts.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audience(&self, segment: Segment) -> Result<u32, StoreError> {
        self.session().await?.broadcasts().count(&self.audience_of(segment)).await
    }

    /// Chooses who gets it; false if it is no draft any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn choose_segment(&self, id: BroadcastId, segment: Segment) -> Result<bool, StoreError> {
        self.session().await?.broadcasts().choose(id, segment).await
    }

    /// Chooses where the button below it leads; false if it is no draft any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lead_broadcast(&self, id: BroadcastId, link: BroadcastLink) -> Result<bool, StoreError> {
        self.session().await?.broadcasts().lead(id, link).await
    }

    /// Begins a draft for the customers whom this segment has now. False if it is no draft for this segment any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn begin_broadcast(
        &self,
        id: BroadcastId,
        segment: Segment,
        by: Actor,
    ) -> Result<bool, StoreError> {
        self.begin_from(id, BroadcastState::Draft, segment, by).await
    }

    pub(super) async fn begin_from(
        &self,
        id: BroadcastId,
        from: BroadcastState,
        segment: Segment,
        by: Actor,
    ) -> Result<bool, StoreError> {
        let audience = self.audience_of(segment);
        let mut work = self.begin().await?;
        if !work.broadcasts().begin(id, from, &audience).await? {
            return Ok(false);
        }
        self.record_turn(work.as_mut(), id, Some(from), BroadcastState::Sending, by).await?;
        self.tell_of(work, id).await
    }

    /// Stops a broadcast for a while. False if it is not on its way.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn pause_broadcast(&self, id: BroadcastId, by: Actor) -> Result<bool, StoreError> {
        self.turn_broadcast(id, &[BroadcastState::Sending], BroadcastState::Paused, by).await
    }

    /// Goes on with it. False if it is not paused.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn resume_broadcast(&self, id: BroadcastId, by: Actor) -> Result<bool, StoreError> {
        self.turn_broadcast(id, &[BroadcastState::Paused], BroadcastState::Sending, by).await
    }

    /// Calls it off for good. False if it has ended.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cancel_broadcast(&self, id: BroadcastId, by: Actor) -> Result<bool, StoreError> {
        let open = [
            BroadcastState::Draft,
            BroadcastState::Scheduled,
            BroadcastState::Sending,
            BroadcastState::Paused,
        ];
        self.turn_broadcast(id, &open, BroadcastState::Cancelled, by).await
    }

    /// Remembers the card that tells of a broadcast.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_broadcast_card(
        &self,
        id: BroadcastId,
        chat: ChatId,
        message: MessageId,
    ) -> Result<(), StoreError> {
        self.session().await?.broadcasts().set_card(id, chat, message).await
    }

    /// Switches broadcasts on or off for a customer, who is returned as they are from here on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_broadcasts(
        &self,
        customer: CustomerId,
        wanted: bool,
    ) -> Result<Option<Customer>, StoreError> {
        self.session().await?.customers().set_broadcasts(customer, wanted).await
    }

    fn audience_of(&self, segment: Segment) -> Audience {
        Audience { segment, fallback: self.terms.lang, now: self.now() }
    }

    async fn turn_broadcast(
        &self,
        id: BroadcastId,
        from: &[BroadcastState],
        to: BroadcastState,
        by: Actor,
    ) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        if !work.broadcasts().turn(id, from, to, self.now()).await? {
            return Ok(false);
        }
        self.record_turn(work.as_mut(), id, None, to, by).await?;
        self.tell_of(work, id).await
    }

    pub(super) async fn record_turn(
        &self,
        work: &mut dyn UnitOfWork,
        id: BroadcastId,
        from: Option<BroadcastState>,
        to: BroadcastState,
        by: Actor,
    ) -> Result<(), StoreError> {
        let change = (from.map(|state| state.as_str().to_owned()), Some(to.as_str().to_owned()));
        self.record(work, by, Deed::BroadcastTurned, Subject::Broadcast(id), change).await
    }

    /// The card follows in the same transaction as what it tells.
    async fn tell_of(&self, mut work: Box<dyn UnitOfWork>, id: BroadcastId) -> Result<bool, StoreError> {
        if let Some(broadcast) = work.broadcasts().find(id).await? {
            let card = (broadcast.original.0, Notice::BroadcastCard { broadcast: id });
            work.outbox().push(&[card], self.now()).await?;
        }
        work.commit().await?;
        Ok(true)
    }
}
