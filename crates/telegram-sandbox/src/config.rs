//! How a sandbox is set up.

use std::net::{Ipv4Addr, SocketAddr};

use crate::clock::Clock;
use crate::faults::Faults;

/// Settings of a sandbox. The defaults suit tests: a free port of this machine, the same ids in every run.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The time.
    pub clock: Clock,
    /// Where ids begin and how faults are drawn. Use a different one for each run when a bot keeps its database
    /// longer than the sandbox lives ([`Config::fresh_seed`]).
    pub seed: u64,
    /// Messages kept per chat; older ones are forgotten.
    pub keep_messages: usize,
    /// Lines of the log kept.
    pub keep_log: usize,
    /// Bytes of uploaded files kept.
    pub keep_file_bytes: usize,
    /// Fetch photos and files that bots name by URL from anywhere. Otherwise only from this machine; what lies
    /// elsewhere is replaced by a grey picture, so that no request leaves the machine.
    pub fetch_remote: bool,
    /// Misbehaviour and rate limits from the start.
    pub faults: Faults,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            clock: Clock::real(),
            seed: 1,
            keep_messages: 10_000,
            keep_log: 5_000,
            keep_file_bytes: 256 * 1024 * 1024,
            fetch_remote: false,
            faults: Faults::default(),
        }
    }
}

impl Config {
    /// The default settings with a clock.
    pub fn with_clock(clock: Clock) -> Self {
        Self { clock, ..Self::default() }
    }

    /// The default settings on a given port of this machine.
    pub fn on_port(port: u16) -> Self {
        Self { listen: SocketAddr::from((Ipv4Addr::LOCALHOST, port)), ..Self::default() }
    }

    /// Lets ids begin at another place than in earlier runs, taken from the clock.
    #[must_use]
    pub fn fresh_seed(mut self) -> Self {
        self.seed = self.clock.now_ms().unsigned_abs();
        self
    }
}
