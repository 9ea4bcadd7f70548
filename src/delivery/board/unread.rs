//! Lanes of which the database knows more than memory does, and reading them.

use super::{Board, Ready, Start};
use crate::domain::UpdateId;
use crate::repository::{Lane, Reading};
use tokio::time::Instant;

impl Board {
    /// True if something before this update may be in the database alone. What memory has of a lane is its
    /// beginning, so that an update before the last one there overtakes nothing.
    pub(super) fn is_overtaking(&self, lane: Lane, update: UpdateId) -> bool {
        let known_until = self.lanes.get(&lane).and_then(|held| held.queue.keys().next_back());
        (self.stale.contains(&lane) || self.reading.contains(&lane))
            && known_until.is_none_or(|last| update > *last)
    }

    /// Another instance put something into these lanes.
    pub(in crate::delivery) fn announced(&mut self, lanes: &[Lane]) {
        self.stale.extend(lanes.iter().filter(|lane| self.lanes.contains_key(lane)));
    }

    /// News may have been missed: every lane has to be read again.
    pub(in crate::delivery) fn doubt_all(&mut self) {
        self.stale.extend(self.lanes.keys());
    }

    /// True if a reading would bring something on.
    pub(in crate::delivery) fn has_unread(&self) -> bool {
        self.stale.iter().any(|lane| self.has_room(*lane))
    }

    /// Lanes to read again, and holes to ask about: lanes with room in memory whose worker could go on.
    pub(in crate::delivery) fn take_unread(&mut self) -> (Vec<Lane>, Vec<UpdateId>) {
        let lanes = &self.lanes;
        self.stale.retain(|lane| lanes.contains_key(lane));
        let unread: Vec<Lane> = self.stale.iter().copied().filter(|lane| self.has_room(*lane)).collect();
        for lane in &unread {
            self.stale.remove(lane);
            self.reading.insert(*lane);
        }
        (unread, self.asked.drain().collect())
    }

    /// These lanes could not be read.
    pub(in crate::delivery) fn not_read(&mut self, lanes: &[Lane]) {
        self.reading.clear();
        self.stale.extend(lanes);
    }

    /// What the lanes that were taken to be read hold according to the database.
    pub(in crate::delivery) fn were_read(&mut self, readings: Vec<Reading>, now: Instant) -> Vec<Start> {
        self.reading.clear();
        readings.into_iter().filter_map(|reading| self.read(reading, now)).collect()
    }

    /// What a lane holds according to the database.
    pub(super) fn read(&mut self, reading: Reading, now: Instant) -> Option<Start> {
        let held = self.lanes.get_mut(&reading.lane)?;
        held.arrivals = reading.arrivals;
        if reading.waiting.len() >= self.depth {
            self.stale.insert(reading.lane);
        }
        for waiting in reading.waiting {
            self.gaps.came(waiting.id);
            let received = now.checked_sub(waiting.age).unwrap_or(now);
            let ready = Ready {
                id: waiting.id,
                kind: waiting.kind,
                raw: waiting.raw,
                attempts: waiting.attempts,
                received,
                answered: false,
            };
            self.push(reading.lane, ready);
        }
        self.start(reading.lane)
    }

    fn has_room(&self, lane: Lane) -> bool {
        self.lanes.get(&lane).is_some_and(|held| held.queue.len() <= self.depth / 2)
    }
}
