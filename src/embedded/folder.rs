//! Where the server's files can be.
//!
//! Postgres refuses to run as root, so a program run by root gives the server to another user. That user must
//! be able to enter every folder on the way to its files, which it cannot if the project was cloned under
//! root's home.

use super::PostgresError;
use nix::unistd::{Gid, Uid, User};
use std::{
    fs::Metadata,
    io,
    os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown},
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// The longest path of a Unix socket on Linux is 107 bytes; `/.s.PGSQL.5432` is added to the folder's.
const LONGEST_SOCKET_FOLDER: usize = 107 - "/.s.PGSQL.5432".len();

/// The user the server runs as when the program is root's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

/// The folders of one private server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folder {
    /// Holds everything below.
    pub(super) home: PathBuf,
    /// Holds the socket; short enough for one.
    pub(super) socket: PathBuf,
    /// Whose files these are, if not the program's own user.
    pub(super) account: Option<Account>,
}

impl Folder {
    /// Makes the folders. `wanted` is used if the server's user can reach it, else a folder in `/var/tmp` with
    /// a name made from the path, so that the next start finds the same one.
    pub(super) fn prepare(wanted: &Path) -> Result<Self, PostgresError> {
        let account = account()?;
        make(wanted, 0o755).map_err(|error| PostgresError::folder(wanted, error))?;
        let wanted = wanted.canonicalize().map_err(|error| PostgresError::folder(wanted, error))?;
        let name = format!("orderbot-{}", short_hash(&wanted));
        let home = match account {
            Some(account) if !reachable(&wanted, account) => Path::new("/var/tmp").join(&name),
            Some(_) | None => wanted.join("postgresql"),
        };
        own(&home, account).map_err(|error| PostgresError::folder(&home, error))?;
        let inside = home.join("socket");
        let socket = if inside.as_os_str().len() <= LONGEST_SOCKET_FOLDER {
            inside
        } else {
            std::env::temp_dir().join(name)
        };
        own(&socket, account).map_err(|error| PostgresError::folder(&socket, error))?;
        Ok(Self { home, socket, account })
    }

    /// The cluster.
    pub(super) fn cluster(&self) -> PathBuf {
        self.home.join("cluster")
    }

    /// What the server has to say.
    pub(super) fn log(&self) -> PathBuf {
        self.home.join("log")
    }

    /// The version of the existing cluster, `None` before the first start.
    pub(super) fn version(&self) -> Option<u32> {
        std::fs::read_to_string(self.cluster().join("PG_VERSION")).ok()?.trim().parse().ok()
    }
}

/// `postgres` where that user exists, else `nobody`; nobody at all unless the program is root's.
fn account() -> Result<Option<Account>, PostgresError> {
    if !Uid::effective().is_root() {
        return Ok(None);
    }
    ["postgres", "nobody"]
        .into_iter()
        .find_map(|name| User::from_name(name).ok().flatten())
        .map(|user| Some(Account { uid: user.uid.as_raw(), gid: user.gid.as_raw() }))
        .ok_or(PostgresError::NoAccount)
}

/// True if `account` can enter every folder down to `path`.
fn reachable(path: &Path, account: Account) -> bool {
    path.ancestors().all(|folder| folder.metadata().is_ok_and(|folder| may_enter(&folder, account)))
}

fn may_enter(folder: &Metadata, account: Account) -> bool {
    let shift = match folder {
        folder if folder.uid() == account.uid => 6,
        folder if folder.gid() == account.gid => 3,
        _ => 0,
    };
    folder.permissions().mode() >> shift & 1 == 1
}

fn make(path: &Path, mode: u32) -> io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(mode).create(path)
}

/// Makes a folder that only the server's user can enter. In a folder anyone may write to, somebody else may
/// have been there first: their folder (or link) is refused.
fn own(path: &Path, account: Option<Account>) -> io::Result<()> {
    make(path, 0o700)?;
    let found = path.symlink_metadata()?;
    let us = Uid::effective().as_raw();
    let owner = account.map_or(us, |account| account.uid);
    if !found.is_dir() || (found.uid() != owner && found.uid() != us) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it belongs to somebody else"));
    }
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))?;
    match account {
        Some(Account { uid, gid }) => chown(path, Some(uid), Some(Gid::from_raw(gid).as_raw())),
        None => Ok(()),
    }
}

fn short_hash(path: &Path) -> String {
    let id = Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_os_str().as_encoded_bytes());
    id.simple().to_string().chars().take(12).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(mode: u32) -> (tempfile::TempDir, Metadata) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
        let metadata = folder.path().metadata().unwrap();
        (folder, metadata)
    }

    #[test]
    fn a_stranger_enters_only_what_is_open_to_all() {
        let stranger = Account { uid: 12_345, gid: 12_345 };
        assert!(may_enter(&folder(0o755).1, stranger));
        assert!(!may_enter(&folder(0o700).1, stranger));
        assert!(!may_enter(&folder(0o770).1, stranger));
    }

    #[test]
    fn the_owner_and_their_group_count_by_their_own_bits() {
        let (_folder, metadata) = folder(0o701);
        let owner = Account { uid: metadata.uid(), gid: 12_345 };
        let group = Account { uid: 12_345, gid: metadata.gid() };
        assert!(may_enter(&metadata, owner));
        assert!(!may_enter(&metadata, group));
    }

    #[test]
    fn one_closed_folder_on_the_way_is_enough_to_be_unreachable() {
        let (outer, _) = folder(0o700);
        let inner = outer.path().join("open");
        make(&inner, 0o755).unwrap();
        assert!(!reachable(&inner, Account { uid: 12_345, gid: 12_345 }));
    }

    #[test]
    fn a_path_too_long_for_a_socket_gets_a_short_one_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let deep = folder.path().join("a".repeat(60)).join("b".repeat(60));
        let prepared = Folder::prepare(&deep).unwrap();
        assert!(prepared.home.starts_with(&deep));
        assert!(prepared.socket.as_os_str().len() <= LONGEST_SOCKET_FOLDER);
        assert_eq!(Folder::prepare(&deep).unwrap(), prepared);
        std::fs::remove_dir(prepared.socket).unwrap();
    }
}
