//! Keeps the board and the database together: writes verdicts down, reads what is new, claims and releases lanes.
//!
//! One statement at a time, so that a reading never shows an update whose verdict is on its way. Only leases are
//! renewed beside it: they end whatever the clerk waits for.

use super::board::OffBoard;
use super::inbound::Shared;
use super::renewal;
use super::statement::limited;
use super::verdicts::Pending;
use crate::domain::UpdateId;
use crate::repository::{Lane, Lease, Reading, StoreError, Verdict};
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until};

/// Lanes claimed by one statement.
const CLAIM: usize = 256;
/// Verdicts written by one statement.
const SETTLE: usize = 512;
/// What waits for longer and nobody knows of is found by the sweep; and how often it looks.
const SWEEP: Duration = Duration::from_secs(10);
/// Pause after a failure.
const REST: Duration = Duration::from_millis(500);

pub(super) struct Clerk {
    shared: Arc<Shared>,
    look_at: Instant,
    sweep_at: Instant,
}

impl Clerk {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        let now = Instant::now();
        Self { shared, look_at: now, sweep_at: now + SWEEP }
    }

    /// Runs until the lanes are to be handed over, and hands them over.
    pub(super) async fn run(mut self) {
        while !self.shared.finished.is_cancelled() {
            self.wait().await;
            if let Err(error) = self.round().await {
                tracing::warn!(%error, "the lanes could not be kept up; trying again");
                metrics::counter!("lanes_trouble_total").increment(1);
                sleep(REST).await;
                self.shared.urgent.notify_one();
            }
        }
        if let Err(error) = self.hand_over().await {
            tracing::warn!(%error, "lanes were not handed over; their leases end by themselves");
        }
    }

    async fn wait(&self) {
        let shared = &self.shared;
        tokio::select! {
            biased;
            () = shared.finished.cancelled() => {}
            () = shared.urgent.notified() => {}
            () = shared.verdicts.some.notified() => {
                // A moment for others to finish too: they share the commit.
                tokio::select! {
                    () = sleep(shared.settings.settle_every) => {}
                    () = shared.urgent.notified() => {}
                }
            }
            () = sleep_until(self.look_at) => {}
        }
    }

    async fn round(&mut self) -> Result<(), StoreError> {
        self.settle().await?;
        self.read().await?;
        let now = Instant::now();
        let tick = now >= self.look_at;
        let crowded = self.shared.board().is_crowded();
        if tick || crowded {
            // Whoever comes next finds room: a lane that is claimed where its update is stored costs half as much as one that
            // has to wait for a place.
            let linger = if crowded { Duration::ZERO } else { self.shared.settings.linger };
            self.release_idle(linger).await?;
        }
        if tick {
            self.look_at = now + self.shared.settings.look_every;
            self.report();
        }
        if now >= self.sweep_at {
            self.sweep_at = now + SWEEP;
            self.sweep().await?;
        }
        let told = self.shared.due.swap(false, Ordering::Relaxed);
        if (tick || told) && !self.shared.stopping.is_cancelled() {
            self.claim().await?;
        }
        Ok(())
    }

    async fn settle(&self) -> Result<(), StoreError> {
        let shared = &self.shared;
        let mut pending = shared.verdicts.take();
        let mut settled_some = false;
        while !pending.is_empty() {
            let rest = pending.split_off(pending.len().min(SETTLE));
            let verdicts: Vec<_> = pending.iter().map(|pending| pending.settled.clone()).collect();
            let refused = match limited(shared.lanes.settle(&verdicts)).await {
                Ok(refused) => refused,
                Err(error) => {
                    pending.extend(rest);
                    shared.verdicts.put_back(pending);
                    return Err(error);
                }
            };
            if !refused.is_empty() {
                tracing::warn!(updates = ?refused, "verdicts refused: another instance has the lane by now");
                metrics::counter!("verdicts_refused_total").increment(refused.len() as u64);
            }
            let mut board = shared.board();
            for Pending { settled, written } in pending {
                let done = matches!(settled.verdict, Verdict::Done);
                if !matches!(settled.verdict, Verdict::Failed { .. }) {
                    board.settled(settled.lease, settled.update, done);
                }
                if let Some(written) = written {
                    let _ = written.send(());
                }
            }
            settled_some = true;
            pending = rest;
        }
        if settled_some {
            shared.after_work.notify_one();
        }
        Ok(())
    }

    async fn read(&self) -> Result<(), StoreError> {
        let shared = &self.shared;
        let (lanes, holes) = shared.board().take_unread();
        let readings =
            self.readings(&lanes, &holes).await.inspect_err(|_| shared.board().not_read(&lanes))?;
        let mut board = shared.board();
        let starts = board.were_read(readings, Instant::now());
        board.wake(&lanes);
        drop(board);
        shared.start(starts);
        Ok(())
    }

    async fn readings(&self, lanes: &[Lane], holes: &[UpdateId]) -> Result<Vec<Reading>, StoreError> {
        let shared = &self.shared;
        if !holes.is_empty() {
            let seen = limited(shared.lanes.seen(holes)).await?;
            let mut board = shared.board();
            seen.into_iter().for_each(|update| board.gaps.came(update));
        }
        if lanes.is_empty() {
            return Ok(Vec::new());
        }
        limited(shared.lanes.read(lanes, shared.settings.lane_depth.into())).await
    }

    async fn claim(&self) -> Result<(), StoreError> {
        let shared = &self.shared;
        let mut room = shared.board().room();
        if room == 0 {
            // Others wait for a place: what is idle makes room at once.
            self.release_idle(Duration::ZERO).await?;
            room = shared.board().room();
        }
        let limit = room.min(CLAIM);
        if limit == 0 {
            return Ok(());
        }
        let sent = Instant::now();
        let settings = &shared.settings;
        let claim =
            shared.lanes.claim(shared.instance, settings.lease, limit as i64, settings.lane_depth.into());
        let claimed = limited(claim).await?;
        if claimed.len() == limit {
            shared.look_for_due();
        }
        let mut board = shared.board();
        let valid_until = shared.valid_until(sent);
        let now = Instant::now();
        let starts: Vec<_> = claimed
            .into_iter()
            .filter_map(|claimed| board.claimed(claimed.lease, claimed.reading, valid_until, now))
            .collect();
        drop(board);
        shared.start(starts);
        Ok(())
    }

    async fn release_idle(&self, linger: Duration) -> Result<(), StoreError> {
        let shared = &self.shared;
        let idle = shared.board().take_off(linger, Instant::now());
        if idle.is_empty() {
            return Ok(());
        }
        let known: Vec<(Lease, i32)> = idle.iter().map(OffBoard::known).collect();
        let released: HashSet<Lane> = match limited(shared.lanes.release(&known)).await {
            Ok(released) => released.into_iter().collect(),
            Err(error) => {
                shared.board().put_back(idle);
                return Err(error);
            }
        };
        let kept: Vec<_> = idle.into_iter().filter(|lane| !released.contains(&lane.known().0.lane)).collect();
        if !kept.is_empty() {
            // Something waits in them; or they are no longer ours, which renewing tells.
            let leases = kept.iter().map(|lane| lane.known().0).collect();
            shared.board().put_back(kept);
            renewal::renew(shared, leases).await?;
            shared.urgent.notify_one();
        }
        Ok(())
    }

    async fn sweep(&self) -> Result<(), StoreError> {
        let shared = &self.shared;
        shared.board().turn_recent();
        let found = limited(shared.lanes.sweep(SWEEP)).await?;
        if found > 0 {
            tracing::warn!(lanes = found, "lanes that nobody knew of were found by the sweep");
            metrics::counter!("lanes_swept_total").increment(found);
            shared.due.store(true, Ordering::Relaxed);
        }
        let (updates, lanes) = limited(shared.lanes.depth()).await?;
        metrics::gauge!("inbox_updates").set(updates as f64);
        metrics::gauge!("inbox_lanes").set(lanes as f64);
        Ok(())
    }

    fn report(&self) {
        let board = self.shared.board();
        metrics::gauge!("lanes_held").set(board.held() as f64);
        metrics::gauge!("lanes_in_work").set(board.running() as f64);
    }

    async fn hand_over(&self) -> Result<(), StoreError> {
        self.settle().await?;
        self.release_idle(Duration::ZERO).await?;
        let rest = self.shared.board().clear(Instant::now());
        if rest.is_empty() { Ok(()) } else { limited(self.shared.lanes.hand_over(&rest)).await }
    }
}

/// Listens for what other instances announce.
pub(super) async fn listen(shared: Arc<Shared>) {
    loop {
        if let Err(error) = listen_once(&shared).await {
            tracing::warn!(%error, "not listening to other instances; looking every second meanwhile");
        }
        sleep(REST * 2).await;
    }
}

async fn listen_once(shared: &Shared) -> Result<(), StoreError> {
    let mut announcements = limited(shared.lanes.listen()).await?;
    // What was said while nobody listened.
    shared.board().doubt_all();
    shared.look_for_due();
    loop {
        let news = announcements.next().await?;
        shared.board().announced(&news.grown);
        if news.due {
            shared.look_for_due();
        } else {
            shared.urgent.notify_one();
        }
    }
}
