//! What happened: calls, updates, and what Telegram would have refused.

use std::collections::VecDeque;
use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Value, json};

/// One line of the log.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) seq: u64,
    pub(crate) at_ms: i64,
    pub(crate) bot: i64,
    pub(crate) what: What,
}

/// The kinds of lines.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Call {
        method: String,
        parameters: Value,
        /// The whole answer, as it was sent.
        answer: Bytes,
        took_ms: i64,
        fault: Option<&'static str>,
    },
    Update {
        id: i64,
        json: Arc<str>,
        via: &'static str,
        outcome: &'static str,
        attempt: u32,
        status: Option<u16>,
        error: Option<String>,
    },
    Violation {
        method: String,
        rule: String,
        description: String,
    },
}

impl Entry {
    pub(crate) fn kind(&self) -> &'static str {
        match self.what {
            What::Call { .. } => "call",
            What::Update { .. } => "update",
            What::Violation { .. } => "violation",
        }
    }

    pub(crate) fn json(&self) -> Value {
        let mut entry = match &self.what {
            What::Call { method, parameters, answer, took_ms, fault } => {
                let mut entry = serde_json::from_slice(answer).unwrap_or_else(|_| json!({"ok": false}));
                entry["method"] = method.as_str().into();
                entry["parameters"] = parameters.clone();
                entry["took_ms"] = (*took_ms).into();
                entry["fault"] = (*fault).into();
                entry
            }
            What::Update { id, json, via, outcome, attempt, status, error } => json!({
                "update_id": id,
                "update": serde_json::from_str::<Value>(json).unwrap_or_default(),
                "via": via,
                "outcome": outcome,
                "attempt": attempt,
                "status": status,
                "error": error,
            }),
            What::Violation { method, rule, description } => {
                json!({"method": method, "rule": rule, "description": description})
            }
        };
        entry["seq"] = self.seq.into();
        // Milliseconds as a fraction of Unix seconds.
        #[expect(clippy::cast_precision_loss, reason = "a time of this century in milliseconds fits 53 bits")]
        let at = self.at_ms as f64 / 1000.0;
        entry["at"] = at.into();
        entry["kind"] = self.kind().into();
        entry["bot"] = self.bot.into();
        entry
    }
}

/// The last `keep` lines, and as many violations.
#[derive(Debug)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
    violations: VecDeque<Entry>,
    keep: usize,
    next: u64,
}

impl Log {
    pub(crate) fn keeping(keep: usize) -> Self {
        Self { entries: VecDeque::new(), violations: VecDeque::new(), keep, next: 1 }
    }

    pub(crate) fn add(&mut self, at_ms: i64, bot: i64, what: What) -> &Entry {
        let entry = Entry { seq: self.next, at_ms, bot, what };
        self.next += 1;
        if matches!(entry.what, What::Violation { .. }) {
            self.violations.push_back(entry.clone());
            if self.violations.len() > self.keep {
                self.violations.pop_front();
            }
        }
        if self.entries.len() >= self.keep.max(1) {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
        &self.entries[self.entries.len() - 1]
    }

    pub(crate) fn after(&self, seq: u64) -> impl DoubleEndedIterator<Item = &Entry> {
        let first = self.entries.partition_point(|entry| entry.seq <= seq);
        self.entries.range(first..)
    }

    /// The text of an update that was queued.
    pub(crate) fn update(&self, bot: i64, update_id: i64) -> Option<Arc<str>> {
        self.entries.iter().rev().filter(|entry| entry.bot == bot).find_map(|entry| match &entry.what {
            What::Update { id, json, .. } if *id == update_id => Some(json.clone()),
            _ => None,
        })
    }

    pub(crate) fn last(&self) -> u64 {
        self.next - 1
    }

    pub(crate) fn violations(&self) -> impl Iterator<Item = &Entry> {
        self.violations.iter()
    }

    pub(crate) fn forget_violations(&mut self) {
        self.violations.clear();
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.violations.clear();
    }
}
