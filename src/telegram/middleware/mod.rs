//! What every update goes through before its branch: each file one step, in the order of `schema`.

mod ban;
mod customer;
mod member;
mod rate_limit;
mod right;
mod span;
mod storefront;

pub(super) use ban::ban;
pub(super) use customer::customer;
pub(super) use member::member;
pub(super) use rate_limit::{Pace, rate_limit};
pub(super) use right::{Needs, right};
pub(super) use span::span;
pub(super) use storefront::storefront;

use super::deed::{Deed, over};
use crate::delivery::Trouble;
use dptree::di::{DependencyMap, Injectable};
use dptree::{Handler, HandlerSignature, Type, from_fn};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

/// A part of the schema.
pub(super) type Branch = Handler<'static, Deed>;

/// A step that adds a value for the steps after it (`Some`), ends the update because it was answered
/// (`None`), or fails. Unlike dptree's `filter_map`, it lets no later branch look at what it has ended.
fn step<F, T, Args>(decide: F) -> Branch
where
    F: Injectable<Result<Option<T>, Trouble>, Args> + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let decide = Arc::new(decide);
    let signature = HandlerSignature::Other {
        obligations: F::obligations(),
        guaranteed_outcomes: BTreeSet::from([Type::of::<T>()]),
        conditional_outcomes: BTreeSet::new(),
        continues: true,
    };
    from_fn(
        move |mut known: DependencyMap, go_on| {
            let decide = Arc::clone(&decide);
            async move {
                let decided = {
                    let decide = decide.inject(&known);
                    decide().await
                };
                match decided {
                    Ok(Some(value)) => {
                        known.insert(value);
                        go_on(known).await
                    }
                    Ok(None) => ControlFlow::Break(over(Ok(()))),
                    Err(trouble) => ControlFlow::Break(over(Err(trouble))),
                }
            }
        },
        signature,
    )
}
