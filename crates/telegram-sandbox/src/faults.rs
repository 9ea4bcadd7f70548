//! Misbehaviour on demand. Every chance is drawn from one seeded generator, so that a run can be repeated.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::limits::Limits;

/// What goes wrong, and how often (0.0 never, 1.0 always). The default is faultless.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Seed of the generator.
    pub seed: u64,
    /// Methods the faults of calls are limited to; empty: all.
    pub methods: Vec<String>,
    /// Calls refused with 429.
    pub too_many_requests: f64,
    /// The `retry_after` of those, in seconds.
    pub retry_after: u64,
    /// Calls answered 502 without effect.
    pub error_before: f64,
    /// Calls answered 502 although they had their effect.
    pub error_after: f64,
    /// Calls answered late.
    pub slow: f64,
    /// How late, in milliseconds.
    pub slow_ms: u64,
    /// Connections cut before the effect.
    pub reset_before: f64,
    /// Connections cut after the effect.
    pub reset_after: f64,
    /// Updates delivered twice under the same id.
    pub duplicate_update: f64,
    /// Presses sent again as a new update with a new query id, as apps do after reconnecting.
    pub resend_press: f64,
    /// Updates that overtake one of another lane.
    pub disorder: f64,
    /// Updates preceded by one of an unknown kind.
    pub unknown_update: f64,
    /// Messages with an entity of an unknown type.
    pub unknown_entity: f64,
    /// Messages with an unknown field.
    pub unknown_field: f64,
    /// Faults of exactly the next calls.
    pub next: Vec<NextFault>,
    /// Telegram's rate limits.
    pub limits: Limits,
}

/// A fault that strikes the next matching calls and is gone then.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NextFault {
    /// Which fault.
    pub fault: CallFault,
    /// The method it strikes; none: any.
    #[serde(default)]
    pub method: Option<String>,
    /// How many calls.
    #[serde(default = "once")]
    pub times: u32,
}

fn once() -> u32 {
    1
}

/// What can happen to a call.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CallFault {
    /// 429 with `retry_after`.
    TooManyRequests,
    /// 502, nothing done.
    ErrorBefore,
    /// 502, although it was done.
    ErrorAfter,
    /// A late answer.
    Slow,
    /// The connection is cut, nothing done.
    ResetBefore,
    /// The connection is cut, although it was done.
    ResetAfter,
}

impl CallFault {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::TooManyRequests => "too_many_requests",
            Self::ErrorBefore => "error_before",
            Self::ErrorAfter => "error_after",
            Self::Slow => "slow",
            Self::ResetBefore => "reset_before",
            Self::ResetAfter => "reset_after",
        }
    }
}

/// What goes wrong with one update.
#[derive(Debug, Default)]
pub(crate) struct Flaws {
    pub(crate) duplicate: bool,
    pub(crate) disorder: bool,
    pub(crate) unknown_before: bool,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            seed: 1,
            methods: Vec::new(),
            too_many_requests: 0.0,
            retry_after: 3,
            error_before: 0.0,
            error_after: 0.0,
            slow: 0.0,
            slow_ms: 2_000,
            reset_before: 0.0,
            reset_after: 0.0,
            duplicate_update: 0.0,
            resend_press: 0.0,
            disorder: 0.0,
            unknown_update: 0.0,
            unknown_entity: 0.0,
            unknown_field: 0.0,
            next: Vec::new(),
            limits: Limits::Off,
        }
    }
}

/// The faults of a running sandbox and the generator they are drawn from.
#[derive(Debug)]
pub(crate) struct Chaos {
    pub(crate) faults: Faults,
    random: StdRng,
}

impl Chaos {
    pub(crate) fn new(faults: Faults) -> Self {
        Self { random: StdRng::seed_from_u64(faults.seed), faults }
    }

    fn chance(&mut self, chance: f64) -> bool {
        chance > 0.0 && self.random.random_bool(chance.min(1.0))
    }

    /// The fault that strikes this call.
    pub(crate) fn strike(&mut self, method: &str) -> Option<CallFault> {
        let planned = self.faults.next.iter_mut().position(|next| {
            next.times > 0 && next.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
        });
        if let Some(index) = planned {
            let fault = self.faults.next[index].fault;
            self.faults.next[index].times -= 1;
            self.faults.next.retain(|next| next.times > 0);
            return Some(fault);
        }
        if !self.faults.methods.is_empty()
            && !self.faults.methods.iter().any(|wanted| wanted.eq_ignore_ascii_case(method))
        {
            return None;
        }
        let chances = [
            (CallFault::TooManyRequests, self.faults.too_many_requests),
            (CallFault::ErrorBefore, self.faults.error_before),
            (CallFault::ErrorAfter, self.faults.error_after),
            (CallFault::Slow, self.faults.slow),
            (CallFault::ResetBefore, self.faults.reset_before),
            (CallFault::ResetAfter, self.faults.reset_after),
        ];
        chances.into_iter().find(|(_, chance)| self.chance(*chance)).map(|(fault, _)| fault)
    }

    /// Spoils an update as it is made.
    pub(crate) fn flaws(&mut self, body: &mut Value) -> Flaws {
        if self.chance(self.faults.unknown_field)
            && let Some(fields) = body.as_object_mut()
        {
            fields.insert("novelty".into(), json!({"kind": "unheard of", "level": 3}));
        }
        if body.get("text").is_some() && self.chance(self.faults.unknown_entity) {
            let novelty = json!({"type": "novelty", "offset": 0, "length": 1});
            match body.get_mut("entities").and_then(Value::as_array_mut) {
                Some(entities) => entities.push(novelty),
                None => body["entities"] = json!([novelty]),
            }
        }
        Flaws {
            duplicate: self.chance(self.faults.duplicate_update),
            disorder: self.chance(self.faults.disorder),
            unknown_before: self.chance(self.faults.unknown_update),
        }
    }

    pub(crate) fn resends_press(&mut self) -> bool {
        self.chance(self.faults.resend_press)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_strikes_the_same_calls() {
        let strikes = |seed| {
            let mut chaos = Chaos::new(Faults { seed, error_after: 0.5, ..Faults::default() });
            (0..50).map(|_| chaos.strike("sendMessage").is_some()).collect::<Vec<_>>()
        };
        assert_eq!(strikes(7), strikes(7));
        assert_ne!(strikes(7), strikes(8));
    }

    #[test]
    fn a_planned_fault_strikes_exactly_the_calls_it_names() {
        let planned =
            NextFault { fault: CallFault::ErrorAfter, method: Some("sendMessage".into()), times: 2 };
        let mut chaos = Chaos::new(Faults { next: vec![planned], ..Faults::default() });
        assert_eq!(chaos.strike("getMe"), None);
        assert_eq!(chaos.strike("sendmessage"), Some(CallFault::ErrorAfter));
        assert_eq!(chaos.strike("sendMessage"), Some(CallFault::ErrorAfter));
        assert_eq!(chaos.strike("sendMessage"), None);
    }
}
