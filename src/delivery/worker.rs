//! Works off one lane: one update at a time, the lowest number first.

use super::board::{Next, Ready, Start};
use super::inbound::Shared;
use super::incoming::{Failures, Incoming, Trouble};
use crate::domain::{ChatId, Notice};
use crate::repository::{Lease, Settled, Verdict};
use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tracing::Instrument;

/// How much of a cause is stored.
const CAUSE_LENGTH: usize = 300;
/// How long saying sorry may take.
const APOLOGY_LIMIT: Duration = Duration::from_secs(10);

/// Runs until the lane has nothing more to do, is lost, or the program stops.
pub(super) async fn run(shared: Arc<Shared>, start: Start) {
    loop {
        let next = shared.board().next(start.lease, Instant::now());
        match next {
            Next::Work(ready) => {
                if !work(&shared, &start, ready).await {
                    return;
                }
            }
            Next::Pause(until) => tokio::select! {
                () = sleep_until(until) => {}
                () = start.lost.cancelled() => return,
            },
            Next::Wait(until) => {
                shared.urgent.notify_one();
                tokio::select! {
                    () = sleep_until(until) => shared.board().forgive(start.lease),
                    () = start.news.notified() => {}
                    () = start.lost.cancelled() => return,
                }
            }
            Next::Rest => {
                shared.verdicts.some.notify_one();
                return;
            }
        }
    }
}

/// Tries an update until there is a verdict that ends it. False if the lane was lost or the program stops
/// before: then the update is repeated by whoever has the lane next.
async fn work(shared: &Arc<Shared>, start: &Start, ready: Ready) -> bool {
    let mut failures = Failures { counted: ready.attempts, excused: 0 };
    loop {
        let attempt = attempt(shared, &ready, failures, start.lease);
        let outcome = tokio::select! {
            outcome = attempt => outcome,
            () = start.lost.cancelled() => return false,
        };
        let Err(trouble) = outcome else {
            shared.verdicts.push(settled(start.lease, &ready, Verdict::Done));
            return true;
        };
        let is_excused = matches!(trouble, Trouble::Dependency(_));
        failures.count(is_excused);
        let verdict = judge(shared, &ready, failures.counted, &trouble);
        let ends = matches!(verdict, Verdict::Dead { .. });
        if ends || !is_excused {
            // Written down before the next attempt, so that another instance goes on counting.
            tokio::select! {
                () = shared.verdicts.write(settled(start.lease, &ready, verdict)) => {}
                () = start.lost.cancelled() => return false,
            }
        }
        if ends {
            return true;
        }
        let settings = &shared.settings;
        let pause = shared.jitter.backoff(settings.retry_base, settings.retry_cap, failures.all());
        shared.board().retries_at(start.lease, Some(Instant::now() + pause));
        tokio::select! {
            () = sleep(pause) => shared.board().retries_at(start.lease, None),
            () = start.lost.cancelled() => return false,
            () = shared.stopping.cancelled() => return false,
        }
    }
}

async fn attempt(shared: &Shared, ready: &Ready, failures: Failures, lease: Lease) -> Result<(), Trouble> {
    // Fair: whoever has waited longest goes first, so that a lane with a thousand updates takes one turn
    // like every other lane.
    let Ok(_permit) = shared.permits.acquire().await else { return Err(broken("the program is stopping")) };
    let update = Arc::new(Incoming::of(ready, lease, failures, shared.settings.max_attempts));
    let span = tracing::info_span!(
        "update",
        update = ready.id.0,
        lane = lease.lane.0,
        kind = ready.kind,
        attempt = update.attempt
    );
    if update.loss != super::parse::Loss::None {
        metrics::counter!("updates_not_understood_total").increment(1);
        span.in_scope(|| tracing::warn!(loss = ?update.loss, "an update has parts that are not known yet"));
    }
    metrics::histogram!("update_wait_seconds").record(ready.received.elapsed());
    let began = Instant::now();
    let handled = shared.handler.handle(Arc::clone(&update));
    let handled = AssertUnwindSafe(handled).catch_unwind().instrument(span.clone());
    let outcome = match timeout(shared.settings.handler_limit, handled).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(broken(format!("its handler panicked: {}", panic_text(&*panic)))),
        Err(_) => Err(Trouble::TimedOut),
    };
    metrics::histogram!("update_seconds").record(began.elapsed());
    if let Err(trouble) = &outcome {
        metrics::counter!("updates_failed_total").increment(1);
        span.in_scope(|| tracing::error!(error = %trouble, "an update was not handled"));
        let apology = AssertUnwindSafe(shared.handler.apologise(&update, trouble)).catch_unwind();
        if !matches!(timeout(APOLOGY_LIMIT, apology.instrument(span.clone())).await, Ok(Ok(()))) {
            span.in_scope(|| tracing::warn!("the apology did not get through"));
        }
    }
    outcome
}

/// What follows from a failure.
fn judge(shared: &Shared, ready: &Ready, counted: i16, trouble: &Trouble) -> Verdict {
    let settings = &shared.settings;
    let cause: String = trouble.to_string().chars().filter(|c| *c != '\0').take(CAUSE_LENGTH).collect();
    let over = match trouble {
        Trouble::Broken(_) | Trouble::TimedOut => {
            u16::try_from(counted).unwrap_or(0) >= settings.max_attempts
        }
        Trouble::Dependency(_) => ready.received.elapsed() >= settings.patience,
    };
    if !over {
        return Verdict::Failed { cause };
    }
    metrics::counter!("dead_letters_total").increment(1);
    let tell = |chat: ChatId| (chat, Notice::DeadLetter { update: ready.id.0, cause: cause.clone() });
    Verdict::Dead { tell: settings.staff_chat.map(tell), cause }
}

fn settled(lease: Lease, ready: &Ready, verdict: Verdict) -> Settled {
    Settled { lease, update: ready.id, verdict }
}

fn broken(cause: impl Into<String>) -> Trouble {
    Trouble::Broken(cause.into().into())
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a word")
}
