//! The time, as a parameter.

use chrono::{DateTime, Utc};

/// Tells the time. A test sets it, the program reads it from the system.
pub trait Clock: Send + Sync {
    /// The moment it is now.
    fn now(&self) -> DateTime<Utc>;
}
