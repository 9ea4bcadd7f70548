//! News for those who watch.

use serde_json::Value;

/// One change, as the event stream tells it.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) revision: u64,
    pub(crate) name: &'static str,
    pub(crate) data: Value,
}
