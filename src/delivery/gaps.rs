//! Which updates are known to have come, so that a hole in the numbers is noticed.
//!
//! Telegram numbers updates one by one, but a webhook delivers messages and presses on several connections, and
//! a press may overtake the message before it. An update behind a hole waits a moment for what is missing.

use crate::domain::UpdateId;
use std::collections::BTreeSet;

/// How far back a hole matters: more than the connections one user's updates come on at the same time.
const WINDOW: i64 = 8;
/// How many numbers are remembered.
const REMEMBERED: usize = 4096;

#[derive(Debug, Default)]
pub(super) struct Gaps {
    known: BTreeSet<i64>,
}

impl Gaps {
    pub(super) fn came(&mut self, update: UpdateId) {
        self.known.insert(update.0);
        while self.known.len() > REMEMBERED {
            self.known.pop_first();
        }
    }

    /// The numbers shortly before this one that are not known to have come.
    pub(super) fn before(&self, update: UpdateId) -> Vec<UpdateId> {
        let window = (update.0 - WINDOW).max(0)..update.0;
        if self.known.range(window.clone()).count() == window.clone().count() {
            return Vec::new();
        }
        window.filter(|id| !self.known.contains(id)).map(UpdateId).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_seen_until_it_is_filled() {
        let mut gaps = Gaps::default();
        (100..110).filter(|id| *id != 105).for_each(|id| gaps.came(UpdateId(id)));
        assert_eq!(gaps.before(UpdateId(109)), [UpdateId(105)]);
        gaps.came(UpdateId(105));
        assert!(gaps.before(UpdateId(109)).is_empty());
    }

    #[test]
    fn memory_is_bounded() {
        let mut gaps = Gaps::default();
        (0..10_000).for_each(|id| gaps.came(UpdateId(id)));
        assert_eq!(gaps.known.len(), REMEMBERED);
    }
}
