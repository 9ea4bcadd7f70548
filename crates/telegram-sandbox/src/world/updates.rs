//! The queue of a bot's updates, as `getUpdates` and the webhook draw from it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::chat::ChatKey;

/// Telegram keeps at most this many undelivered updates and then rejects the newest (source of the Bot API server).
pub(crate) const QUEUE_LIMIT: usize = 100_000;

/// Kinds that a bot gets only when it names them in `allowed_updates` (documentation of `getUpdates`).
const ONLY_WHEN_NAMED: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// What is delivered in order: a webhook gets the updates of one lane one after the other, those of different lanes
/// side by side (source of the Bot API server).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Lane {
    Chat(ChatKey),
    Presses(i64),
    Payments(i64),
    Inline(i64),
}

/// One update that waits for its bot.
#[derive(Clone, Debug)]
pub(crate) struct Update {
    pub(crate) id: i64,
    pub(crate) lane: Lane,
    pub(crate) expires_ms: i64,
    /// The whole update as JSON text.
    pub(crate) json: Arc<str>,
    /// The message it announces, to be ticked as read.
    pub(crate) message: Option<(ChatKey, i64)>,
    /// To be delivered once more after it was confirmed.
    pub(crate) again: bool,
}

/// How long Telegram keeps an update of this kind, in milliseconds (source of the Bot API server).
pub(crate) fn lifetime_ms(kind: &str) -> i64 {
    match kind {
        "inline_query" => 30_000,
        "callback_query" | "shipping_query" | "pre_checkout_query" => 150_000,
        "chosen_inline_result" => 600_000,
        _ => 24 * 3600 * 1000,
    }
}

/// The queue of one bot.
#[derive(Debug)]
pub(crate) struct Updates {
    queue: BTreeMap<i64, Update>,
    repeats: VecDeque<Update>,
    next_id: i64,
    /// The highest id that was on a page; it may not be confirmed yet.
    taken: i64,
    /// Nothing expires before this time.
    next_expiry_ms: i64,
    allowed: Option<BTreeSet<String>>,
}

impl Updates {
    pub(crate) fn starting_at(next_id: i64) -> Self {
        Self {
            queue: BTreeMap::new(),
            repeats: VecDeque::new(),
            next_id,
            taken: 0,
            next_expiry_ms: i64::MAX,
            allowed: None,
        }
    }

