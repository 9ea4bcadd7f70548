//! What the database is like, for the owner who asks.

use super::PgStore;
use crate::repository::StoreError;
use sqlx::migrate::Migrate as _;

/// What the database is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatabaseState {
    /// Postgres' major version.
    pub major: u32,
    /// Migrations that this program has and the database has not.
    pub pending: usize,
}

impl PgStore {
    /// Looks, and changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] if the database does not answer.
    pub async fn state(&self) -> Result<DatabaseState, StoreError> {
        let mut connection = self.0.another().await?;
        let number = sqlx::query_scalar!(r#"SELECT current_setting('server_version_num')::int AS "number!""#)
            .fetch_one(&mut connection)
            .await?;
        let migrator = sqlx::migrate!();
        let begun = sqlx::query_scalar!(r#"SELECT to_regclass('_sqlx_migrations') IS NOT NULL AS "begun!""#)
            .fetch_one(&mut connection)
            .await?;
        let applied = match begun {
            true => connection
                .list_applied_migrations("_sqlx_migrations")
                .await
                .map_err(|error| StoreError::Broken(Box::new(error)))?,
            false => Vec::new(),
        };
        let known = |version| applied.iter().any(|applied| applied.version == version);
        let pending = migrator.iter().filter(|migration| !known(migration.version)).count();
        Ok(DatabaseState { major: number.unsigned_abs() / 10_000, pending })
    }
}
