//! What a storm was like, and what is broken after it.

use crate::disasters::Disaster;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) seed: u64,
    pub(crate) lasted: Duration,
    pub(crate) customers: usize,
    pub(crate) ordered: usize,
    pub(crate) sold_out: usize,
    /// Steps that the staff brought orders on.
    pub(crate) steps: i64,
    /// From the first word to the order, sorted.
    pub(crate) waits: Vec<Duration>,
    pub(crate) disasters: BTreeMap<Disaster, usize>,
    pub(crate) webhooks: usize,
    pub(crate) webhooks_repeated: usize,
    pub(crate) calls_spoiled: usize,
    pub(crate) broken: Vec<String>,
}

impl Report {
    fn wait(&self, percent: usize) -> f64 {
        let last = self.waits.len().saturating_sub(1);
        self.waits.get(last * percent / 100).copied().unwrap_or_default().as_secs_f64()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "storm with seed {}: {:.1} s", self.seed, self.lasted.as_secs_f64())?;
        writeln!(f, "  customers            {}", self.customers)?;
        writeln!(f, "  ordered              {}", self.ordered)?;
        writeln!(f, "  told it is sold out  {}", self.sold_out)?;
        writeln!(f, "  steps by the staff   {}", self.steps)?;
        let (half, most, all) = (self.wait(50), self.wait(95), self.wait(100));
        writeln!(f, "  first word to order  p50 {half:.1} s, p95 {most:.1} s, longest {all:.1} s")?;
        for (disaster, count) in &self.disasters {
            writeln!(f, "  {:<20} {count}", format!("{disaster:?}"))?;
        }
        writeln!(f, "  webhook requests     {}, of them repeated {}", self.webhooks, self.webhooks_repeated)?;
        writeln!(f, "  spoiled calls        {}", self.calls_spoiled)?;
        match self.broken.as_slice() {
            [] => write!(f, "  every promise was kept"),
            broken => write!(f, "  BROKEN:\n    {}", broken.join("\n    ")),
        }
    }
}
