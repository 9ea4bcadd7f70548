//! Which update a webhook gets next. Within a lane one after the other, lanes side by side; a lane whose delivery
//! failed rests for a while and harms no other.

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::world::updates::Lane;

/// The lanes of one webhook.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    lanes: HashMap<Lane, Waiting>,
    ready: VecDeque<Lane>,
    resting: BTreeSet<(i64, Lane)>,
}

#[derive(Debug, Default)]
struct Waiting {
    updates: VecDeque<i64>,
    /// Its first update is on its way.
    busy: bool,
    failures: u32,
}

impl Lanes {
    pub(crate) fn push(&mut self, lane: Lane, update: i64) {
        let waiting = self.lanes.entry(lane).or_default();
        waiting.updates.push_back(update);
        if waiting.updates.len() == 1 && !waiting.busy {
            self.ready.push_back(lane);
        }
    }

    /// Lets the lane that came last go first.
    pub(crate) fn overtake(&mut self) {
        if let Some(lane) = self.ready.pop_back() {
            self.ready.push_front(lane);
        }
    }

    /// The next update to send and how often it failed before.
    pub(crate) fn next(&mut self, now_ms: i64) -> Option<(Lane, i64, u32)> {
        while self.resting.first().is_some_and(|(until, _)| *until <= now_ms) {
            let (_, lane) = self.resting.pop_first()?;
            self.ready.push_back(lane);
        }
        loop {
            let lane = self.ready.pop_front()?;
            let Some(waiting) = self.lanes.get_mut(&lane) else { continue };
            let Some(update) = waiting.updates.front() else { continue };
            waiting.busy = true;
            return Some((lane, *update, waiting.failures));
        }
    }

    /// The lane, if this update is the one it is waiting for. It is not when the queue was emptied meanwhile.
    fn on_the_way(&mut self, lane: Lane, update: i64) -> Option<&mut Waiting> {
        self.lanes.get_mut(&lane).filter(|waiting| waiting.busy && waiting.updates.front() == Some(&update))
    }

    /// The update that was on its way is done, one way or the other.
    pub(crate) fn done(&mut self, lane: Lane, update: i64) {
        let Some(waiting) = self.on_the_way(lane, update) else { return };
        waiting.updates.pop_front();
        waiting.busy = false;
        waiting.failures = 0;
        if waiting.updates.is_empty() {
            self.lanes.remove(&lane);
        } else {
            self.ready.push_back(lane);
        }
    }

    /// The delivery failed: the lane tries the same update again at `retry_ms`.
    pub(crate) fn failed(&mut self, lane: Lane, update: i64, retry_ms: i64) {
        let Some(waiting) = self.on_the_way(lane, update) else { return };
        waiting.busy = false;
        waiting.failures += 1;
        self.resting.insert((retry_ms, lane));
    }

    /// When the next resting lane wants to be tried again.
    pub(crate) fn next_wake(&self) -> Option<i64> {
        self.resting.first().map(|(until, _)| *until)
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}

/// How long a lane rests after its `failures`-th failure in a row: 0, 2, 4, 8 ... seconds, at most a minute (source
/// of the Bot API server), unless the bot has asked for a time with `Retry-After`.
pub(crate) fn rest_ms(failures: u32, retry_after_s: Option<u64>) -> i64 {
    if let Some(seconds) = retry_after_s {
        return i64::try_from(seconds.min(3_600)).unwrap_or(3_600) * 1_000;
    }
    match failures {
        0 => 0,
        n => (1_000 << n.min(6)).min(60_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: Lane = Lane::Presses(1);
    const BOB: Lane = Lane::Presses(2);

    #[test]
    fn a_lane_sends_one_after_the_other_and_lanes_run_side_by_side() {
        let mut lanes = Lanes::default();
        for (lane, update) in [(ANN, 1), (ANN, 2), (BOB, 3)] {
            lanes.push(lane, update);
        }
        assert_eq!(lanes.next(0), Some((ANN, 1, 0)));
        assert_eq!(lanes.next(0), Some((BOB, 3, 0)));
        assert_eq!(lanes.next(0), None, "Ann's second waits for her first");
        lanes.done(ANN, 1);
        assert_eq!(lanes.next(0), Some((ANN, 2, 0)));
    }

    #[test]
    fn a_failed_lane_rests_and_keeps_its_order() {
        let mut lanes = Lanes::default();
        for (lane, update) in [(ANN, 1), (ANN, 2), (BOB, 3)] {
            lanes.push(lane, update);
        }
        lanes.next(0);
        lanes.failed(ANN, 1, 2_000);
        assert_eq!(lanes.next(0), Some((BOB, 3, 0)));
        lanes.push(ANN, 4);
        assert_eq!(lanes.next(1_999), None);
        assert_eq!(lanes.next_wake(), Some(2_000));
        assert_eq!(lanes.next(2_000), Some((ANN, 1, 1)));
    }

    #[test]
    fn a_receipt_from_before_the_queue_was_emptied_changes_nothing() {
        let mut lanes = Lanes::default();
        lanes.push(ANN, 1);
        lanes.next(0);
        lanes.clear();
        lanes.push(ANN, 2);
        lanes.done(ANN, 1);
        assert_eq!(lanes.next(0), Some((ANN, 2, 0)));
    }

    #[test]
    fn the_rest_grows_to_a_minute_and_retry_after_wins() {
        let rests: Vec<i64> = (0..8).map(|n| rest_ms(n, None)).collect();
        assert_eq!(rests, [0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
        assert_eq!(rest_ms(5, Some(7)), 7_000);
    }
}
