//! The lanes this instance holds, in memory.
//!
//! An update that comes in while its lane is held here is handed over without another look into the database.
//! The database stays the truth: whatever is not in memory (another instance took it in, or there was no room) is
//! read again before a lane is let go.

mod held;
mod leases;
#[cfg(test)]
mod tests;
mod unread;

pub(super) use held::{Next, OffBoard, Ready, Start};

use super::gaps::Gaps;
use crate::domain::UpdateId;
use crate::repository::{Arrival, Lane, Lease, Reading, Touch};
use held::Held;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// How long an update waits for what was sent just before it, before the database is asked about it: nearly always it
/// comes in by another connection at the same moment.
const MOMENT: Duration = Duration::from_millis(2);

/// See the module.
#[derive(Debug)]
pub(super) struct Board {
    lanes: HashMap<Lane, Held>,
    /// Lanes of which the database may know more than their queue.
    stale: HashSet<Lane>,
    /// Lanes that are being read right now: the reading may miss what comes meanwhile.
    reading: HashSet<Lane>,
    claiming: usize,
    max_lanes: usize,
    depth: usize,
    grace: Duration,
    pub(super) gaps: Gaps,
    /// Holes to ask the database about.
    asked: HashSet<UpdateId>,
    /// Done a moment ago: what a slow read still shows, or a slow hand-over still brings.
    recent: [HashSet<UpdateId>; 2],
    stopping: bool,
}

/// What a batch does about its lanes.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) touch: Touch,
    held: Vec<Lease>,
}

impl Board {
    pub(super) fn new(max_lanes: usize, depth: usize, grace: Duration) -> Self {
        Self {
            lanes: HashMap::new(),
            stale: HashSet::new(),
            reading: HashSet::new(),
            claiming: 0,
            max_lanes,
            depth,
            grace,
            gaps: Gaps::default(),
            asked: HashSet::new(),
            recent: Default::default(),
            stopping: false,
        }
    }

    /// Before a batch is stored, which is over by `until`: which of its lanes are held here for so long, which are to be
    /// claimed, and which to be announced. A lane whose lease may end meanwhile is announced, whoever holds it then.
    pub(super) fn plan(&mut self, batch: &[Arrival], until: Instant) -> Plan {
        let mut plan = Plan::default();
        let mut seen = HashSet::new();
        for lane in batch.iter().filter_map(|arrival| arrival.lane).filter(|lane| seen.insert(*lane)) {
            let room = self.room();
            match self.lanes.get_mut(&lane) {
                Some(held) if held.valid_until > until && !self.stopping => {
                    held.coming += 1;
                    plan.held.push(held.lease);
                    plan.touch.held.push((lane, held.arrivals));
                    // What is all in memory is little.
                    if !self.stale.contains(&lane) && !self.reading.contains(&lane) {
                        continue;
                    }
                }
                None if room > 0 => {
                    self.claiming += 1;
                    plan.touch.claim.push(lane);
                }
                _ => plan.touch.announce.push(lane),
            }
            plan.touch.doubtful.push(lane);
        }
        plan
    }

    /// After it is not known whether a batch was stored: the database may have it.
    pub(super) fn not_stored(&mut self, plan: Plan, now: Instant) {
        self.stale.extend(plan.held.iter().map(|lease| lease.lane));
        self.stored(plan, Vec::new(), Vec::new(), now, now);
    }

