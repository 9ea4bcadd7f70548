//! Promos as the staff see them.

use super::{Money, Promo, PromoDraft, Sales};
use chrono::{DateTime, Utc};

/// Whether customers can use a promo now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromoState {
    /// They can.
    Running,
    /// Its time has not come.
    Planned,
    /// The staff have stopped it.
    Paused,
    /// Its time is over.
    Over,
    /// All uses are taken.
    UsedUp,
}

impl Promo {
    /// Whether customers can use it now.
    #[must_use]
    pub fn state(&self, now: DateTime<Utc>) -> PromoState {
        if !self.active {
            PromoState::Paused
        } else if self.until.is_some_and(|until| now >= until) {
            PromoState::Over
        } else if self.max_uses.is_some_and(|most| self.used >= most) {
            PromoState::UsedUp
        } else if self.from.is_some_and(|from| now < from) {
            PromoState::Planned
        } else {
            PromoState::Running
        }
    }
}

/// A promo, or a series of one-time codes, on a list. Of a series, `promo` stands for all of its codes: used as often as all
/// of them together, and as often as there are codes at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPromo {
    /// The promo.
    pub promo: Promo,
    /// How many codes there are, if it is a series.
    pub series: Option<u32>,
}

/// A promo with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromoReport {
    /// The promo.
    pub listed: ListedPromo,
    /// The orders with it that stand.
    pub sales: Sales,
    /// What it took off them.
    pub discount: Money,
}

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftState {
    /// Somebody is putting it together.
    Open,
    /// It became this promo.
    Made(i64),
    /// It was given up.
    Dropped,
}

/// A draft that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft {
    /// Its id.
    pub id: i64,
    /// What is known.
    pub draft: PromoDraft,
    /// Where it stands.
    pub state: DraftState,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PromoKind;
    use chrono::TimeDelta;

    #[test]
    fn a_promo_says_why_it_cannot_be_used() {
        let now: DateTime<Utc> = "2026-11-24T12:00:00Z".parse().unwrap();
        let draft = PromoDraft {
            kind: Some(PromoKind::FreeDelivery),
            code: crate::domain::PromoCode::parse("HELLO").ok(),
            uses: Some(2),
            ..PromoDraft::default()
        };
        let promo = draft.promo(chrono_tz::UTC).unwrap();
        let state = |change: fn(&mut Promo, DateTime<Utc>)| {
            let mut promo = promo.clone();
            change(&mut promo, now);
            promo.state(now)
        };
        assert_eq!(state(|_, _| {}), PromoState::Running);
        assert_eq!(state(|promo, now| promo.from = Some(now + TimeDelta::seconds(1))), PromoState::Planned);
        assert_eq!(state(|promo, now| promo.until = Some(now)), PromoState::Over);
        assert_eq!(state(|promo, _| promo.used = 2), PromoState::UsedUp);
        assert_eq!(state(|promo, _| promo.active = false), PromoState::Paused);
    }
}
