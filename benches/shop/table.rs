//! The table.

use crate::customers::{Run, UPDATES};
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;

pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new(machine: &str) -> Self {
        Self(format!("\n{machine}\n"))
    }

    pub(crate) fn heading(&mut self, text: &str) {
        eprintln!("bench: {text}");
        let _ = writeln!(self.0, "\n{text}\n{:<52} {:>22}   aim", "", "median");
    }

    pub(crate) fn row(&mut self, what: &str, figure: &str, aim: &str) {
        eprintln!("bench:   {what} {figure}");
        let _ = writeln!(self.0, "{what:<52} {figure:>22}   {aim}");
    }

    /// Medians over some runs of whole orders.
    pub(crate) fn orders(&mut self, instances: usize, at_once: usize, runs: &[Run]) {
        let over = |figure: &dyn Fn(&Run) -> f64| median(runs.iter().map(figure).collect());
        let per_order = |time: Duration, run: &Run| time.as_secs_f64() * 1000.0 / run.orders.max(1) as f64;
        let per_update = |count: i64, run: &Run| count as f64 / (run.orders.max(1) * UPDATES) as f64;
        let name = format!("{instances} instance(s), {at_once} customers:");
        let first = instances == 1 && at_once == 50;
        let aim = |text| if first { text } else { "" };
        let rate = over(&|run| run.orders as f64 / run.took.as_secs_f64());
        self.row(
            &format!("{name} orders/s"),
            &format!("{rate:.0}"),
            if instances == 1 { ">= 400" } else { "" },
        );
        let waits =
            [50, 95, 99].map(|share| over(&|run| percentile(&run.waits, share).as_secs_f64() * 1000.0));
        let waits = format!("{:.0} / {:.0} / {:.0} ms", waits[0], waits[1], waits[2]);
        self.row("   update -> reply, p50 / p95 / p99", &waits, aim("p50 < 20 ms"));
        let bot = over(&|run| per_order(run.bot, run));
        self.row("   bot, CPU per order", &format!("{bot:.2} ms"), aim("<= 1.5 ms"));
        let postgres = over(&|run| per_order(run.work.cpu, run));
        self.row("   Postgres, CPU per order", &format!("{postgres:.2} ms"), aim("<= 2 ms"));
        let redis = over(&|run| per_order(run.redis, run));
        self.row("   Redis, CPU per order", &format!("{redis:.2} ms"), "");
        let own = over(&|run| per_order(run.own, run));
        self.row("   local Telegram and customers, CPU per order", &format!("{own:.2} ms"), "");
        let idle = over(&|run| run.idle) * 100.0;
        self.row("   the machine, idle", &format!("{idle:.0} %"), "");
        let commits = over(&|run| per_update(run.work.commits, run));
        self.row("   transactions per update, reads included", &format!("{commits:.2}"), "");
        let statements = over(&|run| per_update(run.work.statements, run));
        let told = if statements > 0.0 { format!("{statements:.2}") } else { "not counted".to_owned() };
        self.row("   statements (round trips) per update", &told, "");
        let memory = over(&|run| run.memory);
        self.row("   bot, peak of memory", &format!("{memory:.0} MB"), aim("<= 40 MB"));
    }

    pub(crate) fn print(&self) -> std::io::Result<()> {
        std::io::stdout().write_all(self.0.as_bytes())
    }
}

/// The middle one.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

pub(crate) fn percentile(times: &[Duration], share: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or_default()
}