    /// `allowed_updates`; an empty list means the default set.
    pub(crate) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = (!kinds.is_empty()).then(|| kinds.into_iter().collect());
    }

    pub(crate) fn allowed(&self) -> Option<Vec<&str>> {
        self.allowed.as_ref().map(|kinds| kinds.iter().map(String::as_str).collect())
    }

    /// Does the bot want this kind? Kinds it cannot know about pass, as they come only from a fault.
    pub(crate) fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(kinds) => kinds.contains(kind) || kind.starts_with("unknown"),
            None => !ONLY_WHEN_NAMED.contains(&kind),
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.queue.len() >= QUEUE_LIMIT
    }

    pub(crate) fn take_id(&mut self) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    pub(crate) fn push(&mut self, update: Update) {
        self.next_expiry_ms = self.next_expiry_ms.min(update.expires_ms);
        self.queue.insert(update.id, update);
    }

    /// The ids of the two newest updates, if no page had one of them: a bot confirms by number what it was given.
    pub(crate) fn last_two(&self) -> Option<(i64, i64)> {
        let mut ids = self.queue.keys().rev().take_while(|id| **id > self.taken);
        let newest = *ids.next()?;
        Some((*ids.next()?, newest))
    }

    pub(crate) fn find(&self, id: i64) -> Option<&Update> {
        self.queue.get(&id)
    }

    pub(crate) fn remove(&mut self, id: i64) -> Option<Update> {
        self.queue.remove(&id)
    }

    /// Delivers an update once more, whatever the offset says.
    pub(crate) fn repeat(&mut self, update: Update) {
        self.repeats.push_back(Update { again: false, ..update });
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Update> {
        self.queue.values()
    }

    pub(crate) fn pending(&self) -> usize {
        self.queue.len()
    }

    pub(crate) fn clear(&mut self) {
        self.queue.clear();
        self.repeats.clear();
    }

    /// Drops what is too old and returns it.
    pub(crate) fn expire(&mut self, now_ms: i64) -> Vec<Update> {
        let old: Vec<i64> = self
            .queue
            .values()
            .filter(|update| update.expires_ms <= now_ms)
            .map(|update| update.id)
            .collect();
        let expired = old.into_iter().filter_map(|id| self.queue.remove(&id)).collect();
        self.next_expiry_ms = self.queue.values().map(|update| update.expires_ms).min().unwrap_or(i64::MAX);
        expired
    }

    /// Confirms what lies below `offset`; a negative one keeps only the last `-offset`. Returns the confirmed.
    pub(crate) fn confirm(&mut self, offset: i64) -> Vec<Update> {
        let first_kept = if offset >= 0 {
            offset
        } else {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            match self.queue.len().checked_sub(keep) {
                Some(skip) => self.queue.keys().nth(skip).copied().unwrap_or(i64::MAX),
                None => return Vec::new(),
            }
        };
        let kept = self.queue.split_off(&first_kept);
        let confirmed: Vec<Update> = std::mem::replace(&mut self.queue, kept).into_values().collect();
        for update in confirmed.iter().filter(|update| update.again) {
            self.repeats.push_back(Update { again: false, ..update.clone() });
        }
        confirmed
    }

    /// The next `limit` updates, lowest id first; repeats come before.
    pub(crate) fn page(&mut self, limit: usize) -> Vec<Update> {
        let repeats = self.repeats.len().min(limit);
        let mut page: Vec<Update> = self.repeats.drain(..repeats).collect();
        page.extend(self.queue.values().take(limit - repeats).cloned());
        self.taken = page.iter().map(|update| update.id).fold(self.taken, i64::max);
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_on_a_page_is_not_overtaken() {
        let mut updates = queue(2);
        assert_eq!(updates.last_two(), Some((1, 2)));
        assert_eq!(updates.page(1).len(), 1);
        assert_eq!(updates.last_two(), None);
    }

    fn queue(count: i64) -> Updates {
        let mut updates = Updates::starting_at(1);
        for _ in 0..count {
            let id = updates.take_id();
            let lane = Lane::Presses(1);
            let json = "{}".into();
            updates.push(Update { id, lane, expires_ms: 1_000 + id, json, message: None, again: false });
        }
        updates
    }

    fn ids(updates: Vec<Update>) -> Vec<i64> {
        updates.iter().map(|update| update.id).collect()
    }

    #[test]
    fn an_offset_confirms_everything_below_it() {
        let mut updates = queue(5);
        assert_eq!(ids(updates.confirm(3)), [1, 2]);
        assert_eq!(ids(updates.page(2)), [3, 4]);
        assert_eq!(ids(updates.page(100)), [3, 4, 5], "what is not confirmed comes again");
    }

    #[test]
    fn a_negative_offset_keeps_only_the_last_ones() {
        let mut updates = queue(5);
        assert_eq!(ids(updates.confirm(-2)), [1, 2, 3]);
        assert_eq!(ids(updates.page(100)), [4, 5]);
        assert!(updates.confirm(-10).is_empty());
    }

    #[test]
    fn an_update_marked_for_repetition_comes_once_more_after_its_confirmation() {
        let mut updates = queue(1);
        let update = Update { again: true, ..updates.remove(1).unwrap() };
        updates.push(update);
        assert_eq!(ids(updates.page(10)), [1]);
        updates.confirm(2);
        assert_eq!(ids(updates.page(10)), [1]);
        assert!(updates.page(10).is_empty());
    }

    #[test]
    fn an_expired_update_is_gone() {
        let mut updates = queue(3);
        assert_eq!(ids(updates.expire(1_002)), [1, 2]);
        assert_eq!(updates.pending(), 1);
    }

    #[test]
    fn membership_and_reactions_come_only_when_named() {
        let mut updates = queue(0);
        assert!(updates.wants("message") && !updates.wants("chat_member"));
        updates.allow(vec!["chat_member".into()]);
        assert!(!updates.wants("message") && updates.wants("chat_member"));
        updates.allow(Vec::new());
        assert!(updates.wants("message"));
    }
}
