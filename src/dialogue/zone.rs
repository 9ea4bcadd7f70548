//! In which delivery zone an address is: the shop finds it, or the customer says.

use super::{Address, Ask, Draft, Remark, State, Step};
use crate::domain::{Destination, Located, ZoneId, Zoned};
use serde::{Deserialize, Serialize};

/// Waiting for the zone of the address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(pub(super) Draft);

impl Zone {
    /// What is known so far.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.0
    }

    pub(super) fn chosen(self, zone: ZoneId) -> Step {
        self.0.with_zone(Zoned::In(zone)).next()
    }

    pub(super) fn elsewhere(self) -> Step {
        outside(self.0)
    }

    pub(super) fn shared(self, destination: Destination) -> Step {
        self.0.with_address(destination).next()
    }
}

impl From<Zone> for State {
    fn from(state: Zone) -> Self {
        Self::Zone(state)
    }
}

/// Looking for the zone of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locating {
    draft: Draft,
    to: Destination,
    remark: Option<Remark>,
}

impl Locating {
    pub(super) const fn ask(draft: Draft, to: Destination, remark: Option<Remark>) -> Step {
        Step::Ask(Ask::Locate(Self { draft, to, remark }))
    }

    /// The address.
    #[must_use]
    pub const fn destination(&self) -> &Destination {
        &self.to
    }

    /// Goes on with where it is.
    #[must_use]
    pub fn resume(self, answer: Located) -> Step {
        match answer {
            Located::Everywhere => self.draft.with_zone(Zoned::Everywhere).next(),
            Located::In(zone) => self.draft.with_zone(Zoned::In(zone)).next(),
            Located::Choose => Step::Wait(Zone(self.draft).into(), self.remark),
            Located::Outside => outside(self.draft),
        }
    }
}

fn outside(draft: Draft) -> Step {
    Step::say(Address(draft.without_address()), Remark::OutsideZones)
}
