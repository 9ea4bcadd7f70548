//! Words for the person at the terminal.

use std::io::{self, Write};

/// A line on the standard output.
pub(super) fn say(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}

/// A message on the standard error stream. If nobody can read it, nobody misses it.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
