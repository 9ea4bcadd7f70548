//! What went wrong, in the words of `repository`.

use crate::repository::StoreError;
use sqlx::Error;

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        if passes(&error) { Self::Unavailable(Box::new(error)) } else { Self::Broken(Box::new(error)) }
    }
}

/// True for what a repetition may resolve. Postgres' classes of errors: appendix A of its manual.
fn passes(error: &Error) -> bool {
    match error {
        Error::Io(_)
        | Error::Tls(_)
        | Error::Protocol(_)
        | Error::PoolTimedOut
        | Error::PoolClosed
        | Error::WorkerCrashed => true,
        Error::Database(error) => error.code().is_some_and(|code| {
            // Connection, transaction rollback (conflicts, deadlocks), resources, operator intervention,
            // system errors; and "read only", which a failover shows for a moment.
            ["08", "40", "53", "57", "58"].iter().any(|class| code.starts_with(class))
                || code == "25006"
                || code == "55P03"
        }),
        _ => false,
    }
}
