//! Finding the programs of a Postgres installation.

use super::PostgresError;
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// A folder that holds `postgres`, `initdb` and `pg_ctl`, and the major version they have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    folder: PathBuf,
    major: u32,
}

impl Binaries {
    /// Looks in `POSTGRES_BIN`, on the `PATH`, where Debian, Fedora and Homebrew put them, and in `unpacked`
    /// (where `scripts/demo` puts binaries it has fetched). An existing cluster needs the version that made
    /// it: `major`.
    ///
    /// # Errors
    /// [`PostgresError::NoBinaries`] if there are none, [`PostgresError::OtherVersion`] if there are some, but
    /// not of version `major`.
    pub fn find(unpacked: &Path, major: Option<u32>) -> Result<Self, PostgresError> {
        let named = std::env::var_os("POSTGRES_BIN").map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let found = candidates(named, &path, unpacked).into_iter().filter_map(Self::at);
        let mut newest = None;
        for binaries in found {
            if major.is_none_or(|major| major == binaries.major) {
                return Ok(binaries);
            }
            newest = newest.or(Some(binaries.major));
        }
        Err(match (newest, major) {
            (Some(found), Some(needed)) => PostgresError::OtherVersion { found, needed },
            (None, _) | (Some(_), None) => PostgresError::NoBinaries,
        })
    }

    /// The installation in `folder`. A program on the `PATH` may be a link into the real installation, which
    /// alone has the others beside it.
    fn at(folder: PathBuf) -> Option<Self> {
        let real = folder.join("postgres").canonicalize().ok()?.parent()?.to_owned();
        let folder = [folder, real]
            .into_iter()
            .find(|folder| ["postgres", "initdb", "pg_ctl"].iter().all(|name| folder.join(name).is_file()))?;
        let output = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
        let major = major_version(&String::from_utf8_lossy(&output.stdout))?;
        Some(Self { folder, major })
    }

    /// The path of a program.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The major version: 17 for 17.2.
    #[must_use]
    pub const fn major(&self) -> u32 {
        self.major
    }
}

fn candidates(named: Option<PathBuf>, path: &OsString, unpacked: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = named.into_iter().collect();
    folders.extend(std::env::split_paths(path));
    let mut versions: Vec<(u32, PathBuf)> =
        ["/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt"]
            .iter()
            .filter_map(|folder| std::fs::read_dir(folder).ok())
            .flatten()
            .flatten()
            .filter_map(|entry| {
                Some((installed_version(entry.file_name().to_str()?)?, entry.path().join("bin")))
            })
            .collect();
    versions.sort_by_key(|(major, _)| std::cmp::Reverse(*major));
    folders.extend(versions.into_iter().map(|(_, folder)| folder));
    folders.push(unpacked.join("bin"));
    folders
}

/// The version in the name of an installation's folder: `17` (Debian), `pgsql-17` (Fedora), `postgresql@17`
/// (Homebrew).
fn installed_version(name: &str) -> Option<u32> {
    let number = name.strip_prefix("pgsql-").or_else(|| name.strip_prefix("postgresql@")).unwrap_or(name);
    number.parse().ok()
}

/// The major version in `postgres (PostgreSQL) 17.2 (Debian 17.2-1)`.
fn major_version(line: &str) -> Option<u32> {
    let version = line.split_whitespace().nth(2)?;
    let digits: String = version.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn install(folder: &Path, version: &str) {
        std::fs::create_dir_all(folder).unwrap();
        for name in ["postgres", "initdb", "pg_ctl"] {
            let program = folder.join(name);
            std::fs::write(&program, format!("#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")).unwrap();
            std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    #[test]
    fn the_version_is_read_from_what_the_program_says_of_itself() {
        assert_eq!(major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some(15));
        assert_eq!(major_version("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(major_version("something else"), None);
    }

    #[test]
    fn a_link_on_the_path_leads_to_the_installation_behind_it() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real");
        install(&real, "17.2");
        let path = folder.path().join("path");
        std::fs::create_dir(&path).unwrap();
        symlink(real.join("postgres"), path.join("postgres")).unwrap();
        let found = Binaries::at(path).unwrap();
        assert_eq!(
            (found.major(), found.program("initdb")),
            (17, real.canonicalize().unwrap().join("initdb"))
        );
    }

    #[test]
    fn a_folder_without_initdb_is_no_installation() {
        let folder = tempfile::tempdir().unwrap();
        install(folder.path(), "17.2");
        std::fs::remove_file(folder.path().join("initdb")).unwrap();
        assert_eq!(Binaries::at(folder.path().to_owned()), None);
    }

    #[test]
    fn the_folder_named_by_hand_comes_first_and_fetched_binaries_last() {
        let folders = candidates(Some("/named".into()), &"/path".into(), Path::new("/data/postgres"));
        assert_eq!(folders[..2], [PathBuf::from("/named"), PathBuf::from("/path")]);
        assert_eq!(folders.last(), Some(&PathBuf::from("/data/postgres/bin")));
    }
}
