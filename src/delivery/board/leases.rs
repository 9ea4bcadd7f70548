//! Letting lanes go, keeping them, and losing them.

use super::{Board, Held, OffBoard};
use crate::repository::{Lane, Lease};
use std::collections::HashSet;
use std::time::Duration;
use tokio::time::Instant;

impl Board {
    /// Lanes that have been idle for `linger`.
    pub(in crate::delivery) fn to_release(&self, linger: Duration, now: Instant) -> Vec<Lane> {
        let idle = |held: &&Held| {
            !held.running
                && held.queue.is_empty()
                && held.unsettled.is_empty()
                && held.coming == 0
                && (self.stopping || now.duration_since(held.idle_since) >= linger)
        };
        self.lanes.values().filter(idle).map(|held| held.lease.lane).collect()
    }

    /// Takes lanes off the board before they are let go in the database: an update that comes in meanwhile
    /// is announced there, and the database refuses to let go.
    pub(in crate::delivery) fn take_off(&mut self, linger: Duration, now: Instant) -> Vec<OffBoard> {
        let idle = self.to_release(linger, now);
        idle.into_iter().filter_map(|lane| self.lanes.remove(&lane)).map(OffBoard).collect()
    }

    /// Puts lanes back that were not let go; they have to be read again.
    pub(in crate::delivery) fn put_back(&mut self, lanes: impl IntoIterator<Item = OffBoard>) {
        for OffBoard(held) in lanes {
            let lane = held.lease.lane;
            self.stale.insert(lane);
            self.lanes.entry(lane).or_insert(held);
        }
    }

    /// The leases to renew.
    pub(in crate::delivery) fn leases(&self) -> Vec<Lease> {
        self.lanes.values().map(|held| held.lease).collect()
    }

    /// These leases were renewed, but for those of the lanes that are `gone`. Returns the lanes that were lost: some were
    /// let go meanwhile, or claimed anew.
    pub(in crate::delivery) fn renewed(
        &mut self,
        leases: &[Lease],
        gone: &[Lane],
        valid_until: Instant,
    ) -> Vec<Lane> {
        let gone: HashSet<&Lane> = gone.iter().collect();
        let mut lost = Vec::new();
        for lease in leases {
            match self.lanes.get_mut(&lease.lane).filter(|held| held.lease == *lease) {
                Some(_) if gone.contains(&lease.lane) => lost.push(lease.lane),
                Some(held) => held.valid_until = valid_until,
                None => {}
            }
        }
        lost.iter().for_each(|lane| self.drop_lane(*lane));
        lost
    }

    /// Drops lanes whose lease ran out before it could be renewed.
    pub(in crate::delivery) fn expire(&mut self, now: Instant) -> usize {
        let over: Vec<Lane> =
            self.lanes.iter().filter(|(_, held)| held.valid_until <= now).map(|(lane, _)| *lane).collect();
        over.iter().for_each(|lane| self.drop_lane(*lane));
        over.len()
    }

    pub(in crate::delivery) fn drop_lane(&mut self, lane: Lane) {
        if let Some(held) = self.lanes.remove(&lane) {
            held.lost.cancel();
        }
    }

    /// How many more lanes may be held.
    pub(in crate::delivery) fn room(&self) -> usize {
        if self.stopping { 0 } else { self.max_lanes.saturating_sub(self.lanes.len() + self.claiming) }
    }

    /// True if lanes had better not be kept for a next update.
    pub(in crate::delivery) fn is_crowded(&self) -> bool {
        self.lanes.len() > self.max_lanes / 2
    }

    /// Forgets what was done longer ago than one call before.
    pub(in crate::delivery) fn turn_recent(&mut self) {
        self.recent.swap(0, 1);
        self.recent[0].clear();
    }

    pub(in crate::delivery) fn stop(&mut self) {
        self.stopping = true;
        self.lanes.values().for_each(|held| held.news.notify_one());
    }

    /// The first update of a lane is tried again then.
    pub(in crate::delivery) fn retries_at(&mut self, lease: Lease, at: Option<Instant>) {
        if let Some(held) = self.lanes.get_mut(&lease.lane).filter(|held| held.lease == lease) {
            held.retry_at = at;
        }
    }

    /// Clears the board: the lanes to hand over, each with the time its first update has to wait.
    pub(in crate::delivery) fn clear(&mut self, now: Instant) -> Vec<(Lease, Duration)> {
        let lanes = self.lanes.drain().map(|(_, held)| {
            held.lost.cancel();
            (held.lease, held.retry_at.map_or(Duration::ZERO, |at| at.saturating_duration_since(now)))
        });
        lanes.collect()
    }

    pub(in crate::delivery) fn running(&self) -> usize {
        self.lanes.values().filter(|held| held.running).count()
    }

    pub(in crate::delivery) fn held(&self) -> usize {
        self.lanes.len()
    }
}