    /// Before a batch is put on the board: these of it were stored already. What memory does not know of waits in the
    /// database, from an attempt that seemed to have failed.
    pub(super) fn repeated<'a>(&mut self, updates: impl IntoIterator<Item = &'a Arrival>) {
        for update in updates {
            let Some(lane) = update.lane else { continue };
            let Some(held) = self.lanes.get(&lane) else { continue };
            if !held.queue.contains_key(&update.id) && !held.is_known(update.id, &self.recent) {
                self.stale.insert(lane);
            }
        }
    }

    /// After a batch was stored. What comes behind something that is in the database alone stays there with it, and
    /// both are read in their order.
    pub(super) fn stored(
        &mut self,
        plan: Plan,
        fresh: Vec<Arrival>,
        claimed: Vec<Lease>,
        valid_until: Instant,
        now: Instant,
    ) -> Vec<Start> {
        self.claiming -= plan.touch.claim.len();
        for lease in claimed {
            self.hold(lease, 0, valid_until, now);
        }
        for lease in &plan.held {
            if let Some(held) = self.lanes.get_mut(&lease.lane).filter(|held| held.lease == *lease) {
                held.coming -= 1;
            }
        }
        let mut touched = Vec::new();
        for arrival in fresh {
            self.gaps.came(arrival.id);
            let Some(lane) = arrival.lane else { continue };
            if self.is_overtaking(lane, arrival.id) {
                self.stale.insert(lane);
                continue;
            }
            let ready = Ready {
                id: arrival.id,
                kind: arrival.kind,
                raw: arrival.raw,
                attempts: 0,
                received: now,
                answered: arrival.answered.is_some(),
            };
            self.push(lane, ready);
            touched.push(lane);
        }
        touched.into_iter().filter_map(|lane| self.start(lane)).collect()
    }

    /// Lanes that were claimed with what waits in them.
    pub(super) fn claimed(
        &mut self,
        lease: Lease,
        reading: Reading,
        valid_until: Instant,
        now: Instant,
    ) -> Option<Start> {
        self.hold(lease, reading.arrivals, valid_until, now);
        self.read(reading, now)
    }

    fn hold(&mut self, lease: Lease, arrivals: i32, valid_until: Instant, now: Instant) {
        let held = Held {
            lease,
            arrivals,
            valid_until,
            queue: BTreeMap::new(),
            unsettled: HashSet::new(),
            coming: 0,
            running: false,
            idle_since: now,
            retry_at: None,
            behind_holes: None,
            asked_for: None,
            lost: CancellationToken::new(),
            news: Arc::new(Notify::new()),
        };
        if let Some(old) = self.lanes.insert(lease.lane, held) {
            old.lost.cancel();
        }
    }

    fn push(&mut self, lane: Lane, ready: Ready) {
        let Some(held) = self.lanes.get_mut(&lane) else { return };
        if held.is_known(ready.id, &self.recent) {
            return;
        }
        held.queue.insert(ready.id, ready);
        if held.queue.len() > self.depth {
            // The latest waits in the database alone.
            held.queue.pop_last();
            self.stale.insert(lane);
        }
        held.news.notify_one();
    }

    fn start(&mut self, lane: Lane) -> Option<Start> {
        let held = self.lanes.get_mut(&lane)?;
        if held.running || held.queue.is_empty() || self.stopping {
            return None;
        }
        held.running = true;
        Some(Start { lease: held.lease, lost: held.lost.clone(), news: Arc::clone(&held.news) })
    }

    /// What the worker of a lane does next.
    pub(super) fn next(&mut self, lease: Lease, now: Instant) -> Next {
        let stopping = self.stopping;
        let ours = |held: &&mut Held| held.lease == lease && held.valid_until > now;
        let Some(held) = self.lanes.get_mut(&lease.lane).filter(ours) else { return Next::Rest };
        let Some(first) = held.queue.first_entry().filter(|_| !stopping) else {
            held.running = false;
            held.idle_since = now;
            return Next::Rest;
        };
        // What was tried before has waited long enough.
        let id = *first.key();
        let patience = first.get().received + self.grace;
        if patience > now && first.get().attempts == 0 {
            let missing = self.gaps.before(id);
            if !missing.is_empty() {
                if held.behind_holes.replace(id) != Some(id) {
                    return Next::Pause(patience.min(now + MOMENT));
                }
                if held.asked_for.replace(id) != Some(id) {
                    self.asked.extend(missing);
                    self.stale.insert(lease.lane);
                }
                return Next::Wait(patience);
            }
        }
        let ready = first.remove();
        held.unsettled.insert(ready.id);
        Next::Work(ready)
    }

    /// The grace of this update is over: what did not come by now is not waited for again.
    pub(super) fn forgive(&mut self, lease: Lease) {
        let first = self.lanes.get(&lease.lane).and_then(|held| held.queue.keys().next().copied());
        for missing in first.map(|id| self.gaps.before(id)).unwrap_or_default() {
            self.gaps.came(missing);
        }
    }

    /// A verdict was written down (or refused).
    pub(super) fn settled(&mut self, lease: Lease, update: UpdateId, for_good: bool) {
        if for_good {
            self.recent[0].insert(update);
        }
        if let Some(held) = self.lanes.get_mut(&lease.lane).filter(|held| held.lease == lease) {
            held.unsettled.remove(&update);
        }
    }

    pub(super) fn wake(&self, lanes: &[Lane]) {
        lanes.iter().filter_map(|lane| self.lanes.get(lane)).for_each(|held| held.news.notify_one());
    }
}
