//! What is to be done about an update: found in the schema, done outside of it.
//!
//! Whatever runs in a dptree is some forty futures deep, and each time Telegram, Postgres or Redis answers, the runtime
//! goes down through all of them. So the tree only finds the handler and what it needs.

use super::errors::Outcome;
use super::middleware::Branch;
use dptree::di::{DependencyMap, Injectable};
use dptree::{HandlerSignature, from_fn};
use futures::future::BoxFuture;
use std::collections::BTreeSet;
use std::future::ready;
use std::ops::ControlFlow;
use std::sync::Arc;
use tracing::{Instrument, Span};

/// Does what is to be done.
pub(super) type Deed = BoxFuture<'static, Outcome>;

/// Nothing more: it was answered on the way.
pub(super) fn over(outcome: Outcome) -> Deed {
    Box::pin(ready(outcome))
}

/// The end of a branch: what `handle` does.
pub(super) fn deed<F, Args>(handle: F) -> Branch
where
    F: Injectable<Outcome, Args> + Send + Sync + 'static,
{
    let handle = Arc::new(handle);
    let signature = HandlerSignature::Other {
        obligations: F::obligations(),
        guaranteed_outcomes: BTreeSet::new(),
        conditional_outcomes: BTreeSet::new(),
        continues: false,
    };
    from_fn(
        move |known: DependencyMap, _| {
            let handle = Arc::clone(&handle);
            let doing = async move {
                let handle = handle.inject(&known);
                handle().await
            };
            let deed: Deed = Box::pin(doing.instrument(Span::current()));
            ready(ControlFlow::Break(deed))
        },
        signature,
    )
}
