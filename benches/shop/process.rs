//! What processes took, out of /proc.

use anyhow::Context as _;
use std::time::Duration;

/// Clock ticks per second in /proc: 100 on every Linux a program of today meets.
const TICKS: u64 = 100;

fn fields(pid: u32) -> anyhow::Result<Vec<u64>> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name, in brackets, may hold blanks.
    let rest = stat.rsplit(')').next().context("/proc/PID/stat")?;
    Ok(rest.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect())
}

fn time(ticks: u64) -> Duration {
    Duration::from_millis(ticks * 1000 / TICKS)
}

/// CPU of one process so far.
pub(crate) fn cpu(pid: u32) -> anyhow::Result<Duration> {
    let fields = fields(pid)?;
    Ok(time(fields.iter().skip(11).take(2).sum()))
}

/// CPU of a process and its children, those that have ended included.
pub(crate) fn cpu_of_family(pid: u32) -> anyhow::Result<Duration> {
    let mut ticks: u64 = fields(pid)?.iter().skip(11).take(4).sum();
    for entry in std::fs::read_dir("/proc")? {
        let Some(child) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        // It may have ended just now.
        let Ok(fields) = fields(child) else { continue };
        if fields.get(1) == Some(&u64::from(pid)) {
            ticks += fields.iter().skip(11).take(4).sum::<u64>();
        }
    }
    Ok(time(ticks))
}

/// What the processors of the machine did so far, in ticks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Machine {
    idle: u64,
    all: u64,
}

impl Machine {
    /// The share of the time since then in which they had nothing to do.
    pub(crate) fn idle_since(self, before: Self) -> f64 {
        (self.idle - before.idle) as f64 / (self.all - before.all).max(1) as f64
    }
}

pub(crate) fn machine() -> anyhow::Result<Machine> {
    let stat = std::fs::read_to_string("/proc/stat")?;
    let line = stat.lines().next().context("/proc/stat")?;
    // User, nice, system, idle, waiting for a disk, interrupts, soft interrupts, stolen; guests are in user.
    let ticks: Vec<u64> =
        line.split_whitespace().skip(1).take(8).map(|field| field.parse().unwrap_or(0)).collect();
    Ok(Machine { idle: ticks.iter().skip(3).take(2).sum(), all: ticks.iter().sum() })
}

/// The most memory a process ever had.
pub(crate) fn peak_megabytes(pid: u32) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("VmHWM")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse::<f64>()? / 1024.0)
}
