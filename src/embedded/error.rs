//! What can go wrong, told so that whoever reads it can do something about it.

use std::{
    io,
    path::{Path, PathBuf},
};

/// Why there is no private Postgres.
#[derive(Debug, thiserror::Error)]
pub enum PostgresError {
    /// No installation was found.
    #[error(
        "no Postgres programs were found. Install them (Debian, Ubuntu: `apt install postgresql`; macOS: `brew install postgresql@17`), \
         or name the folder with `postgres` and `initdb` in POSTGRES_BIN, or run `scripts/demo`, which fetches them"
    )]
    NoBinaries,
    /// The existing cluster was made by another major version.
    #[error(
        "the data was made by Postgres {needed}, but only version {found} is installed. \
         Install version {needed}, or start over with --fresh"
    )]
    OtherVersion {
        /// The version that is installed.
        found: u32,
        /// The version that made the data.
        needed: u32,
    },
    /// Root must hand the server to another user, and there is none.
    #[error("Postgres does not run as root, and this machine has neither a user `postgres` nor `nobody`")]
    NoAccount,
    /// Another program holds this folder.
    #[error("another orderbot is running on {0}: stop it first, or use another folder with --data")]
    InUse(PathBuf),
    /// A folder or file cannot be made or opened.
    #[error("{path}: {source}", path = path.display())]
    Folder {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A program of the installation cannot be run.
    #[error("{program} cannot be run: {source}", program = program.display())]
    Program {
        /// Which one.
        program: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The cluster could not be made.
    #[error("initdb failed: {0}")]
    Initdb(String),
    /// The server did not come up.
    #[error("Postgres did not start; the end of {log}:\n{tail}", log = log.display())]
    NotStarted {
        /// The server's log.
        log: PathBuf,
        /// Its last lines.
        tail: String,
    },
    /// The server is up, but refuses.
    #[error("Postgres refused: {0}")]
    Refused(#[from] sqlx::Error),
}

impl PostgresError {
    pub(super) fn folder(path: &Path, source: io::Error) -> Self {
        Self::Folder { path: path.to_owned(), source }
    }
}
