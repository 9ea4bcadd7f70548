//! For tests: people, groups and bots as values, so that a test reads like a conversation.

pub(crate) mod bots;
pub(crate) mod groups;
pub(crate) mod inline;
pub(crate) mod messages;
pub(crate) mod people;
mod pressing;
mod watching;

use std::panic::Location;
use std::time::Duration;

use serde_json::Value;

use crate::faults::{Chaos, Faults};
use crate::sandbox::Sandbox;
use crate::world::log::What;

/// How long a person waits for a bot before a test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Fails the test that called, with its place.
#[expect(clippy::panic, reason = "the assertion of a test")]
pub(crate) fn fail(caller: &Location<'_>, why: &str) -> ! {
    panic!("{caller}: {why}")
}

impl Sandbox {
    /// Everything real Telegram would have refused or punished, as `method: rule`.
    pub fn violations(&self) -> Vec<String> {
        let world = self.shared.lock();
        let violations = world.log.violations().filter_map(|entry| match &entry.what {
            What::Violation { method, rule, .. } => Some(format!("{method}: {rule}")),
            _ => None,
        });
        violations.collect()
    }

    /// Fails unless every call of every bot was one that Telegram accepts.
    #[track_caller]
    pub fn assert_no_violation(&self) {
        let violations = self.violations();
        if !violations.is_empty() {
            fail(Location::caller(), &format!("Telegram would have refused: {violations:#?}"));
        }
    }

    /// Switches faults on or off from now on.
    pub fn set_faults(&self, faults: Faults) {
        self.shared.lock().chaos = Chaos::new(faults);
    }

    /// The parameters of all calls of a method so far, oldest first, with their answers under `"answer"`. Old ones are
    /// dropped with the log.
    pub fn calls(&self, method: &str) -> Vec<Value> {
        let world = self.shared.lock();
        let calls = world.log.after(0).filter_map(|entry| match &entry.what {
            What::Call { method: called, parameters, answer, .. } if called.eq_ignore_ascii_case(method) => {
                let mut call = parameters.clone();
                call["answer"] = serde_json::from_slice(answer).unwrap_or_default();
                Some(call)
            }
            _ => None,
        });
        calls.collect()
    }

    /// Calls so far that met a fault. Old ones are dropped with the log.
    pub fn spoiled_calls(&self) -> usize {
        let world = self.shared.lock();
        world.log.after(0).filter(|entry| matches!(entry.what, What::Call { fault: Some(_), .. })).count()
    }

    /// Delivers an update once more under the same id.
    ///
    /// # Errors
    /// When the log does not know it.
    pub fn duplicate_update(&self, bot: i64, update_id: i64) -> Result<(), String> {
        self.shared.lock().redeliver(bot, update_id)
    }

    /// Ids of the updates queued for a bot so far, oldest first.
    pub fn update_ids(&self, bot: i64) -> Vec<i64> {
        let world = self.shared.lock();
        let updates =
            world.log.after(0).filter(|entry| entry.bot == bot).filter_map(|entry| match &entry.what {
                What::Update { id, outcome: "queued", .. } => Some(*id),
                _ => None,
            });
        updates.collect()
    }

    /// Updates a bot has not confirmed yet.
    pub fn pending_updates(&self, bot: i64) -> usize {
        self.shared.lock().bots.get(&bot).map_or(0, |bot| bot.updates.pending())
    }

    /// Forgets what was said and done; bots, people and groups stay.
    pub fn reset(&self) {
        self.shared.lock().reset(false);
    }
}
