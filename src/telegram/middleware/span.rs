//! Log lines of one update belong together: all carry its number, and who it is about.

use super::Branch;
use crate::delivery::Incoming;
use dptree::di::DependencyMap;
use dptree::{HandlerSignature, Type, from_fn};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::Location;
use std::sync::Arc;
use tracing::Instrument;

/// Opens the tracing span. The update's number is the correlation id: Telegram's, delivery's and ours.
pub(in super::super) fn span() -> Branch {
    let signature = HandlerSignature::Other {
        obligations: BTreeMap::from([(Type::of::<Arc<Incoming>>(), Location::caller())]),
        guaranteed_outcomes: BTreeSet::new(),
        conditional_outcomes: BTreeSet::new(),
        continues: true,
    };
    from_fn(
        |known: DependencyMap, go_on| {
            let update: Arc<Arc<Incoming>> = known.get();
            let user = update.update.from().map(|user| user.id.0);
            let span = tracing::info_span!("telegram", correlation = update.id.0, user);
            go_on(known).instrument(span)
        },
        signature,
    )
}
