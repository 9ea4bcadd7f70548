//! How long answers took.

use std::fmt;
use std::time::Duration;

#[derive(Debug, Default)]
pub(crate) struct Latency(Vec<Duration>);

impl Latency {
    pub(crate) fn add(&mut self, took: Duration) {
        let place = self.0.partition_point(|other| *other <= took);
        self.0.insert(place, took);
    }

    pub(crate) fn merge(&mut self, others: Self) {
        self.extend(others.0);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn longest(&self) -> Duration {
        self.0.last().copied().unwrap_or_default()
    }

    pub(crate) fn percent(&self, percent: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        self.0.get(last * percent / 100).copied().unwrap_or_default()
    }
}

impl Extend<Duration> for Latency {
    fn extend<T: IntoIterator<Item = Duration>>(&mut self, all: T) {
        all.into_iter().for_each(|took| self.add(took));
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |took: Duration| took.as_secs_f64() * 1000.0;
        let (half, most, all) = (ms(self.percent(50)), ms(self.percent(99)), ms(self.longest()));
        write!(f, "{} answers, p50 {half:.0} ms, p99 {most:.0} ms, longest {all:.0} ms", self.0.len())
    }
}
